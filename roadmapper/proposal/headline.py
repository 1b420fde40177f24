"""The few facts a list of proposals shows; reading them needs no template."""

from datetime import datetime
from typing import NamedTuple


class Headline(NamedTuple):
    """What a list shows of a proposal that is not open.

    A session keeps it in the file with each step, so `read_headline` needs neither template nor
    answers. `answered` of the `asked` questions that count have an answer. What the template's
    `[cover]` does not name is empty.
    """

    customer: str
    name: str
    use_case: str
    decision: str
    status: str
    answered: int
    asked: int
    changed: datetime
