"""What is missing or wrong."""
