"""Page numbers as LibreOffice lays the Word file out: asked of it, never left for it to save."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from roadmapper.word.anchors import read_places

# Every bookmark becomes a named place in the PDF.
_FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
)

_BEAT = 0.1
"""Seconds between two looks at whether LibreOffice is done."""


def _silent() -> None:
    """Take a sign of life that nobody asked for."""


def page_numbers(
    docx: bytes, timeout: float, beat: Callable[[], None] = _silent
) -> tuple[dict[str, int], int] | None:
    """Return the page of each key and how many there are; None where LibreOffice is silent.

    `beat` is called all the time; whatever it raises ends the work.
    LibreOffice works in a folder of its own that is thrown away, so a running one is not disturbed.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="roadmapper-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        source = place / "proposal.docx"
        source.write_bytes(docx)
        command = [
            program,
            f"-env:UserInstallation={(place / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            _FILTER,
            "--outdir",
            folder,
            str(source),
        ]
        if not _finished(command, timeout, beat):
            return None
        return _read(place / "proposal.pdf", read_places(docx))


def _finished(command: list[str], timeout: float, beat: Callable[[], None]) -> bool:
    """Run a program and return whether it ended well in time; what it started ends with it."""
    try:
        # The program was found on this machine and its arguments are our own.
        process = subprocess.Popen(  # noqa: S603
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError:
        return False
    try:
        end = monotonic() + timeout
        while monotonic() < end:
            beat()
            with suppress(subprocess.TimeoutExpired):
                return process.wait(_BEAT) == 0
        return False
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    # LibreOffice is started by a script, and would outlive it.
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _read(pdf: Path, keys: dict[str, str]) -> tuple[dict[str, int], int] | None:
    # Loaded late: only an export that asks LibreOffice reads a PDF here.
    import pikepdf  # noqa: PLC0415

    # LibreOffice up to at least 7.4 writes the underscore of a name as its code.
    written = keys | {name.replace("_", "5F"): key for name, key in keys.items()}
    if not pdf.exists():
        return None
    with pikepdf.open(pdf) as document:
        numbers: dict[object, int] = {page.objgen: at for at, page in enumerate(document.pages, 1)}
        found: dict[str, int] = {}
        for name, goal in document.Root.get("/Dests", {}).items():
            key = written.get(str(name).lstrip("/"))
            target = goal.D if isinstance(goal, pikepdf.Dictionary) else goal
            if key is not None:
                found[key] = numbers[target[0].objgen]
        return found, len(document.pages)
