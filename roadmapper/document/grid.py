"""Tables made of texts: a strong first column, numbers at the right."""

from collections.abc import Iterable, Sequence

from roadmapper.document.tree import Align, Cell, Column, Row, Table, Text


def text_cell(text: str, *, bold: bool = False) -> Cell:
    """Return a cell with one line of text, empty if there is none."""
    return Cell(((Text(text),),) if text else (), bold=bold)


def text_rows(rows: Iterable[Sequence[str]], strong: frozenset[int] = frozenset()) -> list[Row]:
    """Return rows of texts, the first of each in bold; the strong ones are set apart whole."""
    return [
        Row(
            tuple(text_cell(text, bold=not place or n in strong) for place, text in enumerate(row)),
            emphasised=n in strong,
        )
        for n, row in enumerate(rows)
    ]


def number_table(
    key: str,
    caption: str,
    titles: Sequence[str],
    rows: Sequence[Row],
    *,
    note: str = "",
    first: float = 1.8,
) -> Table:
    """Return a table whose first column tells and whose others count."""
    head = Column(titles[0], weight=first)
    counted = (Column(title, Align.RIGHT, 1) for title in titles[1:])
    return Table(key, caption, (head, *counted), tuple(rows), note)
