"""Over two hundred inputs that mean harm: each is read or refused, soon, and touches nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_SECONDS = 2.0
MOST_BYTES = 200_000_000

_WATCH = r"""
import json, sys, time
from pathlib import Path
from roadmapper.errors import CardError
from tests.cards import hostile, small

touched = []
watching = False
def watch(event, arguments):
    if watching and event.split(".")[0] in ("open", "socket", "urllib", "subprocess", "os"):
        touched.append((event, str(arguments)[:200]))
sys.addaudithook(watch)
secret = Path(sys.argv[1])
small.read(small.pdf(small.chai("0.1")))
results = []
for name, data in hostile.inputs(secret):
    if sys.argv[2] and sys.argv[2] != name:
        continue
    touched.clear()
    watching, start = True, time.process_time()
    try:
        card = small.read(data)
        told, said = "", str(card)
    except CardError as error:
        told, said = str(error), ""
    watching = False
    results.append([name, told, time.process_time() - start, list(touched), "tell nobody" in said])
print(json.dumps(results))
try:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
except ImportError:
    print(0)
"""


def _run(secret: Path, name: str = "") -> tuple[list[tuple[str, str, float, list[str], bool]], int]:
    """Return what became of each input, and the most memory that was used."""
    secret.write_text("tell nobody")
    done = subprocess.run(
        [sys.executable, "-c", _WATCH, str(secret), name],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    results, peak = done.stdout.splitlines()[-2:]
    return [tuple(one) for one in json.loads(results)], int(peak)


@pytest.fixture(scope="module")
def results(
    tmp_path_factory: pytest.TempPathFactory,
) -> list[tuple[str, str, float, list[str], bool]]:
    """Return what became of each input."""
    return _run(tmp_path_factory.mktemp("hostile") / "secret.txt")[0]


Results = list[tuple[str, str, float, list[str], bool]]


def test_there_are_over_two_hundred_inputs_of_different_names(results: Results) -> None:
    names = [one[0] for one in results]

    assert len({*names}) == len(names) > 200


def test_none_takes_longer_than_two_seconds(results: Results) -> None:
    assert [(name, seconds) for name, _, seconds, _, _ in results if seconds > MOST_SECONDS] == []


def test_none_opens_a_file_or_a_connection(results: Results) -> None:
    assert [(name, touched) for name, _, _, touched, _ in results if touched] == []


def test_none_tells_what_another_file_holds(results: Results) -> None:
    assert [name for name, _, _, _, leaked in results if leaked] == []


def test_each_refusal_says_what_happened_and_what_to_do(results: Results) -> None:
    refused = [told for _, told, _, _, _ in results if told]

    assert len(refused) > 120
    assert [told for told in refused if not 20 < len(told) < 400 or not told.endswith(".")] == []


@pytest.mark.parametrize(
    "name",
    [
        "xml, entities in entities",
        "xml, a file",
        "xml, an address",
        "xml, wide",
        "pdf, a file",
        "fhir, entities in entities",
        "json, deep list",
        "an archive",
        "50 MB of XML",
        "50 MB of PDF",
        "a PDF that unpacks to 150 MB",
        "a PDF packed oddly",
        "an error as a PDF",
        "a lying encoding",
        "wrapped often",
    ],
)
def test_what_means_harm_is_refused(results: Results, name: str) -> None:
    told = {one[0]: one[1] for one in results}

    assert told[name]
