"""Sections: paper, margins, columns, running head and foot."""

from dataclasses import dataclass, field, replace

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from roadmapper.document import measures as m
from roadmapper.document.style import Margins, Paper
from roadmapper.word import ooxml
from roadmapper.word.draft import Draft
from roadmapper.word.ooxml import DECLARATION, NAMESPACES, paragraph, run, tab, twips

BREAK_STYLE = "Gap0x0"
HEAD_LINE = 10.0  # the height of the running head
_LEFT_BY_HEADER = 0.85
COVER_BOTTOM = 20.0  # nothing stands in the margin there
COVER_FIELD = 0.6  # how much of the cover's height its drawing takes
COVER_TEXT = 37.5  # from the foot of the drawing to the first line of text


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page of a section. `given` refers to the headers and footers of a letterhead.

    `first_differs` shows the letterhead's first-page header on the first page of the section.
    """

    width: float
    height: float
    margins: Margins
    landscape: bool = False
    given: str = ""
    first_differs: bool = False

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.margins.left - self.margins.right

    @property
    def beside(self) -> float:
        """The width of the column for side notes, with its gap; a letterhead has none."""
        return 0 if self.given else self.margins.note_width + self.margins.note_gap

    @property
    def cover_space(self) -> float:
        """The space on the cover from its first line to the text below the drawing."""
        return self.height * COVER_FIELD + COVER_TEXT - m.COVER_TOP - m.COVER_LINE

    @property
    def room(self) -> float:
        """The height for text; the header of a letterhead may take some of it."""
        share = _LEFT_BY_HEADER if self.given else 1
        return (self.height - self.margins.top - self.margins.bottom) * share

    def turned(self) -> "Sheet":
        """Return the sheet lying on its side."""
        return replace(self, width=self.height, height=self.width, landscape=not self.landscape)


def upright(paper: Paper, margins: Margins) -> Sheet:
    """Return the upright page of this paper."""
    return Sheet(paper.width, paper.height, margins)


@dataclass(frozen=True, slots=True)
class Running:
    """The relationship ids of a header and a footer; `bare_first` begins without the header."""

    header: str = ""
    footer: str = ""
    bare_first: bool = False


@dataclass(slots=True)
class Furniture:
    """Makes the headers and footers of a document, each once."""

    draft: Draft
    head: str
    foot: str
    page_count: int
    _count: int = 0
    _made: dict[tuple[str, str], str] = field(default_factory=dict)

    def running(self, title: str, sheet: Sheet) -> Running:
        """Return the header that says this title, and the footer, for a page of this shape.

        A letterhead has its own; one without a footer gets ours.
        """
        if sheet.given:
            has_footer = "<w:footerReference" in sheet.given
            return Running() if has_footer else Running(footer=self._footer(sheet))
        wide = "Wide" if sheet.landscape else ""
        head = paragraph(self.draft.style(f"Header{wide}"), run(self.head) + tab() + run(title))
        return Running(
            self._part("header", "hdr", head, RT.HEADER, CT.WML_HEADER), self._footer(sheet)
        )

    def foot_line(self, style: str, *, numbered: bool = True) -> str:
        """Return handling and page number as the paragraph that stands at the foot of a page."""
        count = (
            ooxml.field("PAGE", "1") + run(" of ") + ooxml.field("NUMPAGES", str(self.page_count))
        )
        pages = tab() + run("Page ") + count if numbered else ""
        return paragraph(self.draft.style(style), run(self.foot) + pages)

    def _footer(self, sheet: Sheet) -> str:
        line = self.foot_line("FooterWide" if sheet.landscape else "Footer")
        return self._part("footer", "ftr", line, RT.FOOTER, CT.WML_FOOTER)

    def _part(self, name: str, root: str, body: str, relation: str, kind: str) -> str:
        if (name, body) not in self._made:
            self._count += 1
            xml = f"{DECLARATION}<w:{root} {NAMESPACES}>{body}</w:{root}>"
            path = f"/word/{name}{self._count}.xml"
            _, self._made[name, body] = self.draft.embed(path, kind, relation, xml.encode())
        return self._made[name, body]


def section(sheet: Sheet, running: Running, notes: str) -> str:
    """Return the properties of a section on a new page; `notes` says how its footnotes count."""
    margins = sheet.margins
    head = margins.head - (0 if sheet.given else HEAD_LINE)
    turned = ' w:orient="landscape"' if sheet.landscape else ""
    furniture = sheet.given
    if running.header:
        furniture += f'<w:headerReference w:type="default" r:id="{running.header}"/>'
    if running.footer:
        furniture += f'<w:footerReference w:type="default" r:id="{running.footer}"/>'
    if running.footer and running.bare_first:
        furniture += f'<w:footerReference w:type="first" r:id="{running.footer}"/>'
    bare = sheet.first_differs or running.bare_first
    counted = f'<w:footnotePr><w:numRestart w:val="{notes}"/></w:footnotePr>' if notes else ""
    return (
        f"<w:sectPr>{furniture}{counted}"
        '<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(sheet.width)}" w:h="{twips(sheet.height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(margins.top)}" w:right="{twips(margins.right)}"'
        f' w:bottom="{twips(margins.bottom)}" w:left="{twips(margins.left)}"'
        f' w:header="{twips(head)}" w:footer="{twips(margins.foot)}" w:gutter="0"/>'
        f'<w:cols w:space="720"/>{"<w:titlePg/>" if bare else ""}</w:sectPr>'
    )


def close_section(draft: Draft, body: str, properties: str) -> str:
    """Return the body with its last paragraph ending the section."""
    start = body.rfind("<w:p>")
    if start >= 0 and body.endswith("</w:p>") and "</w:tbl>" not in body[start:]:
        head, mark, rest = body[start:].partition("</w:pPr>")
        return body[:start] + head + properties + mark + rest
    return body + draft.paragraph(BREAK_STYLE, extra=properties)
