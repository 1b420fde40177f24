"""The cover and the contents."""

from roadmapper.document import measures as m
from roadmapper.document.tree import Badge, Chapter, Contents, Cover, Fact
from roadmapper.word.draft import Draft
from roadmapper.word.figures import cover_picture
from roadmapper.word.lines import link_inside, page_number
from roadmapper.word.looks import PROMISE
from roadmapper.word.ooxml import cell, plain_paragraph, row, run, tab, table, twips
from roadmapper.word.pieces import gap
from roadmapper.word.sections import COVER_FIELD, COVER_TEXT, Sheet
from roadmapper.word.tables import badge_dot

FACTS_FOOT = 40.5  # from the bottom edge to the foot of the facts
_FACTS_HIGH = 37.0
_MANY = 40
_LEGEND_COLUMNS = 3
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def cover(draft: Draft, block: Cover, sheet: Sheet, *, drawn: bool) -> str:
    """Return the first page: the drawing behind, the text below it, the facts at the foot."""
    top = run(block.organization) + tab() + run(block.version, "CoverVersion" if drawn else "")
    stations = () if block.banded else block.stations
    alt = "A route across contour lines"
    alt += f" with the stops {', '.join(stations)}." if stations else "."
    picture = cover_picture(draft, alt) if drawn else ""
    line = "BandLine" if block.banded else "CoverLine"
    parts = [draft.paragraph(line if drawn else "CoverLinePlain", picture + top)]
    title = "TitleLong" if len(block.title) > m.COVER_LONG else "Title"
    for style, text, source in (
        ("CoverEyebrow", block.eyebrow, None),
        (
            "BandTitle" if block.banded else title,
            block.title,
            block.title_source,
        ),
        ("Subtitle", block.promise, block.promise_source),
    ):
        if text:
            parts.append(draft.paragraph(style, draft.answer(source, run(text)), text=text))
    if block.facts:
        parts.append(_room_above(draft, block, sheet) if drawn else gap(draft, 0, 24))
        parts.append(_facts(block.facts, sheet))
    return "".join(parts)


def contents(draft: Draft, block: Contents, chapters: tuple[Chapter, ...], sheet: Sheet) -> str:
    """Return the contents: a field that Word can build anew, its entries already there."""
    title = draft.place("contents", run(block.title))
    parts = [draft.paragraph("TOCHeading", title, text=block.title)]
    last = len(chapters) - 1
    for at, chapter in enumerate(chapters):
        opening = _TOC if at == 0 else ""
        if chapter.annex and not (at and chapters[at - 1].annex):
            text = block.annexes_title
            parts.append(draft.paragraph("ContentsPart", opening + run(text), text=text))
            opening = ""
        parts.append(_entry(draft, chapter, opening))
        parts.append(_line(draft, chapter, _END if at == last else ""))
    if block.legend:
        parts.append(_legend(draft, block, sheet.text_width))
    return "".join(parts)


_TOC = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
    ' TOC \\o "1-1" \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)


def _entry(draft: Draft, chapter: Chapter, opening: str) -> str:
    number = run(chapter.mark, "ContentsNumber") if chapter.number else ""
    page = page_number(draft, chapter.key, "ContentsPage")
    held = link_inside(draft, chapter.key, run(chapter.title) + tab() + page)
    # The number stands outside the link, where LibreOffice would drop its style.
    return draft.paragraph("TOC1", opening + number + tab() + held)


def _line(draft: Draft, chapter: Chapter, closing: str) -> str:
    dots = run(" ").join(badge_dot(badge) for badge in chapter.badges)
    line = run(chapter.line) if chapter.line else ""
    return draft.paragraph("ContentsLine", tab() + line + (tab() + dots if dots else "") + closing)


def _facts(facts: tuple[Fact, ...], sheet: Sheet) -> str:
    width = sheet.text_width
    share = width / max(3, len(facts))
    widths = [share] * (len(facts) - 1) + [width - share * (len(facts) - 1)]
    last = len(facts) - 1
    cells = [
        cell(
            widths[at],
            _fact(fact, "Right" if at == last and at else ""),
            _FLUSH if at == last else "",
        )
        for at, fact in enumerate(facts)
    ]
    return table("CoverTable", widths, [row(cells)])


def _room_above(draft: Draft, block: Cover, sheet: Sheet) -> str:
    """Return the space that lets the facts stand at the foot of the page."""
    used = sheet.height * COVER_FIELD + COVER_TEXT
    for name, text, share in (
        ("eyebrow", block.eyebrow, 1),
        ("title", block.title, 1),
        ("promise", block.promise, PROMISE),
    ):
        look = draft.sheet.text[name]
        room = sheet.text_width * share
        lines = draft.measure.wrap(text, look.font, look.size, room, _MANY) if text else ()
        used += len(lines) * look.leading + (look.after if text else 0)
    return gap(draft, 0, max(12, sheet.height - FACTS_FOOT - _FACTS_HIGH - used))


_FLUSH = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'


def _fact(fact: Fact, side: str) -> str:
    label = plain_paragraph(f"CoverLabel{side}", fact.label)
    return label + plain_paragraph(f"CoverValue{side}", fact.value)


def _legend(draft: Draft, block: Contents, width: float) -> str:
    share = width / _LEGEND_COLUMNS
    # All of it stands on one page: each row is kept with the next.
    title = draft.paragraph("LegendTitleKept", run(block.legend_title), text=block.legend_title)
    rows = [row([cell(width, title, f'<w:gridSpan w:val="{_LEGEND_COLUMNS}"/>')])]
    for start in range(0, len(block.legend), _LEGEND_COLUMNS):
        badges: list[Badge | None] = [*block.legend[start : start + _LEGEND_COLUMNS]]
        badges += [None] * (_LEGEND_COLUMNS - len(badges))
        ends = start + _LEGEND_COLUMNS >= len(block.legend)
        style = draft.style("Legend" if ends else "LegendKept")
        below = _BELOW if ends else ""
        rows.append(row([cell(share, _badge(badge, style), below) for badge in badges]))
    return table("LegendTable", [share] * _LEGEND_COLUMNS, rows)


_BELOW = f'<w:tcMar><w:bottom w:w="{twips(m.LEGEND_PAD)}" w:type="dxa"/></w:tcMar>'


def _badge(badge: Badge | None, style: str) -> str:
    text = badge_dot(badge) + run(f"  {badge.name}") if badge else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{text}</w:p>'
