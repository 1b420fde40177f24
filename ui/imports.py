"""Imports as Python does them, without what Qt for Python adds to them.

Qt for Python puts an import of its own in the place of Python's. After each module it reads the
source from the disk, to see whether that asks for other names of Qt's methods (`__feature__`).
Nothing here does, and the reading is a twentieth of the time until Home is painted.
"""

import builtins

# Loading it puts the other import in force; what comes later must not do that again.
import PySide6.QtCore  # noqa: F401

_PLAIN = "__orig_import__"
"""Where Qt for Python keeps Python's own import."""


def use_plain_imports() -> None:
    """Have Python import modules by itself again."""
    builtins.__import__ = vars(builtins).get(_PLAIN, builtins.__import__)
