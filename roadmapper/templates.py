"""The templates that are there, by name, as a proposal names the one it answers."""

import re

from roadmapper import paths
from roadmapper.errors import TemplateError
from roadmapper.template.model import Template
from roadmapper.template.shelf import template_in

_FOLDER = re.compile(r"[a-z0-9][a-z0-9_-]*")


def template_names() -> tuple[str, ...]:
    """Return the ids of the templates that are there."""
    return tuple(sorted(one.parent.name for one in paths.templates().glob("*/template.toml")))


def template_named(name: str) -> Template:
    """Return a template by its id; a file that names a folder elsewhere gets none.

    Raises:
        TemplateError: There is none of that name, or something in it cannot be used.
    """
    if not _FOLDER.fullmatch(name) or name not in template_names():
        known = ", ".join(template_names()) or "none"
        raise TemplateError(f'There is no template "{name[:80]}". The templates are: {known}.')
    return template_in(paths.templates() / name)
