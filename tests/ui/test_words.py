"""Every word of the window can be translated, and a catalog is used if there is one."""

import ast
import re
import runpy
import struct
from pathlib import Path
from string import Formatter

import pytest

from roadmapper import paths
from tests.words_read import template_of, unmarked
from tools.catalog import CATALOG, catalog

ROOT = Path(__file__).parents[2]
SOURCES = {
    str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "ui").rglob("*.py"))
}


def test_every_word_a_person_reads_is_marked() -> None:
    found = {
        f"{name}:{node.lineno}": template_of(node)
        for name, tree in SOURCES.items()
        for node in unmarked(tree)
    }

    assert SOURCES
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        'Label("Nothing yet")',
        'Label(f"{count} rows")',
        'say("done" if done else f"{left} are left")',
        'x = {"a": "Save a copy"}',
        "label(f\"{one}, {f'{two} more'}\")",
    ],
)
def test_words_without_a_mark_are_found(source: str) -> None:
    assert list(unmarked(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        '"""What a module is."""',
        'Label(_("Nothing yet"), "cardHeading")',
        'Command(_("Save now"), keys=("Ctrl+Shift+S", "F8"))',
        'log.warning("Nothing was read")',
        'QLabel.setObjectName(f"step:{name}")',
        'if words == "In progress": pass',
        'def f(window: "Main window") -> None: pass',
    ],
)
def test_what_no_person_reads_needs_no_mark(source: str) -> None:
    assert not list(unmarked(ast.parse(source)))


def test_the_catalog_holds_all_words() -> None:
    assert CATALOG.read_text(encoding="utf-8") == catalog(), "run: make catalog"


def test_what_is_put_into_words_is_named_in_them() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in SOURCES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _names(node) not in (None, _given(node))
    ]

    assert wrong == []


def _names(call: ast.Call) -> set[str] | None:
    """Return the names in the words of `_("...").format(...)`; None if it is something else."""
    match call.func:
        case ast.Attribute(
            attr="format", value=ast.Call(func=ast.Name(id="_" | "ngettext")) as inner
        ):
            texts = [one.value for one in inner.args if isinstance(one, ast.Constant)]
            told = (Formatter().parse(text) for text in texts if isinstance(text, str))
            return {name for parts in told for _text, name, _spec, _how in parts if name}
        case _:
            return None


def _given(call: ast.Call) -> set[str]:
    return {keyword.arg for keyword in call.keywords if keyword.arg}


def test_a_catalog_in_the_language_of_the_person_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "i18n" / "de" / "LC_MESSAGES" / "roadmapper.mo"
    place.parent.mkdir(parents=True)
    place.write_bytes(
        _compiled({"": "Content-Type: text/plain; charset=UTF-8\n", "Undo": "Zurück"})
    )
    monkeypatch.setattr(paths, "assets", lambda: tmp_path)
    monkeypatch.setenv("LANGUAGE", "de")

    german = runpy.run_path(str(ROOT / "ui" / "words.py"))
    monkeypatch.setenv("LANGUAGE", "en")
    english = runpy.run_path(str(ROOT / "ui" / "words.py"))

    assert (german["_"]("Undo"), german["_"]("Redo")) == ("Zurück", "Redo")
    assert english["_"]("Undo") == "Undo"
    assert english["ngettext"]("1 row", "{count} rows", 2) == "{count} rows"


def test_no_word_of_the_catalog_names_a_place_in_the_source() -> None:
    assert not re.search(r"^#: .*\.py:\d", catalog(), re.MULTILINE)


def _compiled(words: dict[str, str]) -> bytes:
    """Return a catalog as gettext reads it."""
    texts = [one.encode() for pair in sorted(words.items()) for one in pair]
    at, places = 28 + 16 * len(words), []
    for text in texts:
        places.append((len(text), at))
        at += len(text) + 1
    tables = [number for side in (0, 1) for place in places[side::2] for number in place]
    head = (0x950412DE, 0, len(words), 28, 28 + 8 * len(words), 0, 0)
    return struct.pack(f"<7I{len(tables)}I", *head, *tables) + b"\0".join(texts) + b"\0"
