"""Tooltips that show what people wrote as they wrote it."""

from html import escape


def plain_tip(text: str) -> str:
    """Return a text for a tooltip; Qt would take what looks like markup for it, pictures too."""
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if "<" in text else text
