"""All there is to know about one benchmark before it is added."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from roadmapper.packs import Benchmark, Pack, Study
from roadmapper.proposal.notes import REGISTER
from roadmapper.template.kinds import number
from roadmapper.template.model import Question
from ui import theme
from ui.opened import Opened
from ui.pages.value_model import PATH
from ui.parts.cards import Card
from ui.parts.chips import Chip
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, Part, column, holder, row
from ui.parts.scrolling import Scrolled
from ui.shown_dates import shown_date
from ui.shown_numbers import shown_amount
from ui.words import _

_NO_RANGE = _("No range proposed")
_YOURS = _("No range is proposed here. The numbers are yours to set.")
_NEVER = _("Never money")


def range_words(benchmark: Benchmark | None) -> str:
    """Return low, likely and high with their unit, or that there are none."""
    if benchmark is None or not benchmark.range:
        return _NO_RANGE
    numbers = [number(one) for one in benchmark.range]
    low, likely, high = (shown_amount(one) for one in numbers if one is not None)
    unit = benchmark.idea.unit
    numbers_told = _("{low} / {likely} / {high}").format(low=low, likely=likely, high=high)
    return f"{numbers_told}{unit}" if unit.startswith("%") else f"{numbers_told} {unit}"


class StudyView(QScrollArea):
    """A benchmark with the studies behind it."""

    def __init__(self, pack: Pack, opened: Opened, parent: QWidget) -> None:
        super().__init__(parent)
        self._pack = pack
        self._register, self._drivers = opened.question(REGISTER), opened.question(PATH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("What stands behind it"))
        self.viewport().setAutoFillBackground(False)

    def show_benchmark(self, benchmark: Benchmark) -> None:
        """Show another one."""
        inner = Scrolled(column(*self._parts(benchmark), STRETCH, margins=(2, 2, 10, 2)))
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.verticalScrollBar().setValue(0)

    def _parts(self, benchmark: Benchmark) -> Iterator[Part]:
        idea = benchmark.idea
        yield Label(idea.driver, "heading", wrap=True)
        yield 6
        chips = row(Chip(_label(self._drivers, "class", idea.kind), "accent"), spacing=6)
        if benchmark.never_money:
            chips.addWidget(Chip(_NEVER, "neg"))
        chips.addStretch(1)
        yield holder(chips)
        yield 10
        if benchmark.range:
            yield Label(range_words(benchmark), "label", wrap=True)
            yield Label(self._pack.ranges, "caption", "ink3", wrap=True)
        else:
            yield Label(_YOURS, "cell", "ink2", wrap=True)
        if idea.metric:
            yield 6
            yield Label(idea.metric, "cell", "ink2", wrap=True)
        if benchmark.note:
            yield 8
            yield _aside("info", "info", benchmark.note)
        for study in benchmark.studies:
            yield 10
            yield self._card(study)

    def _card(self, study: Study) -> QWidget:
        told = [
            study.published or _("Year not known"),
            _label(self._register, "design", study.design),
            _label(self._register, "funding", study.funding),
        ]
        where = [one for one in (study.setting, study.n) if one]
        checked = _("{words} Checked on {day}.").format(
            words=self._pack.marks[study.verified], day=shown_date(study.checked_on.isoformat())
        )
        inside = column(
            Label(study.source, "label", wrap=True),
            Label("  ·  ".join(told), "caption", "ink2", wrap=True),
            Label("; ".join(where), "caption", "ink2", wrap=True),
            4,
            Label(f"{study.finding}.", "cell", wrap=True),
            4,
            _aside("triangle-alert", "warn", f"{study.caveat}."),
            4,
            Label(checked, "caption", "ink3", wrap=True),
            spacing=2,
        )
        return Card(inside, margins=(14, 12, 14, 12), fill="sunken")


def _label(question: Question, column_id: str, value: str) -> str:
    """Return how a choice in a column reads."""
    asked = question.column(column_id)
    option = asked.option(value) if asked else None
    return option.label if option else value


def _aside(icon: str, color: str, words: str) -> QWidget:
    line = row(spacing=8)
    line.addLayout(column(theme.px(2), Icon(icon, 14, color), STRETCH))
    line.addWidget(Label(words, "cell", "ink", wrap=True), 1)
    return holder(line)
