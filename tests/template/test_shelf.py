"""A template is read once, and anew when one of its files changed."""

from pathlib import Path

from roadmapper.template.shelf import template_in
from tests.tiny import HEAD, write_tiny


def test_a_template_is_read_once(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path)

    assert template_in(folder) is template_in(folder)


def test_a_template_that_was_edited_is_read_anew(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path)
    assert template_in(folder).title == "Tiny roadmap"

    write_tiny(tmp_path, head=HEAD.replace("Tiny roadmap", "Larger roadmap"))

    assert template_in(folder).title == "Larger roadmap"
