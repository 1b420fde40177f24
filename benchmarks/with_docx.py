"""Word files by the libraries a user would pick: python-docx as its guide shows it, and docxtpl."""

import io

from docx import Document
from docx.shared import Pt

from benchmarks.content import Entry, Grid, Image, Part, Prose, Title
from benchmarks.contestant import Run
from benchmarks.sample import Sample


def naive(sample: Sample) -> Run:
    """Python-docx with add_paragraph, add_table and table.cell."""

    def run() -> bytes:
        document = Document()
        for part in sample.parts:
            match part:
                case Title(text=text, level=level):
                    document.add_heading(text, level)
                case Prose(text=text):
                    document.add_paragraph(text)
                case Entry(text=text, numbered=numbered):
                    document.add_paragraph(text, "List Number" if numbered else "List Bullet")
                case Grid(rows=rows):
                    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
                    for across, row in enumerate(rows):
                        for down, text in enumerate(row):
                            table.cell(across, down).text = text
                case Image(png=png, width=width):
                    document.add_picture(io.BytesIO(png), Pt(width))
        held = io.BytesIO()
        document.save(held)
        return held.getvalue()

    return run


def templated(sample: Sample) -> Run:
    """Docxtpl: a Word template with tags, filled."""
    from docxtpl import DocxTemplate, InlineImage  # noqa: PLC0415 - optional

    template = _template()

    def run() -> bytes:
        filled = DocxTemplate(io.BytesIO(template))
        values = [
            {"image": InlineImage(filled, io.BytesIO(part.png), width=Pt(part.width))}
            if isinstance(part, Image)
            else _values(part)
            for part in sample.parts
        ]
        filled.render({"parts": values}, autoescape=True)
        held = io.BytesIO()
        filled.save(held)
        return held.getvalue()

    return run


_STYLES = {
    "h1": "Heading 1",
    "h2": "Heading 2",
    "h3": "Heading 3",
    "text": "Normal",
    "bullet": "List Bullet",
    "number": "List Number",
}


def _values(part: Part) -> dict[str, object]:
    match part:
        case Title(text=text, level=level):
            return {f"h{level}": text}
        case Prose(text=text):
            return {"text": text}
        case Entry(text=text, numbered=numbered):
            return {"number" if numbered else "bullet": text}
        case Grid(rows=rows):
            return {"rows": rows}
        case Image():
            return {}


def _template() -> bytes:
    """Return the template a user would make in Word, with one place for each kind of part."""
    document = Document()
    document.add_paragraph("{%p for part in parts %}")
    for kind, style in _STYLES.items():
        document.add_paragraph(f"{{%p if part.{kind} is defined %}}")
        document.add_paragraph(f"{{{{ part.{kind} }}}}", style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if part.rows is defined %}")
    table = document.add_table(3, 3, "Table Grid")
    table.cell(0, 0).text = "{%tr for row in part.rows %}"
    for across, text in enumerate(("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")):
        table.cell(1, across).text = text
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if part.image is defined %}")
    document.add_paragraph("{{ part.image }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()
