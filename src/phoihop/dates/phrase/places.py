"""Days told by their place in a period: "tháng cuối quý", "ngày cuối cùng của tháng", "cuối năm", "tháng
sau".
"""

from __future__ import annotations

from typing import NoReturn

from phoihop.dates.phrase import moments
from phoihop.dates.phrase.numbers import NUMBER_WORDS, number, ordinal
from phoihop.dates.phrase.parts import Days, Match, Refusal, TermDay, Window
from phoihop.dates.phrase.ranges import refuse_backwards
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import NamedPoint, PeriodDay, Point, Recurring
from phoihop.dates.units import MONTHS, MonthDay, Span, Unit, days_in
from phoihop.i18n import _

_POINTS = {"đầu": Point.START, "giữa": Point.MIDDLE, "cuối": Point.END}
_EACH = ("mỗi", "hằng", "các", "từng", "của")
_NEXT = ("sau", "tiếp", "kế", "liền")
_UNITS = {"tháng": Unit.MONTH, "quý": Unit.QUARTER, "năm": Unit.YEAR}
_THIRDS = {"thượng": Point.FIRST_THIRD, "trung": Point.SECOND_THIRD, "hạ": Point.LAST_THIRD}
_SAID = {"đầu": 1, "giữa": 0, "cuối": -1}


def day(t: Tokens, i: int, *, bare: bool = True) -> Match[Days | Window | Recurring | TermDay]:
    """A day and what places it: "ngày 20 tháng cuối quý", "ngày 15 và 30", "ngày 05 tháng sau", "ngày
    20-25".
    """
    found = moments.day(t, i, bare=bare)
    if found is None:
        return None
    first, j = found
    if window := _window(t, first, j):
        return window
    if placed := _placed(t, first, j):
        return placed
    days = [first]
    while not first.month and t.words[j] in (",", "và") and (following := _another(t, j + 1)):
        days.append(following[0])
        j = following[1]
    if len(days) > 1 and (placed := _placed(t, days[-1], j)) and isinstance(placed[0], Recurring):
        last = placed[0].days[0]
        return Recurring(
            tuple(PeriodDay(last.unit, last.month, d.day, last.after) for d in days),
        ), placed[1]
    return Days(tuple(days)), j


def day_run(t: Tokens, i: int) -> Match[Window]:
    """ "01-05/6/2026" at its first number: days of the same month."""
    if not 1 <= t.numbers[i] <= 31 or t.words[i + 1] != "-":
        return None
    last = moments.day(t, i + 2)
    if last is None or not last[0].month or last[0].day < t.numbers[i]:
        return None
    return Window(MonthDay(t.numbers[i], last[0].month, last[0].year), last[0]), last[1]


def _another(t: Tokens, i: int) -> Match[MonthDay]:
    """A further bare number that is a day because the one before it was."""
    n, following = t.numbers[i], t.words[i + 1]
    if 1 <= n <= 31 and following not in ("lần", "ngày", "năm", "quý", "/", "(", "%", ".", "-") and len(t.words[i]) < 3:
        if following == "tháng" and t.numbers[i + 2] >= 0:
            return moments.day(t, i)
        return MonthDay(n, 0), i + 1
    return None


def _window(t: Tokens, first: MonthDay, i: int) -> Match[Window]:
    """ "ngày 15 - 20/6/2026", "ngày 20 đến ngày 25 hằng tháng"."""
    if t.words[i] not in ("-", "đến"):
        return None
    j = t.skip(i + 1, "hết")
    last = moments.day(t, j, bare=False)
    if last is None and not first.month and 1 <= t.numbers[j] <= 31 and t.words[j + 1] != "ngày":
        last = MonthDay(t.numbers[j], 0), j + 1
    if last is None:
        return None
    end = last[0]
    if not first.month and not end.month and end.day <= first.day:
        return None
    before = 1 if first.month > end.month and end.year and not first.year else 0  # "ngày 28/12 - 05/01/2027"
    first = MonthDay(first.day, first.month or end.month, first.year or end.year - before)
    if first.month == end.month or first.year > end.year:
        refuse_backwards(t, (next(k for k in range(i, -1, -1) if k == 0 or t.words[k] == "ngày"), last[1]), first, end)
    return Window(first, end), last[1]


def _placed(t: Tokens, found: MonthDay, i: int) -> Match[Recurring | TermDay]:
    """The month of a day that no number names: of a quarter, of the term reported, the next month or year."""
    j = t.skip(i, "của", ",", "vào")
    if "trước" in t.words[j : t.skip(j, "tháng", "năm", "quý", "cuối", "đầu", "của", "kề", *_NEXT) + 1]:
        return None  # "ngày 25 tháng liền trước": of the one before
    if found.month:
        if t.words[j] == "năm" and t.words[j + 1] in _NEXT and not found.year:
            return _recurring(Unit.YEAR, found.month, found.day, after=True), t.skip(j + 2, *_NEXT, "theo")
        return None
    if t.words[j] != "tháng":
        return None
    if t.words[j + 1] in _NEXT:
        return _recurring(Unit.MONTH, 1, found.day, after=True), t.skip(j + 2, *_NEXT, "theo", "đó")
    return _in_month_of(t, found.day, j + 1)


def _in_month_of(t: Tokens, number: int, i: int) -> Match[Recurring | TermDay]:
    """ "đầu quý sau", "cuối cùng của quý", "thứ hai của mỗi quý", "cuối kỳ báo cáo"."""
    which = _SAID.get(t.words[i], 0)
    j = t.skip(i + 1, "tiên", "cùng", *_EACH)
    if t.words[i] == "thứ" and (nth := ordinal(t, i + 1)):
        which, j = nth[0], t.skip(nth[1], *_EACH)
    months = 6 if t.numbers[j] == 6 and t.words[j + 1] == "tháng" else 0
    j = j + 1 if months else j
    unit = Unit.HALF if months else _UNITS.get(t.words[j])
    after = t.words[j + 1] in _NEXT
    end = t.skip(j + 1, *_NEXT, "theo", "báo", "cáo")
    if t.words[j] == "kỳ" and which in (1, -1):
        return TermDay(which, number, after), end
    if unit is None or unit is Unit.MONTH or moments.span(t, j):
        return None
    length = MONTHS[unit]
    month = {1: 1, -1: length, 0: (length + 1) // 2}.get(which, which)
    if t.words[i] == "giữa" and unit is not Unit.QUARTER:
        return None
    return (_recurring(unit, month, number, after=after), end) if month <= length else None


def _recurring(unit: Unit, month: int, number: int, *, after: bool = False) -> Recurring:
    return Recurring((PeriodDay(unit, month, number, after),))


def edge_days(t: Tokens, i: int) -> Match[NamedPoint | Recurring | Window | TermDay]:
    """ "10 ngày đầu tháng 6/2026", "07 ngày đầu của quý", "05 ngày cuối hằng tháng": due on the last of them."""
    n = number(t, i)
    if n is None or t.words[n[1]] != "ngày" or t.words[n[1] + 1] not in ("đầu", "cuối") or not 1 <= n[0] <= 28:
        return None
    count, first = n[0], t.words[n[1] + 1] == "đầu"
    j = t.skip(n[1] + 2, "cùng", "tiên", *_EACH)
    if period := moments.span(t, j):
        span, end = period
        if not first:
            return NamedPoint(Point.END, span), end
        if span.later:
            return None
        return Window(MonthDay(1, span.first, span.year), MonthDay(count, span.first, span.year)), end
    unit = _UNITS.get(t.words[j])
    if unit is None or t.numbers[j + 1] >= 0:
        return None
    if first and unit is Unit.MONTH and (placed := _placed(t, MonthDay(count, 0), j)):
        return placed
    if t.words[j + 1] in (*_NEXT, *_SAID, "này", "nay", "trước", "học"):
        return None
    if unit is Unit.YEAR and not any(w in ("mỗi", "hằng", "từng") for w in t.words[n[1] : j]):
        return None  # "10 ngày cuối năm": of this year or of each?
    if first:
        return Recurring((PeriodDay(unit, 1, count, first=1),)), j + 1
    return _recurring(unit, MONTHS[unit], 31), j + 1


def half_month(t: Tokens, i: int) -> Match[Window]:
    """ "nửa đầu tháng 6/2026", to the 15th, which is the month's middle (Đ.146); "nửa cuối", to its last day."""
    j = i + 1
    if t.words[j] in ("cuối", "sau", "đầu") and t.words[j + 1] == "tháng" and (period := moments.span(t, j + 1)):
        month, year = period[0].first, period[0].year
        if period[0].later:
            return None
        if t.words[j] == "đầu":
            return Window(MonthDay(1, month, year), MonthDay(15, month, year)), period[1]
        last = days_in(year or moments.LEAP_YEAR, month)
        return Window(MonthDay(16, month, year), MonthDay(last, month, year)), period[1]
    return None


def third(t: Tokens, i: int) -> Match[NamedPoint]:
    """ "thượng tuần tháng 6", "trung tuần tháng 9", "hạ tuần tháng 6": to day 10, day 20 and the last, by usage."""
    which = _THIRDS.get(t.words[i])
    if which is None or t.words[i + 1] != "tuần":
        return None
    j = t.skip(i + 2, "của")
    if t.words[j] == "tháng" and (period := moments.span(t, j)):
        return NamedPoint(which, period[0]), period[1]
    message = _('"{text}" does not say of which month').format(text=t.text(i, i + 2))
    expected = (f"{t.text(i, i + 2)} tháng 6/2026", "ngày 10/6/2026")
    raise Refusal("unreadable", (i, i + 2), message, expected=expected)


def week(t: Tokens, i: int) -> None:
    """ "tuần đầu tháng 11/2026", "tuần thứ ba của tháng 12", "tuần 3": no law says which days these are."""
    j = t.skip(i + 1, "lễ")
    if t.words[j] not in ("đầu", "cuối", "giữa", "thứ", "này", "sau", "tới", "kế") and not 1 <= t.numbers[j] <= 53:
        return
    if t.words[j + 1] == "lần":
        return
    end = j + 1
    if t.words[j] == "thứ":
        end = (ordinal(t, j + 1) or (0, j + 2))[1]
    end = t.skip(end, "tiên", "cùng", "tiếp", "theo", *_EACH)
    if period := moments.span(t, end):
        end = period[1]
    elif t.words[end] in _UNITS:
        end += 1
    _no_such_week(t, i, end)


def _no_such_week(t: Tokens, i: int, end: int) -> NoReturn:
    message = _('no law says which days "{text}" is: name the day').format(text=t.text(i, end))
    raise Refusal(
        "unreadable", (i, end), message, expected=("ngày 06/11/2026", "từ ngày 02/11/2026 đến ngày 06/11/2026")
    )


def edge_day(t: Tokens, i: int) -> Match[NamedPoint | Recurring]:
    """ "ngày cuối cùng của tháng", "ngày làm việc cuối cùng của quý", "ngày đầu tiên của tháng 6/2026"."""
    if t.words[i] != "ngày" or (i > 0 and (t.numbers[i - 1] >= 0 or t.words[i - 1] in NUMBER_WORDS)):
        return None
    working = t.follows(i + 1, "làm", "việc")
    j = i + 3 if working else i + 1
    if t.words[j] not in ("cuối", "đầu") or (t.words[j] == "đầu" and working):
        return None
    point = _POINTS[t.words[j]]
    j = t.skip(j + 1, "cùng", "tiên", *_EACH)
    if not working and (period := moments.span(t, j)):
        return NamedPoint(point, period[0]), period[1]
    unit = _UNITS.get(t.words[j])
    if unit is None or moments.span(t, j):
        return None
    if point is Point.START:
        return _recurring(unit, 1, 1), j + 1
    return Recurring((PeriodDay(unit, MONTHS[unit], 31, working=1 if working else 0),)), j + 1


def point(t: Tokens, i: int) -> Match[NamedPoint | Recurring]:
    """ "cuối tháng 6", "đầu năm 2027", "cuối mỗi quý" (Bộ luật Dân sự 2015, Đ.146.2-3).

    Nothing in law fixes the middle of a quarter, and "cuối tháng" alone does not say which month.
    """
    which = _POINTS[t.words[i]]
    j = t.skip(i + 1, *_EACH)
    if t.words[j] == "tuần":
        _no_such_week(t, i, j + 1)
    if t.words[j] not in _UNITS:
        return None
    if t.words[j + 1] == "học":
        school_year(t, j)
    if period := moments.span(t, j):
        _not_the_middle(t, which, period[0], (i, period[1]))
        return NamedPoint(which, period[0]), period[1]
    if t.numbers[j + 1] >= 0:
        return None
    unit = _UNITS[t.words[j]]
    if j == i + 1 and unit is Unit.YEAR:
        return NamedPoint(which, Span(1, 12)), j + 1
    if j == i + 1:
        return _which_period(t, which, unit, (i, j + 1))
    if unit is Unit.QUARTER:
        _not_the_middle(t, which, Span(1, 3), (i, j + 1))
    return _every_point(which, unit), t.skip(j + 1, "hằng", "năm")


def _every_point(which: Point, unit: Unit) -> Recurring:
    length = MONTHS[unit]
    if which is Point.START:
        return _recurring(unit, 1, 1)
    if which is Point.END:
        return _recurring(unit, length, 31)
    return _recurring(Unit.YEAR, 6, 30) if unit is Unit.YEAR else _recurring(unit, 1, 15)


def _not_the_middle(t: Tokens, which: Point, span: Span, words: tuple[int, int]) -> None:
    if which is Point.MIDDLE and span.last - span.first not in (0, 11):
        text = t.text(*words)
        message = _('nothing in law says which day "{text}" is: name the day or the month').format(text=text)
        nearest = f"giữa tháng {span.first + 1}" + (f"/{span.year}" if span.year else "")
        raise Refusal(
            "unreadable", words, message, t.phrase[: t.starts[words[0]]] + nearest + t.phrase[t.ends[words[1] - 1] :]
        )


def _which_period(t: Tokens, which: Point, unit: Unit, words: tuple[int, int]) -> Match[NamedPoint]:
    """ "cuối quý", "cuối tháng": of which one? Readable only beside "hằng quý", "hằng tháng"."""
    text = t.text(*words)
    message = _('"{text}" does not say which one: name it, or say that it is every one').format(text=text)
    each = f"{which.value} mỗi {unit.value}"
    if which is Point.MIDDLE and unit is Unit.QUARTER:
        message = _('nothing in law says which day "{text}" is: name the day or the month').format(text=text)
        each = "ngày 15 tháng giữa quý"
    nearest = t.phrase[: t.starts[words[0]]] + each + t.phrase[t.ends[words[1] - 1] :]
    # Beside a cycle the composer takes the point from the words; alone it stays refused.
    raise Refusal("unreadable", words, message, nearest, weak=True)


def school_year(t: Tokens, i: int) -> NoReturn:
    """ "năm học 2026-2027": its days are set each year by the school calendar, not by the phrase."""
    end = t.skip(i + 2, "mới")
    if t.numbers[end] > 1900:
        end += 3 if t.words[end + 1] == "-" else 1
    message = _('"{text}" has no days of its own: name the day or the month').format(text=t.text(i, end))
    raise Refusal("unreadable", (i, end), message, beside="name", expected=("ngày 31/5/2026", "tháng 6/2026"))
