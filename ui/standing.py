"""Shows in rail, bars and guidance how the proposal stands, after every change."""

from datetime import datetime

from PySide6.QtCore import QObject

from roadmapper.proposal.change import Batch
from roadmapper.proposal.progress import whole
from roadmapper.template.model import Section
from ui.guidance import Guidance
from ui.opened import Opened
from ui.rail import Rail
from ui.roles import own_open
from ui.still_open import Open, still_open, wrong_in
from ui.topbar import Footer, TopBar
from ui.watcher import Watcher
from ui.words import _


class Standing(QObject):
    """Keeps the frame around a step true."""

    def __init__(
        self,
        watcher: Watcher,
        opened: Opened,
        rail: Rail,
        topbar: TopBar,
        footer: Footer,
        *,
        guidance: Guidance,
    ) -> None:
        super().__init__(rail)
        self.open = Open("", "")
        """What the footer says is still open on this step."""
        self._watcher = watcher
        self._opened = opened
        self._rail, self._topbar, self._footer, self._guidance = rail, topbar, footer, guidance
        self._section = opened.template.sections[0]
        self._title = self._section.title
        self._parts = opened.session.progress
        bridge = opened.bridge
        bridge.changed.connect(self._take_batch)
        bridge.typing.connect(topbar.show_saving)
        bridge.kept.connect(self._show_kept)
        watcher.looked.connect(self._show_open)
        bridge.not_kept.connect(self._show_not_kept)

    def show_section(self, section: Section) -> None:
        """Show where one is now."""
        self._section = section
        self._title = section.title
        sections = self._opened.template.sections
        at = sections.index(section)
        before = sections[at - 1].title if at else ""
        after = sections[at + 1].title if at + 1 < len(sections) else _("Export the proposal")
        self._rail.show_step(section.id)
        self._guidance.show_section(section)
        self._footer.show_steps(before, after)
        self._show_answers()

    def show_title(self, title: str) -> None:
        """Name where one is, other than a step."""
        self._title = title
        self._show_answers()

    def _take_batch(self, _batch: Batch) -> None:
        self._show_answers()

    def _show_answers(self) -> None:
        opened = self._opened
        parts = opened.session.progress
        client = opened.text("deal.health_system")
        self._rail.show_progress(parts, own_open(opened.template, parts, opened.role))
        self._rail.show_proposal(client, opened.label("deal.use_case"), parts)
        self._topbar.show_place(client, self._title)
        if opened.reading:
            self._topbar.show_reading()
        else:
            self._topbar.show_undo(opened.session.undo_label, opened.session.redo_label)
        self._guidance.hints.show_open(parts[self._section.id])
        self._parts = parts
        self._show_open()

    def _show_open(self) -> None:
        facts, section = self._watcher.facts, self._section
        is_last = section == self._opened.template.sections[-1]
        wrong = wrong_in(section, facts.findings) if facts else ()
        # From the last step one leaves for the export, so it speaks for all of them.
        here = whole(self._parts.values()) if is_last else self._parts[section.id]
        self.open = still_open(section, here, wrong, self._opened)
        self._footer.show_open(self.open.sentence)
        if facts:
            self._guidance.hints.show_facts(facts)

    def _show_kept(self, at: datetime) -> None:
        self._topbar.show_kept(at)

    def _show_not_kept(self, _sentence: str) -> None:
        self._topbar.show_not_kept()
