"""What a new proposal begins with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new proposal begins with; `earlier` is the proposal to take answers from.

    Without a template it begins with the first one, or with that of the earlier proposal.
    """

    health_system: str
    opportunity: str
    use_case: str
    earlier: Path | None
    template: str = ""
    decision: str = ""
    prepared_by: str = ""
