"""Where templates, assets and a person's own files lie: in a checkout or installed."""

import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def templates() -> Path:
    """Return the folder of templates, packs and samples."""
    return _shipped("templates")


@cache
def assets() -> Path:
    """Return the folder of fonts, icons and themes."""
    return _shipped("assets")


def fonts() -> Path:
    """Return the folder of the shipped TrueType files."""
    return assets() / "fonts"


def user_data() -> Path:
    """Return the folder for this person's own things (created by whoever writes there)."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData/Roaming")) / "Roadmapper"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/Roadmapper"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share")) / "roadmapper"


def _shipped(name: str) -> Path:
    """Return a shipped folder: inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
