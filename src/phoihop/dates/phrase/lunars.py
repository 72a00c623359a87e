"""Days of the lunar calendar, by name and by number."""

from __future__ import annotations

from phoihop.dates.phrase.numbers import is_year, ordinal
from phoihop.dates.phrase.parts import Days, Match, Refusal
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import Lunar
from phoihop.dates.units import MonthDay
from phoihop.i18n import _

_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_FEASTS = (
    (("tết", "trung", "thu"), 15, 8, "Tết Trung thu"),
    (("trung", "thu"), 15, 8, "Tết Trung thu"),
    (("tết", "đoan", "ngọ"), 5, 5, "Tết Đoan Ngọ"),
    (("giỗ", "tổ"), 10, 3, "Giỗ Tổ Hùng Vương"),
    (("tết",), 1, 1, "Tết Nguyên đán"),
)
_TET_NAMES = (("nguyên", "đán"), ("âm", "lịch"), ("cổ", "truyền"), ("cả",))
_LUNAR_MONTHS = {"giêng": 1, "chạp": 12}


def feast(t: Tokens, i: int) -> Match[Lunar | Days]:
    """ "Tết Nguyên đán 2027", "Tết Đinh Mùi", "Tết Trung thu năm 2026", "rằm tháng Giêng", "10/3 âm lịch".

    "Tết Dương lịch" is the first of January, of the solar calendar.
    """
    if t.follows(i, "tết", "dương", "lịch"):
        year, end = _year(t, i + 3)
        return Days((MonthDay(1, 1, year),)), end
    numbered = _numbered(t, i) or _of_tet(t, i)
    if numbered:
        return numbered
    for words, day, month, name in _FEASTS:
        if t.follows(i, *words):
            j = i + len(words)
            if words == ("tết",):
                named = next((n for n in _TET_NAMES if t.follows(j, *n)), ())
                other = ("thiếu", "trồng", "thanh", "hàn", "độc", "ông", "hạ", "khai")
                if not named and not _stem_branch(t, j) and t.words[j] in other:
                    return None
                if i > 1 and t.words[i - 2 : i] == ["lễ", ","]:
                    message = _('"{text}" is every holiday there is: name the day').format(text=t.text(i - 2, i + 1))
                    raise Refusal("unreadable", (i - 2, i + 1), message, expected=("trước Tết Nguyên đán 2027",))
                j += len(named)
            j = t.skip(j, "hùng", "vương")
            year, end = _year(t, j)
            return Lunar(day, month, year, name), end
    return None


def _numbered(t: Tokens, i: int) -> Match[Lunar]:
    """ "rằm tháng Giêng", "23 tháng Chạp", "mùng 5 tháng Giêng", "10/3 âm lịch", "ngày 10 tháng 3 (âm
    lịch)".
    """
    if t.words[i] == "rằm":
        day, j = 15, i + 1
    else:
        j = t.skip(i, "ngày", "mùng")
        day, j = t.numbers[j], j + 1
    if not 1 <= day <= 30 or t.words[j] not in ("tháng", "/", "-"):
        return None
    named = _LUNAR_MONTHS.get(t.words[j + 1], 0)
    said = ordinal(t, j + 1)
    month = named or (said[0] if said else 0)
    k = j + 2 if named or not said else said[1]
    year, k = _year(t, k)
    marked = t.skip(k, "(")
    lunar = t.follows(marked, "âm", "lịch")
    if not 1 <= month <= 12 or not (named or lunar or t.words[i] == "rằm"):
        return None
    if lunar:
        k = t.skip(marked + 2, ")")
        year, k = (year, k) if year else _year(t, k)
    name = t.text(i, k)
    return Lunar(day, month, year, name), k


def _of_tet(t: Tokens, i: int) -> Match[Lunar]:
    """ "mùng 5 Tết", "mùng 4 Tết Nguyên đán 2027": a day of the first lunar month."""
    j = t.skip(i, "ngày")
    if t.words[j] != "mùng" or not 1 <= t.numbers[j + 1] <= 10 or t.words[j + 2] != "tết":
        return None
    day, k = t.numbers[j + 1], j + 3
    named = next((n for n in _TET_NAMES if t.follows(k, *n)), ())
    year, end = _year(t, k + len(named))
    return Lunar(day, 1, year, f"mùng {day} Tết"), end


def _stem_branch(t: Tokens, i: int) -> bool:
    return t.words[i] in _STEMS and t.words[i + 1] in _BRANCHES


def _year(t: Tokens, i: int) -> tuple[int, int]:
    """The year after a lunar day, in figures, in the sixty-year names, or both; 0 when it is not said.

    The names alone are taken for the year nearest to 2026 that bears them, as plans run a few years.
    """
    j = t.skip(i, "năm", "-", "xuân", "/") if not is_year(t.numbers[i]) else i
    named = 0
    if _stem_branch(t, j):
        named, j = _sexagenary(_STEMS.index(t.words[j]), _BRANCHES.index(t.words[j + 1])), j + 2
        k = t.skip(j, "(", "năm", "-")
        if is_year(t.numbers[k]):
            return t.numbers[k], t.skip(k + 1, ")")
        return named, j
    return (t.numbers[j], j + 1) if is_year(t.numbers[j]) else (0, i)


def _sexagenary(stem: int, branch: int) -> int:
    """The year from 1996 to 2055 that bears the name (1984 is Giáp Tý)."""
    return next((y for y in range(1996, 2056) if (y - 4) % 10 == stem and (y - 4) % 12 == branch), 0)
