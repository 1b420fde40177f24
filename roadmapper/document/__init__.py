"""What the document says: a tree of plain values."""
