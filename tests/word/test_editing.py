"""What a manager who edits the file relies on: styles, native lists, whole tables, bookmarks."""

from io import BytesIO
from typing import Any

import docx as python_docx
import pytest

from roadmapper.document.tree import KeyFigure, KeyFigures, Step, Steps
from tests.trees import full_document, small_document
from tests.word.made import W, docx, part, words

_PARAGRAPH = {"pStyle", "numPr", "sectPr", "bidi"}
_RUN = {"rStyle", "rtl"}


@pytest.fixture(scope="module")
def full() -> bytes:
    return docx(full_document())


@pytest.fixture(scope="module")
def root(full: bytes) -> Any:
    return part(full)


# Any: lxml has no types.
def _tags(root: Any, holder: str) -> set[str]:
    return {one.tag.removeprefix(W) for held in root.iter(f"{W}{holder}") for one in held}


def _style(paragraph: Any) -> str:
    return str(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))


def test_no_text_is_formatted_directly(root: Any) -> None:
    assert _tags(root, "pPr") <= _PARAGRAPH
    assert _tags(root, "rPr") <= _RUN


def test_no_text_stands_in_a_box_that_floats(root: Any) -> None:
    assert list(root.iter(f"{W}txbxContent", f"{W}framePr")) == []


def test_every_cell_is_as_wide_as_its_columns(root: Any) -> None:
    for table in root.iter(f"{W}tbl"):
        grid = [int(one.get(f"{W}w")) for one in table.find(f"{W}tblGrid")]
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        for row in table.findall(f"{W}tr"):
            at = 0
            for cell in row.findall(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                count = int(span.get(f"{W}val")) if span is not None else 1
                width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
                assert abs(width - sum(grid[at : at + count])) <= count
                at += count


def test_a_table_of_data_repeats_its_first_row(root: Any) -> None:
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") in {"ProposalTable", "FactsTable"}:
            assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def test_tables_are_nested_only_where_two_groups_stand_side_by_side(root: Any) -> None:
    for table in root.iter(f"{W}tbl"):
        holders = [
            one.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")
            for one in table.iterancestors(table.tag)
        ]
        assert holders in ([], ["ColumnsTable"])


def test_an_answer_is_one_bookmark_inside_one_paragraph(root: Any) -> None:
    for paragraph in root.iter(f"{W}p"):
        starts = [
            one
            for one in paragraph.iter(f"{W}bookmarkStart")
            if str(one.get(f"{W}name")).startswith("_rm_")
        ]
        ends = {one.get(f"{W}id") for one in paragraph.iter(f"{W}bookmarkEnd")}
        assert len(starts) <= 1
        assert {one.get(f"{W}id") for one in starts} <= ends


def test_steps_are_a_list_that_word_counts_and_that_begins_anew() -> None:
    steps = Steps((Step("Detect", "Weekly"), Step("Act", "At once")))

    root = part(docx(small_document(steps, steps)))

    marks = [one for one in root.iter(f"{W}p") if _style(one).startswith("StepMark")]
    counts = [one.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for one in marks]
    assert [words(one).strip() for one in marks] == [""] * 4
    assert counts[0] == counts[1] != counts[2] == counts[3]


def test_only_the_first_of_ruled_figures_has_the_accent() -> None:
    figures = KeyFigures((KeyFigure("1", "one", "a"), KeyFigure("2", "two", "b")))

    root = part(docx(small_document(figures)))

    worn = {words(one): _style(one) for one in root.iter(f"{W}p")}
    assert (worn["1"], worn["2"]) == ("FigureValue", "FigureValuePlain")


def test_a_reviewer_can_comment_and_save(full: bytes) -> None:
    document = python_docx.Document(BytesIO(full))
    first = next(one for one in document.paragraphs if one.text and one.runs)
    document.add_comment(first.runs, "Please check.", "A reviewer")
    held = BytesIO()

    document.save(held)

    again = python_docx.Document(BytesIO(held.getvalue()))
    assert [one.text for one in again.comments] == ["Please check."]
