"""The tree of a CHAI card: which elements it has, by their path, whatever their namespace."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from roadmapper.cards.packs import Pack

SIGNATURE = "Signature"
_METRIC = "MetricResult"


@dataclass(frozen=True, slots=True)
class Leaf:
    """An element that holds text, or a result with its label and value."""

    path: str
    element: etree._Element


def name_of(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(etree.QName(element).localname)


def version_of(root: etree._Element, pack: Pack) -> str:
    """Return the version a card says it is of, empty if it is one that is not known."""
    namespace = etree.QName(root).namespace
    return next((one for one, uri in pack.namespaces.items() if uri == namespace), "")


def children(element: etree._Element) -> list[etree._Element]:
    """Return the elements inside one, without comments."""
    return list(element.iterchildren(etree.Element))


def leaves(root: etree._Element, pack: Pack) -> Iterator[Leaf]:
    """Yield what holds text, in order; a known path is a leaf even with markup inside it."""
    known = {one.path for one in pack.elements}
    todo = [("", one) for one in reversed(children(root))]
    while todo:
        above, element = todo.pop()
        path = f"{above}/{name_of(element)}" if above else name_of(element)
        inside = children(element)
        if path in known or not inside:
            yield Leaf(path, element)
            continue
        todo += [(path, one) for one in reversed(inside)]


def part(element: etree._Element, name: str) -> etree._Element | None:
    """Return the child of this name."""
    return next((one for one in children(element) if name_of(one) == name), None)


def text_of(element: etree._Element | None) -> str:
    """Return all text inside an element; empty if there is none."""
    return "" if element is None else "".join(element.xpath(".//text()"))


def is_result(path: str) -> bool:
    """Return whether an element is one typed result."""
    return path.endswith(f"/{_METRIC}")
