"""Cards beside the ranking that show answers in short: the first is the system."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from roadmapper.template.model import Section
from ui.field import Field
from ui.fieldgroup import FieldGroup
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.shown_values import shown_number
from ui.watcher import Watcher
from ui.words import _

_COUNTS = 3
"""Counts of the system that are shown; the table below holds all of them."""


class EditCard(Card):
    """A card that shows answers in short, and the fields behind them on demand.

    Signals:
        focused: the cursor came into a field; carries its address.
    """

    focused = Signal(str)

    def __init__(
        self,
        section: Section,
        opened: Opened,
        watcher: Watcher,
        parent: QWidget | None = None,
        *,
        title: str,
        asked: Sequence[str],
    ) -> None:
        self.opened = opened
        self.button = Button(_("Edit"), "ghost", icon="pencil", small=True)
        self.button.setAccessibleName(_("Edit {title}").format(title=title))
        head = row(Label(title, "heading"), STRETCH, self.button)
        self._view = column()
        self._shown = holder(self._view)
        self._lines = column(spacing=10)
        self._edited = holder(self._lines)
        super().__init__(
            column(head, self._shown, self._edited, spacing=8), parent, margins=(18, 12, 10, 16)
        )
        self._group = FieldGroup(opened, watcher, self._edited)
        self._group.focused.connect(self.focused)
        self._add_fields(section, asked)
        self._edited.hide()
        self.button.clicked.connect(self._toggle)

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields behind the answers, by address."""
        return self._group.fields

    def set_view(self, view: QWidget) -> None:
        """Put what shows the answers in short in place."""
        view.setContentsMargins(0, 0, 8, 0)
        self._view.addWidget(view)

    def edit(self, editing: bool = True) -> None:
        """Show the fields, or the answers in short."""
        self._edited.setVisible(editing)
        self._shown.setVisible(not editing)
        self.button.setText(_("Done") if editing else _("Edit"))
        self.button.updateGeometry()

    def focus(self, path: str) -> bool:
        """Go to the field of an address; return whether it is here."""
        field = self.fields.get(path)
        if field is not None:
            self.edit()
            field.focus()
        return field is not None

    def refresh(self) -> None:
        """Show what is kept."""
        self._group.refresh()

    def flush(self) -> None:
        """Keep what was typed."""
        self._group.flush()

    def _add_fields(self, section: Section, asked: Sequence[str]) -> None:
        for name in asked:
            question = section.question(name)
            if question is not None:
                path = f"{section.id}.{name}"
                self._lines.addWidget(self._group.add(path, question, path))

    def _toggle(self) -> None:
        self.flush()
        self.edit(self._edited.isHidden())


class FactsCard(EditCard):
    """The system in short: its kind, its record, and its first counts."""

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        asked = ("type", "emr")
        super().__init__(section, opened, watcher, parent, title=_("The system"), asked=asked)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._facts: list[QWidget] = []
        self.set_view(holder(self._grid))
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        super().refresh()
        for one in self._facts:
            self._grid.removeWidget(one)
            one.hide()
            one.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        self._facts = []
        for line, facts in enumerate((self._kind(), self._counts(), self._bodies())):
            told = list(facts)
            wide = 2 * _COUNTS // max(len(told), 2)
            for at, (name, said) in enumerate(told):
                self._facts.append(_fact(name, said))
                self._grid.addWidget(self._facts[-1], line, at * wide, 1, wide, top)
        for at in range(2 * _COUNTS):
            self._grid.setColumnStretch(at, 1)

    def _kind(self) -> Iterator[tuple[str, str]]:
        yield _("Kind"), self.opened.label("system.type")
        yield "EMR", self.opened.label("system.emr")

    def _counts(self) -> Iterator[tuple[str, str]]:
        number = self.opened.question("system.size").column("value")
        for name in self.opened.session.rows("system.size")[:_COUNTS]:
            measure = self.opened.text(f"system.size[{name}].measure")
            value = self.opened.text(f"system.size[{name}].value")
            if measure and number is not None:
                yield measure, shown_number(number, value)

    def _bodies(self) -> Iterator[tuple[str, str]]:
        """Yield who approves AI and who is represented; the fields stand below on the page."""
        first = self.opened.text("system.ai_governance").strip().partition(". ")[0]
        yield _("AI governance body"), first.partition("\n")[0].rstrip(".")
        rows = self.opened.session.rows("system.union")
        units = [self.opened.text(f"system.union[{row}].unit") for row in rows]
        yield _("Represented workforce"), ", ".join(filter(None, units))


def _fact(name: str, said: str) -> QWidget:
    words = Label(said or _("Not answered yet"), "cell", "ink" if said else "ink3", wrap=True)
    words.setFont(Label("", "label").font() if said else words.font())
    return holder(column(Label(name, "caption", "ink2", wrap=True), words, spacing=1))
