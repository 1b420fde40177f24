"""log: what was done to a proposal."""

from argparse import Namespace
from pathlib import Path

from roadmapper.commands.desk import DONE, Desk
from roadmapper.proposal.change import Batch, Origin
from roadmapper.store.file import ProposalFile

_PREFIX = {Origin.UNDO: "Undo: ", Origin.REDO: "Redo: "}


def log(options: Namespace, desk: Desk) -> int:
    """List every step, oldest first."""
    with ProposalFile.open(Path(options.file), write=False) as file:
        batches = file.log
    if options.json:
        desk.say_json([_described(batch) for batch in batches])
        return DONE
    for batch in batches:
        time = batch.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        who = f"\t{batch.author}" if batch.author else ""
        desk.say(f"{batch.id}\t{time}\t{_PREFIX.get(batch.origin, '')}{batch.label}{who}")
    return DONE


def _described(batch: Batch) -> dict[str, object]:
    return {
        "id": batch.id,
        "label": batch.label,
        "origin": str(batch.origin),
        "author": batch.author,
        "at": batch.at.isoformat(),
        "about": batch.about,
        "changes": [
            {"path": change.path, "before": change.before, "after": change.after}
            for change in batch.changes
        ],
    }
