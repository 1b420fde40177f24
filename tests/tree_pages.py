"""Chapters of the test document: workforce, roadmap, long tables, matrix."""

from datetime import date

from roadmapper.document.tree import (
    Bar,
    Block,
    Bullets,
    Cell,
    Chapter,
    Chart,
    ChartKind,
    Column,
    Columns,
    Gate,
    Heading,
    Item,
    Landscape,
    Lane,
    ListLook,
    PageNumber,
    Paragraph,
    Reference,
    Row,
    Series,
    SourceEntry,
    Sources,
    Table,
    Text,
    Tier,
    Tiers,
    Timeline,
    Tone,
)
from roadmapper.document.tree import Link as WebLink
from tests.tree_parts import CRITERIA, LOREM, RIGHT, decimals, paragraph, table, text


def workforce() -> Chapter:
    """Return the chapter with sentiment beside promises, and the tiers of training."""
    chart = Chart(
        "sentiment",
        ChartKind.DUMBBELL,
        "Where people stand today",
        ("Replacement", "Accuracy", "Pace", "Time given back"),
        (Series("Nurses", decimals("30 36 28 55")), Series("Physicians", decimals("62 58 50 78"))),
        "Nurses are more worried than physicians on all four questions.",
        subtitle="worried to confident",
        number=7,
    )
    promises = (
        Item(text("No role is removed because of this tool during the contract.")),
        Item(text("Every note is reviewed and signed by a clinician.")),
        Item(text("A unit may pause its rollout for up to 30 days.")),
    )
    right = (Heading("What we promise, in writing", level=3), Bullets(promises, ListLook.CHECK))
    detail = (
        "What it does, what it does not do, who reviews. A three-minute video and a huddle card."
    )
    tiers = (
        Tier(
            "Aware", "Everyone on a live unit", detail, "20 min", ("2,150 people", "Before go-live")
        ),
        Tier("Ready", "Clinicians who will use it", detail, "90 min", ("640 people",)),
        Tier("Fluent", "Users after 30 days", detail, "45 min", ("640 people", "Day 30")),
        Tier("Lead", "Super users and nurse champions", detail, "2 days", ("48 people",)),
    )
    totals = ("2,925 hours away from care in total", "Repaid by time saved from week nine")
    return Chapter(
        "workforce",
        "Workforce",
        "Training in four tiers, no one surprised",
        "What nurses and physicians were told, and the training",
        CRITERIA[2:3],
        (Columns((chart,), right), Tiers(tiers, totals)),
    )


def roadmap() -> Chapter:
    """Return the chapter with the timeline on a landscape page."""
    lanes = (
        Lane(
            "Current solution",
            Tone.ACCENT,
            (
                Bar("Configure", date(2027, 7, 1), date(2027, 8, 31)),
                Bar("Pilot: ED and two clinics", date(2027, 9, 1), date(2027, 12, 31)),
                Bar("Scale: two sites a quarter", date(2028, 3, 20), date(2028, 11, 30)),
            ),
        ),
        Lane("Co-development", Tone.PLUM, (Bar("Orders", date(2027, 11, 1), date(2028, 3, 31)),)),
        Lane("Continuity", Tone.SAGE, (Bar("Outage drill", date(2027, 12, 1), date(2028, 1, 15)),)),
    )
    gates = (Gate("Go-live gate", date(2027, 9, 1)), Gate("Scale gate", date(2028, 3, 20)))
    timeline = Timeline(
        "timeline",
        "Twenty months, two gates",
        date(2027, 7, 1),
        date(2029, 2, 28),
        gates,
        lanes,
        "Three lanes of work over twenty months, with gates in September 2027 and March 2028.",
        number=8,
    )
    after = Paragraph((Text("At every gate ", bold=True), Text("either side may stop.")))
    return Chapter(
        "roadmap",
        "Partnership roadmap",
        "Twenty months, three gates",
        "From today’s solution to your own capability",
        CRITERIA[5:],
        (paragraph(LOREM), Landscape((timeline, after)), paragraph("And upright again.")),
    )


def long() -> Chapter:
    """Return a chapter with a table over pages, and a cell longer than a page."""
    many = table(
        "many",
        "Every interface",
        "Interface|Standard|>Messages a day",
        *(f"Interface {n}|HL7 v2.{n % 8}|{n * 137:,}" for n in range(1, 90)),
        number=3,
    )
    tall = table("tall", "One long answer", "Question|Answer", f"Why|{LOREM * 60}", number=4)
    return Chapter("long", "Interfaces", "All of them", "Eighty-nine", CRITERIA[1:2], (many, tall))


def matrix() -> Chapter:
    """Return the chapter with the matrix of criteria and the sources."""
    places = ("continuity", "long", "workforce", "pricing", "models", "roadmap")
    rows = tuple(
        Row(
            (
                Cell((text(one.name),), bold=True, badges=(one,)),
                Cell(((Text("Chapter "), Reference(place, place)),)),
                Cell(((PageNumber(place),),)),
            )
        )
        for one, place in zip(CRITERIA, places, strict=True)
    )
    columns = (Column("Criterion", weight=2), Column("Where", weight=2), Column("Page", RIGHT))
    trial = (
        Text("Ambient documentation trial. "),
        WebLink("doi.org/10.1/x", "https://doi.org/10.1/x"),
    )
    blocks: tuple[Block, ...] = (
        Table("matrix", "Where each criterion is answered", columns, rows, number=5),
        Heading("Sources", key="sources"),
        Sources((SourceEntry("source-1", 1, trial), SourceEntry("source-2", 2, text("A report.")))),
    )
    title = "Criteria matrix, sources, assumptions"
    return Chapter("matrix", title, "Where to look", "Every claim’s source", (), blocks)
