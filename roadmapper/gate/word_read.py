"""Reads a Word file back from its bytes: what it says, and what does not hold together in it."""

from collections.abc import Iterator, Mapping
from typing import Any

from roadmapper.gate.reading import Grid, Kind, Numbers, Passage, Reading
from roadmapper.gate.workbook_read import read_workbook, shown_numbers
from roadmapper.gate.zipped import parts_of, tree_of

_OFFICE = "http://schemas.openxmlformats.org"
W = f"{{{_OFFICE}/wordprocessingml/2006/main}}"
_R = f"{{{_OFFICE}/officeDocument/2006/relationships}}"
_A = f"{{{_OFFICE}/drawingml/2006/main}}"
_C = f"{{{_OFFICE}/drawingml/2006/chart}}"
_WP = f"{{{_OFFICE}/drawingml/2006/wordprocessingDrawing}}"
_ASVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
_RELATION = f"{{{_OFFICE}/package/2006/relationships}}Relationship"
_MAIN = "word/document.xml"
_PICTURES = {".png": b"\x89PNG\r\n", ".svg": b"<"}


def read_word(data: bytes) -> Reading:
    """Return what a Word file says.

    Raises:
        ExportError: It cannot be read.
    """
    return _Word(parts_of(data, _MAIN)).reading()


class _Word:
    """A Word file that is being read."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._body = self._tree(_MAIN)
        self._relations = self._relations_of(_MAIN)
        self._levels = self._heading_levels()
        self._broken: list[str] = []

    def reading(self) -> Reading:
        """Return all that is said."""
        self._check_places()
        notes = [Passage(Kind.NOTE, text) for text in self._notes()]
        passages = (*self._passages(self._body), *notes)
        return Reading(
            passages=passages,
            grids=tuple(self._grids()),
            links=tuple(self._links()),
            charts=tuple(self._charts()),
            margins=tuple(self._margins()),
            properties=self._properties(),
            comments=tuple(self._comments()),
            broken=tuple(self._broken),
        )

    def _tree(self, name: str) -> Any:
        return tree_of(self._parts[name], name)

    def _relations_of(self, name: str) -> dict[str, tuple[str, bool]]:
        folder, _, base = name.rpartition("/")
        rels = f"{folder}/_rels/{base}.rels"
        if rels not in self._parts:
            return {}
        found = {}
        for one in self._tree(rels).iter(_RELATION):
            outside = one.get("TargetMode") == "External"
            target = str(one.get("Target"))
            found[str(one.get("Id"))] = (target if outside else _joined(folder, target), outside)
        return found

    def _heading_levels(self) -> dict[str, int]:
        """Return the level of each paragraph style that is a heading, by its name or outline."""
        if "word/styles.xml" not in self._parts:
            return {}
        levels, based = {}, {}
        for style in self._tree("word/styles.xml").iter(f"{W}style"):
            key, name = str(style.get(f"{W}styleId")), style.find(f"{W}name")
            told = str(name.get(f"{W}val")).lower() if name is not None else ""
            level, parent = style.find(f"{W}pPr/{W}outlineLvl"), style.find(f"{W}basedOn")
            if told.startswith("heading ") and told[8:].isdecimal():
                levels[key] = int(told[8:])
            elif level is not None and str(level.get(f"{W}val")).isdecimal():
                levels[key] = int(level.get(f"{W}val")) + 1
            elif parent is not None:
                based[key] = str(parent.get(f"{W}val"))
        for key in based:
            parent, seen = key, {key}
            while parent in based and parent not in levels:
                parent = based[parent]
                if parent in seen:
                    break
                seen.add(parent)
            levels.setdefault(key, levels.get(parent, 0))
        return levels

    def _passages(self, root: Any) -> Iterator[Passage]:
        for one in root.iter(f"{W}p"):
            text = words_of(one)
            if text.strip():
                style = one.find(f"{W}pPr/{W}pStyle")
                level = self._levels.get(style.get(f"{W}val"), 0) if style is not None else 0
                kind = Kind.CELL if _is_in_cell(one) else Kind.TEXT
                # Nine levels are headings, the tenth is none.
                is_heading = 0 < level <= 9  # noqa: PLR2004
                yield Passage(Kind.HEADING if is_heading else kind, text, level)
            for drawn in one.iter(f"{_WP}docPr"):
                yield Passage(Kind.IMAGE, str(drawn.get("descr", "")))

    def _grids(self) -> Iterator[Grid]:
        for table in self._body.iter(f"{W}tbl"):
            rows = table.findall(f"{W}tr")
            first = rows[0].findall(f"{W}tc") if rows else []
            yield Grid(len(rows), len(first), words_of(first[0]) if first else "")

    def _links(self) -> Iterator[str]:
        """Yield where links lead; one inside of the document as "#"."""
        notes = self._parts.get("word/footnotes.xml")
        for name in (_MAIN, *(["word/footnotes.xml"] if notes else [])):
            relations = self._relations_of(name)
            for link in self._tree(name).iter(f"{W}hyperlink"):
                if link.get(f"{W}anchor"):
                    yield "#"
                else:
                    target, _ = relations.get(str(link.get(f"{_R}id")), ("", False))
                    if not target:
                        self._broken.append(f'The link "{words_of(link)}" leads nowhere.')
                    yield target

    def _check_places(self) -> None:
        """See whether every link inside leads to a bookmark, and every picture is there."""
        marks = {str(one.get(f"{W}name")) for one in self._body.iter(f"{W}bookmarkStart")}
        asked = {str(one.get(f"{W}anchor")) for one in self._body.iter(f"{W}hyperlink")}
        for field in self._body.iter(f"{W}instrText"):
            words = (field.text or "").split()
            if len(words) > 1 and words[0] in ("REF", "PAGEREF"):
                asked.add(words[1])
        for one in sorted(asked - marks - {"None"}):
            self._broken.append(f'A link leads to the place "{one}", which is not there.')
        for tag in (f"{_A}blip", f"{_ASVG}svgBlip"):
            for picture in self._body.iter(tag):
                self._check_picture(str(picture.get(f"{_R}embed")))

    def _check_picture(self, relation: str) -> None:
        name, _ = self._relations.get(relation, ("", False))
        begins = _PICTURES.get(name[-4:].lower())
        data = self._parts.get(name, b"")
        if not data or (begins and not data.startswith(begins)):
            self._broken.append(f'The picture "{name or relation}" is missing or damaged.')

    def _charts(self) -> Iterator[Numbers]:
        for chart in self._body.iter(f"{_C}chart"):
            name, _ = self._relations.get(str(chart.get(f"{_R}id")), ("", False))
            related = self._relations_of(name).values() if name in self._parts else ()
            books = [one for one, _ in related if one in self._parts and ".xls" in one]
            if not books:
                self._broken.append(f'The chart "{name}" or the numbers behind it are missing.')
                continue
            book = read_workbook(self._parts[books[0]], books[0])
            for one in self._tree(name).findall(f".//{_C}ser/{_C}val"):
                if shown_numbers(one) not in book.series:
                    self._broken.append(f'The chart "{name}" shows other numbers than it holds.')
            yield book

    def _notes(self) -> Iterator[str]:
        if "word/footnotes.xml" in self._parts:
            for note in self._tree("word/footnotes.xml").iter(f"{W}footnote"):
                text = words_of(note)
                if text.strip():
                    yield text

    def _comments(self) -> Iterator[str]:
        if "word/comments.xml" in self._parts:
            for one in self._tree("word/comments.xml").iter(f"{W}comment"):
                who = str(one.get(f"{W}author", ""))
                yield f"{who}: {words_of(one)}" if who else words_of(one)

    def _margins(self) -> Iterator[str]:
        for name in self._parts:
            if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
                yield words_of(self._tree(name))

    def _properties(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in sorted(self._parts):
            if name.startswith("docProps/") and name.endswith(".xml"):
                for one in self._tree(name).iter():
                    if isinstance(one.tag, str) and (one.text or "").strip():
                        key = str(one.getparent().get("name") or one.tag.rpartition("}")[2])
                        found[key] = str(one.text)
        return found


def words_of(element: Any) -> str:
    """Return the text of an element, line breaks and tabs as such; of a deletion nothing."""
    shown = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
    return "".join(
        one.text or "" if one.tag == f"{W}t" else shown.get(one.tag, "") for one in element.iter()
    )


def _is_in_cell(paragraph: Any) -> bool:
    parent = paragraph.getparent()
    return parent is not None and parent.tag == f"{W}tc"


def _joined(folder: str, target: str) -> str:
    """Return the name of the part that a relation from a folder leads to."""
    if target.startswith("/"):
        return target[1:]
    steps = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(one for one in steps if one)
