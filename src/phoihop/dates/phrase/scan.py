"""Finding the words of time in a phrase.

A deadline stands inside a clause ("Báo cáo về Sở Y tế trước ngày 15/11/2026"), so the reader goes through the
words and asks, at each, the productions that may begin there. What they find, `compose` puts together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from phoihop.dates.phrase import counted, cycles, lunars, moments, places, ranges, resumed, undated
from phoihop.dates.phrase.numbers import NUMBER_WORDS
from phoihop.dates.phrase.parts import Days, Found, Match, Passed, Refusal, Spans
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.units import Span


def _period(t: Tokens, i: int) -> Match[Any]:
    """A period, with the range or list that may follow it."""
    found = moments.span(t, i)
    if found is None:
        return None
    return ranges.span_range(t, *found) or ranges.span_list(t, *found)


def _year(t: Tokens, i: int) -> Match[Any]:
    """ "năm 2026", also with further years; "năm học" is no year."""
    if t.words[i + 1] == "học":
        places.school_year(t, i)
    return ranges.open_years(t, i) or _period(t, i)


def _months(t: Tokens, i: int) -> Match[Any]:
    """ "các tháng 3, 6, 9, 12" and "các năm 2026, 2027"; else "các tháng" as a cycle."""
    if t.words[i + 1] == "năm" and t.numbers[i + 2] < 0:
        return cycles.every(t, i)
    return _period(t, i + 1) or cycles.every(t, i)


def _this_year(t: Tokens, i: int) -> Match[Spans]:
    """ "trong năm", "cả năm": the plan's own year."""
    if t.words[i + 1] == "năm" and t.numbers[i + 2] < 0 and t.words[i + 2] not in ("học", "nay"):
        return Spans((Span(1, 12),)), i + 2
    return None


def _clock(t: Tokens, i: int) -> Match[Days | Passed]:
    return counted.clock_day(t, i + 1) or counted.clock_weekday(t, i + 1)


_Production = Callable[[Tokens, int], Match[Any]]

_AT_NUMBER: tuple[_Production, ...] = (
    undated.citation,
    undated.aged,
    counted.clock_day,
    counted.clock_weekday,
    cycles.times_in,
    lunars.feast,
    places.edge_days,
    ranges.years,
    places.day_run,
    places.day,
    _period,
    counted.term_of,
    cycles.counted_cycle,
)
_AT: dict[str, tuple[_Production, ...]] = {
    "ngày": (resumed.resumed, places.edge_day, lunars.feast, places.day),
    "mùng": (lunars.feast, places.day),
    "rằm": (lunars.feast,),
    "tết": (lunars.feast,),
    "trung": (places.third, lunars.feast),
    "thượng": (places.third,),
    "hạ": (places.third,),
    "giỗ": (lunars.feast,),
    "tháng": (_period, cycles.bare_units),
    "t": (_period,),
    "th": (_period,),
    "q": (_period,),
    "quý": (_period, cycles.bare_units),
    "năm": (_year, cycles.bare_units, counted.term_of),
    "tuần": (resumed.resumed, places.week, cycles.bare_units),
    "nửa": (places.half_month, _period, cycles.counted_cycle, counted.term_of),
    "cả": (_this_year,),
    "các": (_months,),
    "hằng": (cycles.every,),
    "mỗi": (cycles.every,),
    "từng": (cycles.every,),
    "định": (cycles.periodically,),
    "báo": (cycles.named_report,),
    "sơ": (cycles.named_report,),
    "tổng": (cycles.named_report,),
    "giao": (cycles.named_report,),
    "họp": (cycles.named_report,),
    "thứ": (cycles.weekday,),
    "chủ": (cycles.weekday,),
    "thường": (undated.continuous, cycles.regular),
    "liên": (undated.ongoing,),
    "suốt": (undated.ongoing,),
    "đột": (undated.on_demand,),
    "kịp": (undated.on_demand,),
    "ngay": (undated.on_demand,),
    "bất": (undated.on_demand,),
    "khi": (undated.conditional,),
    "nếu": (undated.conditional,),
    "theo": (undated.conditional,),
    "luật": (undated.law,),
    "công": (undated.cited,),
    "quyết": (undated.cited,),
    "nghị": (undated.cited,),
    "thông": (undated.cited,),
    "chỉ": (undated.cited,),
    "kế": (undated.cited,),
    "tờ": (undated.cited,),
    "văn": (undated.cited,),
    "kết": (undated.cited,),
    "dưới": (undated.age,),
    "trên": (undated.age,),
    "chốt": (undated.closing,),
    "từ": (ranges.from_open, ranges.from_to, cycles.times_in),
    "giai": (ranges.stage,),
    "nhiệm": (ranges.stage,),
    "đến": (ranges.until,),
    "tới": (ranges.until,),
    "hết": (ranges.until,),
    "đầu": (places.point,),
    "giữa": (places.point,),
    "cuối": (places.point,),
    "trong": (counted.within, _this_year),
    "thời": (counted.within,),
    "không": (counted.within,),
    "chậm": (counted.within,),
    "muộn": (counted.within,),
    "sau": (counted.after,),
    "trước": (_clock, counted.before),
}
for _word in NUMBER_WORDS:
    _AT[_word] = (places.edge_days, cycles.times_in, _period, counted.term_of, cycles.counted_cycle)


def scan(t: Tokens) -> tuple[list[Found], list[Refusal]]:
    """The parts of the phrase in order, and what had to be refused on the way."""
    found: list[Found] = []
    refused: list[Refusal] = []
    words, numbers = t.words, t.numbers
    i = 0
    while i < t.size:
        productions = _AT_NUMBER if numbers[i] >= 0 else _AT.get(words[i])
        if productions is None:
            i += 1
            continue
        try:
            part, end = _first(productions, t, i)
        except Refusal as refusal:
            refused.append(refusal)
            i = max(refusal.words[1], i + 1)
            continue
        if part is not None:
            exclusive = words[i] == "trước" and productions[1] is counted.before and not _by_the_clock(t, i)
            found.append(Found(part, i, end, exclusive))
        i = max(end, i + 1)
    return found, refused


def _first(productions: tuple[_Production, ...], t: Tokens, i: int) -> tuple[Any, int]:
    for production in productions:
        match = production(t, i)
        if match is not None:
            return match
    return None, i


def _by_the_clock(t: Tokens, i: int) -> bool:
    """ "trước 17 giờ ngày X" is due on X itself; at nought o'clock the day before has ended."""
    return t.numbers[i + 1] > 0 and t.words[i + 2] in (
        "giờ",
        "h",
        "g",
        ":",
    )
