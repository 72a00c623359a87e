"""Reading a phrase: find the words of time in it, then put them together."""

from __future__ import annotations

from functools import lru_cache

from phoihop.dates.phrase.compose import compose
from phoihop.dates.phrase.scan import scan
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.reading import Reading
from phoihop.i18n import language


def read(phrase: str) -> Reading:
    """What the phrase says. Never raises: what cannot be read is a reading with a problem."""
    return _read(phrase, language())


@lru_cache(maxsize=32768)
def _read(phrase: str, spoken: str) -> Reading:
    # Kept by language as well, because problems and hints are worded in it.
    t = Tokens(phrase, _reads)
    return compose(t, *scan(t))


def _reads(phrase: str) -> bool:
    """Whether a phrase that is to be proposed can be read itself."""
    t = Tokens(phrase)
    return compose(t, *scan(t)).readable
