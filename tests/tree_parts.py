"""Pieces that the test documents are put together from."""

from decimal import Decimal

from roadmapper.document.tree import (
    Align,
    Badge,
    Block,
    Bullets,
    Callout,
    Cell,
    Chapter,
    Chart,
    ChartKind,
    Column,
    Columns,
    Item,
    KeyFigure,
    KeyFigures,
    Line,
    Paragraph,
    ParagraphLook,
    Row,
    Series,
    Source,
    Table,
    Text,
)

CRITERIA = (
    Badge(1, "Business continuity"),
    Badge(2, "Interoperability"),
    Badge(3, "Operational efficiency"),
    Badge(4, "Hard and soft ROI"),
    Badge(5, "Compliance and security"),
    Badge(6, "Long-term partner"),
)
LOREM = (
    "Notes are drafted on a local appliance, held under your keys, and written back when the link "
    "returns. Clinicians see one change: a banner that tells them so. "
)
RIGHT = Align.RIGHT
MONTHS = ("Start", "Month 12", "Month 24", "Month 36")


def text(words: str) -> Line:
    """Return a line of one plain run."""
    return (Text(words),)


def paragraph(words: str, look: ParagraphLook = ParagraphLook.BODY) -> Paragraph:
    """Return a paragraph of one plain run."""
    return Paragraph(text(words), look)


def decimals(words: str) -> tuple[Decimal, ...]:
    """Return the numbers in a string."""
    return tuple(Decimal(word) for word in words.split())


def table(key: str, caption: str, titles: str, *rows: str, number: int = 0) -> Table:
    """Return a table from strings cut at bars; a column titled ">..." stands right."""
    columns = tuple(
        Column(title.lstrip(">"), RIGHT if title.startswith(">") else Align.LEFT)
        for title in titles.split("|")
    )
    cells = (tuple(Cell((text(part),)) for part in row.split("|")) for row in rows)
    return Table(key, caption, columns, tuple(Row(row) for row in cells), number=number)


def value() -> Chapter:
    """Return a chapter with charts that stand, stack and show ranges."""
    drivers = ("Time after clinic", "Coding", "Turnover", "Scribes")
    low, likely, high = (
        decimals("0.4 0.2 0.1 0.3"),
        decimals("1.1 0.6 0.4 0.5"),
        decimals("2 1 1 1"),
    )
    years = ("Year 1", "Year 2", "Year 3")
    blocks: tuple[Block, ...] = (
        Chart(
            "drivers",
            ChartKind.RANGE,
            "Value by driver, each year",
            drivers,
            (Series("Low", low), Series("Likely", likely), Series("High", high)),
            "Four value drivers as ranges; time after clinic is the largest.",
            unit="$M",
            note="Ranges hold 80% of the simulated outcomes.",
            number=2,
        ),
        Chart(
            "visits",
            ChartKind.COLUMNS,
            "Visits with a drafted note",
            years,
            (Series("Visits", decimals("120 310 420")),),
            "Visits grow from 120,000 to 420,000 in three years.",
            unit="thousand",
            number=3,
        ),
        Chart(
            "split",
            ChartKind.STACKED,
            "Where the value comes from",
            years,
            (Series("Hard", decimals("1 2 3")), Series("Soft", (Decimal(1), None, Decimal(2)))),
            "Hard value grows from 1 to 3 million dollars.",
            unit="$M",
            number=4,
        ),
    )
    return Chapter(
        "value",
        "Value",
        "Five drivers, each with an owner",
        "Five drivers as ranges, each with an owner",
        CRITERIA[2:4],
        blocks,
    )


def pricing() -> Chapter:
    """Return the chapter with four figures, a chart over time, and a table beside a call-out."""
    figures = (
        KeyFigure("$6.9M", "Net value, three years", "80% of runs: $2.5M to $11.3M"),
        KeyFigure("98%", "Chance you come out ahead", "1,956 of 2,000 runs"),
        KeyFigure("$210K", "Our fee at risk", "each year, credited if missed"),
        KeyFigure("$4.5M", "What you pay, three years", "setup, base fee and share"),
    )
    promise = Callout(
        "What we stand behind",
        (
            paragraph(
                "35% of the base fee is returned for any year in which the target is missed."
            ),
            Bullets((Item(text("Measured by your finance team")), Item(text("Paid in 30 days")))),
        ),
    )
    return Chapter(
        "pricing",
        "Shared-risk pricing",
        "You are ahead by month fifteen, or our fee goes down",
        "Three scenarios and the fee we put at risk",
        (CRITERIA[3], CRITERIA[5]),
        (KeyFigures(figures), _net(), Columns((_cases(),), (promise,), 0.62), _hours()),
    )


def _case(name: str, note: str, *amounts: str, emphasised: bool = False) -> Row:
    first = Cell(((Text(name, bold=True),), text(note)), source=Source(f"pricing.{name}"))
    last = Cell((text(amounts[-1]),), bold=True)
    return Row((first, *(Cell((text(one),)) for one in amounts[:-1]), last), emphasised)


def _net() -> Chart:
    return Chart(
        "net",
        ChartKind.LINE,
        "Cumulative net value to Fernhollow Health",
        MONTHS,
        (
            Series("net value", decimals("-0.7 -0.4 2.7 6.9"), ("", "", "", "$6.9M")),
            Series("fees paid", decimals("0.6 1.5 3.0 4.5"), ("", "", "", "$4.5M")),
        ),
        "Net value crosses zero in month 15 and reaches 6.9 million dollars in month 36.",
        subtitle="Median of 2,000 simulated outcomes; the dashed line is what you have paid us.",
        unit="$M",
        number=5,
    )


def _hours() -> Chart:
    return Chart(
        "hours",
        ChartKind.AREA,
        "Hours returned",
        MONTHS,
        (Series("Hours", decimals("0 400 900 1500")),),
        "Hours returned each month grow to 1,500.",
        number=6,
    )


def _cases() -> Table:
    return Table(
        "cases",
        "Three cases",
        (
            Column("Case", weight=1.4),
            *(Column(t, RIGHT) for t in ("Value", "Our fees", "Net to you")),
        ),
        (
            _case("Cautious", "adoption 55%", "$7.9M", "$3.9M", "$4.6M"),
            _case("Expected", "adoption 74%", "$11.4M", "$4.5M", "$6.9M", emphasised=True),
            _case("Strong", "adoption 86%", "$13.9M", "$5.0M", "$8.9M"),
        ),
        note="Simulated 2,000 times with seed 7.",
        number=2,
    )
