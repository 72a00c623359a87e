"""What a cycle borrows from the days, windows, months and points that stand beside it."""

from __future__ import annotations

from phoihop.dates.phrase.gathered import Parts
from phoihop.dates.phrase.parts import Refusal, Spans, Window
from phoihop.dates.rule import Cycle, NamedPoint, PeriodDay, Point
from phoihop.dates.units import MONTHS, Unit


def lent(parts: Parts, unit: Unit, refused: list[Refusal]) -> list[PeriodDay]:
    """The days of every period from the days, windows, months and points that stand beside its cycle."""
    exclusive = parts.exclusive
    window = parts.first(Window)
    if window and (unit is Unit.MONTH or window.last.month):
        month = window.last.month or 1
        first = window.first.day if window.first.month == window.last.month else 0
        return [PeriodDay(unit, month, window.last.day, first=first, exclusive=exclusive)]
    out: list[PeriodDay] = []
    yearly = unit in (Unit.YEAR, Unit.HALF) or any(c.unit is Unit.YEAR for c in parts.every(Cycle))
    # A day of the month beside a day of the year ("ngày 15 hằng tháng và 15/12 hằng năm") borrows no month.
    for day in parts.days() if unit is not Unit.MONTH else parts.days_as_said():
        if day.year:
            return []
        if day.month and yearly:
            out.append(PeriodDay(Unit.YEAR, day.month, day.day, exclusive=exclusive))
        elif not day.month and unit is Unit.MONTH:
            out.append(PeriodDay(unit, 1, day.day, exclusive=exclusive))
    if out or parts.days():
        return out
    if unit is Unit.YEAR:
        out = [PeriodDay(unit, span.last, 31) for span in parts.spans() if not span.year]
        if out and out[-1].month < 12 and _year_report_follows(parts):
            out.append(PeriodDay(unit, 12, 31))
        point = parts.first(NamedPoint)
        if point and not point.span.year:
            out.append(_yearly_point(point))
    return out or _points_refused(parts, unit, refused)


def _year_report_follows(parts: Parts) -> bool:
    """ "báo cáo 6 tháng đầu năm và báo cáo năm": the year is a report of its own."""
    words, found = parts.t.words, parts.all
    last = max((f.start for f in found if isinstance(f.part, Spans)), default=0)
    return any(isinstance(f.part, Cycle) and f.start > last and words[f.start] in ("báo", "tổng") for f in found)


def _yearly_point(point: NamedPoint) -> PeriodDay:
    if point.point is Point.END:
        return PeriodDay(Unit.YEAR, point.span.last, 31)
    if point.point is Point.START:
        return PeriodDay(Unit.YEAR, point.span.first, 1)
    return PeriodDay(Unit.YEAR, 6, 30) if point.span.last == 12 else PeriodDay(Unit.YEAR, point.span.first, 15)


def _points_refused(parts: Parts, unit: Unit, refused: list[Refusal]) -> list[PeriodDay]:
    """ "hằng quý (vào cuối quý)": the point that says nothing alone means every period's here."""
    for refusal in refused:
        words = parts.t.words[refusal.words[0] : refusal.words[1]]
        if words[-1:] == [unit.value] and words[0] in ("đầu", "cuối"):
            refused.remove(refusal)
            return [PeriodDay(unit, MONTHS[unit], 31) if words[0] == "cuối" else PeriodDay(unit, 1, 1)]
    return []
