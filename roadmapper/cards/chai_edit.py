"""Changes the tree of a CHAI card and keeps its elements in the order of the schema."""

import re
from collections.abc import Sequence

from lxml import etree

from roadmapper.cards.chai_tree import children, name_of, text_of
from roadmapper.cards.packs import Element, Pack

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LAST = 1_000


class Editor:
    """A tree that is being changed; `changed` says whether it was."""

    def __init__(self, root: etree._Element, pack: Pack, version: str) -> None:
        self.root = root
        self.elements = pack.of(version)
        self.changed = False
        self._uri = etree.QName(root).namespace
        self._order: dict[str, list[str]] = {}
        for element in self.elements:
            names = element.path.split("/")
            for depth, name in enumerate(names):
                inside = self._order.setdefault("/".join(names[:depth]), [])
                if name not in inside:
                    inside.append(name)

    def found(self, path: str) -> list[etree._Element]:
        """Return the elements at a path."""
        here = [self.root]
        for name in path.split("/"):
            here = [one for above in here for one in children(above) if name_of(one) == name]
        return here

    def made(self, name: str, text: str = "") -> etree._Element:
        """Return a new element of the namespace of the tree, not yet in it."""
        element = etree.Element(f"{{{self._uri}}}{name}" if self._uri else name)
        if text:
            element.text = _UNWRITABLE.sub("\ufffd", text)
        return element

    def keep(self, element: Element, text: str) -> None:
        """Have an element stand with the text it came with."""
        if not self.found(element.path):
            self.put(element, text)

    def put(self, element: Element, text: str) -> None:
        """Have one element with this text."""
        first, *others = self.found(element.path) or [self._new(element.path)]
        for one in others:
            _remove(one)
        if text_of(first) != text or children(first) or others:
            self.changed = True
            for one in list(first):
                first.remove(one)
            first.text = _UNWRITABLE.sub("\ufffd", text) or None

    def put_all(self, element: Element, texts: Sequence[str]) -> None:
        """Have elements with these texts; without any, their container goes if it may."""
        if not texts and element.optional:
            self.drop(element)
            for one in self.found(element.path.rpartition("/")[0]):
                _remove(one)
            return
        name = element.path.rpartition("/")[2]
        self.replace(element, [self.made(name, text) for text in texts])

    def replace(self, element: Element, elements: Sequence[etree._Element]) -> None:
        """Have these elements, and no others of their name, in their container."""
        container = self.container(element)
        for one in children(container):
            container.remove(one)
        for one in elements:
            one.tail = None
            container.append(one)
        if not elements:
            container.text = None
        etree.indent(container, "\t", level=element.path.count("/"))
        self.changed = True

    def drop(self, element: Element) -> None:
        """Have no such element."""
        for one in self.found(element.path):
            _remove(one)
            self.changed = True

    def container(self, element: Element) -> etree._Element:
        """Return what an element lies in, made if it is not there."""
        path = element.path.rpartition("/")[0]
        if not path:
            return self.root
        found = self.found(path)
        return found[0] if found else self._new(path)

    def sort(self) -> None:
        """Bring the elements in the order of the schema; a strange one follows its neighbor."""
        for path in self._order:
            for container in self.found(path) if path else [self.root]:
                self._sort(container, path)

    def _sort(self, container: etree._Element, path: str) -> None:
        inside, ranks, rank = list(container), [], -1
        for one in inside:
            rank = self._rank(path, one, rank)
            ranks.append(rank)
        if ranks != sorted(ranks):
            self.changed = True
            for at in sorted(range(len(inside)), key=ranks.__getitem__):
                container.append(inside[at])

    def _rank(self, path: str, element: etree._Element, before: int) -> int:
        if not isinstance(element.tag, str):
            return before
        name = name_of(element)
        order = self._order[path]
        if name == "Signature":
            return _LAST
        return order.index(name) if name in order else before

    def _new(self, path: str) -> etree._Element:
        """Make an element at a path, with what it lies in, in its place."""
        above, _, name = path.rpartition("/")
        parent = self.root
        if above:
            found = self.found(above)
            parent = found[0] if found else self._new(above)
        element = self.made(name)
        _insert(parent, element, self._place(parent, above, name))
        self.changed = True
        return element

    def _place(self, parent: etree._Element, path: str, name: str) -> int:
        order = self._order[path]
        rank = order.index(name)
        for at, one in enumerate(parent):
            if isinstance(one.tag, str) and self._rank(path, one, -1) > rank:
                return at
        return len(parent)


def _insert(parent: etree._Element, element: etree._Element, at: int) -> None:
    """Put an element in, on a line of its own where its neighbors are."""
    inside = list(parent)
    if at < len(inside):
        element.tail = inside[at - 1].tail if at else parent.text
    elif inside:
        element.tail = inside[-1].tail
        inside[-1].tail = parent.text
    parent.insert(at, element)


def _remove(element: etree._Element) -> None:
    """Take an element out; the line it stood on goes with it."""
    parent = element.getparent()
    before = element.getprevious()
    if parent is None:
        return
    last = element.getnext() is None
    if last and before is not None:
        before.tail = element.tail
    elif last:
        parent.text = None
    parent.remove(element)
