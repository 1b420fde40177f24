"""The file that is attached to a source: to add, open, save and take off, at the row's form."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from roadmapper.attaching import attach, content_of, detach, pick, save
from roadmapper.errors import RoadmapperError
from roadmapper.proposal.attached import Attached, attached, file_at
from roadmapper.proposal.change import Batch
from ui.copies import Copies
from ui.messages import ask_attachment, ask_save
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.labels import Elided, Icon, Label
from ui.parts.layouts import Flow, column, row
from ui.shown_numbers import shown_size
from ui.toasts import toasts_of
from ui.words import _

_EDGE = 4
"""What the fields of the form have at their sides."""
_KEPT = _("Choose one of up to 25 MB, or drop it here. It stays inside; no document shows it.")
_NOT_HERE = _("It is named here, but is not kept in this proposal. Attach it again.")
_NOT_OPENED = _(
    "Only documents and pictures are opened here. Save a copy, and open it only if you know "
    "where it comes from."
)


class Attachment(QWidget):
    """The attached file of one source. A file can be dropped on it, too."""

    def __init__(self, path: str, opened: Opened, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened, self._copies = opened, Copies.of(opened)
        self._row = _row(path)
        self.name = Elided("", "cell", "ink", self)
        self.size_told = Label("", "caption", "ink3", self)
        self.told = Label("", "caption", "ink3", self, wrap=True)
        self.add = Button(_("Attach a file…"), "secondary", self, icon="plus", small=True)
        self.open = Button(_("Open"), "secondary", self, icon="external-link", small=True)
        self.save = Button(_("Save a copy…"), "secondary", self, icon="download", small=True)
        self.remove = Button(_("Remove"), "ghost", self, icon="trash-2", small=True)
        self.add.clicked.connect(self._ask)
        self.open.clicked.connect(self._open)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self._file = QWidget(self)
        line = row(Icon("file-text", 16, "ink2"), spacing=8)
        line.addWidget(self.name, 1)
        line.addWidget(self.size_told)
        self._file.setLayout(line)
        buttons = Flow(gap=8)
        for button in (self.add, self.open, self.save, self.remove):
            buttons.addWidget(button)
        body = column(Label(_("Attached file"), "label"), 6, self._file, 8, buttons, 6, self.told)
        body.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self.setLayout(body)
        self.setAcceptDrops(not opened.reading)
        opened.bridge.changed.connect(self._take_batch)
        self.refresh()

    @property
    def file(self) -> Attached | None:
        """The file that is attached now."""
        return attached(self._opened.answers, self._row)

    def show_path(self, path: str) -> None:
        """Turn to another source."""
        self._row = _row(path)
        self.refresh()

    def refresh(self) -> None:
        """Show what is attached now, and what can be done with it."""
        file, changes = self.file, not self._opened.reading
        is_kept = file is not None and file.sha256 in self._opened.file.attachments
        self._file.setVisible(file is not None)
        self.add.setVisible(changes)
        self.add.setText(_("Attach a file…") if file is None else _("Attach another…"))
        self.add.updateGeometry()
        self.open.setVisible(file is not None and is_kept and file.opens)
        self.save.setVisible(is_kept)
        self.remove.setVisible(changes and file is not None)
        told = _KEPT if changes else _("None is attached.")
        if file is not None:
            self.name.show_text(file.name)
            self.size_told.setText(shown_size(file.size))
            told = "" if file.opens else _NOT_OPENED
            told = told if is_kept else _NOT_HERE
            for button, words in (
                (self.open, _("Open {name}")),
                (self.save, _("Save a copy of {name}")),
                (self.remove, _("Remove {name}")),
            ):
                button.setAccessibleName(words.format(name=file.name))
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def take(self, path: Path) -> None:
        """Attach a file in place of the one there is."""
        opened, row_id = self._opened, self._row
        try:
            picked = pick(path)
        except RoadmapperError as error:
            self._warn(_("Not attached"), str(error))
            return
        opened.bridge.act(lambda session: attach(opened.file, session, row_id, picked))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        if len(_files(event)) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the file that is let go here."""
        event.acceptProposedAction()
        self.take(_files(event)[0])

    # --- inside ----------------------------------------------------------------------------------

    def _ask(self) -> None:
        path = ask_attachment(self.window(), self._opened.path.parent)
        if path is not None:
            self.take(path)

    def _open(self) -> None:
        file = self.file
        if file is None or not file.opens:
            return
        try:
            path = self._copies.put(file.name, content_of(self._opened.file, file))
        except RoadmapperError as error:
            self._warn(_("Not opened"), str(error))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._warn(_("Not opened"), _("No program here opens it. Save a copy of it instead."))

    def _save(self) -> None:
        file = self.file
        if file is None:
            return
        proposed = self._opened.path.parent / file.name
        target = ask_save(self.window(), _("Save a copy"), proposed, _("All files (*)"))
        if target is None:
            return
        try:
            save(self._opened.file, file, target)
        except RoadmapperError as error:
            self._warn(_("Not saved"), str(error))

    def _remove(self) -> None:
        self._opened.bridge.act(partial(detach, row=self._row))
        self.add.setFocus()

    def _take_batch(self, batch: Batch) -> None:
        if any(one.path == file_at(self._row) for one in batch.changes):
            self.refresh()

    def _warn(self, title: str, sentence: str) -> None:
        toasts = toasts_of(self)
        if toasts is not None:
            toasts.warn(title, sentence)


def _row(path: str) -> str:
    """Return the row that an address of a row of the register names."""
    return path.rpartition("[")[2].removesuffix("]")


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
