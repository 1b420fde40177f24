"""A document learns only what may leave the house."""

from collections.abc import Mapping

from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import is_shown, public_answers
from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Condition, Question
from tests.composed import template
from tests.tiny import kpis, tiny_facts, tiny_template

PRIVATE: dict[str, Value] = {
    "deal.floor": "1",
    "deal.kpis[r1].contact": "Ann",
    "deal.days": "90",
    "deal.gone": "a",
    "deal.kpis[r1].gone": "a",
    "gone.away": "a",
    "_notes.deal.fee": "hush",
    "_state.deal.fee": "done",
    "_evidence.deal.fee": ("e1",),
}
PUBLIC: dict[str, Value] = {
    "deal.fee": "5",
    "deal.kpis": ("r1",),
    "deal.kpis[r1].measure": "Notes",
    "deal.four[trained].answer": "Well.",
}


def test_what_is_internal_hidden_gone_or_a_note_stays() -> None:
    assert dict(public_answers(tiny_template(), Answers({**PRIVATE, **PUBLIC}))) == PUBLIC


def test_a_hidden_answer_comes_back_when_its_condition_holds() -> None:
    shown = Answers({"deal.days": "90", "deal.ready": True})

    assert public_answers(tiny_template(), shown) == shown


def test_a_question_without_a_condition_is_always_shown() -> None:
    question = tiny_template().find("deal.fee")

    assert question is not None
    assert is_shown(tiny_template(), question, "deal", Answers())


def test_a_condition_on_empty_rows_or_on_a_hidden_answer_shows_nothing() -> None:
    template = tiny_template()
    listed = Question("x", Kind.LINE, "X", show_if=Condition("kpis", "answered", True))
    after = Question("y", Kind.LINE, "Y", show_if=Condition("days", "answered", True))
    empty, named = kpis({}), kpis({"measure": "a"})

    def shown(question: Question, answers: Mapping[str, Value]) -> bool:
        kept = Answers({f"deal.{path}": value for path, value in answers.items()})
        return is_shown(template, question, "deal", kept)

    assert [shown(listed, rows) for rows in (empty, named)] == [False, True]
    assert not tiny_facts(empty).holds(Condition("kpis", "answered", True), "deal")
    assert [shown(after, {"days": "90", "ready": ready}) for ready in (False, True)] == [
        False,
        True,
    ]


def test_a_condition_may_ask_for_any_of_several_options() -> None:
    either = Condition(
        "pricing.structure", "includes", "gain share one-sided", others=("SLA credits",)
    )

    def holds(*chosen: str) -> bool:
        return gather(template(), Answers({"pricing.structure": chosen})).holds(either, "pricing")

    assert holds("SLA credits")
    assert holds("fixed subscription", "gain share one-sided")
    assert not holds("fixed subscription")


def test_rows_are_those_kept_else_those_given() -> None:
    facts = tiny_facts({**kpis({"measure": "a"}, {}), "four[tested].answer": "b"})

    assert facts.rows("deal.kpis") == ("r1", "r2")
    assert facts.filled_rows("deal.kpis") == ("r1",)
    assert facts.rows("deal.four") == ("trained", "tested")
    assert facts.filled_rows("deal.four") == ("tested",)


def test_rows_are_chosen_by_one_column() -> None:
    facts = tiny_facts(kpis({"measure": "a"}, {"measure": "b"}, {"weight": "5"}))

    assert facts.chosen_rows("deal.kpis", ()) == ("r1", "r2", "r3")
    assert facts.chosen_rows("deal.kpis", (Condition("", "is", "a", "measure"),)) == ("r1",)
    assert facts.chosen_rows("deal.kpis", (Condition("", "is_not", "a", "measure"),)) == (
        "r2",
        "r3",
    )


def test_facts_hold_figures_findings_citations_and_open_defaults() -> None:
    facts = gather(
        template(),
        Answers({"deal.name": "Roadmap \U000f0000", "_evidence.solution.summary": ("e1",)}),
    )

    assert facts.citations == {"solution.summary": ("e1",)}
    assert facts.defaults["deal.term_years"] == "3"
    assert "deal.name" not in facts.defaults
    assert {"required", "undrawable"} <= {one.check for one in facts.findings}
    assert "_evidence.solution.summary" not in facts.answers
