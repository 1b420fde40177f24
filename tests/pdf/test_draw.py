"""Scenes on a canvas: text stays text, nothing leaves the frame, pictures repeat."""

import io

import pypdfium2
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from roadmapper import paths
from roadmapper.document.geometry import cover_scene
from roadmapper.document.scene import Circle, Label, Path, Polygon, Polyline, Rect, Scene
from roadmapper.document.style import load_style
from roadmapper.document.svg import svg
from roadmapper.document.tree import Cover
from roadmapper.pdf.draw import Lettering, draw_scene, picture
from roadmapper.pdf.faces import faces
from roadmapper.pdf.hand import Hand

STYLE = load_style(paths.templates() / "partnership" / "style.toml")
EVERYTHING = Scene(
    120,
    80,
    (
        Rect(0, 0, 120, 80, "paper"),
        Rect(10, 10, 30, 20, "accent", "ink", 4),
        Polyline(((0, 40), (120, 40)), "ink3", 1, (2, 2)),
        Path((0, 70), (((40, 60), (80, 80), (140, 50)),), "clay", 1.5, 0.5),
        Polygon(((60, 10), (70, 30), (50, 30)), "gold", opacity=0.5),
        Circle(90, 20, 8, "on_accent", "plum", 2),
        Label(60, 55, "Café ✓ 漢 <&>", "Inter SemiBold", 9, "ink", anchor="middle"),
        Label(60, 75, "gone: \U000f0000", "Inter", 7, "ink", anchor="middle"),
    ),
    "Every kind of mark",
)


def test_a_drawn_label_can_be_read_back_from_the_pdf() -> None:
    text = page_text(EVERYTHING)

    assert "Café" in text
    assert "<&>" in text
    assert "漢" in text


def test_a_character_that_no_font_has_is_drawn_as_a_visible_replacement() -> None:
    assert "gone: □" in page_text(EVERYTHING)


def test_a_picture_has_two_hundred_dots_to_the_inch_and_is_the_same_each_time() -> None:
    first = picture(EVERYTHING, STYLE, paths.fonts())

    with Image.open(io.BytesIO(first)) as image:
        assert image.size == (334, 223)
        assert image.convert("RGB").getpixel((57, 57)) == (0x0F, 0x65, 0x5C)
    assert first == picture(EVERYTHING, STYLE, paths.fonts())


def test_what_leaves_the_scene_is_cut_off() -> None:
    scene = Scene(50, 50, (Rect(20, 20, 100, 100, "ink"),), "alt")
    with pypdfium2.PdfDocument(drawn(scene, 100, 100)) as document:
        image = document[0].render().to_pil().convert("RGB")

    assert image.getpixel((40, 90)) == (0x1B, 0x20, 0x24)
    assert image.getpixel((70, 90)) == (255, 255, 255)


def test_an_svg_holds_text_as_text_with_the_fonts_named() -> None:
    text = svg(EVERYTHING, STYLE).decode()

    assert "Café ✓ 漢 &lt;&amp;&gt;" in text
    assert "'Inter SemiBold', 'Inter', 'Arial'" in text
    assert 'stroke-dasharray="2 2"' in text
    assert "<title>Every kind of mark</title>" in text


def test_the_cover_is_drawn_with_any_number_of_stations() -> None:
    for count in range(7):
        cover = Cover("O", "v", "e", "t", "p", (), tuple(f"Stop {i}" for i in range(count)))
        scene = cover_scene(cover, 612, 792, STYLE)

        assert page_text(scene).count("Stop") == count


def page_text(scene: Scene) -> str:
    """Return the text of a scene drawn on a page of its own."""
    with pypdfium2.PdfDocument(drawn(scene, scene.width, scene.height)) as document:
        text: str = document[0].get_textpage().get_text_bounded()
    return text


def drawn(scene: Scene, width: float, height: float) -> bytes:
    """Return a page of this size with the scene at its lower left corner."""
    shared = faces(paths.fonts(), STYLE.fallback)
    out = io.BytesIO()
    first = shared.font(STYLE.families["Inter"].regular).fontName
    canvas = Canvas(out, pagesize=(width, height), invariant=1, initialFontName=first)
    draw_scene(canvas, scene, STYLE, Lettering(Hand(canvas, shared), shared, STYLE))
    canvas.save()
    return out.getvalue()
