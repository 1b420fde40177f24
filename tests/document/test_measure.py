"""Widths read from the font files equal those of the PDF library."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFile

from roadmapper import paths
from roadmapper.document.measure import ELLIPSIS, Face, Measure
from roadmapper.document.style import load_style

STYLE = load_style(paths.templates() / "partnership" / "style.toml")
NO_BREAK_SPACE = 0xA0  # the PDF library adds it where a font has only a space
MEASURE = Measure(STYLE, paths.fonts())


@pytest.mark.parametrize("file", sorted(path.name for path in paths.fonts().glob("*.ttf")))
def test_every_shipped_font_is_measured_as_the_pdf_library_does(file: str) -> None:
    face = Face(paths.fonts() / file)
    known = TTFontFile(str(paths.fonts() / file))
    has = sorted(known.charToGlyph.keys() - {NO_BREAK_SPACE})
    some = has[:: max(1, len(has) // 400)]

    found = {code: face.advance(chr(code)) for code in some if known.charToGlyph[code]}

    expected = {code: known.charWidths[code] / 1000 for code in found}
    assert found == pytest.approx(expected, abs=0.001)
    assert face.advance("\U000f0000") is None


def test_a_character_outside_the_family_is_measured_in_a_fallback_font() -> None:
    assert MEASURE.width("漢", "Inter", 10) == pytest.approx(10, abs=1)
    assert MEASURE.width("\U000f0000", "Inter", 10) > 0


def test_bold_is_wider_than_regular() -> None:
    assert MEASURE.width("Roadmap", "Inter", 10, bold=True) > MEASURE.width("Roadmap", "Inter", 10)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(max_size=60), st.floats(5, 300))
def test_a_shortened_text_fits_its_room(text: str, room: float) -> None:
    shown = MEASURE.shorten(text, "Inter", 8, room)

    assert MEASURE.width(shown, "Inter", 8) <= room
    assert shown == text or shown.endswith(ELLIPSIS) or not shown


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(st.sampled_from("ab cde "), max_size=80), st.floats(20, 200), st.integers(1, 4))
def test_a_wrapped_text_has_no_more_and_no_wider_lines_than_asked(
    text: str, room: float, lines: int
) -> None:
    found = MEASURE.wrap(text, "Inter", 8, room, lines)

    assert len(found) <= lines
    assert all(MEASURE.width(line, "Inter", 8) <= room for line in found)


def test_the_first_width_comes_quickly() -> None:
    times = []
    for _ in range(5):
        began = time.perf_counter()
        Face(paths.fonts() / "Inter-Regular.ttf").advance("A")
        times.append(time.perf_counter() - began)

    assert min(times) < 0.03
