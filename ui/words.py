"""The words of the window in the language of its person. They are settled when this is loaded.

English stands in the source; another language is a catalog below `assets/i18n`.
"""

from gettext import translation

from roadmapper import paths

_catalog = translation("roadmapper", paths.assets() / "i18n", fallback=True)
_ = _catalog.gettext
ngettext = _catalog.ngettext
