"""The first working day, and the first working week, after a holiday: "tuần làm việc đầu tiên sau Tết"."""

from __future__ import annotations

from phoihop.dates.phrase import lunars, moments
from phoihop.dates.phrase.numbers import ordinal
from phoihop.dates.phrase.parts import Days, Match
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import After, Event, Lunar
from phoihop.dates.units import MonthDay, Unit

_BREAK = ("kỳ", "nghỉ", "dịp", "lễ", "đợt", "khi", "kết", "thúc", "hết", "ngày", "quốc", "khánh", "(", "của")


def resumed(t: Tokens, i: int) -> Match[After]:
    """ "ngày làm việc đầu tiên sau Tết Nguyên đán 2027", "tuần làm việc thứ hai sau kỳ nghỉ lễ 30/4 - 01/5/2026".

    It counts the days or weeks worked after the holiday, so that the leave, its made-up days and a swap are all
    behind it. The holiday's day itself is not counted (Bộ luật Dân sự 2015, Đ.147).
    """
    week = t.words[i] == "tuần"
    j = t.skip(i + 1, "làm", "việc")
    if j == i + 1 and not week:
        return None  # "ngày đầu tiên sau Tết" is not said to be a working day
    nth = _nth(t, j)
    if nth is None or t.words[nth[1]] != "sau":
        return None
    start = t.skip(nth[1] + 1, *_BREAK)
    holiday = _holiday(t, start)
    if holiday is None:
        return None
    known, end = holiday
    unit = Unit.WORKING_WEEK if week else Unit.WORKING_DAY
    return After(nth[0], unit, Event.DAY, t.text(start, end), None, known), t.skip(end, ")")


def _nth(t: Tokens, i: int) -> Match[int]:
    """ "đầu tiên", "đầu", "thứ hai"."""
    if t.words[i] == "đầu":
        return 1, t.skip(i + 1, "tiên")
    return ordinal(t, i + 1) if t.words[i] == "thứ" else None


def _holiday(t: Tokens, i: int) -> Match[MonthDay | Lunar]:
    """The holiday; of several days ("30/4 và 01/5/2026", "30/4 - 01/5") the last."""
    if feast := lunars.feast(t, i):
        part = feast[0]
        return (part.days[0] if isinstance(part, Days) else part), feast[1]
    day = moments.day(t, i, bare=False)
    while day and (further := moments.day(t, t.skip(day[1], "và", "-", ",", "ngày"), bare=False)):
        day = further
    return day if day and day[0].month else None
