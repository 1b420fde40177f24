"""Where links may lead: to the web, to mail, or to a place in the document that exists."""

import re
from collections.abc import Container
from urllib.parse import quote

_WEB = re.compile(r"https?://[^\s/]+|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_KEPT = "%:/?#[]@!$&'()*+,;=~"


def target_of(target: str, keys: Container[str]) -> str:
    """Return a target that works, percent-encoded, or an empty string."""
    if target.startswith("#"):
        return target if target[1:] in keys else ""
    if not target.isprintable() or not _WEB.match(target):
        return ""
    encoded = quote(target.strip(), safe=_KEPT, errors="replace")
    scheme, rest = encoded.split(":", 1)
    return f"{scheme.lower()}:{rest}"
