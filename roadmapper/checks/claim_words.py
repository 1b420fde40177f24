"""Superlatives and comparatives, as patterns over a clause."""

from collections.abc import Iterable

from roadmapper.checks.claim_clauses import NUMBER
from roadmapper.checks.claim_figures import USERS, any_of


def _er(words: Iterable[str]) -> str:
    """Return the comparatives of adjectives: fast, faster; safe, safer; easy, easier."""
    return "|".join(f"{one[:-1]}i?er" if one[-1] in "ey" else f"{one}er" for one in words)


def _est(words: Iterable[str]) -> str:
    return "|".join(f"{one[:-1]}i?est" if one[-1] in "ey" else f"{one}est" for one in words)


_ADJECTIVES = (
    "fast|slow|safe|easy|cheap|quick|short|long|small|large|bigg|strong|low|"
    "high|great|few|simple|smart|soon|happy|light|calm|clean|clear|close|deep|"
    "broad|wide|rich|tight|sharp|smooth|steady|rare|lean|healthy|busy|heavy|fair|"
    "warm|costly|friendly|weak|sick|tough|hard|bright|quiet|cool|firm|sturdy|"
    "timely|likely|ripe|fresh|neat|poor"
)
_MORE = rf"(?:better|worse|earlier|sooner|fewer|{_er(_ADJECTIVES.split('|'))})"
SUPERLATIVE = any_of(
    r"\b(?:the|its|our|their|[\w]+[\u2019']s|world\u2019s|single|very)(?: [\w-]+ly| industry)?"
    rf" (?:best|worst|finest|{_est(_ADJECTIVES.split('|'))}|newest|brightest|greatest|fittest"
    r"|most (?!recent|often|part|of\b|visits|notes|common|days|important to|urgent"
    r"|likely)\w{4,})\b"
    r"(?! (?:possible|priorit|dose|date|practice|day|week|month|score|grade|number|level|two"
    r"|three|five"
    r"|ten|four|value|end))",
    r"\b(?:among|one of) (?:the|our) (?:\w+ly )?(?:most|best|\w+est)\b|\b(?:most|best) \w+ (?:in"
    r"|on|of) (?:the"
    r"|its|any) (?:market|industry|world|country|nation|category|class|field|region|business)\b",
    r"(?<!your )(?<!their )(?<!next )\b(?:first[- ](?:in[- ]class|of its|rate)|(?:best|world|top"
    r"|premier|blue)[- ](?:in|of|class"
    r"|rated|tier|notch|ranked|chip))"
    r"[- ]?(?:class|breed|its kind|kind)?\b(?= |\.|,|$)",
    r"\b(?:industry|market|world|class|category|nation)[- ](?:leading|beating|leader|best"
    r"|first)\b",
    r"\b(?:(?:a|the|our|as|clear|global|national|undisputed) )+(?:leading|leader|foremost|premier"
    r"|top"
    r"|preferred|dominant|number one|no\.? 1|#1|only true|go-to)\b(?! (?:to|of the|row|cause|the"
    r"|role|nurse"
    r"|physician|of the (?:project|group|team)))",
    r"\b(?:un(?:match|rival|parallel|equal|surpass|precedent|beat|challeng)\w*|peerless"
    r"|incomparable"
    r"|unique(?:ly)?|world[- ]?class|state[- ]of[- ]the[- ]art|cutting[- ]edge|leading[- ]edge"
    r"|bleeding[- ]edge|second to none|gold standard|award[- ]winning|top[- ]rated|number one"
    r"|revolutionary|groundbreaking|breakthrough|game[- ]chang\w+|next[- ]generation|superior"
    r"|painless\w*|\w+-free (?:rollout|implementation|experience|migration)|hassle-free"
    r"|worry-free|error-free"
    r"|lightning[- ]fast|blazing\w*|rock[- ]solid|(?:highly|extremely|incredibly|remarkably"
    r"|amazingly"
    r"|drastically|vastly|hugely|greatly) \w+|flawless\w*|effortless\w*|seamless\w*|frictionless"
    r"|foolproof|bulletproof|turnkey|exceptional\w*"
    r"|outstanding|extraordinary|remarkabl\w+|dramatic(?:ally)?|ideal|perfect(?:ly)?|trusted by"
    r"|proven|guarantees? (?:that|results|savings|success|a return)|like no other|beyond compare"
    r"|ahead of (?:the|its|any|all|every)|bar none|ever (?:built|made|seen|released|published))\b",
    rf"\bno {USERS} (?:has|have|ever|had|was|were)\b|\bnot (?:one|a single) (?:\w+ )?{USERS}\b",
    rf"\b{USERS} (?:love|adore|prefer|praise|rave)\w*\b",
    rf"\bsecond only to\b|\bfew (?:other )?(?:tools|products|vendors|models|systems|companies"
    rf"|{USERS}) (?:can|reach"
    r"|match|come|offer|have|do|know)\b|\b(?:describe|call|praise|hail)(?:s|d|ed)? (?:it|us"
    r"|our [\w-]+) (?:as\b|an? )"
    r"|\b(?:shows?|showed|has|have|had|found|with) no (?:\w+ )?(?:bias|loss|drift|degradation"
    r"|errors?|complaints?"
    r"|false|downtime|failures?|incidents?|harm)\b",
    rf"\b(?:half|twice|an? (?:third|quarter|tenth)|{NUMBER} times) as long\b|\b(?:there (?:is"
    rf"|are)|there[\u2019']s|is|are|with) no {_MORE} \w+|\bno {_MORE} (?:way|tool"
    rf"|path|option|method|product|choice|place|partner|means|system)\b"
    r"|\bno (?:vendor|company|supplier|product|tool|platform|solution|firm|developer|engine)s? \w+"
    r"|\b(?:without|not) a single\b|\bwithout (?:an? )?(?:\w+ )?(?:loss|interruption|incident"
    r"|breach|downtime"
    r"|fail|failure|error|outage)\b|^only (?:our|we|this|it|with us|ours)\b"
    r"|^unlike\b(?! yours?\b)",
    r"\b(?:performance|calibration|accuracy|discrimination|agreement|reliability|adoption"
    r"|satisfaction|uptake"
    r"|sensitivity|specificity|results?|quality|outcomes?|acceptance|retention"
    r"|response) (?:\w+ ){0,2}?(?:was"
    r"|were|is|are|remain\w*|stay\w*|has been|proved) (?:\w+ly |very |quite |so )?(?:good|high"
    r"|excellent|strong"
    r"|substantial|low|stable|robust|consistent|positive|encouraging|impressive|outstanding|great"
    r"|near-perfect)\b",
    r"\bno (?:competing|competitor|rival|comparable) \w+|\bno other (?:\w+ ){0,2}?(?:vendor"
    r"|product|company"
    r"|supplier|tool|platform|solution|model|firm|partner|team|service|can|does|do|has|have"
    r"|offers?|comes"
    r"|matches|gives)\b|\b(?:nobody|no one|none|nothing)"
    r" (?:else|comes close|compares|in the (?:market|industry)|on the market"
    r"|of our competitors)\b",
    r"\bunlike (?:any|other|others|competing|competitors|most|every|all|the rest|traditional"
    r"|legacy)\b"
    r"|\b(?:than|over) any (?:other|rival|competing)\b|\bmore than anyone\b",
    r"\b(?:the|our|its) only (?!exceptions?|persons?|people|steps?|role|time|day|sites?|change"
    r"|thing"
    r"|reason|way|question|data|cost|condition|copy)(?:[\w-]+ ){1,4}?(?:that|which|who|to|with|in"
    r"|on|built|made|designed|cleared|approved|certified|for|does|has|offers?)\b",
    r"\b(?:the|our|its|world\u2019s) first (?:and only )?(?!waves?|months?|weeks?|years?|days?"
    r"|sites?"
    r"|steps?|sessions?|visits?|phases?|pilots?|stages?|gates?|quarters?|shifts?|releases?"
    r"|meetings?"
    r"|outages?|drills?|pass|answers?|draft|two|three|four|five|six|ten|call|line|half|set"
    r"|question"
    r"|year|point|time|minutes?|hours?|report|settlement|invoice|exercise|group|units?|clinics?"
    r"|hospitals?"
    r"|of|person|reader|response|contact|dose|aid|name|version|milestone|term"
    r"|shared)(?:[\w-]+ ){1,4}?"
    r"(?:to|of its kind|in|on|built|made|designed|cleared|approved|certified|for|that|with)\b",
    r"\b(?:never|always|invariably) (?:fails?|miss(?:es)?|err?s?|breaks?|goes down|works?|right"
    r"|correct"
    r"|accurate|delivers?|wrong|sleeps?|tires?|gets? it)\b|\b(?:every|all"
    r"|100%) (?:of )?(?:our )?customers?\b"
    r"|\bzero (?!trust|day|tolerance|retention|knowledge)\w+",
)
_BE = (
    r"(?:is|are|was|were|be|been|becomes?|became|gets?|got|makes?|made|feels?|felt|runs?|ran|goes"
    r"|went"
    r"|comes?|came|grows?|grew|proves?|proved|remains?|stays?|works?|performs?|ends?|leaves?"
    r"|closed?"
    r"|starts?|finds?|found|arrives?|report(?:s|ed)?|seems?|looks?|keeps?|kept|has|have|had|see"
    r"|saw"
    r"|spends?|spent|requires?|needs?|takes?|took|gives?|gave|makes?|produces?|produced|with"
    r"|show(?:s|ed)?"
    r"|deliver(?:s|ed)?|bring(?:s)?|means?|meant|leads? to|led to|provid\w+|offers?|offered|earns?"
    r"|receive[sd]?|sign(?:s|ed)?|finish\w*|go|reach\w*|enjoy\w*|achiev\w+|see|do(?:es)?|did"
    r"|write|make"
    r"|sleep|cost(?:s)?|respond\w*|recover\w*|generali[sz]\w+|scale[sd]?)"
)
COMPARATIVE = any_of(
    rf"\b(?:{_MORE.replace('earlier|sooner|', '')})\b",
    rf"\bthan\b(?! (?:{NUMBER}|§)\b)|\b(?:better|faster|sooner|longer|earlier|safer|cheaper|less"
    rf"|higher"
    r"|lower|shorter|quicker)[.!)]*$",
    r"\bas (?:good|accurate|safe|fast|reliable|effective|precise|strong) as\b|\b(?:on par with"
    r"|non-?inferior"
    r"|superior to|equivalent to|instead of (?:at|after|in the|over) \w+)\b|\bout(?!put|patient"
    r"|line|age"
    r"|come|side|stand|reach|let|look|sourc|bound|lier|right|door|set|fit|ward|dated|break"
    r"|going)\w{3,}(?:s|ed"
    r"|es)\b",
    rf"\b(?:{_MORE}|more|less|rather better)\b(?:\W+[\w%\u2019'-]+){{0,6}}?\W+(?:than"
    rf"|compared (?:with|to)"
    r"|versus|relative to)\b(?! (?:once|one|two|three|\d|a (?:day|week|month|year)|an hour"
    r"|half an)\b)",
    rf"\b{_BE}(?: [\w%\u2019'-]+){{0,4}}? (?:{_MORE}|(?:more|less) \w{{4,}})\b",
    r"\b(?:wait|work|type|click|travel|worry|walk|chart|pay|cost|stay|talk|last|live|sleep|read"
    r"|find|see|treat)"
    r"(?:s|ed|ing)? (?:[\w%.]+ ){0,2}?(?:less|more|longer|fewer|better|faster|sooner"
    r"|earlier)\b(?! than)",
    rf"\b(?:twice|double|triple|{NUMBER} times) the \w+|\b(?:twice|double|triple|three times|half"
    rf"|(?:a|one) (?:third|quarter|fifth"
    r"|tenth) of) the (?:number|rate|volume"
    r"|speed|share|average|usual|norm|industry|time|effort|cost|work|clicks|staff|price)\b",
    rf"\b(?:fewer|less)\b(?! than|er\b) [\w-]+|\b(?:\d[\d.,]*%?|percent|points?|{NUMBER} \w+)"
    rf" (?:{_MORE}|more|less)\b",
    rf"^(?:{_MORE}|more|less) \w+",
    r"\b(?:outperform|outpac|outscor|exceed|surpass|beat|eclips|outshin|outlast|outrank)(?:s|es"
    r"|ed|ing|e)?\b",
    rf"\b(?:twice|half|an? (?:third|quarter|fifth|tenth)|{NUMBER} times|just|at least) as (?!of\b"
    rf"|soon|long as|well\b)\w+",
    rf"\b(?:much|far|significantly|noticeably|considerably|markedly|substantially|measurably"
    rf"|a lot|even"
    rf"|steadily) (?:{_MORE}|more|less)\b|\b(?:down|up) (?:by )?(?:about )?\d",
    r"\b(?:additional|extra) (?:patients?|visits?|slots?|capacity|hours?|beds?|appointments?"
    r"|revenue|time)\b",
    rf"\bfor (?:{_MORE})\b|\bso (?:that )?(?:[\w-]+ ){{1,4}}(?:{_MORE}|more|less)\b",
    r"\b(?:more|less) (?:quickly|accurately|often|safely|easily|reliably|efficiently|precisely"
    r"|closely"
    r"|smoothly|confidently|time (?:with|for|at|on)|patients|visits|capacity|revenue|slots"
    r"|beds)\b",
    rf"\b(?:a|an) (?:far |much |significantly )?(?:{_MORE}|(?:more"
    rf"|less) \w+) (?:[\w-]+ ){{0,2}}?(?:experience"
    r"|way|working day|workday|day|visit|workflow|result|outcome|service|care|stay|discharge"
    r"|handoff)\b",
)
RULED = any_of(
    r"\b(?:no|not|never|nor) (?:\w+ ){0,2}?(?:more|less|later|longer|fewer|sooner|earlier|faster"
    r"|better"
    r"|worse|higher|lower|safer|easier)\b",
    rf"\b(?:older|younger|longer|shorter|later|earlier|more|fewer|less|larger|smaller|higher"
    rf"|lower)"
    rf" than (?:{NUMBER}|an? (?:day|week|month|year|third|quarter|hour"
    rf"|minute))\b[ -]?(?!hospitals|health"
    r"|customers|clinics|sites|clinicians|percent|%|times)",
    r"\bor (?:earlier|later|sooner|more|less|fewer|better|worse|higher|lower|below|above)\b"
    r"|\b(?:rather|other) than\b|\bmore about\b|\bmore or less\b|\bonce more\b|\bsooner or later\b"
    r"|\bone or more\b|\bearlier (?:versions?|releases?|drafts?|models?|letters?)\b"
    r"|\bnewer versions?\b"
    rf"|\b(?:{NUMBER}|any|no|some|much|the) more\b(?! than)|\bthe (?:earlier|later|lower|higher"
    rf"|smaller|larger"
    r"|greater|lesser|better|worse) (?:of|end|limit|bound)\b|\b(?:lower|upper) (?:end|limit"
    r"|bound)\b"
    r"|\b(?:a|an|the|each|every|any) (?:smaller|larger|shorter|longer|closer|deeper|bigger|wider"
    r"|broader|older"
    r"|higher|lower|stronger|simpler) (?:[\w-]+ )?(?:group|team|form|list|pilot|sample|site|unit"
    r"|version|meeting"
    r"|committee|scope|look|review|number|step|part|room|hospital|clinic|term|window|notice|dose"
    r"|level"
    r"|threshold|value|chapter|table)s?\b",
)
"""Limits and fixed turns of speech that only look like comparisons."""
