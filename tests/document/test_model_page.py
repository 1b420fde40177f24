"""The page of a model: tested how and on whom, what is not known, and when it drifts."""

from collections.abc import Mapping

from roadmapper.document.tree import (
    Block,
    Bullets,
    Chapter,
    Chart,
    Columns,
    Heading,
    ModelFacts,
    Paragraph,
    Steps,
    plain,
    walk,
)
from roadmapper.template.kinds import Value
from tests.composed import document_of, sample

MODELS = "transparency.models"
CARD = f"{MODELS}[m1]"
UNKNOWN = "Not available, because nobody has measured it. We will measure it in your pilot."


def _chapter(answers: Mapping[str, Value]) -> Chapter:
    return next(one for one in document_of(answers).chapters if one.key == "transparency")


def _page(changes: Mapping[str, Value]) -> tuple[Block, ...]:
    """Return the blocks of the page of Larkmere's model after some changes."""
    blocks = _chapter({**sample("larkmere"), **changes}).blocks
    keys = [one.key if isinstance(one, Heading) else "" for one in blocks]
    return blocks[keys.index("model-m1") :]


def _below(blocks: tuple[Block, ...], heading: str) -> str:
    """Return the words below a heading of the page."""
    told = list(walk(blocks))
    at = next(i for i, one in enumerate(told) if isinstance(one, Heading) and one.text == heading)
    words = []
    for one in told[at + 1 :]:
        if isinstance(one, Heading):
            break
        words += [plain(one.line)] if isinstance(one, Paragraph) else []
        words += [plain(item.line) for item in one.items] if isinstance(one, Bullets) else []
    return " ".join(words)


def test_a_page_has_the_label_beside_the_test_the_gaps_and_four_steps() -> None:
    _, columns = _page({})

    assert isinstance(columns, Columns)
    assert [type(one) for one in columns.left] == [ModelFacts]
    headings = [one.text for one in columns.right if isinstance(one, Heading)]
    assert headings == ["How it was tested", "What we do not know yet", "When it drifts"]
    (steps,) = (one for one in columns.right if isinstance(one, Steps))
    assert [one.title for one in steps.items] == ["Detect", "Act", "Tell", "Correct"]


def test_the_chart_says_on_which_data_for_how_many_and_how_sure() -> None:
    (chart,) = (one for one in walk(_page({})) if isinstance(one, Chart))

    assert chart.subtitle.startswith("Tested on External test 2025 to 2026, September 2026.")
    assert "All patients (6,229)" in chart.categories
    assert chart.series[0].name == "95% interval"
    assert "All patients 22% (21 to 23, n = 6,229)" in chart.alt
    assert chart.alt.endswith("Pregnancy not measured.")


def test_what_is_not_available_is_printed_with_its_reason_and_plan() -> None:
    page = _page({f"{CARD}.known_biases": UNKNOWN, f"{CARD}.fairness_approach": UNKNOWN})

    assert _below(page, "What we do not know yet") == f"{UNKNOWN} What fair means here. {UNKNOWN}"


def test_what_is_too_long_to_stand_beside_the_label_stands_below_it() -> None:
    _, columns, *rest = _page({f"{CARD}.known_biases": "Nobody has measured children. " * 40})

    assert isinstance(columns, Columns)
    assert [one.text for one in rest if isinstance(one, Heading)] == [
        "What we do not know yet",
        "When it drifts",
    ]


def test_a_card_with_only_a_name_says_that_the_rest_is_not_stated() -> None:
    chapter = _chapter({MODELS: ("m1",), f"{CARD}.model_name": "Tide"})

    for heading in ("How it was tested", "What we do not know yet", "When it drifts"):
        assert _below(chapter.blocks, heading) == "Not stated."
    (facts,) = (one for one in walk(chapter.blocks) if isinstance(one, ModelFacts))
    assert {one.value for one in facts.facts} == {"Not stated"}


def test_a_limit_that_nobody_reviewed_is_marked_on_the_label() -> None:
    row = sample("larkmere").rows(f"{CARD}.monitoring_plan")[0]
    page = _page({f"{CARD}.monitoring_plan[{row}].standing": "default"})

    (facts,) = (one for one in walk(page) if isinstance(one, ModelFacts))

    assert "above 0.25 (default, not reviewed)" in [one.value for one in facts.facts]
