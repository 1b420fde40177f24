"""Names that do not fit: another EMR, another version, an officer or a person in no place."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from roadmapper.checks.contradictions import WHY
from roadmapper.checks.reading import rows
from roadmapper.checks.rule import Told, rule
from roadmapper.checks.said import N, denies, public_texts, sentences, value_of
from roadmapper.checks.topic import ELSEWHERE
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

_EMRS = {
    "Epic": re.compile(r"\b(?:Epic(?:’s|'s)?|Hyperspace|MyChart|Haiku|Showroom)\b"),
    "Oracle Health (Millennium)": re.compile(r"\b(?:Oracle Health|Cerner|Millennium|PowerChart)\b"),
    "MEDITECH Expanse": re.compile(r"\b(?:MEDITECH|Meditech|Expanse)\b"),
    "athenahealth": re.compile(r"\b(?:athenahealth|Athenahealth|athenaOne)\b"),
    "Altera/Veradigm": re.compile(r"\b(?:Altera|Veradigm|Allscripts)\b"),
}
_ANY_EMR = re.compile("|".join(one.pattern for one in _EMRS.values()))
_OTHER = re.compile(
    r"\b(?:other|another|also|unlike|besides|elsewhere|customers?)\b", re.IGNORECASE
)
_ANYWHERE = ELSEWHERE | {
    "solution.roadmap_influence",
    "system.tools_replaced",
    "transparency.models",
    "roadmap.stability",
}
_MODELS = "transparency.models"
_VERSION = re.compile(
    r"(?<!FHIR )(?<!SMART )(?<!TLS )(?<!SAML )(?<!HL7 )(?<!OAuth )(?<!USCDI )(?<!Connect )"
    r"\b[Vv]ersion (\d+\.\d+(?:\.\d+)?)\b"
)
_MODEL = re.compile(r"\b(?:the|our|The|Our) ([A-Z][\w-]+(?: [A-Z][\w-]+){0,3}) model\b")
_MANY = re.compile(rf"\b(both|all {N}|our {N}|the {N}) models\b(?! of\b)", re.IGNORECASE)
_OFFICERS = {
    "CMIO": r"\bCMIO\b|chief medical information officer",
    "CIO": r"\bCIO\b|chief information officer",
    "CFO": r"\bCFO\b|chief financ\w+ officer",
    "COO": r"\bCOO\b|chief operating officer",
    "CEO": r"\bCEO\b|chief executive officer",
    "CMO": r"\bCMO\b|chief medical officer|chief physician executive",
    "CNO": r"\bCN[EO]\b|chief nurs\w+ (?:executive|officer)|chief nurse executive",
    "CNIO": r"\bCNIO\b|chief nursing informati\w+ officer",
    "CISO": r"\bCISO\b|chief information security officer",
    "CAIO": r"\bCAIO\b|chief (?:AI|artificial intelligence) officer",
    "chief quality officer": r"\bCQO\b|chief quality officer",
    "chief people officer": r"\bCHRO\b|chief (?:people|human resources) officer",
    "chief strategy officer": r"\bCSO\b|chief strategy officer",
}
_CALLED = {name: re.compile(one, re.IGNORECASE) for name, one in _OFFICERS.items()}
_PEOPLE = "coalition.people"
_ANSWERING = (
    ("deploy.gates", "decided_by", "decides at a gate"),
    ("value.drivers", "owner", "owns a driver"),
    ("review.asks", "who", "is asked for a decision"),
)
_NAME = re.compile(r"(?:Dr\.? |Prof\.? )?[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+)+")


@rule("other-emr", Severity.SHOULD_FIX, WHY)
def emr_named_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """A text speaks of another EMR than theirs."""
    theirs = answers.text("system.emr")
    if theirs not in _EMRS:
        return
    for path, text in public_texts(template, answers):
        if path == "system.emr" or path.partition("[")[0] in _ANYWHERE:
            continue
        for named in _emrs_in(text):
            for spelled in named.values() if theirs not in named else ():
                yield path, f"{spelled} is named here, and their EMR is {theirs}."


@lru_cache(maxsize=20_000)
def _emrs_in(text: str) -> tuple[Mapping[str, str], ...]:
    """Return the EMRs that each sentence names, and how; a sentence that denies names none."""
    told = []
    for sentence in sentences(text) if _ANY_EMR.search(text) else ():
        found = {name: hit[0] for name, one in _EMRS.items() if (hit := one.search(sentence))}
        if found and not denies(sentence) and not _OTHER.search(sentence):
            told.append(found)
    return tuple(told)


@rule("other-version", Severity.SHOULD_FIX, WHY)
def version_named_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """A text names a version of a model that no card knows."""
    known = set[str]()
    for row in rows(answers, _MODELS):
        known.add(row.text("model_version"))
        for column in ("version_history", "components"):
            known.update(one.text("version") for one in rows(answers, row.at(column)))
    known = {found[1] for one in known if (found := re.search(r"(\d+(?:\.\d+)*)", one))}
    if not any("." in one for one in known):
        return
    for path, text in public_texts(template, answers):
        if path.startswith((_MODELS, "solution.evidence", "security.", "review.version")):
            continue
        for version in _versions_in(text):
            if version not in known:
                yield path, f"Version {version} is named here, and no model card knows it."


@rule("other-model", Severity.SHOULD_FIX, WHY)
def model_unknown(template: Template, answers: Answers) -> Iterator[Told]:
    """A text names a model that has no card."""
    cards = [row.words("model_name", "developer_name") for row in rows(answers, _MODELS)]
    if not cards:
        return
    known = " ".join((*cards, answers.text("deal.vendor").casefold()))
    known += " " + " ".join(row.words("item") for row in rows(answers, "pricing.base_fee"))
    for path, text in public_texts(template, answers):
        if path.partition("[")[0] in (*ELSEWHERE, _MODELS, "continuity.fourth_parties"):
            continue
        for name in _models_in(text):
            if not any(word.casefold() in known for word in name.split()):
                yield path, f'A model "{name}" is named here, and no card has that name.'


@rule("other-models", Severity.SHOULD_FIX, WHY)
def models_counted_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """A text speaks of more or fewer models than have a card."""
    cards = [row for row in rows(answers, _MODELS) if row.text("model_name")]
    for path, text in public_texts(template, answers) if cards else ():
        for said, count in _counted_models(text):
            if count != len(cards) and not path.startswith((*ELSEWHERE, _MODELS)):
                yield path, f'"{said}" are told here, and {len(cards)} have a card.'


@lru_cache(maxsize=20_000)
def _versions_in(text: str) -> tuple[str, ...]:
    return tuple(_VERSION.findall(text)) if "ersion" in text else ()


@lru_cache(maxsize=20_000)
def _models_in(text: str) -> tuple[str, ...]:
    return tuple(_MODEL.findall(text)) if " model" in text else ()


@lru_cache(maxsize=20_000)
def _counted_models(text: str) -> tuple[tuple[str, Decimal], ...]:
    found = _MANY.finditer(text) if " models" in text else ()
    return tuple((one[0], value_of(next(filter(None, one.groups()[1:]), "two"))) for one in found)


@rule(
    "not-in-coalition",
    Severity.SHOULD_FIX,
    "Whoever decides, owns or signs has to be won first, and is nowhere in the plan for that.",
)
def officers_unknown(_template: Template, answers: Answers) -> Iterator[Told]:
    """An officer decides, owns or signs, and is not in the coalition."""
    there = " | ".join(row.text("role") for row in rows(answers, _PEOPLE))
    if not there:
        return
    known = {name for name, one in _CALLED.items() if one.search(there)}
    for table, column, does in _ANSWERING:
        for row in rows(answers, table):
            text = re.sub(r"\bour [^,;]*", "", row.text(column), flags=re.IGNORECASE)
            for name, one in _CALLED.items():
                if name not in known and one.search(text):
                    yield row.at(column), f"The {name} {does}, and is not in the coalition."


@rule("two-roles", Severity.SHOULD_FIX, WHY)
def person_in_two_roles(_template: Template, answers: Answers) -> Iterator[Told]:
    """One person stands in two roles, or on both sides."""
    roles: dict[str, list[tuple[str, str]]] = defaultdict(list)
    tables = ((_PEOPLE, "role"), ("deal.team", "role"), ("roadmap.sponsors", "role"))
    for table, column in tables:
        for row in rows(answers, table):
            if _NAME.fullmatch(row.text("name")):
                roles[row.words("name")].append((row.at("name"), row.text(column).casefold()))
    for told in roles.values():
        first = told[0][1]
        for path, role in told[1:]:
            if role != first and not path.startswith("roadmap.") and role and first:
                yield path, f'One name stands for two roles: "{first}" and "{role}".'


@rule("one-office", Severity.SHOULD_FIX, WHY)
def office_held_twice(_template: Template, answers: Answers) -> Iterator[Told]:
    """One office of theirs is held by two names."""
    held: dict[str, str] = {}
    for row in rows(answers, _PEOPLE):
        office = next(
            (name for name, one in _CALLED.items() if one.fullmatch(row.text("role"))), ""
        )
        name = row.text("name")
        if office and name and held.setdefault(office, name) != name:
            yield row.at("name"), f"The {office} has two names."
