"""Where a proposal is kept: one SQLite file."""
