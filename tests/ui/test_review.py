"""Review: ready or not and why, counts that lead on, findings that lead to their field."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmapper.document.compose import Edition, compose
from roadmapper.gather import gather
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.notes import waived, waiver
from roadmapper.proposal.progress import progress
from tests.composed import NOW
from tests.ui_hands import click, press, type_text
from ui.pages.findings import NONE, readable
from ui.pages.missing import Missing
from ui.pages.review import ReviewPage
from ui.pages.set_aside import SetAside
from ui.parts.labels import Label
from ui.window import Window
from ui.wizard import Wizard

_SOON = 60_000
_READY = "Ready. All six criteria are answered well enough, and nothing must be fixed."


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
    assert "6 criteria are below the line, and" in page.state.told
    assert page.state.told.endswith(" must be fixed.")
    assert page.state.counts["Answers"].words.startswith("0 of ")


def test_the_finished_sample_is_ready_with_nothing_in_the_way(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard, page = _review(window, sample_file, qtbot)

    assert page.state.told == _READY
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


@pytest.mark.parametrize("name", ["Answers", "Essential answers"])
def test_a_count_of_answers_opens_the_list_of_what_is_missing_and_leads_there(
    empty: tuple[Wizard, ReviewPage], name: str
) -> None:
    wizard, page = empty

    press(page.state.counts[name], Qt.Key.Key_Return)
    (listed,) = wizard.window().findChildren(Missing)
    assert next(iter(listed.lines)).startswith("deal.")
    click(listed.lines["solution.summary"])

    assert wizard.page.body.fields["solution.summary"]._ringed


def test_the_count_of_claims_opens_those_without_evidence_and_leads_to_each(
    empty: tuple[Wizard, ReviewPage], qtbot: QtBot
) -> None:
    wizard, page = empty
    wizard.opened.bridge.set("solution.summary", "It reduces burnout. Ada wrote it.")
    count = page.state.counts["Claims with evidence"]
    qtbot.waitUntil(lambda: count.words == "0 of 1", timeout=_SOON)
    facts = wizard.watcher.facts
    assert facts is not None

    click(count)

    (listed,) = wizard.window().findChildren(Missing)
    (line,) = listed.lines.values()
    assert "“It reduces burnout” claims something" in line.accessibleName()
    click(line)
    assert wizard.page.body.fields["solution.summary"]._ringed


def test_tab_goes_from_the_counts_over_the_findings_to_the_questions(
    empty: tuple[Wizard, ReviewPage],
) -> None:
    wizard, page = empty
    window = wizard.window()
    assert window.focusWidget() is page.state.counts["Answers"]

    met = []
    while not page.body.isAncestorOf(window.focusWidget()):
        met.append(window.focusWidget())
        press(met[-1], Qt.Key.Key_Tab)
        assert len(met) < 100

    counts = list(page.state.counts.values())
    assert met[: len(counts)] == counts
    fixes = [one.fix for one in page.findings.rows]
    assert [one for one in met if one in fixes] == fixes


def test_a_finding_is_set_aside_with_a_reason_and_comes_back(
    empty: tuple[Wizard, ReviewPage],
) -> None:
    wizard, page = empty
    finding = Finding("long", Severity.SHOULD_FIX, "review.summary", "It is long.")
    page.findings.show_findings((finding,))
    (row,) = page.findings.rows

    click(row.aside)
    (asked,) = wizard.window().findChildren(SetAside)
    assert not asked.yes.isEnabled()
    type_text(asked.reason, "Their counsel wants it so")
    press(asked.reason, Qt.Key.Key_Return)

    answers = wizard.opened.answers
    assert waiver(answers, "long", "review.summary") == "Their counsel wants it so"
    page.findings.show_findings((finding,))
    assert not page.findings.open
    assert page.findings.fold.text() == "1 set aside"
    click(page.findings.fold)
    (row,) = page.findings.rows
    assert row.reason == "Their counsel wants it so"
    click(row.aside)
    page.findings.show_findings((finding,))
    assert page.findings.open == (finding,)
    wizard.undo()
    page.findings.show_findings((finding,))
    assert not page.findings.open


def test_what_must_be_fixed_cannot_be_set_aside(empty: tuple[Wizard, ReviewPage]) -> None:
    wizard, page = empty
    finding = Finding("required", Severity.MUST_FIX, "review.summary", "It is missing.")
    wizard.opened.bridge.change(
        waived(wizard.opened.answers, "required", "review.summary", "No"), "x"
    )

    page.findings.show_findings((finding,))

    assert page.findings.open == (finding,)
    assert page.findings.rows[0].aside.isHidden()


def test_the_reason_for_setting_aside_reaches_no_document(
    empty: tuple[Wizard, ReviewPage],
) -> None:
    wizard, _ = empty
    told = waived(wizard.opened.answers, "long", "review.summary", "Their counsel wants it so")
    wizard.opened.bridge.change({**told, "review.summary": "In short."}, "Answer")

    facts = gather(wizard.opened.template, wizard.opened.answers)

    assert "Their counsel" not in repr(compose(facts, Edition("full", NOW, "r")))


def test_an_answer_changes_counts_and_findings(
    empty: tuple[Wizard, ReviewPage], qtbot: QtBot
) -> None:
    wizard, page = empty
    before = page.state.told

    wizard.opened.bridge.set("deal.health_system", "Lowmarsh Health")

    assert page.state.counts["Answers"].words.startswith("1 of ")
    qtbot.waitUntil(lambda: page.state.told != before, timeout=_SOON)
    paths = [one.finding.path for one in page.findings.rows]
    assert "deal.health_system" not in paths


def test_six_rows_tell_level_word_and_what_is_missing(
    empty: tuple[Wizard, ReviewPage],
) -> None:
    _, page = empty
    heads = [one.head.accessibleName() for one in page.criteria.rows.values()]

    assert len(heads) == 6
    assert heads[0] == (
        "Business continuity: level 0 of 4, Nothing yet. Not enough to present. "
        "Answer something about business continuity"
    )
    assert page.shape.radar.accessibleDescription().startswith("Business continuity: 0 of 4; ")


def test_a_row_opens_the_conditions_of_the_next_level_and_each_leads_to_its_field(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard, page = _review(window, sample_file, qtbot)
    wizard.opened.bridge.change({"security.baa": "not started"}, "x")
    row = page.criteria.rows["C5"]
    qtbot.waitUntil(lambda: "level 1 of 4, Stated" in row.head.accessibleName(), timeout=_SOON)
    assert row.head.accessibleDescription() == "Folded"

    row.head.setFocus()
    press(row.head, Qt.Key.Key_Space)

    assert row.head.accessibleDescription() == "Unfolded"
    ticked = [one.text() for one in row.findChildren(Label) if not one.isHidden()]
    assert "Attestations are listed" in ticked
    assert list(row.links) == ["security.baa"]
    press(row.head, Qt.Key.Key_Tab)
    link = row.links["security.baa"]
    assert window.focusWidget() is link
    press(link, Qt.Key.Key_Return)
    assert wizard.page.body.fields["security.baa"]._ringed


def test_what_would_raise_it_most_follows_their_weights_and_leads_there(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard, page = _review(window, sample_file, qtbot)
    weights = {f"system.criteria_weights[c{at}].weight": "5" for at in range(1, 6)}

    wizard.opened.bridge.change({**weights, "system.criteria_weights[c6].weight": "75"}, "x")

    qtbot.waitUntil(lambda: "Long-term partner" in page.criteria.told, timeout=_SOON)
    assert "weighs 75%" in page.criteria.rows["C6"].head.accessibleName()
    click(page.criteria.most)
    assert wizard.section.id == "coalition"


def test_the_weights_are_asked_where_the_system_is_told(
    empty: tuple[Wizard, ReviewPage],
) -> None:
    wizard, page = empty

    press(page.criteria.weights, Qt.Key.Key_Return)

    assert wizard.section.id == "system"
    assert wizard.page.body.fields["system.criteria_weights"]._ringed


@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_no_card_is_cut_at_any_width(
    window: Window, sample_file: Path, qtbot: QtBot, width: int
) -> None:
    _, page = _review(window, sample_file, qtbot)

    window.resize(width, 800)

    cards = (page.state, page.criteria, page.shape)
    qtbot.waitUntil(lambda: all(one.width() >= one.minimumSizeHint().width() for one in cards))
    assert page.horizontalScrollBar().maximum() == 0
    right = [one.mapTo(page.viewport(), one.rect().topRight()).x() for one in cards]
    assert max(right) <= page.viewport().width()


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


def test_the_last_step_names_what_is_open_on_any_step_and_leads_there(
    empty: tuple[Wizard, ReviewPage],
) -> None:
    wizard, _ = empty
    wizard.opened.bridge.set("review.summary", "In short.")
    assert wizard.footer.state.text().endswith(" more are still open")

    click(wizard.footer.state)

    parts = progress(wizard.opened.template, wizard.opened.answers)
    opened = parts[wizard.section.id].open
    focus = wizard.window().focusWidget()
    assert wizard.page.body.fields[opened[0]].isAncestorOf(focus)
