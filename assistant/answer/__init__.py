"""From rows to facts, and from facts to text."""
