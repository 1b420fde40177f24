"""A proof: the pages as they read now, where each answer stands, and who makes them."""

import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from roadmapper import paths
from roadmapper.errors import ExportError
from roadmapper.proof import Proof, ProofOrder, proof
from roadmapper.proof_worker import ProofWorker
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import STATE
from roadmapper.proposal.printed import ORDER, printed_at
from roadmapper.samples import find_sample, sample_answers
from roadmapper.template.kinds import Value
from roadmapper.template.shelf import template_in
from tests.proposals import Clock

NOW = datetime(2027, 5, 3, 12, tzinfo=UTC)
FOLDER = paths.templates() / "partnership"
FEW: Mapping[str, Value] = {
    "deal.health_system": "Fernhollow Health",
    "system.profile": "Twelve hospitals.",
    "solution.summary": "It listens.\n\nIt writes.",
    "review.summary": "In short.",
}


def _order(answers: Mapping[str, Value]) -> ProofOrder:
    return ProofOrder(FOLDER, Answers(answers), "full", "letter", NOW)


def _texts(made: Proof) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(made.data))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.fixture
def worker() -> Iterator[ProofWorker]:
    """Return a worker that is cleared away."""
    one = ProofWorker(limit=60)
    yield one
    one.close()


def test_an_answer_stands_on_the_page_its_place_says() -> None:
    made = proof(_order(FEW))

    page = made.page_of("solution.summary")

    assert page is not None
    assert "It writes." in _texts(made)[page - 1]


def test_an_answer_that_is_not_printed_leads_to_the_chapter_of_its_step() -> None:
    made = proof(_order(FEW))

    assert made.page_of("solution.pipeline") == made.page_of("solution.summary")
    assert made.page_of("pricing.kpis") is None


def test_what_is_missing_or_unfinished_stands_in_the_way_of_no_proof() -> None:
    made = proof(_order({"solution.summary": "It listens to {system.name}."}))

    assert made.page_count >= 2
    assert proof(_order({})).page_count >= 1


def test_no_draft_mark_stands_on_a_proof() -> None:
    assert not any("Draft" in text for text in _texts(proof(_order(FEW))))


def test_chapters_come_in_the_order_a_person_gave_them() -> None:
    first = proof(_order(FEW))
    turned = tuple(reversed([one.key for one in first.chapters]))
    made = proof(_order({**FEW, ORDER: turned}))

    assert tuple(one.key for one in made.chapters) == turned


def test_a_chapter_switched_off_is_not_on_the_pages() -> None:
    made = proof(_order({**FEW, printed_at("solution"): False}))

    assert "solution" not in [one.key for one in made.chapters]
    assert not any("It writes." in text for text in _texts(made))


def test_any_chapter_can_be_left_out_of_the_whole_sample() -> None:
    answers = sample_answers(find_sample("larkmere"), template_in(FOLDER), Clock())
    keys = [one.key for one in proof(_order(answers)).chapters]
    off = {printed_at(key): False for key in keys[1::2]}

    made = proof(_order({**answers, **off}))

    assert [one.key for one in made.chapters] == keys[::2]


def test_a_worker_answers_again_and_again_in_the_same_process(worker: ProofWorker) -> None:
    first = worker.proof(_order(FEW))
    process = worker.process_id
    second = worker.proof(_order({**FEW, f"{STATE}.proposal.status": "delivered"}))

    assert first.data == second.data
    assert worker.process_id == process


def test_a_worker_that_died_says_so_and_the_next_proof_has_a_new_one(worker: ProofWorker) -> None:
    worker.proof(_order(FEW))
    running = worker._running
    assert running is not None
    running.process.kill()
    running.process.join()

    with pytest.raises(ExportError, match=r"could not be laid out\. Your answers are safe"):
        worker.proof(_order(FEW))

    assert worker.proof(_order(FEW)).page_count >= 2


def test_a_worker_that_hangs_is_given_up_with_a_sentence() -> None:
    worker = ProofWorker(limit=0)

    with pytest.raises(ExportError, match="could not be laid out within 0 seconds"):
        worker.proof(_order(FEW))

    assert worker.process_id is None
    worker.close()


def test_an_unknown_template_is_told_as_it_is(worker: ProofWorker, tmp_path: Path) -> None:
    order = ProofOrder(tmp_path / "none", Answers({}), "full", "letter", NOW)

    with pytest.raises(Exception, match=r"template\.toml"):
        worker.proof(order)
