"""Document trees for the tests of both writers: one that holds every node, and a small one."""

from datetime import UTC, datetime
from decimal import Decimal

from roadmapper.document.tree import (
    Block,
    Bullets,
    Chapter,
    Chart,
    ChartKind,
    Columns,
    Contents,
    Cover,
    Document,
    Fact,
    Heading,
    Item,
    KeyFigure,
    KeyFigures,
    Limit,
    Link,
    ListLook,
    ModelFact,
    ModelFacts,
    NoteMark,
    PageNumber,
    Paragraph,
    ParagraphLook,
    Properties,
    Quote,
    Reference,
    Series,
    Source,
    Step,
    Steps,
    Text,
    Tone,
)
from tests.tree_pages import long, matrix, roadmap, workforce
from tests.tree_parts import CRITERIA, LOREM, decimals, paragraph, pricing, table, text, value


def full_document(*, every_page: bool = True) -> Document:
    """Return a document that holds every kind of node; without `every_page`, not long."""
    chapters = [_summary(), _model(), _continuity(), value(), pricing(), workforce(), roadmap()]
    if every_page:
        chapters.append(long())
    chapters.append(matrix())
    return _document(tuple(_numbered(chapters)))


def small_document(*blocks: Block) -> Document:
    """Return a document of one chapter with these blocks, or with one paragraph."""
    body = blocks or (paragraph("One sentence is enough."),)
    chapter = Chapter("only", "Only chapter", "One claim", "One line", CRITERIA[:1], body, number=1)
    return _document((chapter,))


def _document(chapters: tuple[Chapter, ...]) -> Document:
    return Document(
        Properties(
            title="A partnership roadmap for Fernhollow Health",
            subject="Ambient clinical documentation",
            organization="Northquill Clinical Systems",
            language="en-US",
            created=datetime(2027, 5, 3, 9, 30, tzinfo=UTC),
            revision="3f2a9c",
        ),
        Cover(
            organization="Northquill Clinical Systems",
            version="May 2027, version 3",
            eyebrow="Partnership roadmap",
            title="Fernhollow Health",
            promise="Ambient clinical documentation for primary care and the emergency "
            "department, and the capability we build together after it.",
            facts=(
                Fact("Prepared for", "Chief Medical Information Officer"),
                Fact("Decision expected", "May 14, 2027"),
                Fact("In confidence", "Fictional sample"),
            ),
            stations=("Configure", "Pilot", "Prove", "Build together"),
        ),
        Contents("Contents", "The six questions you ask of a partner", CRITERIA),
        chapters,
        running_head="A partnership roadmap for Fernhollow Health",
        foot="Northquill Clinical Systems. Fictional sample, prepared in confidence.",
    )


def _numbered(chapters: list[Chapter]) -> list[Chapter]:
    return [
        Chapter(one.key, one.title, one.headline, one.line, one.badges, one.blocks, number)
        for number, one in enumerate(chapters, 1)
    ]


def _summary() -> Chapter:
    first = (
        Text("Ambient notes return 42 minutes a day. ", bold=True),
        Text("We stand behind it with our fee", italic=True),
        NoteMark(1, (Text("Source 1: "), Link("the trial", "https://example.org/trial"))),
        Text(". See "),
        Reference("scenarios", "Table 1"),
        Text(" and "),
        Link("write to us", "mailto:hello@example.org"),
        Text(", or read "),
        Link("the roadmap", "#roadmap", bold=True),
        Text(" on page "),
        PageNumber("roadmap"),
        Text("."),
    )
    items = (
        Item(
            (Text("Pilot", bold=True), Text(" in one emergency department")), source=Source("a.b")
        ),
        Item(text("two clinics, eleven physicians"), level=1),
        Item((*text("Prove the value"), NoteMark(2, (Text("Measured by your finance team."),)))),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(first, ParagraphLook.LEAD, Source("summary.lead")),
        paragraph(LOREM * 3),
        Bullets(items),
        Heading("What happens next", key="next"),
        Bullets((Item(text("Sign the letter")), Item(text("Name a lead"))), ListLook.NUMBER),
        Heading("The first week", level=3, key="week"),
        paragraph("A line\nbroken by hand, with 5 < 6 & <b>no markup</b>."),
        paragraph("Set small, for the reader who wants the method.", ParagraphLook.SMALL),
    )
    line = "What we propose, what it costs, what we stand behind"
    return Chapter("summary", "Executive summary", "An hour back each day", line, (), blocks)


def _continuity() -> Chapter:
    scenarios = table(
        "scenarios",
        "Scenarios we plan for together",
        "If this happens|Your team|Our team|>Back within",
        "EMR unavailable|Calls downtime; prints the census|Queues notes, holds write-back|0 min",
        "Our cloud unavailable|Sees the local banner|Fails over to the on-site appliance|4 min",
        "Ransomware at a site|Isolates the segment|Cuts integration, supplies clean image|8 hours",
        "Model withdrawn|Returns to typed notes|Rolls back one version, reports cause|30 min",
        number=1,
    )
    lead = (
        Text("Every site keeps working for 72 hours without us. ", bold=True),
        Text(LOREM.strip()),
        NoteMark(1, (Text("Measured in three timed drills at a pilot site, longest 74 hours."),)),
    )
    rest = (
        Text("We do not ask you to take this on trust. Twice a year we rehearse an outage with "),
        Text("your downtime team, on your calendar, using the scenarios below."),
        NoteMark(2, (Text("Downtime procedures stay yours. We supply the annex for this tool."),)),
        Text(" You keep the findings, good and bad."),
    )
    figures = (
        KeyFigure("2 a year", "Rehearsals with your downtime team, on your calendar"),
        KeyFigure("72 hours", "Every site works without us, notes held under your keys"),
        KeyFigure("1 day", "You are told of any security event that touches your data"),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(lead, ParagraphLook.LEAD, Source("continuity.lead")),
        Paragraph(rest),
        Quote(text("Joint scenario planning is part of the price, not a service we sell on top.")),
        Heading("Scenarios we plan for together", key="scenarios-head"),
        scenarios,
        KeyFigures(figures),
    )
    return Chapter(
        "continuity",
        "Continuity",
        "When the network is down, care does not stop",
        "The outages we plan and rehearse together",
        (CRITERIA[0], CRITERIA[4]),
        blocks,
    )


def _model() -> Chapter:
    right: tuple[Block, ...] = (
        Heading("How it was tested", key="tested"),
        paragraph("Held-out visits from eleven sites that took no part in training, each read."),
        _groups(),
        Heading("What we do not know yet", key="unknown"),
        paragraph("Performance in pediatrics has not been measured. We propose to measure it."),
        Heading("When it drifts", key="drift"),
        Steps(
            (
                Step("Detect", "Weekly sample"),
                Step("Tell", "1 working day"),
                Step("Roll back", "30 minutes"),
                Step("Correct", "Report in 10 days"),
            )
        ),
    )
    head = Heading("Ambient note drafting", eyebrow="Model 1 of 2", key="model-1")
    return Chapter(
        "models",
        "Model transparency",
        "One model, shown whole",
        "How it was trained, how it is watched",
        CRITERIA[4:],
        (head, Columns((_label(),), right, 0.45)),
    )


def _label() -> ModelFacts:
    good, bad, one = Tone.ACCENT, Tone.WARN, 1
    facts = (
        ModelFact("Human review", "Every note", heavy=True, source=Source("models.one.review")),
        ModelFact("Type", "Generative language model"),
        ModelFact("Training data", "2.1 million visits"),
        ModelFact("Years covered", "2019–2024", one),
        ModelFact("Sites", "38, in 12 states", one),
        ModelFact("Your data used to train", "None", one, good),
        ModelFact("Measured performance", "4,200 visits", heavy=True),
        ModelFact("Omission rate", "1.8%", one),
        ModelFact("Weakest group", "Interpreter, 3.9%", one, bad),
        ModelFact("Not yet measured", "Pediatrics", one, bad),
        ModelFact("Watched after go-live", "Weekly", heavy=True),
        ModelFact("Drift trigger", "Omission above 3%", one),
        ModelFact("Who acts", "Clinical safety lead", one),
    )
    return ModelFacts(
        "facts",
        "Model facts",
        "Version 3.2, released March 2027",
        "Drafts visit notes for clinician review",
        facts,
        "Figures supplied by the vendor. Method and sources on page 33.",
    )


def _groups() -> Chart:
    return Chart(
        "groups",
        ChartKind.BARS,
        "Omission rate by patient group",
        ("All visits", "Adults 65 and over", "Behavioral health", "Interpreter visits"),
        (Series("Omission rate", decimals("1.8 2.1 2.6 3.9"), ("1.8%", "2.1%", "2.6%", "3.9%")),),
        "Omission rate of four patient groups; interpreter visits are above the drift trigger.",
        subtitle="Lower is better. The line marks the drift trigger.",
        unit="%",
        limit=Limit(Decimal(3), "Drift trigger"),
        emphasised=(3,),
        number=1,
    )
