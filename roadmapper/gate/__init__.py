"""The export gate: a finished file is read again, compared and searched before it goes out."""
