"""Run properties: how a text style of the style sheet reads in Word."""

from dataclasses import replace

from roadmapper.document.style import Style, TextStyle
from roadmapper.word.ooxml import attribute, twips


def fonts(family: str) -> str:
    """Return the element that names one family for every script."""
    name = attribute(family)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def run_look(style: Style, look: TextStyle) -> str:
    """Return the run properties of a text style."""
    size = round(look.size * 2)
    slanted = "<w:i/><w:iCs/>" if look.style == "italic" else ""
    caps = "<w:caps/>" if look.caps else ""
    spaced = f'<w:spacing w:val="{twips(look.spacing)}"/>' if look.spacing else ""
    return (
        f"{fonts(look.font)}{slanted}{caps}"
        f'<w:color w:val="{style.color(look.color)}"/>{spaced}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def named_look(style: Style, text: str, color: str = "") -> str:
    """Return the run properties of the text style with this name, in this colour if given."""
    look = style.text[text]
    return run_look(style, replace(look, color=color) if color else look)
