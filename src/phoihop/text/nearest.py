"""Did you mean: the nearest of some known words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return plain(text)


def plain(text: str) -> str:
    """Lower case, without accents, đ as d: what somebody may type for a Vietnamese word."""
    folded = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).replace("_", "-")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or nothing when none is near (accents, case and `_`/`-` count for little)."""
    import difflib  # only needed once something is wrong

    wanted = plain(word)[:100]
    # Only words of about its length can be near; looking at thousands of others would take seconds.
    by_plain = {
        short: name for name in known if abs(len(short := _plain(name)) - len(wanted)) <= max(2, len(wanted) // 2)
    }
    close = difflib.get_close_matches(wanted, by_plain, n=1, cutoff=0.6)
    return by_plain[close[0]] if close else ""
