"""Sources and marks that are typed inside a sentence, and marks on a whole answer, in print."""

from roadmapper.document.tree import Link, Paragraph, Text, plain
from roadmapper.proposal.notes import mark_at
from roadmapper.template.kinds import Value
from tests.composed import document_of, sample

PATH = "solution.summary"
ANSWERS: dict[str, Value] = {
    "solution.evidence": ("e1", "e2"),
    "solution.evidence[e1].reference": "First trial",
    "solution.evidence[e2].reference": "Second trial",
}


def _printed(text: str, **more: str) -> Paragraph:
    blocks = document_of({**ANSWERS, PATH: text, **more}).chapters
    found = (
        one
        for chapter in blocks
        for one in chapter.blocks
        if isinstance(one, Paragraph) and one.source is not None and one.source.path == PATH
    )
    return next(found)


def test_a_source_in_brackets_leads_to_the_numbered_source() -> None:
    line = _printed("Calls fall [e2, e1] in clinics.").line

    links = [(one.text, one.target) for one in line if isinstance(one, Link)]
    assert plain(line) == "Calls fall [2, 1] in clinics."
    assert links == [("2", "#source-e2"), ("1", "#source-e1")]


def test_brackets_around_something_else_stand_as_typed() -> None:
    assert plain(_printed("Calls fall [e9] [sic].").line) == "Calls fall [e9] [sic]."


def test_a_mark_in_brackets_is_printed_in_italics() -> None:
    line = _printed("Calls fall [goal].").line

    assert Text("goal", italic=True) in line
    assert plain(line) == "Calls fall [goal]."


def test_an_answer_that_is_marked_says_so_before_it_begins() -> None:
    line = _printed("Calls fall.", **{mark_at(PATH): "assumption"}).line

    assert plain(line) == "Assumption: Calls fall."


def test_an_answer_without_a_mark_reads_as_it_was_typed() -> None:
    told = sample("fernhollow").text(PATH)

    assert plain(_printed(told).line) == told.strip()
