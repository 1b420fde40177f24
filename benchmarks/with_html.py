"""A PDF by WeasyPrint, from the same content as HTML with a plain style sheet."""

import base64
import itertools
from collections.abc import Iterator
from html import escape

from benchmarks.content import Entry, Grid, Image, Part, Prose, Title
from benchmarks.contestant import Run
from benchmarks.sample import Sample
from roadmapper import paths

_LOOK = """
@page { size: letter; margin: 66pt 48pt 62pt 54pt; @bottom-right { content: counter(page) } }
body { font: 10pt/1.45 Inter; color: #1b2024 }
h1 { break-before: page; font-size: 24pt } h1, h2, h3 { break-after: avoid }
table { border-collapse: collapse; width: 100% } thead { display: table-header-group }
td, th { border-bottom: 0.5pt solid #d3cfc6; padding: 4pt; text-align: left; vertical-align: top }
td { white-space: pre-line } tr { break-inside: avoid } img { width: 100% }
"""
_FACES = {"Regular": "normal 400", "Bold": "normal 700", "Italic": "italic 400"}


def untagged(sample: Sample) -> Run:
    """WeasyPrint as it is."""
    return _printed(sample, None)


def tagged(sample: Sample) -> Run:
    """WeasyPrint with tags for screen readers, as our PDF has them."""
    return _printed(sample, "pdf/ua-1")


def page(parts: tuple[Part, ...]) -> str:
    """Return the content as one HTML page."""
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Sample</title>'
        f"<style>{_fonts()}{_LOOK}</style><body>{''.join(_blocks(parts))}</body></html>"
    )


def _printed(sample: Sample, variant: str | None) -> Run:
    import weasyprint  # noqa: PLC0415 - optional

    def run() -> bytes:
        made = weasyprint.HTML(string=page(sample.parts)).write_pdf(pdf_variant=variant)
        return bytes(made)

    return run


def _fonts() -> str:
    rules = []
    for name, look in _FACES.items():
        style, weight = look.split()
        address = (paths.fonts() / f"Inter-{name}.ttf").as_uri()
        rules.append(
            f'@font-face {{ font-family: Inter; src: url("{address}"); '
            f"font-style: {style}; font-weight: {weight} }}"
        )
    return "".join(rules)


def _blocks(parts: tuple[Part, ...]) -> Iterator[str]:
    for kind, group in itertools.groupby(parts, _list_kind):
        inner = "".join(map(_block, group))
        yield f"<{kind}>{inner}</{kind}>" if kind else inner


def _list_kind(part: Part) -> str:
    if isinstance(part, Entry):
        return "ol" if part.numbered else "ul"
    return ""


def _block(part: Part) -> str:
    match part:
        case Title(text=text, level=level):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Prose(text=text):
            return f"<p>{escape(text)}</p>"
        case Entry(text=text):
            return f"<li>{escape(text)}</li>"
        case Grid(rows=rows):
            head, *others = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
            lines = "".join(f"<tr>{row}</tr>" for row in others)
            heading = head.replace("td>", "th>")
            return f"<table><thead><tr>{heading}</tr></thead><tbody>{lines}</tbody></table>"
        case Image(png=png, alt=alt):
            data = base64.b64encode(png).decode()
            return f'<p><img alt="{escape(alt)}" src="data:image/png;base64,{data}"></p>'
