"""attach, attached: the files behind sources of the evidence register."""

from argparse import Namespace
from pathlib import Path

from roadmapper.attaching import attach, detach, pick, save
from roadmapper.commands.desk import DONE, Desk
from roadmapper.commands.opening import check_known, file_and_session, session_of
from roadmapper.errors import FileError, ValueRefusedError
from roadmapper.proposal.attached import all_attached, attached, size_text
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import AnswerPath
from roadmapper.store.file import ProposalFile


def attach_file(options: Namespace, desk: Desk) -> int:
    """Attach a file to a source, or take it off."""
    if (options.path is None) is not options.remove:
        raise ValueRefusedError("Name a file to attach, or --remove to take it off.")
    if options.remove:
        with session_of(options, desk) as session:
            batch = detach(session, options.row)
            desk.say(f"{batch.label}." if batch else "No file is attached there.")
        return DONE
    picked = pick(Path(options.path))
    with file_and_session(options, desk) as (file, session):
        attach(file, session, options.row, picked)
    desk.say(f"Attached {picked.name} ({size_text(len(picked.content))}) to {options.row}.")
    return DONE


def attached_files(options: Namespace, desk: Desk) -> int:
    """List the attached files, or save a copy of one."""
    if (options.row is None) is not (options.out is None):
        raise ValueRefusedError("Name a row and where to save its file, or neither to list all.")
    with ProposalFile.open(Path(options.file), write=False) as file:
        if options.row is not None:
            return _save(file, options, desk)
        found, kept = all_attached(file.answers), file.attachments
    if options.json:
        told = [
            {"row": row, **one._asdict(), "kept": one.sha256 in kept} for row, one in found.items()
        ]
        desk.say_json(told)
        return DONE
    for row, one in found.items():
        lost = "" if one.sha256 in kept else "\tnot kept in this proposal"
        desk.say(f"{row}\t{one.name}\t{size_text(one.size)}\t{one.sha256}{lost}")
    if not found:
        desk.say("No file is attached to a source.")
    return DONE


def _save(file: ProposalFile, options: Namespace, desk: Desk) -> int:
    check_known(file.meta.template, file.answers, AnswerPath.parse(f"{REGISTER}[{options.row}]"))
    found, out = attached(file.answers, options.row), Path(options.out)
    if found is None:
        raise FileError(f"No file is attached to {options.row}.")
    if out.exists():
        raise FileError(f'There is a file "{out}" already. Choose another name.')
    save(file, found, out)
    desk.say(f"Saved {found.name} as {out}. Open it only if you know where it comes from.")
    return DONE
