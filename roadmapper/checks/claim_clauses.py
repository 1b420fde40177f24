"""Takes a sentence apart for the reader of claims: what is a label, a condition, a mark, a rule.

Everything here is grammar of English: which words govern which. What claims is in `claim_words`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety)(?:-\w+)?|(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten) (?:hundred|thousand|million)|dozens|hundreds|thousands|an? (?:dozen|hundred|thousand))"
)
_PART = (
    r"(?:sections?|chapters?|appendix|annex|pages?|tables?|steps?|waves?|phases?|stages?|gates?"
    r"|tiers?|levels?|milestones?|articles?|clauses?|exhibits?|schedules?|items?|types?|class"
    r"|parts?|lines?|grades?|questions?|criteri(?:on|a)|options?|modules?|versions?|releases?"
    r"|weeks?"
    r"|days?|months?|years?|rooms?|floors?|units?|cycles?|sprints?|drafts?|quarters?|ports?"
    r"|extensions?|forms?|suite|box|windows|ios|android|port)"
)
_LABELS = (
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}})?\b|\b\d{{1,2}} {_MONTH}(?: \d{{4}})?\b",
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    r"\b\d{1,2}(?::\d{2})? ?[ap]\.?m\b\.?|\b\d{1,2}:\d{2}\b|\b24/7\b|\bat (?:noon|midnight)\b",
    r"\b(?:19|20)\d{2}(?:[-/\u2013](?:19|20)?\d{2})?\b|\bq[1-4]\b|\bfy ?\d{2,4}\b",
    r"\b\d+\.\d+\.\d+(?:\.\d+)*\b|\bv\.? ?\d+(?:\.\d+)*\b",
    (
        rf"\b{_PART} (?:\d+(?:\.\d+)*[a-z]?|[ivx]+)(?:(?:,| and| to| or|\u2013"
        rf"|-) ?\d+(?:\.\d+)*)*\b(?! ?%)"
    ),
    (
        r"\b(?:covid-19|oauth 2(?:\.0)?|hl7|fhir r?\d|icd-\d+|type \d|part \d+|title \d+|snomed"
        r"|loinc)\b"
    ),
    (
        r"\b(?:(?:adults?|children|patients?|people|those|anyone|women|men|subgroup|babies"
        r"|infants)"
        r" (?:of |over |under |above |below |aged? )+|aged? (?:over |under )?)\d{1,3}"
        r"(?: (?:to|and|through|or) (?:\d{1,3}|over|older|above|under|younger))?\b"
    ),
    (
        r"\b\d{1,2} (?-i:North|South|East|West|Main|Tower)\b|\b510\(k\)|\bnumber [a-z]*\d+\b"
        r"|\b(?:no"
        r"|nr)\. ?\d+\b|§ ?\d+"
    ),
    (
        r"\b(?:between|from) \d+ (?:and|to) \d+\b(?! (?:%|percent|minutes|hours|days|points"
        r"|patients"
        r"|seconds))"
    ),
    r"\b\d+ (?:years? (?:and|or|of age|old)|and (?:over|older|above))\b",
)
_LABEL = re.compile("|".join(_LABELS), re.IGNORECASE)
_ACRONYM = re.compile(
    r"\b(?!(?:AUC|AUROC|AUPRC|PPV|NPV|NPS|ROI|CI|OR|HR|RR|SD)\b)(?:[A-Z][A-Za-z]*[A-Z]\w*|Type|R)"
    r"[ -]?R?\d[\w.\-]*"
)
_LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,3}[.)])\s+")
_BREAK = re.compile(
    r";\s+|\s+[\u2014\u2013]\s+|,\s+(?=(?:but|while|whereas|although|though|yet|because|since)\b)"
)
_BEFORE = re.compile(
    r"^(?:and |but |only |even )?(?:if|unless|when(?:ever)?|until|as soon as|where(?:ver)?"
    r"|in case|provided|as long as|should|before|although|though)\b[^,:]*(?:,|:)\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:,| only| not)?\s+(?:if|unless|until|as long as|provided|whenever|in case|so long as"
    r"|only (?:when|if|after|once)|when(?! (?:compared|used)))\s.*$",
    re.IGNORECASE,
)
_AIM = (
    r"(?:goals?|aims?|targets?|ambitions?|objectives?|hopes?|wish|intent(?:ion)?s?|assumptions?"
    r"|estimates?|hypothes[ei]s|forecasts?|projections?|expectations?|guess)"
)
_BE = r"(?:is|are|was|were|be|been|being|remains?|stays?)"
_MARKS = (
    (
        rf"\b(?:our|the|this|that|its|an?|joint|shared|one|both|your|their|each)(?: [\w-]+){{0,2}}"
        rf" {_AIM}\b[^,;:]*?\b(?:{_BE}|stands?|means?|calls? for)\b"
    ),
    (
        rf"^(?!(?:the |its |our )?(?:probability|risk|model"
        rf"|score) )(?:[\w-]+ ){{0,3}}{_AIM}(?: [\w-]+){{0,6}}?\s?(?::|\u2013|\u2014"
        r"|\b(?:is|are)\b)"
    ),
    (
        rf"\b(?:{_BE}|as) (?:still |only |just |our |the |an? |your |joint "
        rf"|shared )+(?:[\w-]+ )?{_AIM}\b"
    ),
    r"\b(?:goal|target|aim|ambition|objective|assumption|estimate|projection|forecast) of\b",
    (
        r"\b(?:we|they|both sides|both|you|i|and|together|jointly|sponsors?|board|committee|model"
        r"|case)"
        r"(?: all| both| jointly| together| also| therefore| now| only| first)* (?:aim|hope|intend"
        r"|plan|expect|assume|estimate|want|wish|propose|target|suppose|project|forecast"
        r"|anticipate"
        r"|guess|aspire|seek|strive|want|set out|work toward|are (?:aiming|hoping|planning"
        r"|working toward"
        r"|targeting|expecting|assuming|betting))s?\b"
    ),
    (
        rf"\b{_BE} (?:\w+ly |also |still |therefore )*(?:expected|assumed|estimated|projected"
        rf"|planned"
        r"|intended|hoped|targeted|meant|forecast|anticipated|supposed|believed|thought|likely"
        r"|unlikely|to be)\b"
    ),
    (
        r"\b(?<!that )(?<!which )(?<!who )(?:may|might|could|should)\b|\b(?:perhaps|possibly"
        r"|probably"
        r"|presumably)\b"
    ),
    (
        r"(?<!that )(?<!which )(?<!who )(?<!they )\bwould\b(?![.,;]| (?:otherwise|recommend|miss"
        r"|choose"
        r"|buy|use"
        r"|keep"
        r"|want|not go back))"
    ),
    r"^(?:assuming|suppose|supposing|hopefully|ideally|aiming|hoping|expected|assumed|planned)\b",
    r"\b(?:intends?|hopes?|aims|aspires?|seeks?|strives?) to\b|\bwith the (?:aim|goal|hope) of\b",
    (
        r"(?<!can )\b(?:expects?|assumes?|anticipates?|projects|forecasts|estimates) (?:that|the"
        r"|an?|it|\d)"
    ),
    (
        r"\b(?:not|never) (?:yet )?been (?:shown|proven|demonstrated|tested)\b|\b(?:budget|plan"
        r"|model|forecast|case)"
        r" (?:assumes|expects|counts on|allows for)\b|\b(?:remains? to be|yet to be|not yet"
        r"|to be) (?:shown|seen|measured|proven|tested"
        r"|confirmed)\b"
    ),
    r"\bin (?:the|a|our) (?:cautious|expected|strong|likely|base|best|worst) case\b",
    r"\b(?:goal|aim|assumption|target|purpose|assumed|estimate)\)|\[(?:goal|assumption)\]",
    (
        r"^(?-i:Customer|Vendor|Licensee|Supplier) \w+s\b|\bno (?:\w+ )?(?:study|studies|evidence"
        r"|data"
        r"|trials?|research) (?:has|have|exists?|is|are|on|yet|shows?)\b"
    ),
    (
        r"\b(?:both|all|each|neither) of us (?:\w+ )?(?:hopes?|wants?|expects?|aims?|plans?"
        r"|intends?)\b"
        r"|(?<!-)\b(?:expected|planned|projected|estimated|assumed|targeted|intended|hoped-for)"
        r" (?:[\w-]+ ){1,3}(?:is|are|of)\b|\bopen questions?\b|\bwhether\b(?! or not)|\b(?:plan"
        r"|idea"
        r"|intention) (?:is|was) to\b"
        r"|\b(?:do|does|did|can)"
        r" not (?:yet )?(?:claim|promise|assert|say|expect)\b|\bno claims?\b|\b(?:do"
        r"|does) not (?:yet )?know\b|\b(?:is|are"
        r"|remains?)"
        r" (?:still )?(?:unknown|unclear|untested|unproven)\b|^success (?:is|means)\b|^(?:what|how"
        r"|where|who|why) (?:it|they)\b|\bcounts? as\b"
    ),
    r"\bthe (?:purpose|point|idea|question|test|task) (?:of [^,]* )?(?:is|was|are)\b",
)
_MARK = re.compile("|".join(_MARKS), re.IGNORECASE)
_ALREADY = re.compile(r"\b(?:has|have) already\b", re.IGNORECASE)
"""What was expected and came."""
_AGAINST = re.compile(
    r"\b(against|versus|compared (?:with|to)|than|above|below|past|over|beyond|its|beat|met"
    r"|missed"
    r"|exceed\w*|hit|reach\w*)"
    r" (?:a|the|our|its|their|your|every|all|an agreed)? ?(?:[\w-]+ )?"
    r"(?:goal|target|aim|estimate|forecast|plan|expectation|assumption|objective)s?"
    r"(?: (?:of|was|is) [\d.,]+ ?%?)?\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:must|shall|ha(?:s|ve) to|needs? to|(?:is|are) (?:limited|capped|restricted) to|(?:is"
    r"|are) (?:required|obliged|entitled|allowed"
    r"|permitted) to|is owed|falls? due|(?:is|are) due|ceases?)\b",
    re.IGNORECASE,
)
_CONTRACT = re.compile(
    r"^(?:all |the |our |annual )*prices?\b|\b(?:interest (?:at|of)|fees?|invoic\w+"
    r"|credits? (?:of|you|the|\d)|(?:we|is|are|be) credit(?:ed)?|liab\w+"
    r"|penalt\w+"
    r"|(?:days[\u2019']?|months[\u2019']?|weeks[\u2019']?|written|prior|advance|of) notice"
    r"|notice (?:of|period|may)"
    r"|terminat\w+|renew(?:s|al|ed)?(?= (?:for|unless|automatically|at the end|terms?|notice"
    r"|date))|at risk"
    r"|holdback|withh\w+|payments?|payable|escalator|indemni\w+|warrant(?:y|ies)|surcharge"
    r"|subscription"
    r"|rebates?|refund\w*|collar|royalt\w+|retainer|purchase order|service (?:levels?|credits?)"
    r"|cost cap"
    r"|capped|(?:the|this|an|our|each|any|data use|partner) agreement)\b",
    re.IGNORECASE,
)
_REPAID = re.compile(
    r"\b(?:recover|recoup|repa(?:y|id)|earn(?:ed)? back|fund|financ)\w* (?:the|their|its"
    r"|our) (?:\w+ )?"
    r"(?:fees?|costs?|license|subscription|investment|outlay)\b|"
    r"\b(?:after|net of|beyond) (?:all |our |the )?(?:fees|costs)\b|\b(?:outweighs?|outweighed"
    r"|(?:covers?|covered|recoups?|repays?|exceeds?"
    r"|offsets?) (?:[\d.]+ ?% of )?(?:the"
    r"|its|their"
    r"|our) (?:\w+ )?(?:fees?|costs?|subscription|price|payments?)|pays? (?:for )?(?:itself"
    r"|themselves|the (?:license|fee|cost|price))|(?:is|are|was) (?:recovered|recouped|repaid"
    r"|earned back|paid back))\b",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\b(?:price[ds]?|pricing|wages?|salar\w+|deposit|discount\w*|(?:is|are|be|been|was"
    r"|were) paid|we pay"
    r"|you pay|paid (?:once|monthly|yearly|annually|quarterly|in|by|to|for|half)|expires?|expiry"
    r"|settle[ds]?|settlement|bill(?:ed|s)? (?:you|monthly)|owe[ds]?|milestone|contract(?:ed"
    r"|ual)? (?:term"
    r"|value|year)|licen[cs]es? (?:fee|is|are)|escrow|clause|cap|pays?(?! (?:back|for itself"
    r"|off)))\b",
    re.IGNORECASE,
)
_OWN_SAID = re.compile(
    r"(?:^|[,:(] ?|that )(?:as )?(?:you|your [\w -]{1,40}?) (?:have )?(?:told|said|say|reported"
    r"|wrote|shared|gave|counted|named"
    r"|estimated?|stated|listed|published|recorded|asked)\b"
    r"|\b(?:according to|by|from|in|per|as) your (?:own )?(?:[\w\u00a7-]+ ){0,3}(?:survey|plan"
    r"|paper|report"
    r"|data|numbers|figures|records?|count|interviews?|budget|audit|review|dashboard|strategy"
    r"|team|staff|office|board|cfo|cmio|cio|system|log|schedule|account|baseline|statements?)\b"
    r"|\byour own (?:[\w-]+ ){0,2}(?:number|figure|data|count|baseline|estimate|record)s?\b",
    re.IGNORECASE,
)
_OWN_SUBJECT = re.compile(
    r"^(?:(?:last (?:year|month|quarter|week)|in \u00a7|since \u00a7|today|each (?:day|week"
    r"|month)),? )?"
    r"(?:[\d.,]+%? of |half of |most of |a (?:third|quarter|fifth) of )?(?:today,? |currently,? "
    r"|now,? |at present,? )?(?:(?:[\w-]+ of |at |in |on |across |of "
    r"|both |all )?your|you)\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:will|can|gets?|gain(?:s|ed)?|with (?:it|us|our|the|this)|after|thanks|using|through our"
    r"|saves?|benefit|enjoy|see(?! [\d,]+ ))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def clauses(sentence: str) -> tuple[str, ...]:
    """Return the clauses of a sentence that state something: no question, no goal, no condition.

    Dates, versions, numbers of sections and other labels are taken out of them.
    """
    told = _LIST_MARK.sub("", sentence).replace("*", "").strip()
    if told.endswith(("?", "?\u201d", '?"')):
        return ()
    return tuple(_stated(_ACRONYM.sub("\u00a7", told)))


def _stated(sentence: str) -> Iterator[str]:
    marked = False
    for part in _BREAK.split(sentence):
        clause = _BEHIND.sub("", _BEFORE.sub("", part)).strip()
        unlabeled = _LABEL.sub("\u00a7", _AGAINST.sub("\\1 \u00a7", clause))
        mark = _MARK.search(unlabeled)
        if (
            (mark is None or _ALREADY.search(unlabeled))
            and not marked
            and not _DUTY.search(unlabeled)
        ):
            yield unlabeled
        # What follows a colon after "Our goals for year one" is still the goal.
        marked = marked or (mark is not None and ":" in clause[mark.start() :])


def is_contract(clause: str) -> bool:
    """Return whether a clause is about what is paid and agreed."""
    return bool(_CONTRACT.search(clause)) and not _REPAID.search(clause)


def is_priced(clause: str) -> bool:
    """Return whether a clause names prices and payments."""
    return bool(_PRICED.search(clause))


def is_told_by_customer(clause: str) -> bool:
    """Return whether a clause says over again what the customer said."""
    return bool(_OWN_SAID.search(clause))


def is_about_customer(clause: str) -> bool:
    """Return whether a clause describes the customer as they are, not what they will get."""
    return bool(_OWN_SUBJECT.search(clause)) and not _OFFERED.search(clause)
