"""packs: ranges and findings of published studies, to look over before one is used."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict

from roadmapper.commands.desk import DONE, Desk
from roadmapper.packs import Benchmark, Pack, Study, load_pack, pack_names


def packs(options: Namespace, desk: Desk) -> int:
    """List the packs, or every benchmark of one with what stands behind it."""
    if options.name:
        return _one_pack(load_pack(options.name), options, desk)
    found = [load_pack(name) for name in pack_names()]
    if options.json:
        desk.say_json([{"id": p.id, "title": p.title, "dated": p.dated.isoformat()} for p in found])
        return DONE
    for one in found:
        desk.say(f"{one.id}\t{one.title}, {one.dated}: {one.line}")
    return DONE


def _one_pack(pack: Pack, options: Namespace, desk: Desk) -> int:
    if options.json:
        desk.say_json(_described(pack))
        return DONE
    for group in pack.groups:
        desk.say(f"[{group.id}] {group.title}")
        for benchmark in group.benchmarks:
            for line in _lines(benchmark):
                desk.say(line)
    for told in (pack.ranges, *pack.caveats, *(f"{k}: {v}" for k, v in pack.marks.items())):
        desk.say(told)
    return DONE


def _lines(benchmark: Benchmark) -> Iterator[str]:
    idea = benchmark.idea
    numbers = " / ".join(benchmark.range) or "no range proposed"
    yield f"  {benchmark.id}  {idea.driver}  ({idea.kind})  {numbers} {idea.unit}"
    if benchmark.note:
        yield f"    {benchmark.note}"
    for study in benchmark.studies:
        funding = {"no": "not vendor-funded", "yes": "vendor-funded"}
        paid = funding.get(study.funding, "funding not stated")
        told = f"{study.published or 'year not known'}; {study.design}; {paid}"
        yield f"    - {study.source} [{told}; {study.verified}, checked on {study.checked_on}]"
        yield f"      {study.finding}. Limits: {study.caveat}."


def _described(pack: Pack) -> dict[str, object]:
    return {
        "id": pack.id,
        "title": pack.title,
        "dated": pack.dated.isoformat(),
        "ranges": pack.ranges,
        "caveats": pack.caveats,
        "marks": dict(pack.marks),
        "benchmarks": [
            {
                "id": one.id,
                "group": group.id,
                "use_cases": group.use_cases,
                "driver": one.idea.driver,
                "class": one.idea.kind,
                "unit": one.idea.unit,
                "metric": one.idea.metric,
                "range": one.range,
                "never_money": one.never_money,
                "note": one.note,
                "studies": [_study(study) for study in one.studies],
            }
            for group in pack.groups
            for one in group.benchmarks
        ],
    }


def _study(study: Study) -> dict[str, object]:
    return {**asdict(study), "checked_on": study.checked_on.isoformat()}
