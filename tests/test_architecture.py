"""The plan of the house: who may import whom."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORE = ROOT / "roadmapper"

OURS = {
    "errors": (),
    "paths": (),
    "placing": ("errors",),
    "template": ("errors",),
    "proposal": ("errors", "template"),
    "store": ("errors", "placing", "proposal"),
    "document": ("errors", "paths", "template", "proposal", "cards"),
    "figures": ("errors", "proposal"),
    "checks": ("errors", "template", "proposal", "cards"),
    "cards": ("errors", "proposal"),
    "merge": ("errors", "template", "proposal"),
    "word": ("errors", "document"),
    "pdf": ("errors", "document"),
    "gate": ("errors", "document", "pdfium", "proposal", "template"),
}
"""What each package may import of ours; the journeys at the top level may import what they name."""

THEIRS = {
    "sqlite_utils": ("store",),
    "sqlite3": ("store", "commands.doctor"),
    "docx": ("word",),
    "reportlab": ("pdf",),
    "numpy": ("figures",),
    "pyxirr": ("figures",),
    "uharfbuzz": ("pdf", "word"),
    "pikepdf": ("pdf", "word.libreoffice", "cards.pdf_card", "gate.pdf_read", "gate.layers"),
    "yaml": ("cards",),
}
"""Which packages alone may import a library of others."""

HIDDEN_FROM_SCREEN = (
    "docx",
    "lxml",
    "reportlab",
    "roadmapper.pdf",
    "roadmapper.word",
    "sqlite3",
    "sqlite_utils",
)
FORBIDDEN = ("socket", "http", "urllib.request", "PySide6.QtNetwork", "requests", "ssl", "ftplib")
HEAVY = (
    "PIL",
    "docx",
    "importlib.metadata",
    "lxml",
    "numpy",
    "pikepdf",
    "pypdfium2",
    "pyxirr",
    "reportlab",
    "sqlite_utils",
    "uharfbuzz",
)
"""Libraries that may be loaded late, and so may be the modules of ours that load them."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import statement: who, what, and whether it stands inside a function."""

    module: str
    target: str
    line: int
    inside: bool
    typing: bool


def _modules(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts).removesuffix(".__init__"), path


@cache
def _imports() -> tuple[Import, ...]:
    return tuple(one for name, path in _modules(CORE) for one in _of(name, path))


def _of(name: str, path: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = _below(tree, (ast.FunctionDef, ast.AsyncFunctionDef))
    typing = {
        id(node)
        for one in ast.walk(tree)
        if isinstance(one, ast.If) and ast.unparse(one.test) == "TYPE_CHECKING"
        for node in ast.walk(one)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                targets = [one.name for one in node.names]
            case ast.ImportFrom(level=0, module=str(module)):
                targets = [f"{module}.{one.name}" for one in node.names]
            case ast.ImportFrom():
                pytest.fail(f"{path}:{node.lineno} is a relative import; write the whole name.")
            case _:
                continue
        for target in targets:
            yield Import(name, target, node.lineno, id(node) in late, id(node) in typing)


def _below(tree: ast.AST, kinds: tuple[type[ast.AST], ...]) -> set[int]:
    outer = (one for one in ast.walk(tree) if isinstance(one, kinds))
    return {id(node) for one in outer for node in ast.walk(one)}


def _begins(target: str, name: str) -> bool:
    return target == name or target.startswith(f"{name}.")


def _package(module: str) -> str:
    return module.removeprefix("roadmapper.").partition(".")[0]


@cache
def _screen_imports() -> tuple[Import, ...]:
    return tuple(one for name, path in _modules(ROOT / "ui") for one in _of(name, path))


@cache
def _known_modules() -> frozenset[str]:
    return frozenset(name for name, _ in _modules(CORE))


def _ours(one: Import) -> str:
    """Return which module of ours an import means, empty if it is another's."""
    known = _known_modules()
    if one.target in known:
        return one.target
    parent = one.target.rpartition(".")[0]
    return parent if parent in known else ""


def _where(one: Import) -> str:
    return f"{one.module}:{one.line} imports {one.target}"


def test_the_table_for_contributors_is_this_plan() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `roadmapper/(\w+)/` \|[^|]*\| ([a-z, ]+) \|$", text, re.MULTILINE)

    told = {package: {*allowed.split(", ")} for package, allowed in rows}
    packages = {package for package in OURS if (CORE / package).is_dir()}
    assert told == {package: {*OURS[package]} for package in packages}


@pytest.mark.parametrize("package", OURS)
def test_a_package_imports_only_what_the_plan_allows(package: str) -> None:
    allowed = {package, *OURS[package]}
    wrong = [
        _where(one)
        for one in _imports()
        if _package(one.module) == package and (target := _ours(one)) and target != "roadmapper"
        if _package(target) not in allowed
    ]

    assert wrong == []


def test_every_package_stands_in_the_plan() -> None:
    packages = {path.parent.name for path in CORE.glob("*/__init__.py")}

    assert packages - {"commands"} <= OURS.keys()


@pytest.mark.parametrize("library", THEIRS)
def test_a_library_is_known_in_one_place_only(library: str) -> None:
    wrong = [
        _where(one)
        for one in _imports()
        if _begins(one.target, library)
        and not any(_begins(one.module, f"roadmapper.{place}") for place in THEIRS[library])
    ]

    assert wrong == []


def test_the_core_knows_no_screen() -> None:
    screen = [
        one for one in _imports() if _begins(one.target, "PySide6") or _begins(one.target, "ui")
    ]

    assert [_where(one) for one in screen] == []


def test_the_screen_knows_neither_word_nor_pdf_nor_sql() -> None:
    wrong = [
        _where(one)
        for one in _screen_imports()
        if any(_begins(one.target, hidden) for hidden in HIDDEN_FROM_SCREEN)
    ]

    assert wrong == []


def test_nothing_reaches_for_the_network() -> None:
    wrong = [
        f"{name}:{one.line} imports {one.target}"
        for folder in (CORE, ROOT / "ui")
        for name, path in _modules(folder)
        for one in _of(name, path)
        if any(_begins(one.target, module) for module in FORBIDDEN)
    ]

    assert wrong == []


def test_no_module_imports_itself_by_a_detour() -> None:
    graph: dict[str, set[str]] = {}
    for one in _imports():
        target = _ours(one)
        # What a package's own docstring file is asked for is always a name inside it.
        if target and target != one.module:
            graph.setdefault(one.module, set()).add(target)

    assert list(TopologicalSorter(graph).static_order())


def test_no_module_of_the_screen_imports_itself_by_a_detour() -> None:
    graph: dict[str, set[str]] = {}
    for one in _screen_imports():
        target = _module_of(one.target)
        if not one.typing and _begins(target, "ui") and target != one.module:
            graph.setdefault(one.module, set()).add(target)

    assert list(TopologicalSorter(graph).static_order())


def test_only_heavy_libraries_are_imported_inside_functions_and_a_comment_says_why() -> None:
    heavy = _heavy_modules()
    wrong = []
    for one in _imports():
        loads = any(_begins(one.target, name) for name in HEAVY) or _ours(one) in heavy
        if one.inside and not (loads and _is_told(one, CORE.parent)):
            wrong.append(_where(one))

    assert wrong == []


def test_the_screen_loads_late_only_what_home_does_not_need_and_a_comment_says_why() -> None:
    at_start = _loaded_with("ui.app")
    wrong = [
        _where(one)
        for one in _screen_imports()
        if one.inside and (_module_of(one.target) in at_start or not _is_told(one, ROOT))
    ]

    assert wrong == []


def test_home_is_painted_before_template_store_and_steps_are_loaded() -> None:
    at_start = _loaded_with("ui.app")

    assert "ui.home.view" in at_start
    assert [
        name
        for name in sorted(at_start)
        if name == "ui.wizard" or re.match(r"ui\.pages|roadmapper\.(template|store|proposal)", name)
    ] == []


def _is_told(one: Import, root: Path) -> bool:
    """Return whether a comment says why an import stands inside a function."""
    path = root.joinpath(*one.module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    lines = file.read_text(encoding="utf-8").splitlines()[max(0, one.line - 7) : one.line]
    reason = lines[-1].partition("PLC0415")[2].strip(" -")
    return bool(reason) or any(re.fullmatch(r" +# .{12,}", line) for line in lines)


@cache
def _all_modules() -> frozenset[str]:
    return _known_modules() | {name for name, _ in _modules(ROOT / "ui")}


@cache
def _module_of(target: str) -> str:
    """Return the module of ours that an import means; another's stays as it is."""
    known = _all_modules()
    parent = target.rpartition(".")[0]
    return parent if target not in known and parent in known else target


def _loaded_with(start: str) -> set[str]:
    """Return the modules of ours that are loaded as soon as this one is."""
    reached, todo = {start}, [start]
    while todo:
        module = todo.pop()
        for one in (*_imports(), *_screen_imports()):
            target = _module_of(one.target)
            if one.module == module and not one.inside and not one.typing and target not in reached:
                reached.add(target)
                todo.append(target)
    return reached


def _heavy_modules() -> frozenset[str]:
    """Return our modules that load something heavy or a template, themselves or through another."""
    heavy = {one.module for one in _imports() if any(_begins(one.target, h) for h in HEAVY)}
    heavy.add("roadmapper.template.load")
    heavy |= {name for name in _known_modules() if _package(name) in ("word", "pdf")}
    while more := {one.module for one in _imports() if _ours(one) in heavy} - heavy:
        heavy |= more
    return frozenset(heavy)


def test_reading_an_answer_loads_nothing_heavy() -> None:
    reached = {"roadmapper.cli", "roadmapper.commands.look", "roadmapper.store.file"}
    todo = list(reached)
    while todo:
        module = todo.pop()
        for one in _imports():
            if one.module == module and not one.inside and not one.typing:
                assert not any(_begins(one.target, name) for name in HEAVY), _where(one)
                target = _ours(one)
                if target and target not in reached:
                    reached.add(target)
                    todo.append(target)

    assert "roadmapper.template.load" not in reached
