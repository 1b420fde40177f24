"""Two groups side by side in Word."""

from roadmapper.document.tree import Block, Columns, Heading, Paragraph, Source, Text
from tests.trees import small_document
from tests.word.made import W, bookmarked, docx, part, words


def _columns(document_blocks: tuple[Block, ...]) -> list[str]:
    root = part(docx(small_document(*document_blocks)))
    tables = root.findall(f"{W}body/{W}tbl")
    return [words(cell) for one in tables[2:] for cell in one.iter(f"{W}tc")]


def test_two_short_groups_stand_side_by_side() -> None:
    left, right = Paragraph((Text("left"),)), Paragraph((Text("right"),))

    assert _columns((Columns((left,), (right,)),)) == ["left", "right"]


def test_a_group_higher_than_a_page_stands_above_the_other() -> None:
    left, right = Paragraph((Text("left " * 3000),)), Paragraph((Text("right"),))

    assert _columns((Columns((left,), (right,)),)) == []


def test_an_answer_in_a_column_keeps_its_bookmark() -> None:
    left = Paragraph((Text("left"),), source=Source("a.b"))
    block = Columns((Heading("On top", level=2), left), (left,))

    root = part(docx(small_document(block)))

    texts = [text for name, text in bookmarked(root).items() if name.startswith("_rm_")]
    assert texts == ["left", "left"]


def test_a_heading_that_begins_a_column_stands_at_its_top() -> None:
    root = part(docx(small_document(Columns((Heading("On top", level=2),), ()))))

    (heading,) = (one for one in root.iter(f"{W}p") if words(one) == "On top")
    assert heading.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading2Top"
