"""Recognizes a card by what is in it, never by its name, and reads it."""

from collections.abc import Iterable, Mapping

from roadmapper.cards import chai_read, fhir, json_read, markdown_read, pdf_card
from roadmapper.cards.card import Card, Fields
from roadmapper.cards.limits import as_text, check_size
from roadmapper.cards.packs import Pack
from roadmapper.cards.xml_text import parse
from roadmapper.errors import CardError

_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_DEEPEST = 3
_HEAD = 20
_KNOWN = (
    "Choose a CHAI card (XML, or the PDF that carries it), a Hugging Face card, "
    "a Google or MONAI card in JSON, or one wrapped in FHIR."
)


def read_card(content: bytes, packs: Iterable[Pack], fields: Fields) -> Card:
    """Return the card that bytes hold, whatever the format.

    Raises:
        CardError: They hold none, are damaged, or ask for more than a card may.
    """
    return _read(content, tuple(packs), fields, 0)


def _read(content: bytes, packs: tuple[Pack, ...], fields: Fields, depth: int) -> Card:
    check_size(content)
    if depth > _DEEPEST:
        raise CardError("The card is wrapped too often. Get the card itself.")
    if content.startswith(b"%PDF-"):
        told = "The PDF carries no card as XML, and its pages are not read. " + _KNOWN
        return _first(pdf_card.carried(content), packs, fields, depth, told)
    if content.startswith(_PACKED):
        raise CardError(
            "The file is an archive or an office document, which is not unpacked here. " + _KNOWN
        )
    text = as_text(content)
    begin = text.lstrip()[:1]
    if text.lstrip()[:_HEAD].lower().startswith(("<!doctype html", "<html")):
        raise CardError("The file is a web page, not a model card. " + _KNOWN)
    if begin == "<":
        return _xml(text, packs, fields)
    if begin in ("{", "["):
        return _json(text, packs, fields, depth)
    for pack in packs:
        if pack.kind == "markdown" and markdown_read.is_card(text, pack):
            return markdown_read.read(text, pack, fields)
    raise CardError("The file is no model card that is known. " + _KNOWN)


def _first(
    parts: Iterable[bytes], packs: tuple[Pack, ...], fields: Fields, depth: int, told: str
) -> Card:
    """Return the first of several parts that is a card."""
    refused: CardError | None = None
    for part in parts:
        try:
            return _read(part, packs, fields, depth + 1)
        except CardError as error:
            refused = refused or error
    raise refused or CardError(told)


def _xml(text: str, packs: tuple[Pack, ...], fields: Fields) -> Card:
    root = parse(text)
    for pack in packs:
        if pack.kind == "chai" and chai_read.is_card(root, pack):
            return chai_read.read(text, pack, fields, root)
    raise CardError("The file is XML, but no model card that is known. " + _KNOWN)


def _json(text: str, packs: tuple[Pack, ...], fields: Fields, depth: int) -> Card:
    told = json_read.parsed(text) or {}
    if fhir.is_wrapper(told):
        return _wrapped(told, packs, fields, depth)
    for pack in packs:
        if pack.kind == "json" and json_read.is_card(told, pack):
            return json_read.read(text, told, pack, fields)
    if "result" in told and str(told.get("result")).lower() == "error":
        raise CardError(
            "The file holds the error message of another program, not a card. Get it again."
        )
    raise CardError("The file is JSON, but no model card that is known. " + _KNOWN)


def _wrapped(
    told: Mapping[str, object], packs: tuple[Pack, ...], fields: Fields, depth: int
) -> Card:
    links = fhir.links(told)
    lost = "The FHIR document has no card attached that can be read. " + _KNOWN
    if links:
        lost = (
            f'The FHIR document only links to its card ("{links[0][:200]}"), and nothing is '
            "fetched here. Get that file and import it."
        )
    return _first(fhir.attached(told), packs, fields, depth, lost)
