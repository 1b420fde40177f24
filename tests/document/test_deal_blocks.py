"""What the deal comes to, as tables: in words and numbers, and nothing where nothing is known."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from roadmapper.document import deal_blocks
from roadmapper.document.register import register
from roadmapper.document.terms import term_sheet
from roadmapper.document.tree import Block, Chart, Paragraph, Table, plain
from roadmapper.document.wording import Scope, say_plain
from roadmapper.document.worked import worked
from roadmapper.gather import told
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from roadmapper.template.kinds import Value
from roadmapper.template.model import BlockRule
from tests.composed import sample, template
from tests.outlooks import figure, outlook

Maker = Callable[[BlockRule, Scope], Iterator[Block]]
RULE = BlockRule("function")
PUBLIC: dict[str, Value] = {
    "value.drivers": ("visits",),
    "value.drivers[visits].driver": "Visits added",
    "value.drivers[visits].unit": "visits a week",
    "value.drivers[visits].class": "soft",
    "value.costs": ("cover",),
    "value.costs[cover].item": "Cover",
}
RAMPED: dict[str, Value] = {
    "pricing.structure": ("fees at risk / performance guarantee", "ramped or adoption-based"),
    "pricing.ramp_by": "steps",
    "pricing.ramp_parts": "40, 70, 100",
}
ROYALTY: dict[str, Value] = {
    "pricing.structure": ("fees at risk / performance guarantee", "co-investment / royalty"),
    "pricing.royalty": ("data",),
    "pricing.royalty[data].contribution": "Data",
    "pricing.royalty[data].amount": "50000",
    "pricing.royalty[data].rate": "10",
    "pricing.royalty[data].cap_multiple": "2",
    "pricing.royalty[data].revenue": ("200000", "400000", "900000"),
}


def made(
    maker: Maker, answers: Mapping[str, Value], figures: Mapping[str, Figure] | None = None
) -> list[Block]:
    """Return what a function makes of these answers and figures."""
    facts = told(template(), Answers(answers))
    if figures is not None:
        facts = replace(facts, figures=figures)
    return list(maker(RULE, Scope(facts, "pricing")))


def table(blocks: list[Block]) -> Table:
    """Return the one table there is."""
    (found,) = blocks
    assert isinstance(found, Table)
    return found


def texts(one: Table) -> list[list[str]]:
    """Return the cells of a table as text."""
    return [[" / ".join(map(plain, cell.paragraphs)) for cell in row.cells] for row in one.rows]


def test_nothing_is_made_of_nothing() -> None:
    makers: tuple[Maker, ...] = (
        deal_blocks.over_time,
        deal_blocks.spread_chart,
        deal_blocks.who_bears,
        deal_blocks.tornado,
        deal_blocks.waterfall,
        deal_blocks.scenarios,
        deal_blocks.tornado_table,
        deal_blocks.outcomes,
        deal_blocks.both_sides,
        term_sheet,
        register,
        worked,
    )
    for maker in makers:
        assert made(maker, {}) == []


def test_a_chart_of_the_outlook_is_made_where_its_figures_are() -> None:
    (chart,) = made(deal_blocks.over_time, PUBLIC, outlook())

    assert isinstance(chart, Chart)


def test_the_scenario_table_says_what_is_soft_beside_the_money() -> None:
    found = table(made(deal_blocks.scenarios, PUBLIC, outlook()))

    assert found.note.endswith("Beside the money and never added to it: visits added.")
    assert "rarer than one in ten" in found.note
    assert [row.emphasised for row in found.rows].count(True) == 1


def test_each_input_says_its_range_its_swing_and_where_the_net_is_zero() -> None:
    known = {"outlook.break_even.0": figure("break_even.0", "0.4304", "")}

    rows = texts(table(made(deal_blocks.tornado_table, PUBLIC, outlook() | known)))

    assert rows[0] == [
        "Visits added",
        "0 to 0.9 visits a week",
        "0.43 visits a week",
        "−$1.40M",
        "$1.90M",
        "$3.30M",
    ]
    assert rows[2][:3] == ["Cover", "$140,000 to $205,000", "none in range"]


def five(*paid: int) -> dict[str, Figure]:
    """Return figures of the five outcomes, paid as given."""
    names = ("none", "threshold", "half", "target", "best")
    return {
        f"five.{name}.{part}": Figure(f"five.{name}.{part}", Decimal(amount), "USD", "", ())
        for name, amount in zip(names, paid, strict=True)
        for part in ("paid", "forgone", "value")
    }


def test_five_outcomes_are_told_where_the_payment_depends_on_them() -> None:
    rows = texts(table(made(deal_blocks.outcomes, PUBLIC, five(1, 2, 3, 4, 5))))

    assert rows[0] == ["Nothing changes", "$1", "$1", "$1"]
    assert made(deal_blocks.outcomes, PUBLIC, five(7, 7, 7, 7, 7)) == []


def test_both_sides_leave_out_what_is_nothing() -> None:
    known = [
        figure("npv.mean", 300_000),
        figure("exposure", 0),
        figure("cap_reached", 0, "%"),
        figure("worst_year", -900_000),
        figure("worst_year_number", 2, ""),
    ]
    figures = outlook() | {one.name: one for one in known}

    rows = texts(table(made(deal_blocks.both_sides, {"value.discount_rate": "8"}, figures)))

    assert rows == [
        ["Yours", "Net as a present value at 8%, expected", "$0.30M"],
        ["", "Net of your worst year, year 2", "−$0.90M"],
    ]


def test_the_term_sheet_says_every_clause_in_words_and_numbers() -> None:
    answers: dict[str, Value] = {
        "deal.term_years": "3",
        "pricing.structure": ("gain share one-sided", "milestone holdback"),
        "pricing.gain_share": ("g",),
        "pricing.gain_share[g].base_amount": "Locum cover",
        "pricing.gain_share[g].vendor_share": "20",
        "pricing.gain_share[g].cap": "150000",
        "pricing.milestones": ("m",),
        "pricing.milestones[m].milestone": "Live",
        "pricing.milestones[m].weight": "40",
    }

    rows = {row[0]: row[1] for row in texts(table(made(term_sheet, answers)))}

    assert rows == {
        "Kind of agreement": "A one-sided gain share and a milestone holdback",
        "Term": "3 years",
        "Gain share": "Locum cover: 20% of the gain is ours; at most $150,000 a year",
        "Milestones": "Live: 40% of it",
    }


def test_the_term_sheet_leaves_out_ways_to_charge_that_are_not_agreed() -> None:
    fixed: dict[str, Value] = {"pricing.structure": ("fixed subscription",)}

    rows = texts(table(made(term_sheet, {**sample("fernhollow"), **fixed})))

    assert {"Fee at risk", "Measures", "Gain share", "Service credits"}.isdisjoint(
        row[0] for row in rows
    )
    assert "Base fee" in [row[0] for row in rows]


def test_a_band_of_credits_without_a_lower_end_says_below_what_it_begins() -> None:
    answers: dict[str, Value] = {
        "pricing.structure": ("milestone holdback", "SLA credits"),
        "pricing.holdback": "50",
        "pricing.holdback_of": "set-up fee",
        "pricing.sla": ("s", "t"),
        "pricing.sla[s].measure": "Uptime",
        "pricing.sla[s].band_from": "99.9",
        "pricing.sla[s].band_to": "99",
        "pricing.sla[t].measure": "Uptime",
        "pricing.sla[t].band_from": "99",
    }

    sheet = table(made(term_sheet, answers))

    lines = {row[0]: row[1] for row in texts(sheet)}
    assert lines["Held back"] == "50% of the set-up fee"
    assert "Uptime: 99.9% to 99%" in lines["Service credits"]
    assert "Uptime: below 99%" in lines["Service credits"]


def test_one_clause_alone_is_no_term_sheet() -> None:
    assert made(term_sheet, {"deal.term_years": "3"}) == []


def test_the_register_tells_known_from_assumed_with_source_and_owner() -> None:
    found = table(made(register, sample("fernhollow")))
    rows = {row[0].partition(" / ")[0]: row[1:] for row in texts(found)}

    assert rows["Visits added"][3:] == ["Sources 1, 5, 8", "COO", "Known"]
    assert rows["Contracts ended"] == ["0.8", "0.95", "1", "", "CFO", "Assumed"]
    assert rows["Cover while clinicians learn"][:3] == ["$140,000", "$173,565", "$205,000"]
    assert rows["FY2028"][-1] == "Known"
    assert "10,000 runs" in found.note
    assert "seed 2027" in found.note


def test_the_first_year_is_worked_out_to_what_is_paid() -> None:
    facts = told(template(), sample("fernhollow"))
    rows = texts(table(made(worked, sample("fernhollow"))))

    assert rows[0][1:] == [
        "Yearly fee",
        "quantity × price of all items charged each year, with their increases",
        f"${facts.figures['worked.base_fee'].value:,.0f}",
    ]
    assert rows[-1][1] == "You pay for the year"
    assert "After-hours documentation" in [row[0] for row in rows]


def test_the_steps_worked_out_add_up_before_the_eyes_of_a_reader() -> None:
    rows = [row[1:] for row in texts(table(made(worked, sample("fernhollow"))))]

    def dollars(*steps: str) -> Decimal:
        told = [row[2].replace("−", "-") for row in rows if row[0] in steps]
        return sum((Decimal(one.replace("$", "").replace(",", "")) for one in told), Decimal(0))

    assert dollars("Fee that does not wait", "Earned") == dollars("Sum so far")
    assert dollars("Paid once", "Taken off") == dollars("Outside these limits")
    ends = dollars("Sum within these limits", "Outside these limits")
    assert ends == dollars("You pay for the year")
    assert ["Result", "the likely result", "48 minutes"] in rows


def test_what_is_paid_and_what_is_left_after_royalties_have_names_of_their_own() -> None:
    answers = {**sample("fernhollow"), **ROYALTY}

    steps = [row[1] for row in texts(table(made(worked, answers)))]
    outcomes = table(made(deal_blocks.outcomes, answers))
    sides = [row[1] for row in texts(table(made(deal_blocks.both_sides, answers)))]

    assert steps[-1] == "Total after royalties to you"
    assert "royalties to you are not taken off" in outcomes.note
    assert "What you pay us over the term, before royalties to you, in eight of ten runs" in sides


def test_a_ramped_fee_is_said_to_be_the_full_one_after_the_ramp() -> None:
    answers = {**sample("fernhollow"), **RAMPED}

    rows = {row[0]: row[1] for row in texts(table(made(term_sheet, answers)))}

    assert "a year in full, after the ramp" in rows["Base fee"]
    assert "a year at the full fee, after the ramp" in rows["Fee at risk"]
    assert "first year" not in rows["Fee at risk"]


def test_the_whole_document_never_calls_the_full_fee_at_risk_that_of_the_first_year() -> None:
    facts = told(template(), Answers({**sample("fernhollow"), **RAMPED}))
    notes = [
        say_plain(entry.parts["note"], Scope(facts, chapter.section))
        for section in template().sections
        for chapter in section.chapters
        for block in chapter.every_block()
        for entry in block.items
        if "fee_at_risk" in str(entry.parts.get("value"))
    ]

    assert notes == ["A year at the full fee, after the ramp", "At the full fee, after the ramp"]


def test_without_a_least_or_a_most_nothing_is_said_of_limits() -> None:
    answers = {
        path: value
        for path, value in sample("fernhollow").items()
        if not path.startswith("pricing.collar")
    }

    steps = [row[1] for row in texts(table(made(worked, answers)))]

    assert not [one for one in steps if "limits" in one or one == "Sum so far"]


def test_a_driver_that_is_counted_with_another_is_said_to_be_shown_only() -> None:
    (told,) = made(deal_blocks.not_added, sample("fernhollow"))

    assert isinstance(told, Paragraph)
    assert plain(told.line).startswith("Turnover avoided is shown and not added")


def test_a_fixed_fee_alone_is_not_worked_out() -> None:
    answers = {
        path: value
        for path, value in sample("fernhollow").items()
        if path.startswith(("deal.", "pricing.base_fee"))
    }

    assert made(worked, answers) == []
