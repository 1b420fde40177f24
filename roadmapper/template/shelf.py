"""Templates by their folder, each read once as long as its files stay as they are."""

from functools import lru_cache
from pathlib import Path

from roadmapper.template.load import load_template
from roadmapper.template.model import Template

_Stamp = tuple[tuple[str, int, int], ...]


def template_in(folder: Path) -> Template:
    """Return the template in this folder; reading it anew takes as long as all the rest.

    Raises:
        TemplateError: Something in it cannot be used.
    """
    return _read(folder, _stamp(folder))


@lru_cache(maxsize=8)
def _read(folder: Path, stamp: _Stamp) -> Template:
    del stamp  # it only tells one state of the files from another
    return load_template(folder)


def _stamp(folder: Path) -> _Stamp:
    files = sorted((*folder.glob("*.toml"), *folder.glob("sections/*.toml")))
    told = ((file.name, file.stat()) for file in files)
    return tuple((name, one.st_mtime_ns, one.st_size) for name, one in told)
