"""Pages: strips are placed on them in turn, then each is drawn with its running head and foot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from roadmapper.document import measures
from roadmapper.document.style import Margins, Paper
from roadmapper.pdf.desk import Desk, baseline
from roadmapper.pdf.pen import Pen
from roadmapper.pdf.strips import Placed, SideNote, Strip, groups, paint
from roadmapper.pdf.word_mode import footnotes

COVER_FOOT = 80.0  # what the facts at the foot of the cover take

_SMALLEST = 0.3  # of the width: what the shorter side of a head or foot may always have


@dataclass(frozen=True, slots=True)
class Feet:
    """What stands at the edge of every page: head left, foot left, foot right."""

    head: str
    foot: str
    number: str


@dataclass(slots=True, eq=False)
class Page:
    """A page: its size, what stands in its head, and everything placed on it."""

    width: float
    height: float
    head: str = ""
    is_cover: bool = False
    is_banded: bool = False
    placed: list[Placed] = field(default_factory=list)
    notes: list[tuple[SideNote, float]] = field(default_factory=list)


class Pages:
    """Fills pages from the top; a strip that does not fit begins the next one."""

    def __init__(self, paper: Paper, margins: Margins, *, in_word: bool = False) -> None:
        self.pages: list[Page] = []
        self.places: dict[str, tuple[int, float]] = {}
        self._paper = paper
        self._margins = margins
        self._y = 0.0
        self._after = 0.0
        self._note_y = 0.0
        self._waiting: list[SideNote] = []
        self._in_word = in_word
        self._footnotes = 0.0  # what they take on the present page

    @property
    def width(self) -> float:
        """The width between the margins of an upright page."""
        return self._paper.width - self._margins.left - self._margins.right

    @property
    def turned_width(self) -> float:
        """The width between the margins of a page turned sideways."""
        return self._paper.height - self._margins.left - self._margins.right

    def room(self, *, turned: bool = False) -> float:
        """Return the height between the margins."""
        height = self._paper.width if turned else self._paper.height
        return height - self._margins.top - self._margins.bottom

    def begin(
        self, head: str, *, turned: bool = False, is_cover: bool = False, is_banded: bool = False
    ) -> None:
        """Start a page."""
        self._flush_notes()
        width, height = self._paper.width, self._paper.height
        if turned:
            width, height = height, width
        self.pages.append(Page(width, height, head, is_cover, is_banded))
        self._y = self._note_y = self._margins.top
        self._after = 0.0
        self._footnotes = 0.0

    def add(self, strips: Sequence[Strip]) -> None:
        """Place strips; those that hold to each other stay together where a page can hold them."""
        for group in groups(strips):
            if (group[0].fresh or not self._fits(group)) and self._page.placed:
                self._turn(group[0])
            for strip in group:
                self._place(strip)

    def finish(self) -> None:
        """Place what still waits."""
        self._flush_notes()

    def name(self, key: str) -> None:
        """Let a key stand for the top of the present page."""
        self.places[key] = (len(self.pages), 0.0)

    @property
    def _page(self) -> Page:
        return self.pages[-1]

    @property
    def _bottom(self) -> float:
        if self._page.is_cover and self._in_word:
            return self._page.height  # Word's cover is one page, whatever it says
        foot = COVER_FOOT + 14 if self._page.is_cover else self._margins.bottom
        return self._page.height - foot

    def _top_of(self, strip: Strip) -> float:
        """Return where a strip would begin now."""
        if not self._page.placed:
            return self._margins.top
        y = self._y + max(self._after, strip.before)
        return max(y, self._note_y) if strip.wide and self._page.notes else y

    def _fits(self, group: Sequence[Strip]) -> bool:
        y = self._top_of(group[0]) + group[0].height
        for before, strip in pairwise(group):
            y += max(before.after, strip.before) + strip.height
        return y <= self._bottom_with(group) + group[-1].hang + 0.01

    def _bottom_with(self, strips: Iterable[Strip]) -> float:
        """Return where text has to end on this page, once the footnotes of these strips stand."""
        if not self._in_word:
            return self._bottom
        notes = [note for strip in strips for note in strip.notes]
        return self._bottom - footnotes(notes, self._footnotes)

    def _turn(self, strip: Strip) -> None:
        """Go to the next page, and repeat there what stands above this strip."""
        page = self._page
        self.begin(page.head, turned=page.width > page.height)
        waiting, self._waiting = self._waiting, []
        for note in waiting:
            self._place_note(note)
        for one in strip.head:
            self._put(one)

    def _place(self, strip: Strip) -> None:
        end = self._top_of(strip) + strip.height
        is_over = end > self._bottom_with((strip,)) + strip.hang + 0.01
        if is_over and len(self._page.placed) > len(strip.head):
            self._turn(strip)
        self._put(strip)
        if self._in_word:
            self._footnotes = footnotes(strip.notes, self._footnotes)
            return
        for note in strip.notes:
            self._place_note(note)

    def _put(self, strip: Strip) -> None:
        y = self._top_of(strip)
        self._page.placed.append(Placed(strip, y))
        for key in strip.keys:
            self.places.setdefault(key, (len(self.pages), y))
        self._y, self._after = y + strip.height, strip.after

    def _place_note(self, note: SideNote) -> None:
        """Put a note beside the last strip, higher where the page ends, or on the next page."""
        beside = self._page.placed[-1].y if self._page.placed else self._margins.top
        y = max(beside, self._note_y)
        if self._waiting:
            self._waiting.append(note)
            return
        if y + note.height > self._bottom:
            y = max(self._note_y, self._bottom - note.height)
        if y + note.height > self._bottom and y > self._margins.top:
            self._waiting.append(note)
            return
        self._page.notes.append((note, y))
        self._note_y = y + note.height + note.after

    def _flush_notes(self) -> None:
        while self._waiting:
            waiting, self._waiting = self._waiting, []
            page = self._page
            self.pages.append(Page(page.width, page.height, page.head))
            self._y = self._note_y = self._margins.top
            for note in waiting:
                self._place_note(note)


def draw_page(pen: Pen, page: Page, margins: Margins) -> None:
    """Draw what was placed on a page."""
    paint(pen, page.placed, margins.left)
    x = page.width - margins.right - margins.note_width
    for note, y in page.notes:
        note.paint(pen, x, y)


def draw_head_and_foot(pen: Pen, page: Page, desk: Desk, feet: Feet) -> None:
    """Draw what stands at the edges of a page, as decoration."""
    margins = desk.style.margins
    width = page.width - margins.left - margins.right
    look = desk.look("head")
    top = margins.head - look.leading
    if not page.is_banded:
        _draw_ends(pen, desk, "head", (feet.head, page.head), (margins.left, top, width))
    foot = page.height - margins.foot - desk.look("foot").leading
    pen.rule(margins.left, foot - 6, width, measures.HAIRLINE, "line")
    _draw_ends(pen, desk, "foot", (feet.foot, feet.number), (margins.left, foot, width))


def _draw_ends(
    pen: Pen, desk: Desk, name: str, texts: tuple[str, str], place: tuple[float, float, float]
) -> None:
    """Write one text at the left and one at the right, each cut where they would meet."""
    look, (x, y, width) = desk.look(name), place
    cut = desk.setter.shortened
    right = cut(texts[1], look, width * (1 - _SMALLEST))
    left = cut(texts[0], look, width - right.width - 12)
    pen.line(left, x, y + baseline(look), None)
    pen.line(right, x + width - right.width, y + baseline(look), None)
