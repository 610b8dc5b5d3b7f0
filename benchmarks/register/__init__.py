"""The national register: whether its questions are answered rightly, and how fast."""
