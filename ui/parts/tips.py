"""Tooltips that show what people wrote as they wrote it."""


def plain_tip(text: str) -> str:
    """Return a text for a tooltip; Qt would take what looks like markup for it, pictures too."""
    if "<" not in text:
        return text
    # Loaded late: few names hold such a sign.
    from html import escape  # noqa: PLC0415

    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>"
