"""Names of other proposals are found where they stand; ordinary words are not taken for them."""

import pytest

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.naming import (
    ALLOWED,
    Name,
    Others,
    Sort,
    allowed,
    allowing,
    names_in,
    others,
)
from roadmapper.template.kinds import Value

LARKMERE = Name("Larkmere University Health", Sort.CUSTOMER, "larkmere")
OWN = (
    Name("Mercy West Clinics", Sort.CUSTOMER),
    Name("Northquill Clinical Systems", Sort.COMPANY),
    Name("Northquill Notes 2", Sort.MODEL),
)


def _known(*names: tuple[str, Sort], allow: tuple[str, ...] = ()) -> Others:
    return others(OWN, [Name(text, sort, "other") for text, sort in names], allow)


def _found(text: str, name: str, sort: Sort = Sort.CUSTOMER) -> bool:
    return bool(_known((name, sort)).mentioned(text))


@pytest.mark.parametrize(
    "text",
    [
        "We did this for Larkmere University Health.",
        "LARKMERE UNIVERSITY HEALTH",
        "The nurses at Larkmere liked it.",
        "(Larkmere)",
        "Larkmere's board agreed.",
        "It began with Larkmere\nUniversity Health.",
    ],
)
def test_a_customer_of_another_proposal_is_found_by_its_name_and_its_first_word(text: str) -> None:
    assert _found(text, "Larkmere University Health")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We show mercy to no one.", "Mercy"),
        ("Mercy is not a plan.", "Mercy"),
        ("A banner tells them so. Banner ads do not.", "Banner Health"),
        ("Larkmeres sing at dawn.", "Larkmere University Health"),
        ("the larkmere is a bird", "Larkmere University Health"),
        ("Each university decides.", "University Hospital"),
        ("A study in Boston found less.", "Boston Medical Center"),
        ("Every note is K0000001 long", "K000000"),
        ("It has a Mercy West Clinics logo", "Mercy"),
        ("Northquill Clinical Systems makes it.", "Northquill"),
    ],
)
def test_ordinary_words_and_parts_of_own_names_are_no_mention(text: str, name: str) -> None:
    assert not _found(text, name)


@pytest.mark.parametrize(
    ("name", "sort", "text"),
    [
        ("name", Sort.MODEL, "Give it a name and a date."),
        ("Model Cards Team", Sort.COMPANY, "The Model on their desk."),
        ("Prior Authorization", Sort.MODEL, "Days saved in Prior Authorization by payer."),
    ],
)
def test_words_that_say_what_a_card_is_are_no_name(name: str, sort: Sort, text: str) -> None:
    assert not _found(text, name, sort)
    assert _found(f"{name}.", name, sort) is (" " in name)


def test_an_ordinary_word_counts_as_a_name_inside_of_a_sentence() -> None:
    assert _found("As we did at Mercy last year.", "Mercy")


def test_a_description_counts_only_as_a_text_of_its_own() -> None:
    name = ("Visit summary for patients", Sort.MODEL)

    assert _known(name).mentioned("Visit summary for patients")
    assert not _known(name).mentioned("Visit summary for patients who agree.")
    assert not _known(name).mentioned("Visit summary for patients", whole=False)


@pytest.mark.parametrize(
    ("name", "sort", "text"),
    [
        ("Watchline Sepsis 5", Sort.MODEL, "as Watchline Sepsis 5 does"),
        ("K231234", Sort.CLEARANCE, "cleared as K231234"),
        ("Tallowbrook Signals", Sort.COMPANY, "by Tallowbrook"),
    ],
)
def test_models_clearances_and_companies_are_found(name: str, sort: Sort, text: str) -> None:
    (mention,) = _known((name, sort)).mentioned(text)

    assert (mention.name.text, mention.name.sort, mention.name.owner) == (name, sort, "other")


def test_the_name_of_a_file_is_compared_without_capitals() -> None:
    known = _known(("Larkmere University Health", Sort.CUSTOMER))

    assert known.mentioned("larkmere university health offer.pdf", any_case=True)
    assert not known.mentioned("larkmere university health offer.pdf")


def test_names_that_both_proposals_have_and_names_that_are_allowed_are_none_of_others() -> None:
    assert not _known(("mercy west clinics", Sort.CUSTOMER))
    assert not _known(("Larkmere University Health", Sort.CUSTOMER), allow=(LARKMERE.text,))
    assert not _known(("Larkmere", Sort.CUSTOMER), allow=("Larkmere",))
    assert not Others().mentioned("Larkmere")


def test_what_a_proposal_is_about_is_read_from_its_answers() -> None:
    answers: dict[str, Value] = {
        "deal.health_system": "Larkmere  University Health",
        "deal.vendor": "Tallowbrook Signals",
        "deal.name": "",
        "transparency.models": ("m1",),
        "transparency.models[m1].model_name": "Watchline",
        "transparency.models[m1].regulatory_status[r1].identifier": "510(k) K231234, 2023",
        "solution.summary": "It listens",
    }

    assert [(one.text, one.sort) for one in names_in(answers.items())] == [
        ("Larkmere University Health", Sort.CUSTOMER),
        ("Tallowbrook Signals", Sort.COMPANY),
        ("Watchline", Sort.MODEL),
        ("K231234", Sort.CLEARANCE),
    ]


def test_a_name_is_allowed_with_a_reason_and_no_longer_without_one() -> None:
    first = Answers(allowing(Answers(), "Larkmere", "They are  our reference"))
    second = Answers(allowing(first, "Mercy", "Asked"))

    assert allowed(second) == {"Larkmere": "They are our reference", "Mercy": "Asked"}
    assert allowing(second, "Larkmere", "") == {ALLOWED: ("Mercy: Asked",)}
