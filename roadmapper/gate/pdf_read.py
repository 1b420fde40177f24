"""Reads a PDF back from its bytes: text by its structure, outline, links, properties."""

import ctypes
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

from roadmapper.errors import ExportError
from roadmapper.gate.reading import Grid, Kind, Passage, Reading
from roadmapper.pdfium import PDFIUM

_DEEPEST = 60
_MOST_PACKED = 100_000  # bytes of metadata, which unpack to a thousand times as many at most
_MOST_PAGES = 5_000
_MOST_OBJECTS = 400_000  # elements of the structure
_MOST_DRAWN = 20_000  # objects of a page, as the text of each is looked for among all
_HEADINGS = {"/H1": 1, "/H2": 2, "/H3": 3, "/H4": 4, "/H5": 5, "/H6": 6}
_WHOLE = frozenset(("/P", "/LI", "/TD", "/TH", "/Caption", "/TOCI", "/Note", "/Figure", *_HEADINGS))
"""Elements that are one passage, with all that is in them."""
_UNSAID = frozenset(("/Lbl", "/Reference", "/Note", "/Figure"))
"""Elements inside a passage that are none of its words."""

Marks = Mapping[tuple[int, int], str]
_TEXT = 4096  # bytes of a text that is drawn at once, at first
_ENDS = re.compile(r"[^\W_][.)%]?\Z")
_EDGE = -1  # the number of what is drawn on a page and belongs to no element


def read_pdf(data: bytes) -> Reading:
    """Return what a PDF says.

    Raises:
        ExportError: It cannot be read.
    """
    import pikepdf  # noqa: PLC0415 - only exports and comparisons need it

    marks, pages = _drawn(data)
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _Pdf(pdf, marks).reading(pages)
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, RecursionError) as error:
        raise ExportError("The PDF is damaged or cut off.") from error
    except (AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
        raise ExportError("The PDF has no structure that can be read.") from error


def _drawn(data: bytes) -> tuple[Marks, int]:
    """Return the text of each marked content, by page from 0 and number, and the page count."""
    import pypdfium2  # noqa: PLC0415 - only exports and comparisons need it

    marks: dict[tuple[int, int], str] = {}
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
                raise ExportError(
                    "The PDF is locked with a password. Save it without one."
                ) from error
            raise ExportError("The PDF is damaged or cut off.") from error
        try:
            count = len(document)
            if count > _MOST_PAGES:
                raise ExportError("The PDF has more pages than any document of ours.")
            for number in range(count):
                _read_page(document[number], number, marks)
        except pypdfium2.PdfiumError as error:
            raise ExportError("A page of the PDF is damaged.") from error
        finally:
            document.close()
    return marks, count


# Any, here and below: neither pypdfium2 nor pikepdf has static types for its objects.
def _read_page(page: Any, number: int, marks: dict[tuple[int, int], str]) -> None:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - only exports and comparisons need it

    if pdfium.FPDFPage_CountObjects(page) > _MOST_DRAWN:
        raise ExportError("A page of the PDF holds more than any of ours.")
    drawn = page.get_textpage()
    held = ctypes.create_string_buffer(_TEXT)
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        one = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(one) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        size = pdfium.FPDFTextObj_GetText(one, drawn, _wide(held), len(held))
        if size > len(held):
            held = ctypes.create_string_buffer(size)
            pdfium.FPDFTextObj_GetText(one, drawn, _wide(held), size)
        key = (number, pdfium.FPDFPageObj_GetMarkedContentID(one))
        text = held.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")
        marks[key] = _apart((marks.get(key, ""), text))
    if all(one[1] == _EDGE for one in marks if one[0] == number):  # printed or drawn anew
        marks[(number, 0)] = drawn.get_text_range()


def _apart(pieces: Iterable[str]) -> str:
    """Return what is drawn piece by piece as one text; what ends a paragraph has no space there."""
    told = ""
    for piece in pieces:
        told += f" {piece}" if _ENDS.search(told) and piece[:1].isalnum() else piece
    return told


def _wide(held: Any) -> Any:
    """Return a buffer as PDFium takes it, which counts two bytes as one letter."""
    return ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort))


class _Pdf:
    """A PDF that is being read."""

    def __init__(self, pdf: Any, marks: Marks) -> None:
        import pikepdf  # noqa: PLC0415 - only exports and comparisons need it

        self._kit: Any = pikepdf
        self._pdf = pdf
        self._marks = marks
        self._numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        self._passages: list[Passage] = []
        self._grids: list[Grid] = []
        self._left = _MOST_OBJECTS

    def reading(self, pages: int) -> Reading:
        """Return all that is said."""
        root = self._pdf.Root.get("/StructTreeRoot")
        if root is not None:
            for one in self._children(root):
                self._walk(one, 0, 0)
        links, broken = self._links()
        return Reading(
            passages=tuple(self._passages) if root is not None else tuple(self._lines()),
            grids=tuple(self._grids),
            links=links,
            margins=tuple(self._marks.get((page, _EDGE), "") for page in range(pages)),
            properties=self._properties(),
            broken=broken,
            page_count=pages,
            outline=tuple(self._outline()),
            is_drawn=True,
            drawn=" ".join(self._marks.values()),
        )

    def _lines(self) -> Iterator[Passage]:
        """Yield what pages say where no structure says what is what."""
        for (_, number), text in sorted(self._marks.items()):
            if number != _EDGE:
                yield Passage(Kind.TEXT, text)

    def _children(self, element: Any) -> list[Any]:
        held = element.get("/K", None)
        if held is None:
            return []
        return list(held) if isinstance(held, self._kit.Array) else [held]

    def _walk(self, element: Any, page: int, deep: int) -> None:
        """Gather the passages below an element, in the order of reading."""
        if not isinstance(element, self._kit.Dictionary) or "/S" not in element:
            return
        self._left -= 1
        if deep > _DEEPEST or self._left < 0:
            raise ExportError("The structure of the PDF is deeper than that of any document.")
        role, page = str(element.S), self._page_of(element, page)
        if role == "/Table":
            self._grids.append(self._grid(element, page))
        if role in _WHOLE:
            self._passages += self._whole(element, role, page)
            return
        for child in self._children(element):
            self._walk(child, page, deep + 1)

    def _whole(self, element: Any, role: str, page: int) -> Iterator[Passage]:
        """Yield an element as a passage, and after it the notes that stand in it."""
        if role == "/Figure":
            yield Passage(Kind.IMAGE, str(element.get("/Alt", "")))
            return
        inside: list[Any] = []
        text = self._words(element, page, inside, 0)
        if text.strip():
            kind = {
                "/TD": Kind.CELL,
                "/TH": Kind.CELL,
                "/Caption": Kind.CAPTION,
                "/Note": Kind.NOTE,
            }
            level = _HEADINGS.get(role, 0)
            yield Passage(Kind.HEADING if level else kind.get(role, Kind.TEXT), text, level)
        for one, there in inside:
            yield from self._whole(one, str(one.S), there)

    def _words(self, element: Any, page: int, inside: list[Any], deep: int) -> str:
        """Return what an element says; put aside what is inside of it and says something else."""
        self._left -= 1
        if deep > _DEEPEST or self._left < 0:
            raise ExportError("The structure of the PDF is deeper than that of any document.")
        page = self._page_of(element, page)
        if "/ActualText" in element:
            return str(element.ActualText)
        found = []
        for child in self._children(element):
            if isinstance(child, int):
                found.append(self._marks.get((page, child), ""))
            elif child.get("/Type") == "/MCR":
                found.append(self._marks.get((self._page_of(child, page), int(child.MCID)), ""))
            elif "/S" in child and str(child.S) in _UNSAID:
                if str(child.S) in _WHOLE:
                    inside.append((child, page))
            elif "/S" in child:
                found.append(self._words(child, page, inside, deep + 1))
        return _apart(found)

    def _page_of(self, element: Any, page: int) -> int:
        held = element.get("/Pg", None)
        return page if held is None else self._numbers.get(held.objgen, page)

    def _grid(self, table: Any, page: int) -> Grid:
        rows, first, columns = 0, "", 0
        for part in self._children(table):
            if str(part.get("/S", "")) in ("/THead", "/TBody"):
                for row in self._children(part):
                    cells = self._children(row)
                    if not rows and cells:
                        first, columns = self._words(cells[0], page, [], 0), len(cells)
                    rows += 1
        return Grid(rows, columns, first)

    def _links(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return where links lead, "#" for a place inside, and those that lead nowhere."""
        found, broken = [], []
        for number, page in enumerate(self._pdf.pages, 1):
            for link in page.obj.get("/Annots", []):
                if link.get("/Subtype") != "/Link":
                    continue
                if "/A" in link and "/URI" in link.A:
                    found.append(str(link.A.URI))
                elif "/Dest" in link or "/A" in link:
                    found.append("#")
                    goal = link.get("/Dest", None)
                    if goal is not None and not self._leads(goal):
                        broken.append(f"A link on page {number} leads nowhere.")
        return tuple(found), tuple(broken)

    def _leads(self, goal: Any) -> bool:
        return not isinstance(goal, self._kit.Array) or goal[0].objgen in self._numbers

    def _outline(self) -> Iterator[str]:
        with self._pdf.open_outline() as outline:
            waiting = list(reversed(outline.root))
            while waiting:
                one = waiting.pop()
                yield str(one.title)
                waiting += reversed(one.children)

    def _properties(self) -> dict[str, str]:
        told = {str(key)[1:]: str(value) for key, value in self._pdf.docinfo.items()}
        packet = self._pdf.Root.get("/Metadata", None)
        if packet is not None and int(packet.get("/Length", 0)) <= _MOST_PACKED:
            told["XMP"] = packet.read_bytes().decode("utf-8", "replace")
        return told
