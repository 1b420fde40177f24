"""The states inside a proposal that a picture is taken of: panels, views, rows, dialogs, errors."""

from collections.abc import Iterator
from pathlib import Path

from tools.screenshot_answers import answer_states
from tools.screenshot_files import dismiss
from ui.guidance import EVIDENCE, GUIDANCE, NOTES
from ui.pages.coalition import CoalitionPage
from ui.pages.pricing import PricingPage
from ui.pages.value import ValuePage
from ui.pages.value_model import PATH
from ui.palette import Palette
from ui.replace import Replace
from ui.tour import Tour
from ui.window import Window
from ui.wizard import Wizard

_WORD = "nurse"
_TABS = ((EVIDENCE, "evidence"), (NOTES, "notes"), (GUIDANCE, "guidance"))


def step_states(window: Window) -> Iterator[str]:
    """Yield the name of each state of a finished proposal once the window is in it."""
    wizard = _wizard(window)
    wizard.go("solution")
    wizard.guidance.show()
    for tab, name in _TABS:
        wizard.guidance.tabs.button(tab).click()
        yield name
    wizard.guidance.hide()
    wizard.go_to(
        f"solution.evidence[{wizard.opened.answers.rows('solution.evidence')[0]}].reference"
    )
    yield "row"
    wizard.go("coalition")
    page = wizard.page.body
    if isinstance(page, CoalitionPage):
        for view, name in ((1, "coalition-table"), (2, "coalition-chart"), (0, "coalition-moves")):
            page.show_view(view)
            page.moves.setChecked(view == 0)
            yield name
    yield from _pricing(wizard)
    yield from _value(window)
    yield from answer_states(window, wizard)
    yield from _dialogs(window)


def _pricing(wizard: Wizard) -> Iterator[str]:
    wizard.go("pricing")
    page = wizard.page.body
    if not isinstance(page, PricingPage):
        return
    right = page.right
    yield "pricing"
    for tab, name in ((1, "pricing-spread"), (2, "pricing-bears")):
        right.tabs.button(tab).click()
        yield name
    right.cases.rows["cautious"].click()
    right.side.button(1).click()
    yield "pricing-case"
    right.chart.turn()
    page.left.presets.own.click()
    wizard.page.ensureWidgetVisible(right.exposure)
    yield "pricing-below"
    right.chart.turn()


def _value(window: Window) -> Iterator[str]:
    """Show the row of a driver, a missing owner and its roles, the waterfall, the studies."""
    wizard = _wizard(window)
    wizard.go("value")
    page = wizard.page.body
    if not isinstance(page, ValuePage):
        return
    bridge, first = wizard.opened.bridge, page.drivers.model.rows[0]
    bridge.set(f"{PATH}[{first}].owner", None)
    bridge.set(f"{PATH}[{first}].improvement", ("2", "0.5", "0.9"))
    page.drivers.table.setFocus()
    page.charts.ways.button(1).click()
    wizard.page.verticalScrollBar().setValue(160)
    yield "value-waterfall"
    bridge.undo()
    bridge.undo()
    wizard.go_to(f"{PATH}[{first}].unit_value")
    yield "value-row"
    page.drivers.open.close()
    page.drivers.show_studies()
    yield "value-studies"
    dismiss(window)


def begun_states(window: Window, path: Path) -> Iterator[str]:
    """Yield the name of each state of a proposal that was only begun."""
    window.open_proposal(path)
    wizard = _wizard(window)
    wizard.go("deal")
    wizard.step(1)
    wizard.go("deal")
    yield "errors"
    window.toasts.say(
        "Recovered after an unexpected close", "Nothing was lost.", action="See changes"
    )
    for section in ("system", "coalition", "value", "pricing", "roadmap", "review"):
        wizard.go(section)
        yield f"begun-{section}"


def _dialogs(window: Window) -> Iterator[str]:
    for label, name in (
        ("Search or run a command", "palette"),
        ("Find and replace", "replace"),
        ("Keyboard", "keyboard"),
        ("About Roadmapper", "about"),
        ("History", "history"),
        ("Take the tour", "tour"),
    ):
        next(one for one in window.doings.commands() if one.label == label).act()
        for palette in window.findChildren(Palette):
            palette.input.setText(_WORD)
        for replace in window.findChildren(Replace):
            replace.old.setText(_WORD)
        yield name
        dismiss(window)
        for tour in window.findChildren(Tour):
            tour.end()


def _wizard(window: Window) -> Wizard:
    if window.wizard is None:
        raise RuntimeError("no proposal is open")
    return window.wizard
