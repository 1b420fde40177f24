"""The real window without a screen, a sample to open, and no movement."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

# Qt reads these when it is loaded, so they stand before the first import of it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
# Dates and numbers as the system has them are American here.
os.environ["LC_ALL"] = "C.UTF-8"

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper import paths
from roadmapper.samples import build_sample, find_sample
from roadmapper.store.file import ProposalFile
from roadmapper.template.load import load_template
from ui import theme
from ui.dropping import Dropping
from ui.opened import Opened
from ui.pages.roadmap import RoadmapPage
from ui.settings import Settings
from ui.sweeping import sweep
from ui.theme import Mode
from ui.window import Window


def _now() -> datetime:
    return datetime(2027, 5, 3, 10, 42, 7, tzinfo=UTC)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Return the class of the application."""
    return QApplication


@pytest.fixture(autouse=True)
def _swept() -> Iterator[None]:
    """Look for garbage as the program does: in the thread of the window only."""
    gc.disable()
    sweep()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    """Put fonts and the light theme in force, without movement."""
    # Windows of earlier tests would be styled anew with every test, up to thousands of widgets.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.load_fonts()
    theme.apply(qapp, Mode.LIGHT, motion=False)


@pytest.fixture(scope="session")
def _fernhollow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "fernhollow.roadmap"
    build_sample(find_sample("fernhollow"), path, _now)
    return path


@pytest.fixture
def sample_file(_fernhollow: Path, tmp_path: Path) -> Path:
    """Return a copy of the filled sample."""
    path = tmp_path / "fernhollow.roadmap"
    path.write_bytes(_fernhollow.read_bytes())
    return path


@pytest.fixture
def empty_file(tmp_path: Path) -> Path:
    """Return a proposal in which nothing is answered."""
    path = tmp_path / "empty.roadmap"
    template = load_template(paths.templates() / "partnership")
    ProposalFile.create(path, template.id, template.version, clock=_now)
    return path


@pytest.fixture
def opened(empty_file: Path) -> Iterator[Opened]:
    """Return an open, empty proposal."""
    one = Opened(empty_file, clock=_now)
    yield one
    one.close()


@pytest.fixture
def sample(sample_file: Path) -> Iterator[Opened]:
    """Return the open sample."""
    one = Opened(sample_file, clock=_now)
    yield one
    one.close()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Return the window, shown, with proposals in a folder of their own."""
    folder = tmp_path / "proposals"
    settings = Settings(theme="light", motion=False, folder=str(folder), tour_seen=True)
    one = Window(settings, tmp_path / "settings.json", clock=_now)
    Dropping(one)
    qtbot.addWidget(one)
    one.show()
    qtbot.waitExposed(one)
    yield one
    one.close()


Show = Callable[[Path], RoadmapPage]


@pytest.fixture
def show_roadmap(window: Window) -> Show:
    """Return a way to show the roadmap of a proposal."""

    def shown(path: Path) -> RoadmapPage:
        window.resize(1440, 900)
        window.open_proposal(path)
        assert window.wizard is not None
        window.wizard.go("roadmap")
        body = window.wizard.page.body
        assert isinstance(body, RoadmapPage)
        QApplication.processEvents()
        return body

    return shown


@pytest.fixture
def page(show_roadmap: Show, sample_file: Path) -> RoadmapPage:
    """Return the roadmap of the sample."""
    return show_roadmap(sample_file)


@pytest.fixture
def empty(show_roadmap: Show, empty_file: Path) -> RoadmapPage:
    """Return a roadmap without anything on it."""
    return show_roadmap(empty_file)
