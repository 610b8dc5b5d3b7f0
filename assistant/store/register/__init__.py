"""The national register and other people's tables: from their files to a store of the same schema."""
