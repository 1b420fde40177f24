"""packs, on the command line."""

import json
from collections.abc import Callable
from typing import Any

Roadmapper = Callable[..., Any]


def test_the_packs_are_listed(roadmapper: Roadmapper) -> None:
    assert roadmapper("packs").out.startswith("benchmarks\tBenchmarks, 2026-")
    assert json.loads(roadmapper("packs", "--json").out)[0]["id"] == "benchmarks"


def test_a_pack_is_listed_with_ranges_sources_and_limits(roadmapper: Roadmapper) -> None:
    told = roadmapper("packs", "benchmarks").out

    assert "documentation-time  Documentation time  (capacity)  0 / 16 / 30 minutes" in told
    assert "Limits: A survey; its publisher sells recruitment." in told
    assert "Count it once" in told or "count it once" in told


def test_a_pack_as_json_holds_what_the_list_tells(roadmapper: Roadmapper) -> None:
    told = json.loads(roadmapper("packs", "benchmarks", "--json").out)

    deaths = [one for one in told["benchmarks"] if one["never_money"]]
    assert [one["class"] for one in deaths] == ["soft", "soft"]
    assert all(one["studies"] for one in told["benchmarks"])


def test_a_pack_that_is_not_there_is_told(roadmapper: Roadmapper) -> None:
    answer = roadmapper("packs", "studies")

    assert answer.code == 2
    assert "The packs are: benchmarks." in answer.err
