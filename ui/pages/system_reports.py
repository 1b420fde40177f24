"""Where the CMIO reports: four tiles with small diagrams, and every other answer behind Edit."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from roadmapper.template.kinds import Value
from roadmapper.template.model import Section
from ui import theme
from ui.fields.inputs import FocusWatch
from ui.opened import Opened
from ui.pages.coalition_lines import BOSS, DOTTED, Lines
from ui.pages.coalition_people import People
from ui.pages.system_facts import EditCard
from ui.painting import box, focus_ring, painting, pen, text
from ui.parts.labels import Label
from ui.parts.layouts import column, holder, row
from ui.parts.reading import keep_one_stop
from ui.toasts import offer_undo
from ui.watcher import Watcher
from ui.words import _

_TILES = ("CIO", "CMO / chief physician executive", "CEO")
_NO_LINE = frozenset({"none", "unknown"})
_PAIR = ("CIO", "CMO")
_CENTER = Qt.AlignmentFlag.AlignCenter


class ReportsCard(EditCard):
    """The lines of the CMIO. The last tile is for two lines, of which one is dotted."""

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        asked = ("cmio_reports_to", "cmio_dotted_line")
        title = _("Where the CMIO reports")
        super().__init__(section, opened, watcher, parent, title=title, asked=asked)
        self._roles = Lines(People(opened), opened)
        options = {one.value: one for one in opened.question(BOSS).options}
        self._choice = QButtonGroup(self)
        self._watch = FocusWatch(self)
        self._watch.came.connect(self._tell_focus)
        line = row(spacing=8)
        self.tiles: list[ReportTile] = []
        for name in _TILES:
            option = options[name]
            self.tiles.append(ReportTile(_short(name), option.note, (_short(name),)))
        self.tiles.append(ReportTile(_("Dotted"), "", _PAIR))
        for place, tile in enumerate(self.tiles):
            self._choice.addButton(tile, place)
            self._watch.watch(tile)
            line.addWidget(tile, 1)
        self._said = Label("", "caption", "ink2", wrap=True)
        self.set_view(holder(column(line, self._said, spacing=8)))
        self._choice.idClicked.connect(self._choose)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        super().refresh()
        boss, dotted = self.opened.text(BOSS), self._dotted
        self.tiles[-1].show_lines(boss=_short(boss), dotted=dotted)
        chosen = len(_TILES) if dotted else _TILES.index(boss) if boss in _TILES else -1
        self._choice.setExclusive(False)
        for place, tile in enumerate(self.tiles):
            tile.setChecked(place == chosen)
        self._choice.setExclusive(True)
        keep_one_stop(self.tiles, self.tiles[max(chosen, 0)])
        told = self.opened.label(BOSS) if boss not in ("", "unknown") else ""
        self._said.setText(_("Reports to: {told}").format(told=told) if told and chosen < 0 else "")
        self._said.setVisible(bool(self._said.text()))

    @property
    def _dotted(self) -> tuple[str, ...]:
        value = self.opened.value(DOTTED)
        return (
            tuple(one for one in value if one not in _NO_LINE) if isinstance(value, tuple) else ()
        )

    def _choose(self, place: int) -> None:
        """Keep the lines, and have the roles they join in the coalition."""
        before = self.opened.text(BOSS)
        dotted: tuple[str, ...] = ()
        if place < len(_TILES):
            boss = _TILES[place]
        else:
            boss = before if before in _TILES else _TILES[0]
            other = _PAIR[1] if _short(boss) == _PAIR[0] else _PAIR[0]
            dotted = self._dotted or (other,)
        values: dict[str, Value] = {BOSS: boss}
        if dotted or self._dotted:
            values[DOTTED] = dotted or None
        added = self._roles.report(values, boss, dotted)
        self._tell(boss, dotted, added)

    def _tell(self, boss: str, dotted: Sequence[str], added: Sequence[str]) -> None:
        if self.opened.text(BOSS) != boss:
            return
        also = (
            _(", with a dotted line to the {value}").format(
                value=" and the ".join(map(_short, dotted))
            )
            if dotted
            else ""
        )
        said = (
            _("{value} added in step 3.").format(value=" and ".join(added))
            if added
            else _("Step 3 has this line too.")
        )
        words = _("The CMIO reports to the {short}{also}").format(short=_short(boss), also=also)
        offer_undo(self, words, self.opened.bridge, line=said, icon="users-round")

    def _tell_focus(self) -> None:
        self.focused.emit(BOSS)


def _short(boss: str) -> str:
    return boss.partition(" ")[0].partition("/")[0]


class ReportTile(QRadioButton):
    """A choice with a diagram of one or two lines to the CMIO."""

    def __init__(
        self, title: str, line: str, above: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._line = title, line
        self._above = tuple(above)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def show_lines(self, *, boss: str, dotted: Sequence[str]) -> None:
        """Show a solid line to one and dotted lines to others; two of each as an example."""
        known = tuple(dict.fromkeys((boss, *dotted))) if dotted and boss else _PAIR
        self._above = known[:2]
        self._line = " and ".join(self._above)
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of diagram and words."""
        return QSize(theme.px(88), theme.px(112))

    def minimumSizeHint(self) -> QSize:
        """Be content with the room of the longest word."""
        widest = max(theme.text_width(self._line, "micro"), theme.text_width(self._title, "label"))
        return QSize(round(widest) + theme.px(8), theme.px(112))

    def hitButton(self, _place: object) -> bool:
        """Take a click anywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tile, diagram and words."""
        area, on = QRectF(self.rect()), self.isChecked()
        with painting(self) as painter:
            fill, edge = ("accentTint", "accent") if on else ("surface", "line2")
            box(painter, area, theme.radius("tile"), fill, edge, 1.6 if on else 1)
            self._paint_lines(painter, "accent" if on else "ink2")
            title = QRectF(0, theme.px(70), self.width(), theme.px(18))
            text(painter, title, self._title, "label", "ink", _CENTER)
            line = QRectF(0, theme.px(88), self.width(), theme.px(16))
            text(painter, line, self._line, "micro", "ink2", _CENTER)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("tile"))

    def _paint_lines(self, painter: QPainter, ink: str) -> None:
        middle, wide, high = self.width() / 2, theme.px(34), theme.px(15)
        top, low = theme.px(13), theme.px(42)
        apart = (wide + theme.px(6)) / 2 if len(self._above) > 1 else 0
        for at, name in enumerate(self._above):
            x = middle + (apart if at else -apart)
            painter.setPen(pen(ink, 1.3, dashed=at > 0))
            painter.drawLine(QPointF(x, top + high), QPointF(middle, low))
            area = QRectF(x - wide / 2, top, wide, high)
            box(painter, area, 4, "surface", ink, 1.2)
            text(painter, area, name, "micro", ink, _CENTER, 600)
        own = QRectF(middle - wide / 2 - 1, low, wide + 2, high)
        box(painter, own, 4, ink)
        text(
            painter,
            own,
            "CMIO",
            "micro",
            "onAccent" if ink == "accent" else "surface",
            _CENTER,
            600,
        )

    def _name(self) -> None:
        self.setAccessibleName(_("The CMIO reports to: {title}").format(title=self._title))
        self.setAccessibleDescription(self._line)
