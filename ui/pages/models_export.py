"""A model card goes out to a file, written beside the window; what the file lacks is told."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from roadmapper.placing import put_in_place
from ui import theme
from ui.file_names import file_name
from ui.messages import ask_save
from ui.pages.models_data import Models
from ui.pages.models_waiting import Waiting
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.sheet import Dialog
from ui.shown_dates import shown_date
from ui.tasks import Tasks, Work
from ui.toasts import toasts_of
from ui.words import _, ngettext

if TYPE_CHECKING:
    from roadmapper.card_export import CardFile, Manifest
    from roadmapper.cards.written import Gaps

TASK = "model_card_out"
_NEWER, _OLDER = "0.2", "0.1"


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a card; `version` is that of the CHAI card, in the file or inside it."""

    label: str
    suffix: str
    version: str
    kind: str


FORMATS = (
    Format(_("CHAI card, version 0.1 (XML)"), ".xml", _OLDER, _("XML (*.xml)")),
    Format(_("CHAI card, version 0.2 (XML)"), ".xml", _NEWER, _("XML (*.xml)")),
    Format(_("PDF with CHAI card 0.1 inside"), ".pdf", _OLDER, _("PDF (*.pdf)")),
    Format(_("PDF with CHAI card 0.2 inside"), ".pdf", _NEWER, _("PDF (*.pdf)")),
    Format(_("Word file"), ".docx", "", _("Word (*.docx)")),
    Format(_("Hugging Face card (Markdown)"), ".md", "", _("Markdown (*.md)")),
)


class CardExport(QObject):
    """Writes cards for a page, one at a time."""

    def __init__(self, page: QWidget, models: Models, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._models, self._tasks = page, models, tasks
        self.waiting = Waiting(page, tasks, TASK)
        self._asked: tuple[str, Format, str] | None = None

    def offer(self, row_id: str, paper: str, button: QWidget) -> None:
        """Show the ways to write a card, below the button that was clicked."""
        menu = self.menu(row_id, paper)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def menu(self, row_id: str, paper: str = "") -> QMenu:
        """Return the ways to write a card."""
        menu = QMenu(self._page)
        menu.setFont(theme.font("cell"))
        for form in FORMATS:
            menu.addAction(form.label).triggered.connect(partial(self.give, row_id, form, paper))
        return menu

    def give(self, row_id: str, form: Format, paper: str = "") -> None:
        """Ask where a card goes, and write it there."""
        name = next((one.title for one in self._models.all() if one.row == row_id), "")
        opened = self._models.opened
        folder = opened.path.parent / f"{file_name(name)}{form.suffix}"
        path = ask_save(self._page.window(), _("Export model card"), folder, form.kind)
        if path is None:
            return
        target = path if path.suffix.lower() == form.suffix else Path(f"{path}{form.suffix}")
        template, answers, changed = opened.template, opened.answers, opened.file.last_change[1]

        def write(work: Work) -> "tuple[Path, CardFile]":
            # Loaded late, beside the window: what makes documents is heavy.
            from roadmapper.card_export import Wanted, card_file  # noqa: PLC0415
            from roadmapper.known_names import others_of  # noqa: PLC0415

            wanted = Wanted(row_id, form.suffix, paper or "letter", form.version)
            others = others_of(opened.path, template, answers)
            made = card_file(
                template, answers, wanted, changed=changed, progress=work.progress, others=others
            )
            work.progress(1.0, target.name)
            put_in_place(made.data, target)
            return target, made

        self._asked = (row_id, form, paper)
        self.waiting.begin(_("Writing “{name}”").format(name=target.name))
        self._tasks.run(
            TASK,
            write,
            self._tell,
            failed=self._refuse,
            told=self.waiting.show_progress,
            ended=self.waiting.end,
        )

    # --- inside ----------------------------------------------------------------------------------

    def _tell(self, told: "tuple[Path, CardFile]") -> None:
        """Tell that a card is saved, and what is not in it."""
        target, made = told
        toasts, gaps = toasts_of(self._page), made.manifest.gaps
        if toasts is None:
            return
        line = " ".join(_in_short(gaps)) or made.manifest.format
        toast = toasts.say(_("Saved “{name}”").format(name=target.name), line, stays=True)
        toast.add_action(_("Open")).clicked.connect(partial(self._open, target))
        toast.add_action(_("Show in folder")).clicked.connect(partial(self._open, target.parent))
        if gaps.dropped or gaps.empty:
            more = toast.add_action(_("What is missing"))
            more.clicked.connect(partial(self.show_gaps, target.name, made.manifest))

    def show_gaps(self, name: str, manifest: "Manifest") -> None:
        """List what a file could not hold and what it asks for in vain."""
        sheet = Dialog(
            self._page.window(),
            _("What “{name}” leaves out").format(name=name),
            _("{format}, as of {as_of}").format(
                format=manifest.format, as_of=shown_date(manifest.as_of)
            ),
        )
        sheet.set_body(_listed(manifest.gaps))
        done = Button(_("Close"), "primary", sheet.panel)
        done.clicked.connect(sheet.dismiss)
        sheet.foot.addLayout(row(STRETCH, done))
        sheet.open()

    def _refuse(self, sentence: str) -> None:
        toasts = toasts_of(self._page)
        if toasts is None:
            return
        toast = toasts.warn(_("Not saved"), sentence)
        if self._asked is not None and self._asked[1].version == _NEWER:
            older = toast.add_action(_("Use version 0.1"))
            older.clicked.connect(partial(self._give_older, *self._asked))
            older.clicked.connect(toast.go)

    def _give_older(self, row_id: str, form: Format, paper: str) -> None:
        self.give(row_id, replace(form, version=_OLDER), paper)

    def _open(self, path: Path) -> None:
        toasts = toasts_of(self._page)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))) and toasts is not None:
            words = _("No program here opens it. You find it at {path}.").format(path=path)
            toasts.warn(_("Not opened"), words)


def _in_short(gaps: "Gaps") -> list[str]:
    """Return how much is missing, as sentences."""
    dropped, empty = len(gaps.dropped), len(gaps.empty)
    told = []
    if dropped:
        told.append(
            ngettext(
                "One answer has no place in this format.",
                "{count} answers have no place in this format.",
                dropped,
            ).format(count=dropped)
        )
    if empty:
        told.append(
            ngettext(
                "One thing it asks for is not answered.",
                "{count} things it asks for are not answered.",
                empty,
            ).format(count=empty)
        )
    return told


def _listed(gaps: "Gaps") -> QVBoxLayout:
    """Return what is missing, each kind below its heading."""
    told = column(spacing=4)
    for title, lines in (
        (_("Has no place in this format"), gaps.dropped),
        (_("Asked for and not answered"), gaps.empty),
        (_("Good to know"), tuple(f"{note}." for note in gaps.notes)),
    ):
        if lines:
            told.addWidget(Label(title, "cardHeading", wrap=True))
            for line in lines:
                told.addWidget(Label(line, "cell", "ink2", wrap=True))
            told.addSpacing(theme.px(10))
    return told
