"""One answer in which words would be replaced: what goes, what comes, and where it stands."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.search import Hit, Search, parts_around
from ui import theme
from ui.parts.choices import Check
from ui.parts.labels import Label
from ui.parts.layouts import column, row
from ui.words import _, ngettext


class ReplaceLine(QWidget):
    """A check, and the words as they would be: those that go are struck through."""

    def __init__(self) -> None:
        super().__init__()
        self.check = Check("")
        self.words = Label("", "cell", "ink", wrap=True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self._where = Label("", "caption", "ink3", wrap=True)
        line = row(self.check, spacing=8, margins=(0, 8, 8, 8))
        line.addLayout(column(self.words, self._where, spacing=2), 1)
        self.setLayout(line)

    def show_hit(self, hit: Hit, search: Search, by: str, *, on: bool) -> None:
        """Show another answer."""
        place = f"{hit.place.label}, {hit.place.where}"
        times = ngettext("{count} place", "{count} places", hit.count).format(count=hit.count)
        self.words.setText("".join(_marked(hit, search, by)))
        self._where.setText(f"{place}  ·  {times}" if hit.count > 1 else place)
        self.check.setAccessibleName(
            _("Replace in {label}, {where}").format(label=hit.place.label, where=hit.place.where)
        )
        self.check.blockSignals(True)
        self.check.setChecked(on)
        self.check.blockSignals(False)
        self.show()


def _marked(hit: Hit, search: Search, by: str) -> Iterator[str]:
    """Yield the words with what goes and what comes marked."""
    goes, comes = theme.color("neg").name(), theme.color("accent").name()
    for words, is_found in parts_around(hit, search):
        if is_found:
            yield f"<s style='color:{goes}'>{escape(words)}</s>"
            yield f"<b style='color:{comes}'>{escape(by)}</b>" if by else ""
        else:
            yield escape(words)
