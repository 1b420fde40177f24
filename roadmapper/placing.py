"""Puts a finished file in its place whole: written beside the target, then moved over it."""

import os
import re
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from roadmapper.errors import ExportError

_PART = re.compile(r"\.(?P<name>.+)\.(?P<process>\d+)\.[^.]+\.part", re.DOTALL)
_NAME = 40  # characters of the target's name that its part bears


def put_in_place(data: bytes, target: Path) -> None:
    """Write bytes beside the target and put them in its place whole.

    A file that was there keeps its permissions, and a link its goal; a new file gets those of any
    new file here. Parts that a killed export left behind are cleared away.

    Raises:
        ExportError: The folder or disk does not take the file; what stood there stays.
    """
    try:
        goal = target.resolve() if target.is_symlink() else target
        _clear(goal)
        prefix = f".{goal.name[:_NAME]}.{os.getpid()}."
        handle, name = mkstemp(prefix=prefix, suffix=".part", dir=goal.parent)
    except (OSError, ValueError) as error:
        raise ExportError(_refused(target, error)) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode(goal))
        part.replace(goal)
    except OSError as error:
        raise ExportError(_refused(target, error)) from error
    finally:
        part.unlink(missing_ok=True)


def _clear(target: Path) -> None:
    """Remove the parts of this target whose process is gone."""
    for part in target.parent.glob(".*.part"):
        found = _PART.fullmatch(part.name)
        if found and found["name"] == target.name[:_NAME] and not _runs(int(found["process"])):
            with suppress(OSError):
                part.unlink()


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _mode(target: Path) -> int:
    """Return the permissions of the file that is there, or those of a new one."""
    with suppress(FileNotFoundError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _refused(target: Path, error: OSError | ValueError) -> str:
    reason = getattr(error, "strerror", None) or str(error)
    return (
        f'"{target.name}" could not be written to {target.parent} ({reason}). Choose another place.'
    )
