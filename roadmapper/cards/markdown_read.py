"""Reads a Markdown card: front matter, results, and a body by its headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import yaml

from roadmapper.cards import front_matter, markdown
from roadmapper.cards.card import Card, Fields
from roadmapper.cards.front_matter import Block, text_at
from roadmapper.cards.gathering import Gathering
from roadmapper.cards.markdown import Section, plain
from roadmapper.cards.packs import Element, Pack
from roadmapper.cards.place import Place
from roadmapper.errors import CardError

_INDEX = "model-index"
_NAME = "model_name"
_CARD_OF = re.compile(r"model card (?:for|of)\s+", re.IGNORECASE)
_ENOUGH = 3
"""Known headings by which a text without front matter is taken for a card."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the body that belongs to an element; `whole` if its heading does so too."""

    start: int
    end: int
    whole: bool = False


@dataclass(slots=True)
class Body:
    """The body of a card, and which stretches of it belong to which element."""

    text: str
    spans: dict[str, list[Span]] = field(default_factory=dict)
    strange: list[tuple[str, Span]] = field(default_factory=list)

    def own(self, path: str, start: int, end: int, *, whole: bool = False) -> None:
        """Note a stretch for an element."""
        self.spans.setdefault(path, []).append(Span(start, end, whole))

    def said(self, path: str) -> str:
        """Return what the stretches of an element say."""
        told = (markdown.said(self.text[one.start : one.end]) for one in self.spans.get(path, ()))
        return "\n\n".join(filter(None, told))


def is_card(text: str, pack: Pack) -> bool:
    """Return whether a text has the front matter of a model card, or its headings.

    Raises:
        CardError: It is the card of a data set.
    """
    front, body = front_matter.divide(text)
    if front is None:
        known = divided(text, pack).spans.keys() - {"title", "opening"}
        return len(known) >= _ENOUGH
    keys = {line.partition(":")[0].strip() for line in front.split("\n") if ":" in line}
    if keys & {*pack.not_signs} and not keys & {_INDEX, "base_model", "library_name"}:
        raise CardError(
            "This is the card of a data set, not of a model. Choose the card of the model."
        )
    return bool(keys & {*pack.signs}) or body.lstrip().startswith("# ")


def read(text: str, pack: Pack, fields: Fields) -> Card:
    """Return the card that a Markdown text holds.

    Raises:
        CardError: It is larger than a card can be.
    """
    gathering = Gathering(fields)
    front, rest = front_matter.divide(text)
    try:
        keys = front_matter.blocks(front or "")
    except ValueError as error:
        gathering.warnings.append(f"The front matter was not read: {error}.")
        gathering.leave("Front matter", front or "")
        keys = ()
    body = divided(rest, pack)
    _front(gathering, keys, pack, body)
    _text(gathering, body, pack)
    return gathering.card(pack.title, pack.name, text)


def _front(gathering: Gathering, keys: Sequence[Block], pack: Pack, body: Body) -> None:
    elements = {one.path: one for one in pack.elements if one.at in ("front", "results")}
    for block in keys:
        element = elements.get(block.key)
        told = front_matter.texts(block.node)
        where = f"Front matter, {block.key}"
        if element and element.at == "results":
            _results(gathering, block.node, element, named=bool(body.said("title")))
        elif element is None or told is None:
            gathering.put(None, front_matter.spelled(block.node), where)
        elif element.place and element.place.field == _NAME and body.said("title"):
            gathering.put(None, ", ".join(told), where)
        else:
            for one in told:
                gathering.put(element.place, one, where)


def _results(gathering: Gathering, node: yaml.Node, element: Element, *, named: bool) -> None:
    """Keep the results of a model index; whatever is not as it should be is told and listed."""
    models = list(front_matter.items(node))
    for number, model in enumerate(models, start=1):
        where = f"{_INDEX}, entry {number}"
        place = None if named or number > 1 else Place(_NAME)
        gathering.put(place, text_at(model, "name"), f"{where}, name")
        results = list(front_matter.items(front_matter.at(model, "results")))
        if not results:
            gathering.warnings.append(f"{where} has no results, so it shows nothing measured.")
        for result in results:
            _result(gathering, result, element, where)
    if not models:
        gathering.warnings.append(f"{_INDEX} is no list of models.")
        gathering.put(None, front_matter.spelled(node), _INDEX)


def _result(gathering: Gathering, result: yaml.Node, element: Element, where: str) -> None:
    place = element.results
    found = [one for one in metric_rows(result) if one["value"]]
    if place is None or not found:
        gathering.warnings.append(f"{where} has a result without a metric and its value.")
        gathering.put(None, front_matter.spelled(result), where)
        return
    if not found[0]["data_set"]:
        gathering.warnings.append(f"{where} does not name the data set of a result.")
    for cells in found:
        gathering.row(place.field, {**{k: v for k, v in cells.items() if v}, **place.cells}, where)


def metric_rows(result: yaml.Node) -> Iterator[dict[str, str]]:
    """Yield the metrics of one result as cells, empty ones too."""
    data = ", ".join(
        filter(None, (text_at(result, "dataset", key) for key in ("name", "config", "split")))
    )
    for metric in front_matter.items(front_matter.at(result, "metrics")):
        yield {
            "metric": text_at(metric, "name") or text_at(metric, "type"),
            "value": text_at(metric, "value"),
            "data_set": data,
            "threshold": text_at(metric, "args", "threshold"),
        }


def divided(text: str, pack: Pack) -> Body:
    """Return the body of a card with its stretches by element."""
    body = Body(text)
    known = {
        plain(name): one
        for one in pack.elements
        if one.at in ("heading", "bullets", "opening")
        for name in (one.path, *one.also)
    }
    above: list[tuple[int, str]] = []
    first = True
    found = markdown.sections(text)
    untitled = all(section.level != 1 for section in found)
    for section in found:
        if section.level == 0 and untitled and text[: section.end].strip():
            body.own("opening", section.inside, section.end)
            continue
        while above and above[-1][0] >= section.level > 0:
            above.pop()
        element = known.get(plain(section.title))
        if section.level == 1 and first:
            first = False
            if element is None:
                _title_and_opening(body, section)
                continue
        owner = next((path for _, path in reversed(above) if path), "")
        above.append((section.level, _owned(body, section, element, owner, pack)))
    return body


def _title_and_opening(body: Body, section: Section) -> None:
    begun = _CARD_OF.match(section.title)
    title = section.title[begun.end() :] if begun else section.title
    offset = body.text.index(title, section.start + section.level)
    body.own("title", offset, offset + len(title))
    body.own("opening", section.inside, section.end)


def _owned(body: Body, section: Section, element: Element | None, owner: str, pack: Pack) -> str:
    """Note to whom a section belongs; return the path of what its subsections belong to."""
    if element and element.at != "bullets":
        body.own(element.path, section.inside, section.end)
        return element.path
    if element:
        _bullets(body, section, element, pack)
        return ""
    if owner:
        body.own(owner, section.start, section.end, whole=True)
        return owner
    title = section.title or "Text before the first heading"
    body.strange.append((title, Span(section.inside, section.end)))
    return ""


def _bullets(body: Body, section: Section, element: Element, pack: Pack) -> None:
    known = {plain(one.path): one.path for one in pack.elements if one.at == "bullet"}
    at = section.inside
    for bullet in markdown.bullets(body.text, section.inside, section.end):
        line = body.text.rfind("\n", 0, bullet.start) + 1
        _rest(body, section, element, Span(at, max(at, line)))
        if path := known.get(plain(bullet.name)):
            body.own(path, bullet.start, bullet.end)
        else:
            body.strange.append((f"{section.title}: {bullet.name}", Span(bullet.start, bullet.end)))
        at = bullet.end
    _rest(body, section, element, Span(at, section.end))


def _rest(body: Body, section: Section, element: Element, span: Span) -> None:
    """Note what stands between the bullets of a section."""
    if element.place and markdown.said(body.text[span.start : span.end]):
        body.own(element.path, span.start, span.end)
    else:
        body.strange.append((section.title, span))


def _text(gathering: Gathering, body: Body, pack: Pack) -> None:
    for element in pack.elements:
        if element.place and element.at not in ("front", "results"):
            gathering.put(element.place, body.said(element.path), element.path)
    for title, span in body.strange:
        gathering.put(None, markdown.said(body.text[span.start : span.end]), title)
