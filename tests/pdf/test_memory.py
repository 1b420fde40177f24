"""What is remembered of a layout: never wrong, and never without end."""

import gc
from functools import partial

import pytest

from roadmapper import paths
from roadmapper.document.style import load_style
from roadmapper.document.tree import Link, NoteMark, PageNumber, Text
from roadmapper.pdf import text
from roadmapper.pdf.breaking import TextLine
from roadmapper.pdf.faces import faces
from roadmapper.pdf.memory import Memory
from roadmapper.pdf.tagging import Node
from roadmapper.pdf.text import Typesetter
from roadmapper.pdf.write import paginate, write
from tests.trees import full_document, small_document

STYLE = load_style(paths.templates() / "partnership" / "style.toml")
WORDS = (Text("A paragraph that is "), Text("long enough", bold=True), Text(" for two lines."))
BODY = STYLE.text["body"]


def setter(*, in_word: bool = False) -> Typesetter:
    return Typesetter(STYLE, faces(paths.fonts(), STYLE.fallback), {}, in_word=in_word)


def test_a_value_is_made_once_for_each_key() -> None:
    memory: Memory[list[int]] = Memory(room=10)

    first = memory.recall("a", 1, lambda: [1])

    assert memory.recall("a", 1, lambda: [2]) is first
    assert memory.recall("b", 1, lambda: [3]) == [3]


def test_a_memory_that_is_full_begins_anew() -> None:
    memory: Memory[int] = Memory(room=10)

    for key in range(100):
        assert memory.recall(key, 4, partial(int, key)) == key
        assert len(memory) <= 2

    assert memory.recall(99, 4, lambda: -1) == 99


def test_a_value_larger_than_the_whole_room_is_returned_all_the_same() -> None:
    memory: Memory[int] = Memory(room=10)

    assert memory.recall("large", 1000, lambda: 1) == 1
    assert memory.recall("small", 1, lambda: 2) == 2
    assert len(memory) == 1


def test_words_set_again_are_the_same_lines() -> None:
    first, second = (setter().lines(WORDS, BODY, 120) for _ in range(2))

    assert len(first) > 1
    assert first is not second
    assert all(a is b for a, b in zip(first, second, strict=True))


def test_all_that_the_look_of_a_line_depends_on_tells_remembered_lines_apart() -> None:
    plain = setter().lines(WORDS, BODY, 120)

    others = (
        setter().lines(WORDS, BODY, 121),
        setter().lines(WORDS, BODY, 120, bold=True),
        setter().lines(WORDS, BODY, 120, color="accent"),
        setter().lines(WORDS, BODY, 120, balanced=True),
        setter().lines(WORDS, STYLE.text["note"], 120),
        setter().lines(WORDS[:2], BODY, 120),
        setter(in_word=True).lines(WORDS, BODY, 120),
    )

    assert all(other[0] is not plain[0] for other in others)


def test_lines_with_links_or_notes_belong_to_one_place_only() -> None:
    for part in (Link("a link", "https://example.org"), NoteMark(1, (Text("A note."),))):
        first, second = Node("P"), Node("P")
        nodes = [_nodes(setter().lines((part,), BODY, 120, node)) for node in (first, second)]

        assert nodes == [first.children, second.children]


def test_a_page_number_that_changed_is_set_anew() -> None:
    line = (Text("See page "), PageNumber("costs"))
    shared = faces(paths.fonts(), STYLE.fallback)

    texts = [
        _text(Typesetter(STYLE, shared, {"costs": page}).lines(line, BODY, 200)) for page in (3, 4)
    ]

    assert texts == ["See page 3", "See page 4"]


def test_a_document_laid_out_after_others_has_the_bytes_of_one_laid_out_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document, paper = full_document(), STYLE.papers["letter"]
    monkeypatch.setattr(text, "_LINES", Memory(room=1_000_000))
    alone = write(document, STYLE, paper, fonts=paths.fonts())

    write(small_document(), STYLE, STYLE.papers["a4"], fonts=paths.fonts())
    paginate(document, STYLE, paper, fonts=paths.fonts())

    assert write(document, STYLE, paper, fonts=paths.fonts()) == alone


def test_a_layout_goes_when_it_is_done_and_leaves_the_collector_as_it_was() -> None:
    write(full_document(), STYLE, STYLE.papers["letter"], fonts=paths.fonts())
    gc.collect()

    paginate(full_document(), STYLE, STYLE.papers["letter"], fonts=paths.fonts())
    write(full_document(), STYLE, STYLE.papers["letter"], fonts=paths.fonts())

    assert gc.isenabled()
    assert gc.collect() == 0


def test_a_line_that_is_written_on_leaves_the_remembered_one_alone() -> None:
    (line,) = setter().lines((Text("Name"),), BODY, 500)
    count = len(line.segments)

    longer = line.followed_by(line, 50)

    assert len(line.segments) == count
    assert [one.x for one in longer.segments] == [0, 50]
    assert longer.width == 50 + line.width


def _nodes(lines: list[TextLine]) -> list[Node | None]:
    return [segment.ink.node for line in lines for segment in line.segments]


def _text(lines: list[TextLine]) -> str:
    shapes = (shape for line in lines for one in line.segments for shape in one.shapes)
    return "".join(part.text for shape in shapes for part in shape.parts)
