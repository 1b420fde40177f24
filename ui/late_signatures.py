"""Qt for Python without its reading of signatures, until somebody asks for one.

Qt for Python loads at its start what tells the signature of each Qt method: for `inspect`, for its
own stubs, and for the words of an error. Compiling that takes a fifth of the time until Home is
painted. It looks for it in a folder `files.dir` beside `shiboken6/__init__.py`, and unpacks its own
where there is none; so it is told that this folder is its home while it starts. `files.dir` here
names the functions of this module, and the first that is called loads the real ones.

What Qt for Python keeps for itself may change. Only versions that were tried are met so, others
start as they always do; see `_TRIED`.
"""

import importlib
import sys
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

_TRIED = ((6, 8), (6, 9), (6, 10), (6, 11))
"""Versions with which the tests of this module passed."""
_HOME = Path(__file__).with_name("__init__.py")
_CORE = "shiboken6"


def load_signatures_late() -> None:
    """Load the core of Qt for Python without its signatures, if nobody has loaded it yet."""
    found = None if _CORE in sys.modules else PathFinder.find_spec(_CORE)
    if found is None or found.submodule_search_locations is None:
        return
    core = sys.modules[_CORE] = ModuleType(_CORE)
    core.__spec__, core.__path__ = found, found.submodule_search_locations
    if import_module(f"{_CORE}._config").version_info[:2] not in _TRIED:
        del sys.modules[_CORE]
        return
    core.__file__ = str(_HOME)
    inner = import_module(f"{_CORE}.Shiboken")
    core.__file__ = found.origin
    vars(core).update((name, one) for name, one in vars(inner).items() if name[:2] != "__")


def pyside_type_init(*given: Any) -> Any:
    """Read the signatures of a type."""
    return load_signatures().pyside_type_init(*given)


def create_signature(*given: Any) -> Any:
    """Make one signature."""
    return load_signatures().create_signature(*given)


def seterror_argument(*given: Any) -> Any:
    """Say which signatures a call could have had."""
    return load_signatures().seterror_argument(*given)


def make_helptext(*given: Any) -> Any:
    """Write the help of a method."""
    return load_signatures().make_helptext(*given)


def feature_import(*_given: Any) -> None:
    """Say that no import asks for other names of methods (`__feature__`)."""


def feature_imported(_module: object) -> None:
    """Leave a module alone that was imported."""


def finish_import(_module: object) -> None:
    """Leave a module of Qt as it is: it has no old names to keep."""


def post_init() -> None:
    """Leave Python's own import in its place."""


@cache
def load_signatures() -> Any:
    """Load the real functions as Qt for Python does it itself, and return them."""
    importlib.reload(sys.modules[_CORE])
    starter: Any = import_module("signature_bootstrap")
    # It warns of a second start; this is the first of the real one.
    starter.recursion_trap = 0
    return starter.bootstrap()
