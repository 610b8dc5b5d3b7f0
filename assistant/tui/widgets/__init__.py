"""Small widgets: each shows one thing or takes one kind of input, and says so in messages."""
