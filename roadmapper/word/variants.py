"""Paragraph styles that are made only where the text wears them: named ones, changed a little."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from roadmapper.document import measures as m
from roadmapper.document.art import BLOCK_HEIGHT
from roadmapper.word.looks import Edge, Look

_TONES = ("slate", "accent", "gold", "plum")
_BLOCK_RULE, _BLOCK_SPACE, _BLOCK_SIDE = 0.9, 11, 4
_BLOCK_LINE = BLOCK_HEIGHT - 2 * (_BLOCK_RULE + _BLOCK_SPACE)
_NARROW = re.compile(r"(.+)By(\d+)")
_STEP_LINE = re.compile(r"StepMarkTo(\d+)")
# Any: each change is a field of Look with a type of its own.
_CHANGES: Mapping[str, tuple[str, dict[str, Any]]] = {
    "Raised": ("one level up", {"outline": 2}),
    "Top": ("on top", {"before": 0.0}),
    "Kept": ("kept with next", {"keep": True}),
    "Last": ("last", {"after": m.LIST_AFTER, "list": None}),
    "Wide": ("full width", {"beside": False, "list": None}),
}


def variant(base: Mapping[str, Look], style_id: str) -> Look:
    """Return the style with this id: a named one, one derived from it, a gap or a tier's block."""
    if style_id in base:
        return base[style_id]
    if style_id.startswith("Gap"):
        return _gap(style_id)
    if to := _STEP_LINE.fullmatch(style_id):
        look = base["StepMark"]
        tabs = (("left", float(to[1])),)
        return replace(
            look, id=style_id, name=f"{look.name} line to {to[1]}", based=look.id, tabs=tabs
        )
    if style_id.startswith("TierBlock"):
        return _tier_block(style_id)
    if narrow := _NARROW.fullmatch(style_id):
        look, right = variant(base, narrow[1]), float(narrow[2])
        name = f"{look.name} narrower by {narrow[2]}"
        return replace(look, id=style_id, name=name, based=look.id, right=right)
    suffix = next(one for one in _CHANGES if style_id.endswith(one))
    named, changes = _CHANGES[suffix]
    look = variant(base, style_id.removesuffix(suffix))
    return replace(look, id=style_id, name=f"{look.name} {named}", based=look.id, **changes)


def gap_id(before: float, after: float) -> str:
    """Return the id of a paragraph that only keeps blocks apart, by these spaces."""
    return f"Gap{round(before * 10)}x{round(after * 10)}"


def narrow_id(style_id: str, free: int) -> str:
    """Return the id of the style that leaves so many points more free at its right."""
    return f"{style_id}By{free}" if free else style_id


def step_line_id(width: float) -> str:
    """Return the id of the style of a step's mark with a line as far as this."""
    return f"StepMarkTo{round(width)}"


def tier_block_id(number: int, count: int, width: float) -> str:
    """Return the id of the style of a tier's block: the higher the tier, the narrower."""
    share = 1 - 0.54 * (number - 1) / max(1, count - 1)
    return f"TierBlock{(number - 1) % len(_TONES)}x{round((1 - share) * width / 2 * 10)}"


def _gap(style_id: str) -> Look:
    before, after = (int(one) / 10 for one in style_id.removeprefix("Gap").split("x"))
    name = f"Gap {before:g} {after:g}"
    return Look(style_id, name, "small", before=before, after=after, leading=1, keep=before > 0)


def _tier_block(style_id: str) -> Look:
    which, indent = (int(one) for one in style_id.removeprefix("TierBlock").split("x"))
    tone, side = _TONES[which], indent / 10 + _BLOCK_SIDE + 2
    edges = tuple(
        Edge(at, _BLOCK_RULE, tone, _BLOCK_SPACE if at in {"top", "bottom"} else _BLOCK_SIDE)
        for at in ("top", "left", "bottom", "right")
    )
    return Look(
        style_id,
        f"Tier block {which + 1} by {indent / 10:g}",
        "tier_name",
        leading=_BLOCK_LINE,
        align="center",
        color=tone,
        shade=f"{tone}_tint",
        left=side,
        right=side,
        edges=edges,
    )
