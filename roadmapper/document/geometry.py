"""Charts, timelines and the cover as scenes: one description that every output draws."""

from collections.abc import Callable, Mapping

from roadmapper.document.art import cover_scene, step_scene, tier_scene
from roadmapper.document.column_charts import columns, stacked
from roadmapper.document.histogram import histogram
from roadmapper.document.line_charts import lines
from roadmapper.document.measure import Measure
from roadmapper.document.row_charts import bars, dumbbells, ranges
from roadmapper.document.scene import Drawing, Scene, drawing
from roadmapper.document.style import Style
from roadmapper.document.timeline import timeline_scene
from roadmapper.document.tornado import tornado
from roadmapper.document.tree import Chart, ChartKind
from roadmapper.document.waterfall import waterfall

__all__ = ["chart_scene", "cover_scene", "step_scene", "tier_scene", "timeline_scene"]


def chart_scene(chart: Chart, width: float, style: Style, measure: Measure | None = None) -> Scene:
    """Return a chart as wide as asked and as high as it needs, without caption and note."""
    return _DRAWN[chart.kind](chart, width, drawing(style, measure))


_DRAWN: Mapping[ChartKind, Callable[[Chart, float, Drawing], Scene]] = {
    ChartKind.BARS: bars,
    ChartKind.RANGE: ranges,
    ChartKind.DUMBBELL: dumbbells,
    ChartKind.COLUMNS: columns,
    ChartKind.STACKED: stacked,
    ChartKind.LINE: lines,
    ChartKind.AREA: lines,
    ChartKind.HISTOGRAM: histogram,
    ChartKind.TORNADO: tornado,
    ChartKind.WATERFALL: waterfall,
}
