"""The model-facts label of a card: what a clinician reads first."""

from collections.abc import Iterator

from roadmapper.document.card import NOT_STATED, Card
from roadmapper.document.tree import ModelFact, ModelFacts, Source, Tone


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
        foot="Figures supplied by the vendor. Sources are listed at the end of this proposal.",
    )


def _facts(card: Card) -> Iterator[ModelFact]:
    yield _fact(card, "Role in the decision", "decision_role")
    yield _fact(card, "Type", "model_type")
    yield _fact(card, "Clinical risk level", "risk_level")
    training = card.first("training_data_sources")
    yield ModelFact("Training data", card.cell(training, "patients", "people"), heavy=True)
    yield ModelFact("Years covered", card.span(training), 1)
    yield ModelFact("Setting", card.cell(training, "care_setting"), 1)
    yield from _measured(card)
    watched = card.first("monitoring_plan")
    yield ModelFact("Watched after go-live", card.cell(watched, "cadence"), heavy=True)
    yield ModelFact("Signal", card.cell(watched, "signal"), 1)
    yield ModelFact("Action from", card.cell(watched, "red"), 1)
    act = card.first("trigger_playbook")
    yield ModelFact("Who acts", card.cell(act, "owner"), 1)
    yield ModelFact("Acts within", card.cell(act, "time_to_act"), 1)


def _measured(card: Card) -> Iterator[ModelFact]:
    rows = card.rows("performance_metrics")[:3]
    size = card.cell(rows[0], "n") if rows else NOT_STATED
    yield ModelFact("Measured performance", f"n = {size}" if rows else NOT_STATED, heavy=True)
    for row in rows:
        yield ModelFact(card.cell(row, "metric"), card.measure(row), 1)
    weakest = card.weakest()
    tone = Tone.WARN if weakest else Tone.PLAIN
    yield ModelFact("Weakest group", weakest or NOT_STATED, 1, tone)


def _fact(card: Card, label: str, column: str) -> ModelFact:
    text = card.line(column)
    source = Source(str(card.path.column(column))) if text else None
    return ModelFact(label, text or NOT_STATED, source=source)
