"""The front matter of a Markdown card: YAML from anywhere, and its keys as they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

LIMIT = 50_000
"""The most characters of front matter that are read; reading YAML takes long."""

_DEEPEST = 50

_FRONT = re.compile(r"\A\s{0,20}---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?|[A-Za-z][A-Za-z0-9_./-]*")
_TAKEN = frozenset({"yes", "no", "true", "false", "null", "on", "off", "y", "n"})


class _Loader(yaml.BaseLoader):  # type: ignore[misc]  # PyYAML has no types
    """Reads every scalar as the text it is written with, and no aliases, which can be bombs."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Return a node; an alias is refused."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it refers back to another of its parts")
        return super().compose_node(parent, index)


@dataclass(frozen=True, slots=True)
class Block:
    """A key of the front matter with all its lines."""

    key: str
    node: yaml.Node
    text: str


def divide(text: str) -> tuple[str | None, str]:
    """Return the front matter of a text, None if it has none, and the rest."""
    found = _FRONT.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


def blocks(front: str) -> tuple[Block, ...]:
    """Return the keys of front matter in order.

    Raises:
        ValueError: It is no YAML with keys, or more than is read.
    """
    if len(front) > LIMIT or _depth(front) > _DEEPEST:
        raise ValueError("it is longer or deeper than front matter is")
    try:
        root = yaml.compose(front, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ValueError(_told(error)) from None
    if root is None:
        return ()
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise ValueError("it is no list of keys")
    lines = front.split("\n")
    starts = [key.start_mark.line for key, _ in root.value]
    ends = [*starts[1:], len(lines)]
    return tuple(
        Block(str(key.value), node, "\n".join(lines[start:end]))
        for (key, node), start, end in zip(root.value, starts, ends, strict=True)
    )


def _depth(front: str) -> int:
    """Return how deep brackets lie in one another at most, those in quotes too."""
    deepest = depth = 0
    for character in front:
        depth += (character in "[{") - (character in "]}")
        deepest = max(deepest, depth)
    return deepest


def _told(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or (error.args[:1] or ("it cannot be read",))[0]
    return f"{what}, line {mark.line + 1}" if mark else str(what)


def texts(node: yaml.Node) -> list[str] | None:
    """Return the text of a node, or the texts of a list of texts; None if it is more than that."""
    inside = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if not all(isinstance(one, yaml.ScalarNode) for one in inside):
        return None
    return [str(one.value) for one in inside]


def at(node: yaml.Node | None, *names: str) -> yaml.Node | None:
    """Return the node under these keys, None if there is none."""
    for name in names:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for key, value in pairs if key.value == name), None)
    return node


def text_at(node: yaml.Node | None, *names: str) -> str:
    """Return the text under these keys; empty if there is none."""
    found = at(node, *names)
    return str(found.value) if isinstance(found, yaml.ScalarNode) else ""


def items(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """Yield the entries of a list."""
    yield from node.value if isinstance(node, yaml.SequenceNode) else ()


def spelled(node: yaml.Node) -> str:
    """Return a node as YAML."""
    told = texts(node)
    if told is not None:
        return ", ".join(told)
    return str(yaml.serialize(node, Dumper=yaml.BaseDumper, allow_unicode=True)).strip()


def block_of(key: str, node: yaml.Node) -> str:
    """Return a key with what it holds, as its lines."""
    name = yaml.ScalarNode("tag:yaml.org,2002:str", key)
    root = yaml.MappingNode("tag:yaml.org,2002:map", [(name, node)], flow_style=False)
    return str(
        yaml.serialize(root, Dumper=yaml.BaseDumper, allow_unicode=True, width=10_000)
    ).strip()


def scalar(text: str) -> yaml.ScalarNode:
    """Return a text as a node, in quotes unless it needs none."""
    plain = _PLAIN.fullmatch(text) is not None and text.lower() not in _TAKEN
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=None if plain else '"')


def made(value: object) -> yaml.Node:
    """Return texts, lists and maps as a node."""
    match value:
        case dict():
            pairs = [(scalar(str(key)), made(it)) for key, it in value.items()]
            return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)
        case list():
            inside = [made(one) for one in value]
            return yaml.SequenceNode("tag:yaml.org,2002:seq", inside, flow_style=False)
        case _:
            return scalar(str(value))
