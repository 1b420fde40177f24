"""The only room that knows Word."""
