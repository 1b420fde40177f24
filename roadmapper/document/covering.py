"""What frames a document: its title, cover and foot, from what `[cover]` of a template names."""

from datetime import datetime

from roadmapper.document import formats
from roadmapper.document.citing import mark_line
from roadmapper.document.tree import Cover, Fact, Properties, Source, plain
from roadmapper.document.wording import Scope, one_line
from roadmapper.proposal.facts import Facts


def cover(facts: Facts, now: datetime, *, draft: bool) -> Cover:
    """Return the first page of a full proposal."""
    decided = covered(facts, "decision")
    state = "Draft, not yet approved" if draft else _handling(facts)
    told = [
        ("Prepared for", "Chief Medical Information Officer"),
        ("Decision expected", formats.date_text(decided)),
        ("Handling", state),
    ]
    title = covered(facts, "customer") or covered(facts, "name") or "Proposal"
    promise = _promise(facts)
    return Cover(
        organization=covered(facts, "vendor"),
        version=edition_line(facts, now),
        eyebrow=facts.template.title,
        title=title,
        promise=promise,
        facts=tuple(Fact(label, value) for label, value in told if value),
        stations=_stations(facts),
        title_source=_source(facts, "customer", title),
        promise_source=_source(facts, "promise", promise),
    )


def _promise(facts: Facts) -> str:
    """Return what is promised, with the word before it if it is marked as a goal or assumption."""
    promise = covered(facts, "promise")
    path = facts.template.cover.get("promise", "")
    mark = plain(mark_line(path, Scope(facts, path.partition(".")[0])))
    return f"{mark}{promise}" if promise else covered(facts, "name")


def edition_line(facts: Facts, now: datetime) -> str:
    """Return month and version, as at the top of the first page."""
    version = covered(facts, "version")
    when = formats.month_text(now.date())
    return f"{when}, version {version}" if version else when


def properties(facts: Facts, now: datetime, revision: str, named: str) -> Properties:
    """Return what a file says about itself."""
    return Properties(
        title=named,
        subject=covered(facts, "name"),
        organization=covered(facts, "vendor"),
        language=facts.template.language,
        created=now,
        revision=revision,
    )


def _source(facts: Facts, name: str, shown: str) -> Source | None:
    """Return which answer a text of the cover is, if it is one letter by letter."""
    path = facts.template.cover.get(name, "")
    return Source(path) if shown and facts.answers.text(path) == shown else None


def _stations(facts: Facts) -> tuple[str, ...]:
    """Return the stages of the partnership as stops of the route on the cover."""
    path = facts.template.cover.get("stages", "")
    question = facts.template.find(path)
    if question is None:
        return ()
    return tuple(question.fixed_label(row) for row in facts.filled_rows(path))


def title(facts: Facts) -> str:
    """Return what the document is called."""
    system = covered(facts, "customer")
    name = facts.template.title
    return f"A {name[:1].lower()}{name[1:]} for {system}" if system else name


def foot(facts: Facts, *, draft: bool) -> str:
    """Return what stands at the foot of every page: who wrote it, and how to handle it."""
    told = (covered(facts, "vendor"), "Draft" if draft else "", _handling(facts))
    return ". ".join(one for one in told if one)


def _handling(facts: Facts) -> str:
    question = facts.template.find(facts.template.cover.get("handling", ""))
    text = covered(facts, "handling")
    option = question.option(text) if question else None
    return option.label if option else text


def covered(facts: Facts, name: str) -> str:
    """Return what the cover shows under this name: an answer or its default, on one line."""
    path = facts.template.cover.get(name, "")
    text = facts.answers.text(path)
    if not text:
        default = facts.defaults.get(path)
        text = default if isinstance(default, str) else ""
    return one_line(text, Scope(facts, path.partition(".")[0]))
