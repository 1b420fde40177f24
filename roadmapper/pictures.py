"""The pictures of a Word file: what Word cannot draw itself, drawn by the room that writes PDF."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from roadmapper.document.art import pill_scene
from roadmapper.document.geometry import chart_scene, cover_scene, timeline_scene
from roadmapper.document.scene import Scene
from roadmapper.document.style import Paper, Style
from roadmapper.document.svg import svg
from roadmapper.document.tree import Chart, Document, Timeline, walk
from roadmapper.pdf.draw import picture
from roadmapper.word.chart import NATIVE_KINDS
from roadmapper.word.draft import Picture
from roadmapper.word.figures import pill_key

_TIMELINE_ROOM = 110
"""Points kept free on a landscape page for heading, lead and caption."""


def pictures(document: Document, style: Style, paper: Paper, fonts: Path) -> Mapping[str, Picture]:
    """Return the pictures by key: cover, pills, timeline, charts of kinds that Word lacks."""
    style = style.fitting(document)
    return {
        key: Picture(picture(scene, style, fonts), svg(scene, style), scene.width, scene.height)
        for key, scene in _scenes(document, style, paper)
    }


def _scenes(document: Document, style: Style, paper: Paper) -> Iterator[tuple[str, Scene]]:
    margins = style.margins
    upright = paper.width - margins.left - margins.right
    sideways = paper.height - margins.left - margins.right
    if not document.bare:
        yield "cover", cover_scene(document.cover, paper.width, paper.height, style)
    pills = {pill_key(badge): badge for one in document.chapters for badge in one.badges}
    for key, badge in pills.items():
        yield key, pill_scene(badge, style)
    for chapter in document.chapters:
        for block in walk(chapter.blocks):
            match block:
                case Chart() if block.kind not in NATIVE_KINDS:
                    yield block.key, chart_scene(block, upright, style)
                case Timeline():
                    height = paper.width - margins.top - margins.bottom - _TIMELINE_ROOM
                    yield block.key, timeline_scene(block, sideways, height, style)
                case _:
                    pass
