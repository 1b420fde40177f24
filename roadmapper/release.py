"""Which release of the program runs."""

from importlib.metadata import PackageNotFoundError, version

NAME = "Roadmapper"


def number() -> str:
    """Return the version; empty if the program runs from its source."""
    try:
        return version("roadmapper")
    except PackageNotFoundError:
        return ""


def program() -> str:
    """Return name and version, as files say what made them."""
    return f"{NAME} {number()}".strip()
