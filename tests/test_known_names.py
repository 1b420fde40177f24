"""The names of all proposals known on this machine, and an export that names one of them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from roadmapper import known_names, paths
from roadmapper.errors import BlockedError, ExportError
from roadmapper.export import Exported, export
from roadmapper.known_names import Near, found_in, known_files, others_of
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.naming import ALLOWED, allowing
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.sources import Known
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Value
from roadmapper.template.shelf import template_in
from tests.proposals import Clock
from tests.quick_exports import export_quickly

NOW = datetime(2027, 5, 3, 12, tzinfo=UTC)
TEMPLATE = template_in(paths.templates() / "partnership")
FERN: dict[str, Value] = {
    "deal.health_system": "Fernhollow Health",
    "deal.vendor": "Quillmark",
    "solution.summary": "It listens, as it did at Larkmere.",
}
LARK: dict[str, Value] = {"deal.health_system": "Larkmere University Health"}


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    export_quickly(monkeypatch)


def _proposal(path: Path, answers: dict[str, Value]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    ProposalFile.create(path, TEMPLATE.id, "1", clock=Clock(), answers=Answers(answers))
    return path


def _export(path: Path, name: str = "out.docx", allow: tuple[str, ...] = ()) -> Exported:
    return export(
        path,
        path.with_name(name),
        audience="full",
        paper="letter",
        letterhead=None,
        draft=True,
        allow=allow,
        now=NOW,
        progress=lambda _part, _text: None,
    )


def test_proposals_beside_this_one_of_the_settings_and_lately_opened_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"folder": str(tmp_path / "usual"), "recent": [str(tmp_path / "far" / "c.roadmap"), 3]}
    monkeypatch.setattr(known_names, "read_settings", lambda: told)
    for name in ("here/a.roadmap", "usual/b.roadmap", "here/note.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    found = known_files(tmp_path / "here")

    assert [one.name for one in found] == ["a.roadmap", "b.roadmap", "c.roadmap"]


def test_names_are_read_once_and_again_when_a_file_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, memory = _proposal(tmp_path / "a.roadmap", LARK), tmp_path / "data" / "names.json"
    odd = tmp_path / "odd.roadmap"
    odd.write_text("no proposal")
    first = found_in([one, odd, tmp_path / "gone.roadmap"], memory)
    monkeypatch.setattr(known_names, "read_names", lambda _path: pytest.fail("read again"))

    assert [name.text for name in first.names] == ["Larkmere University Health"]
    assert found_in([one, odd], memory) == first
    memory.write_text("{")
    with pytest.raises(pytest.fail.Exception, match="read again"):
        found_in([one], memory)


def test_sources_are_remembered_with_the_names(tmp_path: Path) -> None:
    told: dict[str, Value] = {
        REGISTER: ("e1", "e2"),
        f"{REGISTER}[e1].reference": "NSI report, 2025",
        f"{REGISTER}[e1].standing": "replaced",
        f"{REGISTER}[e1].replaced_by": "NSI report, 2026",
        f"{REGISTER}[e2].reference": "Nothing more is said of it",
    }
    one, memory = _proposal(tmp_path / "lark.roadmap", told), tmp_path / "names.json"
    first = found_in([one], memory)

    assert first.sources == (
        Known("nsi report 2025", "", "", "", "replaced by NSI report, 2026", "lark"),
    )
    assert found_in([one], memory) == first
    near = Near(_proposal(tmp_path / "fern.roadmap", FERN))
    assert near.sources() == first.sources
    assert not Near(one).sources()


def test_a_memory_from_before_sources_were_known_is_read_anew(tmp_path: Path) -> None:
    one, memory = _proposal(tmp_path / "a.roadmap", LARK), tmp_path / "names.json"
    first = found_in([one], memory)
    memory.write_text(memory.read_text().replace('"sources"', '"others"'))

    assert found_in([one], memory) == first
    assert '"sources"' in memory.read_text()


def test_a_proposal_is_no_other_to_itself(tmp_path: Path) -> None:
    path = _proposal(tmp_path / "a.roadmap", FERN)

    assert not others_of(path, TEMPLATE, Answers({}))


def test_a_name_of_another_proposal_stops_the_export_also_as_a_draft(tmp_path: Path) -> None:
    path = _proposal(tmp_path / "fern.roadmap", FERN)
    (tmp_path / "out.docx").write_text("old")
    _proposal(tmp_path / "lark.roadmap", LARK)

    with pytest.raises(BlockedError, match=r"“Larkmere” belongs to another proposal.*“lark”"):
        _export(path)

    assert (tmp_path / "out.docx").read_text() == "old"
    assert _export(path, allow=("Larkmere University Health",)).path.stat().st_size > 100


def test_new_proposals_are_looked_for_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(known_names, "monotonic", lambda: now[0])
    path = _proposal(tmp_path / "fern.roadmap", FERN)
    near, answers = Near(path), Answers(FERN)
    assert not near.others(TEMPLATE, answers)
    _proposal(tmp_path / "lark.roadmap", LARK)

    assert not near.others(TEMPLATE, answers)
    now[0] += 30
    found = near.others(TEMPLATE, answers)

    assert found
    assert near.others(TEMPLATE, answers) is found


def test_a_name_that_the_proposal_allows_with_a_reason_stops_nothing(tmp_path: Path) -> None:
    _proposal(tmp_path / "lark.roadmap", LARK)
    kept = allowing(Answers(), "Larkmere University Health", "They are our reference")
    path = _proposal(tmp_path / "fern.roadmap", {**FERN, **kept})

    assert ALLOWED in kept
    assert _export(path).path.exists()


def test_the_name_of_the_file_counts_too(tmp_path: Path) -> None:
    _proposal(tmp_path / "lark.roadmap", LARK)
    path = _proposal(tmp_path / "fern.roadmap", {**FERN, "solution.summary": "It listens."})

    with pytest.raises(ExportError, match=r"In the file name, \"larkmere university health\""):
        _export(path, "larkmere-university_health.docx")

    assert not (tmp_path / "larkmere-university_health.docx").exists()
