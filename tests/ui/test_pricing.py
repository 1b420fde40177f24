"""The pricing page: what is moved, typed or chosen is kept, and what it comes to is seen."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from roadmapper.document.input_names import input_name
from roadmapper.proposal.facts import Figure
from tests.outlooks import outlook
from tests.ui.files_hands import sheet_of
from tests.ui.pricing_hands import made_figures
from tests.ui_hands import body_at, click, drag, hold, move_to, press, type_text
from ui.clock import now
from ui.held import Held
from ui.opened import Opened
from ui.pages.pricing import PricingPage
from ui.pages.pricing_sliders import SliderRow
from ui.pages.pricing_tiles import OURS, THEIRS, numbers, shown_dollars
from ui.parts.labels import Label
from ui.shown_values import shown_with_unit
from ui.window import Window

Show = Callable[[Path], PricingPage]


@pytest.fixture
def show_pricing(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Show:
    """Return a way to show the pricing page of a proposal, with figures made by hand."""
    monkeypatch.setattr("ui.pages.pricing_outlook.figures", made_figures)
    monkeypatch.setattr("roadmapper.gather.figures", made_figures)

    def shown(path: Path) -> PricingPage:
        window.resize(1440, 900)
        page = body_at(window, path, "pricing", PricingPage)
        qtbot.waitUntil(lambda: page.outlook.last is not None)
        return page

    return shown


@pytest.fixture
def page(show_pricing: Show, sample_file: Path) -> PricingPage:
    """Return the page of the sample."""
    return show_pricing(sample_file)


def opened_in(window: Window) -> Opened:
    """Return the proposal that is open."""
    assert window.wizard is not None
    return window.wizard.opened


def slider(page: PricingPage, key: str) -> SliderRow:
    """Return a slider that is shown."""
    row = page.left.rows[key]
    assert row.isVisible()
    return row


def place(row: SliderRow, part: float) -> QPoint:
    """Return a place on the track of a slider."""
    wide = row.slider.width()
    return QPoint(round(12 + (wide - 24) * part), row.slider.height() // 2)


# --- sliders --------------------------------------------------------------------------------------


def test_dragging_is_one_step_that_undo_takes_back(page: PricingPage, window: Window) -> None:
    row, opened = slider(page, "risk"), opened_in(window)
    before = len(opened.session.history.undoable)
    drag(row.slider, place(row, 0.25), place(row, 0.6))

    assert opened.text("pricing.at_risk_pct") == "60"
    assert len(opened.session.history.undoable) == before + 1
    assert opened.session.undo_label == "Undo set fee at risk to 60%"
    opened.bridge.undo()
    assert opened.text("pricing.at_risk_pct") == "25"
    assert (row.slider.value(), row.typed.text()) == (25, "25%")


def test_while_a_slider_is_held_the_numbers_follow_and_nothing_is_kept(
    page: PricingPage, window: Window, qtbot: QtBot
) -> None:
    row, opened = slider(page, "risk"), opened_in(window)
    start = hold(row.slider, place(row, 0.25))
    move_to(row.slider, start + QPoint(row.slider.width() // 3, 0))

    assert row.slider.isSliderDown()
    assert row.is_moving
    assert opened.text("pricing.at_risk_pct") == "25"
    before = page.right.tiles.tiles[2].told
    qtbot.waitUntil(lambda: page.right.tiles.tiles[2].told != before)


def test_an_arrow_key_nudges_by_one_and_page_up_by_ten(
    page: PricingPage, window: Window, qtbot: QtBot
) -> None:
    row, opened = slider(page, "risk"), opened_in(window)
    row.slider.setFocus()
    press(row.slider, Qt.Key.Key_Right)
    press(row.slider, Qt.Key.Key_PageUp)

    assert row.typed.text() == "36%"
    qtbot.waitUntil(lambda: opened.text("pricing.at_risk_pct") == "36")


def test_a_nudge_is_kept_when_one_leaves_the_step(page: PricingPage, window: Window) -> None:
    row, opened = slider(page, "risk"), opened_in(window)
    row.slider.setFocus()
    press(row.slider, Qt.Key.Key_Left)
    assert window.wizard is not None
    window.wizard.go("value")

    assert opened.text("pricing.at_risk_pct") == "24"


def test_a_value_is_typed_after_f2(page: PricingPage, window: Window) -> None:
    row, opened = slider(page, "fee"), opened_in(window)
    row.slider.setFocus()
    press(row.slider, Qt.Key.Key_F2)
    assert row.typed.hasFocus()
    row.typed.selectAll()
    type_text(row.typed, "1.28m")
    press(row.typed, Qt.Key.Key_Return)

    assert opened.text("pricing.base_fee[seats].price") == "2000"
    assert opened.text("pricing.base_fee[seats].quantity") == "640"


def test_what_is_no_number_is_put_back(page: PricingPage, window: Window) -> None:
    row, opened = slider(page, "risk"), opened_in(window)
    click(row.typed)
    row.typed.selectAll()
    type_text(row.typed, "a lot")
    press(row.typed, Qt.Key.Key_Tab)

    assert row.typed.text() == "25%"
    assert opened.text("pricing.at_risk_pct") == "25"


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("risk", "a lot", "Enter a number, such as 1200 or 1.2m."),
        ("risk", "-5", "Enter 0 or more."),
        ("risk", "120", "Enter 100 or less."),
        ("fee", "1.234,50", "A point stands before the decimals here: write 1234.50 if that"),
        ("fee", "5000000000000", "That is more than a trillion. Count the zeros."),
    ],
)
def test_a_sentence_says_why_a_typed_value_is_put_back(
    page: PricingPage, key: str, typed: str, sentence: str
) -> None:
    row = slider(page, key)
    click(row.typed)
    row.typed.selectAll()
    type_text(row.typed, typed)
    press(row.typed, Qt.Key.Key_Tab)

    assert row.sentence.startswith(sentence)
    drag(row.slider, place(row, 0.2), place(row, 0.3))
    assert row.sentence == ""


def test_escape_gives_up_what_was_typed(page: PricingPage, window: Window) -> None:
    row = slider(page, "risk")
    click(row.typed)
    row.typed.selectAll()
    type_text(row.typed, "99")
    press(row.typed, Qt.Key.Key_Escape)
    press(row.typed, Qt.Key.Key_Tab)

    assert opened_in(window).text("pricing.at_risk_pct") == "25"


def test_a_typed_amount_past_the_end_makes_the_slider_longer(page: PricingPage) -> None:
    row = slider(page, "fee")
    click(row.typed)
    row.typed.selectAll()
    type_text(row.typed, "9m")
    press(row.typed, Qt.Key.Key_Return)

    assert row.slider.value() == row.slider.maximum() / 2 * 0.9


def test_a_slip_of_zeros_leaves_no_slider_that_is_far_too_long(page: PricingPage) -> None:
    row = slider(page, "fee")
    for amount in ("900000m", "900000"):
        click(row.typed)
        row.typed.selectAll()
        type_text(row.typed, amount)
        press(row.typed, Qt.Key.Key_Return)

    assert row.slider.value() > row.slider.maximum() / 4


def test_taking_back_a_far_value_puts_no_other_in_its_place(
    page: PricingPage, window: Window, qtbot: QtBot
) -> None:
    row, opened = slider(page, "bonus"), opened_in(window)
    before = opened.value("pricing.bonus")
    click(row.typed)
    row.typed.selectAll()
    type_text(row.typed, "90")
    press(row.typed, Qt.Key.Key_Return)
    assert opened.text("pricing.bonus") == "90"

    with qtbot.assertNotEmitted(row.settled, wait=600):
        opened.bridge.undo()
    assert opened.value("pricing.bonus") == before
    assert opened.session.history.redoable


def test_slider_and_form_below_show_the_same(page: PricingPage) -> None:
    row, field = slider(page, "risk"), page.form.fields["pricing.at_risk_pct"]
    drag(row.slider, place(row, 0.25), place(row, 0.4))

    assert field.editor.read() == "40"


# --- kinds of agreement ---------------------------------------------------------------------------


def test_a_usual_mix_is_chosen_with_a_click(page: PricingPage, window: Window) -> None:
    opened = opened_in(window)
    click(page.left.presets.tiles["outcome"])

    assert opened.value("pricing.structure") == ("outcome price per event", "SLA credits")
    assert slider(page, "price").value is None
    assert page.left.rows["risk"].isHidden()


def test_hidden_answers_come_back_with_their_kind(page: PricingPage) -> None:
    click(page.left.presets.tiles["outcome"])
    click(page.left.presets.tiles["guarantee"])

    assert slider(page, "risk").typed.text() == "25%"


def test_a_glide_path_says_which_years_and_gives_them_up_again(
    page: PricingPage, window: Window
) -> None:
    opened = opened_in(window)
    click(page.left.presets.tiles["glide"])

    row = opened.answers.rows("pricing.downside")[0]
    assert opened.text("pricing.at_risk_years") == "1"
    assert opened.text(f"pricing.downside[{row}].years") == "3"
    assert page.left.presets.tiles["glide"].isChecked()
    click(page.left.presets.tiles["shared"])
    assert opened.text("pricing.at_risk_years") == ""
    assert page.left.presets.tiles["shared"].isChecked()


def test_all_kinds_can_be_mixed(page: PricingPage) -> None:
    presets = page.left.presets
    click(presets.own)
    for kind, check in presets.checks.items():
        if not check.isChecked():
            click(check, QPoint(10, check.height() // 2))
        assert kind in page.left.mix.chosen

    assert len(presets.checks) == 10
    assert not any(tile.isChecked() for tile in presets.tiles.values())
    shown = {key for key, row in page.left.rows.items() if row.isVisible()}
    assert shown >= {"fee", "risk", "share", "cap", "price", "holdback", "credit", "rate", "floor"}


def test_a_slider_without_a_row_makes_one(page: PricingPage, window: Window) -> None:
    opened = opened_in(window)
    click(page.left.presets.tiles["outcome"])
    row = slider(page, "price")
    click(row.typed)
    type_text(row.typed, "250")
    press(row.typed, Qt.Key.Key_Return)

    assert [
        opened.text(f"pricing.outcomes[{one}].price")
        for one in opened.answers.rows("pricing.outcomes")
    ] == ["250"]
    opened.bridge.undo()
    assert opened.answers.rows("pricing.outcomes") == ()


# --- what it comes to -----------------------------------------------------------------------------


def test_the_tiles_tell_four_numbers_of_either_side(page: PricingPage) -> None:
    names = [tile.accessibleName() for tile in page.right.tiles.tiles]
    assert names[0].startswith("Net value to them, 3 years: $")
    assert names[1] == "Chance they end ahead: 98% 1,956 of 2,000 runs"

    click(page.right.side.button(1))
    assert page.right.tiles.tiles[0].accessibleName().startswith("Paid to us over the term: $")


def test_where_royalties_come_back_what_is_paid_is_told_before_them() -> None:
    royalty = Figure("worked.royalty.r1.paid", Decimal(-5), "USD", "", ())

    assert numbers({}, OURS)[0].label == "Paid to us over the term"
    assert numbers({royalty.name: royalty}, OURS)[0].label == "Paid to us, before royalties"


def test_the_fee_at_risk_is_that_of_the_full_fee_where_the_fee_is_ramped() -> None:
    told = [
        Figure(name, Decimal(5), "USD", "", ()) for name in ("pricing.fee_at_risk", "worked.fee")
    ]

    assert (
        numbers({one.name: one for one in told[:1]}, THEIRS)[2].line == "year 1, earned by results"
    )
    ramped = numbers({one.name: one for one in told}, THEIRS)[2]
    assert ramped.line == "a year at the full fee, after the ramp"


def test_tabs_show_other_charts(page: PricingPage) -> None:
    shown = []
    for at in range(3):
        click(page.right.tabs.button(at))
        assert page.right.chart.chart is not None
        shown.append(page.right.chart.chart.key)

    assert shown == ["over-time", "spread", "who-bears"]


def test_each_input_of_the_chart_says_where_it_breaks_even(page: PricingPage) -> None:
    told = page.outlook.last
    chart = page.right.inputs.chart
    assert told is not None
    assert chart is not None
    visits, cover = "value.drivers[visits].improvement", "value.drivers[cover].improvement"
    paths = {"0": visits, "1": cover, "2": "value.costs[cover].likely"}
    figures = {**told.figures, **outlook()}
    figures |= {
        f"outlook.break_even.{at}": Figure(f"outlook.break_even.{at}", value, "", "", (paths[at],))
        for at, value in {"0": Decimal("0.306"), "2": Decimal("1234.5")}.items()
    }
    page.right.show_told(replace(told, figures=figures))

    first, second, last = page.right.break_even.told
    assert page.right.break_even.isVisible()
    assert first == "Visits added: even at 0.31 visits a week"
    assert second == f"{input_name(paths['2'], told.answers)}: even at $1,235"
    assert last == f"None between low and high: {input_name(cover, told.answers)}"


def test_a_click_on_a_case_draws_its_way(page: PricingPage) -> None:
    click(page.right.tabs.button(1))
    click(page.right.cases.rows["cautious"])

    chart = page.right.chart.chart
    assert chart is not None
    assert chart.series[-1].name == "cautious case"
    assert chart.series[-1].values[-1] is not None
    click(page.right.cases.rows["cautious"])
    assert page.right.chart.chart is not None
    assert len(page.right.chart.chart.series) == len(chart.series) - 1


def test_everything_low_at_once_stands_below_the_cases_without_a_switch(page: PricingPage) -> None:
    cases = page.right.cases
    told = page.outlook.last
    assert told is not None
    net = told.figures["outlook.stress.net"].value
    assert cases.rows["stress"].isVisible()
    assert cases.rows["stress"].told[2] == shown_dollars(
        told.figures, told.figures["outlook.stress.net"]
    )
    assert net < 0
    assert cases.rows["stress"].told[2].startswith("\u2212$")
    assert "stress" not in cases.toggles
    assert cases.rows["stress"].width() == cases.rows["strong"].width()
    assert cases.rare.text().endswith("adoption 30%: far rarer than one in ten.")
    click(cases.rows["stress"])

    chart = page.right.chart.chart
    assert chart is not None
    assert chart.series[-1].name == "everything low at once"
    assert not cases.rows["cautious"].isChecked()


def test_without_its_figures_nothing_is_said_of_everything_low(page: PricingPage) -> None:
    told = page.outlook.last
    assert told is not None
    kept = {name: one for name, one in told.figures.items() if "outlook.stress" not in name}
    page.right.show_told(replace(told, figures=kept))

    assert page.right.cases.rows["stress"].isHidden()
    assert page.right.cases.rare.isHidden()


def test_a_switch_says_whether_a_case_prints(page: PricingPage, window: Window) -> None:
    opened, toggle = opened_in(window), page.right.cases.toggles["strong"]
    click(toggle)

    assert opened.session.undo_label == "Undo do not print strong"
    assert not toggle.isChecked()
    opened.bridge.undo()
    assert toggle.isChecked()


def test_the_limit_stands_in_the_chart_of_what_a_year_can_cost(
    page: PricingPage, window: Window, qtbot: QtBot
) -> None:
    opened_in(window).bridge.set("pricing.exposure_limit", "200000")
    card = page.right.exposure
    qtbot.waitUntil(lambda: card.verdict.text() == "One year can cost us more than our limit.")

    assert card.chart.chart is not None
    assert card.chart.chart.limit is not None


def test_a_loss_without_a_cap_is_never_within_the_limit(page: PricingPage) -> None:
    told = page.outlook.last
    assert told is not None
    figures = {name: one for name, one in told.figures.items() if name != "outlook.exposure"}
    page.right.show_told(replace(told, figures=figures))

    assert page.right.exposure.verdict.text().startswith("One year can cost us any amount")
    page.right.side.button(1).click()
    assert page.right.tiles.tiles[2].told == "No limit"


def test_five_outcomes_say_what_they_would_have_paid(page: PricingPage) -> None:
    assert page.right.five.told("none", "paid") == "$500,000"
    assert page.right.five.told("target", "forgone") == "None"
    words = [one.text() for one in page.right.five.findChildren(Label)]
    assert any(one.startswith("Year 2 of the contract") for one in words)


def test_assumptions_lead_to_the_step_value(page: PricingPage, window: Window) -> None:
    click(page.left.assumed.edit)

    assert window.wizard is not None
    assert window.wizard.section.id == "value"


def test_the_newest_place_of_a_restless_slider_is_shown(page: PricingPage, qtbot: QtBot) -> None:
    row = slider(page, "risk")
    row.slider.setFocus()
    for _time in range(12):
        press(row.slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not page.outlook.is_working)

    assert page.outlook.last is not None
    assert page.outlook.last.answers.text("pricing.at_risk_pct") == "37"


# --- nothing, half, read-only ---------------------------------------------------------------------


def test_an_empty_proposal_says_what_is_missing_and_shows_no_number(
    show_pricing: Show, empty_file: Path
) -> None:
    page = show_pricing(empty_file)

    assert len(page.right.gaps.notices) == 2, "the usual term is assumed: nobody asks for it"
    assert all(tile.told == "–" for tile in page.right.tiles.tiles)
    assert page.right.chart.chart is None
    assert page.right.exposure.chart.chart is None
    assert page.right.cases_card.isHidden()


def test_a_term_nobody_can_count_with_is_asked_for(
    show_pricing: Show, empty_file: Path, window: Window, qtbot: QtBot
) -> None:
    page = show_pricing(empty_file)
    opened_in(window).bridge.set("deal.term_years", "1.5")

    qtbot.waitUntil(lambda: len(page.right.gaps.notices) == 3)


def test_a_fee_at_risk_without_a_measure_is_said_to_hang_in_the_air(
    page: PricingPage, window: Window, qtbot: QtBot
) -> None:
    opened_in(window).bridge.set("pricing.kpis", None)

    words = "Nothing decides yet about the fee at risk."
    qtbot.waitUntil(lambda: any(words in one.accessibleName() for one in page.right.gaps.notices))


def test_a_base_fee_beside_outcomes_is_said_to_be_paid_anyway(
    page: PricingPage, qtbot: QtBot
) -> None:
    click(page.left.presets.tiles["outcome"])

    words = "The base fee is paid whatever comes."
    qtbot.waitUntil(lambda: any(words in one.accessibleName() for one in page.right.gaps.notices))


def test_what_is_usual_is_never_shown_as_promised(
    show_pricing: Show, empty_file: Path, window: Window
) -> None:
    page = show_pricing(empty_file)
    click(page.left.presets.tiles["guarantee"])

    row = slider(page, "risk")
    assert (row.slider.value(), row.typed.text()) == (0, "")
    assert row.lever.note == "Usual: 15% of yearly fee"
    assert opened_in(window).value("pricing.at_risk_pct") is None


def test_a_fee_of_nothing_is_a_fee(show_pricing: Show, empty_file: Path) -> None:
    page = show_pricing(empty_file)
    row = slider(page, "fee")
    click(row.typed)
    type_text(row.typed, "0")
    press(row.typed, Qt.Key.Key_Tab)

    assert row.typed.text() == "$0"


def test_a_fee_can_be_moved_before_anything_is_answered(
    show_pricing: Show, empty_file: Path, window: Window
) -> None:
    page = show_pricing(empty_file)
    row = slider(page, "fee")
    drag(row.slider, place(row, 0.0), place(row, 0.5))

    opened = opened_in(window)
    first = opened.answers.rows("pricing.base_fee")[0]
    assert opened.text(f"pricing.base_fee[{first}].price") == "500000"
    assert opened.session.undo_label == "Undo set base fee, yearly to $500,000"


def test_a_proposal_for_reading_puts_sliders_back(
    window: Window, sample_file: Path, show_pricing: Show
) -> None:
    other = Opened(sample_file, clock=now)
    window.open_proposal(sample_file)
    click(sheet_of(window, Held).read)
    page = show_pricing(sample_file)
    row = slider(page, "risk")
    drag(row.slider, place(row, 0.25), place(row, 0.6))

    assert opened_in(window).reading
    assert (row.slider.value(), row.typed.text()) == (25, "25%")
    click(page.left.presets.tiles["outcome"])
    assert page.left.presets.tiles["shared"].isChecked()
    click(page.right.cases.toggles["strong"])
    assert page.right.cases.toggles["strong"].isChecked()
    other.close()


# --- keys and screen readers ----------------------------------------------------------------------


def test_tab_goes_from_the_kinds_to_the_sliders_and_on_to_the_chart(page: PricingPage) -> None:
    page.left.presets.focus_first()
    seen: list[QWidget] = []
    for _step in range(60):
        here = QApplication.focusWidget()
        assert here is not None
        seen.append(here)
        press(here, Qt.Key.Key_Tab)
        if here is page.right.chart.canvas:
            break

    fee = slider(page, "fee")
    assert seen.index(fee.typed) < seen.index(fee.slider) < seen.index(page.right.chart.canvas)
    assert all(one.accessibleName() or isinstance(one, QAbstractButton) for one in seen)


def test_arrows_move_between_the_usual_mixes(page: PricingPage) -> None:
    page.left.presets.focus_first()
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    press(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert "outcome price per event" in page.left.mix.chosen


def test_an_address_leads_to_its_place(page: PricingPage) -> None:
    assert page.focus("pricing.structure")
    assert page.focus("pricing.exposure_limit")
    assert page.focus("pricing.kpis")
    assert not page.focus("value.drivers")


def test_a_slider_tells_its_name_and_value(page: PricingPage) -> None:
    row = slider(page, "risk")

    assert row.slider.accessibleName() == row.typed.accessibleName() == "Fee at risk"
    assert row.slider.accessibleDescription() == "25%"
    assert row.value == Decimal(25)


def test_fields_of_a_kind_are_there_once_it_is_chosen(page: PricingPage) -> None:
    assert "pricing.outcomes" not in page.fields
    click(page.left.presets.tiles["outcome"])

    assert page.fields["pricing.outcomes"].isVisible()
    paths = list(page.form.fields)
    assert paths.index("pricing.quality_gate") < paths.index("pricing.outcomes")
    assert paths.index("pricing.outcomes") < paths.index("pricing.window")
    assert page.focus("pricing.outcomes")


def test_assumptions_in_percent_say_so(sample: Opened) -> None:
    adoption = sample.question("value.adoption")

    assert shown_with_unit(adoption, ("50", "60", "80")) == "50 to 80% (likely 60%)"
