"""Benchmarks: the pack is sound, says what is wrong with it, and turns into answers."""

from itertools import count
from pathlib import Path

import pytest

from roadmapper import paths
from roadmapper.errors import TemplateError
from roadmapper.inserting import DRIVERS, insert_benchmark, insert_idea
from roadmapper.packs import Benchmark, Pack, load_pack
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.fitting import fit, question_at
from roadmapper.proposal.notes import REGISTER, evidence_at
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template
from tests.composed import template

_HEAD = """
title = "Tried"
line = "A pack to try."
dated = "2026-11-25"
ranges = "Ours."
caveats = ["Volunteers."]

[marks]
V = "Read."
"""
_SUBJECT = """
title = "Time"
order = 1
use_cases = ["imaging"]

[[benchmark]]
id = "reading"
driver = "Reading time"
class = "capacity"
unit = "minutes"
range = [0, 1, 2.5]
studies = ["one"]

[[study]]
id = "one"
source = "One, 2026"
setting = "One hospital"
design = "RCT"
funding = "no"
finding = "A minute less"
caveat = "One hospital"
checked_on = "2026-11-25"
verified = "V"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a small pack named "tried"."""
    monkeypatch.setattr(paths, "templates", lambda: tmp_path)
    made = tmp_path / "packs" / "tried"
    made.mkdir(parents=True)
    (made / "pack.toml").write_text(_HEAD, encoding="utf-8")
    (made / "time.toml").write_text(_SUBJECT, encoding="utf-8")
    return made


def shipped() -> Pack:
    """Return the pack of benchmarks."""
    return load_pack("benchmarks")


def benchmark(name: str) -> Benchmark:
    """Return a shipped benchmark."""
    return next(one for group in shipped().groups for one in group.benchmarks if one.id == name)


def inserted(name: str, answers: dict[str, Value] | None = None) -> Answers:
    """Return the answers after a shipped benchmark was inserted."""
    kept = Answers(answers or {})
    fresh = (f"n{number}" for number in count(1))
    made = insert_benchmark(template(), kept, benchmark(name), fresh)
    return Answers({**kept, **made.values})


def test_every_subject_of_the_research_is_there() -> None:
    assert [group.id for group in shipped().groups] == [
        "ambient",
        "inbox",
        "early-warning",
        "denials",
        "nurse-turnover",
        "physician-turnover",
        "virtual-nursing",
        "hospital-at-home",
    ]


def test_every_study_says_who_found_what_where_and_what_limits_it() -> None:
    studies = {
        study.id: study
        for group in shipped().groups
        for one in group.benchmarks
        for study in one.studies
    }

    assert len(studies) > 30
    assert all(len(one.caveat) > 10 and len(one.finding) > 10 for one in studies.values())
    assert {one.verified for one in studies.values()} <= shipped().marks.keys()


def test_deaths_are_never_money() -> None:
    told = [
        one
        for group in shipped().groups
        for one in group.benchmarks
        if "death" in f"{one.idea.driver} {one.idea.metric}".lower()
    ]

    assert len(told) == 2
    assert all(one.never_money and one.idea.kind == "soft" and not one.worth for one in told)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("documentation-time", ("0", "16", "30")),
        ("use", ("20", "35", "70")),
        ("visits", ("0", "0.5", "1")),
        ("reply-time", ("0", "0", "0.3")),
        ("nurse-departures", ("49500", "61110", "72700")),
    ],
)
def test_the_proposed_ranges_are_those_of_the_research(name: str, numbers: tuple[str, ...]) -> None:
    assert benchmark(name).range == numbers


def test_every_use_has_three_drivers_to_begin_with() -> None:
    asked = template().find("deal.use_case")
    assert asked is not None

    assert {option.value for option in asked.options} == shipped().first.keys()
    assert {len(ideas) for ideas in shipped().first.values()} == {3}


def test_the_uses_of_a_subject_are_those_of_the_template() -> None:
    known = shipped().first.keys()

    assert {use for group in shipped().groups for use in group.use_cases} <= known


def test_the_subjects_of_a_use_stand_at_the_front() -> None:
    told = [group.id for group in shipped().for_use("virtual nursing")]

    assert told[:2] == ["nurse-turnover", "virtual-nursing"]
    assert len(told) == len(shipped().groups)


def test_a_benchmark_becomes_a_driver_and_its_studies_become_evidence() -> None:
    answers = inserted("visits")
    driver = f"{DRIVERS}[n4]"

    assert answers.value(f"{driver}.improvement") == ("0", "0.5", "1")
    assert answers.text(f"{driver}.class") == "revenue"
    assert answers.value(f"{driver}.evidence") == answers.rows(REGISTER) == ("n1", "n2", "n3")
    first = f"{REGISTER}[n1]"
    assert answers.text(f"{first}.reference").startswith("Rotenstein")
    assert "chose to use it" in answers.text(f"{first}.caveat")
    assert answers.text(f"{first}.funding") == "not stated"
    assert answers.text(f"{first}.as_of") == "2026-11-25"


def test_a_source_that_is_registered_already_is_not_added_again() -> None:
    once = inserted("visits")
    fresh = (f"m{number}" for number in count(1))
    again = insert_benchmark(template(), once, benchmark("documentation-time"), fresh)
    answers = Answers({**once, **again.values})

    linked = answers.value(f"{again.path}.evidence")
    assert isinstance(linked, tuple)
    assert {"n1", "n2"} <= {*linked}
    assert {path for path in again.values if path.startswith(f"{REGISTER}[n")} == set()


@pytest.mark.parametrize("kept", [False, True])
def test_everything_a_benchmark_writes_may_be_kept(kept: bool) -> None:
    asked: Template = template()
    answers: dict[str, Value] = {DRIVERS: ("a",), f"{DRIVERS}[a].driver": "Ours"} if kept else {}
    for group in shipped().groups:
        for one in group.benchmarks:
            values = insert_benchmark(
                asked, Answers(answers), one, (f"n{number}" for number in count(1))
            ).values
            if not one.fills:
                assert f"{DRIVERS}[a].driver" not in values
                for path, value in values.items():
                    assert fit(question_at(asked, AnswerPath.parse(path)), value) == value


def test_a_driver_to_begin_with_has_no_numbers() -> None:
    idea = shipped().first["imaging"][0]
    made = insert_idea(template(), Answers({}), idea, iter(["n1"]))

    assert {path.rpartition(".")[2] for path in made.values} == {
        "drivers",
        "driver",
        "class",
        "function",
        "metric",
        "unit",
    }


def test_what_fills_an_answer_leaves_one_that_is_there_alone() -> None:
    answers = inserted("use", {"value.adoption": ("1", "2", "3")})

    assert answers.value("value.adoption") == ("1", "2", "3")
    assert answers.rows(evidence_at("value.adoption")) == ("n1",)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("range = [0, 1, 2.5]", "range = [0, 3, 2.5]", "do not rise"),
        ("range = [0, 1, 2.5]", "range = [0, 1]", "not three numbers"),
        ("range = [0, 1, 2.5]", "range = [0, nan, 1]", "not three numbers"),
        ('class = "capacity"', 'class = "time"', "is not known"),
        ('studies = ["one"]', 'studies = ["two"]', 'no study "two"'),
        ('studies = ["one"]', "studies = []", "nothing stands behind"),
        ('caveat = "One hospital"', 'caveat = " "', "says nothing"),
        ('verified = "V"', 'verified = "X"', "is not known"),
        ('checked_on = "2026-11-25"', 'checked_on = "May"', "no date"),
        ('unit = "minutes"', 'unit = "minutes"\nnever_money = true', "never money"),
        ('unit = "minutes"', 'unit = "minutes"\nrang = 3', 'Did you mean "range"'),
        ("range = [0, 1, 2.5]", 'fills = "value.adoption"', "needs one"),
        ("[[study]]", '[[study]]\nid = "two"\n[[study]]', "is missing"),
    ],
)
def test_a_mistake_in_a_pack_is_named_with_what_to_write(
    folder: Path, before: str, after: str, told: str
) -> None:
    text = _SUBJECT.replace(before, after)
    assert text != _SUBJECT
    (folder / "time.toml").write_text(text, encoding="utf-8")

    with pytest.raises(TemplateError, match=told) as caught:
        load_pack("tried")

    assert "time.toml" in str(caught.value)


def test_a_benchmark_that_is_there_twice_is_refused(folder: Path) -> None:
    (folder / "again.toml").write_text(_SUBJECT, encoding="utf-8")

    with pytest.raises(TemplateError, match="is there twice"):
        load_pack("tried")


def test_a_small_pack_loads(folder: Path) -> None:
    pack = load_pack(folder.name)

    assert pack.groups[0].benchmarks[0].range == ("0", "1", "2.5")
    assert pack.first == {}


def test_a_pack_that_is_not_there_is_told() -> None:
    with pytest.raises(TemplateError, match=r'no pack "\.\./x"\. The packs are: benchmarks'):
        load_pack("../x")
