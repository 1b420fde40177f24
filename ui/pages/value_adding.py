"""Drivers that come from somewhere: from published studies, or as a first idea for a use."""

from functools import cache

from roadmapper.inserting import Inserted, insert_benchmark, insert_idea
from roadmapper.packs import Benchmark, Group, Idea, Pack, load_pack
from roadmapper.proposal.path import new_row_ids
from ui.opened import Opened
from ui.words import _

_PACK = "benchmarks"
_USE = "deal.use_case"
_OTHER = "other"


class Adding:
    """Adds drivers through the bridge, each as one step of undo."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    @property
    def pack(self) -> Pack:
        """The benchmarks, read when they are first wanted."""
        return _benchmarks()

    @property
    def use_case(self) -> str:
        """What is proposed; empty if nobody said it."""
        return self._opened.text(_USE)

    @property
    def use_label(self) -> str:
        """How the use reads inside a sentence; empty if nobody said it."""
        option = self._opened.question(_USE).option(self.use_case)
        return option.text if option and self.use_case != _OTHER else ""

    def ideas(self) -> tuple[Idea, ...]:
        """Return drivers to begin with for this use."""
        first = self.pack.first
        return first.get(self.use_case) or first.get(_OTHER, ())

    def groups(self) -> tuple[Group, ...]:
        """Return the benchmarks that can be added here, those for this use at the front."""
        return self.pack.for_use(self.use_case)

    def can_take(self, benchmark: Benchmark) -> bool:
        """Return whether the template asks for what a benchmark fills."""
        fills = benchmark.fills
        return not fills or self._opened.template.find(fills) is not None

    def add(self, benchmark: Benchmark) -> str:
        """Add a benchmark with its studies; return where it stands, empty if it was not kept."""
        words = _("Add {driver} from published studies").format(driver=benchmark.idea.driver)
        session = self._opened.session
        fresh = new_row_ids(session.used_rows)
        return self._keep(
            insert_benchmark(self._opened.template, session.answers, benchmark, fresh), words
        )

    def begin(self, idea: Idea) -> str:
        """Add a driver without numbers; return where it stands, empty if it was not kept."""
        session = self._opened.session
        fresh = new_row_ids(session.used_rows)
        words = _("Add {driver}").format(driver=idea.driver)
        return self._keep(insert_idea(self._opened.template, session.answers, idea, fresh), words)

    def _keep(self, made: Inserted, words: str) -> str:
        return made.path if self._opened.bridge.change(dict(made.values), words) else ""


@cache
def _benchmarks() -> Pack:
    return load_pack(_PACK)
