"""The last pass over a PDF: structure, links, outline, language, properties.

The same input gives the same bytes on any day.
"""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roadmapper.document.tree import Properties
from roadmapper.pdf.shaping import meaning_of
from roadmapper.pdf.tagging import Annotation, Content, Node, Structure

_BFCHAR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ROWS_IN_BLOCK = 100
_CELLS = ("TD", "TH")  # an empty cell stands in the tree too, or its row would be too short


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: its title, its level from 1, where it leads."""

    title: str
    level: int
    key: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where each key stands: page from 1 and distance from the upper edge, and the outline."""

    keys: Mapping[str, tuple[int, float]]
    outline: tuple[Entry, ...]


def finish(raw: bytes, structure: Structure, places: Places, properties: Properties) -> bytes:
    """Return the file with everything a reader, a screen reader and an archive ask for."""
    import pikepdf  # noqa: PLC0415  heavy

    with pikepdf.open(io.BytesIO(raw)) as pdf:
        _add_links(pdf, structure, places)
        _Tags(pdf, structure).write()
        _add_outline(pdf, places)
        _repair_fonts(pdf)
        _describe(pdf, properties)
        # reportlab's own id follows SOURCE_DATE_EPOCH; without one, both halves follow the content.
        del pdf.trailer["/ID"]
        out = io.BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return out.getvalue()


class _Tags:
    """Writes the structure tree. Any: pikepdf's objects have no static types."""

    def __init__(self, pdf: Any, structure: Structure) -> None:
        import pikepdf  # noqa: PLC0415  heavy

        self._kit: Any = pikepdf  # asked once, not for each of thousands of elements
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._structure = structure
        self._owners: list[list[Any]] = [[None] * len(one) for one in structure.owners]
        self._links: list[tuple[Any, Any]] = []

    def write(self) -> None:
        """Write the tree and the way back from pages to it."""
        from pikepdf import Array, Dictionary, Name  # noqa: PLC0415  heavy

        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(self._structure.root, root)
        numbers: list[Any] = []
        for at, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = at
            page.Tabs = Name.S
            numbers += [at, self._pdf.make_indirect(Array(owners))]
        for at, (annotation, element) in enumerate(self._links, len(self._pages)):
            annotation.StructParent = at
            numbers += [at, element]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(self._pages) + len(self._links)
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: Any) -> Any:
        element = self._pdf.make_indirect(_attributes(node, self._kit))
        element.P = parent
        children: list[Any] = []
        first: int | None = None
        for child in node.ordered:
            match child:
                case Node():
                    if not child.is_empty or child.role in _CELLS:
                        children.append(self._element(child, element))
                case Content(page, number):
                    first = page if first is None else first
                    children.append(self._content(page, number, element, first))
                case Annotation(page, index):
                    children.append(self._link(page, index, element))
        if first is not None:
            element.Pg = self._pages[first]
        if children:
            element.K = self._kit.Array(children)
        return element

    def _content(self, page: int, number: int, element: Any, first: int) -> Any:
        self._owners[page][number] = element
        if page == first:
            return number
        return self._kit.Dictionary(Type=self._kit.Name.MCR, Pg=self._pages[page], MCID=number)

    def _link(self, page: int, index: int, element: Any) -> Any:
        from pikepdf import Dictionary, Name  # noqa: PLC0415  heavy

        annotation = self._pages[page].Annots[index]
        self._links.append((annotation, element))
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[page])


def _attributes(node: Node, kit: Any) -> Any:
    dictionary, name, string = kit.Dictionary, kit.Name, kit.String
    element = dictionary(Type=name.StructElem, S=name(f"/{node.role}"))
    if node.alt:
        element.Alt = string(_printable(node.alt))
    if node.is_turned and not any(isinstance(one, Node) for one in node.children):
        element.ActualText = string(_printable(node.words))
    if node.name:
        element.ID = string(node.name)
    if node.box:
        box = kit.Array([round(value, 2) for value in node.box])
        element.A = dictionary(O=name.Layout, BBox=box, Placement=name.Block)
    if node.scope:
        element.A = dictionary(O=name.Table, Scope=name(f"/{node.scope}"))
    if node.role == "L":
        element.A = dictionary(O=name.List, ListNumbering=name("/None"))
    return element


def _add_links(pdf: Any, structure: Structure, places: Places) -> None:
    from pikepdf import Array, Dictionary, Name, String  # noqa: PLC0415  heavy

    for page, hotspots in zip(pdf.pages, structure.links, strict=True):
        annotations = []
        for spot in hotspots:
            box = Array([round(value, 2) for value in spot.box])
            link = Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=box, Border=Array([0, 0, 0]), F=4
            )
            link.Contents = String(_printable(spot.text) or spot.target)
            if spot.target.startswith("#"):
                link.Dest = _destination(pdf, *places.keys[spot.target[1:]])
            else:
                link.A = Dictionary(S=Name.URI, URI=String(spot.target))
            annotations.append(pdf.make_indirect(link))
        if annotations:
            page.obj.Annots = Array(annotations)


def _destination(pdf: Any, page: int, down: float) -> Any:
    from pikepdf import Array, Name  # noqa: PLC0415  heavy

    target = pdf.pages[page - 1]
    top = float(target.mediabox[3]) - max(down - 12, 0)
    return Array([target.obj, Name.XYZ, 0, round(top, 2), 0])


def _add_outline(pdf: Any, places: Places) -> None:
    from pikepdf import OutlineItem  # noqa: PLC0415  heavy

    with pdf.open_outline() as outline:
        above: list[tuple[int, Any]] = []
        for entry in places.outline:
            place = places.keys.get(entry.key)
            if place is None:
                continue
            title = " ".join(_printable(entry.title).split()) or "…"
            item = OutlineItem(title, _destination(pdf, *place))
            item.is_closed = True
            while above and above[-1][0] >= entry.level:
                above.pop()
            (above[-1][1].children if above else outline.root).append(item)
            above.append((entry.level, item))


def _repair_fonts(pdf: Any) -> None:
    """Write the fonts' Unicode maps anew: no unused codes, high planes as pairs."""
    import pikepdf  # noqa: PLC0415  heavy

    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and "/ToUnicode" in found:
            stream = found.ToUnicode
            stream.write(_unicode_map(stream.read_bytes()))


def _unicode_map(text: bytes) -> bytes:
    rows = [
        b"<%s> <%s>" % (code, meaning_of(int(value, 16)).encode("utf-16-be").hex().upper().encode())
        for code, value in _BFCHAR.findall(text)
        if int(value, 16)
    ]
    blocks = [rows[at : at + _ROWS_IN_BLOCK] for at in range(0, len(rows), _ROWS_IN_BLOCK)]
    body = b"\n".join(
        b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks
    )
    head, _, rest = text.partition(b"endcodespacerange\n")
    return head + b"endcodespacerange\n" + body + b"\n" + rest[rest.index(b"endcmap") :]


def _describe(pdf: Any, properties: Properties) -> None:
    """Write title, language, dates and the claim of accessibility."""
    from pikepdf import Dictionary, String  # noqa: PLC0415  heavy

    title, author = _printable(properties.title), _printable(properties.organization)
    moment = properties.created.isoformat()
    pdf.Root.Lang = String(properties.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:creator"] = [author]
        metadata["dc:description"] = _printable(properties.subject)
        metadata["dc:language"] = {properties.language}
        metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = moment
        metadata["xmp:CreatorTool"] = "Roadmapper"
        metadata["pdf:Keywords"] = f"revision {properties.revision}"
        metadata["pdfuaid:part"] = "1"
    stamp = properties.created.strftime("D:%Y%m%d%H%M%S")
    pdf.docinfo["/Title"] = title
    pdf.docinfo["/Author"] = author
    pdf.docinfo["/Subject"] = _printable(properties.subject)
    pdf.docinfo["/Creator"] = "Roadmapper"
    pdf.docinfo["/Keywords"] = f"revision {properties.revision}"
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = stamp
    for name, text in properties.carried:
        pdf.docinfo[f"/{name}"] = String(text)


def _printable(text: str) -> str:
    """Return the text without what a file's properties cannot hold."""
    return _CONTROL.sub("", text)
