"""A PDF by LibreOffice, from the Word file we write."""

import subprocess
import tempfile
from pathlib import Path

from benchmarks import ours
from benchmarks.contestant import Run
from benchmarks.sample import Sample

PROGRAM = "soffice"


def converted(sample: Sample) -> Run:
    """LibreOffice without a window; its first start, which makes a profile, is not timed."""
    docx = ours.word(sample)()
    place = tempfile.TemporaryDirectory(prefix="benchmark-", ignore_cleanup_errors=True)
    folder = Path(place.name)
    (folder / "empty.txt").write_text("Warm.", "utf-8")
    (folder / "sample.docx").write_bytes(docx)
    _convert(folder, "empty.txt")

    def run() -> bytes:
        # Named through its keeper, so that the folder lives as long as this run.
        _convert(Path(place.name), "sample.docx")
        return (folder / "sample.pdf").read_bytes()

    return run


def _convert(folder: Path, name: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [PROGRAM, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / name)], check=True, capture_output=True, timeout=180)
