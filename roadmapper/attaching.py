"""A file is attached to a source of the register, and saved again: bytes in, bytes out."""

import stat
from dataclasses import dataclass
from pathlib import Path

from roadmapper.errors import FileError, ValueRefusedError
from roadmapper.placing import put_in_place, reason
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.attached import (
    LARGEST,
    MOST,
    Attached,
    all_attached,
    attached,
    file_at,
    safe_name,
    size_text,
)
from roadmapper.proposal.change import Batch
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.rowing import check_row
from roadmapper.proposal.session import Session
from roadmapper.store.file import ProposalFile


@dataclass(frozen=True, slots=True)
class Picked:
    """A file that somebody chose: its name and its bytes, not read any further."""

    name: str
    content: bytes


def pick(path: Path) -> Picked:
    """Return the bytes of a file to attach.

    Raises:
        FileError: It is not there, is no file, or may not be read.
        ValueRefusedError: It is empty or too large.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileError(f'"{path.name}" is no file. Choose a document or a picture.')
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise FileError(f'There is no file "{path}". Check the name.') from None
    except (OSError, ValueError) as error:
        raise FileError(f'"{path.name}" cannot be read ({reason(error)}).') from None
    if not content:
        raise ValueRefusedError(f'"{path.name}" is empty. Choose another file.')
    if len(content) > LARGEST:
        raise ValueRefusedError(
            f'"{path.name}" is larger than {LARGEST // 1_000_000} MB, the most one attached file '
            "may have. Attach the pages that matter, or say where the whole is to be found."
        )
    return Picked(safe_name(path.name), content)


def attach(file: ProposalFile, session: Session, row: str, picked: Picked) -> Batch | None:
    """Attach a file to a source, in place of one that may be attached, as one step.

    Raises:
        AddressError: There is no such source.
        ValueRefusedError: The proposal would hold too much.
        FileError: It could not be kept.
    """
    question = question_at(session.template, AnswerPath.parse(REGISTER))
    check_row(question, session.answers, REGISTER, row)
    _check_room(session.answers, row, picked)
    key = file.keep_file(picked.content)
    value = Attached(picked.name, key, len(picked.content)).value
    return session.change({file_at(row): value}, f"Attach {picked.name}")


def detach(session: Session, row: str) -> Batch | None:
    """Take the file off a source, as one step."""
    found = attached(session.answers, row)
    return session.change({file_at(row): None}, f"Take off {found.name}") if found else None


def content_of(file: ProposalFile, found: Attached) -> bytes:
    """Return the bytes of an attached file.

    Raises:
        FileError: They are not kept here, or are damaged.
    """
    content = file.attachment(found.sha256)
    if content is None:
        raise FileError(
            f'"{found.name}" is named here, but is not kept in this proposal. '
            "Attach it again, or take it off."
        )
    return content


def save(file: ProposalFile, found: Attached, target: Path) -> None:
    """Save a copy of an attached file.

    Raises:
        FileError: It is not kept here, or is damaged.
        ExportError: The folder does not take it.
    """
    put_in_place(content_of(file, found), target)


def _check_room(answers: Answers, row: str, picked: Picked) -> None:
    others = {one.sha256: one.size for name, one in all_attached(answers).items() if name != row}
    held = sum(others.values())
    if held + len(picked.content) > MOST:
        raise ValueRefusedError(
            f"The files attached to this proposal may have {MOST // 1_000_000} MB together; they "
            f'have {size_text(held)}, and "{picked.name}" has {size_text(len(picked.content))}. '
            "Take off one that is not needed."
        )
