"""What is said in several places: the part at risk, the term, availability, notice, counts."""

import re

from roadmapper.checks.said import N
from roadmapper.checks.topic import (
    ELSEWHERE,
    LEAVE,
    Topic,
    all_of,
    answer,
    at_risk,
    availability,
    cells,
    count,
    hours_asked,
    in_scope,
    of_the_fee,
    our_share,
    patterns,
    people,
    retention,
    sites,
    sized,
    term,
)

_PERCENT = r"\s?(?:%|percent\b|per cent\b)"
_OTHERS = ELSEWHERE | {"transparency.models"}
"""A model card counts where the model was made."""

_LABOR = re.compile(r"\b(?:union\w*|represent\w*|labor|bargaining)\b", re.IGNORECASE)
_FEE = re.compile(r"\b(?:fees?|prices?|subscription|escalat\w*)\b", re.IGNORECASE)
_PART = r"(half|third|quarter|fifth|tenth)"
_WAITS = r"(?:depends?|waits?|hinges?|rests?|is tied|stays with you)\b"

TOPICS = (
    Topic(
        "at-risk",
        "",
        patterns(
            rf"{N}{_PERCENT}[^.;%]{{0,60}}\bat (?:risk|stake)\b",
            rf"\bat (?:risk|stake)\b[^.;%\d]{{0,30}}{N}{_PERCENT}",
            rf"\ba {_PART} of (?:the|our|your|its|each)[^.;%]{{0,40}}\bat (?:risk|stake)\b",
            rf"{N}{_PERCENT} of (?:the|our|your|that|its|each)(?: [a-z’-]+){{0,2}} fees?\b"
            rf"[^.;%]{{0,30}}\b{_WAITS}",
            rf"\bfees?\b[^.;%\d]{{0,20}}{N}{_PERCENT}[^.;%]{{0,20}}\b{_WAITS}",
            rf"{N}{_PERCENT} of it\b(?:[^.;%{{]|\{{[^}}]*\}}){{0,60}}\b{_WAITS}",
        ),
        "{n}% is at risk",
        at_risk,
        "in the pricing",
    ),
    Topic(
        "of-the-fee",
        "fee",
        patterns(
            rf"{N}{_PERCENT} of (?:the|our|your|that|its|each|a)(?: [a-z’-]+){{0,2}} fees?\b"
            r"(?! (?:at|is at) risk)",
        ),
        "{n}% of the fee",
        of_the_fee,
        "in the pricing",
    ),
    Topic(
        "term",
        "",
        patterns(
            rf"{N}[- ](?:years?|months?)[- ](?:term|contract|agreement|partnership|subscription)\b",
            rf"\b(?:term|contract|agreement|partnership) (?:of|is|runs|lasts|running|lasting)"
            rf"(?: for| over)? {N} (?:years?|months?)\b",
            rf"\b(?:contract|agreement|term)\b[^.;\d]{{0,12}}\bfor {N} years?\b",
        ),
        "the term is {n}",
        term,
        "in step 1",
        not_in=ELSEWHERE | {"system.tools_replaced", "system.union"},
    ),
    Topic(
        "availability",
        "",
        patterns(
            rf"(9[5-9](?:\.\d+)?){_PERCENT} (?:monthly |yearly )?(?:uptime|availab\w+|of the time)",
            rf"\b(?:uptime|availab\w+)\b(?! of (?:the|your) (?:old|current|last)\b)"
            rf"[^.;%\d]{{0,40}}(9[5-9](?:\.\d+)?){_PERCENT}",
        ),
        "{n}% availability",
        availability,
        "in the continuity targets",
    ),
    Topic(
        "escalator",
        "",
        patterns(
            rf"{N}{_PERCENT}(?: more| higher)? (?:each|a|per|every) year\b",
            rf"\b(?:escalat\w*|increases?|rises?|grows?)\b[^.;%\d]{{0,30}}{N}{_PERCENT}"
            r" (?:each|a|per|every) year\b",
        ),
        "the fee rises by {n}% a year",
        cells("pricing.base_fee", "escalator"),
        "in the base fee",
        near=_FEE,
        not_in=ELSEWHERE | {"pricing.adjusters"},
    ),
    Topic(
        "our-share",
        "",
        patterns(
            rf"{N}{_PERCENT} of (?:the |your |all |any |these |verified |shared |what is )*sav\w+"
        ),
        "our share is {n}%",
        our_share,
        "in the gain share",
    ),
    Topic(
        "discount",
        "discount",
        patterns(
            rf"\bdiscount(?:ed|ing)?(?: rate)?\b[^.;%\d]{{0,20}}{N}{_PERCENT}",
            rf"{N}{_PERCENT} discount rate",
        ),
        "the discount rate is {n}%",
        answer("value.discount_rate"),
        "under value",
    ),
    Topic(
        "offline",
        "hours",
        patterns(
            rf"{N} hours (?:without (?:us|our|the|a)\b|offline|disconnected)",
            rf"\b(?:offline|without us|disconnected)\b[^.;\d]{{0,30}}\b{N} hours\b",
        ),
        "it works {n} hours without us",
        answer("continuity.offline_hours"),
        "under continuity",
        not_in=ELSEWHERE | {"continuity.offline_measured"},
    ),
    Topic(
        "switched-off",
        "minutes",
        patterns(
            r"\b(?:off|stops?|hidden|hides?|halts?|paused?|withdrawn?)\b[^.;]{0,40}"
            rf"\b(?:within|in) {N} minutes\b"
        ),
        "it is off within {n} minutes",
        cells("transparency.kill_switch", "minutes"),
        "where the off switch stands",
        not_in=ELSEWHERE | {"workforce.metrics"},
    ),
    Topic(
        "labor-notice",
        "notice",
        patterns(
            rf"{N} days(?:’|'| of)?(?: written)? notice", rf"\bnotice\b[^.;\d]{{0,60}}\b{N} days\b"
        ),
        "notice to represented staff is {n} days",
        cells("system.union", "notice_days"),
        "in their agreement",
        near=_LABOR,
    ),
    Topic(
        "leave-notice",
        "notice",
        patterns(rf"{N} days(?:’|'| of)?(?: written| advance)* notice"),
        "leaving takes {n} days of notice",
        near=LEAVE,
    ),
    Topic(
        "model-notice",
        "new model",
        patterns(
            rf"\bnew model\b[^.;,\d]{{0,25}}\b{N} days (?:ahead|before|in advance|of notice)",
            rf"\b{N} days (?:ahead|notice )?(?:of|for|before) (?:a|each|every|any) new model\b",
        ),
        "a new model is announced {n} days ahead",
    ),
    Topic(
        "sound-kept",
        "",
        patterns(
            r"\b(?:audio|sound|recordings?)\b[^.;,]{0,25}\b(?:deleted|erased|kept|destroyed|held)\b"
            rf"[^.;,\d]{{0,12}}\b{N} days\b"
        ),
        "recordings are kept {n} days",
        retention("sound|audio|recording"),
        "in the data table",
    ),
    Topic(
        "hospitals",
        "hospitals",
        all_of("hospitals"),
        "{n} hospitals",
        sized("hospital"),
        "where their size stands",
        not_in=_OTHERS,
    ),
    Topic(
        "sites",
        "sites",
        all_of("sites"),
        "{n} sites",
        sites("sit"),
        "where their size stands",
        not_in=_OTHERS,
    ),
    Topic(
        "units",
        "units",
        all_of("units"),
        "{n} units",
        sites("unit"),
        "where their size stands",
        not_in=_OTHERS,
    ),
    Topic(
        "beds",
        "beds",
        all_of("beds"),
        "{n} beds",
        sized("bed"),
        "where their size stands",
        not_in=_OTHERS,
    ),
    Topic(
        "clinicians",
        "",
        patterns(
            in_scope("(?:clinicians|physicians|users)"),
            rf"\b(?:your|their|trains?|trained) {N} (?:clinicians|physicians)\b",
            rf"\b(?:all|for) {N} (?:seats|licenses|licensed users)\b",
        ),
        "{n} of those who use it",
        people("clinician", "physician", "seat", "us"),
        "where their size and users stand",
        not_in=_OTHERS,
    ),
    Topic(
        "nurses",
        "nurses",
        all_of("(?:registered )?nurses"),
        "{n} nurses",
        people("nurs"),
        "where their size and groups stand",
        not_in=_OTHERS,
    ),
    Topic(
        "first-users",
        "first",
        patterns(
            rf"\bfirst {N} (?:users|nurses|clinicians|physicians)\b",
            rf"\b{N} first users\b",
        ),
        "{n} first users",
        cells("deploy.waves", "users"),
        "in the rollout",
    ),
    Topic(
        "nurse-seats",
        " of ",
        patterns(rf"\b{N} of (?:the )?{N} (?:seats|votes)\b"),
        "nurses have {n} seats",
        cells("workforce.nurse_voice", "bedside_nurses"),
        "where their voice stands",
        near=re.compile(r"\bnurs", re.IGNORECASE),
    ),
    Topic(
        "hours-asked",
        "hours of your",
        patterns(rf"\b(?:asks?|needs?|takes?|costs?) (?:for )?{N} hours of your people\b"),
        "we ask {n} hours",
        hours_asked,
        "in the work we ask",
    ),
    Topic(
        "waves",
        "waves",
        patterns(rf"\b(?:all|in|the|are|over|plan|has|have) {N} waves\b"),
        "{n} waves",
        count("deploy.waves"),
        "in the rollout",
    ),
    Topic(
        "gates",
        "gates",
        patterns(rf"\b(?:all|the|our|are|has|have) {N} gates\b"),
        "{n} gates",
        count("deploy.gates"),
        "in the list of gates",
    ),
    Topic(
        "tiers",
        "tiers",
        patterns(rf"\b(?:all|in|the|our) {N} tiers\b"),
        "{n} tiers of training",
        count("workforce.training"),
        "in the training plan",
        near=re.compile(r"\btrain", re.IGNORECASE),
    ),
)
