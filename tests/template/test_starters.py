"""Roadmaps to begin with: they load, and turn into answers with the dates of a proposal."""

from datetime import date
from pathlib import Path

import pytest

from roadmapper import paths
from roadmapper.errors import TemplateError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.lanes import is_own
from roadmapper.proposal.starting import starter_values, starts_on, term_months
from roadmapper.template.kinds import Value
from roadmapper.template.load import load_template
from roadmapper.template.model import Template
from roadmapper.template.starters import Starter, load_starters
from tests.composed import sample, template

TODAY = date(2027, 5, 3)


def starter(months: int) -> Starter:
    """Return the shipped starter of a length."""
    return next(one for one in load_starters(template()) if one.months == months)


def filled(months: int, answers: dict[str, Value] | None = None) -> Answers:
    """Return the answers after a starter was used."""
    kept = Answers(answers or {})
    return Answers({**kept, **starter_values(starter(months), template(), kept, (), TODAY)})


def bars(answers: Answers, name: str) -> list[tuple[str, str]]:
    """Return the dates of all bars whose name begins so."""
    paths_of = [f"roadmap.items[{row}]" for row in answers.rows("roadmap.items")]
    return [
        (answers.text(f"{path}.from"), answers.text(f"{path}.to"))
        for path in paths_of
        if answers.text(f"{path}.name").startswith(name)
    ]


def test_there_are_three_and_each_has_something_in_every_lane() -> None:
    starters = load_starters(template())
    items = template().find("roadmap.items")
    lane = items.column("lane") if items else None
    known = [option.value for option in lane.options] if lane else []
    lanes = {value for value in known if not is_own(value)}

    assert [one.months for one in starters] == [18, 24, 36]
    assert all({item.lane for item in one.items} == lanes for one in starters)
    assert all(len(one.stages) == 3 for one in starters)


@pytest.mark.parametrize("months", [18, 24, 36])
def test_a_filled_roadmap_fits_its_length_and_names_fit_their_bars(months: int) -> None:
    answers = filled(months, {"deal.start_date": "2027-07-01", "deal.term_years": "3"})

    for row in answers.rows("roadmap.items"):
        path = f"roadmap.items[{row}]"
        start, end = answers.text(f"{path}.from"), answers.text(f"{path}.to")
        assert "2027-07-01" <= start <= end <= "2030-06-30"
        assert 0 < len(answers.text(f"{path}.name")) <= 40


def test_without_a_start_it_begins_with_the_next_quarter() -> None:
    assert starts_on(Answers({}), TODAY) == date(2027, 7, 1)
    assert starts_on(Answers({}), date(2027, 11, 30)) == date(2028, 1, 1)
    assert starts_on(Answers({"deal.start_date": "2029-02-15"}), TODAY) == date(2029, 2, 15)


def test_gates_that_have_dates_decide_where_bars_begin_and_end() -> None:
    answers = filled(
        18,
        {
            "deal.start_date": "2027-07-01",
            "deploy.gates": ("a", "b"),
            "deploy.gates[a].gate": "G0 ready",
            "deploy.gates[a].date": "2027-10-20",
            "deploy.gates[b].gate": "G2 pilot exit",
            "deploy.gates[b].date": "2028-04-10",
        },
    )

    assert bars(answers, "Configure") == [("2027-07-01", "2027-10-20")]
    assert bars(answers, "Pilot") == [("2027-10-20", "2028-04-10")]
    assert bars(answers, "Scale")[0][0] == "2028-04-10"


def test_each_tier_of_training_has_a_bar_unless_it_says_when_it_is() -> None:
    answers = filled(
        24,
        {
            "deal.start_date": "2027-07-01",
            "workforce.training": ("a", "b", "c"),
            "workforce.training[a].tier": "Aware",
            "workforce.training[b].tier": "Ready",
            "workforce.training[c].tier": "Lead",
            "workforce.training[c].when": "October 2027",
        },
    )

    assert bars(answers, "Training: Aware") == [("2027-08-01", "2027-09-30")]
    assert bars(answers, "Training: Ready") == [("2027-09-16", "2027-11-15")]
    assert bars(answers, "Training: Lead") == []


def test_rehearsals_that_are_entered_are_not_entered_a_second_time() -> None:
    start: dict[str, Value] = {"deal.start_date": "2027-07-01"}
    entered: dict[str, Value] = {
        "continuity.exercise": ("x",),
        "continuity.exercise[x].date": "2028-02-15",
    }

    assert len(bars(filled(24, start), "Outage drill")) == 3
    assert bars(filled(24, {**start, **entered}), "Outage drill") == []


def test_the_term_decides_how_long_it_is_in_daily_use() -> None:
    start: dict[str, Value] = {"deal.start_date": "2027-07-01"}

    assert bars(filled(36, {**start, "deal.term_years": "5"}), "In daily use")[0][1] == "2032-06-30"
    assert term_months(template(), Answers({})) == 36


def test_what_is_answered_already_stays() -> None:
    before = sample("fernhollow")

    values = starter_values(starter(18), template(), before, before.rows("roadmap.items"), TODAY)

    rows = values["roadmap.items"]
    assert isinstance(rows, tuple)
    assert rows[: len(before.rows("roadmap.items"))] == before.rows("roadmap.items")
    assert not any(path.startswith("roadmap.stages") for path in values)


@pytest.mark.parametrize("start", ["9998-12-01", "9999-12-31", "0001-01-01"])
def test_no_start_is_too_late_or_too_early(start: str) -> None:
    answers = filled(36, {"deal.start_date": start})

    assert all(first <= last for first, last in bars(answers, ""))


def _with_starter(folder: Path, text: str) -> Template:
    source = paths.templates() / "partnership"
    for file in source.rglob("*.toml"):
        copy = folder / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "starters" / "mine.toml").write_text(text, encoding="utf-8")
    return load_template(folder)


HEAD = 'title = "Mine"\nline = "A line."\nmonths = 12\n'
ITEM = '[[item]]\nname = "Pilot"\nlane = "Co-development"\nfrom = 0\nto = 3\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + ITEM.replace("Co-development", "Somewhere"), "lane"),
        (HEAD + ITEM.replace("to = 3", "to = 0"), "Write from = 0, to = 3"),
        (HEAD + ITEM + 'until = "G9"\n', "until"),
        (HEAD + ITEM + 'each = "deploy.none"\n', "each"),
        (HEAD + ITEM + 'colour = "red"\n', "colour"),
        (HEAD + '[[stage]]\nid = "later"\nfrom = 0\nto = 3\n', "id"),
        ("title = ", "cannot be read"),
    ],
)
def test_a_starter_that_cannot_be_used_says_where_and_what_to_write(
    text: str, told: str, tmp_path: Path
) -> None:
    changed = _with_starter(tmp_path, text)

    with pytest.raises(TemplateError, match=r"mine\.toml") as error:
        load_starters(changed)

    assert told in str(error.value)


def test_a_starter_of_ones_own_is_offered_too(tmp_path: Path) -> None:
    changed = _with_starter(tmp_path, HEAD + ITEM)

    assert load_starters(changed)[0].title == "Mine"
