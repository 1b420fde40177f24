"""A canary in everything internal: no byte of any export sings, for no audience and no format."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from roadmapper.card_export import Wanted, card_file
from roadmapper.document.compose import Edition, compose
from roadmapper.document.tree import Chapter, Document, Paragraph, Text
from roadmapper.errors import ExportError
from roadmapper.export import export
from roadmapper.make import make
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.attached import Attached, file_at
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.proposal.facts import Facts
from roadmapper.proposal.notes import review_at, waived
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Value
from tests.composed import CANARY, sample, template, with_canaries
from tests.proposals import HEADLINE, Clock
from tests.quick_exports import export_quickly

NOW = datetime(2027, 5, 3, 12, tzinfo=UTC)
AUDIENCES = tuple(template().audiences)
KINDS = ("docx", "pdf")
STUDY = f"%PDF-1.7 {CANARY}".encode()
"""An attached file; no byte of it goes out."""
CARDS = (".pdf", ".docx", ".xml", ".md")


def singing() -> Mapping[str, Value]:
    """Return the answers of a sample with a canary in all that must stay inside."""
    told: dict[str, Value] = dict(with_canaries(_short(sample("larkmere"))))
    for path in [one for one in told if not one.startswith("_")][:50]:
        told |= waived(Answers(told), "left-out", path, f"{CANARY} wants it so")
        told[review_at(path)] = CANARY
    told[file_at("e1")] = Attached(f"{CANARY}.pdf", sha256(STUDY).hexdigest(), len(STUDY)).value
    return told


def _short(answers: Answers) -> Answers:
    """Return answers with two rows of each table at most, so that documents are made quickly."""
    told: dict[str, Value] = dict(answers)
    for path, question in template().addresses():
        rows = told.get(path)
        if question.is_group and isinstance(rows, tuple) and len(rows) > len(question.fixed):
            gone = tuple(f"{path}[{row}]" for row in rows[2:])
            told = {key: it for key, it in told.items() if not key.startswith(gone)} | {
                path: rows[:2]
            }
    return Answers(told)


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a proposal that sings inside: in answers, history, authors, folder and file name."""
    path = tmp_path_factory.mktemp(CANARY) / f"{CANARY}.roadmap"
    one = template()
    answers = Answers(singing())
    ProposalFile.create(path, one.id, one.version, clock=Clock(), answers=answers, files=[STUDY])
    with ProposalFile.open(path) as file:
        change = Change("deal.version", f"{CANARY} was here", answers.value("deal.version"))
        file.append(Batch(1, CANARY, Origin.USER, CANARY, NOW, (change,)), HEADLINE)
    return path


@pytest.fixture(scope="module")
def sent(
    proposal: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[tuple[str, str], bytes]]:
    """Return the exports that were made so far; each is made once."""
    made = _Sent(proposal, tmp_path_factory.mktemp("out"))
    with pytest.MonkeyPatch.context() as patch:
        export_quickly(patch)
        yield made


class _Sent(dict[tuple[str, str], bytes]):
    """Exports by audience and kind; briefs on A4, the whole document on Letter."""

    def __init__(self, proposal: Path, folder: Path) -> None:
        super().__init__()
        self._proposal, self._folder = proposal, folder

    def __missing__(self, key: tuple[str, str]) -> bytes:
        audience, kind = key
        out = self._folder / f"{audience}.{kind}"
        export(
            self._proposal,
            out,
            audience=audience,
            paper="letter" if audience == "full" else "a4",
            letterhead=None,
            draft=True,
            now=NOW,
            progress=lambda _part, _text: None,
        )
        self[key] = out.read_bytes()
        return self[key]


def heard(data: bytes) -> bool:
    """Return whether the canary sings anywhere in a file, looked for by other means than ours."""
    plain = [CANARY.encode(code) for code in ("utf-8", "utf-16-be", "utf-16-le")]
    sounds = [*plain, *(one.hex().encode() for one in plain)]
    return any(sound in part for part in _unpacked(data) for sound in sounds)


def _unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as package:
            yield "\n".join(package.namelist()).encode()
            for name in package.namelist():
                yield from _unpacked(package.read(name))
    elif data.startswith(b"<"):
        yield b"".join(part.rpartition(b">")[2] for part in data.split(b"<"))
    elif data.startswith(b"%PDF"):
        held = BytesIO()
        with pikepdf.open(BytesIO(data)) as pdf:
            pdf.save(
                held,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.all,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
            )
            for attached in pdf.attachments.values():
                yield from _unpacked(attached.get_file().read_bytes())
        yield held.getvalue()
        document = pypdfium2.PdfDocument(data)
        for page in document:
            yield "".join(page.get_textpage().get_text_range().split()).encode()
        document.close()


def test_the_canary_sits_in_every_internal_question_of_the_template() -> None:
    told = singing()

    assert sum(CANARY in repr(value) for value in told.values()) > 200
    for path in ("pricing.floor_price", "coalition.champion", "coalition.people[cmio].next_step"):
        assert told[path] == CANARY
    assert any(path.startswith("_waivers.") for path in told)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_byte_of_an_export_sings(
    sent: dict[tuple[str, str], bytes], audience: str, kind: str
) -> None:
    data = sent[audience, kind]

    assert len(data) > 10_000
    assert not heard(data)


@pytest.mark.parametrize("suffix", CARDS)
def test_no_byte_of_a_card_sings(suffix: str) -> None:
    # The text of an imported card is what its developer publishes, and goes out again.
    answers = Answers({path: it for path, it in singing().items() if not path.startswith("_cards")})
    wanted = Wanted("m1", suffix, "a4")

    made = card_file(
        template(), answers, wanted, changed=NOW, progress=lambda _part, _text: None, make=make
    )

    assert not heard(made.data)
    assert CANARY not in repr(made.manifest)


def test_a_canary_is_heard_where_it_hides() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xml", f"<t>{CANARY[:4]}</t><t>{CANARY[4:]}</t>")
    outer = BytesIO()
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("book.xlsx", held.getvalue())

    assert heard(outer.getvalue())
    assert not heard(b"nothing")


@pytest.mark.parametrize("name", ["out.pdf", "out.docx"])
def test_a_document_that_would_say_an_internal_word_is_stopped_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    one, path = template(), tmp_path / "p.roadmap"
    told: dict[str, Value] = {
        "deal.health_system": "Fernhollow Health",
        "solution.summary": "It listens.",
        "coalition.champion": "The chief of surgery dislikes the price",
    }
    ProposalFile.create(path, one.id, one.version, clock=Clock(), answers=Answers(told))
    (tmp_path / name).write_text("old")
    export_quickly(monkeypatch)

    slip = Paragraph((Text(f"{told['coalition.champion']}."),))

    def careless(facts: Facts, edition: Edition) -> Document:
        """Print what is internal, in all but the document that is made without it."""
        document = compose(facts, edition)
        more = Chapter("slip", "Slip", "Slip", "", (), (slip,), 9)
        chapters = (*document.chapters, more) if next(first, False) else document.chapters
        return replace(document, chapters=chapters)

    first = iter((True,))
    monkeypatch.setattr("roadmapper.export.compose", careless)

    with pytest.raises(ExportError, match=r'nothing was written.*internal answer "Champion"'):
        export(
            path,
            tmp_path / name,
            audience="full",
            paper="a4",
            letterhead=None,
            draft=True,
            now=NOW,
            progress=lambda _part, _text: None,
        )

    assert (tmp_path / name).read_text() == "old"
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([name, "p.roadmap"])
    with ProposalFile.open(path, write=False) as file:
        assert file.revisions == ()
