"""What the system ranks highest comes first, and words follow who they are."""

from collections.abc import Mapping

from roadmapper.document.compose import Edition, compose
from roadmapper.document.matrix import KEY
from roadmapper.document.readers import HARDEST, READERS
from roadmapper.document.tree import Document, Table, plain, walk
from roadmapper.gather import told
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.printed import ORDER, printed
from roadmapper.proposal.ranking import ranked_criteria
from roadmapper.template.kinds import Value
from tests.composed import NOW, sample, template, texts

_EDITION = Edition("full", NOW, "r1")
_WEIGHT = "system.criteria_weights[{}].weight"


def _weighed(**weights: str) -> dict[str, Value]:
    return {_WEIGHT.format(row): weight for row, weight in weights.items()}


def _whole(answers: Mapping[str, Value]) -> Document:
    return compose(told(template(), Answers(answers)), _EDITION)


def _table(document: Document, key: str) -> list[list[str]]:
    blocks = (block for chapter in document.chapters for block in walk(chapter.blocks))
    table = next(one for one in blocks if isinstance(one, Table) and one.key == key)
    return [
        [" ".join(plain(line) for line in cell.paragraphs) for cell in row.cells]
        for row in table.rows
    ]


def test_chapters_that_answer_what_weighs_most_come_first() -> None:
    chapters = printed(template(), Answers(_weighed(c1="10", c5="60", c4="30")))

    assert chapters[:6] == (
        "summary",
        "system",
        "priorities",
        "solution",
        "transparency",
        "security",
    )
    assert chapters[6:8] == ("value", "pricing")
    assert chapters[-3:] == ("detail", "cards", "questions")


def test_without_weights_the_chapters_stand_as_in_the_template() -> None:
    wanted = [rule.id for rule in template().chapters if not rule.private]

    assert printed(template(), Answers()) == tuple(wanted)
    assert printed(template(), Answers(_weighed(c1="much"))) == tuple(wanted)


def test_an_order_that_a_person_chose_goes_before_the_weights() -> None:
    answers = {**_weighed(c5="100"), ORDER: ("value", "security")}

    order = printed(template(), Answers(answers))

    assert order.index("value") < order.index("security")


def test_summary_and_matrix_begin_with_the_criterion_that_weighs_most() -> None:
    answers = {**sample("fernhollow"), **_weighed(c6="90", c3="5")}
    document = _whole(answers)

    first = ranked_criteria(template(), Answers(answers))[0]
    assert first.id == "C6"
    assert _table(document, KEY)[0][0] == first.question
    summary = " ".join(texts(document.chapters[0]))
    assert summary.index("Long-term partner. ") < summary.index("Business continuity. ")


def test_a_priority_that_is_not_served_is_said_in_the_summary() -> None:
    summary = " ".join(texts(_whole(sample("fernhollow")).chapters[0]))

    assert "Of your priorities, this serves AI strategy, improving access to care" in summary
    assert "It does nothing for cyberthreat detection and response." in summary


def test_the_matrix_says_what_an_answer_rests_on_and_how_firm_that_is() -> None:
    rows = {row[0]: row[2] for row in _table(_whole(sample("fernhollow")), KEY)}

    worth = next(said for question, said in rows.items() if question.startswith("What is it worth"))
    assert worth.startswith("To be settled by")
    assert worth.endswith("strongest: randomized trial.")
    assert "Sources " in worth


def test_each_reader_sees_where_their_questions_are_answered() -> None:
    rows = _table(_whole(sample("fernhollow")), READERS)

    assert [row[0] for row in rows if row[0]] == [
        template().audiences[key] for key in template().briefs
    ]
    assert all("Not answered" not in row[2] for row in rows)


def test_a_hard_question_is_answered_or_says_by_when_it_will_be() -> None:
    answers = {
        path: value
        for path, value in sample("fernhollow").items()
        if not path.startswith(("roadmap.capabilities", "solution.known_limits", "security"))
    }
    answers |= {
        "review.hardest[alone].by": "2027-06-30",
        "review.hardest[alone].who": "Nurse informaticist",
        "review.hardest[cannot].by": "2027-07-01",
    }

    said = {row[0]: row[1] for row in _table(_whole(answers), HARDEST)}

    assert len(said) == len(template().hardest) == 10
    assert said["What will we still need you for in three years?"] == (
        "Not yet, by June 30, 2027 (Nurse informaticist)"
    )
    assert said["What can it not do, and what will you not change?"] == "Not yet, by July 1, 2027"
    trained = "Will you train on our data, and what stays with you when we leave?"
    assert said[trained] == "Not yet; no day is set"
    assert "Model transparency" in said["When it drifts, who notices, who acts, and how fast?"]


def test_words_follow_use_record_and_union() -> None:
    base: dict[str, Value] = {
        "deal.health_system": "Lowmarsh Health",
        "solution.summary": "It reads.",
        "system.emr": "several",
        "deploy.integration": ("r1",),
        "deploy.integration[r1].pattern": "HL7v2 ADT",
        "system.union": ("u1",),
        "system.union[u1].unit": "Registered nurses",
        "workforce.groups": ("g1",),
        "workforce.groups[g1].role": "Staff nurses",
    }
    said = {
        use: " ".join(texts(_whole({**base, "deal.use_case": use})))
        for use in ("imaging", "inbox automation")
    }

    assert "your readers decide what it is" in said["imaging"]
    assert "decides what is sent" in said["inbox automation"]
    assert "Each is connected and tested for itself" in said["imaging"]
    assert "The steps with your unions are not planned yet." in said["imaging"]
    assert "Nurses ask three things" in said["imaging"]
