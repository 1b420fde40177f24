"""Puts a finished file in its place whole: written beside the target, then moved to it."""

import errno
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from roadmapper.errors import ExportError

_PART = re.compile(r"\.(?P<name>.+)\.(?P<process>\d+)\.[^.]+\.part", re.DOTALL)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
_NAME = 40  # characters of the target's name that its part bears


def put_in_place(data: bytes, target: Path) -> None:
    """Write bytes in the place of a file, whole or not at all.

    A file that was there keeps its permissions, and a link its goal; a new file gets those of any
    new file here.

    Raises:
        ExportError: The folder or disk does not take the file; what stood there stays.
    """
    try:
        goal = target.resolve() if target.is_symlink() else target
        with part_of(goal) as part:
            part.write_bytes(data)
            finish(part, _mode(goal))
            part.replace(goal)
    except (OSError, ValueError) as error:
        raise ExportError(_refused(target, error)) from error


@contextmanager
def part_of(target: Path) -> Iterator[Path]:
    """Give the name of an empty file beside the target; it is gone at the end if it is still there.

    What a program that was killed left behind of this target is cleared away.
    """
    _clear(target)
    prefix = f".{target.name[:_NAME]}.{os.getpid()}."
    handle, name = mkstemp(prefix=prefix, suffix=".part", dir=target.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def remember(told: object, memory: Path) -> None:
    """Write what was read of many files as JSON, for this person's eyes only.

    Raises:
        OSError: The disk does not take it; what was remembered stays.
    """
    memory.parent.mkdir(parents=True, exist_ok=True)
    with part_of(memory) as part:
        part.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        part.replace(memory)


def finish(part: Path, mode: int | None = None) -> None:
    """Give a part its permissions, those of any new file if none are named, and have it on disk."""
    part.chmod(0o666 & ~_umask() if mode is None else mode)
    with part.open("r+b") as file:
        os.fsync(file.fileno())


def reason(error: OSError | ValueError) -> str:
    """Return why a file could not be written, in the words of the system."""
    return getattr(error, "strerror", None) or str(error)


def _refused(target: Path, error: OSError | ValueError) -> str:
    """Return what stands in the way, and what to do."""
    number = getattr(error, "errno", None)
    if number in _FULL:
        return f'The disk is full. "{target.name}" was not saved.'
    if number in _NOT_ALLOWED and os.access(target.parent, os.W_OK):
        return (
            f'"{target.name}" is open in another program or protected. '
            "Close it there, or save under a new name."
        )
    if number in _NOT_ALLOWED:
        return f"You cannot write to {target.parent}. Choose another folder."
    return (
        f'"{target.name}" could not be written to {target.parent} ({reason(error)}). '
        "Choose another place."
    )


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


def _mode(target: Path) -> int | None:
    """Return the permissions of the file that is there; None if none is."""
    with suppress(FileNotFoundError):
        return target.stat().st_mode & 0o777
    return None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
