"""Which thing of one list is which of another: by their ids, else by what they say."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")

ALIKE = 0.6
"""From which likeness of their words on two texts are one text that was changed."""
_MOST_COMPARED = 20_000  # pairs: likeness is dear, and who rewrites more than that wrote it anew
_LONGEST = 400  # characters of a text that tell whether it is like another
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


class Matched(NamedTuple):
    """The indices of two lists that belong together, and of what has no counterpart."""

    pairs: list[tuple[int, int]]
    removed: list[int]
    added: list[int]


def matched(
    old: Sequence[T],
    new: Sequence[T],
    keys: Iterable[Callable[[T], Hashable]],
    words: Callable[[T], str] | None = None,
) -> Matched:
    """Pair what is equal by the first key, then what is left by the next one; at last what has nearly the same words.

    A key that is empty tells nothing. Equal keys pair in order.
    """
    left, right = list(range(len(old))), list(range(len(new)))
    pairs: list[tuple[int, int]] = []
    for key in keys:
        if not left or not right:
            break
        waiting: dict[Hashable, list[int]] = {}
        for j in right:
            if value := key(new[j]):
                waiting.setdefault(value, []).append(j)
        found = [(i, same.pop(0)) for i in left if (same := waiting.get(key(old[i])))]
        pairs += found
        left, right = _without(left, right, found)
    if words is not None and left and right and len(left) * len(right) <= _MOST_COMPARED:
        found = _alike([(i, words(old[i])) for i in left], [(j, words(new[j])) for j in right])
        pairs += found
        left, right = _without(left, right, found)
    return Matched(sorted(pairs, key=lambda pair: pair[1]), left, right)


def _without(left: list[int], right: list[int], found: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    olds, news = {i for i, _j in found}, {j for _i, j in found}
    return [i for i in left if i not in olds], [j for j in right if j not in news]


def _alike(old: list[tuple[int, str]], new: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """The most alike first; each text once."""
    scored = [(-likeness(a, b), i, j) for i, a in old for j, b in new]
    found: list[tuple[int, int]] = []
    olds: set[int] = set()
    news: set[int] = set()
    for score, i, j in sorted(scored):
        if -score >= ALIKE and i not in olds and j not in news:
            found.append((i, j))
            olds.add(i)
            news.add(j)
    return found


def likeness(one: str, other: str) -> float:
    """How much of their words two texts share, from 0 to 1."""
    a, b = (re.findall(r"\w+", text[:_LONGEST].casefold()) for text in (one, other))
    if not a or not b:
        return 0.0
    left = list(b)
    shared = 0
    for word in a:
        if word in left:
            left.remove(word)
            shared += 1
    return 2 * shared / (len(a) + len(b))


def out_of_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The fewest pairs that explain another order: what is left without them stands as it stood."""
    ordered = sorted(pairs, key=lambda pair: pair[1])
    tails: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for k, (i, _j) in enumerate(ordered):
        place = bisect_left(tails, i)
        tails[place : place + 1] = [i]
        at[place : place + 1] = [k]
        back.append(at[place - 1] if place else -1)
    kept = set()
    k = at[-1] if at else -1
    while k >= 0:
        kept.add(k)
        k = back[k]
    return [pair for k, pair in enumerate(ordered) if k not in kept]


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in technique alone: spaces, capitals, quotation marks, padding of numbers, where in a
    syllable its tone mark stands, the mark at the end."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    text = " ".join(text.translate(_QUOTES).casefold().split()).rstrip(" .;,")
    text = re.sub(r"\s*([-/,.;:()])\s*", r"\1", text)
    text = re.sub(r"(?<![\d.,])0+(?=\d)", "", text)
    return re.sub(r"\w+", lambda word: _tone_last(word[0]), unicodedata.normalize("NFC", text))


def _tone_last(word: str) -> str:
    """A syllable with its tone mark after its letters: "hoà" and "hòa" are one."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if c not in _TONES) + "".join(c for c in letters if c in _TONES)
