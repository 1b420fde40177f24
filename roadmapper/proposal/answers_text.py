"""Answers as a text that a person can read and an answers file can hold: TOML, a table per section."""

import json
import re
from collections.abc import Iterable, Iterator

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.answers_file import ABOUT
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NAMES = {word: table for table, word in ABOUT.items()}


def write_answers(answers: Answers) -> str:
    """Return answers as TOML that `answers_file` reads back."""
    paths = [AnswerPath.parse(path) for path in answers]
    sections = dict.fromkeys(path.section for path in paths if not path.about)
    parts = [_section(answers, [p for p in paths if p.section == name]) for name in sections]
    for word, table in _NAMES.items():
        about = [path for path in paths if path.about == word]
        if about:
            lines = [_about_line(answers, path) for path in about]
            parts.append("\n".join([f"[{table}]", *lines]))
    return "".join(f"{part}\n\n" for part in parts).removesuffix("\n")


def _section(answers: Answers, paths: list[AnswerPath]) -> str:
    section = paths[0].section
    lines = [f"[{section}]"]
    tables: list[str] = []
    for root in dict.fromkeys(path.root for path in paths if not path.about):
        inside = [path for path in paths if not path.about and path.root == root]
        if any(path.steps for path in inside):
            tables += _rows(answers, root, inside, f"{section}.{root.question}")
        else:
            lines.append(f"{root.question} = {_spelled(answers[str(root)])}")
    return "\n".join([*lines, *tables])


def _rows(answers: Answers, group: AnswerPath, inside: list[AnswerPath], key: str) -> Iterator[str]:
    depth = len(group.steps)
    seen = dict.fromkeys(path.steps[depth][0] for path in inside if len(path.steps) > depth)
    listed = answers.rows(str(group))
    for row in listed or seen:
        yield f"\n[[{key}]]\nid = {_spelled(row)}" if listed else f"\n[{key}.{row}]"
        cells = [p for p in inside if len(p.steps) > depth and p.steps[depth][0] == row]
        # A key without a row marker would open the table again, so inner tables of given rows name the row.
        yield from _cells(answers, group.row(row), cells, key if listed else f"{key}.{row}")


def _cells(answers: Answers, row: AnswerPath, inside: list[AnswerPath], key: str) -> Iterator[str]:
    depth = len(row.steps)
    columns = dict.fromkeys(path.steps[depth - 1][1] for path in inside)
    inner: list[str] = []
    for name in columns:
        cell = row.column(name)
        deeper = [path for path in inside if path.within(cell) and len(path.steps) > depth]
        if deeper:
            inner += _rows(answers, cell, deeper, f"{key}.{name}")
        else:
            yield f"{name} = {_spelled(answers.value(str(cell)))}"
    yield from inner


def _about_line(answers: Answers, path: AnswerPath) -> str:
    bare = AnswerPath(path.section, path.question, path.steps)
    return f'"{bare}" = {_spelled(answers[str(path)])}'


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


def lines(answers: Answers, paths: Iterable[str]) -> Iterator[str]:
    """Yield one line per answer: its address and its value as JSON."""
    for path in paths:
        yield f"{path} = {json.dumps(answers[path], ensure_ascii=False)}"
