"""A cold start of the window with a folder of proposals; it says so when Home is painted."""

import gc
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

gc.disable()  # as roadmapper/__main__.py does

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402 - the path comes first
from PySide6.QtWidgets import QApplication  # noqa: E402

from ui.app import make_app  # noqa: E402
from ui.settings import Settings  # noqa: E402
from ui.window import Window  # noqa: E402


class Watch(QObject):
    """Ends the program at the first paint of what it watches."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say that it could be seen, and end."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, end)
        return False


def end() -> None:
    """Say that Home was painted."""
    print("painted", flush=True)
    QApplication.quit()


if __name__ == "__main__":
    app = make_app()
    folder = Path(sys.argv[1])
    window = Window(Settings(theme="light", folder=str(folder)), folder / "settings.json")
    watch = Watch()
    window.home.installEventFilter(watch)
    window.show()
    app.exec()
    window.close()
