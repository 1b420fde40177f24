"""A cold start of the window with a folder of proposals; it ends when Home is painted."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.app import make_app
from ui.settings import Settings
from ui.window import Window


class Watch(QObject):
    """Ends the program at the first paint of what it watches."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """End once it could be seen."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return False


if __name__ == "__main__":
    app = make_app()
    folder = Path(sys.argv[1])
    window = Window(Settings(theme="light", folder=str(folder)), folder / "settings.json")
    watch = Watch()
    window.home.installEventFilter(watch)
    window.show()
    app.exec()
    window.close()
