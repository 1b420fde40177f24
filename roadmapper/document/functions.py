"""Blocks that need more than a rule, by the name a template calls them with."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from roadmapper.document import deal_blocks, formats
from roadmapper.document.blocks import Maker
from roadmapper.document.card_annex import cards
from roadmapper.document.charts import sentiment, value_chart
from roadmapper.document.evidence import assumptions, sources
from roadmapper.document.matrix import criteria, matrix_place
from roadmapper.document.models import models
from roadmapper.document.own_questions import questions_place
from roadmapper.document.priorities import priorities
from roadmapper.document.readers import hardest_place, readers_place
from roadmapper.document.register import register
from roadmapper.document.roadmap import timeline
from roadmapper.document.rows import Rows
from roadmapper.document.terms import term_sheet
from roadmapper.document.tree import Block, Step, Steps, Tier, Tiers
from roadmapper.document.wording import Scope
from roadmapper.document.worked import worked
from roadmapper.template.model import BlockRule


def tiers(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the tiers of training, with the hours they take in all."""
    del rule
    rows = Rows("workforce.training", scope)
    items = tuple(_tier(rows, row) for row in rows.ids if rows.text(row, "tier"))
    hours = scope.facts.figures.get("workforce.training_hours")
    total = f"{formats.plain_number(hours.value)} hours away from care in total" if hours else ""
    if items:
        yield Tiers(items, (total,) if total else ())


def _tier(rows: Rows, row: str) -> Tier:
    people, when = rows.text(row, "people"), rows.text(row, "when")
    told = "content" if rows.text(row, "content") else "mode"
    facts = ((f"{people} people" if people else "", None), (when, rows.source(row, "when")))
    shown = tuple((fact, source) for fact, source in facts if fact)
    return Tier(
        name=rows.text(row, "tier"),
        who=rows.text(row, "roles"),
        detail=rows.text(row, told),
        amount=_time(rows.number(row, "hours")),
        facts=tuple(fact for fact, _ in shown),
        detail_source=rows.source(row, told),
        sources=tuple(source for _, source in shown),
    )


def _time(hours: Decimal | None) -> str:
    if hours is None:
        return ""
    if hours < 1:
        return f"{formats.plain_number(formats.rounded(hours * 60, Decimal(1)))} min"
    return f"{formats.plain_number(hours)} {'hour' if hours == 1 else 'hours'}"


def ask(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the decisions we ask for as steps: the decision, who makes it, by when."""
    del rule
    rows = Rows("review.asks", scope)
    steps = []
    for row in rows.ids:
        who, by = rows.text(row, "who"), rows.text(row, "by")
        detail = ", ".join(one for one in (who, f"by {by}" if by else "") if one)
        if rows.text(row, "decision"):
            steps.append(Step(rows.text(row, "decision"), detail))
    if steps:
        yield Steps(tuple(steps))


FUNCTIONS: Mapping[str, Maker] = {
    "models": models,
    "cards": cards,
    "criteria": criteria,
    "timeline": timeline,
    "value_chart": value_chart,
    "tiers": tiers,
    "sentiment": sentiment,
    "sources": sources,
    "assumptions": assumptions,
    "ask": ask,
    "matrix": matrix_place,
    "priorities": priorities,
    "readers": readers_place,
    "hardest": hardest_place,
    "over_time": deal_blocks.over_time,
    "spread": deal_blocks.spread_chart,
    "who_bears": deal_blocks.who_bears,
    "tornado": deal_blocks.tornado,
    "tornado_table": deal_blocks.tornado_table,
    "waterfall": deal_blocks.waterfall,
    "not_added": deal_blocks.not_added,
    "scenarios": deal_blocks.scenarios,
    "outcomes": deal_blocks.outcomes,
    "both_sides": deal_blocks.both_sides,
    "term_sheet": term_sheet,
    "register": register,
    "worked": worked,
    "their_questions": questions_place,
}
