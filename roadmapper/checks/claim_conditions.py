"""Says whether a benefit names its condition: where it was seen, with whom, or when."""

import re

from roadmapper.checks.claim_clauses import NUMBER

_PLACE = (
    r"(?:units?|wards?|clinics?|hospitals?|sites?|practices?|departments?|offices?|homes?|systems?"
    r"|centers?|settings?|care|states?|regions?|floors?|rooms?|customers?|campus\w*|stud(?:y|ies)"
    r"|trials?|cohorts?|tests?|samples?|pilots?|evaluations?|validations?|subgroups?|groups?"
    r"|visits?|encounters?|stays?|admissions?|specialt\w+|surgery|oncology|pediatrics|medicine"
    r"|radiology|cardiology|imaging|service lines?|queue|inbox|market)"
)
_TIME = (
    r"(?:months?|weeks?|days?|years?|quarters?|shifts?|nights?|evenings?|mornings?|weekends?"
    r"|seasons?|hours|go-live|rollout|roll-out|launch|adoption|training|use|deployment|surgery"
    r"|discharge|admission|implementation|switch\w*|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|\u00a7|(?:19|20)\d{2}|then|before)"
)
_WHERE = (
    rf"\b(?:in|at|on|across|within|inside|throughout|outside|from|of)"
    rf" (?:[\w\u2019'-]+ ){{0,4}}?{_PLACE}"
    r"\b|\b(?:at|in|across) (?-i:[A-Z])\w+"
)
_WHOM = (
    r"\b(?:clinicians?|physicians?|doctors?|nurses?|users?|customers?|patients?|practitioners?"
    r"|pharmacists?|therapists?|radiologists?|members|adults|children|women|men|staff|people"
    r"|residents|assistants|schedulers"
    r"|coders|surgeons|hospitalists|managers|readers|volunteers|adopters|participants|sites"
    r"|hospitals|units"
    r"|you|your [\w-]+)\b"
)
_WHEN = (
    rf"\b(?:after|during|within|since|before|over|until|by|in|through|on|at|per|each|every"
    rf"|an?) (?:(?:the|a|an|its|their|our|your|first|second|third|last|next|about|{NUMBER}) )*"
    rf"(?:[\w-]+ )?{_TIME}\b|\b(?:once|when|whenever|where|if|while|until|as long as|only)\b \w"
    r"|\b(?:there|here)\b"
)
_CONDITION = re.compile(f"{_WHERE}|{_WHOM}|{_WHEN}", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:weaker|worse|missed|misses|less accurate|less reliable|slower|more often wrong"
    r"|fewer than|fails?|errors? (?:rose|rise)|harder|lost|lose[sd]?|omissions?|too \w+|false)\b",
    re.IGNORECASE,
)


def has_condition(sentence: str) -> bool:
    """Return whether a sentence says where, with whom or when."""
    return bool(_CONDITION.search(sentence))


def is_limit(sentence: str) -> bool:
    """Return whether what changes or compares is to our disadvantage, so that it is no benefit."""
    return bool(_LIMIT.search(sentence))
