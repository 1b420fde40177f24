"""What one command is: its name, its arguments, its help, and the function that does it."""

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
