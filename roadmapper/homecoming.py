"""A copy comes home: what was changed in it is compared with what we have."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from roadmapper.errors import FileError
from roadmapper.merge import Comparison, compare
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.attached import hashes_in
from roadmapper.proposal.change import Batch, Origin
from roadmapper.proposal.path import FILES
from roadmapper.proposal.renaming import renamed
from roadmapper.proposal.session import Session
from roadmapper.store.file import ProposalFile
from roadmapper.store.meta import Meta
from roadmapper.template.kinds import Value


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that comes home, with the answers it began with."""

    path: Path
    base: Answers
    answers: Answers

    @property
    def step(self) -> str:
        """What the step is called that brings it home."""
        return f"Bring home {self.path.stem}"


def read_copy(path: Path, home: Meta) -> Copy:
    """Return a copy of the proposal that says this of itself.

    Raises:
        FileError: The file cannot be read, is no copy, or is one of another proposal.
    """
    with ProposalFile.open(path, write=False) as file:
        base, meta = file.base, file.meta
        if base is None:
            raise FileError(
                f'"{path.name}" was not saved as a copy, so what was changed in it cannot be told. '
                "Choose a copy of this proposal."
            )
        if (meta.template, meta.created) != (home.template, home.created):
            raise FileError(
                f'"{path.name}" is a copy of another proposal. Choose a copy of this one.'
            )
        return Copy(path, base, file.answers)


def compared(session: Session, copy: Copy) -> Comparison:
    """Compare an open proposal with a copy of it."""
    template = session.template
    base, mine, theirs = (
        one.changed(renamed(template, one)) for one in (copy.base, session.answers, copy.answers)
    )
    return compare(template, base, mine, theirs, session.used_rows)


def bring(
    file: ProposalFile, session: Session, copy: Copy, values: Mapping[str, Value]
) -> Batch | None:
    """Keep what comes home from a copy as one step, and the attached files that it names.

    Raises:
        FileError: It could not be kept, or the copy cannot be read any more.
    """
    named = hashes_in(value for path, value in values.items() if path.startswith(f"{FILES}."))
    missing = named - file.attachments if named else named
    if missing:
        with ProposalFile.open(copy.path, write=False) as there:
            for key in sorted(missing):
                content = there.attachment(key)
                if content is not None:
                    file.keep_file(content)
    return session.change(dict(values), copy.step, Origin.MERGE)


def find_original(copy: Path, name: str, folders: tuple[Path, ...]) -> Path | None:
    """Return the file that a copy was made of, if it lies beside it or in one of these folders.

    A name that leads elsewhere leads nowhere: copies come by mail.
    """
    if name != PureWindowsPath(name).name:
        return None
    with ProposalFile.open(copy, write=False) as file:
        wanted = file.meta
    for folder in (copy.parent, *folders):
        path = folder / name
        if path != copy and _is_original(path, wanted):
            return path
    return None


def _is_original(path: Path, wanted: Meta) -> bool:
    try:
        if not path.is_file():
            return False
        with ProposalFile.open(path, write=False) as file:
            return (file.meta.template, file.meta.created) == (wanted.template, wanted.created)
    except (FileError, OSError):  # some other file of that name, or no name at all
        return False
