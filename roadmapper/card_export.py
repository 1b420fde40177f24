"""One model card goes out as a file: as text, or as pages that carry the text for programs."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from roadmapper import model_cards, model_cards_out
from roadmapper.cards.coverage import Answered, answered
from roadmapper.cards.pdf_card import MAKER, XML, carried
from roadmapper.cards.written import Gaps, Written
from roadmapper.document.card_pages import CardEdition, compose_card, only_model
from roadmapper.document.tree import Document
from roadmapper.errors import ExportError
from roadmapper.gate.needles import without_secrets
from roadmapper.gather import style_of, told
from roadmapper.gating import pass_gate, pass_text, secrets_of
from roadmapper.make import Made, Order, Progress
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.naming import Others
from roadmapper.proposal.notes import card_at
from roadmapper.proposal.printed import accent
from roadmapper.release import program
from roadmapper.template.model import Template
from roadmapper.worker import made_apart

PAGES = (".pdf", ".docx")
"""What a card is written as in pages; the others are text."""
_HTI1 = "hti1-predictive"
_NO_CARD = "A Word file holds no card that a program reads back; export a PDF or XML for that"
_PRINTED = "The pages print them all the same"

Maker = Callable[[Order, Progress], Made]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which model is written how; `version` is that of the CHAI card, in the file or inside it."""

    row: str
    suffix: str
    paper: str = "letter"
    version: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What went out, and what of the card did not."""

    program: str
    model: str
    card_version: str
    date: str
    format: str
    as_of: str
    gaps: Gaps

    def as_table(self) -> dict[str, Any]:
        """Return it for a program to read."""
        told = asdict(self)
        gaps: dict[str, Any] = told.pop("gaps")
        return {**told, **gaps}


@dataclass(frozen=True, slots=True)
class CardFile:
    """The bytes of a card, and what is told of them."""

    data: bytes
    manifest: Manifest


def card_file(
    template: Template,
    answers: Answers,
    wanted: Wanted,
    *,
    changed: datetime,
    progress: Progress,
    make: Maker = made_apart,
    others: Others | None = None,
) -> CardFile:
    """Return a model of a proposal as a file; `changed` is the day it bears.

    `others` are the names of other proposals, which must not stand in it.

    Raises:
        CardError: There is no such format, or the card lacks what it asks for.
        ExportError: The pages could not be made, or something stands in them that must not.
    """
    suffix = wanted.suffix.lower()
    if suffix not in PAGES:
        out = model_cards_out.write(template, answers, wanted.row, suffix, wanted.version)
        pass_text(out.text, others or Others())
        return CardFile(out.text.encode(), _manifest(template, answers, wanted, changed, out))
    inside = model_cards_out.write(template, answers, wanted.row, ".xml", wanted.version)
    alone = only_model(template, answers, wanted.row)
    order = _order(template, alone, wanted, changed, inside)
    made = make(order, progress)
    came = card_at(str(model_cards.MODELS.row(wanted.row)))
    public = Answers({**without_secrets(template, alone), came: answers.value(came)})
    same = model_cards_out.write(template, public, wanted.row, ".xml", wanted.version)
    plain = _order(template, public, wanted, changed, same)
    kept = secrets_of(template, answers, plain.document, others=others)
    pass_gate(made.data, f"card{suffix}", order.document, kept)
    if suffix == ".pdf":
        _read_back(made.data, inside.text)
    out = _in_pdf(inside) if suffix == ".pdf" else _in_word(template, answers, wanted.row)
    return CardFile(made.data, _manifest(template, answers, wanted, changed, out))


def _order(
    template: Template, answers: Answers, wanted: Wanted, changed: datetime, inside: Written
) -> Order:
    style = style_of(template)
    if wanted.paper not in style.papers:
        known = ", ".join(style.papers)
        raise ExportError(f'There is no paper "{wanted.paper[:40]}". Choose one of: {known}.')
    is_pdf = wanted.suffix.lower() == ".pdf"
    holds = ((XML, inside.text), (MAKER, program())) if is_pdf else ()
    edition = CardEdition(changed, carried=holds)
    document = compose_card(told(template, answers), wanted.row, edition)
    look = style.in_accent(accent(answers))
    kind = wanted.suffix.lower().removeprefix(".")
    return Order(_marked(document), look, style.papers[wanted.paper], kind)


def _marked(document: Document) -> Document:
    """Return a document whose revision is made from what it says: the same says the same."""
    mark = sha256(repr(document).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return replace(document, properties=replace(document.properties, revision=f"c-{mark}"))


def _read_back(data: bytes, text: str) -> None:
    """Make sure that a reader of cards finds the very card in a finished PDF."""
    if next(iter(carried(data)), b"") != text.encode():
        raise ExportError("The card inside the PDF came out damaged; nothing was written.")


def _in_pdf(inside: Written) -> Written:
    """Return what there is to know of a card inside a PDF, whose pages hold more than it."""
    gaps = inside.gaps
    more = (_PRINTED,) if gaps.dropped else ()
    return replace(
        inside, form=f"PDF with a {inside.form} inside", gaps=replace(gaps, notes=gaps.notes + more)
    )


def _in_word(template: Template, answers: Answers, row: str) -> Written:
    """Return what there is to know of a card in Word: what readers will ask for and not find."""
    card = model_cards.card_of(template, answers, row)
    asked = next(one for one in model_cards.lists() if one.name == _HTI1)
    fields = model_cards.fields_of(template)
    items = [item for item in asked.items if answered(card, item) is Answered.OPEN]
    open_ones = dict.fromkeys(fields[name].label for item in items for name in item.fields)
    gaps = Gaps(empty=tuple(open_ones), notes=(_NO_CARD,))
    return Written("", f"Word pages, compared with {asked.title}", asked.as_of, gaps)


def _manifest(
    template: Template, answers: Answers, wanted: Wanted, changed: datetime, out: Written
) -> Manifest:
    card = model_cards.card_of(template, answers, wanted.row)
    return Manifest(
        program(),
        card.texts.get(model_cards.NAME, ""),
        card.texts.get("model_version", ""),
        changed.date().isoformat(),
        out.form,
        out.as_of.isoformat(),
        out.gaps,
    )
