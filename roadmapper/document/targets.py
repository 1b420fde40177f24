"""Where links of a document may lead."""

from roadmapper.document.tree import (
    Chart,
    Document,
    Heading,
    ModelFacts,
    Sources,
    Table,
    Timeline,
    walk,
)

CONTENTS = "contents"
"""The key of the page of contents."""


def keys_in(document: Document) -> list[str]:
    """Return the keys of a document to which a link may lead, in reading order."""
    keys = [] if document.bare else [CONTENTS]
    keys += [chapter.key for chapter in document.chapters]
    for chapter in document.chapters:
        for block in walk(chapter.blocks):
            match block:
                case Heading(key=key) | Table(key=key) | ModelFacts(key=key):
                    keys.append(key)
                case Chart(key=key) | Timeline(key=key):
                    keys.append(key)
                case Sources(entries=entries):
                    keys += [entry.key for entry in entries]
                case _:
                    pass
    return [key for key in keys if key]
