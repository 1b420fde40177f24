"""What one reader is told: the same facts as all, in that reader's order, on a page or two."""

import pytest

from roadmapper import paths
from roadmapper.document.briefs import MOST_WORDS
from roadmapper.document.shortening import words
from roadmapper.document.style import load_style
from roadmapper.document.tree import Heading, Paragraph, walk
from roadmapper.pdf.write import write
from roadmapper.template.model import BRIEF_PARTS
from tests.briefed import READERS, brief_of, edited, facts_in, text_of
from tests.composed import SAMPLES, sample, template, with_canaries

_MOST = 450


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", SAMPLES)
def test_every_number_and_name_of_a_brief_stands_in_the_full_proposal(name: str, seed: int) -> None:
    answers = edited(sample(name), seed) if seed else sample(name)
    full = text_of(brief_of(answers, "full"))
    known = set(facts_in(full, answers))

    for reader in READERS:
        brief = text_of(brief_of(answers, reader))
        assert [one for one in facts_in(brief, answers) if one not in known] == [], reader
        assert words(brief) <= _MOST


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_brief_of_a_sample_has_its_eight_parts_in_order(name: str, reader: str) -> None:
    rule = template().briefs[reader]
    brief = brief_of(sample(name), reader)

    found = [one.text for one in walk(brief.chapters[0].blocks) if isinstance(one, Heading)]
    wanted = [rule.headings[part] for part in BRIEF_PARTS if rule.headings[part] in found]
    assert found == wanted
    assert set(rule.headings.values()) - set(found) <= {
        rule.headings["usual"],
        rule.headings["open"],
    }


def test_the_shares_of_the_parts_leave_room_for_title_and_headings() -> None:
    headings = sum(words(one) for one in template().briefs["cfo"].headings.values())

    assert tuple(MOST_WORDS) == BRIEF_PARTS
    assert sum(MOST_WORDS.values()) + headings + 20 <= _MOST


def test_an_answer_of_any_length_makes_no_brief_longer() -> None:
    long = "Every word that somebody typed without an end, " * 60
    answers = {
        path: long if isinstance(value, str) and " " in value else value
        for path, value in sample("fernhollow").items()
    }

    for reader in READERS:
        brief = brief_of(answers, reader)
        assert words(text_of(brief)) <= _MOST
        for block in walk(brief.chapters[0].blocks):
            assert not (isinstance(block, Paragraph) and block.source), "shortened, so no answer"


@pytest.mark.parametrize("reader", READERS)
def test_nothing_internal_stands_in_a_brief(reader: str) -> None:
    brief = brief_of(with_canaries(sample("fernhollow")), reader)

    assert "Canary" not in " ".join((text_of(brief), brief.foot, brief.running_head))


@pytest.mark.parametrize("reader", READERS)
def test_of_an_empty_proposal_there_is_no_brief(reader: str) -> None:
    assert brief_of({}, reader).chapters == ()


def test_what_is_not_settled_is_said() -> None:
    brief = text_of(brief_of({"deal.start_date": "2027-07-01", "deal.term_years": "3"}, "cfo"))

    assert "No day is set for the decision yet." in brief
    assert "How many hours" in text_of(
        brief_of({"deal.term_years": "3", "continuity.offline_hours": "72"}, "coo")
    )


def test_what_a_reader_cares_about_is_a_guess_where_nobody_knows_them() -> None:
    known, unknown = (
        sample("fernhollow"),
        {"deal.decision_date": "2027-05-14", "deal.health_system": "Fernhollow Health"},
    )
    headings = template().briefs["cfo"].headings

    assert "Savings already in the fiscal 2028 budget" in text_of(brief_of(known, "cfo"))
    guessed = text_of(brief_of(unknown, "cfo"))
    assert headings["usual"] in guessed
    assert headings["matters"] not in guessed


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_brief_is_a_page_on_which_a_click_leads_to_its_answer(paper: str) -> None:
    style = load_style(template().folder / "style.toml")
    brief = brief_of(sample("fernhollow"), "cfo")

    layout = write(brief, style, style.papers[paper], fonts=paths.fonts())

    assert layout.page_count == 1
    assert "coalition.people[cfo].concern" in {one.path for one in layout.spots}
