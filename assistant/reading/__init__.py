"""From a question to a reading: mentions, explanation, frame, intent, decision."""
