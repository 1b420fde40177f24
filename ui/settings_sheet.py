"""The settings as a dialog; every change holds at once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from ui import theme
from ui.fields.inputs import LineInput
from ui.messages import ask_folder
from ui.parts.buttons import Button
from ui.parts.choices import Segments, Toggle
from ui.parts.labels import Elided, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.sheet import Dialog
from ui.settings import SCALES, Settings
from ui.shown_dates import DateForm
from ui.theme import Mode

_PAPERS = {"letter": "US Letter", "a4": "A4"}


class SettingsSheet(Dialog):
    """Name, look, paper, dates and folder.

    Signals:
        changed: the settings after a change.
    """

    changed = Signal(Settings)

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window, "Settings", "Kept on this computer, for you only.", width=620)
        self.settings = settings
        self.name = LineInput("Your name", self.panel)
        self.name.setText(settings.name)
        self.name.setPlaceholderText("Stands beside your changes in the history")
        self.name.editingFinished.connect(self._take_name)
        self.theme = self._segments(
            "Colors", ("As the system", "Light", "Dark"), tuple(one.value for one in Mode), "theme"
        )
        self.scale = self._segments(
            "Text size", tuple(f"{one:.0%}" for one in SCALES), SCALES, "scale"
        )
        self.paper = self._segments("Paper", tuple(_PAPERS.values()), tuple(_PAPERS), "paper")
        forms = tuple(DateForm)
        self.dates = self._segments(
            "Dates",
            tuple(one.example for one in forms),
            tuple(one.value for one in forms),
            "dates",
        )
        self.motion = Toggle("Movement", self.panel)
        self.motion.setChecked(settings.motion)
        self.motion.toggled.connect(self._take_motion)
        self.folder = Elided(str(settings.proposals_folder), "cell", "ink2", self.panel)
        self.pick = Button("Change folder", "secondary", self.panel, small=True)
        self.pick.clicked.connect(self._take_folder)
        folder = row(spacing=10)
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.pick)
        self.set_body(
            column(
                _line("Your name", self.name, "Your name stays in the proposal’s history."),
                _line("Colors", self.theme),
                _line("Text size", self.scale),
                _line("Movement", self.motion, "Panels and lists slide into place."),
                _line("Paper", self.paper, "For new exports."),
                _line("Dates", self.dates, "In the window. Documents keep their own."),
                _line("Proposals are kept in", folder),
                spacing=16,
            )
        )
        done = Button("Close settings", "primary", self.panel)
        done.clicked.connect(self.dismiss)
        self.foot.addStretch(1)
        self.foot.addWidget(done)

    def _segments(
        self, name: str, labels: tuple[str, ...], values: tuple[Any, ...], field: str
    ) -> Segments:
        now = getattr(self.settings, field)
        made = Segments(labels, name, self.panel, index=values.index(now) if now in values else 0)
        made.chosen.connect(self._chooser(field, values))
        return made

    def _chooser(self, field: str, values: tuple[Any, ...]) -> Callable[[int], None]:
        def choose(index: int) -> None:
            self._take(**{field: values[index]})

        return choose

    def _take(self, **change: Any) -> None:
        self.settings = replace(self.settings, **change)
        self.changed.emit(self.settings)

    def _take_name(self) -> None:
        if self.name.text().strip() != self.settings.name:
            self._take(name=self.name.text().strip())

    def _take_motion(self, on: bool) -> None:
        self._take(motion=on)

    def _take_folder(self) -> None:
        chosen = ask_folder(self.window(), "Choose a folder", Path(self.settings.proposals_folder))
        if chosen is not None:
            self.folder.show_text(str(chosen))
            self._take(folder=str(chosen))


def _line(label: str, part: QWidget | QLayout, why: str = "") -> QLayout:
    words = column(Label(label, "label"), spacing=2)
    if why:
        words.addWidget(Label(why, "caption", "ink3", wrap=True))
    left = holder(words)
    left.setFixedWidth(theme.px(180))
    line = row(left, spacing=20)
    if isinstance(part, QLayout):
        line.addLayout(part, 1)
    elif isinstance(part, LineInput):
        line.addWidget(part, 1)
    else:
        line.addLayout(row(part, STRETCH), 1)
    return line
