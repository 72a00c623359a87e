"""Words of a phrase: normalised for reading, each with its place in the phrase as it was written.

Reading is blind to what documents vary freely: composed and decomposed letters, capitals, kinds of space
and of dash, "hàng" and "hằng", old and new places of the tone mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_DASHES = dict.fromkeys("-‐‑‒–—―−﹣－→~", "-")
# One spelling for words of the grammar that are written in more than one way.
_SPELLINGS = {
    "hàng": "hằng",
    "quí": "quý",
    "qúy": "quý",
    "kì": "kỳ",
    "tuỳ": "tùy",
    "mồng": "mùng",
    "bẩy": "bảy",
} | _DASHES
_PAD = 8  # empty words after the last, so that looking ahead needs no check


class Tokens:
    """The words of a phrase. `numbers[i]` is -1 when word i is no number (or one too long to mean anything here).

    `reads` tells whether another phrase can be read, so that what is proposed instead of this one can be tried;
    a proposal itself has none, for nothing is proposed instead of it.
    """

    __slots__ = ("ends", "numbers", "phrase", "reads", "size", "starts", "words")

    def __init__(self, phrase: str, reads: Callable[[str], bool] | None = None) -> None:
        self.phrase = phrase
        self.reads = reads
        text, back = _composed(phrase)
        self.words: list[str] = []
        self.numbers: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _TOKEN.finditer(text):
            raw = match[0]
            word = raw.lower()
            self.words.append(_SPELLINGS.get(word, word))
            self.numbers.append(int(raw) if raw.isdecimal() and len(raw) <= 8 else -1)
            start, end = match.span()
            self.starts.append(back[start] if back else start)
            self.ends.append(back[end] if back else end)
        self.size = len(self.words)
        self.words += [""] * _PAD
        self.numbers += [-1] * _PAD
        self.starts += [len(phrase)] * _PAD
        self.ends += [len(phrase)] * _PAD

    def text(self, i: int, j: int) -> str:
        """The words as written, composed and with single spaces, from word i up to word j."""
        if i >= j:
            return ""
        return " ".join(unicodedata.normalize("NFC", self.phrase[self.starts[i] : self.ends[j - 1]]).split())

    def adjacent(self, i: int) -> bool:
        """Whether word i stands against the word after it, with no space between."""
        return self.ends[i] == self.starts[i + 1]

    def skip(self, i: int, *words: str) -> int:
        """The place after any run of these words."""
        while self.words[i] in words:
            i += 1
        return i

    def follows(self, i: int, *words: str) -> bool:
        """Whether exactly these words stand at i."""
        return self.words[i] == words[0] and self.words[i : i + len(words)] == list(words)


def _composed(phrase: str) -> tuple[str, list[int]]:
    """The phrase in NFC, and for each of its offsets (and the end) the offset in the phrase as written.

    No table is made when nothing moves.
    """
    if unicodedata.is_normalized("NFC", phrase):
        return phrase, []
    pieces: list[str] = []
    back: list[int] = []
    start = 0
    size = len(phrase)
    while start < size:
        end = start + 1
        while end < size and unicodedata.combining(phrase[end]):
            end += 1
        piece = unicodedata.normalize("NFC", phrase[start:end])
        pieces.append(piece)
        back.extend([start] * len(piece))
        start = end
    return "".join(pieces), [*back, size]
