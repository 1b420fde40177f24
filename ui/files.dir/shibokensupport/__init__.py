"""Stands where Qt for Python looks for its signatures; see `ui/late_signatures.py`."""
