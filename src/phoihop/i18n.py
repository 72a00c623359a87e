"""The language of messages: Vietnamese or English, through gettext.

Messages are written in English in the code and looked up when they are made, so placeholders are
filled in afterwards: `_("{path} is empty").format(path=path)`. Documents are always Vietnamese and
never pass through here.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def _(message: str) -> str:
    """The message in the language in use."""
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message for a count; Vietnamese has one form, English two."""
    return _catalogue.ngettext(singular, plural, count)


def language() -> str:
    """The language in use: `vi` or `en`."""
    return _language


def use(language: str, catalogue: gettext.NullTranslations) -> None:
    """Speak `language` from now on, with its messages; `workspace.load_catalogue` reads them."""
    global _catalogue, _language
    _catalogue, _language = catalogue, language


def choose(environment: Mapping[str, str], setting: str = "") -> str:
    """Which language to speak: PHOIHOP_LANG, else the workspace's setting, else the locale, else Vietnamese."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    for wish in (environment.get("PHOIHOP_LANG", ""), setting, locale):
        if (short := wish[:2].lower()) in LANGUAGES:
            return short
    return DEFAULT_LANGUAGE
