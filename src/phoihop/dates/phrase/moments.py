"""Days, months, quarters, halves and years, as far as a phrase says them."""

from __future__ import annotations

from phoihop.dates.phrase.numbers import ROMAN, is_year, ordinal, year_after
from phoihop.dates.phrase.parts import Match, Refusal
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.units import MonthDay, Span, days_in
from phoihop.i18n import _

_SEPARATORS = ("/", ".", "-")
LEAP_YEAR = 2000  # stands in for a year that was not said: 29/02 exists in some year


# Nouns that a number follows: "đợt 1 tháng 6" is no first of June.
COUNTED = ("đợt", "lần", "kỳ", "khóa", "khoá", "vòng", "bước", "lớp", "số", "án", "thị", "điều", "mục", "phiên")
_NUMBERED = (*COUNTED, "thứ", "mẫu", "biểu", "tư", "định", "quyết", "hk", "cáo", "tờ", "luật", "phụ", "lục", "chuyên")
# What two thirds are of: "hoàn thành 2/3 số xã".
_PARTS_OF = ("số", "tổng", "khối", "diện", "chỉ", "đơn", "địa", "giờ")
_NEXT_YEAR = (("sau",), ("tới",), ("kế", "tiếp"), ("tiếp", "theo"), ("liền", "kề"), ("liền", "sau"), ("kế",))
_EVENTS = ("khi", "ngày", "đó", "kỳ", "hội", "cuộc", "phiên", "lễ", "đợt", "thời", "năm")


def day(t: Tokens, i: int, *, bare: bool = True) -> Match[MonthDay]:
    """A day: "ngày 15/6/2026", "15.6", "ngày 15 tháng 6 năm 2026", "ngày 25"; ISO "2026-06-15".

    Without the word "ngày" it takes a month: with "/" or "tháng"; with "." or "-" only where `bare` words are
    known to be a day (after "trước", say) or a year follows.
    """
    words, numbers = t.words, t.numbers
    j = t.skip(i, "ngày", "mùng")
    said = j > i
    n = numbers[j]
    if n < 0:
        return None
    if is_year(n):
        return _iso(t, i, j)
    if len(words[j]) > 2 or (not said and i > 0 and words[i - 1] in COUNTED):
        return None
    separator, m = words[j + 1], numbers[j + 2]
    if t.adjacent(j) and len(separator) == 1 and separator.isalpha() and words[j + 2] == "/":
        return None  # "3O/6/2026", with a letter for a nought
    if separator == "/" and not said and _is_fraction(t, j):
        return None
    if separator == "/" and not said and words[j + 3] in _PARTS_OF:
        return None
    if separator == "tháng" and m >= 0 and words[j + 3] not in ("lần", "ngày"):
        year, end = year_after(t, j + 3) or (0, j + 3)
        return _checked(t, (i, j, end), n, m, year), end
    if separator == "-" and m >= n and words[j + 3] == "/" and 1 <= numbers[j + 4] <= 12:
        return MonthDay(n, 0, 0), j + 1  # "10-15/6/2026": the first of some days
    if separator in _SEPARATORS and m >= 0 and len(words[j + 2]) <= 2 and t.adjacent(j):
        year, end = year_after(t, j + 3) or (0, j + 3)
        alone = (i == 0 or words[i - 1] == "(") and words[j + 3] in ("", ")", "hằng", "mỗi", ",", "và")
        if separator == "/" or year or said or not bare or (separator == "." and alone):
            if words[j + 4] == "/" and end == j + 3:
                return None
            return _checked(t, (i, j, end), n, m, year), end
    if said and separator != "/":
        if not 1 <= n <= 31:
            _no_such_day(t, (i, j, j + 1), 31, 0, 0)
        return MonthDay(n, 0, 0), j + 1
    return None


def _is_fraction(t: Tokens, j: int) -> bool:
    """ "24/7", "đạt 10/10 xã", "trường THPT 19/5": a fraction, or a name."""
    before = tuple(t.words[max(0, j - 2) : j])
    if t.words[j + 3] in (*_PARTS_OF, "xã", "phường", "tỉnh", "huyện", "trường", "hộ", "người", "cơ", "thời"):
        return True
    named = before[-1:] in (("lệ",), ("đường",), ("thpt",), ("thcs",), ("phố",), ("đạt",))
    return named or before in (("hoạt", "động"), ("không", "quá"), ("trực", "chiến")) or before[-2:] == ("phục", "vụ")


def _iso(t: Tokens, i: int, j: int) -> Match[MonthDay]:
    """ "2026-06-15", from its year at j."""
    parts, numbers = t.words[j : j + 5], t.numbers
    if [len(part) for part in parts] != [4, 1, 2, 1, 2] or parts[1] != "-" or parts[3] != "-":
        return None
    if numbers[j + 2] < 0 or numbers[j + 4] < 0 or not t.adjacent(j):
        return None
    return _checked(t, (i, j + 4, j + 5), numbers[j + 4], numbers[j + 2], numbers[j]), j + 5


def _checked(t: Tokens, words: tuple[int, int, int], number: int, month: int, year: int) -> MonthDay:
    """The day, if there is such a day. `words`: where it begins, where its number stands, where it ends."""
    if not 1 <= month <= 12:
        message = _('"{text}" does not exist: a year has 12 months').format(text=t.text(words[0], words[2]))
        raise Refusal("impossible", (words[0], words[2]), message)
    last = days_in(year or LEAP_YEAR, month)
    if not 1 <= number <= last:
        _no_such_day(t, words, last, month, year)
    return MonthDay(number, month, year)


def _no_such_day(t: Tokens, words: tuple[int, int, int], last: int, month: int, year: int) -> None:
    start, at, end = words
    nearest = t.phrase[: t.starts[at]] + str(last) + t.phrase[t.ends[at] :]
    text = t.text(start, end)
    if month and year:
        message = _('"{text}" does not exist: month {month} of {year} has {last} days')
    elif month:
        message = _('"{text}" does not exist: month {month} has {last} days')
    else:
        message = _('"{text}" does not exist: no month has more than {last} days')
    message = message.format(text=text, month=month, year=year, last=last)
    raise Refusal("impossible", (start, end), message, nearest)


def span(t: Tokens, i: int) -> Match[Span]:
    """A month, quarter, half, run of months from or to the year's end, or year."""
    word = t.words[i]
    if word == "tháng" or (word in ("t", "th") and t.numbers[i + 1] >= 0 and t.adjacent(i)):
        return month(t, i)
    if word == "quý" or (word == "q" and t.numbers[i + 1] >= 0 and t.adjacent(i)):
        return quarter(t, i)
    if word == "q" and t.words[i + 1] == "." and (found := quarter_number(t, i + 2)) and 1 <= found[0] <= 4:
        return _in_year(t, 3 * found[0] - 2, 3 * found[0], found[1])
    if word == "năm":
        if is_year(t.numbers[i + 1]):
            return Span(1, 12, t.numbers[i + 1]), i + 2
        end = next_year(t, i) if i == 0 or t.words[i - 1] not in ("các", "những", "mỗi", "hằng", "từng") else 0
        return (Span(1, 12, 0, 1), end) if end else None
    if word == "cả":
        return span(t, i + 1)
    if t.words[i + 1] in ("tháng", "t") or word == "nửa":
        return months_of_year(t, i)
    named = i > 0 and t.words[i - 1] in _NUMBERED
    if 1 <= t.numbers[i] <= 12 and t.words[i + 1] == "/" and is_year(t.numbers[i + 2]) and t.words[i + 3] != "/":
        if named:
            return None  # "đợt 2/2026", "Thông tư 08/2026"
        return Span(t.numbers[i], t.numbers[i], t.numbers[i + 2]), i + 3
    return None


def next_year(t: Tokens, i: int) -> int:
    """The place after "năm sau", "của năm kế tiếp", if it stands at i; else 0."""
    i = t.skip(i, "của")
    if t.words[i] != "năm":
        return 0
    for words in _NEXT_YEAR:
        if t.follows(i + 1, *words):
            end = t.skip(i + 1 + len(words), "liền", "kề", "kế", "tiếp", "theo")
            return end if t.words[end] not in _EVENTS or t.follows(end, "năm", "báo") else 0
    return 0


def _in_year(t: Tokens, first: int, last: int, i: int) -> tuple[Span, int]:
    """The months of the year that is said at i, if one is."""
    year, end = year_after(t, i) or (0, i)
    following = 0 if year else next_year(t, end)
    return (Span(first, last, 0, 1), following) if following else (Span(first, last, year), end)


def month(t: Tokens, i: int) -> Match[Span]:
    """ "tháng 6/2026", "tháng 6 năm 2026", "tháng sáu", "T6/2026"."""
    n = ordinal(t, i + 1)
    if n is None or t.words[n[1]] == "lần" or (t.numbers[i + 1] < 0 and t.words[n[1]] == "tháng"):
        return None
    found, end = _in_year(t, n[0], n[0], n[1])
    if not 1 <= n[0] <= 12:
        message = _('"{text}" does not exist: a year has 12 months').format(text=t.text(i, end))
        raise Refusal("impossible", (i, end), message)
    return found, end


def quarter_number(t: Tokens, i: int) -> Match[int]:
    """ "II", "2", "hai"."""
    if t.words[i] in ROMAN:
        return ROMAN[t.words[i]], i + 1
    return (4, i + 1) if t.words[i] == "tư" else ordinal(t, i)


def quarter(t: Tokens, i: int) -> Match[Span]:
    """ "quý III/2026", "quý 3", "quý IV năm 2026"."""
    n = quarter_number(t, i + 1)
    if n is None or t.words[n[1]] == "lần":
        return None
    found, end = _in_year(t, 3 * n[0] - 2, 3 * n[0], n[1])
    if not 1 <= n[0] <= 4:
        nearest = t.phrase[: t.starts[i + 1]] + "IV" + t.phrase[t.ends[i + 1] :]
        message = _('"{text}" does not exist: a year has 4 quarters').format(text=t.text(i, end))
        raise Refusal("impossible", (i, end), message, nearest)
    return found, end


def months_of_year(t: Tokens, i: int) -> Match[Span]:
    """ "6 tháng đầu năm 2026", "sáu tháng cuối năm", "9 tháng năm 2026", "nửa đầu năm 2026"."""
    if t.words[i] == "nửa":
        n, j = 6, i + 1
    else:
        found = ordinal(t, i)
        short = found is not None and t.words[found[1]] == "t" and t.words[found[1] + 1] in ("đầu", "cuối")
        if found is None or not 1 <= found[0] <= 11 or not (t.words[found[1]] == "tháng" or short):
            return None
        n, j = found[0], found[1] + 1
    which = t.words[j]
    if which in ("đầu", "cuối"):
        j += 1
        # "6 tháng đầu nhiệm kỳ", "nửa đầu tháng 6", "02 tháng đầu quý" are of something else than a year.
        if t.words[j] != "năm" and (t.words[i] == "nửa" or t.words[j].isalpha()) and t.words[j] not in ("và", "của"):
            return None
    elif n not in (6, 9) or not (t.words[j] == "năm" and is_year(t.numbers[j + 1])):
        return None
    if following := next_year(t, j):
        return (Span(13 - n, 12, 0, 1) if which == "cuối" else Span(1, n, 0, 1)), following
    year, end = year_after(t, j) or (0, j)
    if not year and t.words[end] == "năm":
        end += 1
        if t.words[end] == "/" and is_year(t.numbers[end + 1]):
            year, end = t.numbers[end + 1], end + 2
    return Span(13 - n, 12, year) if which == "cuối" else Span(1, n, year), end
