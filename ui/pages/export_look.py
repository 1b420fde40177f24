"""How the document is to look: its accent, its model facts, with annexes or without."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from roadmapper.document.style import Accent, load_style
from roadmapper.proposal.disclosure import NDA, NDA_CHOICES, has_secrets, nda_choice
from roadmapper.proposal.printed import (
    ACCENT,
    ANNEXES,
    MODEL_LABELS,
    accent,
    has_annexes,
    has_model_labels,
)
from ui import theme
from ui.opened import Opened
from ui.painting import painting, pen
from ui.parts.choices import Segments, Toggle
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.reading import keep_one_stop
from ui.words import _

_DOT = 20
_ROOM = 28


class Look(QWidget):
    """The choices a proposal keeps about its document; each is one step of undo."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._style = load_style(opened.template.folder / "style.toml")
        self.facts = Segments((_("Labels"), _("Full pages")), _("Model facts"), self)
        self.facts.setToolTip(
            _("Labels: two beside each other, without the pages about each model")
        )
        self.accents = Swatches(self._style.accents, self)
        self.annexes = Toggle(_("Annexes"), self)
        self.annexes.setToolTip(_("Working detail, and model cards in full"))
        self.under_nda = Segments(
            (_("Not named"), _("Titles"), _("In full")), _("Sources under NDA"), self
        )
        self.under_nda.setToolTip(
            _("Not named: documents say only that there is one. Internal sources stand in none.")
        )
        lines: list[tuple[str, QWidget]] = [
            (_("Model facts"), self.facts),
            (_("Accent"), self.accents),
            (_("Under NDA"), self.under_nda),
            (_("Annexes"), self.annexes),
        ]
        if not self.accents.swatches:
            # A style sheet may offer none.
            self.accents.hide()
            lines.pop(1)
        held = [holder(row(Label(name, "label"), STRETCH, one)) for name, one in lines]
        self.setLayout(column(*held, spacing=8))
        self._of_the_whole = (held[0], held[-1])
        self._nda_line = held[-2]
        self.facts.chosen.connect(self._choose_facts)
        self.accents.chosen.connect(self._choose_accent)
        self.annexes.clicked.connect(self._choose_annexes)
        self.under_nda.chosen.connect(self._choose_nda)
        opened.bridge.changed.connect(self._show)
        self._show()

    def show_whole(self, whole: bool) -> None:
        """Show what there is to choose for the whole document, or for a brief only."""
        for one in self._of_the_whole:
            one.setVisible(whole)

    def _show(self) -> None:
        answers = self._opened.answers
        self.facts.choose(0 if has_model_labels(answers) else 1)
        self.accents.choose(self._style.in_accent(accent(answers)).accent)
        self.annexes.setChecked(has_annexes(answers))
        self.under_nda.choose(NDA_CHOICES.index(nda_choice(answers)))
        self._nda_line.setVisible(has_secrets(answers))

    def _choose_facts(self, index: int) -> None:
        label = _("Model facts as labels") if index == 0 else _("Model facts on full pages")
        self._opened.bridge.change({MODEL_LABELS: index == 0}, label)

    def _choose_accent(self, name: str) -> None:
        self._opened.bridge.change(
            {ACCENT: name}, _("Accent {label}").format(label=self._style.accents[name].label)
        )

    def _choose_annexes(self, printed: bool) -> None:
        label = _("Print the annexes") if printed else _("Leave out the annexes")
        self._opened.bridge.change({ANNEXES: printed}, label)

    def _choose_nda(self, index: int) -> None:
        labels = (
            _("Sources under NDA are not named"),
            _("Sources under NDA by title"),
            _("Sources under NDA in full"),
        )
        self._opened.bridge.change({NDA: NDA_CHOICES[index]}, labels[index])


class Swatches(QWidget):
    """Colors to choose from, one Tab stop; arrows move between them.

    Signals:
        chosen: the name of a color a person chose.
    """

    chosen = Signal(str)

    def __init__(self, accents: dict[str, Accent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Accent"))
        self.swatches = {name: Swatch(one, self) for name, one in accents.items()}
        self._group = QButtonGroup(self)
        for one in self.swatches.values():
            self._group.addButton(one)
        self._group.buttonClicked.connect(self._tell)
        self.setLayout(row(*self.swatches.values(), spacing=4))

    def choose(self, name: str) -> None:
        """Show which color is in force, without telling anybody."""
        if name in self.swatches:
            self.swatches[name].setChecked(True)
            keep_one_stop(self.swatches.values(), self.swatches[name])

    def _tell(self, button: QRadioButton) -> None:
        self.chosen.emit(next(name for name, one in self.swatches.items() if one is button))


class Swatch(QRadioButton):
    """One color as a disc; the one in force has a ring around it."""

    def __init__(self, accent: Accent, parent: QWidget) -> None:
        super().__init__(parent)
        self._color = QColor(f"#{accent.color}")
        self.setAccessibleName(_("Accent: {label}").format(label=accent.label))
        self.setToolTip(accent.label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the disc and its ring."""
        return QSize(theme.px(_ROOM), theme.px(_ROOM))

    def hitButton(self, _place: object) -> bool:
        """Take a click anywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc, which has the color of the paper and not of the theme."""
        middle, half = QRectF(self.rect()).center(), theme.px(_DOT) / 2
        with painting(self) as painter:
            if self.isChecked() or self.hasFocus():
                painter.setPen(pen("accent" if self.hasFocus() else "ink", 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, half + 2, half + 2)
            shown = half - 2 if self.isChecked() else half - 1
            painter.setPen(pen("field", 1))
            painter.setBrush(self._color)
            painter.drawEllipse(middle, shown, shown)
