"""The numbering part: chapters, bullets, numbered lists, check lists and sources."""

from collections.abc import Sequence

from roadmapper.document import measures as m
from roadmapper.document.style import Style
from roadmapper.word.ooxml import DECLARATION, NAMESPACES, twips
from roadmapper.word.runs import fonts, named_look

FIRST = 501  # far above what a letterhead brings along
LISTS = {
    "Chapters": 501,
    "Bullet": 502,
    "Number": 503,
    "Check": 504,
    "Sources": 505,
    "Steps": 506,
    "Annexes": 507,
}
_NEXT = 508
_MARKS = {"Bullet": ("•", "–"), "Check": ("✓", "✓")}


def list_id(index: int) -> int:
    """Return the numbering id of one list of the document that begins with a number of its own."""
    return _NEXT + index


def numbered_by(level: int, number: int) -> str:
    """Return what a paragraph has that counts in this list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def numbering_part(style: Style, lists: Sequence[tuple[str, int]], *, plain: bool = False) -> str:
    """Return word/numbering.xml."""
    parts = "".join((*abstracts(style, plain=plain), *instances(lists)))
    return f"{DECLARATION}<w:numbering {NAMESPACES}>{parts}</w:numbering>"


def abstracts(style: Style, *, plain: bool = False) -> tuple[str, ...]:
    """Return the kinds of list; `plain` numbers chapters in the look of their heading."""
    indent = style.text["bullet"].indent
    accent = style.color("accent")
    colored = f'<w:color w:val="{accent}"/>'
    numeral = "" if plain else named_look(style, "numeral")
    return (
        _abstract("Chapters", (_chapter(numeral),)),
        *(
            _abstract(
                kind,
                [
                    _level(level, "bullet", mark, indent, look=colored, style=f"List{kind}")
                    for level, mark in enumerate(marks)
                ],
            )
            for kind, marks in _MARKS.items()
        ),
        _abstract(
            "Number",
            (
                _level(0, "decimal", "%1.", indent, look=colored, style="ListNumber"),
                _level(1, "lowerLetter", "%2.", indent, look=colored, style="ListNumber"),
            ),
        ),
        _abstract("Steps", (_step(style, accent),)),
        _abstract(
            "Sources", (_level(0, "decimal", "%1", m.SOURCE_INDENT, look=colored, style="Source"),)
        ),
        _abstract("Annexes", (_annex(numeral),)),
    )


def instances(lists: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """Return the lists: one of each kind, and one for each that begins anew."""
    shared = (_instance(one, one) for one in LISTS.values())
    own = (
        _instance(list_id(index), LISTS[kind], start) for index, (kind, start) in enumerate(lists)
    )
    return (*shared, *own)


def _abstract(kind: str, levels: Sequence[str]) -> str:
    number = LISTS[kind]
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )


def _level(level: int, kind: str, text: str, indent: float, *, look: str, style: str) -> str:
    left = indent + level * m.ITEM_INDENT
    worn = f"{style}{level + 1 if level else ''}"
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{worn}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{twips(left)}" w:hanging="{twips(indent)}"/></w:pPr>'
        f"<w:rPr>{look}</w:rPr></w:lvl>"
    )


def _step(style: Style, accent: str) -> str:
    """Return how steps count: each number in a circle."""
    size = round(m.STEP_DISC * 2)
    look = (
        f'{fonts(style.text["step_title"].font)}<w:color w:val="{accent}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )
    indent = m.STEP_DISC + m.STEP_GAP
    return _level(0, "decimalEnclosedCircle", "%1", indent, look=look, style="StepMark")


def _chapter(look: str) -> str:
    return _opening("decimal", '<w:pStyle w:val="Heading1"/>', "%1", look)


def _annex(look: str) -> str:
    return _opening("upperLetter", "", "Annex %1", look)


def _opening(kind: str, worn: str, text: str, look: str) -> str:
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'{worn}<w:suff w:val="space"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>'
        f"<w:rPr>{look}</w:rPr></w:lvl>"
    )


def _instance(number: int, abstract: int, start: int | None = None) -> str:
    override = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        if start is not None
        else ""
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
