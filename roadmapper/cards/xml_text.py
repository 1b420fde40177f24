"""XML that comes from anywhere: no document type, no entities, nothing fetched."""

import re

from lxml import etree

from roadmapper.errors import CardError

_BEFORE_ROOT = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_MOST_TAGS = 20_000
_DECLARATION = re.compile(r"^\s*<\?xml\b.*?\?>", re.DOTALL)


def parse(text: str) -> etree._Element:
    """Return the root of an XML text.

    Raises:
        CardError: It is no XML, or asks for more than a card may.
    """
    body = _DECLARATION.sub("", text, count=1)
    if body.startswith("<!", root_starts(body)):
        raise CardError(
            "The card declares a document type or entities, which a model card never needs and "
            "an attack does. Ask for the card without them."
        )
    if body.count("<") > _MOST_TAGS:
        raise CardError("The card has more parts than a model card can have. Get it again.")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        strip_cdata=False,
    )
    try:
        root = etree.fromstring(body.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        line = getattr(error, "lineno", None)
        where = f" in line {line}" if line else ""
        raise CardError(
            f"The card is not whole XML: it breaks off or is damaged{where}. Get it again."
        ) from None
    return root


def root_starts(text: str) -> int:
    """Return where the root of an XML text begins: behind declaration and remarks."""
    at = 0
    while found := _BEFORE_ROOT.match(text, at):
        at = found.end()
    return at
