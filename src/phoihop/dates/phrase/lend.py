"""What a part borrows from those beside it: a cycle its days, windows, months and points, a point its year."""

from __future__ import annotations

from itertools import pairwise

from phoihop.dates.phrase.gathered import Parts, before_it
from phoihop.dates.phrase.moments import LEAP_YEAR
from phoihop.dates.phrase.parts import ClosingDay, Refusal, Spans, Window, filled_spans
from phoihop.dates.rule import THIRDS, Cycle, Cycles, NamedPoint, PeriodDay, Point
from phoihop.dates.units import MONTHS, MonthDay, Unit, days_in


def lent(parts: Parts, unit: Unit, refused: list[Refusal]) -> list[PeriodDay]:
    """The days of every period from the days, windows, months and points that stand beside its cycle."""
    exclusive = parts.exclusive
    window = parts.first(Window)
    yearly = unit in (Unit.YEAR, Unit.HALF) or any(c.unit is Unit.YEAR for c in parts.every(Cycle))
    if window and not window.last.year and bool(window.last.month) == yearly and (yearly or unit is Unit.MONTH):
        month = window.last.month or 1
        first = window.first.day if window.first.month == window.last.month else 0
        return [PeriodDay(Unit.YEAR if yearly else unit, month, window.last.day, first=first, exclusive=exclusive)]
    out: list[PeriodDay] = []
    # A day of the month beside a day of the year ("ngày 15 hằng tháng và 15/12 hằng năm") borrows no month.
    for day in parts.days() if unit is not Unit.MONTH else parts.days_as_said():
        if day.year:
            return []
        if day.month and yearly:
            out.append(PeriodDay(Unit.YEAR, day.month, day.day, exclusive=exclusive))
        elif not day.month and unit is Unit.MONTH:
            out.append(PeriodDay(unit, 1, day.day, exclusive=exclusive))
    if out or parts.days():
        return out or _of_months(parts, unit) or _after_closing(parts, unit)
    said_twice = unit is Unit.HALF and len(parts.spans()) + len(parts.every(NamedPoint)) == 2
    if unit is Unit.YEAR or said_twice:  # "mỗi năm 02 lần (tháng 6, tháng 12)"
        unit = Unit.YEAR
        out = [
            PeriodDay(unit, s.first, 1, after=bool(s.later), exclusive=True)
            if exclusive
            else PeriodDay(unit, s.last, 31, after=bool(s.later))
            for s in parts.spans()
            if not s.year
        ]
        if out and out[-1].month < 12 and _year_report_follows(parts):
            out.append(PeriodDay(unit, 12, 31))
        points = [f for f in parts.all if isinstance(f.part, NamedPoint) and not f.part.span.year]
        before = any(f.exclusive or before_it(parts.t, f.start) for f in points)
        out += [_yearly_point(f.part)._replace(exclusive=before) for f in points]
    return out or _points_refused(parts, unit, refused)


def months_of(day: MonthDay, parts: Parts) -> tuple[MonthDay, ...]:
    """ "ngày 20 các tháng 3, 6, 9, 12": one day of several months."""
    spans = parts.spans()
    if day.month or len(spans) < 2 or any(span.first != span.last or span.later for span in spans):
        return ()
    if any(day.day > days_in(span.year or LEAP_YEAR, span.first) for span in spans):
        return ()
    return tuple(MonthDay(day.day, span.first, span.year) for span in spans)


def _of_months(parts: Parts, unit: Unit) -> list[PeriodDay]:
    said = parts.days_as_said()
    days = months_of(said[0], parts) if len(said) == 1 and unit is Unit.YEAR else ()
    return [PeriodDay(unit, d.month, d.day, exclusive=parts.exclusive) for d in days if not d.year]


def _after_closing(parts: Parts, unit: Unit) -> list[PeriodDay]:
    """ "báo cáo quý (chốt số liệu ngày 14, gửi trước ngày 20)": in the month in which the figures are closed."""
    closing, said = parts.first(ClosingDay), parts.days_as_said()
    if closing is None or parts.every(Cycles) or len(said) != 1 or said[0].month or said[0].day <= closing.day:
        return []
    return [PeriodDay(unit, MONTHS[unit], said[0].day, exclusive=parts.exclusive)]


def _year_report_follows(parts: Parts) -> bool:
    """ "báo cáo 6 tháng đầu năm và báo cáo năm": the year is a report of its own."""
    words, found = parts.t.words, parts.all
    last = max((f.start for f in found if isinstance(f.part, Spans)), default=0)
    return any(isinstance(f.part, Cycle) and f.start > last and words[f.start] in ("báo", "tổng") for f in found)


def _yearly_point(point: NamedPoint) -> PeriodDay:
    if third := THIRDS.get(point.point, 0):
        return PeriodDay(Unit.YEAR, point.span.first, third)
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


def several_points(parts: Parts) -> tuple[NamedPoint, ...]:
    """ "cuối tháng 6 và cuối tháng 12/2026": points that stand in a list, each lent the year of the next."""
    found = [f for f in parts.all if isinstance(f.part, NamedPoint)]
    between = [parts.t.words[a.end : b.start] for a, b in pairwise(found)]
    if not between or len({f.part.point for f in found}) > 1:
        return ()  # "cuối tháng 5, đầu tháng 6" is rather one time about the end of May
    if any(words not in ([","], [";"], ["và"], [",", "và"]) for words in between):
        return ()
    spans = filled_spans(tuple(f.part.span for f in found))
    before = before_it(parts.t, found[0].start)  # said once for the whole list, as before days
    return tuple(f.part._replace(span=span, exclusive=before) for f, span in zip(found, spans, strict=True))
