"""From one time to another, until a time, from a year on."""

from __future__ import annotations

from phoihop.dates.phrase import moments
from phoihop.dates.phrase.numbers import is_year, ordinal, year_after
from phoihop.dates.phrase.parts import Days, Match, Refusal, Spans, Window
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import OpenYearly, Range, Until
from phoihop.dates.units import MonthDay, Span, days_in
from phoihop.i18n import _

_TO = ("đến", "tới", "-")
_ONWARD = ("trở", "đi", "về", "sau")


def from_open(t: Tokens, i: int) -> Match[OpenYearly]:
    """ "từ năm 2026 và các năm tiếp theo"."""
    return open_years(t, i + 1)


def from_to(t: Tokens, i: int) -> Match[Range | Window | OpenYearly]:
    """ "từ tháng 4 đến tháng 6/2026", "từ ngày 20 đến ngày 25", "từ năm 2026 trở đi" (decision 3)."""
    j = i + 1
    first = _end(t, j)
    if first is None:
        return None
    start, k = first
    to = t.skip(k, ",")
    if t.words[to] in _TO and (last := _end(t, t.skip(to + 1, "hết")) or _bare_day(t, start, to + 1)):
        return _joined(t, (i, last[1]), start, last[0]), last[1]
    if isinstance(start, Span) and start.first == 1 and start.last == 12 and start.year:
        return OpenYearly(start.year), t.skip(k, *_ONWARD)
    message = _('"{text}" says from when, not by when').format(text=t.text(i, k))
    told = t.text(j, k)
    expected = (f"từ {told} đến ngày 31/12/2026", f"10 ngày kể từ {told}", "trước ngày 31/12/2026")
    raise Refusal("unreadable", (i, k), message, beside="since", expected=expected)


def _bare_day(t: Tokens, start: MonthDay | Span, i: int) -> Match[MonthDay]:
    """The second number of "từ ngày 15 đến 20 hằng tháng"."""
    day = isinstance(start, MonthDay) and not start.month and start.day < t.numbers[i] <= 31
    return (MonthDay(t.numbers[i], 0), i + 1) if day and t.words[i + 1] in ("hằng", "mỗi", "của", "") else None


def _end(t: Tokens, i: int) -> Match[MonthDay | Span]:
    """One end of a range: a day, a point of a period, a period, a bare year."""
    if t.words[i] in ("đầu", "giữa", "cuối"):
        return _point(t, i)
    if is_year(t.numbers[i]) and not (t.words[i + 1] == "-" and len(t.words[i + 2]) == 2):
        return Span(1, 12, t.numbers[i]), i + 1
    return moments.day(t, i, bare=False) or moments.span(t, i)


def _point(t: Tokens, i: int) -> Match[MonthDay]:
    """The day of "đầu tháng 3", "giữa tháng 5", "cuối năm 2026" (Đ.146); the middle of a quarter is none."""
    found = moments.span(t, t.skip(i + 1, "của"))
    if found is None or found[0].later:
        return None
    span, end = found
    match t.words[i], span.last - span.first:
        case "đầu", _:
            return MonthDay(1, span.first, span.year), end
        case "cuối", _:
            return MonthDay(days_in(span.year or moments.LEAP_YEAR, span.last), span.last, span.year), end
        case _, 0:
            return MonthDay(15, span.first, span.year), end
        case _, 11:
            return MonthDay(30, 6, span.year), end
    return None


def _joined(t: Tokens, words: tuple[int, int], first: MonthDay | Span, last: MonthDay | Span) -> Range | Window:
    """The two ends; what the first leaves out it has from the last, or from the year before it ("từ tháng 11 đến
    tháng 2/2027")."""
    begins = first.month if isinstance(first, MonthDay) else first.first
    ends = last.month if isinstance(last, MonthDay) else last.last
    backwards = 0 < ends < begins
    if backwards and not first.year and last.year:
        first = first._replace(year=last.year - 1)
    elif isinstance(last, Span) and last.later and first.year:
        last = last._replace(year=first.year + last.later, later=0)
    elif isinstance(last, Span) and last.later and not backwards and isinstance(first, Span):
        first = first._replace(later=last.later)
    elif backwards and first.year == last.year and not (isinstance(last, Span) and last.later):
        kind = "impossible" if last.year else "unreadable"
        message = _('"{text}" ends before it begins').format(text=t.text(*words))
        raise Refusal(kind, words, message, expected=("từ tháng 11/2026 đến tháng 02/2027",))
    year = first.year or last.year
    if isinstance(first, MonthDay) and isinstance(last, MonthDay):
        first = MonthDay(first.day, first.month or last.month, year)
        refuse_backwards(t, words, first, last)
        return Window(first, last)
    if isinstance(first, Span):
        first = first._replace(year=year)
        refuse_backwards(t, words, first, last)
        return Range(first, last)
    refuse_backwards(t, words, first, last)
    return Range(MonthDay(first.day, first.month or last.first if isinstance(last, Span) else 1, year), last)


def refuse_backwards(t: Tokens, words: tuple[int, int], first: MonthDay | Span, last: MonthDay | Span) -> None:
    """Refuse a range whose last day lies before its first, as far as both say their month and year."""
    if first.year and not last.year:
        return
    begins = (first.year, first.first, 1) if isinstance(first, Span) else (first.year, first.month, first.day)
    ends = (last.year, last.last, 31) if isinstance(last, Span) else (last.year, last.month, last.day)
    later = any(isinstance(end, Span) and end.later for end in (first, last))
    if begins[1] and ends[1] and not later and ends < begins:
        message = _('"{text}" ends before it begins').format(text=t.text(*words))
        expected = ("từ ngày 01/11/2026 đến ngày 15/11/2026",)
        raise Refusal("impossible" if last.year else "unreadable", words, message, expected=expected)


def span_range(t: Tokens, first: Span, i: int) -> Match[Range]:
    """What may follow a period: "tháng 7 - 8/2026", "quý II - quý III/2026", "tháng 4 đến tháng 6".

    "tháng 5 hoặc tháng 6" is one thing, done in either: from the first to the end of the second.
    """
    if t.words[i] not in (*_TO, "hoặc", "hay"):
        return None
    j = t.skip(i + 1, "hết")
    last = moments.span(t, j)
    if last is None and first.last - first.first == 11 and is_year(t.numbers[j]) and t.words[j + 1] != "/":
        last = Span(1, 12, t.numbers[j]), j + 1
    if last is None and first.last - first.first in (0, 2):
        last = _like(t, first, j)
    if last is None:
        return None
    either = t.words[i] in ("hoặc", "hay")
    if either and (last[0].last - last[0].first != first.last - first.first or last[0].last < first.last):
        return None
    start = next(k for k in range(i, -1, -1) if k == 0 or t.words[k - 1] in ("", ",", ";", "(", "từ", "trong", "vào"))
    joined = _joined(t, (start, last[1]), first, last[0])
    return (joined, last[1]) if isinstance(joined, Range) else None


def _like(t: Tokens, first: Span, i: int) -> Match[Span]:
    """A bare number that names a month, quarter or year because the period before it does."""
    if first.last - first.first == 11:
        listed = first.year and is_year(t.numbers[i]) and t.words[i + 1] not in ("/", "-")
        return (Span(1, 12, t.numbers[i]), i + 1) if listed else None
    if first.last - first.first not in (0, 2):
        return None
    is_month = first.last == first.first
    n = ordinal(t, i) if is_month else moments.quarter_number(t, i)
    if n is None or not 1 <= n[0] <= (12 if is_month else 4) or t.words[n[1]] in ("lần", "ngày", "tháng", "năm học"):
        return None
    year, end = year_after(t, n[1]) or (0, n[1])
    if not year and (t.words[end] == "/" or (t.words[end] == "." and t.numbers[end + 1] >= 0)):
        return None
    return (Span(n[0], n[0], year) if is_month else Span(3 * n[0] - 2, 3 * n[0], year)), end


def span_list(t: Tokens, first: Span, i: int) -> tuple[Spans, int]:
    """ "quý II, IV/2026", "các tháng 3, 6, 9, 12": periods of the same kind, one after another."""
    spans = [first]
    while t.words[i] in (",", "và") and (following := _like(t, first, t.skip(i, ",", "và"))):
        spans.append(following[0])
        i = following[1]
    return Spans(tuple(spans)), i


def stage(t: Tokens, i: int) -> Match[Range]:
    """ "giai đoạn 2026-2030", "nhiệm kỳ 2025 - 2030", also with the dash lost ("20212025", "2021 2025")."""
    if (t.words[i], t.words[i + 1]) not in (("giai", "đoạn"), ("nhiệm", "kỳ")):
        return None
    j = t.skip(i + 2, "từ", "năm", ":")
    found = years(t, j) or _lost_dash(t, j)
    if found and t.words[i] == "nhiệm" and i > 0 and t.words[i - 1] not in ("trong", "cả", "cho", ",", "("):
        message = _('"{text}" ends with an election or a congress, not with a year: name the day')
        text = message.format(text=t.text(i, found[1]))
        raise Refusal("unreadable", (i, found[1]), text, beside="name", expected=("đến hết năm 2030",))
    return found


def _lost_dash(t: Tokens, i: int) -> Match[Range]:
    first, last = divmod(t.numbers[i], 10000) if len(t.words[i]) == 8 else (t.numbers[i], t.numbers[i + 1])
    if is_year(first) and is_year(last) and first < last:
        return Range(Span(1, 12, first), Span(1, 12, last)), i + (1 if len(t.words[i]) == 8 else 2)
    return None


def years(t: Tokens, i: int) -> Match[Range]:
    """ "2026 - 2030", "2010 đến năm 2020"."""
    first, last = t.numbers[i], -1
    j = t.skip(i + 1, *_TO)
    if j > i + 1:
        j = t.skip(j, "hết", "năm")
        last = t.numbers[j]
    if not (is_year(first) and is_year(last) and t.words[j + 1] not in ("/", "-")):
        return None
    if last < first:
        message = _('"{text}" ends before it begins').format(text=t.text(i, j + 1))
        nearest = t.phrase[: t.starts[i]] + f"{last}-{first}" + t.phrase[t.ends[j] :]
        raise Refusal("impossible", (i, j + 1), message, nearest)
    return Range(Span(1, 12, first), Span(1, 12, last)), j + 1


def until(t: Tokens, i: int) -> Match[Until | Days]:
    """ "đến hết năm 2030", "đến năm 2028", "hết quý II/2026", "đến hết ngày 30/6/2026"."""
    j = t.skip(i, "đến", "tới", "hết", "trước")
    if "trước" in t.words[i:j]:
        return None
    found = _end(t, j)
    if found is None:
        return None
    end, k = found
    if t.words[j] in ("đầu", "giữa", "cuối"):
        return None  # a point by itself, which keeps its law
    return (Until(end) if isinstance(end, Span) else Days((end,))), k


def open_years(t: Tokens, i: int) -> Match[OpenYearly]:
    """ "năm 2026 và các năm tiếp theo", "năm 2026 và những năm sau", "năm 2026 trở đi"."""
    if t.words[i] != "năm" or not is_year(t.numbers[i + 1]):
        return None
    j = i + 2
    if t.follows(j, "trở", "đi"):
        return OpenYearly(t.numbers[i + 1]), j + 2
    j = t.skip(j, ",", "và")
    if j > i + 2 and t.words[j] in ("các", "những") and t.words[j + 1] == "năm":
        return OpenYearly(t.numbers[i + 1]), t.skip(j + 2, "tiếp", "theo", "sau", "đó", "kế", "còn", "lại")
    return None
