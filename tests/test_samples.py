"""Samples are found, built whole, and their mistakes are named."""

from pathlib import Path

import pytest

from roadmapper import paths
from roadmapper.errors import FileError, TemplateError
from roadmapper.samples import build_sample, find_sample, list_samples, sample_answers
from roadmapper.store.file import ProposalFile
from tests.proposals import Clock, small_template

_HEAD = 'title = "T"\nline = "L"\ntemplate = "partnership"\norder = 1\ndate = 2027-05-03\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a sample of this test."""
    sample = tmp_path / "samples" / "mine"
    sample.mkdir(parents=True)
    (sample / "sample.toml").write_text(_HEAD)
    monkeypatch.setattr(paths, "templates", lambda: tmp_path)
    return sample


@pytest.mark.parametrize("name", [sample.id for sample in list_samples()])
def test_a_sample_is_built_with_nothing_to_undo(tmp_path: Path, name: str) -> None:
    path = tmp_path / "s.roadmap"
    build_sample(find_sample(name), path, Clock())

    with ProposalFile.open(path, write=False) as file:
        assert file.meta.template == "partnership"
        assert file.log == ()
        assert len(file.answers) > 1000


def test_the_files_of_a_sample_are_put_together(folder: Path) -> None:
    (folder / "a.toml").write_text('[deal]\nname = "Fern"\n')
    (folder / "b.toml").write_text('[deal]\nfee = 3\n[notes]\n"deal.fee" = "Ask"\n')

    answers = sample_answers(find_sample("mine"), small_template(), Clock())

    assert dict(answers) == {"deal.name": "Fern", "deal.fee": "3", "_notes.deal.fee": "Ask"}


def test_an_answer_given_twice_is_named(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / f"{name}.toml").write_text('[deal]\nname = "Fern"\n')

    with pytest.raises(FileError, match=r"mine/b.toml: deal.name is answered in another file"):
        sample_answers(find_sample("mine"), small_template(), Clock())


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (_HEAD.replace("title", "titel"), "title is missing"),
        (_HEAD.replace("order = 1", 'order = "1"'), "order is missing"),
        (_HEAD + "extra = 1", "extra is missing, unknown"),
        (_HEAD.replace("partnership", "../up"), "template is no folder name"),
    ],
)
def test_a_wrong_head_is_named_with_what_to_write(folder: Path, head: str, told: str) -> None:
    (folder / "sample.toml").write_text(head)

    with pytest.raises(TemplateError, match=f"samples/mine/sample.toml: {told}"):
        list_samples()


def test_an_unknown_sample_is_answered_with_those_there_are(folder: Path) -> None:
    del folder

    with pytest.raises(FileError, match="The samples are: mine"):
        find_sample("other")
