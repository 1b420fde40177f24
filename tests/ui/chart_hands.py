"""Charts to show in tests."""

from decimal import Decimal

from roadmapper.document.tree import Chart, ChartKind, Series

YEARS = Chart(
    "net",
    ChartKind.AREA,
    "Cumulative net value",
    ("Start", "Month 12", "Month 24", "Month 36"),
    (
        Series("cautious", (Decimal(-1), Decimal(-2), Decimal(0), Decimal(2))),
        Series("net value", (Decimal(-1), Decimal(0), Decimal(3), Decimal(7))),
        Series("strong", (Decimal(-1), Decimal(1), Decimal(6), Decimal(11))),
        Series("fees paid", (Decimal(1), Decimal(2), Decimal(3), Decimal(4))),
    ),
    alt="Net value rises from −$1M to $7M; ahead from month 12.",
    subtitle="Median of 2,000 runs; the band holds 80% of them",
    unit="$M",
)
ROWS = Chart(
    "swing",
    ChartKind.BARS,
    "What moves the result most",
    ("Time saved", "Adoption"),
    (Series("Swing", (Decimal(4), Decimal(2)), ("$4M", "$2M")),),
    alt="Time saved moves it by $4M, adoption by $2M.",
    unit="$M",
)
