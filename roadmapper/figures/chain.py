"""Time saved, burnout and turnover are one chain: of its hard drivers only the largest counts."""

import re

from roadmapper.figures.reading import Row

LINKS = ("time saved", "burnout", "turnover")
_WORDS = {
    "turnover": r"turnover|departures?|attrition|resignations?|retention",
    "burnout": r"burn-?out|exhaustion",
    "time saved": r"minutes|time saved|hours saved|after[- ]hours|documentation time|charting",
}
_TOLD = ("driver", "metric", "unit")


def link_of(row: Row) -> str:
    """Return the link of the chain a driver belongs to, empty if none or if it stands apart.

    Where nobody has said so it is guessed from the words of the driver, its measure and its unit.
    """
    if row.text("apart").strip():
        return ""
    chosen = row.text("chain")
    if chosen:
        return chosen if chosen in LINKS else ""
    words = " ".join(row.text(one) for one in _TOLD).lower()
    return next((link for link, of in _WORDS.items() if re.search(rf"\b({of})\b", words)), "")
