"""What takes part: a name, what it needs on the machine, and how it is made ready."""

import importlib.util
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.sample import Sample

Run = Callable[[], bytes]
"""What the clock measures: from content at hand to the bytes of a file."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way to make a file."""

    name: str
    group: str
    ready: Callable[[Sample], Run]
    module: str = ""
    program: str = ""
    slow: bool = False

    @property
    def present(self) -> bool:
        """Whether this machine has what it needs."""
        found = not self.module or importlib.util.find_spec(self.module) is not None
        return found and (not self.program or shutil.which(self.program) is not None)
