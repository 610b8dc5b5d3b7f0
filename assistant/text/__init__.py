"""Text at its lowest level: folding of characters, money and small numbers. Pure functions; imports nothing of ours."""
