"""Words that praise, and turns by which a sentence says that something helps or pays."""

from roadmapper.checks.claim_clauses import NUMBER
from roadmapper.checks.claim_figures import USERS, any_of

_GOOD = (
    r"(?:indistinguishable|clean|spotless|pristine|quick|fast|rapid|self-(?:funding|sustaining"
    r"|financing)|instant|immediate|simple|easy"
    r"|effortless|intuitive|user-friendly|safe"
    r"|secure|reliable|dependable|accurate|precise|effective(?! (?:on|as of|from|date))|efficient"
    r"|robust|resilient|strong"
    r"|powerful|excellent|good|great|superb|smooth|painless|low|minimal|negligible|modest|high"
    r"|rare|affordable|scalable|comprehensive|seamless|mature|popular|beloved|welcome|trusted"
    r"|credible|successful|profitable|stable|consistent|sustainable|measurable|tangible|equitable"
    r"|unbiased|impressive|substantial|significant|considerable|compelling|convincing|reassuring"
    r"|encouraging|favorable|productive|healthy|happy|engaged|satisfied|delighted|enthusiastic"
    r"|confident|sensitive|specific|worth (?:it|the|every)|worthwhile|valuable"
    r"|useful|helpful|indispensable|invaluable|essential|critical to|key to|crucial|vital|adept"
    r"|cost-(?:effective|neutral|saving)|budget-neutral|error-free|risk-free|frictionless"
    r"|well[- ](?:calibrated|received|liked|tolerated|validated|proven|established|documented"
    r"|accepted|regarded|suited|adopted)|high(?:ly)?[- ]\w+|on par|in line with|comparable"
    r"|consistent across|generalizable|usable|timely|complete|correct|trustworthy|superior"
    r"|competitive|unaffected|unchanged|flat|positive (?:in|for|across|every\\w*|from)|weak|poor"
    r"|slow|unreliable|worse|biased|unstable|inaccurate)"
)
_BE = (
    r"(?:is|are|was|were|feels?|felt|remains?|remained|stays?|stayed|becomes?|became|proves?"
    r"|proved|gets?|got|has been|have been|makes? \w+|made \w+|keeps? \w+|kept \w+|seems?|looks?)"
)
PRAISED = any_of(
    r"\bthat (?:really |truly |actually )?(?:matters?|works?)\b(?! (?:with|in|on|at|for|by)\b)"
    r"|\bwell"
    r" (?:inside|within|under|above|below|ahead|over|beyond|past|before)\b",
    r"\b(?:below|above|under|over|ahead of|beyond|at or (?:below"
    r"|above)) (?:the )?(?:\w+ )?(?:expected"
    r"|average|national|benchmarks?|median|norms?|peers?|industry|state average|mean)\b",
    r"(?-i:\bI\b|\bmy\b|^My\b)(?! (?:team|manager) (?:will|can|must))",
    rf"\b{_BE} (?:now |also |both |so |very |quite |remarkably |\w+ly |generally |always |at once "
    rf"|as |more |most )*{_GOOD}\b(?![- ](?:risk|dose|level|threshold|volume|acuity"
    rf"|priority)s?\b)",
    rf"(?:^|, ){_GOOD} (?:to|for|enough|by|from)\b|\b(?:the|our) one \w+ (?:that|which|to)\b",
    r"\b(?:robust|powerful|intuitive|effortless\w*|exceptional|top-quality|high-quality|best"
    r"|high-accuracy|high-performance|high-value|fast-acting|award\w*|clinically (?:proven"
    r"|validated|meaningful|significant|relevant)|field-tested|battle-tested|time-tested|proven"
    r"|enterprise-grade|hospital-grade|clinical-grade|best-of-breed|trailblazing|pioneering"
    r"|innovative|visionary|renowned|acclaimed|celebrated|unbeaten|unsurpassed|peerless"
    r"|transformative|transformational|life-saving|time-saving|cost-saving|labor-saving|delight\w*"
    r"|future-proof|rapid (?:return|payback|deployment|adoption|implementation|results|onboarding)"
    r"|real (?:results|value|impact|change)|peace of mind|zero-(?:\w+)|one-of-a-kind|best-loved"
    r"|a (?:game|step) change\w*|a (?:leap|breakthrough|win|boon|success|joy|pleasure|no-brainer)"
    r"|raving|thrilled|second nature|like magic|with ease|at a glance, every|right out of the box"
    r"|out of the box|day one)\b",
    r"\b(?:deep|extensive|vast|broad|rich|decades of|unequaled|proven|solid|strong|long"
    r"|impeccable|excellent|successful) (?:\w+ )?(?:experience|expertise|track record|evidence"
    r"|knowledge|bench|reputation|record|history of)\b",
    r"\b(?:experts?|leaders?|pioneers?|specialists?) in \w+|\b(?:the )?(?:vendor|partner|choice"
    r"|platform|tool|name|standard|brand|solution|product) (?:of choice"
    r"|(?:that )?(?:\w+ )?(?:trusts?"
    r"|choose|chose|rely|relies))\b",
    r"\b(?:correctly|accurately|reliably|quickly|rapidly|swiftly|safely|easily|smoothly|instantly"
    r"|consistently|effectively|efficiently|successfully|significantly|markedly|dramatically"
    r"|substantially|noticeably|measurably|considerably|seamlessly|effortlessly|confidently"
    r"|precisely|faithfully|flawlessly|comfortably|vastly|drastically|tirelessly|impressively)\b"
    r"|\b(?:performs?|works?|holds? up|generali[sz]es?|did|does|fares?) (?:as |just as |equally "
    r"|very |so )?well\b|\bof choice\b|\bspeaks? for itself\b|\binside out\b"
    r"|\byears (?:of experience|in (?:the field|business|health ?care|medicine|the industry))\b"
    r"|\b(?:full|complete|entire|whole) (?:picture|story|view)\b",
    r"^(?:most|nearly all|almost all|many|few|the (?:vast )?majority|the bulk"
    r"|hardly any) (?!of you)"
    r"(?:of )?[\w-]+|\b(?:will|they) thank you\b",
    rf"\b(?:most|nearly all|almost all|many|countless|scores of"
    rf"|a growing number of) (?:of )?(?:our"
    rf"|the|these)? ?{USERS}\b",
)
"""Praise or blame said of a thing: what it is, not what it does."""
_WHO = (
    rf"(?:{USERS}|you|them|staff|leaders?|managers?|schedulers?|nurses|people|everyone|anyone"
    r"|families|caregivers|hospitalists|pharmacists|surgeons|analysts|executives|(?:[\w-]+ ){0,2}"
    r"(?:teams?|staff|nurses|leaders|managers|physicians|clinicians))"
)
_USE = (
    r"(?:see|view|pause|choose|edit|decline|correct|select|filter|mute|opt|review|download"
    r"|report|open|set|change|enter|comment|ask|sign|accept|reject|print|export|switch|turn|mark"
    r"|flag|add|remove|search|read|check|record|stop|start|adjust|configure|log|send|share"
    r"|approve|dismiss|override|snooze|play|sort|attach|terminate|end|withdraw|audit|extend)"
)
HELPED = any_of(
    r"\b(?:rank|rate)s? (?:us|it|our \w+|them) (?:\w+ )?(?:first|best|highest|higher|above|among"
    r"|top)\b"
    r"|\b(?:writes|runs|sells|fills|explains|manages|funds) itself\b|\bwithout (?:added|extra|more"
    r"|additional|new|any) (?:\w+ )?(?:effort|staff|cost|work|training|clicks|hires?|delay|risk)\b"
    r"|\b(?:los(?:es?|ing)|lost) (?:\w+ )?(?:accuracy|precision|sensitivity|value|performance"
    r"|calibration)"
    r"\b|\bthe envy of\b|\b(?:see|regard|view|describe|rate|experience)s? (?:it|this"
    r"|the \w+) as (?:an? )?"
    r"\w+|\b(?:savings|gains|reductions) (?:\w+ )?(?:fund|pay|cover|finance|offset|support)s?\b",
    r"\badd(?:s|ed)? (?:\w+ )?(?:value|benefit|accuracy|insight|precision|safety|confidence)\b"
    r"|\bno other \w+ (?!is\b|are\b|may\b|data\b)\w+s\b",
    r"\bdeliver(?:s|ed)? (?:\w+ ){0,2}?(?:quality|value|results|performance|outcomes|accuracy|care"
    r"|excellence|impact|insights?)\b|\b(?:gaps|holes|vacancies|shifts) (?:are|get) (?:filled"
    r"|closed)\b",
    r"\bfinish(?:es|ed)? (?:the (?:day|shift|week)|early|before|on|ahead)\b|s speed (?!of|and"
    r"|or|is"
    r"|was|in)\w+",
    r"\bends? (?:the|all|your) (?:\w+ )?(?:hunt|search|wait|chase|guess\w*|need|era|struggle"
    r"|scramble"
    r"|cycle|chaos|chore|burden|frustration|delays?)\b|^no (?:hidden|more(?! than)|extra"
    r"|surpris\w+|wasted"
    r"|lost"
    r"|missed|delays?|learning curve)\b",
    r"\bbr(?:ings?|ought) (?:\w+ )?(?:order|calm|clarity|joy|relief|focus|structure|transparency"
    r"|speed"
    r"|visibility|peace|consistency|discipline|value|confidence|predictability|hope|balance"
    r"|sanity)\b"
    r"|\b(?:keep|hold|maintain|retain|preserv|sustain|protect)(?:e?s|ed)? (?:its|their|the|full"
    r"|high|our)"
    r" (?:\w+ )?(?:accuracy|performance|sensitivity|specificity|quality|precision|trust|margins?"
    r"|revenue"
    r"|workforce|focus|attention|gains?|lead|pace|calibration|speed)\b|\balone (?:justif|pay"
    r"|cover|sav"
    r"|account|return|fund|recoup|prevent)\w*|\b(?:all-time|record|historic|\w+-(?:year"
    r"|month)) (?:low"
    r"|high|best|peak)s?\b",
    rf"\bso (?:that )?(?:the |our |your )?{_WHO} (?:don[\u2019']t|do not|need not|never|no longer)"
    r"(?: have| need)? ?\w+|\b(?:results|gains|effects?|savings|improvements?|benefits) (?:last"
    r"|hold"
    r"|persist|stick|endure|continue|spread|grow|compound)(?:s|ed)?\b",
    rf"\b(?:return|giv|gav|add|buy|bought|win|won|free|sav|creat|open|add)(?:e|es|s|ed|ing)?"
    rf" (?:[\w-]+ ){{0,2}}?(?:up |back |about |over |nearly |an extra "
    rf"|an additional )*(?:{NUMBER}|an?|one) (?:[\w-]+ )?(?:hours?|minutes?"
    rf"|days?"
    rf"|slots?|beds?|visits?|appointments?)\b(?! (?:of (?:training|support|notice|work|class)"
    rf"|before"
    rf"|notice))|\blearns (?:each|your|every|how|from|what)\b|\branks? (?:first|second|third"
    rf"|among|in"
    rf"|highest|top|number|above|ahead)\b|^(?:with|using|thanks to|because of) (?:it|us|this"
    rf"|(?:our|the) (?:[\w-]+ )?(?:tool|platform|assistant|software|system|product|model|service"
    rf"|engine|app|solution|team)s?)\b[^,]*, (?!(?:your|our|you|we|both) )",
    r"\b(?:catch|resolv|handl|find|detect|answer|remov|prevent|solv|clos|complet|recover"
    r"|captur"
    r"|eliminat|absorb|address|automat)\w* (?:most|nearly all|almost all|all|many|the majority"
    r"|virtually"
    r" all)\b|\bjustif(?:y|ies|ied) (?:the|its|their|every) \w+|\bwith (?:[\w-]+ )?(?:fluency"
    r"|accuracy"
    r"|precision|ease|speed|fidelity|reliability|efficiency|confidence|consistency)\b"
    rf"|\breplac(?:es|ed) (?:{NUMBER}|manual|paper|legacy|outdated|dozens)\b",
    rf"\b(?:works?|runs?|connects?|integrates?|fits?|adapts?|scales?) (?:\w+ )?(?:in|with|to|into"
    rf"|on"
    rf"|across|for|alongside) (?:any|every|all|almost|nearly)\b|^everything\b|\b(?:all|everything)"
    rf" (?:you|they|your \w+) (?:needs?|wants?)\b|\b(?:{USERS}|staff) (?:ask for (?:it|us|our"
    rf"|more)|embrace"
    rf"|welcome|appreciate|enjoy|trust(?! scores?)|thrive|stay longer|feel|notice|value)\b"
    rf"|\bturn(?:s|ed)?"
    rf" (?:positive|profitable|around|a profit)\b|\b(?:leads?|led|tops?|topped) (?:the|its|our"
    rf"|all)"
    rf" (?:state|country|nation|region|market|industry|field|league|class|way|peers?|rankings?)\b"
    rf"|\b(?:renders?|rendered|leaves?|makes?|made) (?:[\w-]+ ){{1,4}}?(?:\w+less|obsolete|safe"
    rf"|whole"
    rf"|unnecessary|redundant|visible|easy|simple|calm|confident|happy|viable|affordable)\b",
    r"\b(?:everyone|everybody|all|you|patients|staff|nurses|clinicians|both) benefits?\b"
    r"|\b(?:see|get|feel|find|deliver)s? (?:the |real |fast )?(?:results|value|impact"
    r"|difference)\b"
    r"|\b(?:can[\u2019']t|cannot|could not|wouldn[\u2019']t|would not|don[\u2019']t"
    r"|doesn[\u2019']t)"
    r" (?:imagine|live without|do without|beat|match|go back|miss|stop (?:using|talking))\b"
    r"|\bwhat (?:\w+ )?(?:humans|people|others|reviewers|readers|eyes|clinicians|competitors)"
    r" (?:miss|overlook|can[\u2019']t|cannot)\b|\bon time\b|\b(?:set|broke|hit) (?:an? )?(?:\w+ )?"
    r"records?\b|\brecord (?:low|high|year|number|levels?)\b",
    r"^we (?:\w+ly |have |also )*(?:lost|retained|filled|passed|earned|won|achieved|met (?!with"
    r"|your|the (?:team"
    r"|board))"
    r"|exceeded|maintained|topped|succeeded|prevented|stopped|cleared|outdid|pioneered|proved"
    r"|turned|doubled|closed (?:\w+ )?(?:\d|gaps?))\b",
    r"\b(?:enabl|allow|permit|support|bring|lead to|result in|achiev|driv|foster|promot|mak)\w*"
    r" (?:for |way for )?(?:\w+ )?(?:earlier|sooner|faster|safer|better|fewer|more|less"
    r"|quicker)\b",
    r"\bhelp(?:s|ed|ing)\b(?! (?:with|desk|you (?:set|with)|texts?|lines?|pages?|files?)\b) \w+",
    rf"\b(?:allow|enable|empower|equip)(?:s|ed|ing)? (?:the |our |your |its |their )?{_WHO}"
    rf" to (?!{_USE}\b)\w+",
    rf"\b(?:lets?|letting) (?:the |our |your |its |their )?{_WHO} (?!{_USE}\b)(?!know\b)\w+",
    r"\b(?:frees?|spares?|relieves?|protects?|rescues?|saves?) (?:the |our |your |their )?"
    rf"{_WHO}\b",
    r"\bturn(?:s|ed|ing)? (?:[\w-]+ ){1,6}?into\b|\b(?:com(?:e|es|ing)|came) down\b"
    r"|\btrend(?:s|ed|ing)? (?:\w+ )?(?:down|up|lower|higher|toward)\w*\b|\bbreak(?:s"
    r"|ing)?[- ]even"
    r"\b|\bbroke even\b|\bpay(?:s|ing)? (?:off|back|for (?:itself|themselves))\b",
    r"\bfrees\b(?! later)|\bfree(?:d|ing) up\b|\bgain(?:s|ed|ing)?\b"
    r"(?! (?:access|consent|approval|entry|of the|is|are|was|were)\b)"
    r" \w+|\b(?:covers?|covered|funds?|pays? for) (?:the|its|their"
    r"|our) (?:own )?(?:\w+ )?(?:fees?|costs?"
    r"|price|expenses?|investment|salary)\b|^by (?:\w+ly )?\w+ing\b[^,]*, (?:it|we|the|our|this)\b"
    r"|(?<!system )(?<!network )(?<!link )(?<!service )(?<!interface )(?<!server )(?<!emr )"
    r"\b(?:is|are"
    r"|was|were|stands?) (?:now |back |well |also )?(?:up|down)\b(?! (?:and|for|or|when|while)\b)",
    r"\bkeep(?:s|ing)? (?:[\w-]+ ){1,4}(?:full|open|short|calm|filled|moving|flowing|informed"
    r"|engaged"
    r"|consistent|close|lean|happy|steady|stable|under|below|from \w+ing)\b",
    r"\b(?:outweigh|offset|offsets|recoup|repay|more than cover)(?:s|ed|ing)?\b|\bbr(?:ings?"
    r"|ought)"
    r" in (?:an? )?(?:extra |additional |new |about |over )*[$\d]|\ball but (?:\w+ed|gone)\b",
    r"\b(?:says?|tells?|shows?|means?|gives?|brings?|earns?|delivers?|yields?|nets?) (?:you |us "
    r"|your \w+ |the \w+ )?(?:peace of mind|confidence|value|savings|results|joy|time back"
    r"|a return"
    r"|real|lasting|better|measurable)\b",
    r"\b(?:savings|reductions?|improvements?|gains|benefits?|efficienc(?:y|ies)|roi|return on"
    r" investment|payback|pay-?off|uplift) (?:\w+ )?(?:is|are|was|were|follow\w*|come|comes|came"
    r"|begin|began|appear\w*|accrue\w*|show\w*|start\w*|exceed\w*|reach\w*|last\w*|add up"
    r"|materiali[sz]e\w*|outweigh\w*|grow|grew|hold|held|within|after|in)\b"
    r"(?! (?:measured|counted|calculated|defined|reported|shared|reviewed|split|agreed|not))",
    r"\b(?:reduction|improvement|relief|elimination|prevention|avoidance|acceleration|decline"
    r"|growth|drop|increase|decrease) (?:of|in) (?:[\w-]+ ){1,5}?(?:is|are|was|were|came|comes"
    r"|follow\w*|within|after|by)\b",
    rf"\bso (?:that )?(?:the |our |your )?{_WHO} can (?!{_USE}\b)\w+|\bspeed(?:s"
    rf"|ed)? (?:\w+ )?up\b"
    rf"|\bcan (?:now|finally|again|at last|focus|concentrate|spend|leave|finish|go home)\b"
    r"|\b(?:picks?|picked) up (?:extra|more)\b|\bcame (?:a)?round\b|\bpay-?back (?:takes?|in|is"
    r"|comes?|period)\b|\b(?:institutions|peers|hospitals|sites|customers|clients|users"
    r"|physicians|nurses|practices"
    r"|clinicians|clinics|systems|managers|residents"
    r"|patients) (?:\w+ )?report\b(?![^.]* to the\b)(?! (?:to|any"
    r"|every"
    r"|errors?|problems?|faults?)\b)|\breports? (?:fewer|less|more|better|higher"
    r"|lower|that|no|feeling)\b|\bmakes? (?:you|us|them|your \w+) (?:an?|the|more)\b"
    r"|\b(?:first|time to|faster to) (?:value|benefit|results?|savings?)\b",
    r"\b(?:over|under)(?:estimate|predict|call|perform|triage|diagnos|report)(?:s|es|ed)?\b"
    r"|\b(?:deals?|cop(?:e|es)|keeps? (?:up|pace)) with\b|\bresolv(?:es|ed) (?:most|nearly|almost"
    r"|all|many)\b|\blead(?:s)? to (?:an? )?\w+",
)
"""What is said to help, to pay, or to come of it."""
