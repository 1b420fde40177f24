"""Call-outs, key figures, steps and tiers: small native tables."""

from itertools import zip_longest

from roadmapper.document import measures as m
from roadmapper.document.tree import (
    Bullets,
    Callout,
    KeyFigure,
    KeyFigures,
    Step,
    Steps,
    Tier,
    Tiers,
)
from roadmapper.word.draft import Draft
from roadmapper.word.estimate import height_of
from roadmapper.word.numbering import list_id, numbered_by
from roadmapper.word.ooxml import cell, plain_paragraph, row, run, table, twips
from roadmapper.word.pieces import Piece, Room, gap, stack
from roadmapper.word.prose import bullets, paragraph
from roadmapper.word.variants import step_line_id, tier_block_id


def callout(draft: Draft, block: Callout, room: Room) -> Piece:
    """Return a tinted box of one cell."""
    inside = Room(room.width - 2 * m.CALLOUT_PAD, wide=True, callout=True)
    pieces = [
        bullets(draft, one, inside) if isinstance(one, Bullets) else paragraph(draft, one, inside)
        for one in block.body
    ]
    title = Piece(draft.paragraph("CalloutTitle", run(block.title), text=block.title))
    held = stack(draft, [title, *pieces] if block.title else pieces)
    # The space after the last paragraph counts to the room below it.
    tail = pieces[-1].tail if pieces else draft.after("callout_title")
    below = (
        f'<w:tcMar><w:bottom w:w="{twips(max(0, m.CALLOUT_PAD - tail))}" w:type="dxa"/></w:tcMar>'
    )
    fits = height_of(draft, (block,), room.width) < draft.page_room
    split = "<w:cantSplit/>" if fits else ""
    xml = table("CalloutTable", (room.width,), [row([cell(room.width, held, below)], split)])
    return Piece(xml, before=m.CALLOUT_BEFORE, after=m.CALLOUT_AFTER)


def key_figures(block: KeyFigures, room: Room) -> Piece:
    """Return large figures side by side; with a note on any, between rules and the label first."""
    if not block.items:
        return Piece("")
    ruled = any(item.note for item in block.items)
    width = room.width / len(block.items)
    cells = [cell(width, _figure(item, ruled, at)) for at, item in enumerate(block.items)]
    style = "RuledFiguresTable" if ruled else "FiguresTable"
    xml = table(style, [width] * len(cells), [row(cells)])
    return Piece(xml, before=m.FIGURES_BEFORE, after=m.FIGURES_AFTER)


def steps(draft: Draft, block: Steps, room: Room) -> Piece:
    """Return a process from left to right."""
    if not block.items:
        return Piece("")
    width = room.width / len(block.items)
    last = len(block.items)
    count = list_id(draft.new_list("Steps"))
    cells = [
        cell(width, _step(draft, item, count, 0 if at == last - 1 else width))
        for at, item in enumerate(block.items)
    ]
    xml = table("StepsTable", [width] * last, [row(cells)])
    return Piece(xml, before=m.STEPS_BEFORE, after=m.STEPS_AFTER)


def tiers(draft: Draft, block: Tiers, room: Room) -> Piece:
    """Return the training tiers: block, text and amount side by side, the totals below."""
    if not block.items:
        return Piece("")
    widths = _tier_widths(room.width)
    count = len(block.items)
    rows = [
        _tier(draft, item, at, count, widths, held=at < count or bool(block.totals))
        for at, item in enumerate(block.items, 1)
    ]
    xml = table("TiersTable", widths, rows)
    if not block.totals:
        return Piece(xml, before=m.TIERS_BEFORE, after=m.TIERS_AFTER)
    between = gap(draft, 0, m.TIER_PAD * _TOTALS_ABOVE - 1)
    part, last = room.width / len(block.totals), len(block.totals) - 1
    totals = [
        cell(part, plain_paragraph("TierTotalRight" if at and at == last else "TierTotal", text))
        for at, text in enumerate(block.totals)
    ]
    below = table("TotalsTable", [part] * len(totals), [row(totals)])
    return Piece(xml + between + below, before=m.TIERS_BEFORE, after=m.TIERS_AFTER)


_TOTALS_ABOVE = 0.7  # of the space in a tier: how far the totals stand below the last


def _figure(item: KeyFigure, ruled: bool, at: int) -> str:
    """Return one figure; between rules only the first has the accent."""
    value = plain_paragraph("FigureValuePlain" if ruled and at else "FigureValue", item.value)
    if not ruled:
        return value + plain_paragraph("FigureLabel", item.label)
    label = plain_paragraph("FigureLabelQuiet", item.label)
    return label + value + plain_paragraph("FigureNote", item.note)


def _step(draft: Draft, item: Step, count: int, width: float) -> str:
    """Return a step: its number, counted by Word, a line through this width, what happens."""
    style, mark = "StepMark", ""
    if width > _STEP_LINE_LEAST:
        style = step_line_id(width - m.STEP_GAP)
        mark = f'<w:r><w:rPr><w:rStyle w:val="StepLine"/></w:rPr>{_TAB}</w:r>'
    detail = plain_paragraph("StepDetail", item.detail) if item.detail else ""
    numbered = draft.paragraph(style, mark, extra=numbered_by(0, count))
    return numbered + plain_paragraph("StepTitle", item.title) + detail


_TAB = "<w:tab/>"
_STEP_LINE_LEAST = m.STEP_DISC + 3 * m.STEP_GAP
_FLUSH = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'


def _tier_widths(width: float) -> tuple[float, float, float]:
    block, amount = width * m.TIER_BLOCK + m.TIER_GAP, width * m.TIER_AMOUNT
    return block, width - block - amount, amount


def _tier(
    draft: Draft,
    item: Tier,
    number: int,
    count: int,
    widths: tuple[float, float, float],
    *,
    held: bool,
) -> str:
    mark = draft.paragraph(tier_block_id(number, count, widths[0] - m.TIER_GAP), run(str(number)))
    who = run("\u2002") + run(item.who, "TierWho") if item.who else ""
    kept = "Kept" if held else ""
    about = draft.paragraph(f"TierName{kept}", run(item.name) + who, text=item.name)
    if item.detail:
        detail = draft.answer(item.detail_source, run(item.detail))
        about += draft.paragraph(f"TierDetail{kept}", detail)
    amount = draft.paragraph(f"TierAmount{kept}", run(item.amount))
    for fact, source in zip_longest(item.facts, item.sources):
        amount += draft.paragraph(f"TierFact{kept}", draft.answer(source, run(fact)))
    middle = '<w:vAlign w:val="center"/>'
    return row(
        (
            cell(widths[0], mark, middle),
            cell(widths[1], about, middle),
            cell(widths[2], amount, _FLUSH + middle),
        )
    )
