"""What Home does with a proposal in the list, and how one is opened at a place."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from roadmapper.errors import RoadmapperError
from ui import theme
from ui.file_names import free_name, move_file
from ui.home.entries import DELIVERED, SUFFIX, Entry, Status
from ui.words import _

if TYPE_CHECKING:
    from ui.home.view import Home
    from ui.window import Window


class Deeds(QObject):
    """Renames, copies and marks proposals that stand in the list."""

    def __init__(self, window: "Window", clock: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock

    def serve(self, home: "Home") -> None:
        """Do what is asked for on Home."""
        home.place_asked.connect(self.open_at)
        home.preview_asked.connect(self.preview)
        home.menu_asked.connect(self.show_menu)
        home.rename_asked.connect(self.ask_rename)
        home.tip_hidden.connect(self.hide_tip)
        home.show_tip(self._window.settings.sample_tip)

    # --- opening ---------------------------------------------------------------------------------

    def open_at(self, path: Path, place: str) -> None:
        """Open a proposal at a step or a field."""
        self._window.open_proposal(path)
        wizard = self._window.wizard
        if wizard is not None and wizard.opened.path == path and place:
            wizard.go_to(place)

    def preview(self, path: Path) -> None:
        """Open a proposal and show its document."""
        self._window.open_proposal(path)
        wizard = self._window.wizard
        if wizard is not None and wizard.opened.path == path:
            wizard.outlet.toggle_preview()

    # --- the menu of a card ----------------------------------------------------------------------

    def show_menu(self, path: Path, where: QPoint) -> None:
        """Show the menu of a card."""
        menu = self.menu(path)
        if menu is not None:
            menu.popup(where)

    def menu(self, path: Path) -> QMenu | None:
        """Return what can be done with a card, None if it is not listed."""
        entry, journeys = self._entry(path), self._window.journeys
        if entry is None:
            return None
        menu = QMenu(self._window)
        menu.setFont(theme.font("cell"))
        if not entry.problem:
            menu.addAction(_("Open"), partial(journeys.open, path))
            menu.addAction(_("Rename\tF2"), partial(self.ask_rename, path))
            menu.addAction(_("Duplicate"), partial(self.duplicate, path))
            delivered = entry.status is Status.DELIVERED
            mark = _("Mark as in progress") if delivered else _("Mark as delivered")
            menu.addAction(mark, partial(self.mark, path, delivered=not delivered))
            menu.addSeparator()
        menu.addAction(_("Show in folder"), partial(journeys.show_in_folder, path))
        if path.parent != journeys.settings.proposals_folder.absolute():
            # What lies in the folder of the proposals is always listed.
            menu.addAction(_("Leave out of this list"), partial(journeys.forget, path))
        menu.addSeparator()
        menu.addAction(_("Delete\tDel"), partial(journeys.ask_delete, path))
        return menu

    def ask_rename(self, path: Path) -> None:
        """Ask for other names."""
        # Loaded late: Home asks nothing at first.
        from ui.renaming import Rename  # noqa: PLC0415

        entry = self._entry(path)
        if entry is not None and not entry.problem and self._is_free(path):
            dialog = Rename(self._window, path, entry.client, entry.name)
            dialog.renamed.connect(partial(self._rename, entry))
            dialog.open()

    def move(self, path: Path, stem: str) -> Path:
        """Give the file of a closed proposal another name; return the name it has now."""
        moved = path.with_name(f"{stem}{SUFFIX}")
        if stem == path.stem or not self._done(
            partial(move_file, path, moved), _("It could not be renamed")
        ):
            return path
        self._window.journeys.follow(path, moved)
        return moved

    def duplicate(self, path: Path) -> None:
        """Make a copy beside a proposal and show its card."""
        # Loaded late: what makes files needs the template and the store.
        from ui.making import make_copy  # noqa: PLC0415

        copy = free_name(path.parent, _("{stem} - copy").format(stem=path.stem))
        if self._done(partial(make_copy, path, copy, self._clock), _("It could not be duplicated")):
            self._window.toasts.say(
                _("Duplicated"), _("The copy is “{stem}”.").format(stem=copy.stem)
            )
            self._refresh(copy)

    def mark(self, path: Path, *, delivered: bool) -> None:
        """Mark a proposal as delivered, or as in progress again."""
        # Loaded late: the store is loaded beside the window.
        from roadmapper.proposal.notes import STATUS  # noqa: PLC0415

        label = _("Mark as delivered") if delivered else _("Mark as in progress")
        if self._change(path, {STATUS: DELIVERED if delivered else None}, label):
            self._refresh(path)

    def hide_tip(self) -> None:
        """Show the sample at the left of Home no more, and say where it still is."""
        settings = self._window.settings._replace(sample_tip=False)
        self._window.take_settings(settings)
        self._window.home.show_tip(False)
        self._window.toasts.say(_("Hidden"), _("The sample can still be opened from New proposal."))

    # --- inside ----------------------------------------------------------------------------------

    def _entry(self, path: Path) -> Entry | None:
        entries = self._window.home.listing.entries
        return next((one for one in entries if one.path == path), None)

    def _is_free(self, path: Path) -> bool:
        return self._window.journeys.doors.may_change(path, _("It could not be renamed"))

    def _rename(self, entry: Entry, name: str, stem: str) -> None:
        path = entry.path
        # Meanwhile somebody may have opened it.
        if not self._is_free(path):
            return
        if name != entry.name:
            # Loaded late: what changes files needs the template and the store.
            from ui.making import NAME  # noqa: PLC0415

            if not self._change(path, {NAME: name or None}, _("Rename the proposal")):
                return
        self._refresh(self.move(path, stem))

    def _change(self, path: Path, values: dict[str, str | None], label: str) -> bool:
        # Loaded late: what changes files needs the template and the store.
        from ui.making import change_answers  # noqa: PLC0415

        author = self._window.settings.name
        change = partial(change_answers, path, dict(values), label, self._clock, author=author)
        return self._done(change, _("It could not be changed"))

    def _done(self, act: Callable[[], object], trouble: str) -> bool:
        try:
            act()
        except (RoadmapperError, OSError) as error:
            self._window.toasts.warn(trouble, str(error))
            return False
        return True

    def _refresh(self, path: Path) -> None:
        self._window.home.select_when_listed(path)
        self._window.journeys.refresh()
