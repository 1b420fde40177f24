"""What this program is, its version, and the licenses of what it brings along."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from roadmapper import paths
from roadmapper.release import number
from ui import theme
from ui.fields.inputs import Combo
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.sheet import Dialog
from ui.words import _

LICENSES = {
    _("Inter, typeface"): "fonts/Inter-LICENSE.txt",
    _("Newsreader, typeface"): "fonts/Newsreader-LICENSE.txt",
    _("Lucide, icons"): "icons/LICENSE.txt",
    _("Noto Sans, typeface"): "fonts/NotoSans-LICENSE.txt",
    _("Noto Emoji, typeface"): "fonts/NotoEmoji-LICENSE.txt",
    _("DejaVu Sans, typeface"): "fonts/DejaVu-LICENSE.txt",
    _("Droid Sans Fallback, typeface"): "fonts/DroidSansFallback-LICENSE.txt",
}
"""The shipped files that have a license of their own, and where its text lies."""


class About(Dialog):
    """Version and licenses."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("About Roadmapper"), told_version(), width=640)
        offline = _("It opens no connection. Your proposals stay on this computer.")
        qt = _(
            "The window is made with Qt {qVersion} for Python, under the GNU "
            "Lesser General Public License 3. Its libraries are files of "
            "their own that you may replace."
        ).format(qVersion=qVersion())
        self.choice = Combo(_("License to read"), self.panel)
        self.choice.addItems(tuple(LICENSES))
        self.choice.currentIndexChanged.connect(self._show_license)
        self.text = QPlainTextEdit(self.panel)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(theme.font("caption"))
        self.text.setAccessibleName(_("License"))
        self.text.setMinimumHeight(theme.px(60))
        head = row(Label(_("License of"), "label"), spacing=10)
        head.addWidget(self.choice, 1)
        self.set_body(
            column(
                Label(offline, "cell", "ink2", wrap=True),
                4,
                Label(qt, "cell", "ink2", wrap=True),
                14,
                head,
                8,
                Card(column(self.text), margins=(2, 6, 6, 6)),
            )
        )
        done = Button(_("Close"), "primary", self.panel)
        done.clicked.connect(self.dismiss)
        self.foot.addLayout(row(STRETCH, done))
        self._show_license()

    def _show_license(self) -> None:
        name = LICENSES[self.choice.currentText()]
        self.text.setPlainText((paths.assets() / name).read_text(encoding="utf-8"))


def told_version() -> str:
    """Return which version this is, as a sentence."""
    told = number()
    if not told:
        return _("Run from its source, free software under the MIT license.")
    return _("Version {version}, free software under the MIT license.").format(version=told)
