"""The cover and the contents."""

from roadmapper.document import measures as m
from roadmapper.document.tree import Badge, Chapter, Contents, Cover, Fact
from roadmapper.word.draft import Draft
from roadmapper.word.figures import cover_picture
from roadmapper.word.lines import link_inside, page_number
from roadmapper.word.ooxml import cell, plain_paragraph, row, run, tab, table, twips
from roadmapper.word.sections import Sheet
from roadmapper.word.tables import badge_dot

FACTS_FOOT = 40.5  # from the bottom edge to the foot of the facts
_FACTS_HIGH = 37.0
_LEGEND_COLUMNS = 3
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def cover(draft: Draft, block: Cover, sheet: Sheet, *, drawn: bool) -> str:
    """Return the first page: the drawing behind, the text below it, the facts at the foot."""
    top = run(block.organization) + tab() + run(block.version, "CoverVersion" if drawn else "")
    alt = "A route across contour lines"
    alt += f" with the stops {', '.join(block.stations)}." if block.stations else "."
    picture = cover_picture(draft, alt) if drawn else ""
    parts = [draft.paragraph("CoverLine" if drawn else "CoverLinePlain", picture + top)]
    for style, text in (
        ("CoverEyebrow", block.eyebrow),
        ("Title", block.title),
        ("Subtitle", block.promise),
    ):
        if text:
            parts.append(draft.paragraph(style, run(text), text=text))
    if block.facts:
        parts.append(_facts(block.facts, sheet))
    return "".join(parts)


def contents(draft: Draft, block: Contents, chapters: tuple[Chapter, ...], width: float) -> str:
    """Return the page of contents: a field that Word can build anew, with its entries already there."""
    title = draft.place("contents", run(block.title))
    parts = [draft.paragraph("TOCHeading", title, text=block.title)]
    last = len(chapters) - 1
    for at, chapter in enumerate(chapters):
        opening = _TOC if at == 0 else ""
        parts.append(_entry(draft, chapter, opening))
        line = run(chapter.line) if chapter.line else ""
        parts.append(draft.paragraph("ContentsLine", line + (_END if at == last else "")))
    if block.legend:
        parts.append(_legend(block, width))
    return "".join(parts)


_TOC = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
    ' TOC \\o "1-1" \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)


def _entry(draft: Draft, chapter: Chapter, opening: str) -> str:
    number = run(str(chapter.number), "ContentsNumber") if chapter.number else ""
    dots = run(" ").join(badge_dot(badge) for badge in chapter.badges)
    held = number + tab() + run(chapter.title) + tab() + dots + tab()
    page = page_number(draft, chapter.key, "ContentsPage")
    return draft.paragraph("TOC1", opening + link_inside(draft, chapter.key, held + page))


def _facts(facts: tuple[Fact, ...], sheet: Sheet) -> str:
    width = sheet.text_width
    share = width / max(3, len(facts))
    widths = [share] * (len(facts) - 1) + [width - share * (len(facts) - 1)]
    last = len(facts) - 1
    cells = [
        cell(widths[at], _fact(fact, "Right" if at == last and at else ""), _FLUSH if at == last else "")
        for at, fact in enumerate(facts)
    ]
    y = twips(sheet.height - FACTS_FOOT - _FACTS_HIGH)
    place = (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page"'
        f' w:horzAnchor="margin" w:tblpX="1" w:tblpY="{y}"/>'
    )
    return table("CoverTable", widths, [row(cells)], place=place)


_FLUSH = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'


def _fact(fact: Fact, side: str) -> str:
    label = plain_paragraph(f"CoverLabel{side}", fact.label)
    return label + plain_paragraph(f"CoverValue{side}", fact.value)


def _legend(block: Contents, width: float) -> str:
    share = width / _LEGEND_COLUMNS
    title = plain_paragraph("LegendTitle", block.legend_title)
    rows = [row([cell(width, title, f'<w:gridSpan w:val="{_LEGEND_COLUMNS}"/>')])]
    for start in range(0, len(block.legend), _LEGEND_COLUMNS):
        badges: list[Badge | None] = [*block.legend[start : start + _LEGEND_COLUMNS]]
        badges += [None] * (_LEGEND_COLUMNS - len(badges))
        ends = start + _LEGEND_COLUMNS >= len(block.legend)
        rows.append(row([cell(share, _badge(badge), _BELOW if ends else "") for badge in badges]))
    return table("LegendTable", [share] * _LEGEND_COLUMNS, rows)


_BELOW = f'<w:tcMar><w:bottom w:w="{twips(m.LEGEND_PAD)}" w:type="dxa"/></w:tcMar>'


def _badge(badge: Badge | None) -> str:
    text = badge_dot(badge) + run(f"  {badge.name}") if badge else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Legend"/></w:pPr>{text}</w:p>'
