"""The desktop opens proposals with this program after one command, and forgets it after another."""

import os
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
from lxml import etree

from roadmapper.store.header import APPLICATION_ID

ROOT = Path(__file__).parents[1]
TOOL = "tools/association.sh"
KIND = "{http://www.freedesktop.org/standards/shared-mime-info}"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a tool of Unix desktops")


def _run(word: str, data: Path) -> str:
    environment = {**os.environ, "XDG_DATA_HOME": str(data)}
    shell = shutil.which("sh") or "sh"
    done = subprocess.run(
        [shell, TOOL, word], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_one_command_tells_the_desktop_and_another_takes_it_back(tmp_path: Path) -> None:
    data = tmp_path / "my data"

    assert "now open with" in _run("install", data)

    entry = ConfigParser(interpolation=None)
    entry.read(data / "applications" / "roadmapper.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    assert told["Exec"] == f'"{ROOT}/.venv/bin/roadmapper" %f'
    assert (data / f"icons/hicolor/scalable/apps/{told['Icon']}.svg").is_file()
    kind = etree.parse(data / "mime" / "packages" / "roadmapper.xml").find(f"{KIND}mime-type")
    assert kind is not None
    assert told["MimeType"] == f"{kind.get('type')};"

    _run("remove", data)
    left = [one.name for one in data.rglob("roadmapper.*")]
    assert left == []


def test_the_kind_of_file_is_known_by_the_mark_in_its_header() -> None:
    tree = etree.parse(ROOT / "assets" / "desktop" / "roadmapper.xml")
    marks = {one.get("offset"): one.get("value") for one in tree.iter(f"{KIND}match")}
    globs = [one.get("pattern") for one in tree.iter(f"{KIND}glob")]

    assert marks["68"] == APPLICATION_ID.to_bytes(4, "big").decode()
    assert globs == ["*.roadmap"]
