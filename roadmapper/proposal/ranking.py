"""What the system ranks highest: its criteria by weight, and the chapters that answer them."""

from decimal import Decimal

from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import number
from roadmapper.template.model import Criterion, Template


def ranked_criteria(template: Template, answers: Answers) -> tuple[Criterion, ...]:
    """Return the criteria, those that weigh most first; those of one weight as in the template."""
    return tuple(sorted(template.criteria, key=lambda one: -_weight(one.id, template, answers)))


def ranked_chapters(template: Template, answers: Answers) -> tuple[str, ...]:
    """Return the ids of all chapters, those first among the ranked that answer what weighs most.

    Every other chapter keeps its place.
    """
    weights = {one.id: _weight(one.id, template, answers) for one in template.criteria}
    movable = [one for one in template.chapters if one.id in template.ranking.chapters]
    heaviest = {
        rule.id: max((weights[one] for one in rule.criteria), default=Decimal(0))
        for rule in movable
    }
    moved = iter(sorted(heaviest, key=lambda key: -heaviest[key]))
    return tuple(next(moved) if rule.id in heaviest else rule.id for rule in template.chapters)


def _weight(criterion: str, template: Template, answers: Answers) -> Decimal:
    path = template.ranking.weights
    given = answers.value(f"{path}[{criterion.lower()}].weight") if path else None
    return number(given) or Decimal(0) if isinstance(given, str) else Decimal(0)
