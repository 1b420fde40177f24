"""The kinds of agreement: the usual mixes, and which kinds are chosen. No widgets here."""

from collections.abc import Mapping
from dataclasses import dataclass

from roadmapper.proposal.path import new_row_ids
from roadmapper.proposal.ways import AT_RISK, CREDITS, FIXED, ONE_SIDED, PER_OUTCOME, TWO_SIDED
from roadmapper.template.kinds import Value
from ui.opened import Opened
from ui.words import _

STRUCTURE = "pricing.structure"
_AT_RISK_YEARS = "pricing.at_risk_years"
_GAIN, _LOSS = "pricing.gain_share", "pricing.downside"
_BESIDES = frozenset((FIXED, CREDITS))
"""Kinds that go with every usual mix and tell none from another."""
_FIRST, _SHARED, _BOTH = "1", "2-3", "3"
"""The years of a glide path: results first, then shares of a gain, then of a loss too."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A usual mix of kinds; a fixed fee and service credits may come on top."""

    key: str
    title: str
    line: str
    kinds: frozenset[str]
    has_base: bool = True


GLIDE = "glide"
PRESETS: tuple[Preset, ...] = (
    Preset(
        "guarantee",
        _("Performance guarantee"),
        _("Fee credits if targets are missed"),
        frozenset((AT_RISK,)),
    ),
    Preset(
        "shared",
        _("Shared savings"),
        _("Lower fee, share of the value"),
        frozenset((AT_RISK, ONE_SIDED)),
    ),
    Preset(
        "outcome",
        _("Outcome-based"),
        _("Paid only when the outcome is met"),
        frozenset((PER_OUTCOME,)),
        has_base=False,
    ),
    Preset(
        GLIDE,
        _("Glide path"),
        _("At risk first, then gain, then loss"),
        frozenset((AT_RISK, TWO_SIDED)),
    ),
)


class Mix:
    """Which kinds of agreement are chosen, and the steps that choose others."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self.question = opened.question(STRUCTURE)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The kinds that are chosen, in the order of the template."""
        kept = self._opened.value(STRUCTURE)
        return kept if isinstance(kept, tuple) else ()

    @property
    def preset(self) -> Preset | None:
        """The usual mix that is in force, if it is one."""
        kinds = frozenset(self.chosen) - _BESIDES
        found = next((one for one in PRESETS if one.kinds == kinds), None)
        return None if found is not None and found.key == GLIDE and not self._glides else found

    def choose(self, preset: Preset) -> None:
        """Put a usual mix in force; what was answered for other kinds is kept."""
        base = {FIXED} if preset.has_base else set()
        wanted = {*preset.kinds, *base, *({CREDITS} & {*self.chosen})}
        kinds = tuple(one.value for one in self.question.options if one.value in wanted)
        years = self._glide_years() if preset.key == GLIDE else self._without_glide()
        label = _("Choose {title}").format(title=preset.title.lower())
        self._opened.bridge.change({STRUCTURE: kinds, **years}, label)

    def switch(self, kind: str, *, on: bool) -> None:
        """Take a kind into the mix, or out of it."""
        now = self.chosen
        wanted = {*now, kind} if on else {*now} - {kind}
        kinds = tuple(one.value for one in self.question.options if one.value in wanted)
        self._opened.bridge.set(STRUCTURE, kinds or None)

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _glides(self) -> bool:
        return self._opened.text(_AT_RISK_YEARS) == _FIRST

    def _glide_years(self) -> dict[str, Value]:
        values: dict[str, Value] = {_AT_RISK_YEARS: _FIRST}
        taken = set(self._opened.session.used_rows)
        for table, years in ((_GAIN, _SHARED), (_LOSS, _BOTH)):
            rows = self._opened.answers.rows(table)
            if not rows:
                rows = (next(new_row_ids(taken)),)
                taken.update(rows)
                values[table] = rows
            values |= {f"{table}[{row}].years": years for row in rows}
        return self._known(values)

    def _without_glide(self) -> dict[str, Value]:
        """Return what takes the years of a glide path away; years a person gave stay."""
        if not self._glides:
            return {}
        found: dict[str, Value] = {_AT_RISK_YEARS: None}
        for table, years in ((_GAIN, _SHARED), (_LOSS, _BOTH)):
            for row in self._opened.answers.rows(table):
                path = f"{table}[{row}].years"
                found |= {path: None} if self._opened.text(path) == years else {}
        return self._known(found)

    def _known(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """Return those of the values that the template of this proposal asks for."""
        return {path: value for path, value in values.items() if self._is_asked(path)}

    def _is_asked(self, path: str) -> bool:
        root, _rest, inside = path.partition("[")
        question = self._opened.template.find(root)
        column = inside.partition("].")[2]
        return question is not None and (not column or question.column(column) is not None)
