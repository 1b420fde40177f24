"""Rows that are copied out and pasted in again say the same; links and inner tables go along."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapper import paths
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import GROUP_KINDS, Kind, Value, canonical
from roadmapper.template.load import load_template
from roadmapper.template.model import Question
from ui.fields.rows_edits import RowsEdits
from ui.fields.rows_model import RowsModel
from ui.opened import Opened

DRIVERS, MODELS, STUDIES = "value.drivers", "transparency.models", "solution.evidence"
TABLES = (DRIVERS, MODELS, "roadmap.items", "system.tools_replaced", "transparency.four_questions")

_words = st.text(st.sampled_from("ab ;,\"\t'/–x1"), min_size=1, max_size=9)
_line = _words.map(lambda text: " ".join(text.split())).filter(bool)
_number = st.decimals(0, 9_999, places=1).map(lambda one: canonical(Kind.NUMBER, f"{one:f}"))
_day = st.dates().map(lambda one: f"{one:%Y-%m-%d}")


_PLAIN: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.LINE: _line,
    Kind.PROSE: st.lists(_line, min_size=1, max_size=3).map("\n\n".join),
    **dict.fromkeys((Kind.NUMBER, Kind.MONEY, Kind.PERCENT), _number),
    Kind.DATE: _day,
    Kind.YES_NO: st.booleans(),
    Kind.RANGE: st.tuples(_number, _number | st.just(""), _number),
}


def _value(column: Question, links: tuple[str, ...]) -> st.SearchStrategy[Value]:
    if column.kind is Kind.CHOICE:
        return st.sampled_from([option.value for option in column.options])
    if column.kind is Kind.LINK:
        some = st.lists(st.sampled_from([*links, "gone7"]), min_size=1, unique=True)
        return some.map(tuple)
    return _PLAIN[column.kind]


def _told(opened: Opened, question: Question, path: str, row: str) -> dict[str, object]:
    """Return what a row says, by columns; inner rows by their place instead of their ids."""
    said: dict[str, object] = {}
    for column in question.columns:
        inside = f"{path}[{row}].{column.id}"
        if column.kind in GROUP_KINDS:
            inner = opened.session.rows(inside)
            said[column.id] = [_told(opened, column, inside, one) for one in inner]
        else:
            said[column.id] = opened.value(inside)
    return said


def _differing(before: list[dict[str, object]], after: list[dict[str, object]]) -> list[object]:
    assert len(before) == len(after)
    pairs = zip(before, after, strict=True)
    return [
        (name, old[name], new[name]) for old, new in pairs for name in old if old[name] != new[name]
    ]


def _open(folder: Path) -> Opened:
    path = folder / "one.roadmap"
    path.unlink(missing_ok=True)
    template = load_template(paths.templates() / "partnership")

    def clock() -> datetime:
        return datetime(2027, 5, 3, tzinfo=UTC)

    ProposalFile.create(path, template.id, template.version, clock=clock)
    return Opened(path, clock=clock)


def _fill(opened: Opened, draw: Callable[..., Value], question: Question, path: str) -> None:
    rows = opened.session.rows(path)
    if not question.fixed:
        rows = tuple(
            opened.session.add_row(path)
            for _ in range(draw(st.integers(1, 2)))  # type: ignore[arg-type]
        )
    values: dict[str, Value] = {}
    for row in rows:
        for at, column in enumerate(question.columns):
            inside = f"{path}[{row}].{column.id}"
            links = opened.session.rows(column.link) if column.kind is Kind.LINK else ()
            if column.kind in GROUP_KINDS:
                if draw(st.booleans()):
                    _fill(opened, draw, column, inside)
            elif at == 0 or draw(st.booleans()):
                values[inside] = draw(_value(column, links))
    opened.session.change(values, "Fill")


@pytest.mark.parametrize("path", TABLES)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_rows_copied_and_pasted_back_are_the_same(
    tmp_path: Path, path: str, data: st.DataObject
) -> None:
    opened = _open(tmp_path)
    try:
        for name in ("A study", "A study", "Of two; parts", "A study (2)"):
            opened.session.add_row(STUDIES, {"reference": name})
        question = opened.question(path)
        _fill(opened, data.draw, question, path)
        model = RowsModel(question, path, opened)
        edits = RowsEdits(model)
        rows = model.rows
        before = [_told(opened, question, path, row) for row in rows]
        columns = range(len(model.columns))
        cells = [model.index(row, column) for row in range(len(rows)) for column in columns]

        text = edits.copy(cells)
        back = edits.paste(text, 0, 0)

        assert back.sentence == ""
        assert _differing(before, [_told(opened, question, path, row) for row in rows]) == []
        if not question.fixed and path != "roadmap.items":
            model.sync()
            assert edits.paste(text, len(rows), 0).sentence == ""
            model.sync()
            new = model.rows[len(rows) :]
            assert _differing(before, [_told(opened, question, path, row) for row in new]) == []
    finally:
        opened.close()


def test_a_name_that_no_row_has_is_told_and_the_others_are_linked(opened: Opened) -> None:
    study = opened.session.add_row(STUDIES, {"reference": "A study"})
    row = opened.session.add_row(DRIVERS, {"driver": "Shorter notes"})
    model = RowsModel(opened.question(DRIVERS), DRIVERS, opened)
    place = [column.id for column in model.columns].index("evidence")

    pasted = RowsEdits(model).paste("a STUDY; Another one\n", 0, place)

    assert opened.value(f"{DRIVERS}[{row}].evidence") == (study,)
    assert pasted.sentence == "No row is named “Another one”."


def test_what_links_to_a_row_is_told_when_it_goes(opened: Opened) -> None:
    study = opened.session.add_row(STUDIES, {"reference": "A study"})
    row = opened.session.add_row(DRIVERS, {"driver": "Shorter notes", "evidence": (study,)})
    opened.session.set("_evidence.deal.compelling_event", (study,))
    model = RowsModel(opened.question(STUDIES), STUDIES, opened)

    assert RowsEdits(model).pointing(0) == (
        "Linked from Evidence (Value, Shorter notes) and Why now (Opportunity)."
    )
    opened.session.remove_row(DRIVERS, row)
    opened.session.set("_evidence.deal.compelling_event", None)
    assert RowsEdits(model).pointing(0) == ""
