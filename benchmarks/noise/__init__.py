"""Seeded typing noise on clean question cases, and what it costs. Run with `uv run python -m benchmarks.noise`."""
