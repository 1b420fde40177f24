"""The words of the window in the language of its person. They are settled when this is loaded.

English stands in the source; another language is a catalog below `assets/i18n`.
"""

from gettext import NullTranslations, translation

from roadmapper import paths

_DOMAIN = "roadmapper"
_folder = paths.assets() / "i18n"
# Asking which languages the person reads takes longer than to see that there is nothing to choose.
_has_choice = any(_folder.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo"))
_catalog = translation(_DOMAIN, _folder, fallback=True) if _has_choice else NullTranslations()
_ = _catalog.gettext
ngettext = _catalog.ngettext
