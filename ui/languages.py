"""The language in which dates and numbers read in the window.

Documents have their own way, and what is kept is the same in every language.
"""

import re
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale

from ui.words import _

SYSTEM = "system"
_AMERICAN = "en_US"
_ISO = "iso"

LANGUAGES = {
    SYSTEM: _("As the system"),
    _AMERICAN: _("English (United States)"),
    "en_GB": _("English (United Kingdom)"),
    _ISO: _("English, with ISO dates"),
    "da_DK": _("Danish"),
    "nl_NL": _("Dutch"),
    "fi_FI": _("Finnish"),
    "fr_FR": _("French"),
    "de_DE": _("German"),
    "de_CH": _("German (Switzerland)"),
    "it_IT": _("Italian"),
    "nb_NO": _("Norwegian"),
    "pl_PL": _("Polish"),
    "pt_BR": _("Portuguese (Brazil)"),
    "pt_PT": _("Portuguese (Portugal)"),
    "es_MX": _("Spanish (Mexico)"),
    "es_ES": _("Spanish (Spain)"),
    "sv_SE": _("Swedish"),
}
"""What can be chosen, by the name the settings keep."""

_chosen = _AMERICAN
_SPACED_PERCENT = frozenset(
    (
        *("cs", "da", "de", "es", "fi", "fr", "hr", "lt", "lv"),
        *("nb", "nn", "no", "ro", "ru", "sk", "sl", "sv", "uk"),
    )
)
"""Languages that write 15 % with a space; Qt does not tell."""
_GROUPS = frozenset((",", ".", "'", "’", "٬", "\u00a0", "\u202f"))
"""What may stand between thousands; rarer signs give way to a space."""
_SPACE = "\u202f"
_ISO_DAY = "yyyy-MM-dd"
_BETWEEN = r"(?:'[^']*'|[^'dMy])*"
_WEEKDAY = rf"^dddd{_BETWEEN}|[,،\s]*dddd$"
_YEAR = rf"^y+{_BETWEEN}|[\s,،]*(?:'[^']*'\s*)?y+{_BETWEEN}$"
_ZONE = r"[\s,]*\(?t+\)?"


class Forms(NamedTuple):
    """How one language writes dates and numbers; patterns are those of Qt."""

    locale: QLocale
    day: str
    """A day with its month in words, and its year."""
    day_of_year: str
    """A day with its month in words."""
    minute: str
    second: str
    decimal: str
    group: str
    money: str
    """An amount of dollars, as a pattern for `str.format`."""
    percent: str
    monday_first: bool = False

    @property
    def is_day_first(self) -> bool:
        """Whether 5/6/2027 is a day in June."""
        return self.day.index("d") < self.day.index("M")

    @property
    def is_year_first(self) -> bool:
        """Whether a date begins with its year."""
        return self.day.startswith("y")


def use_language(name: str) -> None:
    """Write dates and numbers in this language from now on; an unknown name is the system's."""
    global _chosen  # noqa: PLW0603 - like the theme, one language holds for the whole window
    _chosen = name


def forms() -> Forms:
    """Return how dates and numbers are written now."""
    return _forms_of(_chosen)


@cache
def _forms_of(name: str) -> Forms:
    if name == _ISO:
        return _iso()
    if name in LANGUAGES and name != SYSTEM:
        return _forms(QLocale(name))
    locale = QLocale.system()
    has_language = locale.language() is not QLocale.Language.C
    return _forms(locale if has_language else QLocale(_AMERICAN))


def _iso() -> Forms:
    return _forms(QLocale(_AMERICAN))._replace(
        day=_ISO_DAY, day_of_year=_ISO_DAY, minute="HH:mm", second="HH:mm:ss", monday_first=True
    )


def _forms(locale: QLocale) -> Forms:
    day = re.sub(_WEEKDAY, "", locale.dateFormat(QLocale.FormatType.LongFormat)).strip()
    if locale.name() not in LANGUAGES and not _can_be_read(locale, day):
        day = _ISO_DAY
    group = locale.groupSeparator()
    code = locale.name().partition("_")[0]
    return Forms(
        locale,
        day,
        day if day == _ISO_DAY else re.sub(_YEAR, "", day).strip(),
        locale.timeFormat(QLocale.FormatType.ShortFormat),
        re.sub(_ZONE, "", locale.timeFormat(QLocale.FormatType.LongFormat)),
        locale.decimalPoint(),
        group if group in _GROUPS else _SPACE,
        _money(locale.toCurrencyString(1.0, "$")),
        "{}\u00a0%" if code in _SPACED_PERCENT else "{}%",
    )


def _can_be_read(locale: QLocale, pattern: str) -> bool:
    """Return whether Qt reads back what it writes; in a few rare languages it does not."""
    days = (QDate(2027, month, 14) for month in range(1, 13))
    return all(locale.toDate(locale.toString(day, pattern), pattern) == day for day in days)


def _money(one_dollar: str) -> str:
    """Return the pattern of an amount from how one dollar is written."""
    between = "\u00a0" if any(sign.isspace() for sign in one_dollar) else ""
    return f"${between}{{}}" if one_dollar.lstrip("\u200e\u200f")[:1] == "$" else f"{{}}{between}$"
