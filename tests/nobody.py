"""Runs a program as somebody who owns nothing, in a folder that others can reach."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from shutil import rmtree, which

import pytest

ROOT = Path(__file__).parents[1]
_NOBODY = "65534"

# Only for the program that is run: where the folder of Python may be entered by its owner alone, an
# empty one that all may enter is laid over it, with Python in its place.
_UNHIDE = """
mkdir -p "$1" && mount --bind "$3" "$1" && mount -t tmpfs -o mode=755 none "$2" &&
mkdir -p "$3" && mount --bind "$1" "$3" && shift 3 && exec "$@"
"""


def _hidden() -> Path | None:
    """Return the folder on the way to Python that others may not enter; None if there is none."""
    above = (Path(sys.base_prefix).resolve(), *Path(sys.base_prefix).resolve().parents)
    closed = [one for one in above if not one.stat().st_mode & stat.S_IXOTH]
    return closed[-1] if closed else None


@cache
def _cannot() -> str:
    """Return why nobody can be somebody else here; empty if that is possible."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return "only a superuser may become somebody else"
    if which("setpriv") is None:
        return "setpriv is not installed"
    with open_folder() as folder:
        done = as_nobody("print()", home=folder / "home")
        return f"Python cannot be run by others: {done.stderr}" if done.returncode else ""


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that everybody may enter; the folders of tests are for their owner only."""
    folder = Path(tempfile.mkdtemp(prefix="roadmapper-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        rmtree(folder)


def skip_without_nobody() -> None:
    """Skip a test where it cannot act as somebody without any right."""
    reason = _cannot()
    if reason:
        pytest.skip(reason)


def as_nobody(program: str, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a program as somebody who owns nothing but a home."""
    home.mkdir(exist_ok=True)
    os.chown(home, int(_NOBODY), int(_NOBODY))
    places = ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    environment = {**os.environ, **dict.fromkeys(places, str(home))}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    rights = ("setpriv", "--reuid", _NOBODY, "--regid", _NOBODY, "--clear-groups")
    hidden = _hidden()
    command = [*rights, sys.executable, "-c", program, *arguments]
    if hidden is not None:
        spare = home.with_name(f"{home.name}-python")
        laid = ("unshare", "--mount", "sh", "-c", _UNHIDE, "sh")
        command = [*laid, str(spare), str(hidden), sys.base_prefix, *command]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=ROOT, env=environment
    )
