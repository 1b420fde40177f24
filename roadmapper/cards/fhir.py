"""A card wrapped for an electronic record: HL7's DocumentReference with the card attached."""

import base64
import binascii
from collections.abc import Iterator, Mapping

_TYPE = "DocumentReference"


def is_wrapper(told: Mapping[str, object]) -> bool:
    """Return whether a map is a resource that may hold a card."""
    return told.get("resourceType") == _TYPE


def attached(told: Mapping[str, object]) -> Iterator[bytes]:
    """Yield the bytes of what is attached, what is XML first; a link is not followed."""
    found = [one for one in _attachments(told) if isinstance(one.get("data"), str)]
    for one in sorted(found, key=lambda one: "xml" not in str(one.get("contentType", ""))):
        try:
            yield base64.b64decode("".join(str(one["data"]).split()), validate=True)
        except (binascii.Error, ValueError):
            continue


def links(told: Mapping[str, object]) -> tuple[str, ...]:
    """Return the addresses of what is not in the file itself."""
    return tuple(str(one["url"]) for one in _attachments(told) if one.get("url"))


def _attachments(told: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    content = told.get("content")
    for one in content if isinstance(content, list) else ():
        attachment = one.get("attachment") if isinstance(one, dict) else None
        if isinstance(attachment, dict):
            yield attachment
