"""merge: what was changed in a copy comes home."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from roadmapper.commands.desk import DONE, FINDINGS, Desk
from roadmapper.commands.opening import file_and_session
from roadmapper.homecoming import bring, compared, read_copy
from roadmapper.merge import Comparison, Difference
from roadmapper.store.file import ProposalFile
from roadmapper.telling import told


def merge(options: Namespace, desk: Desk) -> int:
    """Take what only the copy changed; 1 if something changed on both sides or has no place."""
    path = Path(options.file)
    with ProposalFile.open(path, write=False) as file:
        copy = read_copy(Path(options.copy), file.meta)
    with file_and_session(options, desk, write=not options.dry_run) as (file, session):
        found = compared(session, copy)
        values = found.values()
        if values and not options.dry_run:
            bring(file, session, copy, values)
    _list(desk, "Would take" if options.dry_run else "Took", found, found.taken)
    _list(desk, "Kept ours, they say otherwise", found, found.conflicts)
    _list(desk, "Has no place here", found, found.unplaced)
    if not (found.taken or found.conflicts or found.unplaced):
        desk.say(f"There is nothing new in {copy.path.name}.")
    return FINDINGS if found.conflicts or found.unplaced else DONE


def _list(desk: Desk, what: str, found: Comparison, differences: Sequence[Difference]) -> None:
    for one in differences:
        words = told(found, one)
        desk.say(f"{what}: {words.title} ({one.path})")
        for side, said in (("ours", words.mine), ("theirs", words.theirs)):
            desk.say(f"    {side}: {' / '.join(said.splitlines())}")
