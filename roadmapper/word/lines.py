"""Lines of inline nodes as runs."""

import re
from typing import assert_never
from urllib.parse import quote

from roadmapper.document.tree import Inline, Line, Link, NoteMark, PageNumber, Reference, Text
from roadmapper.word.draft import Draft
from roadmapper.word.notes import Counting
from roadmapper.word.ooxml import attribute, escape, field, legal, paragraph, run

_HOST = re.compile(r"[\w.-]+(:\d{1,5})?(?=[/?#]|$)", re.ASCII)
_MAIL = re.compile(r"[^@\s]+@[\w.-]+$", re.ASCII)
_WEIGHTS = {
    (False, False): "",
    (True, False): "Strong",
    (False, True): "Emphasis",
    (True, True): "StrongEmphasis",
}


def line(draft: Draft, parts: Line) -> str:
    """Return the runs of a line."""
    return "".join(_inline(draft, part) for part in parts)


def link_inside(draft: Draft, key: str, content: str) -> str:
    """Return the content as a link to the place with this key, if there is one."""
    name = draft.places.get(key)
    if not name:
        return content
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


def page_number(draft: Draft, key: str, style: str = "") -> str:
    """Return the number of the page on which the block with this key begins."""
    name = draft.places.get(key)
    shown = draft.page(key)
    return field(f"PAGEREF {name} \\h", shown, style) if name else run(shown, style)


def web_address(target: str) -> str:
    """Return the target as an address that Word accepts, empty where it is none."""
    scheme, _, rest = legal(target).strip().partition(":")
    if scheme.lower() == "mailto" and _MAIL.match(rest.partition("?")[0]):
        return f"mailto:{quote(rest, safe=_SAFE)}"
    if scheme.lower() in {"http", "https"} and rest.startswith("//") and _HOST.match(rest[2:]):
        return f"{scheme.lower()}:{quote(rest, safe=_SAFE)}"
    return ""


_SAFE = "/:?#@!$&'()*+,;=%~-._"


def _inline(draft: Draft, part: Inline) -> str:
    match part:
        case Text():
            return run(part.text, _WEIGHTS[part.bold, part.italic]) if part.text else ""
        case Link():
            return _link(draft, part)
        case Reference():
            return _reference(draft, part)
        case PageNumber():
            return page_number(draft, part.key)
        case NoteMark():
            return _note(draft, part)
        case _:
            assert_never(part)


def _link(draft: Draft, link: Link) -> str:
    if not link.text:
        return ""
    style = f"Hyperlink{_WEIGHTS[link.bold, link.italic]}"
    content = run(link.text, draft.style(style))
    if link.target.startswith("#"):
        return link_inside(draft, link.target[1:], content)
    address = web_address(link.target)
    if not address:
        return run(link.text, _WEIGHTS[link.bold, link.italic])
    return f'<w:hyperlink r:id="{draft.link(address)}" w:history="1">{content}</w:hyperlink>'


def _reference(draft: Draft, reference: Reference) -> str:
    if not reference.text:
        return ""
    if draft.labels.get(reference.key) == reference.text:
        return field(f"REF {draft.places[reference.key]} \\h", reference.text)
    return link_inside(draft, reference.key, run(reference.text))


def _note(draft: Draft, mark: NoteMark) -> str:
    number = escape(str(mark.number))
    given = draft.counting is Counting.GIVEN
    draft.in_note = True
    body = "".join(_inline(draft, part) for part in mark.note)
    draft.in_note = False
    label = f"<w:t>{number}</w:t>" if given else "<w:footnoteRef/>"
    note = paragraph("FootnoteText", f"<w:r>{_RAISED}{label}</w:r>{run(' ')}{body}")
    reference, name = draft.note(mark.number, note)
    if not reference:
        again = f"<w:r>{_RAISED}<w:t>{number}</w:t></w:r>"
        return f'<w:hyperlink w:anchor="{attribute(name)}" w:history="1">{again}</w:hyperlink>'
    custom = (' w:customMarkFollows="1"', f"<w:t>{number}</w:t>") if given else ("", "")
    content = f'<w:r>{_RAISED}<w:footnoteReference{custom[0]} w:id="{reference}"/>{custom[1]}</w:r>'
    return draft.mark_note(name, content)


_RAISED = '<w:rPr><w:rStyle w:val="NoteMark"/></w:rPr>'
