"""The keys of what a document can be asked the page of."""

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

CONTENTS = "contents"  # the key of the page of contents


def keys_of(document: Document) -> list[str]:
    """Return the keys of chapters and of the blocks in them, in reading order."""
    keys = [CONTENTS] if document.contents and not document.bare else []
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
