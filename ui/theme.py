"""Colors, type and measures of the screen, by the names of `assets/theme/tokens.json`.

The theme is ambient, like Qt's own palette and style: painting asks for it by name. It changes only
through `apply`, which tells every widget by a palette change.
"""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from roadmapper import paths


class Mode(StrEnum):
    """Which colors to use; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _Current:
    """What is in force now."""

    dark: bool = False
    scale: float = 1.0
    motion: bool = True
    contrast: bool = False


_current = _Current()

_FIRST_FACES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "NewsreaderDisplay-Regular.ttf",
)
_STRONGER = {"line": "field", "line2": "field", "ink3": "ink2"}
"""What stands for a color where more contrast is wanted."""

_FAMILIES = {"ui": "Inter", "display": "Newsreader Display", "text": "Newsreader Text"}


@cache
def tokens() -> Mapping[str, Any]:
    """Return the design tokens as they stand in their file."""
    text = (paths.assets() / "theme" / "tokens.json").read_text(encoding="utf-8")
    found: Mapping[str, Any] = json.loads(text)
    return found


def is_dark() -> bool:
    """Return whether the dark colors are in use."""
    return _current.dark


def scale() -> float:
    """Return the factor by which text and controls are enlarged."""
    return _current.scale


def has_contrast() -> bool:
    """Return whether the system asks for more contrast."""
    return _current.contrast


def hex_color(name: str) -> str:
    """Return the color of this name in the theme in use, as #rrggbb.

    Where more contrast is wanted, lines and small text are stronger and tints are empty.
    """
    if _current.contrast:
        name = _STRONGER.get(name, name)
        if name.endswith("Tint"):
            name = "surface"
        name = name.removesuffix("Line")
    pair = tokens()["color"][name]
    return str(pair["dark" if _current.dark else "light"])


def edge_of(fill: str) -> str:
    """Return the edge that a tint has in place of its fill where more contrast is wanted."""
    return fill.removesuffix("Tint") if _current.contrast and fill.endswith("Tint") else ""


def color(name: str, alpha: float = 1.0) -> QColor:
    """Return the color of this name in the theme in use."""
    found = QColor(hex_color(name))
    found.setAlphaF(alpha)
    return found


def scrim() -> QColor:
    """Return the veil that lies over the window behind a dialog."""
    text = tokens()["scrim"]["dark" if _current.dark else "light"]
    red, green, blue, alpha = text.removeprefix("rgba(").removesuffix(")").split(",")
    found = QColor(int(red), int(green), int(blue))
    found.setAlphaF(float(alpha))
    return found


def px(size: float) -> int:
    """Return a measure of the design in pixels at the text size in use."""
    return round(size * _current.scale)


def measure(group: str, name: str) -> int:
    """Return a measure such as ("control", "inputHeight") at the text size in use."""
    return px(tokens()[group][name])


def radius(name: str) -> float:
    """Return a corner radius by its name."""
    return float(tokens()["radius"][name])


def duration(name: str) -> int:
    """Return how long a movement takes in milliseconds; nothing moves if motion is off."""
    return int(tokens()["motion"][name]["ms"]) if _current.motion else 0


def font(style: str, weight: int | None = None) -> QFont:
    """Return the font of a type style, such as "title" or "caption"; it is shared."""
    return _font(style, weight, _current.scale)


@cache
def _font(style: str, weight: int | None, factor: float) -> QFont:
    rule = tokens()["type"][style]
    made = QFont(_FAMILIES[rule["face"]])
    made.setPixelSize(round(rule["px"] * factor))
    made.setWeight(QFont.Weight(weight or rule["weight"]))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if rule["tracking"]:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + rule["tracking"])
    return made


def text_width(text: str, style: str, weight: int | None = None) -> float:
    """Return how wide a text is in a type style."""
    return _text_width(text, style, weight, _current.scale)


@lru_cache(maxsize=4096)
def _text_width(text: str, style: str, weight: int | None, factor: float) -> float:
    return QFontMetricsF(_font(style, weight, factor)).horizontalAdvance(text)


def load_first_fonts() -> None:
    """Make the fonts of Home known to Qt; needed once, before the first window."""
    for name in _FIRST_FACES:
        _load_font(name)


def load_fonts() -> None:
    """Make all fonts of the screen known to Qt; needed once, before a proposal is shown."""
    for path in sorted(paths.fonts().glob("*.ttf")):
        if path.name.startswith(("Inter", "Newsreader")):
            _load_font(path.name)


@cache
def _load_font(name: str) -> None:
    QFontDatabase.addApplicationFont(str(paths.fonts() / name))
    # What was measured in another face may be shown in this one now.
    _text_width.cache_clear()


def apply(
    app: QApplication,
    mode: Mode,
    *,
    scale: float = 1.0,
    motion: bool = True,
    contrast: bool | None = None,
) -> None:
    """Put a theme in force everywhere; `contrast` as the system asks for it, unless it is given."""
    choose(app, mode, scale=scale, motion=motion, contrast=contrast)
    dress(app)


def choose(
    app: QApplication,
    mode: Mode,
    *,
    scale: float = 1.0,
    motion: bool = True,
    contrast: bool | None = None,
) -> None:
    """Put in force what widgets ask for when they are made; `dress` does the rest."""
    _current.dark = _is_dark(app, mode)
    _current.scale = scale
    _current.motion = motion and not _wishes(app, "motionPreference", "ReducedMotion")
    if contrast is None:
        contrast = _wishes(app, "contrastPreference", "HighContrast")
    _current.contrast = contrast
    app.setFont(font("cell"))
    app.setPalette(_palette())


def dress(app: QApplication) -> None:
    """Have the native controls look as the theme asks.

    Where a sheet is in force, Qt styles a new widget with each change to it. So a first window is
    made without one.
    """
    sheet = _style_sheet()
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def _is_dark(app: QApplication, mode: Mode) -> bool:
    if mode is Mode.SYSTEM:
        return app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return mode is Mode.DARK


def follow(app: QApplication, change: Callable[[], None]) -> None:
    """Have something done whenever the system wishes for other colors, contrast or motion."""
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(change)
    # Qt knows of contrast since 6.10, and of motion since 6.12.
    about = hints.accessibility() if hasattr(hints, "accessibility") else None
    for name in ("contrastPreferenceChanged", "motionPreferenceChanged"):
        signal = getattr(about, name, None)
        if signal is not None:
            signal.connect(change)


def _wishes(app: QApplication, asked: str, wish: str) -> bool:
    """Return whether the system wishes something, where this Qt can tell."""
    hints = app.styleHints()
    about = hints.accessibility() if hasattr(hints, "accessibility") else None
    tell = getattr(about, asked, None)
    return tell is not None and tell().name == wish


_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "sel",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.BrightText: "neg",
}


def _palette() -> QPalette:
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, color(name))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, color("faint"))
    return made


def _style_sheet() -> str:
    """Return the sheet for the native controls that are not painted by us.

    It sets no fonts: a rule for fonts would win over every `setFont`.
    """
    rules = (paths.assets() / "theme" / "controls.qss").read_text(encoding="utf-8")
    for name in sorted(tokens()["color"], key=len, reverse=True):
        rules = rules.replace(f"@{name}", hex_color(name))
    return rules
