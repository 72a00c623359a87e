"""Numbers, units and years, in figures and in words."""

from __future__ import annotations

from phoihop.dates.phrase.parts import Match, Refusal
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.units import Unit
from phoihop.i18n import _

_ONES = {"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5}
_ONES |= {"sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "nhất": 1}
# Words that begin a number. "năm" is five only before a unit: by itself it is a year.
NUMBER_WORDS = ("một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười")
UNIT_WORDS = {
    "ngày": Unit.DAY,
    "tuần": Unit.WEEK,
    "tháng": Unit.MONTH,
    "quý": Unit.QUARTER,
    "năm": Unit.YEAR,
}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
FIRST_YEAR, LAST_YEAR = 1900, 2199


def number(t: Tokens, i: int) -> Match[int]:
    """A number in figures or in words, with its repetition in words in brackets ("10 (mười)")."""
    n = t.numbers[i]
    if n >= 0:
        j = i + 1
        if t.words[j] == "(" and t.words[j + 1] in _ONES | {"mười": 10} and (close := _closing(t, j)):
            j = close
        return (n, j) if n < 1000 else None
    return number_in_words(t, i)


def _closing(t: Tokens, i: int) -> int:
    """The place after the bracket that closes the one at i, within a few words; 0 if there is none."""
    for j in range(i + 1, min(i + 6, t.size)):
        if t.words[j] == ")":
            return j + 1
    return 0


def number_in_words(t: Tokens, i: int) -> Match[int]:
    """One to ninety-nine in words. "năm" counts as five only when a unit follows."""
    word, following = t.words[i], t.words[i + 1]
    if word == "mười":
        ones = 0 if following == "năm" else _ONES.get(following, 0)
        return (10 + ones, i + 2) if ones else (10, i + 1)
    value = _ONES.get(word, 0)
    if not value or word in ("nhất", "lăm", "mốt"):
        return None
    if following == "mươi":
        ones = 0 if t.words[i + 2] == "năm" else _ONES.get(t.words[i + 2], 0)
        return (value * 10 + ones, i + 3) if ones else (value * 10, i + 2)
    if word == "năm" and (following not in UNIT_WORDS or t.numbers[i + 2] >= 0):
        return None
    return value, i + 1


def ordinal(t: Tokens, i: int) -> Match[int]:
    """The number of a month or quarter: figures, Roman figures (of quarters, see there) or words."""
    if t.numbers[i] >= 0:
        return t.numbers[i], i + 1
    if t.words[i] in ("năm", "nhất"):
        return None
    return number_in_words(t, i)


def unit(t: Tokens, i: int) -> Match[Unit]:
    """A unit of counting; "ngày làm việc" also in brackets. Hours cannot be counted here."""
    word = t.words[i]
    if word in ("giờ", "phút"):
        message = _("hours cannot be counted: say the term in days or working days")
        raise Refusal("unreadable", (i, i + 1), message, weak=True, expected=("01 ngày làm việc kể từ ngày ...",))
    found = UNIT_WORDS.get(word)
    if found is None:
        return None
    if found is Unit.DAY:
        if t.follows(i + 1, "làm", "việc"):
            return Unit.WORKING_DAY, i + 3
        if t.follows(i + 1, "(", "làm", "việc", ")"):
            return Unit.WORKING_DAY, i + 5
    return found, i + 1


def count(t: Tokens, i: int) -> Match[tuple[int, Unit]]:
    """A number of units: "05 ngày làm việc", "03 (ba) tháng", "nửa năm"."""
    if t.words[i] == "nửa" and t.words[i + 1] == "năm":
        return (6, Unit.MONTH), i + 2
    n = number(t, i)
    if n is None:
        return None
    u = unit(t, n[1])
    return ((n[0], u[0]), u[1]) if u else None


def is_year(n: int) -> bool:
    """Whether a number can be a year here."""
    return FIRST_YEAR <= n <= LAST_YEAR


def year_after(t: Tokens, i: int) -> Match[int]:
    """The year that ends a date or period: "/2026", ".2026", "năm 2026", "của năm 2026".

    (0, i) when there is none.
    """
    words, numbers = t.words, t.numbers
    if words[i] in ("/", ".", "-") and (n := numbers[i + 1]) >= 0:
        if is_year(n):
            return n, i + 2
        if words[i] == "/" and len(words[i + 1]) == 2 and words[i + 2] != "/":
            nearest = t.phrase[: t.starts[i + 1]] + "20" + t.phrase[t.starts[i + 1] :]
            message = _('"{year}" is not a year in full').format(year=words[i + 1])
            raise Refusal("unreadable", (i + 1, i + 2), message, nearest)
        return 0, i
    j = i + 1 if words[i] in ("của", ",") else i
    if words[j] == "năm" and is_year(numbers[j + 1]):
        return numbers[j + 1], j + 2
    return 0, i
