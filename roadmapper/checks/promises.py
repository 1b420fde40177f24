"""Promises that another page breaks: jobs, data, signatures, agreements, how a result is shown."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from roadmapper.checks.contradictions import WHY
from roadmapper.checks.reading import amount, plain, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.checks.said import N, denies, public_texts, sentences, value_of
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

_JOBS_STAY = re.compile(
    r"\b(?:no ?(?:one|body)|none)\b[^.;]{0,40}\b(?:los|laid|replac|let go|dismiss)\w*"
    r"|\bno (?:\w+ ){0,2}(?:jobs?|roles?|positions?|layoffs?|staff)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\b(?:fewer|reduc\w*|eliminat\w*|cut(?:s|ting)?|remov\w*|clos\w*|saves?|saving)\b[^.;]{0,40}"
    r"\b(?:ftes?|(?<!open )(?<!vacant )positions?|jobs?|head ?-?count|full[- ]time)\b"
    r"|\b\d+(?:\.\d+)? (?:ftes?|positions?|jobs?)\b[^.;]{0,30}\b(?:saved|cut|removed|eliminated)\b",
    re.IGNORECASE,
)
_TRAINED_ON = re.compile(
    r"\b(?:re)?(?:trains?|trained|training|learns?|improves?|tuned?)\b[^.;]{0,30}"
    r"\b(?:on|from|with) (?:your|their|the client’s|the system’s)\b[^.;]{0,20}"
    r"\b(?:data|notes|recordings?|records|patients|visits|transcripts)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"\b(?:share|sell|pass on|give)\w*\b[^.;]{0,30}\b(?:data|records|recordings|notes)\b[^.;]{0,30}"
    r"\b(?:with|to) (?:third|other|partners|our partners|research)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:sign\w*|review\w*|releas\w*)\b[^.;]{0,20}\b(?:every|each|all)\b"
    r"|\b(?:every|each|all)\b[^.;]{0,30}\bsign(?:s|ed)\b",
    re.IGNORECASE,
)
_CLEAN = re.compile(
    r"\bno (?:open |known )*((?:critical|high|critical or high)?) ?(?:open )?"
    r"(?:findings?|vulnerabilities)\b(?! in\b)",
    re.IGNORECASE,
)
_WHOLE_TERM = re.compile(r"\b(?:during|throughout|for|over) the (?:contract|term|agreement)\b")
_MONTHS = re.compile(rf"\bfor {N} months\b", re.IGNORECASE)
_AGREEMENT = re.compile(r"business associate|\bbaa\b", re.IGNORECASE)
_WRITES = frozenset({"write", "both"})


@rule(
    "displacement",
    Severity.MUST_FIX,
    "Nurses read both pages; a promise that a budget breaks is worse than none.",
)
def roles_promised_and_saved(template: Template, answers: Answers) -> Iterator[Told]:
    """Nobody is to lose a role, and savings in positions are planned."""
    if not _jobs_are_promised(answers):
        return
    for row in rows(answers, "value.budgeted_savings"):
        planned = row.number("fte")
        if planned is not None and planned > 0:
            message = (
                f"Nobody loses a role, we promise, and {plain(planned)} positions are saved in "
                "their budget."
            )
            yield row.at("fte"), message
    if answers.text("value.fte_policy") == "head-count reduction":
        yield (
            "value.fte_policy",
            "Nobody loses a role, we promise, and freed time is to reduce head count.",
        )
    for path, text in public_texts(template, answers):
        cuts = _cuts_in(text)
        if cuts and path.partition(".")[0] in ("value", "pricing", "roadmap", "review", "system"):
            yield path, f'Nobody loses a role, we promise, and here stands "{cuts[0][:80]}".'


def _jobs_are_promised(answers: Answers) -> bool:
    promises = [
        row for row in rows(answers, "workforce.commitments") if row.text("promise").strip()
    ]
    told = [row.text("promise") for row in promises]
    told += [answers.text("workforce.concern_answers[replacement].answer")]
    told += [answers.text("review.summary")]
    return any(row.text("concern") == "replacement" for row in promises) or any(
        map(_JOBS_STAY.search, told)
    )


@rule("promise-months", Severity.SHOULD_FIX, WHY)
def months_said_otherwise(_template: Template, answers: Answers) -> Iterator[Told]:
    """A promise to staff lasts otherwise in its answer, or ends before the contract it names."""
    term = amount(answers, "deal.term_years")
    for row in rows(answers, "workforce.commitments"):
        lasts = row.number("months")
        if lasts is None:
            continue
        if term and lasts < term * 12 and _WHOLE_TERM.search(row.text("promise")):
            message = (
                f"It holds for {plain(lasts)} months, and the contract for {plain(term)} years."
            )
            yield row.at("months"), message
        path = f"workforce.concern_answers[{row.text('concern')}].answer"
        said = [value_of(one) for one in _MONTHS.findall(answers.text(path))]
        same = [
            one.number("months")
            for one in rows(answers, "workforce.commitments")
            if one.text("concern") == row.text("concern")
        ]
        if said and said[0] not in same:
            yield (
                path,
                f"It holds for {plain(said[0])} months here, and {plain(lasts)} as promised.",
            )


_NO_DATA_USE = ("solution.evidence", "security.data_rights", "workforce.", "roadmap.", "coalition.")
"""Where training is of people, or data are those of others."""


@rule("data-use", Severity.SHOULD_FIX, WHY)
def data_used_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """The table of data rights says no to a use, and a text yes, or the other way round."""
    uses = {row.text("use"): row.text("allowed") for row in rows(answers, "security.data_rights")}
    trains, shares = uses.get("model training"), uses.get("sharing with others")
    for path, text in public_texts(template, answers):
        if path.startswith(_NO_DATA_USE):
            continue
        for use in _uses_in(text):
            if use == "trains" and trains == "no":
                yield path, "Their data train a model here; the table of data rights says no."
            elif use == "trains not" and trains == "yes":
                yield path, "Their data train no model here; the table of data rights says yes."
            elif use == "shares" and shares == "no":
                yield path, "Their data go to others here; the table of data rights says no."


@lru_cache(maxsize=20_000)
def _cuts_in(text: str) -> tuple[str, ...]:
    """Return the sentences that speak of fewer positions."""
    return tuple(one for one in sentences(text) if _CUT.search(one) and not denies(one))


@lru_cache(maxsize=20_000)
def _uses_in(text: str) -> tuple[str, ...]:
    """Return what the sentences of a text do with data: train, train not, share."""
    told = []
    for sentence in sentences(text):
        if _TRAINED_ON.search(sentence):
            told.append("trains not" if denies(sentence) else "trains")
        elif _SHARED.search(sentence) and not denies(sentence):
            told.append("shares")
    return tuple(told)


@rule("writing", Severity.SHOULD_FIX, WHY)
def written_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """Nothing is written, and a connection writes; or it writes alone, and somebody signs all."""
    how = answers.text("deploy.write_back")
    for row in rows(answers, "deploy.integration"):
        if how == "none" and row.text("direction") in _WRITES and row.text("status") != "planned":
            yield row.at("direction"), "This connection writes, and nothing is to be written back."
    if how != "automatic":
        return
    for path, text in public_texts(template, answers):
        if any(_SIGNED.search(one) and not denies(one) for one in sentences(text)):
            yield path, "Somebody signs all of it here, and it is written back automatically."
            return


@rule("agreement-status", Severity.SHOULD_FIX, WHY)
def agreement_said_otherwise(_template: Template, answers: Answers) -> Iterator[Told]:
    """The business associate agreement is signed in one step, and open in another."""
    signed = answers.text("security.baa")
    for row in rows(answers, "coalition.paper_steps"):
        status = row.text("status")
        if not _AGREEMENT.search(row.text("step")) or not status:
            continue
        is_open = signed == "signed" and status != "done"
        is_begun = signed == "not started" and status in ("under way", "done")
        if is_open or is_begun:
            message = f'The agreement is "{signed}" under security, and "{status}" here.'
            yield row.at("status"), message


@rule("test-findings", Severity.SHOULD_FIX, WHY)
def findings_said_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """A text says that no finding is open, and a penetration test left one."""
    left: dict[str, Decimal] = {}
    for kind in ("critical", "high"):
        told = (row.number(f"open_{kind}") for row in rows(answers, "security.pentest"))
        left[kind] = sum((one for one in told if one is not None), Decimal(0))
    for path, text in public_texts(template, answers) if any(left.values()) else ():
        if not path.startswith(("security.", "review.", "coalition.")):
            continue
        for found in _CLEAN.finditer(text):
            count = sum(
                (n for kind, n in left.items() if not found[1] or kind in found[1].lower()),
                Decimal(0),
            )
            if count:
                yield path, f"No finding is open here; the penetration tests left {plain(count)}."


@rule("how-known", Severity.SHOULD_FIX, WHY)
def attributed_otherwise(_template: Template, answers: Answers) -> Iterator[Told]:
    """A result is to be shown by an order drawn by lot, and the pilot has none."""
    pilot, way = answers.text("deploy.pilot"), answers.text("value.attribution")
    if way == "stepped-wedge" and pilot and not pilot.startswith(("stepped", "silent")):
        yield (
            "value.attribution",
            "Results are to be shown by a stepped wedge, and the pilot is of another design.",
        )


@rule("reports-to", Severity.SHOULD_FIX, WHY)
def line_said_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """A text has the CMIO report to somebody else than the step about the system."""
    told = answers.text("system.cmio_reports_to")
    if told not in ("CIO", "CEO", "COO"):
        return
    for path, text in public_texts(template, answers):
        found = _REPORTS.search(text)
        if found and found[1].upper() != told:
            yield path, f"The CMIO reports to the {found[1]} here, and to the {told} in step 2."


_REPORTS = re.compile(
    r"\bCMIO\b[^.;]{0,20}\breport(?:s|ing)? (?:directly )?to (?:the |your )?(CIO|CEO|COO|CMO|CFO)\b"
)
