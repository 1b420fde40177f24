"""What it takes of people: hours of training, of cover and of the system's own staff."""

from roadmapper.figures import money
from roadmapper.figures.reading import Amount, Answered, added, rows

_TIERS = "workforce.training"


def sum_of(answers: Answered, path: str, *columns: str) -> Amount | None:
    """Return the sum over all rows of these columns' product, None if a row is half filled."""
    found = []
    for row in rows(answers, path):
        if not row.has_any(*columns):
            continue
        factors = row.numbers(*columns)
        if factors is None:
            return None
        found.append(Amount(money.product(factors), row.inputs(*columns)))
    return added(found)


def training_hours(answers: Answered) -> Amount | None:
    """Return the hours away from care of everybody together, in whole hours."""
    exact = sum_of(answers, _TIERS, "people", "hours")
    return None if exact is None else Amount(money.whole(exact.value), exact.inputs)


def training_people(answers: Answered) -> Amount | None:
    """Return the people in the widest tier; the other tiers are taken from among them."""
    tiers = [
        Amount(people, row.inputs("people"))
        for row in rows(answers, _TIERS)
        if (people := row.number("people")) is not None
    ]
    return max(tiers, key=lambda tier: tier.value, default=None)
