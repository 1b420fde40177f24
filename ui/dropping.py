"""Files dropped on the window: a proposal opens, anything else gets one clear sentence."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from ui.home.entries import SUFFIX
from ui.parts.overlay import Overlay
from ui.words import _, ngettext

if TYPE_CHECKING:
    from ui.window import Window


_CARDS = frozenset({".xml", ".json", ".md", ".pdf", ".yaml", ".yml"})
"""How files end that may hold a model card; what they are is known by what is in them."""
_MODELS = "transparency"


class Dropping(QObject):
    """Takes files that are dropped anywhere on the window."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files; leave everything else to the window."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if _files(event) and not self._is_covered():
                event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            files = _files(event)
            if files:
                event.acceptProposedAction()
                self.take(files)
            return True
        return False

    def take(self, files: Sequence[Path]) -> None:
        """Open the first proposal and say what becomes of the rest."""
        proposals = [one for one in files if one.suffix.lower() == SUFFIX and one.is_file()]
        others = [one for one in files if one not in proposals]
        if proposals:
            self._open(proposals[0])
        elif self._take_here(others[0]):
            if others[1:]:
                line = _("“{name}” is read. Drop the others after it.").format(name=others[0].name)
                self._window.toasts.say(_("One at a time"), line, icon="info", color="info")
            return
        words = " ".join(_told(proposals[1:], others))
        if words:
            title = _("One proposal at a time") if proposals else _("This is no proposal")
            self._window.toasts.say(title, words, icon="info", color="info", stays=True)

    def _take_here(self, path: Path) -> bool:
        """Have the step that is shown take a file, or else a model card by the step for those."""
        wizard = self._window.wizard
        if wizard is None or not path.is_file():
            return False
        if wizard.page.body.take_file(path):
            return True
        if path.suffix.lower() not in _CARDS or _MODELS not in [one.id for one in wizard.sections]:
            return False
        wizard.go(_MODELS)
        return wizard.page.body.take_file(path)

    def _is_covered(self) -> bool:
        return any(one.isVisible() for one in self._window.findChildren(Overlay))

    def _open(self, path: Path) -> None:
        wizard = self._window.wizard
        if wizard is not None and wizard.opened.path.exists() and path.samefile(wizard.opened.path):
            self._window.toasts.say(
                _("Already open"), _("“{name}” is the proposal you see.").format(name=path.name)
            )
            return
        self._window.open_proposal(path)


def _files(event: QDropEvent) -> list[Path]:
    """Return the files and folders of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _told(rest: Sequence[Path], others: Sequence[Path]) -> list[str]:
    """Return a sentence about the proposals that stay closed, and one about what is none."""
    told = []
    if rest:
        told.append(
            ngettext("{named} stays closed.", "{named} stay closed.", len(rest)).format(
                named=_named(rest)
            )
        )
    if others:
        told.append(
            _("{named} cannot be opened here. Drop a file that ends in {SUFFIX}.").format(
                named=_named(others), SUFFIX=SUFFIX
            )
        )
    return told


def _named(files: Sequence[Path]) -> str:
    """Return the names of files, of many only the first."""
    names = [f"“{one.name}”" for one in files]
    if len(names) > 3:  # noqa: PLR2004 - more names say less
        return _("{value} and {number} more").format(
            value=", ".join(names[:2]), number=len(names) - 2
        )
    return " and ".join(", ".join(names).rsplit(", ", 1))
