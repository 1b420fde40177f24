"""Every dialog that asks something, and the words errors are told in."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ui.home.entries import SUFFIX
from ui.parts.buttons import Button
from ui.parts.sheet import Dialog
from ui.words import _

_FILTER = _("Proposals (*{SUFFIX})").format(SUFFIX=SUFFIX)


class Question(Dialog):
    """A decision that cannot be undone; it names the thing and both ways.

    Signals:
        agreed: the person wants it.
    """

    agreed = Signal()

    def __init__(
        self,
        window: QWidget,
        title: str,
        sentence: str,
        yes: str,
        no: str,
        *,
        danger: bool = False,
    ) -> None:
        super().__init__(window, title, sentence, width=460)
        self.leave_out_body()
        self.no = Button(no, "secondary", self.panel)
        self.yes = Button(yes, "danger" if danger else "primary", self.panel)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self._agree)
        self.foot.addStretch(1)
        self.foot.addWidget(self.no)
        self.foot.addWidget(self.yes)

    def _agree(self) -> None:
        self.leave()
        self.agreed.emit()


class Trouble(Dialog):
    """Something went wrong inside; the details can be copied for a report."""

    def __init__(self, window: QWidget, sentence: str, details: str) -> None:
        super().__init__(
            window,
            _("Something went wrong"),
            _(
                "{sentence} Your answers are safe. Try again. If it happens "
                "again, send us the details."
            ).format(sentence=sentence),
            width=520,
        )
        self._details = details
        self.copy = Button(_("Copy details"), "secondary", self.panel, icon="copy")
        self.copy.clicked.connect(self._copy)
        self.close_button = Button(_("Go on"), "primary", self.panel)
        self.close_button.clicked.connect(self.dismiss)
        self.foot.addWidget(self.copy)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._details)
        self.copy.setText(_("Copied"))
        self.copy.updateGeometry()


def ask_open(window: QWidget, folder: Path) -> Path | None:
    """Let a person choose a proposal to open."""
    name, _rest = QFileDialog.getOpenFileName(window, _("Open a proposal"), str(folder), _FILTER)
    return Path(name) if name else None


def ask_card(window: QWidget, folder: Path) -> Path | None:
    """Let a person choose a model card to read; it is known by what is in it, not by its name."""
    kinds = _("Model cards (*.xml *.json *.md *.pdf *.yaml *.yml)") + ";;" + _("All files (*)")
    name, _rest = QFileDialog.getOpenFileName(window, _("Import a model card"), str(folder), kinds)
    return Path(name) if name else None


def ask_questions(window: QWidget, folder: Path) -> Path | None:
    """Let a person choose a list of questions to read."""
    kinds = _("Lists of questions (*.csv *.tsv *.txt)") + ";;" + _("All files (*)")
    name, _rest = QFileDialog.getOpenFileName(window, _("Their own questions"), str(folder), kinds)
    return Path(name) if name else None


def ask_attachment(window: QWidget, folder: Path) -> Path | None:
    """Let a person choose a file to keep with a source."""
    kinds = _("All files (*)")
    name, _rest = QFileDialog.getOpenFileName(window, _("Attach a file"), str(folder), kinds)
    return Path(name) if name else None


def ask_save(window: QWidget, title: str, path: Path, kind: str) -> Path | None:
    """Let a person choose where to save, starting with a name; `kind` is like "PDF (*.pdf)"."""
    name, _rest = QFileDialog.getSaveFileName(window, title, str(path), kind)
    return Path(name) if name else None


def ask_letterhead(window: QWidget, folder: Path) -> Path | None:
    """Let a person choose a Word file to write upon."""
    name, _rest = QFileDialog.getOpenFileName(
        window, _("Letterhead"), str(folder), _("Word (*.docx)")
    )
    return Path(name) if name else None


def ask_export(window: QWidget, folder: Path) -> Path | None:
    """Let a person choose a Word file or PDF to compare with what was exported."""
    kinds = _("Word and PDF (*.docx *.pdf)")
    name, _rest = QFileDialog.getOpenFileName(
        window, _("Check an exported file"), str(folder), kinds
    )
    return Path(name) if name else None


def ask_folder(window: QWidget, title: str, folder: Path) -> Path | None:
    """Let a person choose a folder."""
    name = QFileDialog.getExistingDirectory(window, title, str(folder))
    return Path(name) if name else None
