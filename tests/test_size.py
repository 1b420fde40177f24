"""What is written stays short enough to be read in one sitting."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("roadmapper", "ui", "tools")
LONGEST_FILE = 300
LONGEST_FUNCTION = 50
MOST_METHODS = 20

_Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def _sources() -> dict[str, str]:
    """Return the text of every file, by its path from the root."""
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}


def _nodes() -> Iterator[tuple[str, ast.AST]]:
    for name, text in _sources().items():
        for node in ast.walk(ast.parse(text)):
            yield name, node


def test_no_file_is_too_long_to_read() -> None:
    lengths = {name: len(text.splitlines()) for name, text in _sources().items()}

    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_read() -> None:
    long = {
        f"{name}:{node.lineno} {node.name}": lines
        for name, node in _nodes()
        if isinstance(node, _Function)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }

    assert long == {}


def test_no_class_does_too_much() -> None:
    crowded = {
        f"{name}:{node.lineno} {node.name}": count
        for name, node in _nodes()
        if isinstance(node, ast.ClassDef)
        and (count := sum(isinstance(one, _Function) for one in node.body)) > MOST_METHODS
    }

    assert crowded == {}
