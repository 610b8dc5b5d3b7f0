"""The screens: they compose widgets, listen to them, and decide nothing about answers."""
