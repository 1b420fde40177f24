"""Model cards in the formats of others: read into a card of ours, and written from one."""
