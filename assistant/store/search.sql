-- The search index: every name, alias and longer text, found by any three characters in a row. SQLite only.
CREATE VIRTUAL TABLE search USING fts5 (
  text,
  kind UNINDEXED,     -- program, ministry, … as in alias.kind; or the field of a detail or item
  target UNINDEXED,   -- what it names: an id, or a printed name, as in alias.target
  tokenize = 'trigram'
);
