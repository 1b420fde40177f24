"""The styles part: paragraph, character and table styles, made from the style sheet."""

from collections.abc import Iterable
from dataclasses import replace

from roadmapper.document import measures as m
from roadmapper.document.style import Style, TextStyle
from roadmapper.word.looks import Edge, Look, looks
from roadmapper.word.numbering import LISTS
from roadmapper.word.ooxml import DECLARATION, NAMESPACES, attribute, twips
from roadmapper.word.runs import fonts, named_look, run_look
from roadmapper.word.sections import Sheet
from roadmapper.word.variants import variant

_TONES = ("accent", "plum", "gold", "slate", "clay", "sage", "warn")


def styles_part(style: Style, sheet: Sheet, used: Iterable[str], language: str) -> str:
    """Return word/styles.xml: the named styles, and the variants that the text wears."""
    body = "".join(style_elements(style, sheet, used).values())
    lang = attribute(language)
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f"{fonts(style.text['body'].font)}"
        '<w:kern w:val="2"/><w:sz w:val="23"/><w:szCs w:val="23"/>'
        f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f"{body}</w:styles>"
    )


def style_elements(style: Style, sheet: Sheet, used: Iterable[str]) -> dict[str, str]:
    """Return the XML of each style by its id, in the order they stand in the file."""
    every = worn(style, sheet, used)
    found = {"Normal": _normal(style)}
    found.update({one: _paragraph(style, look, sheet.beside) for one, look in every.items()})
    found["DefaultParagraphFont"] = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    found.update(
        {one: _character(one, name, look) for one, (name, look) in _characters(style).items()}
    )
    found["TableNormal"] = _TABLE_NORMAL
    found["NoList"] = (
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    found.update(_tables(style))
    return found


def worn(style: Style, sheet: Sheet, used: Iterable[str]) -> dict[str, Look]:
    """Return the named paragraph styles and the variants in use, each after its base."""
    sideways = sheet if sheet.landscape else sheet.turned()
    base = looks(style, sheet.text_width, sideways.text_width, sheet.cover_space)
    extra = {one: variant(base, one) for one in sorted(set(used)) if one not in _CHARACTERS}
    parents = {look.based: variant(base, look.based) for look in extra.values() if look.based}
    return {**base, **parents, **extra}


def _normal(style: Style) -> str:
    look = style.text["table_cell"]
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{_spacing(look.leading, 0, 0)}</w:pPr>"
        f"<w:rPr>{run_look(style, look)}</w:rPr></w:style>"
    )


def _paragraph(style: Style, look: Look, side: float) -> str:
    text = style.text[look.text]
    if look.color:
        text = replace(text, color=look.color)
    outline = f'<w:outlineLvl w:val="{look.outline - 1}"/>' if look.outline else ""
    following = f'<w:next w:val="{look.next}"/>' if look.next else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{look.id}"{_custom(look)}>'
        f'<w:name w:val="{look.name}"/><w:basedOn w:val="{look.based or "Normal"}"/>{following}'
        f"<w:qFormat/><w:pPr>{_layout(style, look, text, side)}{outline}</w:pPr>"
        f"<w:rPr>{run_look(style, text)}</w:rPr></w:style>"
    )


def _custom(look: Look) -> str:
    return "" if look.name.lower() in _BUILT_IN else ' w:customStyle="1"'


def _layout(style: Style, look: Look, text: TextStyle, side: float) -> str:
    keep = text.keep if look.keep is None else look.keep
    leading = text.leading if look.leading is None else look.leading
    before = text.before if look.before is None else look.before
    after = text.after if look.after is None else look.after
    right = look.right + (side if look.beside else 0)
    tabs = "".join(f'<w:tab w:val="{at}" w:pos="{twips(x)}"/>' for at, x in look.tabs)
    fill = style.color(look.shade) if look.shade else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return "".join(
        (
            "<w:keepNext/>" if keep else "",
            '<w:keepNext w:val="0"/>' if not keep and look.based else "",
            "<w:pageBreakBefore/>" if look.fresh else "",
            "<w:widowControl/>",
            _listed(*look.list) if look.list else "",
            f"<w:pBdr>{''.join(_edge(style, edge) for edge in look.edges)}</w:pBdr>"
            if look.edges
            else "",
            shade,
            f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
            "<w:suppressAutoHyphens/>",
            _spacing(0 if look.automatic else leading, before, after),
            _indent(look, right),
            f'<w:jc w:val="{look.align}"/>' if look.align else "",
        )
    )


def _listed(kind: str, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{LISTS.get(kind, 0)}"/></w:numPr>'


def _indent(look: Look, right: float) -> str:
    if not (look.left or right or look.hanging or look.based or look.list):
        return ""
    hung = f' w:hanging="{twips(look.hanging)}"' if look.hanging else ""
    return f'<w:ind w:left="{twips(look.left)}" w:right="{twips(right)}"{hung}/>'


def _spacing(leading: float, before: float, after: float) -> str:
    line = (
        f'w:line="{twips(leading)}" w:lineRule="exact"'
        if leading
        else 'w:line="240" w:lineRule="auto"'
    )
    return f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}" {line}/>'


def _edge(style: Style, edge: Edge) -> str:
    return (
        f'<w:{edge.side} w:val="single" w:sz="{max(2, round(edge.width * 8))}"'
        f' w:space="{edge.space}" w:color="{style.color(edge.color)}"/>'
    )


def _character(one: str, name: str, look: str) -> str:
    custom = "" if name.lower() in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character" w:styleId="{one}"{custom}><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
    )


_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_CHARACTERS = frozenset(f"Hyperlink{one}" for one in ("", "Strong", "Emphasis", "StrongEmphasis"))


def _characters(style: Style) -> dict[str, tuple[str, str]]:
    accent = f'<w:color w:val="{style.color("accent")}"/>'
    pill = fonts(style.text["badge"].font)
    found = {
        "Strong": ("Strong", _BOLD),
        "Emphasis": ("Emphasis", _ITALIC),
        "StrongEmphasis": ("Strong emphasis", _BOLD + _ITALIC),
        "Hyperlink": ("Hyperlink", accent),
        "HyperlinkStrong": ("Hyperlink strong", _BOLD + accent),
        "HyperlinkEmphasis": ("Hyperlink emphasis", _ITALIC + accent),
        "HyperlinkStrongEmphasis": ("Hyperlink strong emphasis", _BOLD + _ITALIC + accent),
        "NoteMark": (
            "footnote reference",
            f'{fonts(style.text["table_head"].font)}{accent}<w:vertAlign w:val="superscript"/>',
        ),
        "BadgeDot": ("Badge dot", pill + accent),
        "StepLine": ("Step line", f'<w:strike/><w:color w:val="{style.color("accent_line")}"/>'),
        "TierWho": ("Tier audience", named_look(style, "callout", "ink3")),
        "ContentsNumber": ("Contents number", named_look(style, "contents_number")),
        "ContentsPage": ("Contents page", named_look(style, "contents_page")),
        "CoverVersion": ("Cover version", named_look(style, "cover_version")),
        "Quiet": ("Quiet", f'<w:color w:val="{style.color("ink3")}"/>'),
    }
    for tone in _TONES:
        look = f'<w:color w:val="{style.color(tone)}"/>'
        found[f"Tone{tone.title()}"] = (f"Tone {tone}", look)
    return found


_TABLE_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
)


def _tables(style: Style) -> dict[str, str]:
    hair = _rule(style, m.HAIRLINE, "line2")
    frame = _rule(style, m.FACTS_FRAME, "ink")
    box = "".join(f"<w:{side} {frame}/>" for side in ("top", "left", "bottom", "right"))
    tint, paper = _filled(style, "accent_tint"), _filled(style, "paper")
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"<w:bottom {_rule(style, m.HEAD_RULE, 'ink')}/></w:tcBorders></w:tcPr></w:tblStylePr>"
    )
    rules = f"<w:bottom {hair}/><w:insideH {hair}/>"
    pad = m.CALLOUT_PAD
    cells = (m.CELL_TOP, m.CELL_LEFT, m.CELL_BOTTOM, m.CELL_RIGHT)
    tight = (m.DENSE_TOP, m.CELL_LEFT, m.DENSE_BOTTOM, m.CELL_RIGHT)
    return {
        "ProposalTable": _table("ProposalTable", "Proposal table", rules, cells, head),
        "DenseTable": _table("DenseTable", "Dense table", rules, tight, head),
        "FactsTable": _table(
            "FactsTable", "Model facts", box, (m.FACTS_LINE, m.FACTS_PAD, m.FACTS_LINE, 4)
        ),
        "CalloutTable": _table("CalloutTable", "Callout box", "", (pad, pad, pad, pad), tint),
        "LegendTable": _table("LegendTable", "Legend box", "", (0, m.LEGEND_PAD, 0, 4), paper),
        "FiguresTable": _table(
            "FiguresTable", "Key figures", "", (m.FIGURES_PAD, 0, m.FIGURES_PAD, m.FIGURES_GAP)
        ),
        "RuledFiguresTable": _table(
            "RuledFiguresTable",
            "Key figures ruled",
            f"<w:top {_rule(style, 1, 'ink')}/><w:bottom {hair}/>",
            (m.FIGURES_PAD, 0, m.FIGURES_PAD, m.FIGURES_GAP),
        ),
        "ColumnsTable": _table("ColumnsTable", "Columns", "", (0, 0, 0, 0)),
        "StepsTable": _table("StepsTable", "Steps", "", (0, 0, 0, m.STEP_GAP)),
        "TotalsTable": _table("TotalsTable", "Totals", "", (0, 0, 0, 0)),
        "TiersTable": _table(
            "TiersTable",
            "Tiers",
            f"<w:top {_rule(style, 1, 'ink')}/>{rules}",
            (m.TIER_PAD, 0, m.TIER_PAD, m.TIER_GAP),
        ),
        "CoverTable": _table(
            "CoverTable", "Cover facts", f"<w:top {hair}/>", (0, 0, 0, m.STEP_GAP)
        ),
    }


def _filled(style: Style, color: str) -> str:
    fill = style.color(color)
    return f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>'


def _rule(style: Style, width: float, color: str) -> str:
    return (
        f'w:val="single" w:sz="{max(2, round(width * 8))}" w:space="0"'
        f' w:color="{style.color(color)}"'
    )


def _table(
    one: str, name: str, borders: str, pad: tuple[float, float, float, float], more: str = ""
) -> str:
    held = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    sides = "".join(
        f'<w:{side} w:w="{twips(space)}" w:type="dxa"/>'
        for side, space in zip(("top", "left", "bottom", "right"), pad, strict=True)
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{one}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{held}'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>{more}</w:style>"
    )


_BUILT_IN = frozenset(
    (
        "normal", "title", "subtitle", "heading 1", "heading 2", "heading 3", "body text", "quote",
        "caption", "list bullet", "list bullet 2", "list number", "list number 2", "footnote text",
        "footnote reference", "toc heading", "toc 1", "header", "footer", "strong", "emphasis",
        "hyperlink",
    )
)  # fmt: skip
