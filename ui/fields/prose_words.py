"""What the prose editor says beside its text: how many words, what a placeholder stands for."""

from PySide6.QtGui import QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QTextEdit

from roadmapper.document.wording import Scope, placeholder
from roadmapper.figures.book import figures
from roadmapper.gather import open_defaults
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Facts, public_answers
from roadmapper.template.wordings import PLACEHOLDER
from ui import theme
from ui.fields.prose_document import fragments
from ui.opened import Opened
from ui.shown_numbers import shown_amount
from ui.words import _, ngettext

_LETTERS_A_WORD = 6.2
"""Letters and the space of an English word, on average."""
_LIT = 400
"""Paragraphs in which links and placeholders are lit up; more would hold up the typing."""


def count_text(words: int, length: int) -> str:
    """Return the count of words, with how many read well where the question names a length."""
    count = ngettext("1 word", "{words} words", words).format(words=shown_amount(words))
    most = round(length / _LETTERS_A_WORD / 10) * 10
    return (
        _("{count}, up to about {most} read well").format(count=count, most=shown_amount(most))
        if most
        else count
    )


def lit(document: QTextDocument, editor: QTextEdit) -> list[QTextEdit.ExtraSelection]:
    """Return the links and placeholders of a text in their colors, without touching the text."""
    found: list[QTextEdit.ExtraSelection] = []
    block = document.begin()
    while block.isValid() and block.blockNumber() < _LIT:
        for one in fragments(block):
            if one.charFormat().isAnchor():
                start = one.position()
                found.append(_selection(editor, start, start + one.length(), _link()))
        text = block.text()
        for hole in PLACEHOLDER.finditer(text) if "{" in text else ():
            start = block.position() + _units(text[: hole.start()])
            found.append(_selection(editor, start, start + _units(hole[0]), _hole()))
        block = block.next()
    return found


def hole_at(text: str, place: int) -> str:
    """Return the name of the placeholder at a place of a text; empty if there is none."""
    for hole in PLACEHOLDER.finditer(text):
        if _units(text[: hole.start()]) <= place <= _units(text[: hole.end()]):
            return hole[1]
    return ""


def meaning(opened: Opened, path: str, name: str) -> str:
    """Return what a placeholder stands for now, as a sentence."""
    defaults = open_defaults(opened.template, opened.answers)
    counted = figures(Answers({**defaults, **opened.answers}))
    facts = Facts(
        opened.template,
        public_answers(opened.template, opened.answers),
        {figure.name: figure for figure in counted},
        {},
        defaults=defaults,
    )
    said = placeholder(name, Scope(facts, path.partition(".")[0]))
    return (
        _("Now: {said}").format(said=said)
        if said
        else _("Nothing is known for this yet; its sentence is left out.")
    )


def _units(text: str) -> int:
    """Return how long Qt counts a text, in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _selection(
    editor: QTextEdit, start: int, end: int, style: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    made.cursor = cursor
    made.format = style
    return made


def _link() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.color("accent"))
    made.setFontUnderline(True)
    return made


def _hole() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(theme.color("infoTint"))
    made.setForeground(theme.color("info"))
    return made
