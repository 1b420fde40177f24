"""The model-facts label as a native table in a heavy frame."""

from itertools import pairwise

from roadmapper.document import measures as m
from roadmapper.document.tree import ModelFact, ModelFacts, Tone
from roadmapper.word.draft import Draft
from roadmapper.word.ooxml import cell, row, run, table, twips
from roadmapper.word.pieces import Piece, Room

# Where label and value meet: each row takes the first share that keeps both on one line.
_SPLITS = (0.5, 0.38, 0.62, 0.26, 0.74)
_GRID = (0.0, 0.26, 0.38, 0.5, 0.62, 0.74, 1.0)
_LONG = 900  # characters in a value above which its row may break over pages
_GAP = 4.0  # right of a label


def facts_label(draft: Draft, block: ModelFacts, room: Room) -> Piece:
    """Return the model-facts label, which reads like a nutrition label; its title repeats."""
    rows = [_head(draft, block, room.width)]
    rows += [_fact(draft, fact, room.width, first=at == 0) for at, fact in enumerate(block.facts)]
    if block.foot:
        foot = draft.paragraph("FactsFoot", run(block.foot), text=block.foot)
        bar = _borders(draft, top=m.FACTS_BAR)
        rows.append(row([cell(room.width, foot, _span(len(_GRID) - 1) + bar)]))
    grid = [room.width * (end - start) for start, end in pairwise(_GRID)]
    xml = table(
        "FactsTable",
        grid,
        rows,
        title=block.title,
        description=f"{block.title}: what each line says, line by line.",
        look='w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"',
    )
    return Piece(xml, before=m.CALLOUT_BEFORE, after=m.FACTS_AFTER)


def _head(draft: Draft, block: ModelFacts, width: float) -> str:
    title = draft.place(block.key, run(block.title))
    held = draft.paragraph("FactsTitle", title, text=block.title)
    for name, text in (("FactsHeadline", block.headline), ("FactsSummary", block.summary)):
        held += draft.paragraph(name, run(text), text=text) if text else ""
    sides = f'<w:right w:w="{twips(m.FACTS_PAD)}" w:type="dxa"/>'
    space = f'<w:tcMar><w:top w:w="{twips(m.FACTS_TOP)}" w:type="dxa"/>{sides}</w:tcMar>'
    bar = _borders(draft, bottom=m.FACTS_BAR)
    held = cell(width, held, _span(len(_GRID) - 1) + bar + space)
    return row([held], "<w:cantSplit/><w:tblHeader/>")


def _fact(draft: Draft, fact: ModelFact, width: float, *, first: bool) -> str:
    label = draft.paragraph(
        "FactsPart" if fact.level else "FactsLabel", run(fact.label), text=fact.label
    )
    tone = "" if fact.tone is Tone.PLAIN else f"Tone{fact.tone.value.title()}"
    value = draft.paragraph(
        "FactsValueStrong" if fact.level else "FactsValue",
        draft.answer(fact.source, run(fact.value, tone)),
        text=fact.value,
    )
    if first:
        edges = _borders(draft, top=m.FACTS_BAR)
    elif fact.heavy:
        edges = _borders(draft, top=m.FACTS_HEAVY)
    else:
        edges = _borders(draft, top=m.HAIRLINE, color="line2")
    flush = f'<w:tcMar><w:right w:w="{twips(m.FACTS_PAD)}" w:type="dxa"/></w:tcMar>'
    split = _split(draft, fact, width)
    spans = _GRID.index(split), len(_GRID) - 1 - _GRID.index(split)
    cells = (
        cell(width * split, label, _span(spans[0]) + edges),
        cell(width * (1 - split), value, _span(spans[1]) + edges + flush),
    )
    return row(cells, "" if len(fact.value) > _LONG else "<w:cantSplit/>")


def _split(draft: Draft, fact: ModelFact, width: float) -> float:
    """Return where label and value meet so that both stay on one line, or the middle."""
    if len(fact.label) + len(fact.value) > width:
        return _SPLITS[0]
    looks = draft.sheet.text["facts_strong"], draft.sheet.text["facts_label"]
    label, value = looks[::-1] if fact.level else looks
    left = draft.measure.width(fact.label, label.font, label.size) + m.FACTS_PAD + _GAP
    left += m.FACTS_INDENT if fact.level else 0
    right = draft.measure.width(fact.value, value.font, value.size) + 2 * m.FACTS_PAD
    for split in _SPLITS:
        if left < width * split and right < width * (1 - split):
            return split
    return _SPLITS[0]


def _span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def _borders(draft: Draft, *, top: float = 0, bottom: float = 0, color: str = "ink") -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="0"'
        f' w:color="{draft.sheet.color(color)}"/>'
        for side, width in (("top", top), ("bottom", bottom))
        if width
    )
    return f"<w:tcBorders>{sides}</w:tcBorders>"
