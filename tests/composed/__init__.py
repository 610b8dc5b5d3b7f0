"""Questions composed of templates and the data: every programme, pair, ministry and bound that a sentence can be filled with.

People's questions (tests/questions) show how people write; these show that what works for one programme works for all.
What must be answered is computed from the tables of the database with a few lines of Python, not by the assistant.
"""
