"""Step 13: what to save and how, with the real pages beside it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from roadmapper.document.wording import Scope, say_plain
from roadmapper.proposal.facts import Facts, Severity
from roadmapper.proposal.printed import ORDER, has_annexes, in_order, is_printed, printed_at
from ui import theme
from ui.allowing import ForeignNames
from ui.exporting import Wish, open_words
from ui.fields.inputs import Combo
from ui.messages import ask_letterhead
from ui.opened import Opened
from ui.pages.chapters import ChapterLine, ChapterList
from ui.pages.export_look import Look
from ui.parts.buttons import Button, IconButton
from ui.parts.cards import Panel
from ui.parts.choices import Segments, Tile
from ui.parts.labels import Elided, Eyebrow, Label, Rule
from ui.parts.layouts import STRETCH, column, holder, row
from ui.preview.panel import Preview
from ui.preview.press import Press
from ui.watcher import Watcher
from ui.words import _, ngettext

_PAPERS = {"letter": _("Letter"), "a4": "A4"}
_WIDE, _LEAST = 348, 300
"""Width of the choices, and where the window is narrow."""
_PAGES = 300
"""Width that the pages should have before the choices take theirs."""


class ExportPage(QWidget):
    """Document, format, paper, sections; the pages live at the right.

    Signals:
        save_asked: what a person wants to save.
        findings_asked: the findings that must be fixed are to be shown.
        back_asked: the way back to the review.
        answer_asked: the address of an answer that is to be changed.
        screen_asked: the pages are wanted on the whole screen.
    """

    save_asked = Signal(Wish)
    findings_asked = Signal()
    back_asked = Signal()
    answer_asked = Signal(str)
    screen_asked = Signal()

    def __init__(
        self, opened: Opened, watcher: Watcher, press: Press, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page:export")
        self._opened, self._watcher, self._press = opened, watcher, press
        self._letterhead: Path | None = None
        self._build_choices()
        self.preview = Preview(press, self, fixed=True)
        self._choices = Panel(None, self, fill="canvas")
        self._choices.setFixedWidth(theme.px(_WIDE))
        self._choices.setLayout(self._side())
        line = row(self._choices)
        line.addWidget(self.preview, 1)
        self.setLayout(line)
        self._connect()
        self._show_kind()
        self._show_chapters()

    @property
    def wish(self) -> Wish:
        """What would be saved."""
        kind = "docx" if self.word.isChecked() else "pdf"
        letterhead = self._letterhead if kind == "docx" else None
        return Wish(kind, self._press.audience, self._press.paper, letterhead)

    @property
    def must_fix(self) -> int:
        """How many findings are open that must be fixed."""
        facts = self._watcher.facts
        told = facts.findings if facts is not None else ()
        return sum(one.severity is Severity.MUST_FIX for one in told)

    def save(self) -> None:
        """Ask to save what is chosen, once it is known what is open."""
        if self.save_button.isEnabled():
            self.save_asked.emit(self.wish)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages room where the window is narrow."""
        super().resizeEvent(event)
        left = max(event.size().width() - theme.px(_PAGES), theme.px(_LEAST))
        self._choices.setFixedWidth(min(theme.px(_WIDE), left))

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the pages new while one looks."""
        super().showEvent(event)
        self._choose_reader(self.reader.currentIndex())
        self._press.begin(self)
        self._show_chapters()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the pages rest, and elsewhere show the whole document."""
        super().hideEvent(event)
        self._press.rest(self)
        self._press.choose(audience=next(iter(self._opened.template.audiences)))

    # --- build -----------------------------------------------------------------------------------

    def _build_choices(self) -> None:
        self.back = Button(_("Review"), "ghost", self, icon="arrow-left", small=True)
        self.document = Label("", "cell", "ink2")
        self.reader = Combo(_("Document"), self)
        self.reader.addItems([*self._opened.template.audiences.values()])
        self.reader.setCurrentIndex([*self._opened.template.audiences].index(self._press.audience))
        self.look = Look(self._opened, self)
        self.pdf = Tile("PDF", _("Fixed pages, to send or print"), "file-text", self)
        self.word = Tile(_("Word"), _("Editable, your client can comment"), "file-pen-line", self)
        self._kinds = QButtonGroup(self)
        self._kinds.addButton(self.pdf)
        self._kinds.addButton(self.word)
        self.pdf.setChecked(True)
        papers = tuple(_PAPERS.values())
        at = list(_PAPERS).index(self._press.paper) if self._press.paper in _PAPERS else 0
        self.paper = Segments(papers, _("Paper"), self, index=at)
        self.letterhead = Button(_("Choose a file"), "secondary", self, small=True)
        self.letterhead.setAccessibleName(_("Choose a Word file as letterhead"))
        self._letters = Elided("", "cell", "ink2", self)
        self._no_letters = IconButton("x", _("Without letterhead"), self, size=28)
        self.chapters = ChapterList(self)
        self._count = Label("", "cell", "ink3")
        self.open_line = Button("", "link", self, icon="triangle-alert", small=True)
        self.names = ForeignNames(self._opened, self)
        self.save_button = Button(_("Save PDF"), "primary", self, icon="download")
        wide, high = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.save_button.setSizePolicy(wide, high)

    def _side(self) -> QVBoxLayout:
        template = self._opened.template
        number = len(template.sections)
        letters = row(self._letters, self._no_letters, self.letterhead, spacing=6)
        letters.setStretch(0, 1)
        self._letters_line = holder(column(Label(_("Letterhead"), "label"), letters, spacing=6))
        head = row(Label(_("Sections"), "label"), STRETCH, self._count)
        self._sections = holder(column(Rule(), 14, head, 6, self.chapters))
        choices = column(
            row(
                Eyebrow(_("Step {number} of {number}  ·  Export").format(number=number)),
                STRETCH,
                self.back,
            ),
            4,
            Label(_("Take it to the room"), "title", wrap=True),
            16,
            row(Label(_("Document"), "label"), STRETCH, self.document),
            6,
            self.reader,
            12,
            self.pdf,
            8,
            self.word,
            14,
            row(Label(_("Paper"), "label"), STRETCH, self.paper),
            8,
            self.look,
            12,
            self._letters_line,
            14,
            self._sections,
            STRETCH,
            margins=(24, 18, 20, 12),
        )
        save = column(
            self.names, self.open_line, self.save_button, spacing=6, margins=(24, 10, 24, 18)
        )
        outer = column()
        outer.addWidget(_scrolled(choices, self), 1)
        outer.addWidget(Rule())
        outer.addLayout(save)
        return outer

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self._kinds.buttonClicked.connect(self._show_kind)
        self.reader.activated.connect(self._choose_reader)
        self.paper.chosen.connect(self._choose_paper)
        self.letterhead.clicked.connect(self._choose_letterhead)
        self._no_letters.clicked.connect(self._drop_letterhead)
        self.chapters.switched.connect(self._switch)
        self.chapters.moved.connect(self._move)
        self.open_line.clicked.connect(self.findings_asked)
        self.names.open_asked.connect(self.answer_asked)
        self.save_button.clicked.connect(self.save)
        self.preview.screen_asked.connect(self.screen_asked)
        self._press.changed.connect(self._show_chapters)
        self._watcher.looked.connect(self._take_facts)
        self._opened.bridge.changed.connect(self._show_chapters)

    # --- choose ----------------------------------------------------------------------------------

    def _choose_reader(self, index: int) -> None:
        self._press.choose(audience=[*self._opened.template.audiences][index])
        self._show_chapters()

    def _choose_paper(self, index: int) -> None:
        self._press.choose(paper=tuple(_PAPERS)[index])

    def _choose_letterhead(self) -> None:
        path = ask_letterhead(self.window(), self._opened.path.parent)
        if path is not None:
            self._letterhead = path
            self._show_kind()

    def _drop_letterhead(self) -> None:
        self._letterhead = None
        self._show_kind()

    def _switch(self, key: str, printed: bool) -> None:
        verb = _("Print") if printed else _("Leave out")
        self._opened.bridge.change({printed_at(key): printed}, f"{verb} {self._title(key)}")

    def _move(self, keys: tuple[str, ...], moved: str) -> None:
        self._opened.bridge.change(
            {ORDER: keys}, _("Move {title}").format(title=self._title(moved))
        )

    # --- show ------------------------------------------------------------------------------------

    def _take_facts(self, _facts: Facts) -> None:
        self._show_kind()
        self._show_chapters()

    def _show_kind(self) -> None:
        word = self.word.isChecked()
        self._letters_line.setVisible(word)
        name = self._letterhead.name if self._letterhead else _("None")
        self._letters.show_text(name)
        self._no_letters.setVisible(self._letterhead is not None)
        self.save_button.setText(_("Save Word file") if word else _("Save PDF"))
        self.names.show_facts(self._watcher.facts)
        self.save_button.setEnabled(self._watcher.facts is not None and not self.names.stands)
        self.open_line.setVisible(bool(self.must_fix) and not self.names.stands)
        self.open_line.setText(open_words(self.must_fix))
        self.open_line.updateGeometry()

    def _show_chapters(self) -> None:
        whole = self._opened.template.gets_whole(self._press.audience)
        self._sections.setVisible(whole)
        self.look.show_whole(whole)
        if self.isHidden():
            return
        template, answers = self._opened.template, self._opened.answers
        proof = self._press.proof
        pages = {one.key: str(one.page) for one in proof.chapters} if proof else {}
        lines = []
        ordered = sorted(in_order(template, answers), key=lambda rule: rule.annex)
        annexes = has_annexes(answers)
        for rule in (one for one in ordered if annexes or not one.annex):
            on = is_printed(rule, answers)
            missing = _("Empty") if proof and on and not rule.private else ""
            told = pages.get(rule.id, missing) if on else ""
            told = told or (_("Private") if rule.private else "")
            lines.append(ChapterLine(rule.id, self._title(rule.id), told, on))
        self.chapters.show_lines(lines)
        on_count = sum(one.printed for one in lines)
        self._count.setText(_("{on_count} of {count}").format(on_count=on_count, count=len(lines)))
        self.document.setText(page_words(proof.page_count) if proof else "")

    def _title(self, key: str) -> str:
        proof, facts = self._press.proof, self._watcher.facts
        told = {one.key: one.title for one in proof.chapters} if proof else {}
        rule = next(one for one in self._opened.template.chapters if one.id == key)
        if key in told or facts is None:
            return told.get(key, "")
        return say_plain(rule.title, Scope(facts, rule.section))


def page_words(count: int) -> str:
    """Return how many pages there are."""
    return ngettext("One page", "{count} pages", count).format(count=count)


def _scrolled(choices: QVBoxLayout, parent: QWidget) -> QScrollArea:
    """Return choices that scroll upward and downward only, on the ground of the page."""
    scroll = QScrollArea(parent)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = holder(choices)
    scroll.setWidget(inner)
    inner.setAutoFillBackground(False)
    scroll.viewport().setAutoFillBackground(False)
    return scroll
