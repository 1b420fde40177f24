"""Unpacks Word files and workbooks within limits, and reads their XML and nothing beyond it."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from roadmapper.errors import ExportError

LARGEST = 300_000_000
"""The most bytes that all parts of a file come to; more is no document of ours."""
_MOST_PARTS = 20_000
_MOST_TAGS = 5_000_000  # of one part; the longest table of ours has a fifth of that


def parts_of(data: bytes, main: str) -> Mapping[str, bytes]:
    """Return the parts of a Word file by name.

    Raises:
        ExportError: It is no Word file, damaged, or unpacks to more than any document of ours.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            listed = package.infolist()
            if len(listed) > _MOST_PARTS or sum(one.file_size for one in listed) > LARGEST:
                raise ExportError("The Word file unpacks to more than a document holds.")
            parts = {one.filename: package.read(one) for one in listed}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, RuntimeError) as error:
        raise ExportError("The Word file is damaged or cut off.") from error
    except (NotImplementedError, ValueError) as error:
        raise ExportError("The Word file is packed in a way that cannot be read.") from error
    if main not in parts:
        raise ExportError("The file is no Word document.")
    return parts


# Any, here and below: lxml has no types.
def tree_of(data: bytes, name: str) -> Any:
    """Return the XML of a part; nothing outside of it is ever loaded.

    Raises:
        ExportError: It is no XML, or is larger or deeper than any of ours.
    """
    from lxml import etree  # noqa: PLC0415 - only exports and comparisons need it

    if data.count(b"<") > _MOST_TAGS:
        raise ExportError(f'The part "{name}" of the Word file is larger than any of ours.')
    # The parser itself stops at 256 elements inside of each other, and at 10 MB of one text.
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ExportError(f'The part "{name}" of the Word file is damaged.') from error
