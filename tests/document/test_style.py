"""A style sheet that cannot be used is refused with the file, the key and what to write."""

from dataclasses import replace
from pathlib import Path

import pytest

from roadmapper import paths
from roadmapper.document.style import load_style
from roadmapper.errors import TemplateError
from roadmapper.gather import style_of
from roadmapper.template.shelf import template_in

FOLDER = paths.templates() / "partnership"
SHEET = (FOLDER / "style.toml").read_text(encoding="utf-8")

# What is replaced, by what, and what the message names.
BROKEN = {
    ("width = 612", 'width = "wide"'): ("paper.letter.width", "a text", "Write a number"),
    ("width = 612\n", ""): ("paper.letter.width", "a size in points", "Write width"),
    ("[paper.a4]", "[paper.a5]"): ("paper.a4", "missing", "Add [paper.a4]"),
    ("left = 54", "left = 54\nleftt = 5"): ("margins.leftt", "not known", 'Did you mean "left"?'),
    ("[margins]", "[margin]"): ("margins", "missing", "Add [margins]"),
    ('{ regular = "Inter-SemiBold.ttf" }', "{ }"): ("fonts.Inter SemiBold.regular", "Add regular"),
    ("[fallback]", "[fallbacks]"): ("fallback", "missing", "Add"),
    ('ink = "1B2024"', 'ink = "black"'): ("colors.ink", '"black" is no color', "six digits"),
    ('ink = "1B2024"', 'inc = "1B2024"'): ("colors.ink", "missing", "Add ink"),
    ("size = 11.7", "size = 0"): ("text.body.size", "a size in points", "Write size"),
    ("size = 11.7", "size = inf"): ("text.body.size", "inf is not", "Write size"),
    ("[text.body]", "[text.bodi]"): ("text.body", "missing", "Add [text.body]"),
    ("[text.body]", "[text.mine]\n[text.body]"): ("text.mine", "not known", "Known keys"),
    ('[text.body]\nfont = "Newsreader Text"', '[text.body]\nfont = "Times"'): (
        "text.body.font",
        '"Times"',
        "Known: Inter",
    ),
    ('leading = 18\ncolor = "ink"', 'leading = 18\ncolor = "red"'): (
        "text.body.color",
        '"red"',
        "Known: ink",
    ),
    ("[text.body]", "[text.body"): ("cannot be read", "Mend that place"),
}


@pytest.mark.parametrize(("old", "new"), BROKEN)
def test_a_broken_style_sheet_is_named_with_its_remedy(old: str, new: str, tmp_path: Path) -> None:
    assert old in SHEET
    start = SHEET.index("[text.body]") if "size = 11.7" in old else 0
    sheet = tmp_path / "style.toml"
    sheet.write_text(SHEET[:start] + SHEET[start:].replace(old, new, 1), encoding="utf-8")

    with pytest.raises(TemplateError) as refused:
        load_style(sheet)

    message = str(refused.value)
    assert message.startswith("style.toml: ")
    assert message[-1] in ".?"
    for part in BROKEN[old, new]:
        assert part in message


def test_a_style_sheet_names_only_fonts_that_are_there(tmp_path: Path) -> None:
    sheet = SHEET.replace("NotoEmoji-Regular.ttf", "Emoji.ttf", 1)
    (tmp_path / "style.toml").write_text(sheet, encoding="utf-8")

    with pytest.raises(TemplateError, match=r'no file "Emoji\.ttf" in .+ Put it there'):
        style_of(replace(template_in(FOLDER), folder=tmp_path))


def test_the_shipped_style_sheet_names_each_of_its_fonts_once() -> None:
    files = load_style(FOLDER / "style.toml").font_files

    assert len(set(files)) == len(files)
    assert {"Inter-Regular.ttf", "NewsreaderText-Italic.ttf", "DroidSansFallbackFull.ttf"} < set(
        files
    )


def test_an_accent_brings_all_its_shades_and_says_its_name() -> None:
    style = load_style(FOLDER / "style.toml")

    plum = style.in_accent("plum")

    shades = ("accent", "accent_tint", "accent_line", "accent_wash")
    assert [plum.color(one) for one in shades] == ["75487C", "F3EAF4", "D6BEDA", "FAF6FA"]
    assert (style.accent, plum.accent) == ("spruce", "plum")
    assert style.in_accent("") is style


@pytest.mark.parametrize("name", load_style(FOLDER / "style.toml").accents)
def test_no_tone_is_drawn_in_the_color_of_the_accent(name: str) -> None:
    style = load_style(FOLDER / "style.toml").in_accent(name)
    tones = ("accent", "plum", "gold", "slate", "clay", "sage")

    assert len({style.color(one) for one in tones}) == len(tones)
    assert len({style.color(f"{one}_tint") for one in tones}) == len(tones)


@pytest.mark.parametrize("name", load_style(FOLDER / "style.toml").accents)
def test_every_accent_can_be_read_on_paper_and_on_its_tint(name: str) -> None:
    style = load_style(FOLDER / "style.toml").in_accent(name)

    for below in ("on_accent", "accent_tint", "accent_wash"):
        assert _contrast(style.color("accent"), style.color(below)) >= 4.5


def test_an_accent_that_is_no_color_is_named(tmp_path: Path) -> None:
    sheet = tmp_path / "style.toml"
    sheet.write_text(SHEET.replace('"Spruce", color = "0F655C"', '"Spruce", color = "green"'))

    with pytest.raises(TemplateError, match=r'accents\.spruce\.color: "green" is no color'):
        load_style(sheet)


def _contrast(first: str, second: str) -> float:
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
