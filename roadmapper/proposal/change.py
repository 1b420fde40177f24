"""Changes as values: what was, what is, who did it and when."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from roadmapper.template.kinds import Value


class Origin(StrEnum):
    """Where a batch of changes comes from."""

    USER = "user"
    UNDO = "undo"
    REDO = "redo"
    REVIEW = "review"
    MERGE = "merge"
    IMPORT = "import"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Change:
    """One answer changed; None means unanswered."""

    path: str
    before: Value
    after: Value

    def reversed(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.path, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes that belong together and are undone together.

    `about` is the id of the batch that an undo takes back or a redo brings back; 0 otherwise.
    """

    id: int
    label: str
    origin: Origin
    author: str
    at: datetime
    changes: tuple[Change, ...]
    about: int = 0

    @property
    def is_idle(self) -> bool:
        """Whether every answer is as it was before."""
        return all(change.before == change.after for change in self.changes)

    def folded(self, later: "Batch") -> "Batch":
        """Return this batch and a later one of the same answers as one."""
        befores = {change.path: change.before for change in self.changes}
        changes = tuple(replace(change, before=befores[change.path]) for change in later.changes)
        return replace(self, at=later.at, changes=changes)
