"""From a slider that is dragged to the chart that follows it, beside a plain slider and line."""

import time
from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSlider, QVBoxLayout, QWidget

from benchmarks.painted import Painted
from ui.pages.pricing import PricingPage
from ui.pages.pricing_outlook import Told
from ui.wizard import Wizard

STEPS = 80
_EVERY = 0.05
"""Seconds between two steps of a hand that drags."""
_POINTS = 37


class PlainLine(QWidget):
    """A line through as many points as the chart has, moved by a plain slider."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(700, 320)
        self.slope = 0

    def take(self, value: int) -> None:
        """Show another line."""
        self.slope = value
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = [QPointF(20 * at, 300 - at * self.slope / 20) for at in range(_POINTS)]
        painter.drawPolyline(points)
        painter.end()


def ours(app: QApplication, wizard: Wizard) -> list[float]:
    """Return what each step takes on the pricing page of an open proposal."""
    wizard.go("pricing")
    page = wizard.page.body
    if not isinstance(page, PricingPage):
        raise TypeError("The pricing step has another page.")
    _for(app, 1.5)
    row, follower = page.left.rows["risk"], Follower(page)
    before = row.slider.value()
    row.slider.setSliderDown(True)
    times = _steps(app, row.slider, lambda _was: follower.is_there)
    row.slider.setSliderPosition(before)
    row.slider.setSliderDown(False)
    page.flush()
    return times


class Follower:
    """Knows when the chart shows what the slider says."""

    def __init__(self, page: PricingPage) -> None:
        self._row = page.left.rows["risk"]
        self._painted = Painted(page.right.chart.canvas)
        self._told, self._before = "", 0
        page.outlook.told.connect(self._take)

    @property
    def is_there(self) -> bool:
        """Whether the chart of this very value was painted."""
        return self._told == f"{self._row.value}" and self._painted.count > self._before

    def _take(self, told: Told) -> None:
        self._told = told.answers.text("pricing.at_risk_pct")
        self._before = self._painted.count


def plain(app: QApplication) -> list[float]:
    """Return what each step takes with nothing but Qt."""
    around, slider, line = QWidget(), QSlider(Qt.Orientation.Horizontal), PlainLine()
    slider.setRange(0, 100)
    slider.valueChanged.connect(line.take)
    layout = QVBoxLayout(around)
    layout.addWidget(slider)
    layout.addWidget(line)
    around.show()
    _for(app, 0.3)
    painted = Painted(line)
    slider.setSliderDown(True)
    times = _steps(app, slider, lambda was: painted.count > was, painted)
    around.close()
    return times


def _steps(
    app: QApplication,
    slider: QSlider,
    is_there: Callable[[int], bool],
    painted: Painted | None = None,
) -> list[float]:
    """Move by one step at the pace of a hand; return from each step to what is seen of it."""
    times = []
    due = time.perf_counter() + 0.2
    for at in range(STEPS):
        while time.perf_counter() < due:
            app.processEvents()
            time.sleep(0.0005)
        was, begin = painted.count if painted else 0, time.perf_counter()
        slider.setSliderPosition(10 + at)
        while not is_there(was):
            app.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
        due = max(due + _EVERY, time.perf_counter())
    return times


def _for(app: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.001)
