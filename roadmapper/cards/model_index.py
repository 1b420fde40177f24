"""The results in the front matter of a Hugging Face card, patched or made new."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from roadmapper.cards import front_matter
from roadmapper.cards.card import Row
from roadmapper.cards.front_matter import made, scalar
from roadmapper.cards.markdown_read import metric_rows
from roadmapper.cards.matching import matched

_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Metric:
    """A metric, the result it lies in, and the model that lies in."""

    model: yaml.Node
    result: yaml.Node
    node: yaml.Node


def renewed_index(
    index: yaml.Node | None, goal: Sequence[Row], start: Sequence[Row], name: str
) -> yaml.Node | None:
    """Return the results a card should have; `index` are those that stand there, None for none."""
    stood = list(_metrics(index))
    if index is None or len(stood) != len(start):
        return _fresh(goal, name) if goal else None
    places = matched(goal, start)
    for row, at in zip(goal, places, strict=True):
        if at is not None:
            _patch(stood[at], start[at], row)
    for at, one in enumerate(stood):
        if at not in places:
            _take_out(one)
    fresh = [row for row, at in zip(goal, places, strict=True) if at is None]
    models = list(front_matter.items(index))
    if fresh:
        _add(models[0] if models else None, [made(one) for one in _results(fresh)])
    return index


def _metrics(index: yaml.Node | None) -> Iterator[_Metric]:
    """Yield the metrics with a value, in the order they were read as rows."""
    for model in front_matter.items(index):
        for result in front_matter.items(front_matter.at(model, "results")):
            nodes = front_matter.items(front_matter.at(result, "metrics"))
            for cells, node in zip(metric_rows(result), nodes, strict=True):
                if cells["value"]:
                    yield _Metric(model, result, node)


def _patch(metric: _Metric, was: Row, now: Row) -> None:
    for name in ("value", "metric", "data_set", "threshold"):
        text = now.cells.get(name, "")
        if text == was.cells.get(name, ""):
            continue
        match name:
            case "value":
                _set(metric.node, "value", text)
            case "metric":
                _set(metric.node, "name", text)
            case "data_set":
                _set(front_matter.at(metric.result, "dataset"), "name", text)
            case _:
                _set(front_matter.at(metric.node, "args"), "threshold", text)


def _add(model: yaml.Node | None, results: list[yaml.Node]) -> None:
    """Put results behind those of a model, or make it a list of them."""
    held = front_matter.at(model, "results")
    if isinstance(held, yaml.SequenceNode):
        held.value += results
    elif isinstance(model, yaml.MappingNode) and results:
        others = [(key, it) for key, it in model.value if key.value != "results"]
        inside = yaml.SequenceNode("tag:yaml.org,2002:seq", results, flow_style=False)
        model.value = [*others, (scalar("results"), inside)]


def _set(node: yaml.Node | None, key: str, text: str) -> None:
    """Put a text under a key of a map, if there is a map."""
    held = front_matter.at(node, key)
    if isinstance(held, yaml.ScalarNode):
        held.value = text
        held.style = held.style or scalar(text).style
    elif isinstance(node, yaml.MappingNode):
        node.value.append((scalar(key), scalar(text)))


def _take_out(metric: _Metric) -> None:
    nodes = front_matter.at(metric.result, "metrics")
    results = front_matter.at(metric.model, "results")
    if isinstance(nodes, yaml.SequenceNode):
        nodes.value.remove(metric.node)
        if not nodes.value and isinstance(results, yaml.SequenceNode):
            results.value.remove(metric.result)


def _fresh(goal: Sequence[Row], name: str) -> yaml.Node | None:
    results = list(_results(goal))
    return made([{"name": name or "Model", "results": results}]) if results else None


def _results(rows: Sequence[Row]) -> Iterator[dict[str, object]]:
    """Yield results by data set; a row that names none has no place in the format."""
    by_data: dict[str, list[Row]] = {}
    for row in rows:
        if data := row.cells.get("data_set", ""):
            by_data.setdefault(data, []).append(row)
    for data, inside in by_data.items():
        kind = inside[0].cells.get("data_role") or "custom"
        yield {
            "task": {"type": "other"},
            "dataset": {"type": kind, "name": data},
            "metrics": [_metric(row) for row in inside],
        }


def _metric(row: Row) -> dict[str, object]:
    name = row.cells.get("metric", "") or "result"
    told: dict[str, object] = {
        "type": _NO_WORD.sub("_", name.lower()).strip("_") or "result",
        "value": row.cells["value"],
        "name": name,
    }
    if threshold := row.cells.get("threshold"):
        told["args"] = {"threshold": threshold}
    return told
