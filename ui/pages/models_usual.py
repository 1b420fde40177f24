"""Usual rows for the plan of a model: offered below its tables as long as some are not there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from roadmapper.plans import Part, insert_parts, missing_parts, shipped_plan
from roadmapper.proposal.path import AnswerPath, new_row_ids
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.words import _, ngettext


class UsualRows(Button):
    """Adds the usual rows of a table that are not there yet, as one step.

    What it adds is marked as a default, in print too, until somebody stands behind it.
    """

    def __init__(self, path: str, label: str, opened: Opened, parent: QWidget) -> None:
        super().__init__("", "link", parent, small=True, tight=True)
        self._label = label
        self._opened = opened
        self._parts: tuple[Part, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self.add)
        self.show_path(path)

    def show_path(self, path: str) -> None:
        """Offer rows for the table at another address."""
        address = AnswerPath.parse(path)
        self._model = address.steps[0][0]
        self._parts = shipped_plan().usual(address.columns[-1])
        self.refresh()

    def refresh(self) -> None:
        """Offer what is not there yet; nothing if all of it is."""
        missing = len(missing_parts(self._opened.answers, self._model, self._parts))
        self.setVisible(missing > 0)
        told = ngettext("Add {count} usual row", "Add {count} usual rows", missing)
        self.setText(told.format(count=missing))
        about = _("{action} to {label}").format(action=self.text(), label=self._label)
        self.setAccessibleName(about)
        self.setToolTip(
            _("{status} Each row is marked as a default until you stand behind it.").format(
                status=shipped_plan().status
            )
        )
        self.updateGeometry()

    def add(self) -> None:
        """Add what is not there yet."""
        session = self._opened.session
        fresh = new_row_ids(session.used_rows)
        values = insert_parts(
            self._opened.template, session.answers, self._model, self._parts, fresh
        )
        words = _("Add usual rows to {label}").format(label=self._label)
        self._opened.bridge.change(values, words)
