"""check, export: is it ready, and out it goes."""

from argparse import Namespace
from collections import Counter
from pathlib import Path

from roadmapper.checks.short import in_short
from roadmapper.commands.desk import DONE, FINDINGS, Desk, show_progress
from roadmapper.export import export
from roadmapper.gather import gather
from roadmapper.known_names import Near
from roadmapper.proposal.aside import parted
from roadmapper.proposal.disclosure import IN_FULL, TITLES
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.renaming import renamed
from roadmapper.store.file import ProposalFile
from roadmapper.templates import template_named


def check(options: Namespace, desk: Desk) -> int:
    """List what is missing or wrong; 1 if something stands in the way of an export."""
    with ProposalFile.open(Path(options.file), write=False) as file:
        template, answers = template_named(file.meta.template), file.answers
    asked = answers.changed(renamed(template, answers))
    near = Near(Path(options.file))
    facts = gather(template, asked, near.others(template, asked), near.sources())
    findings = facts.findings
    left, aside = parted(asked, findings)
    if options.json:
        desk.say_json([_described(finding, aside.get(finding, "")) for finding in findings])
    else:
        for finding in in_short(template, left):
            desk.say(f"{finding.severity}: {finding.message} ({finding.path})")
            if finding.why:
                desk.say(f"    {finding.why}")
        for finding, reason in aside.items():
            desk.say(f"set aside: {finding.message} ({finding.path})")
            desk.say(f"    {reason}")
        desk.say(_summary(left, len(aside)))
    blocked = any(finding.severity is Severity.MUST_FIX for finding in findings)
    return FINDINGS if blocked else DONE


def export_document(options: Namespace, desk: Desk) -> int:
    """Write the proposal as Word or PDF."""
    done = export(
        Path(options.file),
        Path(options.out),
        audience=options.audience,
        paper=options.paper,
        letterhead=Path(options.letterhead) if options.letterhead else None,
        draft=options.draft,
        annexes=False if options.no_annexes else None,
        accent=options.accent,
        under_nda=_under_nda(options),
        allow=options.allow or (),
        now=desk.clock(),
        progress=show_progress,
    )
    pages = f"{done.pages} page{'s' if done.pages != 1 else ''}"
    source = f" by {done.page_source}" if done.path.suffix.lower() == ".docx" else ""
    desk.say(f"Wrote {done.path}: {pages}{source}.")
    if not done.remembered:
        desk.say(
            "It was not recorded in the proposal, because the proposal is open elsewhere "
            "or cannot be written."
        )
    if done.findings:
        desk.say(f"{_summary(done.findings)} See them with: roadmapper check {options.file}")
    return DONE


def _under_nda(options: Namespace) -> str:
    """Return what is printed of sources under NDA; empty for what the proposal says."""
    if options.under_nda:
        return IN_FULL
    return TITLES if options.nda_titles else ""


def _summary(findings: tuple[Finding, ...], aside: int = 0) -> str:
    counts = Counter(finding.severity for finding in findings)
    told = [f"{counts[one]} {one}" for one in Severity if counts[one]]
    told += [f"{aside} set aside"] if aside else []
    return f"{', '.join(told)}." if told else "Nothing is missing or wrong."


def _described(finding: Finding, reason: str) -> dict[str, str]:
    return {
        "check": finding.check,
        "severity": str(finding.severity),
        "path": finding.path,
        "message": finding.message,
        "why": finding.why,
        "set_aside": reason,
    }
