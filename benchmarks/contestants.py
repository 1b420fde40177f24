"""Everybody who takes part, ours and theirs."""

from benchmarks import by_hand, ours, with_docx, with_html, with_office, with_typst
from benchmarks.contestant import Contestant

PREPARE, WORD, PDF = "Prepare", "Word", "PDF"

CONTESTANTS = (
    Contestant("Compose", PREPARE, ours.compose),
    Contestant("One answer changed, composed and printed", PREPARE, ours.changed),
    Contestant("Page numbers for Word", PREPARE, ours.numbers),
    Contestant("Roadmapper", WORD, ours.word),
    Contestant("Same parts, only zipped", WORD, by_hand.zipped),
    Contestant("Strings by hand, zipped", WORD, by_hand.strings),
    Contestant("python-docx, naive", WORD, with_docx.naive, module="docx"),
    Contestant("docxtpl", WORD, with_docx.templated, module="docxtpl"),
    Contestant("Roadmapper", PDF, ours.pdf),
    Contestant("WeasyPrint", PDF, with_html.untagged, module="weasyprint", slow=True),
    Contestant("WeasyPrint, tagged", PDF, with_html.tagged, module="weasyprint", slow=True),
    Contestant(
        "LibreOffice, from our Word file",
        PDF,
        with_office.converted,
        program=with_office.PROGRAM,
        slow=True,
    ),
    Contestant("typst", PDF, with_typst.typst, module="typst"),
)


def find(group: str, name: str) -> Contestant:
    """Return the contestant of this group and name."""
    return next(one for one in CONTESTANTS if (one.group, one.name) == (group, name))
