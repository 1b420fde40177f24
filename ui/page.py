"""A step of the wizard: its heading, and the form or page below it."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from roadmapper.proposal.progress import counts
from roadmapper.template.model import Section, Template
from ui import theme
from ui.bodies import BODIES
from ui.body import Body, everything
from ui.form import Form
from ui.opened import Opened
from ui.parts.choices import Segments
from ui.parts.labels import Eyebrow, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.scrolling import Scrolled
from ui.roles import PLURALS, has_mine, is_mine
from ui.still_open import wrong_in
from ui.summary import Summary
from ui.watcher import Watcher
from ui.words import _

_ALL, _MINE = 1, 2


class Page(QScrollArea):
    """One step; only this column of the window scrolls.

    Signals:
        focused: the cursor came into a field; carries its address.
        go_asked: an address elsewhere to go to.
    """

    focused = Signal(str)
    go_asked = Signal(str)

    def __init__(
        self,
        section: Section,
        opened: Opened,
        watcher: Watcher,
        parent: QWidget | None = None,
        *,
        widest: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.section = section
        self.setObjectName(f"page:{section.id}")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = self._make_content()
        self._role = opened.role
        scopes = (
            _("Essential"),
            _("All questions"),
            *((_("Mine"),) if has_mine(section, self._role) else ()),
        )
        self.scope = Segments(scopes, _("Which questions to show"), content, index=_ALL)
        if len(scopes) > _MINE:
            self.scope.button(_MINE).setToolTip(PLURALS[self._role])
        self.scope.chosen.connect(self._choose_scope)
        heading = self._heading(opened.template)
        self.body: Body = BODIES.get(section.id, Form)(section, opened, watcher, content)
        self.body.focused.connect(self.focused)
        self.words = column()
        self.summary = Summary(opened, content)
        self.summary.go_asked.connect(self.focus)
        self._watcher = watcher
        self._was_left = False
        self._gap = QWidget(content)
        self._gap.setFixedHeight(14)
        self._gap.hide()
        above = column(heading, 20, self.summary, self._gap)
        content.setLayout(column(above, self.words, self.body))
        limit = self.body.widest if widest is None else widest
        self.is_roomy = limit != Body.widest
        """Whether this step takes all the room there is, so that guidance opens only by hand."""
        if limit:
            content.setMaximumWidth(theme.measure("layout", limit))

    def flush(self) -> None:
        """Keep everything that was typed."""
        self.body.flush()

    def tell_wrong(self) -> None:
        """Tell from now on what is wrong here, also what is not answered and should be."""
        if not self._was_left:
            self._was_left = True
            self._watcher.looked.connect(self._show_wrong)
            self._show_wrong()

    def focus(self, path: str) -> bool:
        """Scroll to the field of an address and put the cursor there."""
        if not self.body.focus(path):
            return False
        there = self.body.fields.get(path.partition("[")[0]) or self.body.focusWidget()
        if there is not None:
            place = there.mapTo(self._inner, QPoint(0, 0))
            self.verticalScrollBar().setValue(max(0, place.y() - theme.px(80)))
        return True

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.body.focus_first()
        # A table brings its cells in sight; one begins with the heading.
        self.verticalScrollBar().setValue(0)

    def fit(self, width: int) -> None:
        """Take the margins for this width of the window."""
        narrow = width < theme.px(1200)
        side, end = (32, 24) if narrow else (36, 28)
        self._frame.setContentsMargins(side, end, side, end)

    def _make_content(self) -> QWidget:
        """Return the column that scrolls, in its place and empty.

        What is made inside it stays where it is; put there later, Qt would go through all of it
        once for each widget around it.
        """
        content = QWidget()
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._frame = row(margins=(36, 28, 36, 28))
        self._frame.addStretch(1)
        self._frame.addWidget(content, 1000)
        self._frame.addStretch(1)
        self._inner = Scrolled(self._frame)
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        return content

    def _heading(self, template: Template) -> QWidget:
        number = template.sections.index(self.section) + 1
        group = template.groups[self.section.group]
        where = Eyebrow(
            _("Step {number} of {count}  ·  {group}").format(
                number=number, count=len(template.sections), group=group
            )
        )
        above = row(where, STRETCH, self.scope)
        title = Label(self.section.page_title, "title", wrap=True)
        return holder(column(above, title, 5, Label(self.section.intro, "body", "ink2", wrap=True)))

    def _show_wrong(self) -> None:
        facts = self._watcher.facts
        wrong = wrong_in(self.section, facts.findings) if facts else ()
        self.summary.show_findings(wrong)
        self._gap.setVisible(bool(wrong))
        for one in wrong:
            field = self.body.fields.get(one.path)
            if field is not None:
                field.tell_missing()

    def _choose_scope(self, index: int) -> None:
        if index == _MINE:
            self.body.show_wanted(partial(is_mine, role=self._role))
        else:
            self.body.show_wanted(everything if index == _ALL else counts)
