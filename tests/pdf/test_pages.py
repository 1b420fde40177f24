"""Where pages end: nothing runs off them, and nothing stands alone that should not."""

import pypdfium2
import pytest

from roadmapper.document.tree import (
    Bullets,
    Callout,
    Cell,
    Column,
    Columns,
    Heading,
    Item,
    KeyFigure,
    KeyFigures,
    ListLook,
    ModelFact,
    ModelFacts,
    NoteMark,
    Paragraph,
    Row,
    Step,
    Steps,
    Table,
    Text,
    Tier,
    Tiers,
)
from roadmapper.pdf.write import Layout
from tests.pdf.conftest import Writing
from tests.pdf_reading import pages_of, text_of
from tests.tree_parts import LOREM, paragraph, table, text
from tests.trees import small_document

LONG = " ".join(f"word{n}" for n in range(3000))


def _inside(data: bytes) -> bool:
    """Return whether all text stands on its page."""
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            width, height = page.get_size()
            text_page = page.get_textpage()
            for at in range(text_page.count_rects()):
                left, bottom, right, top = text_page.get_rect(at)
                if left < 0 or bottom < 0 or right > width or top > height:
                    return False
    finally:
        document.close()
    return True


@pytest.mark.parametrize(
    "block",
    [
        paragraph(LONG),
        Bullets((Item(text(LONG)), Item(text(LONG), level=1))),
        Callout("Title", (paragraph(LONG),)),
        KeyFigures((KeyFigure("1", LONG, LONG), KeyFigure("2", "b"))),
        Steps((Step("One", LONG), Step("Two"))),
        Tiers((Tier(LONG, "who", LONG, "amount", (LONG,)),), (LONG, "b")),
        ModelFacts("k", "Facts", LONG, LONG, (ModelFact("label", LONG), ModelFact(LONG, "v"))),
        Columns((paragraph(LONG),), (paragraph("short"),)),
        Paragraph((Text("short"), NoteMark(1, (Text(LONG),)))),
        table("t", LONG, "A|>B", f"{LONG}|{LONG}", number=1),
        Heading(LONG),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_text_longer_than_a_page_flows_on(written: Writing, block: Paragraph) -> None:
    layout = written(small_document(block))

    found = text_of(layout.data)
    assert all(f"word{n}" in found for n in range(3000))
    assert _inside(layout.data)


def test_a_heading_is_never_the_last_line_of_a_page(written: Writing) -> None:
    for count in range(20, 32):
        lines = "\n".join(str(n) for n in range(count))
        layout = written(small_document(paragraph(lines), Heading("Held"), paragraph(LOREM * 2)))

        page = next(page for page in pages_of(layout.data)[2:] if "Held" in page)
        assert "Notes are drafted" in page


def test_no_paragraph_leaves_one_line_alone(written: Writing) -> None:
    for count in range(20, 32):
        lines = "\n".join(str(n) for n in range(count))
        pieces = "\n".join(f"piece{n}" for n in range(6))
        layout = written(small_document(paragraph(lines), paragraph(pieces)))

        found = [page.count("piece") for page in pages_of(layout.data)[2:] if "piece" in page]
        assert 1 not in found


def test_the_header_row_stands_on_every_page_of_a_table(full: Layout) -> None:
    pages = pages_of(full.data)

    holding = [page for page in pages if "Interface 2" in page or "Interface 6" in page]
    assert len(holding) > 1
    assert all("Messages a day" in page for page in holding)


def test_a_row_is_parted_only_when_it_is_long(written: Writing) -> None:
    rows = [f"{n}|first{n}\nsecond{n}\nthird{n}" for n in range(60)]
    layout = written(small_document(table("t", "Rows", "No|Lines", *rows, number=1)))

    for page in pages_of(layout.data)[2:]:
        for n in range(60):
            words = page.split()
            assert (f"first{n}" in words) == (f"third{n}" in words)


def test_side_notes_stand_on_the_page_of_their_mark(written: Writing) -> None:
    for count in range(22, 31):
        lines = "\n".join(str(n) for n in range(count))
        marked = Paragraph((Text("Marked"), NoteMark(1, (Text("The note, " + LOREM),))))
        layout = written(small_document(paragraph(lines), marked))

        page = next(page for page in pages_of(layout.data)[2:] if "Marked" in page)
        assert "The note" in page


def test_notes_in_a_cell_stand_below_the_table(written: Writing) -> None:
    cell = Cell(((Text("Marked"), NoteMark(7, (Text("Where it is from."),))),))
    layout = written(
        small_document(Table("t", "One", (Column("A"),), (Row((cell,)),), "Below.", 1))
    )

    assert "Marked7 7 Where it is from. Below." in pages_of(layout.data)[2]


def test_columns_stand_side_by_side(written: Writing) -> None:
    blocks = Columns((paragraph("Left one"), paragraph("Left two")), (paragraph("Right one"),))
    layout = written(small_document(blocks))

    document = pypdfium2.PdfDocument(layout.data)
    page = document[2].get_textpage()
    left, right = page.search("Left one").get_next(), page.search("Right one").get_next()
    tops = {round(page.get_charbox(found[0])[1]) for found in (left, right)}
    document.close()
    assert len(tops) <= 2


def test_a_long_side_note_does_not_push_the_text_beside_it_apart(written: Writing) -> None:
    marked = Item((Text("First"), NoteMark(1, (Text(LOREM * 8),))))
    checks = Bullets((marked, Item(text("Second"))), ListLook.CHECK)
    layout = written(small_document(checks))

    document = pypdfium2.PdfDocument(layout.data)
    page = document[2].get_textpage()
    tops = [page.get_charbox(page.search(word).get_next()[0])[3] for word in ("First", "Second")]
    document.close()
    assert tops[0] - tops[1] < 40
