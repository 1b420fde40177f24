"""Putting a finished file in place without ever replacing one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roadmapper.errors import FileError, ReadOnlyError
from roadmapper.placing import finish, part_of, reason
from roadmapper.store.header import is_writable


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give the name of an empty file to fill; then it stands at `path`, or is gone if that failed.

    Raises:
        FileError: There is a file of that name already, or the folder cannot take one.
    """
    try:
        _check_free(path)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    try:
        with part_of(path) as part:
            yield part
            finish(part)
            _put(part, path)
    except OSError as error:
        raise _refused(path, error) from error


def _check_free(path: Path) -> None:
    if path.exists():
        raise _taken(path)
    if not path.parent.is_dir():
        raise FileError(
            f'There is no folder "{path.parent}". Make it first, or choose another place.'
        )
    if not is_writable(path.parent):
        raise ReadOnlyError(f'The folder "{path.parent}" is read-only. Choose another folder.')


def _put(part: Path, path: Path) -> None:
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


def _taken(path: Path) -> FileError:
    return FileError(
        f'There is a file "{path.name or path}" already; it was left as it is. Choose another name.'
    )


def _refused(path: Path, error: OSError | ValueError) -> FileError:
    return FileError(f'"{path.name}" could not be written ({reason(error)}). Choose another place.')
