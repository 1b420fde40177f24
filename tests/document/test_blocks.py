"""Each kind of block says what was answered, and is left out when nothing was."""

from collections.abc import Mapping

import pytest

from roadmapper.document.blocks import MAKERS, carries_answers, make
from roadmapper.document.functions import FUNCTIONS
from roadmapper.document.tree import Block, Columns, NoteMark, Paragraph, Source, Table
from roadmapper.document.wording import Scope
from roadmapper.template.chapters import WORDINGS
from roadmapper.template.kinds import Value
from roadmapper.template.model import BlockRule
from tests.composed import document_of, sample
from tests.notation import blocks_notation
from tests.tiny import kpis, tiny_facts, tiny_template

TWO = kpis({"measure": "Notes", "weight": "60", "contact": "Ann"}, {"measure": "Visits"})
OTHERS = 'where = { column = "measure", is_not = "Notes" }'
IF_READY = 'when = { question = "ready", is = true }'
SHARE = '{ value = "{share}", label = "Share" }'


def rule_and_scope(
    block: str,
    answers: Mapping[str, Value],
    citations: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[BlockRule, Scope]:
    """Return a block as a template spells it, and where it is read."""
    template = tiny_template(f"\n[[chapter.block]]\n{block}\n")
    return template.chapters[0].blocks[2], Scope(
        tiny_facts(answers, template, citations=citations), "deal"
    )


def made(block: str, answers: Mapping[str, Value], audience: str = "full") -> tuple[Block, ...]:
    """Return what a block makes of some answers."""
    return make(*rule_and_scope(block, answers), audience, FUNCTIONS)


def read(block: str, answers: Mapping[str, Value]) -> list[str]:
    """Return what a block makes, in the short notation."""
    return list(blocks_notation(made(block, answers)))


def test_every_kind_of_block_can_be_made() -> None:
    assert set(MAKERS) | {"columns", "function"} == set(WORDINGS)


@pytest.mark.parametrize(
    ("block", "answers", "lines"),
    [
        ('kind = "paragraph"\ntext = "Costs {fee}."', {"fee": "5"}, ["Costs $5."]),
        (
            'kind = "paragraph"\nlook = "lead"\ntext = "a"\nnote = "see {fee}"',
            {"fee": "5"},
            ["lead: A[^0: See $5]"],
        ),
        (
            'kind = "answer"\nof = "story"\nrun_in = "Why."',
            {"story": "One.\n- two\n\nThree."},
            ["**Why. **One.", "- two", "Three."],
        ),
        (
            'kind = "answer"\nof = "story"\nrun_in = "Why."',
            {"story": "- one\n- two"},
            ["**Why.**", "- one", "- two"],
        ),
        (
            'kind = "answer"\nof = "emr"\nrun_in = "On."',
            {"emr": "other"},
            ["**On. **Another record."],
        ),
        (
            'kind = "answer"\nof = "four"',
            {"four[trained].answer": "Well."},
            ["table 0:  | Question | Answer", "  How was it trained? | Well."],
        ),
        (
            'kind = "list"\nof = "kpis"\nlook = "check"\ntext = "{measure}, {weight}"',
            TWO,
            ["[x] Notes, 60%"],
        ),
        (
            'kind = "list"\nof = "kpis"\ntext = "{measure}"\n' + OTHERS,
            TWO,
            ["- Visits"],
        ),
        (
            'kind = "list"\nitems = ["{fee}", "b", { text = "c", ' + IF_READY + " }]",
            {},
            ["- B"],
        ),
        (
            'kind = "table"\nheading = "Measured"\nof = "kpis"\nnote = "{fee}"',
            TWO,
            ["## Measured", "table 0:  | Measure | Weight", "  Notes | 60%", "  Visits | "],
        ),
        (
            'kind = "table"\nof = "kpis"\ncolumns = ["weight", { id = "measure", label = "What" }]',
            TWO,
            ["table 0:  | Weight | What", "  60% | Notes", "   | Visits"],
        ),
        (
            'kind = "facts"\nof = ["fee", "start", "days"]\ncaption = "In short"',
            {"fee": "5", "ready": True, "days": "90"},
            ["table 0: In short | Subject | Answer", "  Fee | $5", "  Notice | 90 days"],
        ),
        (
            'kind = "figures"\nitems = [{ value = "{fee}", label = "Fee" }, ' + SHARE + "]",
            {"fee": "5"},
            ["figure: $5 | Fee | "],
        ),
        (
            'kind = "callout"\ntitle = "Note"\ntext = ["{fee}.", "More."]',
            {"fee": "5"},
            ["callout: Note", "  $5. More."],
        ),
        ('kind = "quote"\ntext = "Costs {fee}"', {"fee": "5"}, ["> Costs $5"]),
        (
            'kind = "steps"\nof = "kpis"\ntitle = "{measure}"\ndetail = "{weight}"',
            TWO,
            ["step: Notes | 60%", "step: Visits | "],
        ),
        (
            'kind = "steps"\nitems = [{ title = "{start}" }, { title = "Go", detail = "{fee}" }]',
            {"fee": "5"},
            ["step: Go | $5"],
        ),
        ('kind = "heading"\nlevel = 3\ntext = "For {fee}"', {"fee": "5"}, ["### For $5"]),
    ],
)
def test_a_block_says_what_was_answered(
    block: str, answers: Mapping[str, Value], lines: list[str]
) -> None:
    assert read(block, answers) == lines


@pytest.mark.parametrize(
    "block",
    [
        'kind = "paragraph"\ntext = "Costs {fee}."\nheading = "Fee"',
        'kind = "answer"\nof = ["story", "weeks", "four"]',
        'kind = "list"\nof = "kpis"\ntext = "{measure}"',
        'kind = "list"\nitems = ["{fee}"]',
        'kind = "table"\nof = "kpis"\nheading = "Measured"\ncaption = "a"',
        'kind = "table"\nof = "four"',
        'kind = "facts"\nof = ["fee", "kpis"]',
        'kind = "figures"\nitems = [{ value = "{fee}", label = "Fee" }]',
        'kind = "callout"\ntitle = "Note"\ntext = "{fee}"',
        'kind = "quote"\ntext = "{fee}"',
        'kind = "steps"\nof = "kpis"\ntitle = "{measure}"',
        'kind = "heading"\ntext = "{fee}"',
        'kind = "paragraph"\nwhen = { question = "fee", answered = true }\ntext = "a"',
        *(f'kind = "function"\nname = "{name}"' for name in FUNCTIONS if name != "matrix"),
    ],
)
def test_a_block_without_an_answer_is_left_out(block: str) -> None:
    assert made(block, {}) == ()


SIDES = (
    'kind = "columns"\nheading = "Both"\nshare = 0.4\n[[chapter.block.left]]\nkind = "paragraph"\n'
    'text = "{fee}"\n[[chapter.block.right]]\nkind = "paragraph"\ntext = "{share}"'
)


def test_columns_stand_side_by_side_only_if_both_speak() -> None:
    both = made(SIDES, {"fee": "5", "share": "1"})[1]

    assert isinstance(both, Columns)
    assert both.share == 0.4
    assert read(SIDES, {"fee": "5"}) == ["## Both", "$5"]
    assert read(SIDES, {}) == []


def test_a_block_for_one_audience_is_in_its_brief_and_in_the_whole() -> None:
    block = 'kind = "paragraph"\naudience = ["cfo"]\ntext = "a"'

    assert made(block, {}, "cfo")
    assert made(block, {}, "full")
    assert made(block, {}, "cmio") == ()


@pytest.mark.parametrize(
    ("block", "carries"),
    [
        ('kind = "paragraph"\ntext = "Always."', False),
        ('kind = "paragraph"\ntext = "{fee}"', True),
        ('kind = "paragraph"\nheading = "{fee}"\ntext = "Always."', False),
        ('kind = "paragraph"\ntext = "a"\nwhen = { question = "fee", answered = true }', True),
        ('kind = "paragraph"\ntext = "a"\nwhen = { question = "share", answered = false }', False),
        ('kind = "table"\nof = "kpis"', True),
        ('kind = "list"\nitems = ["a", "b"]', False),
        (SIDES, True),
    ],
)
def test_a_block_that_rests_on_an_answer_is_known(block: str, carries: bool) -> None:
    assert carries_answers(*rule_and_scope(block, {"fee": "5"})) is carries


def test_prose_keeps_the_address_of_each_part() -> None:
    blocks = made('kind = "answer"\nof = "story"', {"story": "One.\n\nTwo."})
    sources = [block.source for block in blocks if isinstance(block, Paragraph)]

    assert sources == [Source("deal.story", 0), Source("deal.story", 1)]


def test_a_cell_keeps_its_address_and_numbers_stand_at_the_right() -> None:
    table = made('kind = "table"\nof = "kpis"', TWO)[0]

    assert isinstance(table, Table)
    assert table.rows[0].cells[1].source == Source("deal.kpis[r1].weight")
    assert [column.align for column in table.columns] == ["left", "right"]
    assert [cell.bold for cell in table.rows[0].cells] == [True, False]


def test_an_internal_column_is_in_no_table() -> None:
    assert "Ann" not in repr(made('kind = "table"\nof = "kpis"', TWO))


def test_a_row_without_a_name_keeps_its_other_cells() -> None:
    lines = read('kind = "table"\nof = "kpis"', kpis({"weight": "60"}, {"measure": "b"}, {}))

    assert lines[1:] == ["   | 60%", "  b | "]


def test_evidence_stands_beside_the_first_paragraph_or_item() -> None:
    notes = [
        part.number
        for chapter in document_of(sample("fernhollow")).chapters
        for block in chapter.blocks
        if isinstance(block, Paragraph)
        for part in block.line
        if isinstance(part, NoteMark)
    ]

    assert notes == list(range(1, len(notes) + 1))
    assert notes


def test_typed_lists_keep_their_evidence() -> None:
    document = document_of(
        {
            "solution.summary": "- one\n- two",
            "solution.evidence": ("e1",),
            "solution.evidence[e1].reference": "Study A",
            "_evidence.solution.summary": ("e1", "gone"),
        }
    )
    lines = [line for chapter in document.chapters for line in blocks_notation(chapter.blocks)]

    assert "- one[^1: [Source 1](#source-e1): Study A.]" in lines
