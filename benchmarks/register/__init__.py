"""Speed and rightness on the national register; each command takes the imported database with --db."""
