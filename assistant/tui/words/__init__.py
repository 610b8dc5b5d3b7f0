"""Everything that the chat itself says, Japanese and English side by side. What answers say belongs to the answers."""
