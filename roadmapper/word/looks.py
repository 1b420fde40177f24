"""The paragraph styles of a proposal: what each takes from the style sheet, and what it adds."""

from dataclasses import dataclass, replace

from roadmapper.document import measures as m
from roadmapper.document.style import Style

PROMISE = 0.76  # how much of the width the promise on the cover takes


@dataclass(frozen=True, slots=True)
class Edge:
    """A rule at one side of a paragraph: its width, colour and distance from the text."""

    side: str
    width: float
    color: str
    space: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph style; `text` names the text style it takes font, size and spaces from."""

    id: str
    name: str
    text: str
    based: str = ""
    next: str = ""
    before: float | None = None
    after: float | None = None
    leading: float | None = None
    keep: bool | None = None
    left: float = 0
    hanging: float = 0
    right: float = 0
    align: str = ""
    color: str = ""
    shade: str = ""
    edges: tuple[Edge, ...] = ()
    tabs: tuple[tuple[str, float], ...] = ()
    outline: int = 0
    fresh: bool = False  # begins a page
    list: tuple[str, int] | None = None
    beside: bool = False  # leaves the column for side notes free
    automatic: bool = False  # line height by content, for paragraphs that hold a picture


_BAND_ROOM = m.BAND_HEIGHT + m.BAND_TEXT - m.COVER_TOP - m.COVER_LINE


def looks(style: Style, width: float, wide: float, cover_top: float) -> dict[str, Look]:
    """Return every named style by id; `width` is that of upright text, `wide` of sideways."""
    every = [
        *_front(width, cover_top),
        *_prose(style),
        *_lists(style),
        *_tables(),
        *_panels(),
        *_edges(width, wide),
    ]
    return {look.id: look for look in every}


def _front(width: float, cover_top: float) -> list[Look]:
    end = (("right", width),)
    number = m.CONTENTS_NUMBER
    dots = width - m.CONTENTS_DOTS
    return [
        Look("CoverLine", "Cover line", "cover_organization", tabs=end, after=cover_top),
        Look("BandLine", "Band line", "cover_organization", tabs=end, after=_BAND_ROOM),
        Look(
            "BandTitle",
            "heading 1 of a brief",
            "title_long",
            based="Heading1",
            next="BodyText",
            outline=1,
            list=("", 0),
        ),
        Look("CoverLinePlain", "Cover line plain", "cover_version", tabs=end, color="ink2"),
        Look("CoverEyebrow", "Cover eyebrow", "eyebrow", next="Title"),
        Look("Title", "Title", "title", next="Subtitle"),
        Look("TitleLong", "Title long", "title_long", based="Title", next="Subtitle"),
        Look("Subtitle", "Subtitle", "promise", right=width * (1 - PROMISE)),
        Look("CoverLabel", "Cover label", "cover_label", before=12),
        Look("CoverLabelRight", "Cover label right", "cover_label", before=12, align="right"),
        Look("CoverValue", "Cover value", "cover_value"),
        Look("CoverValueRight", "Cover value right", "cover_value", align="right"),
        Look("TOCHeading", "TOC Heading", "heading1", edges=(Edge("bottom", 1, "ink", 14),)),
        Look(
            "TOC1",
            "TOC 1",
            "contents_title",
            next="ContentsLine",
            before=m.CONTENTS_PAD,
            left=number,
            hanging=number,
            tabs=(("left", number), ("right", width)),
            keep=True,
        ),
        Look(
            "ContentsLine",
            "Contents line",
            "contents_line",
            left=number,
            hanging=number,
            tabs=(("left", number), ("left", dots)),
            edges=(Edge("bottom", m.HAIRLINE, "line2", round(m.CONTENTS_PAD)),),
        ),
        Look("ContentsPart", "Contents part", "contents_part", next="TOC1"),
        Look("LegendTitle", "Legend title", "callout_title", color="ink", before=m.LEGEND_PAD),
        Look("Legend", "Legend", "small", before=2, after=2),
    ]


def _prose(style: Style) -> list[Look]:
    numeral = style.text["numeral"]
    quote = style.text["quote"]
    rule = Edge("left", m.QUOTE_RULE, "accent", round(quote.indent - m.QUOTE_RULE))
    return [
        Look(
            "Heading1",
            "heading 1",
            "chapter_title",
            next="Headline",
            leading=numeral.leading,
            after=numeral.after,
            keep=True,
            outline=1,
            list=("Chapters", 0),
        ),
        Look("Heading1Plain", "heading 1 plain", "chapter_title", based="Heading1", list=("", 0)),
        Look("Headline", "Headline", "heading1", next="BodyText"),
        Look("Badges", "Badges", "badge", automatic=True),
        Look(
            "Eyebrow", "Eyebrow", "eyebrow", next="Heading2", before=style.text["heading2"].before
        ),
        Look(
            "EyebrowFresh",
            "Eyebrow on a new page",
            "eyebrow",
            based="Eyebrow",
            before=0,
            fresh=True,
        ),
        Look("Heading2", "heading 2", "heading2", next="BodyText", outline=2),
        Look(
            "Heading2Fresh",
            "Heading 2 on a new page",
            "heading2",
            based="Heading2",
            before=0,
            fresh=True,
        ),
        Look("Heading2Below", "Heading 2 below eyebrow", "heading2", based="Heading2", before=0),
        Look("Heading3", "heading 3", "heading3", next="BodyText", outline=3),
        Look("Heading3Below", "Heading 3 below eyebrow", "heading3", based="Heading3", before=0),
        Look("BodyText", "Body Text", "body", beside=True),
        Look("Lead", "Lead", "lead", next="BodyText", beside=True),
        Look("Small", "Small", "small", beside=True),
        Look("Quote", "Quote", "quote", left=quote.indent, edges=(rule,), beside=True),
        Look("FootnoteText", "footnote text", "note", after=2),
        Look("Source", "Source", "callout", left=m.SOURCE_INDENT, list=("Sources", 0)),
    ]


def _lists(style: Style) -> list[Look]:
    found: list[Look] = []
    for kind in ("Bullet", "Number", "Check"):
        for level in (0, 1):
            suffix = " 2" if level else ""
            indent = style.text["bullet"].indent + level * m.ITEM_INDENT
            base = Look(
                f"List{kind}{suffix.strip()}",
                f"List {kind}{suffix}",
                "bullet",
                left=indent,
                list=(kind, level),
                beside=True,
            )
            if kind == "Check":
                base = replace(
                    base, text="callout", before=_CHECK_ABOVE, after=0, edges=_CHECK_EDGES
                )
            name = f"Callout{kind}{suffix.strip()}"
            found.append(base)
            found.append(
                replace(
                    base,
                    id=name,
                    name=f"Callout {kind}{suffix}",
                    text="callout",
                    based=base.id,
                    beside=False,
                    list=None,
                )
            )
    return found


# Word keeps a rule from its text by whole points; the space above an item makes up for it.
_CHECK_SPACE = round(m.CHECK_PAD)
_CHECK_ABOVE = 2 * m.CHECK_PAD - _CHECK_SPACE
_CHECK_EDGES = (
    Edge("bottom", m.HAIRLINE, "line2", _CHECK_SPACE),
    Edge("between", m.HAIRLINE, "line2", _CHECK_SPACE),
)


_FACTS_RULE = (Edge("bottom", m.FACTS_RULE, "ink", 5),)


def _tables() -> list[Look]:
    found = [
        Look("Caption", "caption", "caption", next="BodyText"),
        Look("ChartLine", "Chart line", "table_note", keep=True, before=0, after=0),
        Look("TableNote", "Table note", "table_note"),
        Look(
            "Figure",
            "Figure",
            "small",
            before=m.FIGURE_BEFORE,
            after=m.FIGURE_AFTER,
            automatic=True,
        ),
        Look("FactsTitle", "Facts title", "facts_title", edges=_FACTS_RULE),
        Look("FactsHeadline", "Facts headline", "facts_strong"),
        Look("FactsSummary", "Facts summary", "facts_label", color="ink3"),
        Look("FactsLabel", "Facts label", "facts_strong"),
        Look("FactsPart", "Facts part", "facts_label", left=m.FACTS_INDENT),
        Look("FactsValue", "Facts value", "facts_label", align="right"),
        Look("FactsValueStrong", "Facts value strong", "facts_strong", align="right"),
        Look("FactsFoot", "Facts foot", "facts_foot"),
        Look("TableSpace", "Table space", "table_cell", leading=1, before=0, after=0),
    ]
    return found + [one for kind in ("Table", "Dense") for one in _cells(kind)]


def _cells(kind: str) -> list[Look]:
    """Return the styles of the cells of a usual table, or of a dense one."""
    found: list[Look] = []
    for name, part in (("Head", "head"), ("Text", "cell"), ("Strong", "strong")):
        base = Look(
            f"{kind}{name}",
            f"{kind} {name.lower()}",
            f"{kind.lower()}_{part}",
            keep=name == "Head",
        )
        right = replace(base, id=f"{base.id}Right", name=f"{base.name} right", align="right")
        found += [base, right]
    quiet = Look(f"{kind}Quiet", f"{kind} quiet", f"{kind.lower()}_cell", color="ink2")
    found.append(quiet)
    return found


def _panels() -> list[Look]:
    return [
        Look("CalloutTitle", "Callout title", "callout_title", next="Callout"),
        Look("Callout", "Callout", "callout"),
        Look("FigureValue", "Figure value", "figure_value"),
        Look("FigureValuePlain", "Figure value plain", "figure_value", color="ink"),
        Look("FigureLabel", "Figure label", "figure_note", color="ink2"),
        Look("FigureLabelQuiet", "Figure label quiet", "figure_note", keep=True),
        Look("FigureNote", "Figure note", "figure_note"),
        Look(
            "StepMark",
            "Step mark",
            "step_title",
            leading=m.STEP_DISC,
            after=m.STEP_TEXT,
            left=m.STEP_DISC + m.STEP_GAP,
            hanging=m.STEP_DISC + m.STEP_GAP,
            list=("Steps", 0),
        ),
        Look("StepTitle", "Step title", "step_title"),
        Look("StepDetail", "Step detail", "step_detail"),
        Look("TierName", "Tier name", "tier_name", next="TierDetail"),
        Look("TierDetail", "Tier detail", "callout", color="ink2"),
        Look("TierAmount", "Tier amount", "tier_amount"),
        Look("TierFact", "Tier fact", "figure_note", color="ink2"),
        Look("TierTotal", "Tier total", "callout"),
        Look("TierTotalRight", "Tier total right", "callout", align="right"),
    ]


def _edges(width: float, wide: float) -> list[Look]:
    rule = (Edge("top", 0.6, "line", 6),)
    end, far = (("right", width),), (("right", wide),)
    return [
        Look("Header", "header", "head", tabs=end),
        Look("Footer", "footer", "foot", tabs=end, edges=rule),
        Look("FootLine", "Foot line", "foot", tabs=end),
        Look("HeaderWide", "header landscape", "head", tabs=far),
        Look("FooterWide", "footer landscape", "foot", tabs=far, edges=rule),
    ]
