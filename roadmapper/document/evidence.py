"""What stands behind the claims: numbered sources, and assumptions that still need a yes."""

from collections.abc import Iterator

from roadmapper.document import formats
from roadmapper.document.citing import source_key
from roadmapper.document.rows import Rows
from roadmapper.document.tree import (
    Block,
    Cell,
    Column,
    Line,
    Link,
    Row,
    Source,
    SourceEntry,
    Sources,
    Table,
    Text,
)
from roadmapper.document.wording import Scope, say_plain
from roadmapper.proposal.evidence import proposal_day, standing
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.sources import gone
from roadmapper.template.model import BlockRule


def sources(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the evidence register as numbered sources with design, size, funding and date."""
    del rule
    rows = Rows(REGISTER, scope)
    entries = tuple(
        SourceEntry(
            source_key(row), place, _entry(rows, row, scope), Source(f"{REGISTER}[{row}].reference")
        )
        for place, row in enumerate(rows.ids, 1)
    )
    if entries:
        yield Sources(entries)


def _entry(rows: Rows, row: str, scope: Scope) -> Line:
    size = rows.text(row, "n")
    told = [
        rows.text(row, "type"),
        rows.text(row, "design"),
        rows.text(row, "population"),
        f"n = {size}" if size else "",
        rows.text(row, "setting"),
        rows.text(row, "effect"),
        rows.text(row, "caveat"),
        rows.text(row, "funding"),
    ]
    as_of, published = rows.text(row, "as_of"), rows.text(row, "published")
    stale = standing(scope.facts.answers, row, proposal_day(scope.facts.answers)).stale
    body = " ".join(_sentence(one) for one in told if one)
    url = rows.text(row, "url")
    parts: list[Text | Link] = [
        Text(_sentence(rows.text(row, "reference")), bold=True),
        Text(body),
        Text(f"Published {published}." if published else ""),
        Text(f"As of {as_of}." if as_of else ""),
        Text(_sentence(gone(scope.facts.answers, row)), bold=True),
        Text("Older than three years; to be looked at again." if stale else ""),
        Link(url, url) if url.startswith(("https://", "http://")) else Text(url),
    ]
    return _spaced([part for part in parts if part.text])


def _spaced(parts: list[Text | Link]) -> Line:
    line: list[Text | Link] = []
    for part in parts:
        line += [Text(" "), part] if line else [part]
    return tuple(line)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) or not text else f"{text}."


def assumptions(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield every default that stands in for an answer, to be confirmed by the health system."""
    facts = scope.facts
    begun = {path.partition(".")[0] for path in facts.answers}
    rows = []
    for path, question in facts.template.addresses():
        if path.partition(".")[0] not in begun:
            continue
        default = facts.defaults.get(path)
        text = formats.value_text(question, default, cell=True)
        if not question.internal and text and question.assumed:
            shown = (
                formats.with_unit(text, question.unit) if question.unit in ("%", "years") else text
            )
            label = Cell(((Text(question.label),),), bold=True)
            rows.append(Row((label, Cell(((Text(shown),),)), Cell(((Text(question.assumed),),)))))
    if rows:
        columns = (
            Column("Assumption", weight=1.1),
            Column("Value used", weight=1),
            Column("What it changes", weight=2),
        )
        caption = say_plain(rule.wordings["caption"], scope) or "Assumed until you confirm them"
        note = say_plain(rule.wordings["note"], scope)
        yield Table("assumptions", caption, columns, tuple(rows), note)
