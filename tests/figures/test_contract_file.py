"""A contract file is read whole, or refused with its place and what to write."""

from decimal import Decimal
from pathlib import Path

import pytest

from roadmapper.errors import ContractError
from roadmapper.figures.contract_file import Rows, load_contract
from roadmapper.figures.contract_problems import problems
from roadmapper.figures.results_file import load_results
from roadmapper.figures.structures import Clause, FeesAtRisk, Limit
from roadmapper.figures.terms import Column

_WHOLE = """
interim = "paid"

[collar]
fee = { first = 1_200_000, escalator = 0.03 }
below = 0.15
above = 0.1

[[clause]]
kind = "fees at risk"
label = "Platform fee"
fee = 1_200_000
at_risk = 0.2
periods = [1, 2]
gates = [{ label = "Falls", measure = "falls", most = 3 }]

[[clause.measures]]
label = "Note time"
weight = 1
actual = "minutes"
baseline = 12.5
target = 9
payout = { shape = "tiers", tiers = [[0.5, 0.4], [1, 1]] }

[[clause]]
kind = "gain share"
label = "Savings"
benchmark = 10_000_000
saved = "saved"
[clause.gain]
minimum = { size = "users", bands = [[1, 99, 0.05, 0.03], [100, 0.03]] }
limits = [{ share = 0.5, of = "paid" }]
"""


def _load(text: str, tmp_path: Path) -> tuple[Clause, ...]:
    path = tmp_path / "contract.toml"
    path.write_text(text, encoding="utf-8")
    return load_contract(path).contract.clauses


def _clause(lines: str, kind: str = "per event") -> str:
    return f'[[clause]]\nkind = "{kind}"\nlabel = "A"\n{lines}'


def test_a_whole_contract_is_read(tmp_path: Path) -> None:
    fees, share = _load(_WHOLE, tmp_path)

    assert isinstance(fees.structure, FeesAtRisk)
    assert fees.structure.measures[0].baseline == Decimal("12.5")
    assert fees.structure.measures[0].actual == Column("minutes")
    assert fees.periods == {1, 2}
    assert fees.gates[0].most == 3
    assert share.structure.gain.limits == (Limit(Decimal("0.5"), Column("paid")),)  # type: ignore[union-attr]


_DEEP = (
    "".join(f"price{'.choices.a' * depth}.column = 'a'\n" for depth in range(400))
    + f"price{'.choices.a' * 400} = 1"
)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is no clause"),
        ("clause = 3", "There is no clause"),
        ("= 3", "is not TOML"),
        ('[[clause]]\nkind = "gift"', "kind says 'gift'. Write one of \"subscription\""),
        ("[[clause]]\nkind = [1]", "kind says [1]"),
        (_clause("price = 1"), "events is missing"),
        (_clause("price = 1\nevents = 2\ncolour = 3"), "there is no 'colour'"),
        (_clause('price = "1,5 "\nevents = true'), "True is not a usable number"),
        (_clause("price = inf\nevents = 1"), "is not a usable number"),
        (_clause(f"price = 1{'0' * 5000}\nevents = 1"), "Exceeds the limit"),
        (_clause(f"events = 1\n{_DEEP}"), "tables lie too deep in one another"),
        (_clause("price = 1e30\nevents = 1"), "is not a usable number"),
        (_clause('price = ""\nevents = 1'), "'' is not a usable number"),
        (_clause("price = { column = 3 }\nevents = 1"), "Write a text in quotes"),
        (_clause("price = { choices = {} , column = 'a' }\nevents = 1"), "at least one of"),
        (_clause("price = { size = 'n', bands = [] }\nevents = 1"), "write bands as"),
        (_clause("price = { size = 'n', bands = [[1]] }\nevents = 1"), "or [from, rate]"),
        (_clause("items = 3", "subscription"), "a list in square brackets"),
        (_clause("items = [3]", "subscription"), "write a table"),
        (_clause("price = 1\nevents = 1\nperiods = [1.5]"), "Write a whole number"),
        (_clause("price = 1\nevents = 1\ngates = [{ label = 'a' }]"), "measure is missing"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(ContractError) as told:
        _load(text, tmp_path)

    assert sentence in str(told.value)
    assert "\n" not in str(told.value)


_AT_RISK = """fee = 100
at_risk = {at_risk}
bonus = {bonus}
stretch = 1
[[clause.measures]]
label = "M"
weight = {weight}
actual = "a"
baseline = 1
target = {target}
payout = {payout}
"""
_GOOD = {"at_risk": "0.2", "bonus": "0", "weight": "1", "target": "2", "payout": "{}"}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"target": "1"}, "the target equals the baseline"),
        ({"weight": "0.9"}, "the weights make 0.9"),
        ({"at_risk": "20"}, "the fee at risk is 20"),
        ({"bonus": "0.1"}, "its stretch must be above 1"),
        ({"payout": '{ shape = "tiers", tiers = [[1, 1], [0.5, 1]] }'}, "the limits must rise"),
        ({"payout": "{ at_threshold = -1 }"}, "the part earned at the threshold is -1"),
        ({"payout": '{ shape = "tiers" }'}, "write at least one tier"),
        ({"payout": '{ shape = "tiers", tiers = [[1, 2]] }'}, "a part earned is 2"),
        ({"payout": '{ shape = "tiers", tiers = [[0.5, 1], [1, 0.5]] }'}, "never earn less"),
        ({"bonus": "-0.1"}, "the bonus is -0.1. It cannot be negative"),
        ({"weight": "-1"}, "a weight cannot be negative"),
    ],
)
def test_a_contract_that_cannot_work_is_a_sentence(
    change: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "contract.toml"
    path.write_text(_clause(_AT_RISK.format(**_GOOD | change), "fees at risk"), encoding="utf-8")

    assert any(sentence in one for one in problems(load_contract(path).contract))


@pytest.mark.parametrize(
    ("gain", "sentence"),
    [
        ("minimum = 2", "2 is not a share"),
        ("bands = [{ up_to = 0.1, rate = 1 }, { up_to = 0.05, rate = 1 }]", "must rise"),
        ("bands = [{ rate = 1 }, { up_to = 0.05, rate = 1 }]", "only the last band"),
        ("rate = { size = 'n', bands = [[1, 9, 0.1, 0.1], [5, 0.1]] }", "overlap"),
        ("rate = { size = 'n', bands = [[9, 1, 0.1, 0.1]] }", "ends before it begins"),
        ("rate = { size = 'n', bands = [[1, 9, 0.1, 2]] }", "a rate is 2"),
        ("rate = -0.25", "-0.25 is not a share"),
        ("bands = [{ rate = -1, up_to = 0.1 }, { rate = 1 }]", "the rate of a band is -1"),
        ("bands = [{ rate = 1, up_to = -0.1 }, { rate = 1 }]", "must rise"),
        ("limits = [{ share = -1 }]", "the most is -1. It cannot be negative"),
        ("rate = { column = 'a', least = 1, most = 0 }", "the least, 1, is more than the most, 0"),
    ],
)
def test_a_share_that_cannot_work_is_a_sentence(gain: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "contract.toml"
    text = f"benchmark = 100\nsaved = 'v'\ngain = {{ {gain} }}"
    path.write_text(_clause(text, "gain share"), encoding="utf-8")

    assert any(sentence in one for one in problems(load_contract(path).contract))


@pytest.mark.parametrize(
    ("kind", "lines", "sentence"),
    [
        ("per event", "price = -1\nevents = 1", "the price is -1"),
        ("per event", "price = 1\nevents = 1\nleast = 2\nmost = 1", "more than the most"),
        ("per event", "price = 1\nevents = 1\nperiods = [0]", "counted from 1"),
        (
            "per event",
            "price = 1\nevents = 1\ngates = [{ label = 'g', measure = 'm' }]",
            "Gate “g”: write the least or the most",
        ),
        ("subscription", "items = []", "write at least one item"),
        ("subscription", "items = [{ quantity = 1, price = -1 }]", "the price is -1"),
        ("ramp", "fee = { first = 1, escalator = 3 }", "a yearly increase of 3 is no share"),
        ("ramp", "fee = 1\nparts = [-1]", "a part of the ramp is -1"),
        ("ramp", "fee = 1\nfloor = 0.5\nmost = 0.4", "the least, 0.5, is more"),
        ("per member", "units = 1\nrate = -1", "the rate is -1"),
        ("royalty", "rate = 6\nrevenue = 1\ncontribution = 1\nmultiple = 1", "the rate is 6"),
        ("milestones", "fee = 1\nholdback = 0.1\nsteps = []", "the weights make 0"),
        (
            "service credits",
            "monthly_fee = 1\ntotal = 1\nexcluded = 0\ndown = 0\nbands = [[0.9, 5]]",
            "a credit is 5",
        ),
    ],
)
def test_what_no_contract_can_mean_is_a_sentence(
    kind: str, lines: str, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "contract.toml"
    path.write_text(_clause(lines, kind), encoding="utf-8")

    assert any(sentence in one for one in problems(load_contract(path).contract))


def test_weights_of_thirds_make_a_whole(tmp_path: Path) -> None:
    thirds = _AT_RISK.format(**_GOOD | {"weight": "0.9999"})
    path = tmp_path / "contract.toml"
    path.write_text(_clause(thirds, "fees at risk"), encoding="utf-8")

    assert problems(load_contract(path).contract) == ()


def test_a_good_contract_has_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "contract.toml"
    path.write_text(_WHOLE, encoding="utf-8")

    assert problems(load_contract(path).contract) == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a, a \n1,2\n", "two columns of the same name, 'a'"),
        ("year,a\nfirst,1\n", "'first' is no period"),
        ("year,a\n1.5,1\n", "'1.5' is no period"),
        ("year,a\n2027,1\n", "Or write first = 2026 under [rows]"),
        ("year,a\n1,1,1\n", "more cells than headings"),
        ("year,a\n,,\n\n", "has no row of results below its headings"),
        ("\n\n", "is empty. Write a line of headings"),
        ("a\n1\n", "has no column 'year'"),
        ('year,a\n1,"x\n', "is not a CSV table"),
        ("year,a\n1,\xff\n", "is not UTF-8"),
    ],
)
def test_a_table_that_is_none_is_refused(text: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "actuals.csv"
    path.write_bytes(text.encode("latin-1"))

    with pytest.raises(ContractError) as told:
        load_results(path, Rows(period="year"))

    assert sentence in str(told.value)


@pytest.mark.parametrize(
    "table",
    [
        "year,a\n1,1234.5\n",
        "\ufeffyear,a\n1,1234.5\n",
        "sep=;\nyear;a\n1;1.234,50\n",
        "year\ta\n1\t$1,234.50\n",
        "year|a|\n\n1|1 234,5|\n||\n",
        ' year , a ,\r1.0,"1,234.50",\r',
    ],
    ids=["plain", "byte order mark", "semicolons", "tabs", "bars", "spaces"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_table_is_read_as_spreadsheets_write_it(
    table: str, encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "actuals.csv"
    path.write_bytes(table.removeprefix("\ufeff" if encoding == "utf-16" else "").encode(encoding))

    (row,) = load_results(path, Rows(period="year"))

    assert row.results.period == 1
    assert row.results.numbers["a"] == Decimal("1234.5")


def test_the_first_period_may_be_a_year(tmp_path: Path) -> None:
    path = tmp_path / "actuals.csv"
    path.write_text("year,a\n2028,1\n", encoding="utf-8")

    (row,) = load_results(path, Rows(period="year", first=2027))

    assert row.results.period == 2


@pytest.mark.parametrize("step", ["1e-400", "0", "5", "1e9"])
def test_payments_are_rounded_to_sensible_steps(step: str, tmp_path: Path) -> None:
    path = tmp_path / "contract.toml"
    clause = _clause("price = 1\nevents = 1")
    path.write_text(f"round_to = {step}\n{clause}", encoding="utf-8")

    (problem,) = problems(load_contract(path).contract)

    assert problem.startswith("Payments cannot be rounded to")


def test_service_credits_without_a_band_are_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "contract.toml"
    told = "monthly_fee = 1\ntotal = 1\nexcluded = 0\ndown = 0\nbands = []"
    path.write_text(_clause(told, "service credits"), encoding="utf-8")

    assert any("write at least one band" in one for one in problems(load_contract(path).contract))
