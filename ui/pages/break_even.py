"""Below the inputs that move the net most: the value of each at which the net is zero."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmapper.document.input_names import input_name
from roadmapper.document.money_charts import LONGEST_TORNADO
from roadmapper.document.outlook_reading import tornado_rows, value_of
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from ui.parts.labels import Label
from ui.parts.layouts import column
from ui.shown_values import shown_input
from ui.words import _

_HEAD = _("Break-even: where the net is zero, the rest at likely")


class BreakEven(QWidget):
    """Where the inputs of the chart above break even; without a chart it is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Label] = []
        self._column: QVBoxLayout = column(
            Label(_HEAD, "caption", "ink2", weight=600, wrap=True), 2, spacing=2
        )
        self.setLayout(self._column)
        self.hide()

    @property
    def told(self) -> tuple[str, ...]:
        """The lines as they read."""
        return tuple(one.text() for one in self.lines if not one.isHidden())

    def expect(self) -> None:
        """Turn faint: other figures are on their way."""
        for line in self.lines:
            line.set_color("ink3")

    def show_figures(self, figures: Mapping[str, Figure], answers: Answers) -> None:
        """Show where each input breaks even."""
        told = tuple(_told(figures, answers)) if "outlook.tornado.likely" in figures else ()
        while len(self.lines) < len(told):
            self.lines.append(Label("", "caption", "ink2", self, wrap=True))
            self._column.addWidget(self.lines[-1])
        for at, line in enumerate(self.lines):
            line.setText(told[at] if at < len(told) else "")
            line.set_color("ink2")
            line.setVisible(at < len(told))
        self.setVisible(bool(told))


def _told(figures: Mapping[str, Figure], answers: Answers) -> Iterator[str]:
    """Yield a line for each input that breaks even, and one that names those that do not."""
    without = []
    for one in tornado_rows(figures)[:LONGEST_TORNADO]:
        name = input_name(one.path, answers)
        found = value_of(figures, f"outlook.break_even.{one.place}")
        if found is None:
            without.append(name)
        else:
            value = shown_input(one.path, answers, found)
            yield _("{input}: even at {value}").format(input=name, value=value)
    if without:
        yield _("None between low and high: {inputs}").format(inputs=", ".join(without))
