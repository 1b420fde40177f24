"""A table shows what was answered: no empty column, no empty row, nothing internal."""

from collections.abc import Mapping
from dataclasses import replace

from roadmapper.document.tables import rows_table
from roadmapper.document.tree import Link, Table, Text, plain
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value
from roadmapper.template.model import TableColumn
from tests.composed import document_of
from tests.notation import blocks_notation
from tests.tiny import kpis, tiny_scope


def table_of(question: str, answers: Mapping[str, Value], *columns: str) -> Table | None:
    """Return the table of a question of the tiny template."""
    scope = tiny_scope(answers)
    asked = scope.facts.template.find(f"deal.{question}")
    assert asked is not None
    chosen = [TableColumn(one, "", 0) for one in columns]
    return rows_table(asked, AnswerPath.parse(f"deal.{question}"), chosen, scope)


def grid(table: Table | None) -> list[list[str]]:
    """Return the headings and the cells as texts."""
    assert table is not None
    cells = [[" / ".join(map(plain, one.paragraphs)) for one in row.cells] for row in table.rows]
    return [[column.title for column in table.columns], *cells]


def test_a_column_without_a_value_and_a_row_without_one_are_left_out() -> None:
    answers = kpis({"measure": "a"}, {}, {"contact": "Ann"}, {"measure": "b"})

    assert grid(table_of("kpis", answers)) == [["Measure"], ["a"], ["b"]]


def test_a_table_without_a_value_is_none() -> None:
    assert table_of("kpis", {}) is None
    assert table_of("kpis", kpis({"contact": "Ann"})) is None
    assert table_of("kpis", kpis({"measure": "a"}), "weight") is None


def test_an_internal_column_stays_out_even_if_it_is_asked_for() -> None:
    answers = kpis({"measure": "a", "contact": "Ann"})

    assert grid(table_of("kpis", answers, "contact", "measure")) == [["Measure"], ["a"]]


def test_the_heading_names_the_unit_and_the_cell_does_not() -> None:
    answers = kpis({"measure": "a", "low": "3", "weight": "50"})

    assert grid(table_of("kpis", answers)) == [
        ["Measure", "Weight", "Low (points)"],
        ["a", "50%", "3"],
    ]


def test_a_number_in_the_unit_of_its_row_says_it_in_its_cell() -> None:
    scope = tiny_scope(kpis({"measure": "minutes", "low": "58"}, {"measure": "%", "low": "61"}))
    asked = scope.facts.template.find("deal.kpis")
    assert asked is not None
    low = replace(asked.columns[2], unit="", unit_from="measure")
    table = rows_table(
        replace(asked, columns=(asked.columns[0], low)), AnswerPath.parse("deal.kpis"), (), scope
    )

    assert grid(table) == [["Measure", "Low"], ["minutes", "58 minutes"], ["%", "61%"]]


def test_given_rows_begin_with_their_label() -> None:
    answers: dict[str, Value] = {"four[tested].answer": "Well."}

    assert grid(table_of("four", answers, "answer")) == [
        ["Question", "Answer"],
        ["How was it tested?", "Well."],
    ]


def test_a_link_shows_names_and_forgets_rows_that_are_gone() -> None:
    answers: dict[str, Value] = {
        **kpis({"measure": "Notes"}),
        "four[tested].answer": "Well.",
        "four[tested].proof": ("r1", "r9"),
    }

    assert grid(table_of("four", answers))[1] == ["How was it tested?", "Well.", "Notes"]


def test_prose_in_a_cell_keeps_paragraphs_and_list_marks() -> None:
    answers: dict[str, Value] = {
        "four[tested].answer": "With {name}:\n- one\n- two",
        "name": "Fern",
    }

    assert grid(table_of("four", answers))[1][1] == "With Fern: / \u2013 one / \u2013 two"


def test_a_value_of_another_kind_is_shown_as_typed() -> None:
    assert grid(table_of("kpis", kpis({"weight": "about half\x00"})))[1] == ["about half"]


def test_evidence_in_a_cell_is_the_number_of_its_source() -> None:
    document = document_of(
        {
            "solution.evidence": ("e1", "e2", "e3"),
            "solution.evidence[e1].reference": "Study A",
            "solution.evidence[e3].reference": "Study C",
            "transparency.four_questions[trained].answer": "On visits.",
            "transparency.four_questions[trained].evidence": ("e3", "gone", "e1"),
        }
    )
    cells = [
        line
        for chapter in document.chapters
        for block in chapter.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        for line in cell.paragraphs
    ]
    lines = [line for chapter in document.chapters for line in blocks_notation(chapter.blocks)]

    assert (
        Text("Sources "),
        Link("2", "#source-e3"),
        Text(", "),
        Link("1", "#source-e1"),
    ) in cells
    assert "source 2: **Study C.**" in lines


def test_a_table_that_would_repeat_columns_of_an_earlier_one_is_none() -> None:
    scope = tiny_scope(kpis({"measure": "a"}))
    asked = scope.facts.template.find("deal.kpis")
    assert asked is not None
    path = AnswerPath.parse("deal.kpis")
    chosen = [TableColumn("measure", "", 0), TableColumn("weight", "", 0)]

    assert rows_table(asked, path, chosen, scope) is not None
    assert rows_table(asked, path, chosen, scope, known=frozenset({"measure"})) is None
