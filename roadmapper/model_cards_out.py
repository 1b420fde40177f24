"""Model cards go out: one of a proposal, in a format of others."""

from collections.abc import Iterator
from dataclasses import replace

from roadmapper.cards import chai_write, markdown_write
from roadmapper.cards.card import Card
from roadmapper.cards.written import Written
from roadmapper.document.tree import Text, plain
from roadmapper.document.wording import Scope, fill
from roadmapper.errors import CardError
from roadmapper.gather import told
from roadmapper.model_cards import MODELS, as_it_came, card_of, fields_of, packs
from roadmapper.proposal.answers import Answers
from roadmapper.template.model import Template

VERSIONS = ("0.1", "0.2")
_KINDS = {".xml": "chai", ".md": "markdown"}


def write(
    template: Template, answers: Answers, row: str, suffix: str, version: str = ""
) -> Written:
    """Return a model of a proposal as a card: ".xml" for CHAI, ".md" for Hugging Face.

    Raises:
        CardError: There is no such format, or the card lacks what it asks for.
    """
    kind = _KINDS.get(suffix.lower())
    if kind is None:
        raise CardError(
            "A card is written as .xml or .pdf (CHAI), .docx (Word) or .md (Hugging Face), "
            f'not as "{suffix[:20]}".'
        )
    pack = next(one for one in packs() if one.kind == kind)
    fields = fields_of(template)
    now, came = (
        _spoken(template, answers, one)
        for one in (
            card_of(template, answers, row),
            as_it_came(template, answers, row, pack.name),
        )
    )
    if kind == "markdown":
        return markdown_write.write(now, came, pack, fields)
    version = version or next((one for one in VERSIONS if came.form == f"{pack.title} {one}"), "")
    return chai_write.write(now, came, pack, fields, version or VERSIONS[0])


def _spoken(template: Template, answers: Answers, card: Card) -> Card:
    """Return a card with its placeholders filled, as a document would say it."""
    texts = [*card.texts.values(), *_cells(card)]
    if not any("{" in text for text in texts):
        return card
    scope = Scope(told(template, answers), MODELS.section)

    def said(text: str) -> str:
        return plain(fill((Text(text),), scope)) if "{" in text else text

    tables = {
        name: tuple(
            replace(row, cells={key: said(text) for key, text in row.cells.items()}) for row in rows
        )
        for name, rows in card.tables.items()
    }
    return replace(card, texts={key: said(it) for key, it in card.texts.items()}, tables=tables)


def _cells(card: Card) -> Iterator[str]:
    for rows in card.tables.values():
        for row in rows:
            yield from row.cells.values()
