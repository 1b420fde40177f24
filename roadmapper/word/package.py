"""The parts of a Word file around its text, and the file itself, the same bytes every time."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from typing import Any

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from roadmapper.document.tree import Properties, Source
from roadmapper.word.ooxml import DECLARATION, NAMESPACES, RELATION, attribute, escape

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip file can tell
OFFICE = "http://schemas.openxmlformats.org"
_CORE = f"{OFFICE}/package/2006/metadata/core-properties"
_CONTENT_TYPES = f"{OFFICE}/package/2006/content-types"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
SOURCES = "urn:roadmapper:sources"
CUSTOM_PROPERTIES = f"{RELATION}/custom-properties"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A bookmark and the answer that its text is."""

    bookmark: str
    source: Source


class LatePart(Part):
    """A part whose text is written after other parts were related to it."""

    text: bytes = b""

    @property
    def blob(self) -> bytes:
        """The text of the part."""
        return self.text


def add_part(package: OpcPackage, name: str, kind: str, body: str | bytes) -> Part:
    """Return a new part of the package, not yet related to anything."""
    blob = body.encode() if isinstance(body, str) else body
    # Any: python-docx types its packages as Word packages, which this one is not yet.
    holder: Any = package
    return Part(PackURI(name), kind, blob, holder)


def settings_part(language: str, *, uneven: bool = False) -> str:
    """Return word/settings.xml: embedded fonts, footnotes, the newest way of laying out."""
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
        f'<w:saveSubsetFonts/><w:defaultTabStop w:val="720"/>'
        f"{'<w:evenAndOddHeaders/>' if uneven else ''}{_FOOTNOTES}"
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="{attribute(language)}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


_FOOTNOTES = (
    '<w:footnotePr><w:numRestart w:val="eachSect"/><w:footnote w:id="-1"/>'
    '<w:footnote w:id="0"/></w:footnotePr>'
)


def footnotes_part(notes: Sequence[str]) -> str:
    """Return word/footnotes.xml; the notes are paragraphs, numbered from 1."""
    body = "".join(
        f'<w:footnote w:id="{number}">{note}</w:footnote>' for number, note in enumerate(notes, 1)
    )
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{rules}{body}</w:footnotes>"


def core_part(properties: Properties) -> str:
    """Return docProps/core.xml; the author is the organization, the time came from outside."""
    moment = properties.created
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    at = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    who = escape(properties.organization)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:subject>{escape(properties.subject)}</dc:subject><dc:creator>{who}</dc:creator>"
        f"<cp:lastModifiedBy>{who}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified>'
        f"<dc:language>{escape(properties.language)}</dc:language></cp:coreProperties>"
    )


def extended_part(properties: Properties, page_count: int) -> str:
    """Return docProps/app.xml."""
    return (
        f'{DECLARATION}<Properties xmlns="{OFFICE}/officeDocument/2006/extended-properties">'
        f"<Pages>{page_count}</Pages><Application>Roadmapper</Application>"
        f"<Company>{escape(properties.organization)}</Company></Properties>"
    )


def custom_part(values: dict[str, str]) -> str:
    """Return docProps/custom.xml."""
    body = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(values.items(), 2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{OFFICE}/officeDocument/2006/custom-properties"'
        f' xmlns:vt="{OFFICE}/officeDocument/2006/docPropsVTypes">{body}</Properties>'
    )


def sources_part(anchors: Sequence[Anchor], places: Mapping[str, str], revision: str) -> str:
    """Return the custom XML that says which answer, or the place of which key, a bookmark is."""
    body = "".join(
        f'<source bookmark="{anchor.bookmark}" path="{attribute(anchor.source.path)}"'
        f' part="{anchor.source.part}"/>'
        for anchor in anchors
    )
    body += "".join(
        f'<place bookmark="{bookmark}" key="{attribute(key)}"/>' for key, bookmark in places.items()
    )
    held = f'xmlns="{SOURCES}" revision="{attribute(revision)}"'
    return f"{DECLARATION}<sources {held}>{body}</sources>"


def add_properties(package: OpcPackage, properties: Properties, page_count: int) -> None:
    """Add the parts that say what the file is, in place of those it has."""
    kinds = (RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, CUSTOM_PROPERTIES, RT.THUMBNAIL)
    for rel in [rel for rel in package.rels.values() if rel.reltype in kinds]:
        del package.rels[rel.rId]
    values = {
        "RoadmapperRevision": properties.revision,
        "RoadmapperProposal": properties.title,
    }
    for name, kind, relation, xml in (
        ("core", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, core_part(properties)),
        (
            "app",
            CT.OFC_EXTENDED_PROPERTIES,
            RT.EXTENDED_PROPERTIES,
            extended_part(properties, page_count),
        ),
        ("custom", _CUSTOM, CUSTOM_PROPERTIES, custom_part(values)),
    ):
        package.relate_to(add_part(package, f"/docProps/{name}.xml", kind, xml), relation)


def package_bytes(package: OpcPackage) -> bytes:
    """Return the package as a zip file without a trace of when and where it was made."""
    parts = list(package.iter_parts())
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": package.rels.xml,
    }
    for part in parts:
        files[part.partname.membername] = part.blob
        if len(part.rels):
            files[part.partname.rels_uri.membername] = part.rels.xml
    return zipped(files)


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """Return named files as a zip file, the same bytes on any machine and day."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in files.items():
            _add(archive, name, data)
    return held.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes | str) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # the same on every machine
    archive.writestr(entry, data)


def _content_types(parts: Sequence[Part]) -> str:
    overrides = "".join(
        f'<Override PartName="{attribute(part.partname)}" ContentType="{part.content_type}"/>'
        for part in parts
    )
    return (
        f'{DECLARATION}<Types xmlns="{_CONTENT_TYPES}">'
        f'<Default Extension="rels" ContentType="{CT.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CT.XML}"/>{overrides}</Types>'
    )
