"""Model cards come in and go out on the command line."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cards import hostile
from tests.cards.small import GOOGLE, MARKDOWN, chai, pdf
from tests.cli.conftest import Roadmapper

ROOT = Path(__file__).parents[2]
MOST_SECONDS = 2.0
MOST_BYTES = 200_000_000
MODEL = "transparency.models[r1]"

# A process is measured by a small one that starts it: memory of who starts it counts as its own.
_MEASURE = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1 if sys.platform == "darwin" else 1024
print()
print(used.ru_utime + used.ru_stime, used.ru_maxrss * unit)
sys.exit(code)
"""

HARM = (
    "xml, entities in entities",
    "xml, many attributes",
    "xml, wide",
    "yaml, flat",
    "json, deep list",
    "markdown, remarks",
    "an archive",
    "50 MB of XML",
    "50 MB of PDF",
    "a PDF that unpacks to 150 MB",
    "a PDF packed twice",
    "an attachment that unpacks to 50 MB",
    "an error as a PDF",
)

Put = Callable[..., str]


@pytest.fixture
def put(proposal: str) -> Put:
    """Return a function that writes a file beside the proposal and gives its name."""

    def write(text: str | bytes, name: str = "card.bin") -> str:
        Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
        assert Path(proposal).is_file()
        return name

    return write


@pytest.fixture(scope="module")
def harm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return inputs that mean harm, by name."""
    secret = tmp_path_factory.mktemp("harm") / "secret.txt"
    return {name: data for name, data in hostile.inputs(secret) if name in HARM}


def _models(roadmapper: Roadmapper, proposal: str) -> int:
    return roadmapper("get", proposal, "transparency.models").out.count("[[transparency.models]]")


def test_a_card_comes_in_as_one_step_and_is_told(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    done = roadmapper("card", "import", proposal, put(chai("0.2")))

    assert done.code == 0
    assert "Read card.bin: CHAI Applied Model Card 0.2." in done.out
    assert f"Added the model as {MODEL}:\n    Model name: Northquill Tide\n" in done.out
    assert "    Results: 4 rows\n" in done.out
    assert 'Read as a choice: Release stage is "Commercial", from: FDA cleared' in done.out
    assert "No place for Resources/PeerReviewedPublications: N/A\n" in done.out
    assert roadmapper("get", proposal, f"{MODEL}.model_version").out == "2.10\n"
    roadmapper("undo", proposal)
    assert roadmapper("get", proposal, "transparency.models").out == ""


@pytest.mark.parametrize("version", ["0.1", "0.2"])
def test_a_card_goes_out_as_it_came_but_for_what_was_edited(
    roadmapper: Roadmapper, proposal: str, put: Put, version: str
) -> None:
    roadmapper("card", "import", proposal, put(pdf(chai(version))))

    done = roadmapper("card", "export", proposal, "out.xml")

    assert done.out == f"Wrote out.xml: CHAI Applied Model Card {version}.\n"
    assert Path("out.xml").read_text() == chai(version)
    roadmapper("set", proposal, f"{MODEL}.intended_users", "Physicians & nurses.")
    roadmapper("card", "export", proposal, "Northquill Tide", "out.xml")
    edited = chai(version).replace(">Nurses.<", ">Physicians &amp; nurses.<")
    assert Path("out.xml").read_text() == edited


def test_what_a_format_cannot_hold_is_told_beside_or_as_json(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    roadmapper("card", "import", proposal, put(chai("0.1")))
    roadmapper("set", proposal, f"{MODEL}.licence_terms", "Ours alone")
    roadmapper("set", proposal, f"{MODEL}.intended_users", "")

    done = roadmapper("card", "export", proposal, "out.xml")
    told = json.loads(roadmapper("card", "export", proposal, "out.pdf", "--json").out)

    assert "Note: This format has no place for: License.\n" in done.err
    assert "Note: Asked for and not answered: Intended users.\n" in done.err
    assert "Note:" not in done.out
    assert (told["model"], told["card_version"]) == ("Northquill Tide", "2.10")
    assert (told["dropped"], told["empty"]) == (["License"], ["Intended users"])
    assert told["format"] == "PDF with a CHAI Applied Model Card 0.1 inside"


@pytest.mark.parametrize("name", ["out.pdf", "out.docx", "out.odt"])
def test_a_card_that_cannot_be_written_leaves_the_file_that_was_there(
    roadmapper: Roadmapper, proposal: str, put: Put, name: str
) -> None:
    roadmapper("add", proposal, "transparency.models", "model_type=Rules")
    put("as it was", name)

    done = roadmapper("card", "export", proposal, "r1", name, "--chai", "0.2")

    assert done.code == 2
    assert Path(name).read_text() == "as it was"
    assert not list(Path().glob(".*.part"))


def test_a_markdown_card_goes_out_as_it_came(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    roadmapper("card", "import", proposal, put(MARKDOWN))
    roadmapper("card", "export", proposal, "r1", "README.md")

    assert Path("README.md").read_text() == MARKDOWN


def test_the_same_card_again_is_nothing_new(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    roadmapper("card", "import", proposal, put(chai("0.2")))
    again = roadmapper("card", "import", proposal, put(chai("0.2")))

    assert again.code == 0
    assert "There is nothing new in card.bin." in again.out
    assert _models(roadmapper, proposal) == 1


def test_a_newer_card_of_a_model_shows_old_and_new_and_leaves_our_edits(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    roadmapper("card", "import", proposal, put(chai("0.2")))
    roadmapper("set", proposal, f"{MODEL}.how_to_use", "Ours.")
    newer = chai("0.2").replace("2.10", "2.11").replace("each hour", "each half hour")
    newer = newer.replace('"estimate":81.50', '"estimate":83')

    done = roadmapper("card", "import", proposal, put(newer))

    assert done.code == 1
    assert "Took: Version" in done.out
    assert "    ours: 2.10\n    theirs: 2.11\n" in done.out
    assert "Took: Value" in done.out
    assert "    ours: 81.5\n    theirs: 83\n" in done.out
    assert "Kept ours, they say otherwise: Directions for use" in done.out
    assert roadmapper("get", proposal, f"{MODEL}.how_to_use").out == "Ours.\n"


def test_what_the_card_says_is_taken_when_asked_for(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    roadmapper("rows", proposal, "transparency.models", "add", "model_name=Northquill Tide")
    roadmapper("set", proposal, f"{MODEL}.model_version", "1.0")

    kept = roadmapper("card", "import", proposal, put(GOOGLE))
    taken = roadmapper("card", "import", proposal, put(chai("0.1")), "--theirs")

    assert kept.code == 0
    assert taken.code == 0
    assert roadmapper("get", proposal, f"{MODEL}.model_version").out == "2.10\n"


def test_a_dry_run_lists_and_changes_nothing(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    before = Path(proposal).read_bytes()
    done = roadmapper("card", "import", proposal, put(chai("0.1")), "--dry-run")

    assert f"Would add the model as {MODEL}:" in done.out
    assert Path(proposal).read_bytes() == before


def test_the_card_of_another_product_never_comes_into_a_model(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    roadmapper("card", "import", proposal, put(chai("0.1")))
    other = put(chai("0.1").replace("Northquill Tide", "Harrow Sight"))

    refused = roadmapper("card", "import", proposal, other, "--model", "r1")
    added = roadmapper("card", "import", proposal, other)

    assert refused.code == 2
    assert 'The card is of "Harrow Sight", and the model in r1 is "Northquill Tide"' in refused.err
    assert added.code == 0
    assert _models(roadmapper, proposal) == 2


def test_models_are_named_when_there_are_several(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    card = put(chai("0.1"))
    roadmapper("card", "import", proposal, card)
    roadmapper("card", "import", proposal, card, "--model", "new")

    assert "Several models are called" in roadmapper("card", "import", proposal, card).err
    assert "Name the model" in roadmapper("card", "export", proposal, "out.xml").err
    assert "no one model" in roadmapper("card", "export", proposal, "Tidal", "out.xml").err
    assert roadmapper("card", "export", proposal, "r1", "out.xml").code == 0


def test_only_formats_that_are_built_are_offered(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    roadmapper("card", "import", proposal, put(chai("0.1")))
    refused = roadmapper("card", "export", proposal, "card.odt")

    assert refused.code == 2
    assert "as .xml or .pdf (CHAI), .docx (Word) or .md (Hugging Face)" in refused.err
    assert not Path("card.odt").exists()


def test_what_is_missing_is_said(roadmapper: Roadmapper, proposal: str) -> None:
    assert "no file" in roadmapper("card", "import", proposal, "none.xml").err
    assert "Name one card" in roadmapper("card", "import", proposal, "a", "b").err
    assert "The models are: none yet." in roadmapper("card", "export", proposal, "out.xml").err


@pytest.mark.skipif(sys.platform == "win32", reason="Memory of a process is asked the Unix way.")
@pytest.mark.parametrize("name", HARM)
def test_harm_is_refused_soon_in_one_sentence_and_little_memory(
    proposal: str, put: Put, harm: dict[str, bytes], name: str
) -> None:
    card = put(harm[name])
    before = hashlib.sha256(Path(proposal).read_bytes()).hexdigest()
    run = [sys.executable, "-m", "roadmapper", "card", "import", proposal, card, "--dry-run"]
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, *run],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds, memory = map(float, done.stdout.splitlines()[-1].split())

    assert done.returncode == (2 if done.stderr else 0)
    assert done.stderr.count("\n") == (1 if done.stderr else 0)
    assert seconds < MOST_SECONDS
    assert memory < MOST_BYTES
    assert hashlib.sha256(Path(proposal).read_bytes()).hexdigest() == before


def test_lists_say_how_far_a_model_answers_them_and_how_firm_they_are(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    roadmapper("card", "import", proposal, put(chai("0.2")))

    every = roadmapper("card", "lists", proposal).out
    one = roadmapper("card", "lists", proposal, "r1", "--list", "hti1-predictive").out

    assert "HTI-1 source attributes, predictive (as of 2026-10-01): of 31, " in every
    assert "A proposal of December 29, 2025 to remove these lists was pending." in every
    assert "Questions CMIOs ask" in every
    assert "(B)(2)(iii) Intended user(s): answered (Intended users)\n" in one
    assert "hti1-evidence" in roadmapper("card", "lists", proposal, "--list", "hti2").err
    assert roadmapper("card", "lists", proposal, "r1", "r2").code == 2


def test_a_plan_is_listed_with_the_basis_of_its_limits_and_begun_once(
    roadmapper: Roadmapper, proposal: str, put: Put
) -> None:
    roadmapper("card", "import", proposal, put(chai("0.2")))

    listed = roadmapper("card", "plan", proposal).out
    first = roadmapper("card", "plan", proposal, "r1", "psi", "t9").out
    again = roadmapper("card", "plan", proposal, "r1", "psi").out

    assert "No standard was found that sets limits of drift" in listed
    assert "look above 0.10; act above 0.25. Convention: a rule of thumb" in listed
    assert first.count("Added ") == 2
    assert again == "All of them are there already.\n"
    assert "psy" in roadmapper("card", "plan", proposal, "r1", "psy").err
