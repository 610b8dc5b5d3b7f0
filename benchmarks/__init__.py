"""Measurements of this project beside a public peer. Run with `uv run python -m benchmarks`."""
