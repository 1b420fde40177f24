"""Writes a CHAI Applied Model Card.

A card that was imported is written into the tree it came in: an element stays as it was
unless what our answers say there has changed since. So all that has no place with us, and
all that a card of another program knows, survives the way there and back.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from roadmapper.cards import chai_results, chai_tree
from roadmapper.cards.card import Card, Fields
from roadmapper.cards.chai_edit import Editor
from roadmapper.cards.joining import listed, rows_of, said
from roadmapper.cards.packs import Element, Pack
from roadmapper.cards.written import Gaps, Written, dropped, label_of
from roadmapper.cards.xml_text import parse, root_starts
from roadmapper.errors import CardError

NOT_PROVIDED = "Not provided."
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_DECLARATION = re.compile(r"^\s*<\?xml\b.*?\?>\s*", re.DOTALL)


def write(now: Card, was: Card, pack: Pack, fields: Fields, version: str) -> Written:
    """Return a card in a version of the format.

    `was` is what the card said when it was imported; its source is what it is written into, if that
    is of this version.

    Raises:
        CardError: The version asks for a result that the card does not have.
    """
    came = parse(was.source) if was.pack == pack.name else None
    same = came is not None and chai_tree.version_of(came, pack) == version
    root = came if came is not None and same else _blank(pack, version)
    writing = _Writing(now, was, pack, fields, Editor(root, pack, version), came, same)
    writing.go()
    gaps = Gaps(dropped(now, pack, fields), tuple(writing.empty), tuple(writing.notes))
    form = f"{pack.title} {version}"
    before = _DECLARATION.sub("", was.source[: root_starts(was.source)], count=1) if same else ""
    if same and not writing.editor.changed:
        stood = _DECLARATION.sub("", was.source, count=1)
        return Written(_HEAD + stood, form, pack.as_of, gaps)
    if not same:
        etree.indent(root, "\t")
    text = etree.tostring(root, encoding="unicode", with_tail=False)
    return Written(f"{_HEAD}{before}{text}\n", form, pack.as_of, gaps)


def _blank(pack: Pack, version: str) -> etree._Element:
    uri = pack.namespaces[version]
    return etree.Element(f"{{{uri}}}{pack.root}", nsmap={None: uri})


@dataclass(slots=True)
class _Writing:
    """One card on its way out. `came` is the tree it was imported from, `same` if it is edited."""

    now: Card
    was: Card
    pack: Pack
    fields: Fields
    editor: Editor
    came: etree._Element | None
    same: bool
    notes: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    before: dict[str, list[str]] = field(default_factory=dict)
    """What stood in the elements of the card as it came, by path."""

    def go(self) -> None:
        """Bring every element of the version in line with what the card says now."""
        if self.came is not None:
            for leaf in chai_tree.leaves(self.came, self.pack):
                self.before.setdefault(leaf.path, []).append(chai_tree.text_of(leaf.element))
        for element in self.editor.elements:
            if not element.many:
                self._leaf(element)
            elif element.results:
                self._results(element)
            else:
                self._list(element)
        self.editor.sort()
        self._tell_strange()

    def _leaf(self, element: Element) -> None:
        goal, start = (said(one, self.fields, element, self.pack) for one in (self.now, self.was))
        stood = self.before.get(element.path, [])
        as_it_was = self.came is not None and goal == start
        if as_it_was and len(stood) == 1:
            self.editor.keep(element, stood[0])
        elif goal or (stood and as_it_was):
            self.editor.put(element, goal or "\n\n".join(stood))
        elif element.optional:
            self.editor.drop(element)
        elif element.may_be_empty:
            self.editor.put(element, "")
        else:
            self.empty.append(label_of(element, self.fields))
            self.editor.put(element, NOT_PROVIDED)

    def _list(self, element: Element) -> None:
        goal, start = (listed(one, element, self.pack) for one in (self.now, self.was))
        stood = self.before.get(element.path, [])
        if not self.same or goal != start:
            self.editor.put_all(element, stood if goal == start and stood else goal)
        elif not element.optional:
            self.editor.container(element)

    def _results(self, element: Element) -> None:
        if element.results is None:
            return
        goal, start = (
            chai_results.with_value(rows_of(one, element.results, self.pack))
            for one in (self.now, self.was)
        )
        stood = self.editor.found(element.path) if self.same else []
        if stood and chai_results.spelled(goal) == chai_results.spelled(start):
            return
        results = chai_results.renewed(element.results, stood, goal, start, self.editor.made)
        if not results:
            block = element.path.split("/")[1]
            raise CardError(
                f'This version of the {self.pack.title} asks for a result under "{block}", and '
                "there is none. Add one with its value, or write version 0.1, which takes words."
            )
        self.editor.replace(element, results)

    def _tell_strange(self) -> None:
        known = {one.path for one in self.editor.elements}
        for leaf in chai_tree.leaves(self.editor.root, self.pack):
            if leaf.path.startswith(chai_tree.SIGNATURE):
                self._signature(leaf.element)
            elif not any(one == leaf.path or one.startswith(f"{leaf.path}/") for one in known):
                self.notes.append(f'"{leaf.path}" is not of this format and was kept as it came')

    def _signature(self, leaf: etree._Element) -> None:
        signed = leaf
        while (above := signed.getparent()) is not self.editor.root and above is not None:
            signed = above
        if self.editor.changed and signed.getparent() is not None:
            self.editor.root.remove(signed)
            self.notes.append("The signature was left out, since the card has changed")
