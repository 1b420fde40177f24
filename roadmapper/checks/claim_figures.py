"""Numbers that measure something, told apart from numbers that lay something out or are set."""

import re

from roadmapper.checks.claim_clauses import NUMBER


def any_of(*patterns: str) -> re.Pattern[str]:
    """Return a pattern that finds any of these, in small letters or large."""
    return re.compile("|".join(patterns), re.IGNORECASE)


USERS = (
    r"(?:clinicians?|physicians?|doctors?|nurses?|users?|customers?|hospitals?"
    r"|(?:health )?systems?"
    r"|clinics?|practices?|providers?|organi[sz]ations?|networks?|clients?|centers?|departments?"
    r"|countries|states|patients?|teams?|sites|facilities|payers?|plans|therapists|pharmacists"
    r"|residents|practitioners|radiologists|coders)"
)
_THINGS = (
    rf"(?:{USERS}|patients?|notes?|visits?|encounters?|cases?|records?|studies|alerts?|messages?"
    r"|calls?|claims?|scans?|images?|orders?|admissions?|discharges?|stays?|drafts?|reviewers?"
    r"|respondents?|participants?|charts?|errors?|reviews?|people|women|men|children|adults)"
)
_SHARE = (
    r"(?:half|(?:a|one|two|three) (?:third|quarter|fifth|tenth)s?|two[- ]thirds|three[- ]quarters"
    r"|(?:the )?(?:vast )?majority)"
)
_METRIC = (
    r"(?:auroc|aucs?|auprc|c[- ]statistic|sensitivit(?:y|ies)|specificit(?:y|ies)|recall|precision"
    r"|accurac(?:y|ies)|kappa|f1|ppv|npv|predictive values?|brier|concordance|correlation"
    r"|agreement"
    r"|odds ratio|hazard ratio|relative risk|nps|net promoter(?: score)?|uptime|availability"
    r"|(?:error|omission|word error|false[- ]positive|false[- ]negative|retention|adoption|renewal"
    r"|response|detection) rates?|rouge|bleu|dice|score|calibration slope|latency|throughput"
    r"|ratio|rating|calibration|r-?squared|correlation)"
)
FIGURE = any_of(
    r"\b\d(?:\.\d)? stars?\b",
    r"\b(?:\d+(?:st|nd|rd|th)|top|bottom|upper|lower|first|fourth) (?:percentile|quartile|decile"
    r"|quintile)\b",
    r"\d\s?(?:%|percent(?:age)?\b|per cent\b)|\b\d+(?:\.\d+)? ?(?:percentage )?points\b",
    rf"\b(?:{NUMBER})[- ]?(?:percent\b|times (?:as|the|more|less|better|\w+er)\b|fold\b|-fold\b)"
    rf"|\b\d+(?:\.\d+)?x\b|\btwofold|\btenfold",
    rf"\b(?:{NUMBER}) (?:of|in|out of)(?: every| our| the| all| its| their)? (?:{NUMBER})\b"
    rf"|\bmost (?:of )?(?:our |the )?{USERS}\b"
    rf"|\b\d+ ?: ?1\b|\b\d+ to 1\b|\b(?:{NUMBER}) to one\b",
    rf"\b{_SHARE} (?:of )?(?:all |the |our |their |its |these |those )?(?:\w+ )?{_THINGS}",
    rf"\bby (?:about |nearly |almost |roughly |over |more than )?{_SHARE}\b|\bin half\b(?! an?\b)"
    rf"|\bhalf the\b|\b(?:half|a (?:third|quarter|fifth|tenth)"
    r"|two[- ]thirds|three[- ]quarters) of (?!the (?:day|week|shift|year|month))\w",
    r"\b0\.\d{2,}\b|\bp ?[<=] ?0?\.\d+|\bn ?= ?\d",
    rf"\b(?:one (?:[\w-]+ ){{0,2}}(?:in|out of)|(?:{NUMBER}) (?:[\w-]+ ){{1,2}}(?:in|of"
    rf"|out of)) (?:every )?(?:three|four|five|six"
    rf"|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|ninety|a hundred"
    rf"|\d+0+)\b",
    rf"\b(?:every|each|per) dollar\b|\breturn(?:s|ed)? (?:of )?(?:about "
    rf"|over )?(?:{NUMBER})(?: to\b|[.]?$)",
    rf"\b(?:median|mean|average[sd]?|averaging|typical(?:ly)?|on average)\b[^.]*?\b(?:{NUMBER})\b",
    rf"\b(?:{NUMBER})\b[^.]*? on average\b",
    rf"\b(?:gain|sav|win|add|see|treat|handl|process|complet|clos|read|resolv|free)(?:e|es|s|ed|d"
    rf"|ing)?\b"
    rf" (?:about |nearly |over |up to |some )?(?:{NUMBER}|an?) (?:[\w-]+ ){{1,3}}?(?:per|each"
    rf"|every|a) (?:\w+ )?"
    r"(?:shift|visit|session|day|week|month|year|clinician|physician|patient|nurse|bed|encounter"
    r"|hour|unit)\b",
    r"\b(?:an?|one|two|three) orders? of magnitude\b",
)
"""Shares, multiples, rates: numbers that always measure something."""
STATED = re.compile(
    rf"^(?:the |our |its |their )?(?:[\w-]+ )?{_METRIC}\b[^,;:]*? (?:is|was|are|were|reached) \d",
    re.IGNORECASE,
)
"""The measure is the subject, and its number is told."""
MEASURED = re.compile(rf"\b{_METRIC}\b(?:\W+\w+){{0,6}}?\W+(?:\d|{NUMBER}\b)", re.IGNORECASE)
"""The name of a measure, and its number."""
MONEY = any_of(r"[$€£]\s?\d|\b\d[\d,.]* ?(?:million|billion|thousand)? (?:dollars|usd|euros)\b")
_SPAN = (
    rf"\b(?:{NUMBER}|an?|half an?|few|several)[ -](?:more |full |working |business |calendar "
    rf"|clock )?"
    r"(?:milliseconds?|seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|quarters?)\b"
)
_STRUCTURE = (
    rf"\b(?:{NUMBER}) (?!{USERS})(?:[\w-]+ (?!to ))?(?:steps?|phases?|members?|fields?|elements?"
    rf"|questions?|sections?"
    r"|rules?|inputs?|sessions?|roles?|layers?|nodes?|deliverables?|feeds?|interfaces?"
    r"|connections?|copies"
    r"|parameters?|tiers?|levels?|categories"
    r"|screens?"
    r"|buttons?|items?|parts?|pages?|seats?|chairs?|votes?|references?|champions?|super users?"
    r"|modules?"
    r"|slides?|variables?|features?|signs?|words?|lines?|reasons?|choices?|options?|columns?"
    r"|rows?|people"
    r"|engineers?|analysts?|sponsors?|leads?|leaders?|trainers?|reviewers?|waves?|stages?|gates?"
    r"|drills?"
    r"|dates?|names?|documents?|letters?|languages?|characters?|fte|staff|sites|units?|servers?"
    r"|devices?"
    r"|licen[cs]es?|contacts?|priorities|goals|criteria|checks?|tests?|places?|sides?)\b"
)
STUDIED = any_of(
    r"^(?:it|the (?:[\w-]+ )?(?:model|tool|algorithm|network|classifier|software)) (?:was"
    r"|is) (?:trained"
    r"|built|developed|tuned|fitted) (?:on|with|from)\b",
    r"^(?:the|an?|our) (?:[\w-]+ )?(?:cohort|sample|threshold|population)(?: of [\d.,]+)?"
    r" (?:was|were|included|held|had|has|comprised|contains?)\b",
    r"\b(?:training|study|test|tuning|validation|source) (?:population|cohort|set|sample|data)s?"
    r" (?:was|were|held|had|has|includes?|included|contain\w*|comes?|came|spans?)\b",
    rf"^(?!we|our|the|it|this|its)(?-i:[A-Z])[\w\u2019'-]+(?: (?-i:[A-Z])[\w\u2019'-]+)*"
    rf" (?:has|operates|runs|employs|owns) (?:about |over )?(?:{NUMBER})\b",
)
"""What was studied and how large a customer is: numbers that describe, and promise nothing."""
UNMEASURED = any_of(
    r"\b\d+ (?:by|x) \d+\b|\b[\d,]+ (?:square feet|miles|acres)\b",
    _SPAN,
    _STRUCTURE,
    r"\bdose\b|\b(?:within|after|every|before|in|for) \d+(?=[.,;)]|$| (?:and|or)\b)|\b\d+ ?(?:mg"
    r"|ml|gb|mb|tb|ghz|v|kg|cm|mm|px)\b",
)
"""Lengths of time and counts of parts: numbers that lay something out and measure nothing."""
BARE = re.compile(r"(?<![\w$€£.-])\d[\d,]*(?:\.\d+)?(?![\w-])")
EARNED = any_of(
    r"\b(?:sav\w+|recover\w*|recoup\w*|gain\w*|return\w*|value|worth|revenue|captur\w+|margin"
    r"|benefit\w*|contribut\w*"
    r"|earn\w*|generat\w+|avoid\w*|lost|loss(?:es)?|unlock\w*|collect\w*|freed"
    r"|costs? (?:the (?:system|hospital)|hospitals?|an? \w+|practices|clinics|organizations)"
    r"|cost(?:s"
    r"|ing)? .* (?:more"
    r"|less))\b"
)
USED = any_of(
    r"(?<![$\d.])\b(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? (?:thousand|million|billion))\b(?! (?:usd"
    r"|dollars))",
    rf"\b(?:{NUMBER})\+?(?: of (?:our|the|these|all))? (?:[\w-]+ ){{0,3}}?{USERS}"
    r"(?: (?:in|across|of|with|on|and|from|now|today|already|that|who)(?: [\w.]+){0,4}?)?"
    r" (?:now |today |already |currently |have |has |had |are |were |actively |daily )*"
    r"(?:rel(?:y|ies)|us(?:e|es|ed|ing)|runs?|ran|trust\w*|cho(?:ose|se|sen)|depends?|live"
    r"|adopt\w*|work|signed|renewed|switch\w*|stay\w*|participat\w+|took|enroll\w*|document\w*"
    r"|replac\w*|publish\w*|agree[ds]?|left|report\w*|deploy\w*|sav\w+|saw|see|went|log|open"
    r"|prefer\w*"
    r"|select\w*"
    r"|touch\w*|send|complete[ds]?|responded|answered|said|say|would|keep)\b",
    rf"\b(?:used|trusted|live|deployed|running|installed|adopted|in use|active|validated|tested"
    rf"|studied|evaluated|measured|serv\w+|support(?:s|ed)|reach(?:es|ed)|cover(?:s|ed)|scor\w+"
    rf"|process\w*|handle[sd]?|analy[sz]ed|keep)"
    rf" (?:\w+ )?(?:by|at|in|across|on|with|for)? ?(?:more than |over |nearly |about |all |some )?"
    rf"(?:{NUMBER})\+? (?:[\w-]+ ){{0,3}}?{_THINGS}",
    rf"\b(?:trial|study|cohort|survey|sample|set|evaluation|analysis|data ?set|test) of (?:\w+ )?"
    rf"(?:{NUMBER})\b",
    rf"\b(?:among|on|of|in) (?:{NUMBER}) (?:[\w-]+ ){{0,2}}?{_THINGS} (?:with|from|at|in|that|who"
    rf"|on)\b",
    r"\b(?:millions|thousands|hundreds|dozens|scores) of [\w-]+",
)
"""How many use it, and how many were studied."""
SPEED = any_of(
    rf"\b(?:takes?|took|needs?|requires?|(?:done|ready|live|up|finished) in)"
    rf" (?:just |only |less than |under |fewer than |no more than |about )+(?:{NUMBER}|an?|one)"
    r" (?:seconds?|minutes?|hours?|days?|weeks?|months?|clicks?|taps?|steps?)\b",
    rf"\b(?:{NUMBER}|a few|some|mere) (?:milli)?seconds\b|\b\d+ ?ms\b|\b(?:under|within"
    rf"|half) (?:a|one)"
    r" second\b|\bsub-second\b|\b(?:in|within) (?:mere )?(?:seconds|minutes|moments"
    r"|hours)\b|\balmost instant\w*|\binstantly\b|\bin (?:days|weeks|hours), not\b"
    rf"|\b(?:{NUMBER}|several) (?:hours|minutes) (?:before|earlier|ahead|sooner)\b",
    rf"\b(?:appears?|arrives?|returns?|loads?|takes?|ready|finish\w*|renders?|drafts?|produces?"
    rf"|comes?"
    rf"|shows?|turnaround|averages?|waits?)\b(?: (?!every\b)[\w-]+){{0,6}}? (?:in|within|about"
    rf"|under|only"
    rf"|just"
    rf"|less than|up to|of|takes?)? ?(?:under |less than |about |only |just )?(?:{NUMBER}"
    rf"|an?) minutes?\b",
    r"\b(?:went|goes|moved|came|down|up|improved|fell|dropped|rose|grew|climbed|shrank|narrowed)"
    r" (?:[\w%-]+ ){0,3}?from\b(?: [\w%.$,]+){1,5}? to (?:[\w.$]|about)",
    rf"\b(?:{NUMBER}|an?) (?:extra |additional )?(?:minutes?|hours?|days?|nights?) (?:a|per|each"
    rf"|every|back)\b"
    r"(?! (?:week|month|year|visit)? ?(?:of|for) (?:training|support|work|notice))",
)
"""How fast it is, and from what to what a number moved."""
SERVICE = any_of(
    r"\b(?:support|desk|on-call|engineers?|manager|incident|outage|response time|hotline|restor\w+"
    r"|rollback|rolled back|switched off|escalat\w+|notif\w+|training|trained|session|class|course"
    r"|lesson|workshop|meeting|pilot|notice|council|committee|go-live|drill|exercise|rehears\w+"
    r"|retention|backup|kept|keep|stored|deleted|erased|monitor\w*|sampl\w+|review|read by|hidden"
    r"|paused?|reminde?\w*|sends?|sent|board members|seats|votes|staleness|stale|older than"
    r"|answers? (?:within|in)|shift|protected time|fte|hire"
    r"|backfill)\b"
)
"""What is done at fixed times or for fixed times: service, training, upkeep."""
PLANNED = any_of(
    r"\b(?:we|our [\w-]+(?: [\w-]+)?|you|both sides|each of us|your [\w-]+(?: [\w-]+)?) (?:\w+ly "
    r"|each "
    r"|both |then |therefore |now |also |jointly )*(?:will|shall|test|train|bring|send|pay|read"
    r"|draw"
    r"|configure|keep|name|meet|report|review|measure|ask|give|add|start|go|hold|share|provide"
    r"|commit"
    r"|agree|deliver|place|staff|invite|visit|check|select|choose|pick|compare|set|begin|run|stop"
    r"|pause|limit|book|publish|open|answer|count)\b",
    r"\b(?:will|to) (?:be )?(?:train\w*|add\w*|send|sent|pilot\w*|start\w*|begin\w*|go live"
    r"|join\w*"
    r"|receiv\w*|attend\w*|visit\w*|review\w*|test\w*|select\w*|invite\w*|enroll\w*|read"
    r"|draw\w*)\b",
    r"^(?:name|read|look|report|keep|bring|send|draw|test|select|give|set|choose|let|take|agree"
    r"|start|stop|pause|free"
    r"|plan|book|assign|nominate|compare|check)\b",
    r"\b(?:testing|tests|requests?|package|questionnaire|order|library|list|catalog|kit|offer"
    r"|paper"
    r"|proposal|report|appendix|annex|training|course|class|fee|subscription|license|phase)"
    r" (?:with|for|has|have|holds?|includes?|covers?|contains?|comprises?|consists?)\b"
    r"|\b(?:attached|enclosed|listed)\b",
    r"\b(?:wave|pilot|phase|stage|rollout)\b[^.;]*\b(?:covers?|adds?|includes?|starts?|begins?"
    r"|takes?|reaches)\b",
    r"\b(?:site|go-live|council|committee|board|panel|group|team"
    r"|curriculum|plan|program|schedule|contract|term|scope|budget|quorum) (?:\d+ "
    r"|\u00a7 )?(?:has(?! \w+ed\b)"
    r"|have(?! \w+ed\b)|adds?|includes?|covers?|consists?|comprises?|lasts?|runs?|takes?|spans?"
    r"|counts?"
    r"|needs?|draws?|meets?|starts?|begins?|goes|go)\b",
)
"""What will be done or is laid down; its numbers are no results."""
LIMITED = any_of(
    r"\b(?:no more than|no fewer than|no less than|at least|at most|up to|or (?:more|less|fewer"
    r"|below"
    r"|above|better|worse|longer|later|sooner|earlier)|below|above|past the|beyond|outside"
    r"|(?:pass mark"
    r"|threshold|limit|ceiling|floor|band|cut-?off|trigger)(?:s|ed)?)\b[^,;]*\d",
    r"\d[^,;]* or (?:more|less|fewer|below|above|better|worse|longer|later|over|under)\b",
)
"""A limit or threshold: what must hold, not what did."""
HAPPENED = any_of(r"\b(?:was|were|had|ha(?:s|ve) been|stayed|remained|reached)\b")
