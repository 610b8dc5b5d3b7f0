"""What a person may be about to type: programmes, divisions, topics and whole questions."""
