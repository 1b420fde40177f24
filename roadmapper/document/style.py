"""How a document looks, as values: read from a `style.toml`, used alike by both writers."""

import re
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from roadmapper.document.tree import Document
from roadmapper.template.reader import Table, read_table

PAPERS = ("letter", "a4")
_COLOR_NAMES = (
    "ink ink2 ink3 line line2 accent accent_tint accent_line accent_wash on_accent paper track "
    "warn warn_tint plum plum_tint gold gold_tint slate slate_tint clay clay_tint sage "
    "sage_tint"
)
_TEXT_NAMES = (
    "cover_organization cover_version eyebrow title title_long promise cover_label cover_value "
    "numeral chapter_title heading1 heading2 heading3 badge body lead small bullet quote "
    "callout_title callout figure_value figure_label figure_note caption table_head table_cell "
    "table_strong dense_head dense_cell dense_strong table_note note facts_title facts_label "
    "facts_strong facts_foot step_title step_detail tier_name tier_amount contents_number "
    "contents_title contents_part contents_line contents_page head foot chart"
)
COLORS, TEXTS = tuple(_COLOR_NAMES.split()), tuple(_TEXT_NAMES.split())
"""The names by which both writers ask for a color and for a text style."""
_COLOR = re.compile("[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper size in points."""

    name: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins, and the column for side notes, in points."""

    left: float
    right: float
    top: float
    bottom: float
    head: float
    foot: float
    note_width: float
    note_gap: float


@dataclass(frozen=True, slots=True)
class Family:
    """The font files of one family; a missing face falls back to the regular one."""

    regular: str
    italic: str = ""
    bold: str = ""
    bold_italic: str = ""

    def file(self, *, bold: bool, italic: bool) -> str:
        """Return the file of the nearest face."""
        wanted = {
            (False, False): self.regular,
            (False, True): self.italic,
            (True, False): self.bold,
            (True, True): self.bold_italic or self.bold,
        }
        return wanted[bold, italic] or self.regular


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A text style: sizes and spaces in points, color by name."""

    font: str
    size: float
    leading: float
    color: str
    style: str = ""
    before: float = 0
    after: float = 0
    indent: float = 0
    spacing: float = 0
    caps: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Accent:
    """A color that the cover and all that is accented may have, with the shades it needs."""

    label: str
    color: str
    tint: str
    line: str
    wash: str


@dataclass(frozen=True, slots=True)
class Style:
    """The whole style sheet; `accents` are those to choose from, by id.

    `brief` holds the text styles that a brief has otherwise.
    """

    papers: dict[str, Paper]
    margins: Margins
    families: dict[str, Family]
    fallback: tuple[str, ...]
    substitutes: dict[str, str]
    colors: dict[str, str]
    text: dict[str, TextStyle]
    accents: dict[str, Accent]
    brief: dict[str, TextStyle] = field(default_factory=dict)

    def fitting(self, document: Document) -> "Style":
        """Return the sheet for this document: a brief is set closer."""
        if document.contents is not None:
            return self
        return replace(self, text={**self.text, **self.brief})

    @property
    def accent(self) -> str:
        """The id of the accent it wears; empty if it is none of those to choose from."""
        now = self.colors["accent"]
        return next((name for name, one in self.accents.items() if one.color == now), "")

    @property
    def font_files(self) -> tuple[str, ...]:
        """The font files it names, each once."""
        faces = (
            (one.regular, one.italic, one.bold, one.bold_italic) for one in self.families.values()
        )
        named = (*(file for family in faces for file in family), *self.fallback)
        return tuple(dict.fromkeys(file for file in named if file))

    def color(self, name: str) -> str:
        """Return a color as six hex digits."""
        return self.colors[name]

    def in_accent(self, name: str) -> "Style":
        """Return the sheet in another accent; a tone of the same color takes the one it had."""
        if name not in self.accents:
            return self
        one, now = self.accents[name], self.colors
        given = {one.color: now["accent"], one.tint: now["accent_tint"]}
        shades = {"": one.color, "_tint": one.tint, "_line": one.line, "_wash": one.wash}
        colors = {name: given.get(color, color) for name, color in now.items()}
        colors |= {f"accent{end}": color for end, color in shades.items()}
        return replace(self, colors=colors)


def load_style(path: Path) -> Style:
    """Return the style sheet in this file.

    Raises:
        TemplateError: Something in it cannot be used; it names the file, the key, what to write.
    """
    sheet = read_table(path)
    style = Style(
        papers=_papers(sheet),
        margins=Margins(**_sizes(_needed(sheet, "margins"), Margins)),
        families=_families(sheet),
        fallback=_fallback(sheet),
        substitutes=_texts(_needed(sheet, "substitutes")),
        colors=_colors(sheet),
        text=_looks(sheet),
        accents=_accents(sheet),
        brief=_brief(sheet),
    )
    sheet.finish()
    named = [(f"text.{name}", look) for name, look in style.text.items()]
    named += [(f"brief.{name}", look) for name, look in style.brief.items()]
    for name, look in named:
        table = Table(path, name, {})
        if look.font not in style.families:
            known = ", ".join(style.families)
            table.fail("font", f'there is no font "{look.font}" under [fonts].', f"Known: {known}.")
        if look.color not in style.colors:
            table.fail(
                "color", f'there is no color "{look.color}".', f"Known: {', '.join(COLORS)}."
            )
    return style


def _papers(sheet: Table) -> dict[str, Paper]:
    table = _needed(sheet, "paper")
    papers = {name: Paper(name, **_sizes(_needed(table, name), Paper)) for name in PAPERS}
    table.finish()
    return papers


def _families(sheet: Table) -> dict[str, Family]:
    fonts = _needed(sheet, "fonts")
    families = {}
    for name in fonts.values:
        faces = _needed(fonts, name)
        others = {one: faces.text(one, "") for one in ("italic", "bold", "bold_italic")}
        families[name] = Family(faces.text("regular"), **others)
        faces.finish()
    return families


def _fallback(sheet: Table) -> tuple[str, ...]:
    table = _needed(sheet, "fallback")
    fonts = table.texts("fonts")
    table.finish()
    return fonts


def _colors(sheet: Table) -> dict[str, str]:
    table = _needed(sheet, "colors")
    colors = {name: _hex(table, name) for name in COLORS}
    table.finish()
    return colors


def _accents(sheet: Table) -> dict[str, Accent]:
    table = sheet.table("accents")
    if table is None:
        return {}
    accents = {}
    for name in table.values:
        one = _needed(table, name)
        shades = (_hex(one, key) for key in ("color", "tint", "line", "wash"))
        accents[name] = Accent(one.text("label"), *shades)
        one.finish()
    return accents


def _hex(table: Table, key: str) -> str:
    color = table.text(key)
    if not _COLOR.fullmatch(color):
        table.fail(key, f'"{color}" is no color.', 'Write six digits, such as "0F655C".')
    return color


def _looks(sheet: Table) -> dict[str, TextStyle]:
    texts = _needed(sheet, "text")
    looks = {name: _look(_needed(texts, name)) for name in TEXTS}
    texts.finish()
    return looks


def _brief(sheet: Table) -> dict[str, TextStyle]:
    texts = sheet.table("brief")
    if texts is None:
        return {}
    looks = {name: _look(_needed(texts, name)) for name in TEXTS if name in texts.values}
    texts.finish()
    return looks


def _look(table: Table) -> TextStyle:
    font, color = table.text("font"), table.text("color")
    style = table.one_of("style", ("italic",), "")
    caps, keep = table.flag("caps"), table.flag("keep")
    given = {name: table.number(name) or 0 for name in ("before", "after", "indent", "spacing")}
    size, leading = _size(table, "size"), _size(table, "leading")
    table.finish()
    return TextStyle(font, size, leading, color, style, caps=caps, keep=keep, **given)


def _sizes(table: Table, kind: type[Margins | Paper]) -> dict[str, float]:
    """Return every size this kind of value is made of."""
    sizes = {one.name: _size(table, one.name) for one in fields(kind) if one.name != "name"}
    table.finish()
    return sizes


def _size(table: Table, key: str) -> float:
    size = table.number(key)
    if size is None or size <= 0:
        table.fail(key, "a size in points is needed here.", f"Write {key} = 12.")
    return size


def _texts(table: Table) -> dict[str, str]:
    return {name: table.text(name) for name in table.values}


def _needed(table: Table, key: str) -> Table:
    inner = table.table(key)
    if inner is None:
        where = f"{table.place}.{key}" if table.place else key
        table.fail(
            key, "this table is missing.", f"Add [{where}] as the shipped style.toml has it."
        )
    return inner
