"""The database: its schema, its building from documents, and read-only access to it."""
