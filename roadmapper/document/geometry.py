"""Charts, timelines and the cover as scenes: one description that every output draws."""

from typing import assert_never

from roadmapper.document.art import cover_scene, step_scene, tier_scene
from roadmapper.document.column_charts import columns, stacked
from roadmapper.document.line_charts import lines
from roadmapper.document.measure import Measure
from roadmapper.document.row_charts import bars, dumbbells, ranges
from roadmapper.document.scene import Scene, drawing
from roadmapper.document.style import Style
from roadmapper.document.timeline import timeline_scene
from roadmapper.document.tree import Chart, ChartKind

__all__ = ["chart_scene", "cover_scene", "step_scene", "tier_scene", "timeline_scene"]


def chart_scene(chart: Chart, width: float, style: Style, measure: Measure | None = None) -> Scene:
    """Return a chart as wide as asked and as high as it needs, without caption and note."""
    board = drawing(style, measure)
    match chart.kind:
        case ChartKind.BARS:
            return bars(chart, width, board)
        case ChartKind.RANGE:
            return ranges(chart, width, board)
        case ChartKind.DUMBBELL:
            return dumbbells(chart, width, board)
        case ChartKind.COLUMNS:
            return columns(chart, width, board)
        case ChartKind.STACKED:
            return stacked(chart, width, board)
        case ChartKind.LINE | ChartKind.AREA:
            return lines(chart, width, board)
        case unreachable:
            assert_never(unreachable)
