"""What a person set for themselves, kept in one small file in their own folder."""

import json
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from roadmapper import paths
from ui.languages import SYSTEM
from ui.theme import Mode

log = logging.getLogger(__name__)

SCALES = (0.9, 1.0, 1.1, 1.25, 1.5, 2.0)
_RECENT = 500
_LAST = 5
"""Commands that the palette offers before anything is typed."""


class Settings(NamedTuple):
    """One person's settings.

    `company` signs new proposals; `folder` is where they go, and empty means the usual place.
    """

    name: str = ""
    role: str = ""
    company: str = ""
    theme: str = Mode.SYSTEM.value
    scale: float = 1.0
    motion: bool = True
    paper: str = "letter"
    language: str = SYSTEM
    folder: str = ""
    tour_seen: bool = False
    sample_tip: bool = True
    width: int = 0
    height: int = 0
    recent: tuple[str, ...] = ()
    last_commands: tuple[str, ...] = ()

    @property
    def mode(self) -> Mode:
        """The colors to use."""
        known = {one.value for one in Mode}
        return Mode(self.theme) if self.theme in known else Mode.SYSTEM

    @property
    def author(self) -> str:
        """Who stands beside changes in the history: name and role, what is known of them."""
        # Loaded late: Home shows nobody's role.
        from ui.roles import ROLES  # noqa: PLC0415

        if self.role not in ROLES:
            return self.name
        role = ROLES[self.role]
        return f"{self.name}, {role.lower()}" if self.name else role

    @property
    def proposals_folder(self) -> Path:
        """Where new proposals go."""
        return Path(self.folder) if self.folder else Path.home() / "Documents" / "Roadmapper"

    def with_recent(self, path: Path) -> "Settings":
        """Return the settings with this file at the front of the recent ones."""
        text = str(path.absolute())
        rest = tuple(one for one in self.recent if one != text)
        return self._replace(recent=(text, *rest)[:_RECENT])

    def with_command(self, label: str) -> "Settings":
        """Return the settings with this command at the front of those used last."""
        rest = (one for one in self.last_commands if one != label)
        return self._replace(last_commands=(label, *rest)[:_LAST])

    def without_recent(self, path: Path) -> "Settings":
        """Return the settings without this file among the recent ones."""
        rest = tuple(one for one in self.recent if one != str(path.absolute()))
        return self._replace(recent=rest)


def settings_file() -> Path:
    """Return where the settings are kept."""
    return paths.user_data() / "settings.json"


def load_settings(path: Path) -> Settings:
    """Return what is kept there; what is missing or not understood is as at first."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        log.warning("The settings cannot be read and start anew", exc_info=True)
        return Settings()
    return _understood(told) if isinstance(told, dict) else Settings()


def save_settings(settings: Settings, path: Path) -> None:
    """Keep the settings, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_text(json.dumps(settings._asdict(), indent=1), encoding="utf-8")
    part.replace(path)


def _understood(told: Mapping[str, Any]) -> Settings:
    found: dict[str, Any] = {}
    first = Settings()
    for name in Settings._fields:
        value = told.get(name)
        if name in ("recent", "last_commands") and isinstance(value, list):
            found[name] = tuple(item for item in value if isinstance(item, str))
        elif name == "scale" and value in SCALES:
            found["scale"] = float(value)
        elif type(value) is type(getattr(first, name)):
            found[name] = value
    return Settings(**found)
