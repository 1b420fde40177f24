"""How a document looks, as values: read from a `style.toml`, used alike by both writers."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from roadmapper.errors import TemplateError


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
    """A text style: sizes and spaces in points, colour by name."""

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
class Style:
    """The whole style sheet."""

    papers: dict[str, Paper]
    margins: Margins
    families: dict[str, Family]
    fallback: tuple[str, ...]
    substitutes: dict[str, str]
    colors: dict[str, str]
    text: dict[str, TextStyle]

    def color(self, name: str) -> str:
        """Return a colour as six hex digits."""
        return self.colors[name]


def load_style(path: Path) -> Style:
    """Return the style sheet in this file.

    Raises:
        TemplateError: A key is missing, unknown or of the wrong type.
    """
    try:
        sheet = tomllib.loads(path.read_text(encoding="utf-8"))
        return _style(sheet)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(f"{path.name}: it cannot be read: {error}.") from error
    except (KeyError, TypeError, ValueError) as error:
        raise TemplateError(
            f"{path.name}: a key is missing, unknown or of the wrong kind: {error}."
        ) from error


def _style(sheet: dict[str, Any]) -> Style:
    text = {name: TextStyle(**keys) for name, keys in sheet["text"].items()}
    style = Style(
        papers={name: Paper(name, **size) for name, size in sheet["paper"].items()},
        margins=Margins(**sheet["margins"]),
        families={name: Family(**faces) for name, faces in sheet["fonts"].items()},
        fallback=tuple(sheet["fallback"]["fonts"]),
        substitutes=dict(sheet["substitutes"]),
        colors=dict(sheet["colors"]),
        text=text,
    )
    for name, look in text.items():
        if look.font not in style.families:
            raise ValueError(f'text.{name}: no font "{look.font}" under [fonts]')
        if look.color not in style.colors:
            raise ValueError(f'text.{name}: no colour "{look.color}" under [colors]')
    return style
