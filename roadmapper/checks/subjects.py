"""Checks for words of another proposal: its customer, company, product or clearance number."""

from collections.abc import Iterator

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.naming import Mention, Others

CHECK = "wrong-subject"


def name_in(finding: Finding) -> str:
    """Return the name that a finding of this check is about, as it stands in the answer."""
    return finding.message.split('"')[1]


def wrong_subjects(shown: Answers, others: Others) -> Iterator[Finding]:
    """A name of another proposal stands in an answer that is printed."""
    for path, value in shown.items():
        for text in (
            (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
        ):
            for mention in others.mentioned(text):
                yield _finding(path, mention)


def _finding(path: str, mention: Mention) -> Finding:
    name = mention.name
    return Finding(
        CHECK,
        Severity.MUST_FIX,
        path,
        f'"{mention.words}" belongs to another proposal: it is the {name.sort} of "{name.owner}".',
        "A reader who finds another's name asks where theirs will stand. Change it, or allow it "
        "here with a reason.",
    )
