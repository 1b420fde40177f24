"""Pictures of pages, and where a text stands on them: PDFium in a thread of its own."""

import logging
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from threading import Condition
from typing import Any

from PySide6.QtCore import QObject, QRectF, QSizeF, QThread, Signal
from PySide6.QtGui import QImage

from roadmapper.pdfium import PDFIUM

log = logging.getLogger(__name__)

_ROOM = 128_000_000
"""Bytes of pictures that are kept; those not seen for longest go first."""
_CLOSING = 3000
_HITS = 500
"""Places of a searched text that are shown; more help nobody."""

Wish = tuple[int, int]
"""A page (from 0) and the width of its picture in pixels."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a searched text stands: the page (from 0) and its parts of that page."""

    page: int
    parts: tuple[QRectF, ...]


class Images(QThread):
    """Draws the pages of the newest document.

    All methods are for the thread of the window; the drawing is done in this thread.

    Signals:
        opened: the pages of a new document are known; see `sizes`.
        drawn: a picture that was wished for is there.
        found: where a text stands; carries the text and its hits.
    """

    opened = Signal()
    drawn = Signal()
    found = Signal(str, tuple)
    _sized = Signal(int, tuple)
    _made = Signal(int, tuple, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sizes: tuple[QSizeF, ...] = ()
        self._kept: OrderedDict[Wish, tuple[int, QImage]] = OrderedDict()
        self._wishes: dict[Hashable, list[Wish]] = {}
        self._in_hand: Wish | None = None
        self._change = Condition()
        self._serial = 0
        self._data: bytes | None = None
        self._asked: str | None = None
        self._ended = False
        self._sized.connect(self._take_sizes)
        self._made.connect(self._take_image)

    def show(self, data: bytes) -> None:
        """Take the newest document; pictures of the one before stand in until theirs are drawn."""
        with self._change:
            self._data = data
            self._serial += 1
            self._in_hand = None
            self._change.notify()
        if not self.isRunning():
            self.start()

    def image(self, page: int, width: int) -> QImage | None:
        """Return a picture of this width, perhaps of the document before, if there is one."""
        kept = self._kept.get((page, width))
        if kept is None:
            return None
        self._kept.move_to_end((page, width))
        return kept[1]

    def any_image(self, page: int) -> QImage | None:
        """Return the largest picture of a page that is kept, to stand in."""
        kept = [(width, one[1]) for (at, width), one in self._kept.items() if at == page]
        return max(kept, key=lambda one: one[0])[1] if kept else None

    def wish(self, client: Hashable, wishes: Sequence[Wish]) -> None:
        """Have these drawn in this order, in place of what this client wished for before."""
        serial = self._serial
        with self._change:
            self._wishes[client] = [
                one
                for one in wishes
                if self._kept.get(one, (-1, None))[0] != serial and one != self._in_hand
            ]
            self._change.notify()

    @property
    def is_at_work(self) -> bool:
        """Whether a picture that was wished for is not there yet."""
        with self._change:
            return self._in_hand is not None or any(self._wishes.values())

    def search(self, text: str) -> None:
        """Look for a text, large and small letters alike; `found` tells where."""
        with self._change:
            self._asked = text
            self._change.notify()

    def end(self) -> None:
        """End the thread."""
        with self._change:
            self._ended = True
            self._change.notify()
        self.wait(_CLOSING)

    # --- in the thread of the window -------------------------------------------------------------

    def _take_sizes(self, serial: int, sizes: tuple[QSizeF, ...]) -> None:
        if serial == self._serial:
            self.sizes = sizes
            self.opened.emit()

    def _take_image(self, serial: int, wish: Wish, image: QImage) -> None:
        self._kept[wish] = (serial, image)
        self._kept.move_to_end(wish)
        room = sum(one.sizeInBytes() for _, one in self._kept.values())
        while room > _ROOM and len(self._kept) > 1:
            _, (_, old) = self._kept.popitem(last=False)
            room -= old.sizeInBytes()
        self.drawn.emit()

    # --- in this thread --------------------------------------------------------------------------

    def run(self) -> None:
        """Open, draw and search, the newest first."""
        document: Any = None
        serial = 0
        while (job := self._next(serial)) is not None:
            match job:
                case (int(), bytes() as data):
                    serial = job[0]
                    document = self._open(document, serial, data)
                case str():
                    self._search(document, job)
                case _:
                    self._draw(document, serial, job)
        with PDFIUM:
            if document is not None:
                document.close()

    def _next(self, serial: int) -> Any:
        """Return what to do: open a document, look for a text, or draw a page; None to end."""
        with self._change:
            while not self._ended:
                if self._data is not None:
                    data, self._data = self._data, None
                    return self._serial, data
                if serial and self._asked is not None:
                    text, self._asked = self._asked, None
                    return text
                queue = next((one for one in self._wishes.values() if one), None)
                if serial and queue:
                    self._in_hand = queue.pop(0)
                    return self._in_hand
                self._change.wait()
            return None

    def _open(self, before: Any, serial: int, data: bytes) -> Any:
        # Loaded late, in this thread: the window starts without it.
        import pypdfium2  # noqa: PLC0415

        with PDFIUM:
            if before is not None:
                before.close()
            document = pypdfium2.PdfDocument(data)
            sizes = tuple(QSizeF(*document.get_page_size(at)) for at in range(len(document)))
        self._sized.emit(serial, sizes)
        return document

    def _draw(self, document: Any, serial: int, wish: Wish) -> None:
        at, width = wish
        with PDFIUM:
            # A wish may be older than the document, which may be shorter.
            page = document[min(at, len(document) - 1)]
            bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
            memory = memoryview(bitmap.buffer)
            form = QImage.Format.Format_RGB32
            image = QImage(memory, bitmap.width, bitmap.height, bitmap.stride, form).copy()
            bitmap.close()
            page.close()
        with self._change:
            self._in_hand = None
        self._made.emit(serial, wish, image)

    def _search(self, document: Any, text: str) -> None:
        hits: list[Hit] = []
        for at in range(len(document)) if text else ():
            with self._change:
                if self._ended or self._asked is not None or self._data is not None:
                    return
            with PDFIUM:
                hits += _hits(document[at], at, text)
            if len(hits) >= _HITS:
                break
        self.found.emit(text, tuple(hits[:_HITS]))


def _hits(page: Any, at: int, text: str) -> Iterator[Hit]:
    wide, high = page.get_size()
    words = page.get_textpage()
    searcher = words.search(text)
    while (place := searcher.get_next()) is not None:
        parts = []
        for one in range(words.count_rects(*place)):
            left, bottom, right, top = words.get_rect(one)
            area = QRectF(left / wide, 1 - top / high, (right - left) / wide, (top - bottom) / high)
            parts.append(area)
        yield Hit(at, tuple(parts))
    searcher.close()
    words.close()
    page.close()
