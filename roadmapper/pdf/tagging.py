"""The structure of a document for assistive technology: what each mark is, in reading order."""

from dataclasses import dataclass, field

from roadmapper.document.tree import Source

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content: a page (from 0) and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link on a page: which one, from 0."""

    page: int
    index: int


@dataclass(slots=True, eq=False)
class Node:
    """An element of the structure tree; one without content is left out of the file.

    `words` is what stands in it, in the order of reading; a file says it where the order on
    paper `is_turned`. `source` is the address of the answer it shows, if it is one.
    """

    role: str
    alt: str = ""
    scope: str = ""
    name: str = ""
    box: Box | None = None
    words: str = ""
    is_turned: bool = False
    source: str = ""
    children: "list[Node | Content | Annotation]" = field(default_factory=list)

    def child(
        self,
        role: str,
        *,
        alt: str = "",
        scope: str = "",
        name: str = "",
        source: Source | None = None,
    ) -> "Node":
        """Return a new element at the end of this one."""
        node = Node(role, alt, scope, name, source=source.path if source else "")
        self.children.append(node)
        return node

    @property
    def ordered(self) -> "list[Node | Content | Annotation]":
        """The children in the order of reading: links, marks and notes where they are drawn."""
        if not any(isinstance(one, Node) and one.role in _INLINE for one in self.children):
            return self.children
        return sorted(self.children, key=_first)

    @property
    def is_empty(self) -> bool:
        """Whether nothing on paper belongs to this element."""
        return all(isinstance(one, Node) and one.is_empty for one in self.children)


_INLINE = ("Link", "Reference", "Note")
"""Roles of what is made while a line is broken, before the line itself is drawn."""


def _first(child: "Node | Content | Annotation") -> tuple[int, int]:
    """Return the page and number of the first content of a child; without any it comes first."""
    match child:
        case Content(page, number):
            return page, number
        case Node(children=children):
            return min(map(_first, children), default=(-1, -1))
        case _:
            return _LAST, _LAST


_LAST = 2**31


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A link on a page: its rectangle, where it leads, what it says and whose it is."""

    page: int
    box: Box
    target: str
    text: str


@dataclass(slots=True)
class Structure:
    """What a document recorded while it was drawn."""

    root: Node = field(default_factory=lambda: Node("Document"))
    owners: list[list[Node]] = field(default_factory=list)
    links: list[list[Hotspot]] = field(default_factory=list)
    spots: dict[tuple[int, Node], Box] = field(default_factory=dict)

    def begin_page(self) -> None:
        """Start to record another page."""
        self.owners.append([])
        self.links.append([])

    def mark(self, node: Node) -> int:
        """Give the next number of marked content on this page to an element, and return it."""
        owners = self.owners[-1]
        owners.append(node)
        node.children.append(Content(len(self.owners) - 1, len(owners) - 1))
        return len(owners) - 1

    def link(self, node: Node, box: Box, target: str, text: str) -> None:
        """Record a link on this page."""
        page = len(self.links) - 1
        node.children.append(Annotation(page, len(self.links[-1])))
        self.links[-1].append(Hotspot(page, box, target, text))

    def spot(self, node: Node, box: Box) -> None:
        """Record where a line of an element stands on this page; the page has one box of it."""
        at = (len(self.owners) - 1, node)
        left, bottom, right, top = self.spots.get(at, box)
        self.spots[at] = (
            min(left, box[0]),
            min(bottom, box[1]),
            max(right, box[2]),
            max(top, box[3]),
        )
