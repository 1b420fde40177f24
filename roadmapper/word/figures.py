"""Charts, timelines and other drawings in the text, each with its alternative text."""

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from roadmapper.document import measures as m
from roadmapper.document.geometry import chart_scene
from roadmapper.document.tree import Badge, Chart, Timeline
from roadmapper.errors import ExportError
from roadmapper.word.chart import NATIVE_KINDS, chart_parts
from roadmapper.word.draft import Draft, Picture
from roadmapper.word.ooxml import attribute, emu, run
from roadmapper.word.package import add_part
from roadmapper.word.pieces import Piece, Room
from roadmapper.word.tables import caption

_URI = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # the extension that names the SVG beside a PNG
# The chapter's title, which Word needs as a heading, takes a line from the page of a timeline.
_SIDEWAYS = 0.94
_PILL = 0.9  # a line of Word is as high as its picture and the depth of its letters
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def chart(draft: Draft, block: Chart, room: Room) -> Piece:
    """Return a captioned chart: native where Word has the kind, else a picture."""
    if block.kind in NATIVE_KINDS:
        height = chart_scene(block, room.width, draft.sheet, draft.measure).height
        drawing = _native(draft, block, room.width, height)
    else:
        drawing = _inline(draft, _picture(draft, block.key, block.title), block.alt, room.width)
    subtitle = draft.paragraph("ChartLine", run(block.subtitle)) if block.subtitle else ""
    return _figure(draft, block, subtitle + drawing, block.note)


def timeline(draft: Draft, block: Timeline, room: Room) -> Piece:
    """Return a captioned picture of the timeline; its alternative text says every bar and gate."""
    picture = _picture(draft, block.key, block.title)
    width = min(room.width, picture.width) * (_SIDEWAYS if room.landscape else 1)
    drawing = _inline(draft, picture, timeline_alt(block), width)
    return _figure(draft, block, drawing)


def timeline_alt(block: Timeline) -> str:
    """Return what the timeline says, in words."""
    gates = "; ".join(f"{gate.name} {gate.on:%Y-%m-%d}" for gate in block.gates)
    lanes = [
        f"{lane.name}: "
        + "; ".join(f"{bar.text}, {bar.start:%Y-%m-%d} to {bar.end:%Y-%m-%d}" for bar in lane.bars)
        for lane in block.lanes
    ]
    parts = [block.alt, f"Gates: {gates}" if gates else "", *lanes]
    return " ".join(part.rstrip(".") + "." for part in parts if part)


def cover_picture(draft: Draft, alt: str) -> str:
    """Return the run that holds the cover's drawing, bled off the page behind the text."""
    picture = draft.pictures.get("cover")
    if picture is None:
        return ""
    number = draft.drawing()
    flat = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:position{axis}>'
        for axis in ("H", "V")
    )
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{flat}{_extent(picture.width, picture.height)}<wp:wrapNone/>'
        f"{_described(number, 'Cover', alt)}<wp:cNvGraphicFramePr/>"
        f"{_graphic(draft, picture, number)}</wp:anchor></w:drawing></w:r>"
    )


def pill(draft: Draft, badge: Badge) -> str:
    """Return the run that holds the pill of a criterion."""
    name = f"Criterion {badge.number}: {badge.name}"
    picture = _picture(draft, pill_key(badge), name)
    size = (picture.width * _PILL, picture.height * _PILL)
    number = draft.drawing()
    graphic = _graphic(draft, picture, number, _PILL)
    return _run(number, f"Criterion {number}", name, size=size, graphic=graphic)


def pill_key(badge: Badge) -> str:
    """Return the key of the picture of a criterion's pill."""
    return f"pill {badge.number} {badge.name}"


def _figure(draft: Draft, block: Chart | Timeline, drawing: str, note: str = "") -> Piece:
    xml = caption(draft, "Figure", block.number, block.title, block.key) + drawing
    lead = draft.sheet.text["caption"].before if block.number or block.title else m.FIGURE_BEFORE
    if note:
        xml += draft.paragraph("TableNote", run(note), text=note)
        return Piece(xml, tail=draft.after("table_note"), lead=lead)
    return Piece(xml, tail=m.FIGURE_AFTER, lead=lead)


def _picture(draft: Draft, key: str, title: str) -> Picture:
    picture = draft.pictures.get(key)
    if picture is None:
        raise ExportError(f"The drawing “{title}” could not be made. Export again.")
    return picture


def _native(draft: Draft, block: Chart, width: float, height: float) -> str:
    number = draft.drawing()
    parts = chart_parts(block, draft.sheet)
    part, relation = draft.embed(
        f"/word/charts/drawing{number}.xml", CT.DML_CHART, RT.CHART, parts.xml
    )
    book = add_part(draft.package, f"/word/embeddings/workbook{number}.xlsx", _BOOK, parts.workbook)
    part.relate_to(book, RT.PACKAGE)
    graphic = (
        f'<a:graphic><a:graphicData uri="{_URI}/chart"><c:chart r:id="{relation}"/>'
        "</a:graphicData></a:graphic>"
    )
    return _drawn(
        draft, number, "Chart", block.alt or block.title, size=(width, height), graphic=graphic
    )


def _inline(draft: Draft, picture: Picture, alt: str, width: float) -> str:
    number = draft.drawing()
    scale = min(1.0, width / picture.width)
    size = (picture.width * scale, picture.height * scale)
    graphic = _graphic(draft, picture, number, scale)
    return _drawn(draft, number, "Picture", alt, size=size, graphic=graphic)


def _drawn(
    draft: Draft, number: int, name: str, alt: str, *, size: tuple[float, float], graphic: str
) -> str:
    drawing = _run(number, f"{name} {number}", alt, size=size, graphic=graphic)
    return draft.paragraph("Figure", drawing)


def _run(number: int, name: str, alt: str, *, size: tuple[float, float], graphic: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"{_extent(*size)}{_described(number, name, alt)}"
        f"<wp:cNvGraphicFramePr/>{graphic}</wp:inline></w:drawing></w:r>"
    )


def _extent(width: float, height: float) -> str:
    return (
        f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
    )


def _described(number: int, name: str, alt: str) -> str:
    return f'<wp:docPr id="{number}" name="{name}" descr="{attribute(alt)}"/>'


def _graphic(draft: Draft, picture: Picture, number: int, scale: float = 1) -> str:
    png = draft.image(f"drawing{number}.png", "image/png", picture.png)
    svg = draft.image(f"drawing{number}.svg", "image/svg+xml", picture.svg)
    width, height = emu(picture.width * scale), emu(picture.height * scale)
    return (
        f'<a:graphic><a:graphicData uri="{_URI}/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{png}"><a:extLst><a:ext uri="{_SVG}">'
        f'<asvg:svgBlip r:embed="{svg}"/></a:ext></a:extLst></a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic>"
    )
