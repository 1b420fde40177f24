"""The theme part: the colours and fonts Word offers first, taken from the style sheet."""

from roadmapper.document.style import Style
from roadmapper.word.ooxml import DECLARATION, attribute

_COLORS = (
    ("dk1", "ink"), ("lt1", "on_accent"), ("dk2", "ink2"), ("lt2", "paper"), ("accent1", "accent"),
    ("accent2", "gold"), ("accent3", "plum"), ("accent4", "slate"), ("accent5", "clay"),
    ("accent6", "sage"), ("hlink", "accent"), ("folHlink", "plum"),
)  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme_part(style: Style) -> str:
    """Return word/theme/theme1.xml."""
    colors = "".join(
        f'<a:{slot}><a:srgbClr val="{style.color(name)}"/></a:{slot}>' for slot, name in _COLORS
    )
    fonts = "".join(
        f'<a:{slot}><a:latin typeface="{attribute(style.text[text].font)}"/><a:ea typeface=""/>'
        f'<a:cs typeface=""/></a:{slot}>'
        for slot, text in (("majorFont", "heading1"), ("minorFont", "body"))
    )
    lines = f'<a:ln w="6350">{_FILL}</a:ln>' * 3
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' name="Proposal"><a:themeElements><a:clrScheme name="Proposal">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Proposal">{fonts}</a:fontScheme><a:fmtScheme name="Proposal">'
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
