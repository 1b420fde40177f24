"""Outcome verbs: what changes for the better or the worse, told apart from plans and duties."""

import re

from roadmapper.checks.claim_praise import HELPED
from roadmapper.checks.claim_verbs import PHRASE, VERB

_LICENSED = re.compile(
    r"\b(?:help\w*|enabl\w*|allow\w*|lets?|proven|shown|able|abilit\w+|power|works?|designed"
    r"|built|known"
    r"|demonstrated|found|continu\w+|beg[aiu]n\w*|used|managed|created|engineered|it takes|need"
    r"|promis\w+|will|guarante\w+|sure|freed?|free|time|made)\b(?: [\w-]+){0,5} to(?: \w+ly)? $",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bto(?: \w+ly)? $", re.IGNORECASE)
_DENIED = re.compile(
    r"(?:\b(?:not|never|no longer|cannot|nor|no|nothing|neither|nobody|without|none)|n[\u2019']t)"
    r"(?: [\w-]+){0,3} $",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(
    r"\b(?:quality|process|performance|practice|continuous|the|a|an|any|each|every|this|planned"
    r"|code"
    r"|proposed|his|her|said|short|power|paper|text|link|budget|tax|pay|cost|rate|fee|price"
    r"|threshold"
    r"|dose|volume|spring and|in|by|next|last|late|early|scribe|service|agreed|permitted|staff"
    r"|patient) $",
    re.IGNORECASE,
)
_KEEPS = re.compile(r" (?:as|to|every|each|when|automatically|itself)\b", re.IGNORECASE)
"""A form that saves is kept."""
_AS_VERB = re.compile(r" (?:with|as|among|during|when|by|sharply|slightly)\b", re.IGNORECASE)
_IS_NOUN = re.compile(
    r"^(?:cuts?|drops?|falls?|rises?|raises?|lifts?|increases?|decreases?|declines?|jumps?|dips?"
    r"|climbs?|surges?|advances?|narrow|double|doubles|lower|reverse|boosts?|saving|rising"
    r"|falling)$",
    re.IGNORECASE,
)
_OTHER_OBJECT = re.compile(
    r"^ from the (?:data|analysis|set|sample|list|cohort|study)\b|"
    r"^ (?:the |a |an |its |our |your |each |every |all |any |it |them |that |this |one |his "
    r"|her )?"
    r"(?:[\w-]+ ){0,2}?(?:fees?|price|credit|cap|collar|threshold|limit|ceiling|floor|flag|ticket"
    r"|alarm"
    r"|question|concern|objection|issue|hand|volume|score shown|dose|settings?|file|draft"
    r"|notes? (?:to|in"
    r"|as|before)|changes?|copy|record|audio|transcript|template|weights?|band|scope|answer"
    r"|version|form|page|screen|discount|deadline|term|pause|switch"
    r"|backup|connection|settlement|payment|deductible|logs?|environment"
    r"|contract(?! (?:nurs|labor|staff))|agreement)\b",
    re.IGNORECASE,
)
_BENT = re.compile(
    r"^(?:raise|raises|raised|raising|lower|lowers|lowered|lowering|lift|lifts|lifted|save|saves"
    r"|saved"
    r"|saving|restore|restores|restored|restoring|drop|drops|dropped|reverse|reverses|reversed"
    r"|advance"
    r"|advances|advanced|cut|cuts|cutting|reduce|reduces|reduced|increase|increases|increased"
    r"|narrow"
    r"|narrows|narrowed|avoid|avoids|avoided|slow|slows|slowed|unlock|unlocks|unlocked|reclaim"
    r"|shorten"
    r"|shortens|shortened|lengthen|lengthens|lengthened|double|doubles|doubled|halve|halves|halved"
    r"|trim|trims|trimmed|simplify|simplifies|simplified|strengthen|strengthened|improve|improves"
    r"|improved|disappears?|vanish(?:es)?|prevents?|eliminates?)$",
    re.IGNORECASE,
)
"""Verbs that are said of files, alarms and fees as well."""
_UNDER = re.compile(
    r"\b(?:drafts?|notes?|changes|entries|work|forms?|answers|files?|records?|views?"
    r"|filters?"
    r"|searches)"
    r" (?:is|are|was|were)(?: \w+ly)? $|"
    r"\b(?:systems?|service|version|questions?|concerns?|issues?|settings?|data|backups?) (?:is"
    r"|are|was|were"
    r"|be|been|being)(?: \w+ly)? $|\b(?:fees?|price|credit|threshold|limit|ceiling|link"
    r"|connection|feed|network|session|file|audio|draft"
    r"|cap|rate of pay|interface|holdback|sound|recording|flags?|tickets?)"
    r"(?: (?:is|are|was|were|be|been|being|\w+ly))* $",
    re.IGNORECASE,
)
_RULE_SUBJECT = re.compile(
    r"\b(?:committee|council|board|panel|sponsor|either (?:side|party)|both sides|users?|manager"
    r"|person"
    r"|whoever|anyone|lead|unit) (?:then |also |jointly |therefore )?$",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(r"^(?:please |then |always |also )?$", re.IGNORECASE)


_TRIGGERED = re.compile(
    r"\b(?:triggers?|prompts?|calls for|requires?|starts?|opens?|leads to|sets off) (?:an? |the )?"
    r"(?:\w+ )?(?:review|pause|alarm|alert|call|ticket|check|stop|audit|meeting|escalation"
    r"|notice)\b",
    re.IGNORECASE,
)
"""What is done when something changes: a rule, not a change."""


def has_outcome(clause: str) -> bool:
    """Return whether a clause says that something gets better, less, more, faster."""
    if _TRIGGERED.search(clause):
        return False
    return any(_counts(clause, one) for one in VERB.finditer(clause)) or any(
        not _denied(clause, one) for pattern in (PHRASE, HELPED) for one in pattern.finditer(clause)
    )


def _counts(clause: str, verb: re.Match[str]) -> bool:
    before, after, word = clause[: verb.start()], clause[verb.end() :], verb[0]
    if _denied(clause, verb) or (_BEFORE.search(before) and not _LICENSED.search(before)):
        return False
    is_verb = word[-1:] == "s" and _AS_VERB.match(after)
    if _IS_NOUN.match(word) and not is_verb and (_NOUN_BEFORE.search(before) or after[:1] == "-"):
        return False
    if _BENT.match(word) and (_OTHER_OBJECT.search(after) or _UNDER.search(before)):
        return False
    if word.lower() in ("save", "saves") and _KEEPS.match(after):
        return False
    is_base = not re.search(r"(?:s|ed|ing)$", word) and word.lower() not in _PAST
    if is_base and _IMPERATIVE.match(before):
        return False
    is_past = word.lower() in _PAST or word.lower().endswith("ed")
    return is_past or word.lower() in _SAVES or not _RULE_SUBJECT.search(before)


_SAVES = frozenset({"saves", "eases"})
_PAST = frozenset({"fell", "rose", "grew", "shrank", "sank", "drove", "cut", "fallen", "won back"})


def _denied(clause: str, found: re.Match[str]) -> bool:
    return bool(_DENIED.search(clause[: found.start()]))
