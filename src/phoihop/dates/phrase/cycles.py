"""What comes back: cycles without a day, several cycles together, how often in a period."""

from __future__ import annotations

from phoihop.dates.phrase import moments
from phoihop.dates.phrase.numbers import ROMAN, UNIT_WORDS, count, is_year, number
from phoihop.dates.phrase.parts import Match, Passed, Refusal, Undated, Weekday, plain
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import Cycle, Cycles, Frequency
from phoihop.dates.units import MONTHS, Unit
from phoihop.i18n import _

_EVERY = ("hằng", "mỗi", "từng", "các")
_LEADS = (*_EVERY, "định", "kỳ", "theo", "báo", "cáo", "sơ", "tổng", "kết", "giao", "ban", "họp")
_AFTER_WEEKDAY = ("hằng", "mỗi", "tuần", "của", ",", "các", "", "ngày", "và", "hoặc", ";", "-", ")", ".", ":")
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}

Repeat = Cycle | Cycles | Frequency | Undated


def every(t: Tokens, i: int) -> Match[Repeat]:
    """ "hằng quý", "mỗi năm 02 lần", "hằng quý, 6 tháng, hằng năm" (decisions 4, 5 and 9)."""
    if t.words[i] == "các" and t.words[i + 1] not in ("tháng", "quý", "năm"):
        return None
    if t.words[i + 1] == "ngày" and t.numbers[i + 2] < 0:
        return Undated("continuous"), i + 2
    found = _units(t, i + 1)
    at_least = i > 0 and t.words[i - 1] in ("thiểu", "nhất")
    if found and at_least and isinstance(found[0], Cycle) and found[0].number == 1 and "lần" in t.words[i : found[1]]:
        return Frequency(1, 0, found[0].unit), found[1]  # "tối thiểu mỗi năm 01 lần"
    return found


def periodically(t: Tokens, i: int) -> Match[Repeat]:
    """ "định kỳ hằng quý", "định kỳ 06 tháng/lần"; alone it leaves the length of the period open."""
    if t.words[i + 1] != "kỳ":
        return None
    j = t.skip(i + 2, "theo", ":", "vào", "là", "tối", "thiểu", "ít", "nhất", "(", *_EVERY)
    if t.words[j] == "ngày" and t.words[j - 1] in _EVERY:
        return Undated("continuous"), j + 1
    found = times_in(t, j) or _units(t, j)
    if found:
        return found
    # "khám sức khỏe định kỳ" is the name of a service; "định kỳ" by itself asks for a period.
    named = i > 0 and t.words[i - 1] in ("khỏe", "khoẻ")
    return Undated("not-a-deadline" if named else "cycle"), i + 2


def regular(t: Tokens, i: int) -> Match[Undated]:
    """ "thường kỳ": as regular as "định kỳ", and as open; "theo dõi sức khỏe thường kỳ" is a service."""
    named = i > 0 and t.words[i - 1] in ("khỏe", "khoẻ")
    return (Undated("not-a-deadline" if named else "cycle"), i + 2) if t.words[i + 1] == "kỳ" else None


def named_report(t: Tokens, i: int) -> Match[Repeat]:
    """ "báo cáo quý, 6 tháng, năm", "giao ban tháng", "sơ kết 6 tháng" (decision 5.

    Nghị định 09/2019/NĐ-CP).
    """
    words = t.words
    j = i + 1 if words[i] == "họp" else i + 2
    if (words[i], words[i + 1]) not in (
        ("báo", "cáo"),
        ("sơ", "kết"),
        ("tổng", "kết"),
        ("giao", "ban"),
    ) and j == i + 2:
        return None
    j = t.skip(j, "định", "kỳ", "theo", *_EVERY)
    if words[j] == "ngày":
        return None
    return _units(t, j)


def bare_units(t: Tokens, i: int) -> Match[Repeat]:
    """ "quý, 6 tháng, năm" with no word before it, "quý/lần": only several units, or one that says "lần"."""
    found = _units(t, i)
    if found and (isinstance(found[0], Cycles) or "lần" in t.words[i : found[1]]):
        return found
    return None


def _units(t: Tokens, i: int) -> Match[Repeat]:
    """A list of periods, and how often in it, if that is said."""
    units: list[tuple[int, Unit]] = []
    j = i
    while item := _unit(t, j):
        units.append(plain(*item[0]))
        j = item[1]
        k = t.skip(j, ",", "và", "/", "-", ";", "hoặc")
        if k == j:
            break
        k = t.skip(k, *_LEADS)
        if not _unit(t, k):
            break
        j = k
    if not units:
        return None
    if len(units) == 1:
        return _how_often(t, units[0], j)
    if any(n != 1 for n, _unit_ in units):
        text = t.text(i, j)
        message = _('"{text}" mixes periods that are not all the calendar\'s own: say each by itself').format(text=text)
        raise Refusal("unreadable", (i, j), message, expected=("báo cáo quý, 6 tháng, năm",))
    return _several(units), _once(t, j)


def _several(units: list[tuple[int, Unit]]) -> Cycles:
    lengths = {u for n, u in units if n == 1 and (u in MONTHS or u is Unit.WEEK)}
    return Cycles(tuple(sorted(lengths, key=lambda u: MONTHS.get(u, 0))))


def _unit(t: Tokens, i: int) -> Match[tuple[int, Unit]]:
    """A period as a unit of repetition: not "tháng 6", "quý II", "năm 2026", "6 tháng đầu năm"."""
    word, following = t.words[i], t.words[i + 1]
    if word in ("tháng", "quý", "năm", "tuần") and not (word == "năm" and following in UNIT_WORDS):
        if (t.numbers[i + 1] >= 0 or following in ROMAN) and t.words[i + 2] != "lần" and not _times_follow(t, i + 1):
            return None
        if following in ("học", "nay", "tới", "cuối", "đầu", "này", "kế", "liền"):
            return None
        if following == "trước" and not moments.day(t, i + 2, bare=False):
            return None  # "năm trước" is the last one; "báo cáo năm trước ngày 15/12" a cycle and its day
        return (1, UNIT_WORDS[word]), i + 1
    if t.numbers[i] < 0 and word not in ("nửa", "hai", "ba", "sáu", "chín", "một", "năm", "bốn"):
        return None
    found = count(t, i)
    if found is None or found[0][1] in (Unit.WORKING_DAY, Unit.DAY) or found[0][0] == 0:
        return None
    j = found[1]
    if t.words[j] in ("đầu", "cuối", "tuổi", "kể", "sau", "thực") or is_year(t.numbers[j]):
        return None
    if t.words[j] == "trước" and not moments.day(t, j + 1):
        return None  # "6 tháng trước ngày họp" is a term; "báo cáo 6 tháng trước ngày 15/6" a cycle and its day
    if t.words[j] == "năm" and is_year(t.numbers[j + 1]):
        return None
    return found


def _times_follow(t: Tokens, i: int) -> bool:
    """Whether a number of times stands at i: "02 lần", "1 - 2 lần"."""
    return bool(_times(t, i))


def _how_often(t: Tokens, each: tuple[int, Unit], i: int) -> tuple[Repeat, int]:
    """One cycle, with "một lần", "/lần", "02 lần", "ít nhất 01 lần" after it."""
    n, u = each
    end = _once(t, i)
    if end > i:
        return _cycle(n, u), end
    j = t.skip(i, ",", "(", "tổ", "chức", "họp", "từ", "tối", "thiểu", "ít", "nhất", "không", "hơn")
    times = _times(t, j)
    if times is None:
        return Cycle(n, u), i
    (least, most), end = times
    if "ít" in t.words[i:j] or "thiểu" in t.words[i:j]:
        most = 0
    return _frequency(least, most, u) if n == 1 else Cycle(n, u), end


def _cycle(n: int, u: Unit) -> Cycle:
    """Nine months again and again are no period of the calendar: the report of nine months comes once a year."""
    return Cycle(9, Unit.MONTH) if u is Unit.NINE_MONTHS else Cycle(n, u)


def _once(t: Tokens, i: int) -> int:
    """The place after "/lần", "một lần", "/ 01 lần", if they stand at i; else i."""
    j = t.skip(i, "/", "-")
    if t.words[j] == "lần":
        return j + 1
    return j + 2 if t.words[j + 1] == "lần" and (t.words[j] == "một" or t.numbers[j] == 1) else i


def _times(t: Tokens, i: int) -> Match[tuple[int, int]]:
    """ "02 lần", "1 - 2 lần", "từ 1 đến 2 lần": the least and the most."""
    first = number(t, i)
    if first is None or first[0] == 0:
        return None
    least, j = first
    most = least
    if t.words[j] in ("-", "đến", "hoặc") and (second := number(t, j + 1)):
        most, j = second
    if t.words[j] not in ("lần", "đợt", "cuộc", "kỳ"):
        return None
    return (least, max(least, most)), j + 1


def times_in(t: Tokens, i: int) -> Match[Repeat]:
    """ "1 - 2 lần/năm", "01 lần mỗi quý", "tối thiểu 01 lần/năm", "hai lần một năm" (decision 9)."""
    start = i
    j = t.skip(i, "từ")
    times = _times(t, j)
    if times is None:
        return None
    (least, most), k = times
    j = t.skip(k, "/", "mỗi", "trong", "một", "hằng", "trên", "01", "1", "vào")
    if j == k:
        return None
    found = _unit(t, j)
    if found is None:
        return None
    n, u = plain(*found[0])
    open_end = start >= 2 and t.words[start - 1] in ("thiểu", "nhất", "hơn")
    if n != 1:
        return (Cycle(n, u), found[1]) if least == most == 1 else None
    return _frequency(least, 0 if open_end else most, u), found[1]


def _frequency(least: int, most: int, per: Unit) -> Repeat:
    """An exact number of times that divides the period evenly is a cycle of its parts.

    Anything else stays open.
    """
    months = MONTHS.get(per, 0)
    if least == most and least > 0 and months and months % least == 0:
        return Cycle(*plain(months // least, Unit.MONTH))
    if least == most == 1:
        return Cycle(1, per)
    return Frequency(least, most, per)


def counted_cycle(t: Tokens, i: int) -> Match[Repeat]:
    """ "06 tháng/lần", "2 năm một lần", "một năm hai lần" at a number."""
    found = _unit(t, i)
    if found is None:
        return None
    n, u = plain(*found[0])
    end = _once(t, found[1])
    if end > found[1]:
        return _cycle(n, u), end
    times = _times(t, found[1])
    if times and n == 1:
        (least, most), end = times
        return _frequency(least, most, u), end
    several = _units(t, i)
    return several if several and isinstance(several[0], Cycles) else None


def weekday(t: Tokens, i: int) -> Match[Weekday | Passed]:
    """ "thứ Sáu", "thứ 6": a day of the week; it means something only with "hằng tuần"."""
    if t.words[i] == "chủ":
        return (Weekday(6), i + 2) if t.words[i + 1] == "nhật" else None
    word, n = t.words[i + 1], t.numbers[i + 1]
    if word in _WEEKDAYS and t.words[i + 2] in _AFTER_WEEKDAY:
        return Weekday(_WEEKDAYS[word]), i + 2
    after = t.skip(i + 2, ",")
    beside = t.words[i + 2] in ("hằng", "mỗi", "tuần", "của", "các") or t.words[after] == "ngày"
    return (Weekday(n - 2), i + 2) if 2 <= n <= 7 and beside else None
