r"""A letter of another alphabet looks like a Vietnamese one.

Why: A Cyrillic "а" or an Icelandic "ð" reads like "a" and "đ" and is neither: codes do not match, searches fail, and a
document number that holds one is the number of no document.

Law: TCVN 6909:2001, the character set of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.4.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp nă\u043c 2026  #!

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Bảo \u00f0ảm an toàn năm 2026  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Bảo đảm an toàn năm 2026}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name

from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity
from phoihop.text.source import Source

FAMILY = "text"
SEVERITY = Severity.WARNING

# Letters that look like Latin ones, and those that they are taken for.
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝмвнктг", "ABESIJKMHOPCTYXaesijopcyxdqwmbhkTr", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιυα", "ABEZHIKMNOPTYXoviua", strict=True))
_LATIN = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɑ": "a", "ı": "i"}
_TAKEN_FOR = {**_CYRILLIC, **_GREEK, **_LATIN}
_LETTERS = "".join(_TAKEN_FOR)
_WORD = re.compile(r"[^\W\d_]+")


def check_source(source: Source) -> Iterator[Diagnostic]:
    seen: set[int] = set()
    for at in source.odd(_LETTERS):
        number = source.line_column(at)[0]
        if number in seen:
            continue
        seen.add(number)
        line, start = source.line(number), source.line_starts[number - 1]
        foreign = any(name(letter, "").startswith("CYRILLIC") and letter not in _CYRILLIC for letter in line)
        word = next((match for match in _WORD.finditer(line) if _mistyped(match[0], foreign)), None)
        if word is None:
            continue
        inside = next(n for n, letter in enumerate(word[0]) if letter in _TAKEN_FOR)
        letter, place = word[0][inside], start + word.start() + inside
        mended = _mended(line, foreign)
        message = _('"{letter}" (U+{code:04X}, {name}) looks like "{taken}" and is not')
        yield Diagnostic(
            "look-alike-letter",
            source.place(place, place + 1),
            message.format(letter=letter, code=ord(letter), name=name(letter, "?").title(), taken=_TAKEN_FOR[letter]),
            _("type the Vietnamese letter; --fix does it"),
            fix=Fix((Edit(source.place(start, start + len(line)), line, mended),)),
        )


def _mistyped(word: str, foreign: bool) -> bool:
    """Whether a word has a letter by mistake. A Russian word, a Greek letter in a formula are what they seem."""
    if not any(letter in _TAKEN_FOR for letter in word):
        return False
    if any(letter in _LATIN for letter in word):
        return True
    others = [letter for letter in word if letter not in _TAKEN_FOR]
    if others:
        return all("LATIN" in name(letter, "") for letter in others)
    if word[0] in _GREEK:
        return word.isupper()  # α in a formula looks like itself, Α does not
    return not foreign and all(letter in _CYRILLIC for letter in word)


def _mended(line: str, foreign: bool) -> str:
    """The line with the Latin letters in the words that have others by mistake."""

    def latin(match: re.Match[str]) -> str:
        word = match[0]
        return "".join(_TAKEN_FOR.get(letter, letter) for letter in word) if _mistyped(word, foreign) else word

    return _WORD.sub(latin, line)
