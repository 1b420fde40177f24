"""Answers as TOML: a text that a person can read and that an answers file can hold."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import (
    CARDS,
    EVIDENCE,
    FILES,
    MARKS,
    NOTES,
    REVIEWS,
    STATE,
    WAIVERS,
    AnswerPath,
)
from roadmapper.template.kinds import Value

ABOUT = {
    "evidence_links": EVIDENCE,
    "marks": MARKS,
    "notes": NOTES,
    "state": STATE,
    "waivers": WAIVERS,
    "reviews": REVIEWS,
    "imported_cards": CARDS,
}
"""Tables of what is kept about answers, and the word their addresses begin with.

Attached files are not among them: a text holds no bytes, and their names alone would lie.
"""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(slots=True)
class _Node:
    """One answer with the rows inside it: cells by row and column."""

    value: Value = None
    rows: "dict[str, dict[str, _Node]]" = field(default_factory=dict)


def write_answers(answers: Answers) -> str:
    """Return answers as TOML that `answers_file` reads back."""
    sections: dict[str, dict[str, _Node]] = {}
    about: dict[str, list[str]] = {word: [] for word in ABOUT.values()}
    for text, value in answers.items():
        path = AnswerPath.parse(text)
        if path.about == FILES:
            continue
        if path.about:
            bare = text.removeprefix(f"{path.about}.")
            about[path.about].append(f"{_quoted(bare)} = {_spelled(value)}")
        else:
            _keep(sections.setdefault(path.section, {}), path, value)
    parts = [_section(name, questions) for name, questions in sections.items()]
    parts += ["\n".join([f"[{name}]", *about[word]]) for name, word in ABOUT.items() if about[word]]
    return "".join(f"{part}\n\n" for part in parts).removesuffix("\n")


def _keep(questions: dict[str, _Node], path: AnswerPath, value: Value) -> None:
    node = questions.setdefault(path.question, _Node())
    for row, column in path.steps:
        node = node.rows.setdefault(row, {}).setdefault(column, _Node())
    node.value = value


def _section(name: str, questions: dict[str, _Node]) -> str:
    return "\n".join([f"[{name}]", *_cells(questions, name)])


def _cells(cells: dict[str, _Node], key: str) -> Iterator[str]:
    # TOML wants the plain keys of a table before the tables inside it.
    for name, node in cells.items():
        if not node.rows:
            yield f"{name} = {_spelled(node.value)}"
    for name, node in cells.items():
        if node.rows:
            yield from _rows(node, f"{key}.{name}")


def _rows(node: _Node, key: str) -> Iterator[str]:
    listed = node.value if isinstance(node.value, tuple) else ()
    for row in listed or node.rows:
        place = key if listed else f"{key}.{row}"
        yield f"\n[[{key}]]\nid = {_quoted(row)}" if listed else f"\n[{place}]"
        yield from _cells(node.rows.get(row, {}), place)


def _spelled(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return f"[{', '.join(_quoted(one) for one in value)}]"
        case str() if "\n" in value:
            return f'"""\n{_escaped(value)}"""'
        case str():
            return _quoted(value)
        case None:
            return '""'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _escaped(text: str) -> str:
    bare = text.replace("\\", "\\\\").replace('"""', '""\\"')
    bare = bare[:-1] + '\\"' if bare.endswith('"') else bare
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", bare)
