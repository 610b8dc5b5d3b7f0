"""From a frame to one SQL statement with bound values."""
