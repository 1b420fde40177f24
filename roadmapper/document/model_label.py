"""The model-facts label of a card: what a clinician reads first."""

import re
from collections.abc import Iterator

from roadmapper.document import formats
from roadmapper.document.card import NOT_STATED, Card
from roadmapper.document.tree import ModelFact, ModelFacts, Source, Tone
from roadmapper.proposal.path import AnswerPath

_DESCRIBED = "In words, not counted"
_NO_SIGNAL, _NO_METRIC = "Acting limit", "A measure"
"""What stands in the place of a name that is not there yet."""


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
    data, watch, playbook = "training_data_sources", "monitoring_plan", "trigger_playbook"
    training = card.first(data)
    size = card.shown(training, "records")
    people = card.cell(training, "patients", "people")
    where = card.at(data, training, "records")
    count = f"{size} records" if size else people
    if count == NOT_STATED and card.shown(training, "data_set"):
        count = _DESCRIBED
    yield ModelFact("Training data", count, heavy=True, about=where)
    where = card.at(data, training, "period_start")
    yield ModelFact("Years covered", card.span(training), 1, about=where)
    where = card.at(data, training, "source_organisations")
    yield ModelFact("From", card.cell(training, "source_organisations"), 1, about=where)
    yield _short(card, "Your data used to train", "customer_data_use", 1, Tone.ACCENT)
    yield from _measured(card)
    watched, act = card.first(watch), card.first(playbook)
    where = card.at(watch, watched, "cadence")
    yield ModelFact("Watched after go-live", card.cell(watched, "cadence"), heavy=True, about=where)
    where = card.at(watch, watched, "red")
    signal = card.shown(watched, "signal") or _NO_SIGNAL
    yield ModelFact(signal, _limit(card, watched), 1, about=where)
    where = card.at(playbook, act, "owner")
    yield ModelFact("Who acts", card.cell(act, "owner"), 1, about=where)
    yield _short(card, "Time to roll back", "rollback", 1)
    where = card.at(playbook, act, "notify")
    yield ModelFact("Who is told", card.cell(act, "notify"), 1, about=where)


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
    shown = tone if first else Tone.PLAIN
    return ModelFact(label, first or NOT_STATED, level, shown, about=str(card.path.column(column)))


def _measured(card: Card) -> Iterator[ModelFact]:
    table = "performance_metrics"
    told = card.rows(table)
    role = card.raw(told[0], "data_role") if told else ""
    rows = [row for row in told if card.raw(row, "data_role") == role][:3]
    size = card.cell(rows[0], "n") if rows else NOT_STATED
    where = card.at(table, rows[0] if rows else None, "n")
    count = f"n = {size}" if rows else NOT_STATED
    yield ModelFact("Measured performance", count, heavy=True, about=where)
    for row in rows:
        where = card.at(table, row, "value")
        metric = card.shown(row, "metric") or _NO_METRIC
        yield ModelFact(metric, card.measure(row), 1, about=where)
    yield from _by_group(card)


def _by_group(card: Card) -> Iterator[ModelFact]:
    table, weakest = "fairness_metrics", card.weakest()
    tone = Tone.WARN if weakest else Tone.PLAIN
    where = card.at(table, None, "")
    yield ModelFact("Weakest group", weakest or NOT_STATED, 1, tone, about=where)
    unknown = [row for row in card.rows(table) if not card.shown(row, "value")]
    if unknown:
        names = formats.joined([card.cell(row, "group") for row in unknown])
        where = card.at(table, unknown[0], "value")
        yield ModelFact("Not yet measured", names, 1, Tone.WARN, about=where)


def _fact(card: Card, label: str, column: str) -> ModelFact:
    text = card.line(column)
    where = str(card.path.column(column))
    source = Source(where) if text else None
    return ModelFact(label, text or NOT_STATED, source=source, about=where)
