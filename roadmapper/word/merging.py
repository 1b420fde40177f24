"""What a letterhead lacks, added to it: styles, lists, fonts, settings."""

from pathlib import Path
from typing import Any

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from roadmapper.word.draft import Draft
from roadmapper.word.extras import embed_faces
from roadmapper.word.fonts import font_entries
from roadmapper.word.numbering import FIRST, LISTS, abstracts, instances, numbering_part
from roadmapper.word.ooxml import NAMESPACES
from roadmapper.word.package import LatePart, settings_part
from roadmapper.word.sections import Sheet
from roadmapper.word.styles import style_elements, styles_part, worn

_LISTED = {
    "Heading1": ("Chapters", 0),
    "ListBullet": ("Bullet", 0),
    "ListBullet2": ("Bullet", 1),
    "ListNumber": ("Number", 0),
    "ListNumber2": ("Number", 1),
}

# Any: lxml and python-docx have no types for elements.


def add_styles(draft: Draft, document: Any, sheet: Sheet) -> dict[str, str]:
    """Return the id each of our styles has in the letterhead, after adding those it lacks."""
    part = _related(document, RT.STYLES)
    if part is None:
        xml = styles_part(draft.sheet, sheet, draft.used, "en-US")
        draft.embed("/word/styles.xml", CT.WML_STYLES, RT.STYLES, xml.encode())
        return {}
    root = part.element
    known = {_named(one): one.get(qn("w:styleId")) for one in root.findall(qn("w:style"))}
    defaults = {
        one.get(qn("w:type")): one.get(qn("w:styleId"))
        for one in root.findall(qn("w:style"))
        if one.get(qn("w:default")) in {"1", "true", "on"}
    }
    taken, names, missing = set(known.values()), dict[str, str](), list[Any]()
    _forget_undefined(document, taken)
    theirs_worn: set[str] = set()
    looks = worn(draft.sheet, sheet, draft.used)
    for style_id, xml in style_elements(draft.sheet, sheet, draft.used).items():
        ours = parse_xml(xml.replace("<w:style ", f"<w:style {NAMESPACES} ", 1))
        is_default = ours.attrib.pop(qn("w:default"), "")
        theirs = defaults.get(ours.get(qn("w:type"))) if is_default else known.get(_named(ours))
        names[style_id] = theirs or (f"Proposal{style_id}" if style_id in taken else style_id)
        base = looks[style_id].based if style_id in looks else ""
        base = "Heading2" if style_id.endswith("Raised") else base
        if names.get(base) in theirs_worn:
            # Small changes to our own style mean nothing to theirs.
            names[style_id] = names[base]
        elif theirs:
            theirs_worn.add(theirs)
        else:
            missing.append(ours)
    for one in missing:
        one.set(qn("w:styleId"), names[one.get(qn("w:styleId"))])
        for link in one.iter(qn("w:basedOn"), qn("w:next")):
            link.set(qn("w:val"), names.get(link.get(qn("w:val")), link.get(qn("w:val"))))
        root.append(one)
    _number_lists(root, names)
    _unnumber_contents(root, names)
    _keep_openers(root, names)
    return names


def has_chapters(document: Any) -> bool:
    """Return whether the letterhead says how chapters look."""
    part = _related(document, RT.STYLES)
    return part is not None and any(
        _named(one) == ("paragraph", "heading 1") for one in part.element.findall(qn("w:style"))
    )


def add_lists(draft: Draft, document: Any, names: dict[str, str], *, plain: bool) -> None:
    """Add our lists to those of the letterhead; `plain` numbers chapters as their titles look."""
    part = _related(document, RT.NUMBERING)
    if part is None:
        xml = numbering_part(draft.sheet, draft.lists, plain=plain)
        root = parse_xml(xml.partition("\n")[2])
        _rename_levels(root, names)
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        draft.embed("/word/numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, blob)
        return
    root = part.element
    for tag, name in (("w:num", "w:numId"), ("w:abstractNum", "w:abstractNumId")):
        for one in root.findall(qn(tag)):
            if int(one.get(qn(name))) >= FIRST:
                root.remove(one)
    kinds = [_parsed(one) for one in abstracts(draft.sheet, plain=plain)]
    first = root.find(qn("w:num"))
    for kind in kinds:
        _rename_levels(kind, names)
        if first is None:
            root.append(kind)
        else:
            first.addprevious(kind)
    last = root.find(qn("w:numIdMacAtCleanup"))
    for one in instances(draft.lists):
        if last is None:
            root.append(_parsed(one))
        else:
            last.addprevious(_parsed(one))


def add_house_fonts(draft: Draft, document: Any, folder: Path) -> None:
    """Add our families to the letterhead's font table."""
    old = _related(document, RT.FONT_TABLE)
    table = LatePart(PackURI("/word/fontTable.xml"), CT.WML_FONT_TABLE)
    root = _parsed("<w:fonts></w:fonts>")
    if old is not None:
        root = parse_xml(old.blob)
        for rel in old.rels.values():
            target = rel.target_ref if rel.is_external else rel.target_part
            table.rels.add_relationship(rel.reltype, target, rel.rId, rel.is_external)
        _drop(document, RT.FONT_TABLE)
    known = {one.get(qn("w:name")) for one in root}
    entries = font_entries(draft.sheet, embed_faces(draft, table, folder, known))
    for name, entry in entries.items():
        if name not in known:
            root.append(_parsed(entry))
    table.text = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    document.relate_to(table, RT.FONT_TABLE)


def replace_settings(draft: Draft, document: Any, language: str) -> None:
    """Put our settings in place of the letterhead's, which may name paths, templates and people."""
    part = _related(document, RT.SETTINGS)
    uneven = part is not None and part.element.find(qn("w:evenAndOddHeaders")) is not None
    _drop(document, RT.SETTINGS)
    xml = settings_part(language, uneven=uneven)
    draft.embed("/word/settings.xml", CT.WML_SETTINGS, RT.SETTINGS, xml.encode())


def _forget_undefined(document: Any, defined: set[str]) -> None:
    """Free headers and footers of styles nowhere defined, which ours might else become."""
    tags = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    for rel in document.rels.values():
        if rel.reltype in {RT.HEADER, RT.FOOTER} and isinstance(rel.target_part, XmlPart):
            for one in list(rel.target_part.element.iter(*tags)):
                if one.get(qn("w:val")) not in defined:
                    one.getparent().remove(one)


def _number_lists(root: Any, names: dict[str, str]) -> None:
    """Give numbering to list styles of the letterhead that have none."""
    by_id = {one.get(qn("w:styleId")): one for one in root.findall(qn("w:style"))}
    for ours, (kind, level) in _LISTED.items():
        style = by_id.get(names.get(ours, ""))
        if style is None or _is_listed(style, by_id):
            continue
        number = style.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val = level
        number.get_or_add_numId().val = LISTS[kind]


def _keep_openers(root: Any, names: dict[str, str]) -> None:
    """Keep headings and captions of the letterhead with what they open."""
    by_id = {one.get(qn("w:styleId")): one for one in root.findall(qn("w:style"))}
    for ours in ("Heading1", "Heading2", "Heading3", "Caption"):
        style = by_id.get(names.get(ours, ""))
        if style is not None:
            style.get_or_add_pPr().get_or_add_keepNext()


def _unnumber_contents(root: Any, names: dict[str, str]) -> None:
    """Take the number from the title of the contents, whose style may be that of chapters."""
    by_id = {one.get(qn("w:styleId")): one for one in root.findall(qn("w:style"))}
    style = by_id.get(names.get("TOCHeading", ""))
    if style is not None and _is_listed(style, by_id):
        number = style.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val = 0
        number.get_or_add_numId().val = 0


def _is_listed(style: Any, by_id: dict[str, Any]) -> bool:
    seen: set[str] = set()
    while style is not None and style.get(qn("w:styleId")) not in seen:
        if style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            return True
        seen.add(style.get(qn("w:styleId")))
        base = style.find(qn("w:basedOn"))
        style = by_id.get(base.get(qn("w:val"))) if base is not None else None
    return False


def _named(style: Any) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    value = name.get(qn("w:val")) if name is not None else style.get(qn("w:styleId"))
    return style.get(qn("w:type")), value.lower()


def _rename_levels(root: Any, names: dict[str, str]) -> None:
    for one in root.iter(qn("w:pStyle")):
        one.set(qn("w:val"), names.get(one.get(qn("w:val")), one.get(qn("w:val"))))


def _parsed(xml: str) -> Any:
    tag = xml.index(">") if " " not in xml[: xml.index(">")] else xml.index(" ")
    return parse_xml(f"{xml[:tag]} {NAMESPACES}{xml[tag:]}")


def _related(document: Any, kind: str) -> Any:
    parts: list[Part] = [rel.target_part for rel in document.rels.values() if rel.reltype == kind]
    return parts[0] if parts else None


def _drop(document: Any, kind: str) -> None:
    for rel in [rel for rel in document.rels.values() if rel.reltype == kind]:
        del document.rels[rel.rId]
