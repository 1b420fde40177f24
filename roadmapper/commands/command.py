"""What a command is called, takes and does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument; `more` is what argparse takes, which is untyped."""

    names: tuple[str, ...]
    help: str
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Command:
    """One command and the function in `roadmapper.commands` that does it."""

    name: str
    line: str
    module: str
    function: str
    arguments: tuple[Argument, ...]
    examples: tuple[str, ...]


FILE = Argument(("file",), "the proposal", {"metavar": "FILE.roadmap"})
JSON = Argument(("--json",), "write JSON for other programs", {"action": "store_true"})
AUTHOR = Argument(
    ("--author",),
    "name for the history (or the variable ROADMAPPER_AUTHOR)",
    {"metavar": "NAME"},
)
