"""Where the parts meet: the window, or a command without one."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

SUFFIX = ".roadmap"
_NO_SCREEN = (
    "There is no screen, so the window cannot open. Everything is also a command: roadmapper --help"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window without arguments or for a file; else do what the command says."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if not _is_for_window(given):
        # The command line starts faster than the window and needs no screen.
        return int(import_module("roadmapper.cli").main(given))
    if not has_screen():
        sys.stderr.write(f"roadmapper: {_NO_SCREEN}\n")
        return 2
    # What is loaded now stays. Looking through it for garbage takes time before the first paint;
    # the window does it itself later, in its own thread.
    gc.disable()
    return int(import_module("ui.app").run(given))


def has_screen() -> bool:
    """Return whether a window can be shown here."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _is_for_window(given: Sequence[str]) -> bool:
    # No command has a name that ends so.
    return not given or (len(given) == 1 and given[0].endswith(SUFFIX))


if __name__ == "__main__":
    sys.exit(main())
