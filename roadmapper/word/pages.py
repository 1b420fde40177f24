"""Page numbers that a Word file shows before Word counts, written anew."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from roadmapper.word.draft import bookmark_name

_FIELD = re.compile(
    r'(<w:instrText xml:space="preserve"> (?:PAGEREF (?P<name>\S+) \\h|(?P<total>NUMPAGES)) '
    r"</w:instrText></w:r>"
    r'<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:fldChar w:fldCharType="separate"/></w:r>'
    r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: xml:space=\"preserve\")?>)\d+(?=</w:t>)"
)
_STORY = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")


def patch_pages(docx: bytes, pages: Mapping[str, int], page_count: int) -> bytes:
    """Return the file with these page numbers shown; all else stays byte for byte the same."""
    shown = {bookmark_name(key): number for key, number in pages.items()}

    def result(found: re.Match[str]) -> str:
        if found["total"]:
            return f"{found[1]}{page_count}"
        number = shown.get(found["name"])
        return found[0] if number is None else f"{found[1]}{number}"

    held = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as source, zipfile.ZipFile(held, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if _STORY.fullmatch(entry.filename):
                data = _FIELD.sub(result, data.decode()).encode()
            target.writestr(entry, data)
    return held.getvalue()
