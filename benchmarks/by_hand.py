"""A Word file by hand: strings and a zip. The floor that any writer stands on."""

import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from lxml import etree

from benchmarks import ours
from benchmarks.content import Entry, Grid, Image, Part, Prose, Title
from benchmarks.contestant import Run
from benchmarks.sample import Sample

_BODY = "word/document.xml"
_LINKS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_DRAWINGS = ("word/media/", "word/charts/", "word/embeddings/")
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMU = 12700


def zipped(sample: Sample) -> Run:
    """Our own parts, written already: only the zip is left to do."""
    parts = _parts_of(ours.word(sample)())
    return lambda: _zip(parts)


def strings(sample: Sample) -> Run:
    """The plain content as strings, zipped with the same other parts as ours."""
    others = _with_images(_parts_of(ours.word(sample)()), sample.parts)

    def run() -> bytes:
        return _zip(others | {_BODY: body(sample.parts).encode()})

    return run


def body(parts: tuple[Part, ...]) -> str:
    """Return the main part of a Word file with this content."""
    spaces = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:pic="{_PIC}"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {spaces}><w:body>'
        f"{''.join(_blocks(parts))}"
        '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr></w:body></w:document>'
    )


def _blocks(parts: tuple[Part, ...]) -> Iterator[str]:
    for at, part in enumerate(parts):
        match part:
            case Title(text=text, level=level):
                yield _paragraph(text, f"Heading{level}")
            case Prose(text=text):
                yield _paragraph(text, "Normal")
            case Entry(text=text, numbered=numbered):
                yield _paragraph(text, "ListNumber" if numbered else "ListBullet")
            case Grid(rows=rows):
                yield _table(rows)
            case Image(width=width, alt=alt):
                yield _image(at, width, alt)


def _paragraph(text: str, style: str) -> str:
    inner = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{inner}</w:t></w:r></w:p>'
    )


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    width = 10000 // len(rows[0])
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
    lines = ("".join(f"{cell}{_paragraph(text, 'Normal')}</w:tc>" for text in row) for row in rows)
    inner = "".join(f"<w:tr>{line}</w:tr>" for line in lines)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>"


def _image(at: int, points: float, alt: str) -> str:
    size = int(points * _EMU)
    named = f'id="{at + 1}" name="Image {at}" descr="{escape(alt, {chr(34): "&quot;"})}"'
    extent = f'cx="{size}" cy="{size // 2}"'
    return (
        f"<w:p><w:r><w:drawing><wp:inline><wp:extent {extent}/><wp:docPr {named}/>"
        f'<a:graphic><a:graphicData uri="{_PIC}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="bench{at}"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _with_images(parts: dict[str, bytes], content: tuple[Part, ...]) -> dict[str, bytes]:
    """Return the other parts with the images of the content in place of our charts."""
    dropped = {name for name in parts if name.startswith(_DRAWINGS)}
    pictures = {at: one for at, one in enumerate(content) if isinstance(one, Image)}
    links = etree.fromstring(parts[_LINKS])
    for link in list(links):
        if f"word/{link.get('Target')}" in dropped:
            links.remove(link)
    for at in pictures:
        target = {"Id": f"bench{at}", "Type": f"{_R}/image", "Target": f"media/bench{at}.png"}
        etree.SubElement(links, f"{{{_PACKAGE}}}Relationship", target)
    types = etree.fromstring(parts[_TYPES])
    for kind in list(types):
        if str(kind.get("PartName", "")).lstrip("/") in dropped:
            types.remove(kind)
    if not any(kind.get("Extension") == "png" for kind in types):
        default = {"Extension": "png", "ContentType": "image/png"}
        types.insert(0, etree.Element(f"{{{_CONTENT}}}Default", default))
    return (
        {name: data for name, data in parts.items() if name not in dropped}
        | {f"word/media/bench{at}.png": one.png for at, one in pictures.items()}
        | {_LINKS: etree.tostring(links), _TYPES: etree.tostring(types)}
    )


def _parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _zip(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()
