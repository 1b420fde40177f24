"""One widget for each kind of answer."""
