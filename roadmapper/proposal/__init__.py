"""What was answered: addresses, changes, answers, the session."""
