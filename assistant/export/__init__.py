"""Answers to take along: as text with citation, bare figure, TSV, CSV, Markdown, JSON lines. No screen, no clipboard."""
