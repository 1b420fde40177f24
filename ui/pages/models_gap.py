"""The most important gap of a model card, in the order in which its readers look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Question
from ui.words import _

_SENTENCES = {
    "trigger_playbook": _("Name who acts when drift is found. CMIOs look for this line first."),
    "monitoring_plan": _("Say what is watched after go-live, how often, and which limit counts."),
    "rollback": _("Say who can switch it off, and how soon."),
    "fairness_metrics": _("Add results by patient group. CMIOs look for the weakest one."),
    "performance_metrics": _("Add what was measured, with the count and the interval."),
    "training_data_sources": _("Say what it learned from: which sites, years and people."),
    "customer_data_use": _("Say whether their data is used to train."),
    "human_oversight": _("Say who reviews what it puts out."),
}
"""What to do about a question that is open, the most asked for first."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What to put right, and where."""

    sentence: str
    path: str


def gap_of(path: str, findings: Sequence[Finding], unanswered: Iterable[Question]) -> Gap | None:
    """Return what is most important to put right on the card at a path; None if nothing is.

    `findings` are those of the card, worst first; `unanswered` its essential open questions.
    """
    first = next(iter(findings), None)
    if first is not None and first.severity is Severity.MUST_FIX:
        return _told(first)
    waiting = {one.id: one for one in unanswered}
    name = next((one for one in (*_SENTENCES, *waiting) if one in waiting), "")
    if name:
        plain = _("“{label}” has no answer yet.").format(label=waiting[name].label)
        return Gap(_SENTENCES.get(name, plain), f"{path}.{name}")
    return _told(first) if first is not None else None


def _told(finding: Finding) -> Gap:
    return Gap(f"{finding.message} {finding.why}".strip(), finding.path)
