"""Putting a finished file in place without ever replacing one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from roadmapper.errors import FileError, ReadOnlyError
from roadmapper.store.header import is_writable


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give the name of an empty file to fill; then it stands at `path`, or is gone if that failed.

    Raises:
        FileError: There is a file of that name already, or the folder cannot take one.
    """
    _check_free(path)
    try:
        handle, name = mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _refused(path, error) from error
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.chmod(0o666 & ~_umask())
        _put(part, path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def _check_free(path: Path) -> None:
    try:
        if path.exists():
            raise _taken(path)
        if not path.parent.is_dir():
            raise FileError(
                f'There is no folder "{path.parent}". Make it first, or choose another place.'
            )
        if not is_writable(path.parent):
            raise ReadOnlyError(f'The folder "{path.parent}" is read-only. Choose another folder.')
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def _put(part: Path, path: Path) -> None:
    with part.open("r+b") as file:
        os.fsync(file.fileno())
    try:
        # A link fails if the name is taken, where a rename would replace.
        path.hardlink_to(part)
    except FileExistsError:
        raise _taken(path) from None
    except OSError:
        _put_without_links(part, path)


def _put_without_links(part: Path, path: Path) -> None:
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        raise _taken(path) from None
    part.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _taken(path: Path) -> FileError:
    return FileError(
        f'There is a file "{path.name}" already; it was left as it is. Choose another name.'
    )


def _refused(path: Path, error: OSError | ValueError) -> FileError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return FileError(f'"{path.name}" could not be written ({reason}). Choose another place.')
