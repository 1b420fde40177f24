"""What the answers come to: pure arithmetic."""
