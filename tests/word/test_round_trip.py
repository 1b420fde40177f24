"""A Word file that went through LibreOffice and its own format still knows every answer."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.trees import full_document
from tests.word.made import bookmarked, docx, part


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_every_answer_keeps_its_bookmark_on_the_way_to_odt_and_back(tmp_path: Path) -> None:
    data = docx(full_document())
    (tmp_path / "sent.docx").write_bytes(data)

    _converted(tmp_path / "sent.docx", "odt")
    _converted(tmp_path / "sent.odt", "docx:MS Word 2007 XML", "back")

    sent, back = part(data), part((tmp_path / "back" / "sent.docx").read_bytes())
    answers = {name for name in bookmarked(sent) if name.startswith("_rm_")}
    assert answers
    assert answers <= set(bookmarked(back))


def _converted(file: Path, kind: str, folder: str = ".") -> None:
    profile = (file.parent / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    out = str(file.parent / folder)
    subprocess.run([*command, "--outdir", out, str(file)], check=True, capture_output=True)
