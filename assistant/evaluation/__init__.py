"""How well questions are answered: cases with what is expected, verdicts, counts, and the thresholds they are tried on."""
