"""Makes a proof: the document as it reads now, as pages, with the place of each answer on them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from roadmapper import paths
from roadmapper.document.card_pages import CardEdition, compose_card, only_model
from roadmapper.document.compose import Edition, compose
from roadmapper.document.spot import Spot
from roadmapper.document.style import load_style
from roadmapper.document.tree import Chapter, Document
from roadmapper.gather import told
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.printed import accent, has_annexes, has_model_labels, printed
from roadmapper.proposal.renaming import renamed
from roadmapper.template.model import Template
from roadmapper.template.shelf import template_in


@dataclass(frozen=True, slots=True)
class ProofOrder:
    """What a proof is made of; every part can travel to another process.

    `changed` is the day the document bears. With a `model`, a row of the models, it is the page of
    that model alone.
    """

    template: Path
    answers: Answers
    audience: str
    paper: str
    changed: datetime
    model: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """A chapter, the step its answers come from, and the page (from 1) on which it begins."""

    key: str
    title: str
    section: str
    page: int


@dataclass(frozen=True, slots=True)
class Proof:
    """A document as pages, with the places where answers stand on them."""

    data: bytes
    page_count: int
    spots: tuple[Spot, ...]
    chapters: tuple[Opening, ...]

    def page_of(self, path: str) -> int | None:
        """Return the page of an address: its own, that of what lies in or around it, its step's."""
        spot = self.spot_of(path)
        section = path.partition(".")[0]
        opening = (one.page for one in self.chapters if one.section == section)
        return spot.page if spot else next(opening, None)

    def spot_of(self, path: str) -> Spot | None:
        """Return where an answer stands first, or else what lies in or around it."""
        around = path
        while "." in around:
            found = next((one for one in self.spots if one.path == around), None)
            if found is not None:
                return found
            around = around[: max(around.rfind("["), around.rfind("."))]
        root = path.partition("[")[0]
        inside = (one for one in self.spots if one.path.partition("[")[0] == root)
        return next(inside, None)

    def chapter_at(self, page: int) -> str:
        """Return the title of the chapter to which a page belongs; empty before the first."""
        before = [one.title for one in self.chapters if one.page <= page]
        return before[-1] if before else ""


def proof(order: ProofOrder) -> Proof:
    """Return a proof; what is missing or wrong stands in the way of none.

    Raises:
        CardError: A model has no name yet, so it has no page.
        TemplateError: The template cannot be used.
    """
    from roadmapper.pdf.write import write  # noqa: PLC0415 - reportlab loads late

    template = template_in(order.template)
    answers = order.answers.changed(renamed(template, order.answers))
    document = _composed(order, template, answers)
    style = load_style(template.folder / "style.toml").in_accent(accent(answers))
    layout = write(document, style, style.papers[order.paper], fonts=paths.fonts())
    return Proof(
        layout.data,
        layout.page_count,
        layout.spots,
        tuple(_openings(document.chapters, layout.pages, template)),
    )


def _composed(order: ProofOrder, template: Template, answers: Answers) -> Document:
    if order.model:
        alone = told(template, only_model(template, answers, order.model))
        return compose_card(alone, order.model, CardEdition(order.changed, whole=False))
    edition = Edition(
        order.audience,
        order.changed,
        "",
        annexes=has_annexes(answers),
        chapters=printed(template, answers),
        labels=has_model_labels(answers),
    )
    return compose(told(template, answers), edition)


def _openings(
    chapters: Iterable[Chapter], pages: Mapping[str, int], template: Template
) -> Iterator[Opening]:
    sections = {rule.id: rule.section for rule in template.chapters}
    for chapter in chapters:
        if chapter.key in pages:
            section = sections.get(chapter.key, "")
            yield Opening(chapter.key, chapter.title, section, pages[chapter.key])
