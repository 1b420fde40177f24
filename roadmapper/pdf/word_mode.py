"""The style sheet as Word keeps it, so that pages counted here are those of the Word file."""

from collections.abc import Iterable
from dataclasses import replace

from roadmapper.document.style import Style, TextStyle
from roadmapper.pdf.strips import SideNote

NOTE_SIZE = 0.58  # of the size: how large Word and LibreOffice set a raised number
NOTE_GAP = 2.0  # between two footnotes
_SEPARATOR = 6.2  # the line above the footnotes with the space around it
# Charts are drawn in both files alike, never set by Word.
_DRAWN = "chart"


def as_word(style: Style) -> Style:
    """Return the style sheet with sizes in half points and distances in twentieths of a point."""
    text = {name: look if name == _DRAWN else _kept(look) for name, look in style.text.items()}
    return replace(style, text=text)


def footnotes(notes: Iterable[SideNote], taken: float) -> float:
    """Return what the footnotes of a page take, where others took some room already."""
    for note in notes:
        taken += (NOTE_GAP if taken else _SEPARATOR) + note.height
    return taken


def _kept(look: TextStyle) -> TextStyle:
    return replace(
        look,
        size=round(look.size * 2) / 2,
        leading=_twips(look.leading),
        before=_twips(look.before),
        after=_twips(look.after),
        spacing=_twips(look.spacing),
    )


def _twips(points: float) -> float:
    return round(points * 20) / 20
