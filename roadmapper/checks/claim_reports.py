"""Results told in the past or without exception, told apart from how work was done.

Where no figure and no outcome verb stands, tense still tells: "it found", "nobody has".
"""

import re

from roadmapper.checks.claim_clauses import NUMBER

_PRONE = (
    r"took|found|got|gave|made|kept|came|went|became|began|felt|won|lost|spent|knew|ran|stood|"
    r"caught|brought|slept|fought|broke|drove|taught|understood|beat|quit|left|held|saw|stuck"
    r"|slid|"
    r"flew|overcame|withstood|rang|hit|outdid|met|sent|read|heard|wrote|said|told|chose|drew"
)
_PARTICIPLES = (
    r"grown|gone|come|become|made|found|seen|kept|given|taken|won|lost|had|held|shown|gotten|led"
    r"|brought|begun|stood|run|spent|fallen|risen|cut|met|outgrown|overcome|proven|hit|put|written"
)
_PAST = re.compile(
    rf"\b(?:was|were|did(?:n[\u2019']t)?|had(?! to)|(?:has|have) (?:(?:not|never|also|since|all"
    rf"|now"
    rf"|both|already|only|just|\w+ly) )*(?:been|\w+ed|{_PARTICIPLES}))\b"
    rf"|\b(?:{_PRONE}|(?!need|exceed|proceed|speed|embed|indeed|hundred|unused|bed\b|red\b|med\b)"
    r"\w{2,}[^e\W]ed)\b(?!-)",
    re.IGNORECASE,
)
_NOT_FINITE = re.compile(
    r"(?:\b(?:is|are|be|being|get|gets|the|an?|as|of|by|to|if|in|or|for|with|than|on|not|our|its"
    r"|your|each|any|no|once|when|all|every|from|stays?|remains?|keeps?|under|per|this|that|these"
    r"|those|one|two|three|at|his|her|their|only|new|until|over|about|after|before|without|into"
    r"|has|have|will|can|may|must|also|already|most|more|less|well|first|last|unless|,|\u00a7)"
    r"|-|^|and|[(:,\u201c*/])(?: \w+ly)*\s*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:that|which|who|after|before|once|when|where|whether|what|whom|whose|as|if|until"
    r"|because)"
    r"(?: [\w\u2019'-]+){0,2} $",
    re.IGNORECASE,
)
"""A clause beside the main one: "a draft is gone after it was erased"."""
_BASE = re.compile(r"^(?:read|hit|beat|quit)$", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|can|will|may|must|does|do|gets?|goes|takes|keeps|stays?|counts?|needs?"
    r"|comes?|shows?|lists?|names|means|reads|holds|includes?|covers?|describes?|remains?|runs?"
    r"|makes?|gives?|lives?|sits?|stands?|receives?|returns?|follows?|starts?|ends?|works?"
    r"|was|were|had|did|contains?|differs?|serves?|triggers?|uses?|opens?|loses?|helps?|supports?"
    r"|decides?)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:(?:not|never|also|then|first|last|only|all|both|each|once|twice|jointly|since|again|now"
    r"|further|\w+ly) )*(?:(?:re-?)?train|releas|updat|approv|adopt|publish|sign(?:ed)?\b|collect"
    r"|gather|draw|drew|exclud|includ|set\b|label|annotat|develop|built|build|creat|design|written"
    r"|wrote|review|revis|select|chos|pick|named?\b|meet|visit|interview|spoke|asked\b|listen"
    r"|heard|learn|propos|agree|discuss|decid|present|prepar|draft|join|founded|hired|appoint"
    r"|elect|launch|open|install|deploy|configur|migrat|acquir|licens|certif|cleared|audit|test"
    r"|assign|record|stor|logg|sent\b|deliver(?:ed)? (?:by|in|on|to|as|with)|start|began\b|begun"
    r"|issu|filed\b|submit|appl(?:ied|y)|request|defin|shared\b|told|said|stated\b|plan|schedul"
    r"|expect|intend|assum|calculat|comput|deriv|extract|split|weight|weigh|combin|compar|obtain"
    r"|sampl|enroll|randomi|recruit|followed|consist|contain|compris|compil|(?:taken|came|drawn)"
    r" from|contribut|host|fund|paid|pay\b|bought|invit|consult|involv|served? (?:as|on)|acted as"
    r"|worked (?:as|at|for|with)|held (?:in|on|at|by|back|out|every|from)|led by|led the|mapp"
    r"|froze|retir|gave \$|gave (?:an?|their)|dropped from|renovat|facilitat|relocat|rebuilt"
    r"|chair|convened|attend|withdr"
    r"|withdrawn|replac|consider|reject|rewritten|restored (?:a"
    r"|the|from)"
    r"|rehears|kept (?:as|in|by|apart|out|for|at|on)|studied|stud(?:y|ies)|not part|scored"
    r"|measured (?:by|in|on|at|with|as|for|only|the|until)|read (?:by|from|all|the|on)|added?\b"
    r"|removed (?:from|by)|left (?:out|the next)|put (?:in|on|to)|brought (?:to|in by)|met (?:with"
    r"|you|your|on|in|at|for|the (?:team|council|board|unit))|gave (?:us|a talk|their)"
    r"|took (?:part"
    r"|place|over)|made (?:by|up|from|of|in)|ran (?:from|on)|went (?:live|to|through|into|on)"
    r"|reported (?:to|by|in|as)|counted|verified|checked|answered|raised (?:by|a|the|in)|merged"
    r"|moved (?:to|into)|scored|wanted|reached out|offered|valid|evaluat|assess|tried|tested"
    r"|done\b"
    r"|seen\b|used\b|part of|for (?:you|your)|among\b|to (?:be|check|learn|see)\b|born|elected)",
    re.IGNORECASE,
)
"""How things were set up, studied and agreed: a story, not a result."""
_SET_UP = re.compile(
    r"^(?:excluded|included|left out) (?:were|was|are)\b|"
    r"\b(?:reference (?:standards?|tests?)|ground truth|cohorts?|population|setting|study period"
    r"|data(?: ?sets?)?"
    r"|samples?|labels?|training (?:set|data)|test set|development|thresholds?|versions?|models?"
    r"|inputs?"
    r"|cutoffs?"
    r"|definitions?|endpoints?|outcome measured?|comparator|control group|sites studied|decision"
    r"|meeting|budget|contract|agreement|strategy|plan|charter|question|interviews?|readers"
    r"|annotators?) (?:was|were|had|came|held|took|ran|cover\w*|spann\w+)\b",
    re.IGNORECASE,
)
_WITHOUT_EXCEPTION = re.compile(
    r"\b(?:never|nobody|no one|none|nothing|not once|not one|not a single)\b(?! (?:is|are|of it"
    r"|may|can|will|in|that|needs?)\b)"
    r"(?:(?! (?:is|are|may|can|will)\b)[^.;])*?\b(?:has|have"
    r"|had|was|were|did|went|came|fell|falls?|drops?|exceeds?|stalls?|fail(?:s|ed)?|complain\w*"
    r"|regret\w*|los(?:t|es?)|miss(?:es|ed)|break(?:s)?|broke|goes|slips?|wait(?:s|ed)?|asked"
    r"|left|wants?|wanted|stopped|dropped|failed|slipped|returned|escaped|noticed|objected|opted"
    r"|resigned|guess(?:es)?|hallucinates?|forgets?|tires?|crash(?:es)?|lags?|overlooks?"
    r"|lies)\b(?! (?:measured|tested|studied|tried))|\b(?:has|have|had) (?:never|not once"
    r"|yet to)\b"
    r"|\b(?:nothing|nobody|no one|none)\b[^.;]*\bever\b"
    r"|\bno (?!(?:\w+ )?(?:validation|study|studies|tests?|evidence|data)\b)(?:(?!(?:is|are|may"
    r"|can|will|be|must)\b)[\w-]+ ){1,5}?(?:was|were|has|have|had|went"
    r"|occurred|happened|left|\w{3,}ed)\b"
    r"|\b(?:found|saw|showed|shows|show|reported|caused|with|without|had|has|have|observed"
    r"|detected|needed)"
    r" no (?:[\w-]+ ){0,3}(?:known \w+|open \w+|reported \w+|issues?|rises?|deterioration"
    r"|regressions?|drift|reports?|effects?"
    r"|differences?|bias|harm|errors?|loss|downtime|outages?"
    r"|findings?|deaths?|injur\w+|complaints?|breach\w*|change|decline|drop|increase|degradation"
    r"|adverse \w+|incidents?|interruptions?|signs?|disparit\w+|gaps?|overtime|vulnerabilit\w+)\b"
    r"|\b(?:every single|each and every|100%|always|without exception|in every case|all but"
    r"|nearly (?:all|every|always)|almost (?:all|every|always|never|none|no)|virtually (?:all"
    r"|every"
    r"|no|always|never)|practically (?:all|every|no))\b (?!be\b|ask|the right)\w+",
    re.IGNORECASE,
)
_CUSTOMARY = re.compile(
    rf"\bused to\b(?! (?:train|test|calculate|compute|set|define|measure|show|make|create|build"
    rf"|identify|develop|estimate|support|inform|score|rank|route|send|store|select|draft)\b)"
    rf"|\b(?:{NUMBER}|an?|one) (?:[\w-]+ )?[\w-]+,? (?:instead of|rather than|versus|vs\.?|not"
    rf"|down from|up from|compared (?:with|to)|against) (?:about |the )?(?:{NUMBER}|an?|one"
    rf"|usual)\b"
    r"|\b(?:seconds|minutes|hours|days|weeks|months),? (?:instead of|rather than|not|versus)\b"
    r"|\b(?:finally|no longer|at last|any ?more)\b(?! (?:than|available|needed|supported|valid))"
    r"|\b(?:now|again)[.!]?$|\b(?:in|at|on) (?:each|every one|all) of (?:the |our |its )?\w+"
    r"|\b(?:has|have|had)\b[^,;]*\bsince\b|\b(?:the first|every) time[.!]?$"
    rf"|\b(?:in|takes?|within) (?:well |just )?(?:under|less than) (?:{NUMBER}|an?"
    rf"|one) (?:seconds?"
    r"|minutes?|hours?|days?|weeks?)\b|\bstill (?:using|us(?:e|es)|live|going strong|works?)\b"
    r"|\b(?:has|have) not (?:had|seen|lost|missed|needed|used|paid|closed)\b|\bnow (?!and\b|on\b"
    r"|that\b|or\b)\w+|\bfor the (?:first|second|third|\w+th) (?:time|straight"
    r"|quarter|year)\b|\byear (?:on|over) year\b|\ba year (?:earlier|before"
    r"|ago)\b|\bpreviously\b|\bever since\b"
    r"|\bsince (?:go-live|launch|adoption|then|rollout|the (?:launch|rollout|change|switch)|we"
    r"|switching|adopting|installing|installation|introduc\w+|20\d\d)\b",
    re.IGNORECASE,
)
_AUXILIARY = frozenset({"was", "were", "did", "didn't", "didn\u2019t", "had", "been"})
_OURS_DONE = re.compile(
    r"^(?:we|i|our (?:team|staff|engineers?|founders?|people))\b", re.IGNORECASE
)


def reports(clause: str) -> bool:
    """Return whether a clause tells what came of something, not how it was set up."""
    if _CUSTOMARY.search(clause):
        return True
    if _SET_UP.search(clause) or _OURS_DONE.search(clause):
        return False
    is_present = bool(_PRESENT.search(clause))
    return any(_is_result(clause, one, is_present) for one in _PAST.finditer(clause))


def _is_result(clause: str, verb: re.Match[str], is_present: bool) -> bool:
    """Return whether a verb in the past tense is that of the sentence, and of no mere procedure."""
    word = verb[0].lower()
    if _BESIDE.search(clause[: verb.start()]):
        return False
    has_auxiliary = word.startswith(("was", "were", "did", "had", "has ", "have "))
    if has_auxiliary:
        last = word.rpartition(" ")[2]
        behind = clause[verb.end() :].lstrip()
        return not _DONE.match(behind if last in _AUXILIARY else f"{last} {behind}")
    if _NOT_FINITE.search(clause[: verb.start()]) or is_present or _BASE.match(word):
        return False
    return not _DONE.match(word + clause[verb.end() :])


def excepts_nothing(clause: str) -> bool:
    """Return whether a clause says never, nobody or always of what happens."""
    return bool(_WITHOUT_EXCEPTION.search(clause))
