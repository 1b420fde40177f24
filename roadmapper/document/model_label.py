"""The model-facts label of a card: what a clinician reads first."""

import re
from collections.abc import Iterator

from roadmapper.document import formats
from roadmapper.document.card import NOT_STATED, Card
from roadmapper.document.tree import ModelFact, ModelFacts, Source, Tone
from roadmapper.proposal.path import AnswerPath


def label(card: Card) -> ModelFacts:
    """Return the label of a card; what is missing says so, it never vanishes."""
    version = card.line("model_version")
    released = card.line("release_date")
    told = [f"Version {version}" if version else "", f"released {released}" if released else ""]
    stage = card.line("release_stage")
    headline = ", ".join(one for one in told if one) or stage or "Version not stated"
    return ModelFacts(
        key=f"facts-{card.row}",
        title="Model facts",
        headline=headline[:1].upper() + headline[1:],
        summary=card.line("output_type"),
        facts=tuple(_facts(card)),
        foot="Figures supplied by the vendor. Sources are listed with the criteria matrix.",
    )


def _facts(card: Card) -> Iterator[ModelFact]:
    yield _short(card, "Human review", "human_oversight")
    yield _fact(card, "Role in the decision", "decision_role")
    yield _fact(card, "Type", "model_type")
    training = card.first("training_data_sources")
    size = card.shown(training, "records")
    people = card.cell(training, "patients", "people")
    yield ModelFact("Training data", f"{size} records" if size else people, heavy=True)
    yield ModelFact("Years covered", card.span(training), 1)
    yield ModelFact("From", card.cell(training, "source_organisations"), 1)
    yield _short(card, "Your data used to train", "customer_data_use", 1, Tone.ACCENT)
    yield from _measured(card)
    watched, act = card.first("monitoring_plan"), card.first("trigger_playbook")
    yield ModelFact("Watched after go-live", card.cell(watched, "cadence"), heavy=True)
    yield ModelFact(card.cell(watched, "signal"), _limit(card, watched), 1)
    yield ModelFact("Who acts", card.cell(act, "owner"), 1)
    yield _short(card, "Time to roll back", "rollback", 1)
    yield ModelFact("Who is told", card.cell(act, "notify"), 1)


def _limit(card: Card, signal: AnswerPath | None) -> str:
    """Return the acting limit of a signal, marked if nobody has looked at it."""
    standing = card.raw(signal, "standing") if signal else ""
    limit = card.cell(signal, "red")
    return f"{limit} (default, not reviewed)" if standing == "default" else limit


def _short(
    card: Card, label: str, column: str, level: int = 0, tone: Tone = Tone.PLAIN
) -> ModelFact:
    """Return the first sentence of a prose field as a line of the label."""
    first = re.split(r"(?<=[.!?])\s", card.line(column), maxsplit=1)[0].rstrip(".")
    return ModelFact(label, first or NOT_STATED, level, tone if first else Tone.PLAIN)


def _measured(card: Card) -> Iterator[ModelFact]:
    told = card.rows("performance_metrics")
    role = card.raw(told[0], "data_role") if told else ""
    rows = [row for row in told if card.raw(row, "data_role") == role][:3]
    size = card.cell(rows[0], "n") if rows else NOT_STATED
    yield ModelFact("Measured performance", f"n = {size}" if rows else NOT_STATED, heavy=True)
    for row in rows:
        yield ModelFact(card.cell(row, "metric"), card.measure(row), 1)
    weakest = card.weakest()
    tone = Tone.WARN if weakest else Tone.PLAIN
    yield ModelFact("Weakest group", weakest or NOT_STATED, 1, tone)
    unknown = [row for row in card.rows("fairness_metrics") if not card.shown(row, "value")]
    if unknown:
        names = formats.joined([card.cell(row, "group") for row in unknown])
        yield ModelFact("Not yet measured", names, 1, Tone.WARN)


def _fact(card: Card, label: str, column: str) -> ModelFact:
    text = card.line(column)
    source = Source(str(card.path.column(column))) if text else None
    return ModelFact(label, text or NOT_STATED, source=source)
