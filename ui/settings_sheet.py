"""The settings as a dialog; every change holds at once."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui import theme
from ui.about import About
from ui.fields.inputs import Combo, LineInput
from ui.languages import LANGUAGES
from ui.messages import ask_folder
from ui.parts.buttons import Button
from ui.parts.choices import Segments, Toggle
from ui.parts.labels import Elided, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.scrolling import Yielding
from ui.parts.sheet import Dialog
from ui.roles import ROLES
from ui.settings import SCALES, Settings
from ui.shown_dates import example_date
from ui.shown_numbers import shown_amount, shown_percent
from ui.theme import Mode
from ui.words import _

_PAPERS = {"letter": _("US Letter"), "a4": "A4"}
_COLORS = {
    Mode.SYSTEM.value: _("As the system"),
    Mode.LIGHT.value: _("Light"),
    Mode.DARK.value: _("Dark"),
}
_NO_ROLE = {"": _("Not said")}
_REBUILDING = ("language", "role")
_STACKED = 1.5
"""From this text size on a setting stands below its name."""
_EXAMPLE = Decimal("1234.5")


class SettingsSheet(Dialog):
    """Who one is, and how the window looks and reads.

    Signals:
        changed: the settings after a change.
        rebuild_asked: what is shown is to be built anew, for another role or language.
    """

    changed = Signal(Settings)
    rebuild_asked = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(
            window, _("Settings"), _("Kept on this computer, for you only."), width=690
        )
        self.settings = self._before = settings
        self.name = LineInput(_("Your name"), self.panel)
        self.name.setText(settings.name)
        self.name.setPlaceholderText(_("First and last name"))
        self.name.editingFinished.connect(self._take_name)
        self.role = self._list(_("Your role"), {**_NO_ROLE, **ROLES}, "role")
        self.company = LineInput(_("Your company"), self.panel)
        self.company.setText(settings.company)
        self.company.setPlaceholderText(_("The name that signs the contract"))
        self.company.editingFinished.connect(self._take_company)
        self.theme = self._segments(_("Colors"), tuple(_COLORS.values()), tuple(_COLORS), "theme")
        self.scale = self._segments(_("Text size"), tuple(map(_percent, SCALES)), SCALES, "scale")
        self.paper = self._segments(_("Paper"), tuple(_PAPERS.values()), tuple(_PAPERS), "paper")
        self.language = self._list(_("Language of dates and numbers"), LANGUAGES, "language")
        self.example = Label("", "caption", "ink3", self.panel, wrap=True)
        self.motion = Toggle(_("Movement"), self.panel)
        self.motion.setChecked(settings.motion)
        self.motion.toggled.connect(self._take_motion)
        self.folder = Elided(str(settings.proposals_folder), "cell", "ink2", self.panel)
        self.pick = Button(_("Change folder"), "secondary", self.panel, small=True)
        self.pick.clicked.connect(self._take_folder)
        self._show_example()
        self.set_body(Yielding(self._lines(), self.panel))
        self._build_foot()

    def leave(self) -> None:
        """Go away; what the window shows follows now, and not at each key in a list."""
        super().leave()
        if any(getattr(self.settings, one) != getattr(self._before, one) for one in _REBUILDING):
            self.rebuild_asked.emit()

    def _lines(self) -> QLayout:
        folder = row(spacing=10)
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.pick)
        return column(
            _line(_("Your name"), self.name, _("Stands beside your changes in the history.")),
            _line(_("Your role"), self.role, _("Shows your questions first. Nothing is locked.")),
            _line(_("Your company"), self.company, _("Goes on the cover of new proposals.")),
            _line(_("Colors"), self.theme),
            _line(_("Text size"), self.scale),
            _line(_("Movement"), self.motion, _("Panels and lists slide into place.")),
            _line(_("Paper"), self.paper, _("For new exports.")),
            _line(
                _("Dates and numbers"),
                column(self.language, self.example, spacing=5),
                _("In the window. Documents keep American forms."),
            ),
            _line(_("Proposals are kept in"), folder),
            spacing=16,
            margins=(0, 0, 8, 0),
        )

    def _build_foot(self) -> None:
        self.about = Button(_("About Roadmapper"), "ghost", self.panel)
        self.about.clicked.connect(self._show_about)
        done = Button(_("Close settings"), "primary", self.panel)
        done.clicked.connect(self.dismiss)
        self.foot.addWidget(self.about)
        self.foot.addStretch(1)
        self.foot.addWidget(done)

    def _list(self, name: str, choices: Mapping[str, str], field: str) -> Combo:
        made = Combo(name, self.panel)
        made.addItems(tuple(choices.values()))
        values = tuple(choices)
        made.setCurrentIndex(_place(values, getattr(self.settings, field)))
        made.activated.connect(self._chooser(field, values))
        return made

    def _segments(
        self, name: str, labels: tuple[str, ...], values: tuple[Any, ...], field: str
    ) -> Segments:
        at = _place(values, getattr(self.settings, field))
        made = Segments(labels, name, self.panel, index=at)
        made.chosen.connect(self._chooser(field, values))
        return made

    def _chooser(self, field: str, values: tuple[Any, ...]) -> Callable[[int], None]:
        def choose(index: int) -> None:
            self._take(**{field: values[index]})

        return choose

    def _take(self, **change: Any) -> None:
        self.settings = self.settings._replace(**change)
        self.changed.emit(self.settings)
        self._show_example()

    def _take_name(self) -> None:
        if self.name.text().strip() != self.settings.name:
            self._take(name=self.name.text().strip())

    def _take_company(self) -> None:
        if self.company.text().strip() != self.settings.company:
            self._take(company=self.company.text().strip())

    def _take_motion(self, on: bool) -> None:
        self._take(motion=on)

    def _take_folder(self) -> None:
        chosen = ask_folder(
            self.window(), _("Choose a folder"), Path(self.settings.proposals_folder)
        )
        if chosen is not None:
            self.folder.show_text(str(chosen))
            self._take(folder=str(chosen))

    def _show_example(self) -> None:
        self.example.setText(
            f"{example_date()}  ·  {shown_amount(_EXAMPLE)}  ·  {shown_percent(12)}"
        )

    def _show_about(self) -> None:
        self.leave()
        About(self.window()).open()


def _percent(scale: float) -> str:
    return f"{scale:.0%}"


def _place(values: Sequence[Any], value: Any) -> int:
    return values.index(value) if value in values else 0


def _line(label: str, part: QWidget | QLayout, why: str = "") -> QLayout:
    words = column(Label(label, "label", wrap=True), spacing=2)
    if why:
        words.addWidget(Label(why, "caption", "ink3", wrap=True))
    left = holder(words)
    if theme.scale() >= _STACKED:
        line: QBoxLayout = column(left, spacing=6)
    else:
        left.setFixedWidth(theme.px(180))
        line = row(left, spacing=20)
    if isinstance(part, QLayout):
        line.addLayout(part, 1)
    elif isinstance(part, LineInput | Combo):
        line.addWidget(part, 1)
    else:
        line.addLayout(row(part, STRETCH), 1)
    return line
