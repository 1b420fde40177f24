"""A PDF by typst, a compiled typesetter: the fast bound."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.content import Entry, Grid, Image, Part, Prose, Title
from benchmarks.contestant import Run
from benchmarks.sample import Sample
from roadmapper import paths

_LOOK = """
#set page(paper: "us-letter", margin: (top: 66pt, right: 48pt, bottom: 62pt, left: 54pt),
  numbering: "1")
#set text(font: "Inter", size: 10pt, lang: "en")
#set document(title: "Sample")
#show heading.where(level: 1): it => { pagebreak(weak: true); it }
#set table(stroke: (bottom: 0.5pt + rgb("d3cfc6")))
"""


def typst(sample: Sample) -> Run:
    """Typst's own writer; its files carry tags too."""
    import typst as library  # noqa: PLC0415 - optional

    def run() -> bytes:
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            for at, part in enumerate(sample.parts):
                if isinstance(part, Image):
                    (Path(folder) / f"{at}.png").write_bytes(part.png)
            main = Path(folder) / "main.typ"
            main.write_text(source(sample.parts), "utf-8")
            return bytes(library.compile(str(main), font_paths=[str(paths.fonts())]))

    return run


def source(parts: tuple[Part, ...]) -> str:
    """Return the content as typst reads it."""
    return _LOOK + "\n".join(_blocks(parts))


def _blocks(parts: tuple[Part, ...]) -> Iterator[str]:
    for at, part in enumerate(parts):
        match part:
            case Title(text=text, level=level):
                yield f"#heading(level: {level}, {_quoted(text)})"
            case Prose(text=text):
                yield f"#par[#{_quoted(text)}]"
            case Entry(text=text, numbered=numbered):
                yield f"#{'enum' if numbered else 'list'}([#{_quoted(text)}])"
            case Grid(rows=rows):
                yield _table(rows)
            case Image(alt=alt):
                yield f'#image("{at}.png", width: 100%, alt: {_quoted(alt)})'


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    head, *others = (", ".join(map(_quoted, row)) for row in rows)
    lines = ",\n".join([f"table.header({head})", *others])
    return f"#table(columns: (1fr,) * {len(rows[0])}, {lines})"


def _quoted(text: str) -> str:
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inner}"'
