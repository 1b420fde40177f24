"""Reads back which answer, or which place, each bookmark of a Word file of ours is."""

import zipfile
from io import BytesIO

from lxml import etree

from roadmapper.word.package import SOURCES


def read_anchors(docx: bytes) -> dict[str, str]:
    """Return the answer that each bookmark is: its address, and after "#" its part from 1 on."""
    anchors = {}
    for one in _entries(docx, "source"):
        part = one.get("part", "0")
        path = str(one.get("path"))
        anchors[str(one.get("bookmark"))] = path if part == "0" else f"{path}#{part}"
    return anchors


def read_places(docx: bytes) -> dict[str, str]:
    """Return the key of each bookmark that is a place."""
    return {str(one.get("bookmark")): str(one.get("key")) for one in _entries(docx, "place")}


def _entries(docx: bytes, kind: str) -> list[etree._Element]:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        for name in package.namelist():
            if name.startswith("customXml/item") and name.endswith(".xml"):
                root = etree.fromstring(package.read(name))
                if root.tag == f"{{{SOURCES}}}sources":
                    return list(root.iter(f"{{{SOURCES}}}{kind}"))
    return []
