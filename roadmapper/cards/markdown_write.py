"""Writes a Markdown card with front matter.

A card that was imported in this format is edited where our answers have changed since, and only
there: other keys, headings and words stay letter by letter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.cards import front_matter
from roadmapper.cards.card import Card, Fields
from roadmapper.cards.front_matter import Block, block_of, made
from roadmapper.cards.joining import listed, rows_of, said
from roadmapper.cards.markdown_read import Body, divided
from roadmapper.cards.model_index import renewed_index
from roadmapper.cards.packs import Element, Pack
from roadmapper.cards.written import Gaps, Written, dropped, label_of

_ALWAYS = "medical"
_BELOW = re.compile(r"(?:\n[ \t]*(?:#[^\n]*)?)*\Z")
_KEYWORDS = "keywords"


def write(now: Card, was: Card, pack: Pack, fields: Fields) -> Written:
    """Return a card as Markdown; `was` is what it said when it was imported."""
    same = was.pack == pack.name
    front, rest = front_matter.divide(was.source if same else "")
    writing = _Writing(now, was if same else Card(), pack, fields)
    head = writing.front(front)
    body = writing.body(divided(rest, pack))
    text = f"---\n{head}\n---\n{body}"
    lost = (*dropped(now, pack, fields), *writing.unwritten())
    return Written(text, pack.title, pack.as_of, Gaps(lost))


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Writing:
    """One card on its way out."""

    now: Card
    was: Card
    pack: Pack
    fields: Fields

    def front(self, text: str | None) -> str:
        """Return the front matter, with the keys changed whose answers have changed."""
        try:
            blocks = front_matter.blocks(text or "")
        except ValueError:  # it was told when the card was read, and stays as it came
            return (text or "").rstrip("\n")
        lines = {block.key: block.text for block in blocks}
        nodes = {block.key: block for block in blocks}
        for element in self.pack.elements:
            if element.at == "front":
                self._key(lines, element)
            elif element.at == "results":
                self._results(lines, nodes, element)
        lead = (text or "").split("\n")[: _first_line(text or "", blocks)]
        return "\n".join([*lead, *filter(None, lines.values())]).removesuffix("\n")

    def _key(self, lines: dict[str, str], element: Element) -> None:
        goal, start = (self._listed(one, element) for one in (self.now, self.was))
        if goal == start or (element.optional and element.path not in lines):
            return
        if _means_more(element):
            return
        node = made(goal if element.many else ", ".join(goal))
        lines[element.path] = _renewed(lines, element, block_of(element.path, node) if goal else "")

    def unwritten(self) -> Iterator[str]:
        """Yield the labels of answers that have changed and of which their key takes no words."""
        for element in filter(_means_more, self.pack.elements):
            goal, start = (
                said(one, self.fields, element, self.pack) for one in (self.now, self.was)
            )
            if goal and goal != start:
                yield label_of(element, self.fields)

    def _listed(self, card: Card, element: Element) -> list[str]:
        if not element.many:
            text = said(card, self.fields, element, self.pack)
            return [" ".join(text.split())] if text else []
        texts = listed(card, element, self.pack)
        adds = element.place and element.place.field == _KEYWORDS and card is self.now
        fresh = adds and not self.was.source and _ALWAYS not in texts
        return [*texts, _ALWAYS] if fresh else texts

    def _results(self, lines: dict[str, str], nodes: dict[str, Block], element: Element) -> None:
        if element.results is None:
            return
        goal, start = (
            [row for row in rows_of(one, element.results, self.pack) if row.cells.get("value")]
            for one in (self.now, self.was)
        )
        if [row.cells for row in goal] == [row.cells for row in start]:
            return
        stood = nodes.get(element.path)
        name = self.now.texts.get("model_name", "")
        index = renewed_index(stood.node if stood else None, goal, start, name)
        block = block_of(element.path, index) if index else ""
        lines[element.path] = _renewed(lines, element, block)

    def body(self, body: Body) -> str:
        """Return the body, with the stretches changed whose answers have changed."""
        edits = [edit for group in self._groups() for edit in self._edits(body, group)]
        text = body.text
        for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        first, rest = "", ""
        for at, new in self._added(body):
            if at in ("title", "opening"):
                first += new
            else:
                rest += new
        return first + text + rest

    def _groups(self) -> Iterator[list[Element]]:
        """Yield the elements of the body that fill the same place."""
        groups: dict[object, list[Element]] = {}
        for element in self.pack.elements:
            place = element.place
            if place and element.at not in ("front", "results"):
                key = (place.field, place.column, place.given, *sorted(place.cells.items()))
                groups.setdefault(key, []).append(element)
        yield from groups.values()

    def _goal(self, group: list[Element]) -> str | None:
        """Return what a group of elements should say, None if that has not changed."""
        goal, start = (said(one, self.fields, group[0], self.pack) for one in (self.now, self.was))
        return None if goal == start else goal

    def _edits(self, body: Body, group: list[Element]) -> Iterator[_Edit]:
        goal = self._goal(group)
        spans = [(one.at, span) for one in group for span in body.spans.get(one.path, ())]
        if goal is None or not spans:
            return
        (at, first), *others = spans
        yield _Edit(first.start, first.end, _in_place(at, goal))
        for _, span in others:
            yield _Edit(span.start, span.end, "" if span.whole else "\n")

    def _added(self, body: Body) -> Iterator[tuple[str, str]]:
        """Yield what has no stretch in the body yet, and what kind of text it is."""
        above = ""
        for group in self._groups():
            element, goal = group[0], self._goal(group)
            if not goal or any(body.spans.get(one.path) for one in group):
                continue
            if element.under and element.under != above:
                yield "heading", f"\n## {element.under}\n"
            above = element.under or above
            yield element.at, _new(element, goal)


def _means_more(element: Element) -> bool:
    """Return whether a choice of ours is only read from a key, whose own words say more."""
    return element.at == "front" and element.place is not None and bool(element.place.means)


def _renewed(lines: dict[str, str], element: Element, block: str) -> str:
    """Return a key as it is now, with the remarks and empty lines that stood below it."""
    below = _BELOW.search(lines.get(element.path, ""))
    return f"{block}{below[0] if below else ''}".removeprefix("" if block else "\n")


def _first_line(text: str, blocks: tuple[Block, ...]) -> int:
    """Return the line the first key stands in; remarks may stand above it."""
    if not blocks:
        return len(text.split("\n")) - 1 if text.strip() else 0
    return text[: text.index(blocks[0].text)].count("\n")


def _in_place(at: str, text: str) -> str:
    if at in ("title", "bullet"):
        return " ".join(text.split())
    return f"\n{text}\n\n" if text else "\n"


def _new(element: Element, text: str) -> str:
    match element.at:
        case "title":
            return f"\n# {' '.join(text.split())}\n"
        case "opening":
            return f"\n{text}\n"
        case "bullet":
            return f"\n- **{element.path}:** {' '.join(text.split())}\n"
        case _:
            return f"\n{'###' if element.under else '##'} {element.path}\n\n{text}\n"
