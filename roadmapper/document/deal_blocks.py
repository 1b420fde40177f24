"""What the deal comes to, as blocks: its charts, three cases, inputs, outcomes, both sides."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from roadmapper.document import formats, money_charts
from roadmapper.document.grid import number_table, text_rows
from roadmapper.document.input_names import input_name, input_text
from roadmapper.document.outlook_reading import (
    CASES,
    Figures,
    TornadoRow,
    has_royalty,
    runs_note,
    tornado_rows,
    value_of,
    values_at,
)
from roadmapper.document.rounding import rounding_of, share_text
from roadmapper.document.rows import Rows
from roadmapper.document.scenarios import COLUMNS, STRESS, scenario_rows
from roadmapper.document.tree import (
    Align,
    Block,
    Chart,
    Column,
    Paragraph,
    ParagraphLook,
    Table,
    Text,
)
from roadmapper.document.wording import Scope, placeholder
from roadmapper.proposal.answers import Answers
from roadmapper.template.model import BlockRule

Builder = Callable[[Figures, Answers], Chart | None]

_CASES = ("Over the term", "Cautious", "Expected", "Strong", "All low")
_STRESS = (
    "One run in ten falls below cautious, one in ten exceeds strong. “All low” has every input at "
    "its low and every cost at its high: far rarer than one in ten. Amounts are rounded."
)
_OUTCOMES = {
    "none": "Nothing changes",
    "threshold": "Every threshold just reached, value low",
    "half": "Half way to the targets, value half way",
    "target": "Every target reached, value likely",
    "best": "The best we expect",
}
_PARTS = {
    "value": "Value to you",
    "paid": "You would have paid",
    "forgone": "We would not have earned",
}
_AMOUNTS = Column("In the runs", Align.RIGHT, 1.2)
_BREAK_EVEN = "none in range"


def _chart(builder: Builder) -> Callable[[BlockRule, Scope], Iterator[Block]]:
    def made(rule: BlockRule, scope: Scope) -> Iterator[Block]:
        del rule
        chart = builder(scope.facts.figures, scope.facts.answers)
        if chart is not None:
            yield chart

    return made


over_time = _chart(money_charts.over_time)
spread_chart = _chart(money_charts.spread_chart)
tornado = _chart(money_charts.tornado)
waterfall = _chart(money_charts.waterfall)


def who_bears(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield who gets and bears what in the cases that are printed."""
    del rule
    hidden = tuple(f"outlook.case.{case}." for case in CASES if case not in scope.facts.cases)
    figures = scope.facts.figures.items()
    printed = {name: one for name, one in figures if not name.startswith(hidden)}
    chart = money_charts.who_bears(printed, scope.facts.answers)
    if chart is not None:
        yield chart


def scenarios(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the table of three cases and of everything low at once."""
    del rule
    figures = scope.facts.figures
    rows = scenario_rows(figures)
    places = [i for i, case in enumerate(COLUMNS) if case in (*scope.facts.cases, STRESS)]
    if rows and scope.facts.cases:
        strong = frozenset(n for n, row in enumerate(rows) if row.part == "net")
        told = text_rows([(row.name, *(row.texts[i] for i in places)) for row in rows], strong)
        titles = (_CASES[0], *(_CASES[1 + i] for i in places))
        note = f"{_STRESS} {_expected(scope)}{_soft(scope)}".strip()
        yield number_table(
            "scenarios",
            f"{money_charts.counted(scope.facts.cases)}, and everything low at once",
            titles,
            told,
            note=note,
        )


def _expected(scope: Scope) -> str:
    """Return what sets expected apart from the middle run and from all at likely."""
    figures = scope.facts.figures
    likely, middle, mean = (
        value_of(figures, f"outlook.{name}")
        for name in ("tornado.likely", "ahead_month", "case.expected.payback_month")
    )
    money = rounding_of(figures).text
    told = [f"with every input at likely the net is {money(likely)}"] if likely is not None else []
    if middle is not None and middle != mean:
        told.append(f"the middle run is ahead from month {middle:f}")
    return f"Expected is the mean of all runs; {formats.joined(told)}. " if told else ""


def _soft(scope: Scope) -> str:
    """Return the soft drivers in a sentence; they stand beside the money and are never added."""
    rows = Rows("value.drivers", scope)
    soft = [rows.text(row, "driver") for row in rows.ids if rows.value(row, "class") == "soft"]
    names = [name[:1].lower() + name[1:] for name in soft if name]
    return f"Beside the money and never added to it: {formats.joined(names)}." if names else ""


def tornado_table(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield what each input does to the net, and where the net would be zero."""
    del rule
    figures, answers = scope.facts.figures, scope.facts.answers
    money = rounding_of(figures).text
    rows = [
        (
            input_name(row.path, answers),
            input_text(row.path, answers, row.start, row.end),
            _break_even(row, figures, answers),
            money(row.low),
            money(row.high),
            money(abs(row.high - row.low)),
        )
        for row in tornado_rows(figures)
    ]
    if rows:
        told = (("Input", 1.7), ("From low to high", 1.7), ("Net is zero at", 1.3))
        columns = [Column(title, weight=weight) for title, weight in told]
        columns += [
            Column(title, Align.RIGHT, 0.8) for title in ("Net at low", "Net at high", "Swing")
        ]
        caption = "What one input does to the net, the others at likely"
        yield Table("tornado-table", caption, tuple(columns), tuple(text_rows(rows)))


def _break_even(row: TornadoRow, figures: Figures, answers: Answers) -> str:
    found = value_of(figures, f"outlook.break_even.{row.place}")
    return _BREAK_EVEN if found is None else input_text(row.path, answers, found)


def outcomes(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield what a full year would have cost for five outcomes, where that depends on them."""
    del rule
    figures = scope.facts.figures
    parts = [part for part in _PARTS if f"five.none.{part}" in figures]
    rows = []
    for key, name in _OUTCOMES.items():
        found = values_at(figures, [f"five.{key}.{part}" for part in parts])
        if found:
            amounts = (formats.money(formats.rounded(one, Decimal(1))) for one in found)
            rows.append((name, *amounts))
    if len(rows) == len(_OUTCOMES) and len({row[parts.index("paid") + 1] for row in rows}) > 1:
        titles = ("If this happens", *(_PARTS[part] for part in parts))
        year = value_of(figures, "five.year")
        which = f"Contract year {year:f}" if year else "One full year"
        note = f"{which}, settled by these terms; no chance is involved.{_apart(scope)}"
        yield number_table(
            "outcomes", "What you would have paid", titles, text_rows(rows), note=note
        )


def _apart(scope: Scope) -> str:
    """Return what the amounts paid leave out, and what is taken off them already."""
    figures = scope.facts.figures
    told = ["What is paid once is left out"] if "pricing.one_time_fee" in figures else []
    if any(name.startswith("worked.credit.") for name in figures):
        told.append("the service credits we expect are taken off")
    if has_royalty(figures):
        told.append("royalties to you are not taken off")
    words = "; ".join(told)
    return f" {words[:1].upper()}{words[1:]}." if words else ""


def not_added(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield which drivers are shown and not added, as they follow from the same change."""
    del rule
    for name in scope.facts.figures:
        row, _, other = name.removeprefix("value.driver.").partition(".likely.with.")
        if name.startswith("value.driver.") and other:
            shown, counted = (
                input_name(f"value.drivers[{one}]", scope.facts.answers) for one in (row, other)
            )
            text = (
                f"{shown} is shown and not added: it follows from the same change as "
                f"{counted[:1].lower()}{counted[1:]}."
            )
            yield Paragraph((Text(text),), ParagraphLook.SMALL)


def both_sides(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield what the draws say of the buyer's side and of ours, once there is a net."""
    del rule
    figures, rate = scope.facts.figures, placeholder("value.discount_rate", scope)
    rows = [(side, *told) for side, sides in _sides(figures, rate) for told in sides if all(told)]
    if rows and "outlook.net.mean" in figures:
        shown = [
            ("" if n and rows[n - 1][0] == side else side, what, amount)
            for n, (side, what, amount) in enumerate(rows)
        ]
        columns = (Column("Side", weight=0.5), Column("What it is", weight=2.4), _AMOUNTS)
        yield Table(
            "sides", "Your side and ours", columns, tuple(text_rows(shown)), runs_note(figures)
        )


def _sides(figures: Figures, rate: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    money = rounding_of(figures).text

    def amount(name: str) -> str:
        value = value_of(figures, f"outlook.{name}")
        return money(value) if value else ""

    def share(name: str) -> str:
        value = value_of(figures, f"outlook.{name}")
        return share_text(value) if value else ""

    def span(name: str) -> str:
        ends = [amount(f"{name}.{end}") for end in ("p10", "p90")]
        return " to ".join(dict.fromkeys(ends)) if all(ends) else ""

    discounted = f" at {rate}" if rate else ""
    before = ", before royalties to you" if has_royalty(figures) else ""
    worst = value_of(figures, "outlook.worst_year_number")
    yield (
        "Yours",
        [
            (f"Net as a present value{discounted}, expected", amount("npv.mean")),
            ("Chance that you pay more than the base fees", share("above_base")),
            (
                f"Net of your worst year, year {worst:f}" if worst else "Net of your worst year",
                amount("worst_year"),
            ),
            ("Net in the worst tenth of runs, on average", amount("tail")),
        ],
    )
    yield (
        "Ours",
        [
            (f"What you pay us over the term{before}, in eight of ten runs", span("paid")),
            ("Fee we do not earn, expected", amount("forgone.mean")),
            ("The most that one year can cost us by the contract", amount("exposure")),
            ("Our dearest year in the worst tenth of runs, on average", amount("exposure_tail")),
            ("Runs in which our gain reaches its cap", share("cap_reached")),
        ],
    )
