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
    runs_note,
    tornado_rows,
    value_of,
    values_at,
)
from roadmapper.document.rounding import rounding_of, share_text
from roadmapper.document.rows import Rows
from roadmapper.document.scenarios import COLUMNS, STRESS, scenario_rows
from roadmapper.document.tree import Align, Block, Chart, Column, Table
from roadmapper.document.wording import Scope, placeholder
from roadmapper.proposal.answers import Answers
from roadmapper.template.model import BlockRule

Builder = Callable[[Figures, Answers], Chart | None]

_CASES = ("Over the term", "Cautious", "Expected", "Strong", "All low")
_STRESS = (
    "One run in ten falls below cautious, one in ten exceeds strong. “All low” puts every input "
    "at its low end at once and every cost at its high: rarer than one in ten. "
    "Amounts are rounded."
)
_OUTCOMES = {
    "none": "Nothing changes",
    "threshold": "Every measure at its threshold",
    "half": "Half way to every target",
    "target": "Every target reached",
    "best": "The best we expect",
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
        note = f"{_STRESS} {_soft(scope)}".strip()
        yield number_table(
            "scenarios",
            f"{money_charts.counted(scope.facts.cases)}, and everything low at once",
            titles,
            told,
            note=note,
        )


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
    rows = []
    for key, name in _OUTCOMES.items():
        found = values_at(figures, [f"five.{key}.{part}" for part in ("paid", "forgone", "value")])
        if found:
            paid, forgone, value = (formats.money(formats.rounded(n, Decimal(1))) for n in found)
            rows.append((name, value, paid, forgone))
    if len(rows) == len(_OUTCOMES) and len({row[2] for row in rows}) > 1:
        titles = (
            "If this happens",
            "Value to you",
            "You would have paid",
            "We would not have earned",
        )
        year = value_of(figures, "five.year")
        which = f"Contract year {year:f}" if year else "One full year"
        note = f"{which}, settled by the terms above; no chance is involved."
        yield number_table(
            "outcomes", "What you would have paid", titles, text_rows(rows), note=note
        )


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
    worst = value_of(figures, "outlook.worst_year_number")
    yield (
        "Yours",
        [
            (f"Net as a present value{discounted}, expected", amount("npv.mean")),
            ("Chance of paying more than the base fees", share("above_base")),
            (f"Worst year, year {worst:f}" if worst else "Worst year", amount("worst_year")),
            ("Mean of the worst tenth of runs", amount("tail")),
        ],
    )
    yield (
        "Ours",
        [
            ("All you pay us over the term, eight in ten runs", span("paid")),
            ("Fee we do not earn, expected", amount("forgone.mean")),
            ("Most that one year can cost us by the contract", amount("exposure")),
            ("Mean of it in the worst tenth of runs", amount("exposure_tail")),
            ("Runs in which a cap on our gain binds", share("cap_reached")),
        ],
    )
