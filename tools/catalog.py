"""Writes the catalog of all words of the window, for those who translate it: `make catalog`."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
CATALOG = ROOT / "assets" / "i18n" / "roadmapper.pot"
_HEAD = (
    "Project-Id-Version: Roadmapper",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
    "Plural-Forms: nplurals=2; plural=(n != 1);",
)
_FORMS = {"_": 1, "ngettext": 2}
"""How many of the first arguments of each function are words."""

Words = tuple[str, ...]


def main() -> int:
    """Write the catalog."""
    CATALOG.parent.mkdir(parents=True, exist_ok=True)
    CATALOG.write_text(catalog(), encoding="utf-8")
    return 0


def catalog() -> str:
    """Return the catalog, the same for the same source."""
    found: dict[Words, set[str]] = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for words in marked(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(words, set()).add(path.relative_to(ROOT).as_posix())
    head = ['msgid ""', 'msgstr ""', *(_quoted(f"{line}\n") for line in _HEAD)]
    entries = ("\n".join(_entry(words, places)) for words, places in sorted(found.items()))
    return "\n\n".join(("\n".join(head), *entries)) + "\n"


def marked(tree: ast.Module) -> Iterator[Words]:
    """Yield the words of every call that translates, one or two forms."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = node.args[: _FORMS.get(node.func.id, 0)]
            if texts:
                yield tuple(_literal(text) for text in texts)


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"{ast.unparse(node)} is no literal, so no catalog can hold it")


def _entry(words: Words, places: set[str]) -> Iterator[str]:
    yield f"#: {' '.join(sorted(places))}"
    if any("{" in one for one in words):
        yield "#, python-brace-format"
    yield f"msgid {_quoted(words[0])}"
    if len(words) == 1:
        yield 'msgstr ""'
        return
    yield f"msgid_plural {_quoted(words[1])}"
    yield 'msgstr[0] ""'
    yield 'msgstr[1] ""'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    sys.exit(main())
