"""The names in which Qt for Python looks up a call that is wrong; see `ui/late_signatures.py`."""

from ui.late_signatures import load_signatures


def update_mapping() -> None:
    """Take over the real names, as they are now."""
    real = load_signatures().mapping
    real.update_mapping()
    globals().update((name, one) for name, one in vars(real).items() if name not in _OWN)


_OWN = frozenset(globals())
