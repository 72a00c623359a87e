"""The days off of a year for which no notice is loaded, worked out from the law. Always provisional.

To 2020: Bộ luật Lao động 2012, Đ.115 (one day for Quốc khánh). From 2021: Bộ luật Lao động 2019, Đ.112
(two days). From 2026 also 24/11 (Nghị quyết 28/2026/QH16, Đ.2). A holiday on a weekend is made up on the
next working day (Đ.111(3) of the 2019 code), 24/11 excepted: whether it is made up is not settled. What the
yearly notices choose, this chooses as the notices of 2018-2027 did:

- Tết's five days: the last two of the old year to mùng 3; the last one to mùng 4 when mùng 1 is a Tuesday;
- the second day of Quốc khánh: 01/9 or 03/9, whichever lengthens the break (01/9 from Tuesday, Wednesday,
  Friday and Saturday; 03/9 from Monday, Thursday and Sunday).

No swap (hoán đổi) can be foreseen. Before 2013 other laws gave fewer days: take those years as a rough guide.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from phoihop.dates.days import CalendarNote, CalendarYear, DayOff
from phoihop.dates.lunar import from_lunar, tet

FIRST_YEAR, LAST_YEAR = 1990, 2060

_OLD_CODE = "Bộ luật Lao động 2012, Điều 115"
_CODE = "Bộ luật Lao động 2019, Điều 112"
_MADE_UP = "Bộ luật Lao động 2019, Điều 111 khoản 3"
_CULTURE_DAY = "Nghị quyết 28/2026/QH16, Điều 2"
_TUESDAY, _SATURDAY = 1, 5


@lru_cache(maxsize=128)
def statutory_year(year: int) -> CalendarYear:
    """The year as the law alone gives it: no notices, no swaps."""
    holidays = _holidays(year)
    taken = {holiday.day for holiday in holidays}
    made_up: list[DayOff] = []
    for holiday in holidays:
        if holiday.day.weekday() < _SATURDAY:
            continue
        day = holiday.day
        while day.weekday() >= _SATURDAY or day in taken:
            day += timedelta(1)
        taken.add(day)
        made_up.append(DayOff(day, f"Nghỉ bù {holiday.name}", _MADE_UP if year > 2020 else _OLD_CODE))
    days = [*holidays, *made_up]
    notes: tuple[CalendarNote, ...] = ()
    culture_day = date(year, 11, 24)
    if year >= 2026:
        days.append(DayOff(culture_day, "Ngày Văn hóa Việt Nam", _CULTURE_DAY))
        notes = _culture_day_notes(culture_day)
    return CalendarYear(year, announced=False, off=tuple(sorted(days, key=lambda off: off.day)), notes=notes)


def _holidays(year: int) -> list[DayOff]:
    """The holidays themselves, in order, wherever in the week they fall; a day named twice counts once."""
    code = _CODE if year > 2020 else _OLD_CODE
    named = {
        date(year, 1, 1): "Tết Dương lịch",
        from_lunar(10, 3, year): "Giỗ Tổ Hùng Vương",
        date(year, 4, 30): "Ngày Chiến thắng",
        date(year, 5, 1): "Ngày Quốc tế Lao động",
        date(year, 9, 2): "Quốc khánh",
    }
    new_year = tet(year)
    first = new_year - timedelta(1 if new_year.weekday() == _TUESDAY else 2)
    named |= {first + timedelta(i): "Tết Nguyên đán" for i in range(5)}
    if year > 2020:
        adjacent = 3 if date(year, 9, 2).weekday() in (0, 3, 6) else 1
        named[date(year, 9, adjacent)] = "Quốc khánh (ngày liền kề)"
    return [DayOff(day, named[day], code) for day in sorted(named)]


def _culture_day_notes(day: date) -> tuple[CalendarNote, ...]:
    if day.weekday() < _SATURDAY:
        return ()
    monday = day + timedelta(7 - day.weekday())
    text = (
        "Ngày 24/11 trùng ngày nghỉ hằng tuần; pháp luật chưa quy định rõ có được nghỉ bù hay không: "
        "lịch này không tính nghỉ bù."
    )
    return (CalendarNote(day, monday, text),)
