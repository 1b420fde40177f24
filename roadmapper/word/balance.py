"""Lines of even length: what stays free right of a claim, so that none ends on a lonely word."""

from roadmapper.word.draft import Draft

_STEP = 10  # points; few widths mean few styles
_SPARE = 4.0  # what the widest line keeps free, because Word measures a little differently


def free_right(draft: Draft, text: str, look: str, room: float) -> int:
    """Return how much narrower the room may be without a line more, in steps of ten points."""
    style = draft.sheet.text[look]
    italic = style.style == "italic"
    measure = draft.measure
    words = [measure.width(word, style.font, style.size, italic=italic) for word in text.split(" ")]
    blank = measure.width(" ", style.font, style.size, italic=italic)
    count, widest = _lines(words, blank, room), max(words)
    if count == 1 or "\n" in text:
        return 0
    free = 0
    while (left := room - free - _STEP - _SPARE) >= widest and _lines(words, blank, left) == count:
        free += _STEP
    return free


def _lines(words: list[float], blank: float, room: float) -> int:
    """Return on how many lines words of these widths stand."""
    count, used = 0, room + 1
    for word in words:
        if used + blank + word > room:
            count, used = count + 1, word
        else:
            used += blank + word
    return count
