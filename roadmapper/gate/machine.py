"""What a file could say about the machine it was made on: who works there, and where files lie."""

import os
import platform
from collections.abc import Iterator
from pathlib import Path

from roadmapper.gate.needles import Needle

_SHORTEST = 4
_DEEP = 3  # steps of a folder that tells something: "/home/maria"
_OF_EVERYBODY = frozenset(("root", "user", "admin", "administrator", "localhost", "home", "guest"))


def machine_names(*folders: Path) -> Iterator[Needle]:
    """Yield the login name, the name of the machine and these folders, as words to look for."""
    people = {os.environ.get(name, "") for name in ("USER", "LOGNAME", "USERNAME")}
    for name in sorted(people):
        if len(name) >= _SHORTEST and name.casefold() not in _OF_EVERYBODY:
            yield Needle(name, "your login name", exact=True, plain=True)
    host = platform.node().partition(".")[0]
    if len(host) >= _SHORTEST and host.casefold() not in _OF_EVERYBODY:
        yield Needle(host, "the name of your machine", exact=True, plain=True)
    for folder in sorted(
        {str(one.absolute()) for one in folders if len(one.absolute().parts) >= _DEEP}
    ):
        yield Needle(folder, "a folder of your machine")
