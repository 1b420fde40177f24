"""Finds the words a person reads in the source of the window that no function translates."""

import ast
import re
from collections.abc import Iterator

MARKS = frozenset({"_", "ngettext"})
"""The functions that translate."""

_READ = re.compile(r"[^\W\d_]{2,}[.,:;!?]* | [^\W\d_]{2,}|^[A-Z][a-z]+\b")
_KEYS = re.compile(
    r"(?:(?:Ctrl|Shift|Alt)[+ ])*(?:Ctrl|Shift|Alt|Esc|Enter|Tab|F\d+)(?:[+ ]\S+)?(, .*)?"
)
_CODE = re.compile(r"^[\s#<*{]|[\\{]|=[\"']|::|\w\(|^[A-Z]\w*\.\w|^[a-z-]+: |^[\w-]+\.[a-z]{2,4}$")
_NAMES = frozenset({"Roadmapper", "Fusion", "Inter", "Newsreader Display", "Newsreader Text"})
"""Names of the product, of typefaces and of styles of Qt, which no language changes."""
_KEPT = frozenset({"Value and risk", "CMO / chief physician executive", "Documents"})
"""Values as they stand in answers, and a folder of the system."""
_UNREAD_CALLS = frozenset({
    "compile", "match", "debug", "info", "warning", "error", "exception", "getLogger",
    "import_module", "setObjectName", "setProperty", "findChild", "TypeVar", "cast",
    "startswith", "endswith", "removeprefix", "removesuffix", "setOrganizationName",
    "setApplicationName", "RuntimeError", "NotImplementedError", "ValueError", "KeyError",
})  # fmt: skip
"""Calls whose texts go to the program or to a log, not to a person."""


def unmarked(tree: ast.Module) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Yield the literals that a person reads and that no function translates."""
    yield from _inside(tree, parents=())


def template_of(node: ast.Constant | ast.JoinedStr) -> str:
    """Return a literal as text, with an empty pair of braces for each value inside."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    parts = (str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    return "".join(parts)


def is_read(node: ast.Constant | ast.JoinedStr) -> bool:
    """Return whether a literal looks like words that a person reads."""
    text = template_of(node)
    plain = text.replace("{}", "0")
    if text in _NAMES | _KEPT or _KEYS.fullmatch(plain.strip()) or _CODE.search(plain):
        return False
    return bool(_READ.search(text.replace("Roadmapper", "", 1).rstrip(" -")))


def _inside(node: ast.AST, parents: tuple[ast.AST, ...]) -> Iterator[ast.Constant | ast.JoinedStr]:
    if isinstance(node, ast.Constant | ast.JoinedStr):
        is_text = isinstance(node, ast.JoinedStr) or isinstance(node.value, str)
        if is_text and _is_or_holds_read(node, parents) and not _is_docstring(parents):
            yield node
            return
    for child in _read_children(node):
        yield from _inside(child, (*parents, node))


def _is_or_holds_read(node: ast.Constant | ast.JoinedStr, parents: tuple[ast.AST, ...]) -> bool:
    """Return whether words are read here, or inside of a value that is put in."""
    if is_read(node):
        return True
    inside = (_inside(child, (*parents, node)) for child in _read_children(node))
    return any(next(found, None) is not None for found in inside)


def _is_docstring(parents: tuple[ast.AST, ...]) -> bool:
    return isinstance(parents[-1], ast.Expr)


def _read_children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a statement or expression in which a person may read something."""
    match node:
        case ast.Call() if _called(node) in MARKS | _UNREAD_CALLS:
            return
        case ast.JoinedStr():
            yield from (one.value for one in node.values if isinstance(one, ast.FormattedValue))
        case ast.Dict():
            yield from (key for key in node.keys if key is not None and _is_heading(key))
            yield from node.values
        case ast.Subscript():
            yield node.value
        case ast.Compare() | ast.MatchValue() | ast.Import() | ast.ImportFrom():
            return
        case ast.AnnAssign():
            yield from (node.value,) if node.value else ()
        case ast.arg():
            return
        case ast.FunctionDef():
            yield from (*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body)
        case _:
            yield from ast.iter_child_nodes(node)


def _is_heading(key: ast.expr) -> bool:
    """Return whether a key of a dictionary is also what a person reads of it."""
    return isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value[:1].isupper()


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
