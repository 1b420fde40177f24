"""The map: roles by stance today and influence on the decision."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import access, theme
from ui.pages.coalition_captions import Captions
from ui.pages.coalition_carrying import Carrying
from ui.pages.coalition_drawing import Drawing
from ui.pages.coalition_lines import Line
from ui.pages.coalition_links import Links
from ui.pages.coalition_node import RoleNode
from ui.pages.coalition_paint import MapPainter
from ui.pages.coalition_people import People, Person
from ui.pages.coalition_plane import Plane
from ui.painting import painting
from ui.parts.reading import keep_one_stop, put_around_in_order
from ui.words import _

_LEFT, _TOP, _RIGHT, _BELOW = 44, 14, 14, 48
_TOLD = 22
_APART = 54


class CoalitionMap(QWidget):
    """A plane with a node for each role; roles without a place wait in a tray above it.

    Signals:
        placed: a role is to have this stance and influence.
        picked: a role is looked at; opened: what is written about it is wanted.
        removed: a role is to go.
        joined: the word of a role is to count with another; parted: a line is to go.
    """

    placed = Signal(str, int, int)
    picked = Signal(str)
    opened = Signal(str)
    removed = Signal(str)
    joined = Signal(str, str)
    parted = Signal(Line)

    reader_role = QAccessible.Role.List

    def __init__(self, people: People, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.install()
        self._people = people
        self.nodes: dict[str, RoleNode] = {}
        self._picked = ""
        self._moves = False
        self.captions = Captions(self, self.nodes)
        self.links = Links(self, self.nodes)
        self.drawing = Drawing(self, self.nodes)
        self.carrying = Carrying(self, self.nodes, self.captions)
        self.carrying.put.connect(self._put)
        self.carrying.ended.connect(self._arrange)
        self.links.parted.connect(self.parted)
        self.drawing.parted.connect(self.parted)
        self.drawing.drawn.connect(self.joined)
        self.setAccessibleName(_("Map of roles by stance and influence"))
        self.setMinimumSize(theme.px(380), theme.px(360))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # --- for the page ----------------------------------------------------------------------------

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these roles where they stand."""
        self.drawing.give_up()
        rows = [person.row for person in people]
        for gone in [row for row in self.nodes if row not in rows]:
            node = self.nodes.pop(gone)
            node.hide()
            node.deleteLater()
        for person in people:
            if person.row not in self.nodes:
                self._add(person)
            self.nodes[person.row].show_person(person)
        for row in rows:
            self.nodes[row] = self.nodes.pop(row)
        self.links.show()
        put_around_in_order(self)
        self._arrange()

    def in_reading_order(self) -> Iterable[QWidget]:
        """Return the roles in the order of their table."""
        return self.nodes.values()

    def show_picked(self, row: str) -> None:
        """Show which role is looked at."""
        self._picked = row
        for name, node in self.nodes.items():
            node.set_picked(name == row)
        keep_one_stop(self.nodes.values(), self.nodes.get(row))
        self.captions.show_picked(row)
        self.update()

    def show_movement(self, shown: bool) -> None:
        """Show for every role, or only for the one looked at, where it has to go."""
        self._moves = shown
        self.update()

    @property
    def plane(self) -> Plane:
        """The plane at the size of now."""
        above = theme.px(_TOP) + self._tray
        area = QRectF(self.rect()).adjusted(
            theme.px(_LEFT), above, -theme.px(_RIGHT), -theme.px(_BELOW)
        )
        return Plane(area, self._people.steps("stance"), self._people.steps("influence"))

    @property
    def _tray(self) -> int:
        """The height of the tray; none if every role has its place."""
        lines = ceil(len(self.waiting) / _in_line(self.width()))
        return theme.px(_TOLD) + lines * theme.px(_APART) + theme.px(8) if lines else 0

    @property
    def waiting(self) -> tuple[str, ...]:
        """The roles that have no place yet."""
        return tuple(row for row, node in self.nodes.items() if not node.person.is_placed)

    @property
    def people(self) -> Mapping[str, Person]:
        """The roles that are shown."""
        return {row: node.person for row, node in self.nodes.items()}

    def sizeHint(self) -> QSize:
        """Ask for room."""
        return QSize(theme.px(640), theme.px(540))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring every node to its place."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint plane, links, ways and labels below the nodes."""
        with painting(self) as painter:
            drawn = MapPainter(painter, self.plane, {n: o.disc for n, o in self.nodes.items()})
            drawn.ground()
            self.links.paint(drawn)
            if self.carrying.at is not None:
                drawn.cell(*self.plane.cell(self.carrying.at))
            for row, place in self.captions.painted().items():
                drawn.label(place, self.people[row].caption)
            words = list(self.captions.painted().values())
            drawn.ways(self.people, None if self._moves else self._picked, words)
            pending = self.drawing.way()
            if pending is not None:
                drawn.pending(pending)
            if self.waiting:
                drawn.tray(self._tray)

    # --- inside ----------------------------------------------------------------------------------

    def _add(self, person: Person) -> None:
        node = RoleNode(person, self)
        self.carrying.listen(node)
        node.nudged.connect(self._nudge)
        node.picked.connect(self.picked)
        node.opened.connect(self.opened)
        node.removed.connect(self.removed)
        node.stepped.connect(self._step)
        node.hovered.connect(self.captions.show_under)
        self.drawing.listen(node)
        self.nodes[person.row] = node
        node.show()

    def _arrange(self) -> None:
        plane, waiting = self.plane, self.waiting
        placed = {
            row: (one.stance or 0.0, one.influence or 0.0)
            for row, one in self.people.items()
            if one.is_placed
        }
        for row, point in plane.spots(placed, theme.px(_APART)).items():
            self.nodes[row].center_on(point)
        for at, row in enumerate(waiting):
            line, place = divmod(at, _in_line(self.width()))
            x = theme.px(_LEFT) + (place + 0.5) * theme.px(_APART)
            self.nodes[row].center_on(QPointF(x, theme.px(_TOLD) + (line + 0.5) * theme.px(_APART)))
        self.captions.arrange(plane.area, self.links.heads())
        self.links.show()
        self.update()

    def _step(self, row: str, by: int) -> None:
        rows = list(self.nodes)
        place = min(max(rows.index(row) + by, 0), len(rows) - 1)
        self.nodes[rows[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, row: str, at: QPointF) -> None:
        self._place(row, *self.plane.cell(at))

    def _nudge(self, row: str, across: int, up: int) -> None:
        one = self.nodes[row].person
        stances, influences = self._people.steps("stance"), self._people.steps("influence")
        middle = stances[len(stances) // 2], influences[len(influences) // 2]
        if not one.is_placed:
            self._place(row, *middle)
            return
        stance = round(one.stance or 0) + across
        influence = round(one.influence or 0) + up
        if stance in stances and influence in influences:
            self._place(row, stance, influence)

    def _place(self, row: str, stance: int, influence: int) -> None:
        self.placed.emit(row, stance, influence)
        access.announce(self.nodes[row], self.nodes[row].person.where)


def _in_line(width: int) -> int:
    """Return how many nodes stand side by side in the tray."""
    return max(1, (width - theme.px(_LEFT + _RIGHT)) // theme.px(_APART))
