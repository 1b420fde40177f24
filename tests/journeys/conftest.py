"""The real window, as the tests of its parts have it."""

from tests.ui.conftest import _look, _swept, empty_file, qapp_cls, window

__all__ = ["_look", "_swept", "empty_file", "qapp_cls", "window"]
