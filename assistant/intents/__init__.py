"""Intents as data: their shape, their loading and their checks."""
