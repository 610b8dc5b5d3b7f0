-- The index of names of a register: what the reader looks up (assistant/store/names.py). SQLite only.
-- Names are folded as questions are. `part` 0 holds programmes, bureaux, divisions, accounts and policies; 1 the many payees.
CREATE TABLE named (
  id INTEGER PRIMARY KEY,         -- kind * 2^27 + rank: within a kind the newest review year and the largest amount come first
  target TEXT NOT NULL,           -- a programme's id, or the printed name
  names TEXT NOT NULL             -- all folded names, a line each
) STRICT;
CREATE TABLE name (
  part INTEGER NOT NULL,
  folded TEXT NOT NULL,
  id INTEGER NOT NULL,            -- named.id
  PRIMARY KEY (part, folded, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE gram (               -- two characters in a row (in part 0 three, too), and the ids of what has them in a name, ascending
  part INTEGER NOT NULL,
  gram TEXT NOT NULL,
  short BLOB,                     -- of names of 4 to 10 characters, packed 32-bit, little-endian
  long BLOB,                      -- of shorter and longer names
  PRIMARY KEY (part, gram)
) STRICT, WITHOUT ROWID;
-- Full text over the newest sheet of each programme; rowid = named.id. Texts are folded and stored nowhere else:
-- each is indexed as its pairs of characters, so that a term of two characters or more is a phrase of pairs.
CREATE VIRTUAL TABLE topic USING fts5 (name, purpose, overview, content = '', tokenize = "ascii tokenchars '_%+$@&'");
