"""A person in a process of their own: types in the window, says what the bar has acknowledged.

Called with a file and the number to begin with; the test kills it while it types.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from ui.app import make_app
from ui.settings import Settings
from ui.window import Window

PATHS = ("deal.name", "deal.vendor", "solution.summary", "review.summary")


def main() -> None:
    """Type numbers into several answers of several steps, without end."""
    path, number = Path(sys.argv[1]), int(sys.argv[2])
    app = make_app()
    settings = Settings(theme="light", motion=False, folder=str(path.parent), tour_seen=True)
    window = Window(settings, path.with_name("settings.json"))
    window.show()
    window.open_proposal(path)
    wizard = window.wizard
    if wizard is None:
        sys.exit(1)
    told = QEventLoop()
    wizard.opened.bridge.kept.connect(told.quit)
    _say("ready")
    while True:
        address = PATHS[number % len(PATHS)]
        wizard.go_to(address)
        app.processEvents()
        field = wizard.page.body.fields[address].editor.focusProxy()
        if field is None:
            sys.exit(3)
        QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_End)
        QTest.keyClicks(field, f" {number}")
        # The pause after which typing is kept is part of what is tested.
        told.exec()
        if not wizard.topbar.saved.text().startswith("Saved "):
            sys.exit(2)
        _say(str(number))
        number += 1


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
