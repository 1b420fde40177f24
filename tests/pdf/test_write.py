"""The PDF file as a whole: complete, tagged, linked, and the same on any day."""

import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import page
import pytest

from roadmapper import paths
from roadmapper.document.style import Style
from roadmapper.document.tree import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Columns,
    Heading,
    KeyFigures,
    Landscape,
    Link,
    ModelFacts,
    Paragraph,
    Reference,
    Row,
    Sources,
    Steps,
    Table,
    Text,
    Tiers,
    plain,
    walk,
)
from roadmapper.pdf.write import Layout, paginate, write
from tests.pdf.conftest import Writing
from tests.pdf_reading import nodes_of, opened, pages_of, roles_of, text_of
from tests.tree_parts import paragraph, table
from tests.trees import full_document, small_document


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_file_conforms_to_pdf_ua(style: Style, paper: str, tmp_path: Path) -> None:
    layout = write(full_document(), style, style.papers[paper], fonts=paths.fonts())
    file = tmp_path / "full.pdf"
    file.write_bytes(layout.data)

    report = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1)

    assert [failure.message for failure in report.failures] == []


def test_every_paragraph_heading_and_cell_is_in_the_file(full: Layout) -> None:
    text = text_of(full.data)

    for chapter in full_document().chapters:
        assert "".join(chapter.headline.split()) in text
        for block in walk(chapter.blocks):
            match block:
                case Heading(text=words):
                    assert "".join(words.split()) in text
                case Paragraph(line=line) if not any(isinstance(p, Reference) for p in line):
                    first = plain(line).split(".")[0]
                    assert "".join(first.split()) in text
                case Table(rows=rows):
                    cells = [cell for row in rows for cell in row.cells if cell.paragraphs]
                    assert all(_short(cell) in text for cell in cells)
                case _:
                    pass


def _short(cell: Cell) -> str:
    return "".join(plain(cell.paragraphs[0]).split())[:20]


def test_the_same_document_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom roadmapper import paths\n"
        "from roadmapper.document.style import load_style\n"
        "from roadmapper.pdf.write import write\nfrom tests.trees import full_document\n"
        "style = load_style(paths.templates() / 'partnership' / 'style.toml')\n"
        "made = write(full_document(), style, style.papers['letter'], fonts=paths.fonts())\n"
        "open(sys.argv[1], 'wb').write(made.data)\n"
    )
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for seed, file in enumerate(files):
        settings = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": f"UTC{seed}"}
        settings["SOURCE_DATE_EPOCH"] = str(seed * 86400)
        command = [sys.executable, "-c", code, str(file)]
        subprocess.run(command, check=True, env=settings, cwd=Path(__file__).parents[2])

    assert files[0].read_bytes() == files[1].read_bytes()


def test_each_key_has_the_page_on_which_its_block_begins(full: Layout) -> None:
    pages = pages_of(full.data)

    assert "The first week" in pages[full.pages["week"] - 1]
    assert "Table 3. Every interface" in pages[full.pages["many"] - 1]
    assert "Figure 8. Twenty months" in pages[full.pages["timeline"] - 1]
    assert "Model facts" in pages[full.pages["facts"] - 1]
    assert "A report." in pages[full.pages["source-2"] - 1]


def test_page_numbers_in_text_and_contents_are_those_of_the_pages(full: Layout) -> None:
    pages = pages_of(full.data)

    assert f"on page {full.pages['roadmap']}." in pages[full.pages["summary"] - 1]
    contents = pages[1].replace("5 6 ", "")
    assert f"how it is watched {full.pages['models']}" in contents


def test_every_page_but_the_cover_says_where_it_is(full: Layout) -> None:
    pages = pages_of(full.data)

    assert "of 23" not in pages[0]
    for number, text in enumerate(pages[1:], 2):
        assert f"{number} of {full.page_count}" in text
        assert "A partnership roadmap for Fernhollow Health" in text
    assert "3 Continuity" in pages[full.pages["continuity"] - 1]


def test_links_lead_to_the_web_to_mail_and_to_places_that_exist(full: Layout) -> None:
    with opened(full.data) as pdf:
        spots = [spot for one in pdf.pages for spot in one.obj.get("/Annots", [])]
        addresses = {str(spot.A.URI) for spot in spots if "/A" in spot}
        inner = [spot for spot in spots if "/Dest" in spot]

        assert "https://example.org/trial" in addresses
        assert "mailto:hello@example.org" in addresses
        assert len(inner) >= len(full_document().chapters)
        assert all(str(spot.Contents).strip() for spot in spots)


@pytest.mark.parametrize("target", ["javascript:alert(1)", "#nowhere", "file:///x", "http://", ""])
def test_a_link_that_cannot_work_is_plain_text(written: Writing, target: str) -> None:
    layout = written(small_document(Paragraph((Link("the words", target),))))

    assert "the words" in pages_of(layout.data)[2]
    with opened(layout.data) as pdf:
        assert "/Annots" not in pdf.pages[2].obj


def test_the_outline_holds_chapters_and_their_headings(full: Layout) -> None:
    with opened(full.data) as pdf, pdf.open_outline() as outline:
        chapters = [item.title for item in outline.root]
        inner = [item.title for item in outline.root[1].children]

    assert chapters[:3] == ["Contents", "Executive summary", "Model transparency"]
    assert inner == ["What happens next"]


def test_headings_never_skip_a_level(full: Layout) -> None:
    with opened(full.data) as pdf:
        roles = [str(node.S) for node in nodes_of(pdf)]
    levels = [int(role[2]) for role in roles if role[1:2] == "H" and role[2:].isdigit()]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_figures_lists_and_notes_are_tagged(full: Layout) -> None:
    with opened(full.data) as pdf:
        roles = roles_of(pdf)
        figures = [node for node in nodes_of(pdf) if str(node.S) == "/Figure"]
        heads = [node for node in nodes_of(pdf) if str(node.S) == "/TH"]

        assert roles["Table"] == 6
        assert roles["Note"] == 4
        assert roles["BlockQuote"] == 1
        assert all(str(node.Alt) for node in figures)
        assert all("/Scope" in node.A for node in heads)


def test_an_empty_cell_keeps_its_place_in_the_structure(written: Writing) -> None:
    rows = (Row((Cell(((Text("a"),),)), Cell())), Row((Cell(((Text("b"),),)),)))
    layout = written(small_document(Table("t", "Gaps", (Column("A"), Column("B")), rows, number=1)))

    with opened(layout.data) as pdf:
        assert roles_of(pdf)["TD"] == 4


def test_the_file_says_title_author_language_and_moment_only_as_given(full: Layout) -> None:
    with opened(full.data) as pdf:
        assert str(pdf.docinfo["/Title"]) == "A partnership roadmap for Fernhollow Health"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20270503093000")
        assert str(pdf.Root.Lang) == "en-US"
        assert "/Producer" not in pdf.docinfo
        metadata = pdf.Root.Metadata.read_bytes()
    assert b"3f2a9c" in metadata
    assert b"2027-05-03" in metadata


def test_landscape_pages_stand_among_upright_ones(full: Layout) -> None:
    with opened(full.data) as pdf:
        wide = [at for at, one in enumerate(pdf.pages, 1) if one.mediabox[2] > one.mediabox[3]]

    assert wide == [full.pages["timeline"]]


def test_a_chapter_that_begins_sideways_opens_on_that_page(written: Writing) -> None:
    layout = written(small_document(Landscape((paragraph("Lying down."),)), paragraph("Standing.")))

    pages = pages_of(layout.data)
    assert layout.page_count == 4
    assert "One claim" in pages[2]
    assert "Lying down." in pages[2]
    assert "Standing." in pages[3]


def test_progress_rises_to_one(style: Style) -> None:
    heard: list[float] = []
    paper = style.papers["letter"]
    write(small_document(), style, paper, fonts=paths.fonts(), progress=heard.append)

    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_word_pages_are_counted_for_every_key(style: Style, full: Layout) -> None:
    paper = style.papers["letter"]
    counted = paginate(full_document(), style, paper, fonts=paths.fonts())

    assert counted.pages.keys() == full.pages.keys()
    assert counted.data == b""
    assert abs(counted.page_count - full.page_count) <= 2


def test_a_table_without_rows_is_its_header(written: Writing) -> None:
    layout = written(small_document(table("t", "Nothing yet", "A|B", number=1)))

    assert "Table 1. Nothing yet A B" in pages_of(layout.data)[2]


def test_blocks_that_hold_nothing_leave_nothing_behind(written: Writing, tmp_path: Path) -> None:
    empty: tuple[Block, ...] = (
        Bullets(()),
        Callout("", ()),
        KeyFigures(()),
        Steps(()),
        Tiers(()),
        Sources(()),
        Columns((), ()),
        Landscape(()),
        ModelFacts("facts", "", "", "", ()),
        Table("none", "", (), ()),
        Paragraph((Reference("none", "Table 1"),)),
    )
    layout = written(small_document(*empty))
    file = tmp_path / "empty.pdf"
    file.write_bytes(layout.data)

    assert layout.page_count == 3
    assert page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1).is_compliant


def test_a_document_without_chapters_is_cover_and_contents(written: Writing) -> None:
    document = replace(small_document(), chapters=())

    assert written(document).page_count == 2
