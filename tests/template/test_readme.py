"""The guide to templates explains every word a template may use, and its examples are right."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from roadmapper import paths
from roadmapper.samples import list_samples
from roadmapper.template import chapters
from roadmapper.template.kinds import Kind
from roadmapper.template.load import load_template
from roadmapper.template.questions import ROLES
from roadmapper.template.reader import Table
from roadmapper.template.wordings import FORMS, TESTS
from tests.tiny import HEAD, write_tiny

README = (paths.templates() / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
WORDS = (
    *(kind.value for kind in Kind),
    *chapters.WORDINGS,
    *chain(*chapters.WORDINGS.values(), *chapters.SETTINGS.values()),
    *chain(*chapters.ITEM_KEYS.values(), *chapters.LOOKS.values()),
    *chapters.FUNCTIONS,
    *TESTS,
    *ROLES,
)


@pytest.mark.parametrize("word", sorted(set(WORDS)))
def test_the_guide_explains_every_word_of_the_vocabulary(word: str) -> None:
    assert f"`{word}`" in README


@pytest.mark.parametrize("form", FORMS)
def test_the_guide_explains_every_form_of_a_placeholder(form: str) -> None:
    assert f".{form}}}`" in README


def test_the_guide_explains_every_key_the_loader_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    read: set[str] = set()
    finish = Table.finish

    def collect(table: Table) -> None:
        if "renamed" not in table.place:
            read.update(table._read)
        finish(table)

    monkeypatch.setattr(Table, "finish", collect)
    load_template(paths.templates() / "partnership")

    assert len(read) > 50
    assert [
        key for key in sorted(read) if f"`{key}`" not in README and f"{key} = " not in README
    ] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.splitlines()[0])
def test_every_example_is_toml(example: str) -> None:
    assert tomllib.loads(example)


def test_the_whole_section_loads(tmp_path: Path) -> None:
    whole = next(one for one in EXAMPLES if one.startswith('title = "Training"'))
    head = HEAD.replace('["offer"]', '["training"]').replace('"C1"', '"C3"')

    template = load_template(write_tiny(tmp_path, whole, head))

    assert [chapter.id for chapter in template.chapters] == ["training"]


def test_the_first_changes_can_be_made(tmp_path: Path) -> None:
    changes = EXAMPLES[1:4]
    source = paths.templates() / "partnership"
    for file in source.rglob("*.toml"):
        copy = tmp_path / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    head, pricing = tmp_path / "template.toml", tmp_path / "sections" / "pricing.toml"
    text = pricing.read_text(encoding="utf-8")
    question, column, chapter = changes
    text = text.replace(
        '[[question]]\nid = "at_risk_pct"',
        f'{column}\n{question}\n[[question]]\nid = "at_risk_pct"',
    )
    pricing.write_text(f"{text}\n{chapter}", encoding="utf-8")
    order = head.read_text(encoding="utf-8").replace('"ask",', '"ask", "invoices",')
    head.write_text(order, encoding="utf-8")

    template = load_template(tmp_path)

    assert template.question("pricing", "kpis", ("checked_by",)).label == "Checked by"
    assert "invoices" in [one.id for one in template.chapters]


def test_the_guide_names_every_sample() -> None:
    assert [sample.id for sample in list_samples() if f"`samples/{sample.id}/`" not in README] == []
