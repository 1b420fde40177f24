"""Reads a CHAI Applied Model Card."""

from lxml import etree

from roadmapper.cards import chai_tree, metrics
from roadmapper.cards.card import Card, Fields
from roadmapper.cards.chai_tree import Leaf
from roadmapper.cards.gathering import Gathering
from roadmapper.cards.joining import split
from roadmapper.cards.packs import Element, Pack
from roadmapper.cards.place import Place
from roadmapper.cards.xml_text import parse

_STAND_IN = "0, with neither unit nor interval: it stands for a result that was not available"


def is_card(root: etree._Element, pack: Pack) -> bool:
    """Return whether a tree is a card of this format."""
    return chai_tree.name_of(root) == pack.root


def read(text: str, pack: Pack, fields: Fields, root: etree._Element | None = None) -> Card:
    """Return the card that an XML text holds; `root` is its tree if it was parsed already.

    Raises:
        CardError: It is no whole XML, or not safe to read.
    """
    root = parse(text) if root is None else root
    version = chai_tree.version_of(root, pack)
    gathering = Gathering(fields)
    if not version:
        told = etree.QName(root).namespace or "none"
        gathering.warnings.append(
            f"Its namespace ({told}) is no version that is known; it was read by its names."
        )
    elements = {one.path: one for one in pack.elements}
    for leaf in chai_tree.leaves(root, pack):
        _keep(gathering, leaf, elements.get(leaf.path), fields)
    return gathering.card(f"{pack.title} {version}".strip(), pack.name, text)


def _keep(gathering: Gathering, leaf: Leaf, element: Element | None, fields: Fields) -> None:
    if element is None:
        if not leaf.path.startswith(chai_tree.SIGNATURE):
            gathering.put(None, chai_tree.text_of(leaf.element), leaf.path)
    elif chai_tree.is_result(leaf.path):
        _result(gathering, leaf, element)
    else:
        text = chai_tree.text_of(leaf.element)
        own, added = split(text, element, fields)
        gathering.put(element.place, own, leaf.path)
        for name, said in added.items():
            gathering.put(Place(name), said, leaf.path)


def _result(gathering: Gathering, leaf: Leaf, element: Element) -> None:
    place = element.results
    cells = cells_of(leaf.element)
    label = chai_tree.text_of(chai_tree.part(leaf.element, "Label")).strip()
    where = f"{leaf.path}, {label}" if label else leaf.path
    if cells is None or place is None:
        value = chai_tree.text_of(chai_tree.part(leaf.element, "ValueJson"))
        gathering.leave(where, value or chai_tree.text_of(leaf.element))
    elif place.zero_says_nothing and metrics.is_stand_in(cells):
        gathering.leave(where, _STAND_IN)
    else:
        gathering.row(place.field, {**cells, **place.cells}, where)


def cells_of(result: etree._Element) -> dict[str, str] | None:
    """Return a result as cells of a row, None if its value is no JSON that is known."""
    label = chai_tree.text_of(chai_tree.part(result, "Label")).strip()
    try:
        value = metrics.loads(chai_tree.text_of(chai_tree.part(result, "ValueJson")))
    except ValueError:
        return None
    return metrics.cells_of(label, value)
