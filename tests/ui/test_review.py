"""Review: ready or not and why, counts that lead on, findings that lead to their field."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from roadmapper.proposal.facts import Finding, Severity
from tests.ui_hands import click
from ui.pages.findings import NONE, readable
from ui.pages.review import ReviewPage
from ui.parts.labels import Label
from ui.window import Window
from ui.wizard import Wizard

_SOON = 60_000


def _review(window: Window, path: Path, qtbot: QtBot) -> tuple[Wizard, ReviewPage]:
    window.resize(1440, 900)
    window.open_proposal(path)
    wizard = window.wizard
    assert wizard is not None
    wizard.go("review")
    page = wizard.page
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: wizard.watcher.facts is not None, timeout=_SOON)
    return wizard, page


@pytest.fixture
def empty(window: Window, empty_file: Path, qtbot: QtBot) -> tuple[Wizard, ReviewPage]:
    """Return the review of a proposal in which nothing is answered."""
    return _review(window, empty_file, qtbot)


def test_an_empty_proposal_is_not_ready_and_the_sentence_says_why(
    empty: tuple[Wizard, ReviewPage],
) -> None:
    _, page = empty

    assert page.state.told.startswith("Not ready. ")
    assert "must be fixed, and" in page.state.told
    assert page.state.counts["Answers"].words.startswith("0 of ")


def test_the_finished_sample_is_ready_with_nothing_in_the_way(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard, page = _review(window, sample_file, qtbot)

    assert page.state.told == "Ready. Nothing must be fixed, and every essential answer is in."
    assert [one for one in page.findings.findChildren(Label) if one.text() == NONE]
    pages = page.state.counts["Pages"]
    qtbot.waitUntil(lambda: pages.words != "…", timeout=_SOON)
    click(pages)
    assert wizard.outlet.desk.is_open


def test_fix_goes_to_the_field_and_rings_it(empty: tuple[Wizard, ReviewPage], qtbot: QtBot) -> None:
    wizard, page = empty
    row = next(one for one in page.findings.rows if one.finding.path == "deal.health_system")
    qtbot.waitUntil(lambda: row.fix.height() == row.fix.sizeHint().height())

    click(row.fix)

    field = wizard.page.body.fields["deal.health_system"]
    assert wizard.section.id == "deal"
    assert field._ringed
    assert field.isAncestorOf(wizard.window().focusWidget())


def test_findings_come_worst_first_or_by_step(empty: tuple[Wizard, ReviewPage]) -> None:
    wizard, page = empty
    sections = [one.id for one in wizard.sections]
    worst = list(Severity)
    by_severity = [worst.index(one.finding.severity) for one in page.findings.rows]
    assert by_severity == sorted(by_severity)

    page.findings.order.button(1).click()

    by_step = [sections.index(one.finding.path.partition(".")[0]) for one in page.findings.rows]
    assert by_step == sorted(by_step)


def test_a_count_of_findings_leads_to_the_first_of_them(empty: tuple[Wizard, ReviewPage]) -> None:
    wizard, page = empty

    click(page.state.counts["Must fix"])

    first = page.findings.rows[0]
    assert first.finding.severity is Severity.MUST_FIX
    assert wizard.window().focusWidget() is first.fix


def test_the_count_of_answers_leads_to_the_first_open_question(
    empty: tuple[Wizard, ReviewPage],
) -> None:
    wizard, page = empty

    click(page.state.counts["Answers"])

    assert wizard.section.id == "deal"


def test_an_answer_changes_counts_and_findings(
    empty: tuple[Wizard, ReviewPage], qtbot: QtBot
) -> None:
    wizard, page = empty
    before = page.state.counts["Must fix"].words

    wizard.opened.bridge.set("deal.health_system", "Lowmarsh Health")

    assert page.state.counts["Answers"].words.startswith("1 of ")
    qtbot.waitUntil(lambda: page.state.counts["Must fix"].words != before, timeout=_SOON)
    paths = [one.finding.path for one in page.findings.rows]
    assert "deal.health_system" not in paths


def test_the_questions_of_the_step_stand_below(empty: tuple[Wizard, ReviewPage]) -> None:
    _, page = empty

    assert set(page.body.fields)
    assert all(path.startswith("review.") for path in page.body.fields)


def test_a_finding_names_questions_and_no_addresses(empty: tuple[Wizard, ReviewPage]) -> None:
    wizard, _ = empty
    message = "A sentence in solution.evidence[r1].setting waits for {deal.health_system}."
    finding = Finding("placeholder", Severity.SHOULD_FIX, "solution.evidence", message)

    told = readable(finding, wizard.opened.template)

    label = wizard.opened.question("solution.evidence").label
    assert told == f"A sentence in “{label}” waits for “Health system”."


def test_the_main_button_goes_on_to_the_export(empty: tuple[Wizard, ReviewPage]) -> None:
    wizard, _ = empty
    assert wizard.footer.next.text() == "Export the proposal"

    click(wizard.footer.next)

    assert wizard.outlet.is_exporting
    assert wizard.window().focusWidget() is not None
