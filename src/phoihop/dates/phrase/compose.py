"""Putting the parts of a phrase together: which of them give the deadline, and what they lend one another."""

from __future__ import annotations

from typing import Any

from phoihop.dates.phrase import dropped, hints, mend, undated
from phoihop.dates.phrase.gathered import Parts, before_it
from phoihop.dates.phrase.lend import lent, months_of, several_points
from phoihop.dates.phrase.parts import (
    ClosingDay,
    Days,
    Found,
    Refusal,
    Spans,
    TermDay,
    Undated,
    Weekday,
    Window,
    filled,
    filled_spans,
)
from phoihop.dates.phrase.titles import untitled
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.reading import Reading
from phoihop.dates.rule import (
    THIRDS,
    After,
    Before,
    Closing,
    Cycle,
    Cycles,
    Event,
    FixedDay,
    Frequency,
    Lunar,
    NamedPoint,
    NamedPoints,
    OpenYearly,
    Period,
    PeriodDay,
    Range,
    Recurring,
    Until,
)
from phoihop.dates.units import MONTHS, MonthDay, Span, Unit

_LENGTH_KINDS = {Unit.YEAR: "yearly-day", Unit.HALF: "yearly-day", Unit.MONTH: "monthly-day"}


def compose(t: Tokens, found: list[Found], refused: list[Refusal]) -> Reading:
    """The reading of a phrase from its parts, unless it leaves something of the phrase out."""
    known = list(refused)
    reading = _composed(t, found, refused)
    if not reading.readable or reading.kind == "not-a-deadline":
        return reading
    drop = dropped.refusal(t, found, known, refused, reading)
    return mend.refused(t, drop) if drop else reading


def _composed(t: Tokens, found: list[Found], refused: list[Refusal]) -> Reading:
    """The order of the questions is the order of what binds."""
    strong = next((r for r in refused if not r.weak), None)
    if strong:
        return mend.refused(t, strong)
    if not found:
        return mend.refused(t, refused[0]) if refused else mend.unreadable(t)
    parts = Parts(t, found)
    if undated.lasting(t, found):
        return Reading(t.phrase, "no-date", undated=_why(parts) or "continuous")
    for ask in (_counted, _placed, _dated, _repeated, _spanned):
        reading = ask(parts, refused)
        if reading:
            return reading
    if refused:
        return mend.refused(t, refused[0])
    return _undated(parts) or mend.period_missing(t, found) or mend.unreadable(t)


def _reading(parts: Parts, kind: str, rule: Any) -> Reading:
    return Reading(parts.t.phrase, kind, rule, hints=hints.of(kind, rule))


def _counted(parts: Parts, refused: list[Refusal]) -> Reading | None:
    """Terms counted from an event.

    "kỳ" in "sau khi kết thúc kỳ báo cáo" is as long as the cycle beside it.
    """
    rule = parts.first(After) or parts.first(Before)
    if rule is None:
        return None
    cycle, closing = parts.cycle(), parts.first(ClosingDay)
    if closing and isinstance(rule, After) and rule.unit is Unit.WORKING_DAY and _is_closing(rule.event_text):
        return _closed(parts, Closing(closing.day, rule.number))
    if parts.days() and rule.event is Event.ANCHOR and not rule.event_text:
        return None  # "sau 5 ngày ... trước ngày 15/6/2026": the day binds
    if rule.event is Event.PERIOD and rule.every is None:
        every = cycle.unit if cycle and cycle.number == 1 and cycle.unit in MONTHS else None
        rule = rule._replace(every=every, event=Event.PERIOD if every else Event.ANCHOR)
    if rule.event is Event.DAY and rule.day and not rule.day.year and cycle and cycle == Cycle(1, Unit.YEAR):
        rule = rule._replace(every=Unit.YEAR)  # "10 ngày trước Tết hằng năm"
    return _reading(parts, "after" if isinstance(rule, After) else "before", rule)


def _is_closing(event: str) -> bool:
    words = event.lower().split()
    return "chốt" in words and set(words) <= {"chốt", "số", "liệu", "báo", "cáo", "ngày", "kỳ", "khi"}


def _closed(parts: Parts, closing: Closing) -> Reading | None:
    cycle, cycles = parts.cycle(), parts.first(Cycles)
    if cycle:
        return _reading(parts, "cycle", cycle._replace(closing=closing))
    if cycles:
        return _reading(parts, "cycles", cycles._replace(closing=closing))
    return None


def _placed(parts: Parts, refused: list[Refusal]) -> Reading | None:
    """Days told by their place in a period, and days or windows beside a cycle (decision 4 turned into a
    day).
    """
    cycle = parts.cycle()
    days: list[PeriodDay] = []
    for found in parts.all:
        part = found.part
        if isinstance(part, Recurring):
            days += [d._replace(exclusive=found.exclusive or before_it(parts.t, found.start)) for d in part.days]
        elif isinstance(part, TermDay) and cycle and cycle.number == 1 and cycle.unit in MONTHS:
            month = 1 if part.month == 1 else MONTHS[cycle.unit]
            exclusive = found.exclusive or before_it(parts.t, found.start)
            days.append(PeriodDay(cycle.unit, month, part.day, part.after, exclusive=exclusive))
    cycles = parts.first(Cycles)
    if cycle and cycle.unit in MONTHS and cycle.number == 1:
        days += lent(parts, cycle.unit, refused)
    elif _yearly_day_beside_years(parts) or _half_and_year(parts):
        days += lent(parts, Unit.YEAR, refused)
    elif cycles and not cycle and not days:
        days += _of_each(parts, cycles)
    if not days:
        return None
    years, closing = parts.first(OpenYearly), parts.first(ClosingDay)
    since, until = _years_of(parts) if not parts.every(Spans) or not _from_spans(parts) else (0, 0)
    rule = Recurring(
        tuple(days),
        _assumed(parts, days),
        since_year=years.first if years else since,
        until_year=until,
        closing=Closing(closing.day) if closing else None,
    )
    return _reading(parts, _LENGTH_KINDS.get(days[0].unit, "quarter-day"), rule)


def _half_and_year(parts: Parts) -> bool:
    """ "định kỳ 6 tháng, năm (trước ngày 15/6 và 15/12)": each has its day of the year."""
    cycles, days = parts.first(Cycles), parts.days()
    if cycles is None or len(days) != len(cycles.units) or Unit.HALF not in cycles.units:
        return False
    return set(cycles.units) <= {Unit.HALF, Unit.YEAR} and all(d.month and not d.year for d in days)


def _of_each(parts: Parts, cycles: Cycles) -> list[PeriodDay]:
    """ "báo cáo quý, 6 tháng, năm, chậm nhất ngày 25 tháng cuối kỳ": the same day of each period's last month."""
    terms = [f for f in parts.all if isinstance(f.part, TermDay)]
    if len(terms) != 1 or terms[0].part.month != -1 or Unit.WEEK in cycles.units:
        return []
    day, exclusive = terms[0].part, terms[0].exclusive or before_it(parts.t, terms[0].start)
    return [PeriodDay(unit, MONTHS[unit], day.day, day.after, exclusive=exclusive) for unit in cycles.units]


def _from_spans(parts: Parts) -> bool:
    """Whether the periods said are themselves what gives the days ("tháng 12 hằng năm")."""
    return any(span.last - span.first != 11 for span in parts.spans())


def _yearly_day_beside_years(parts: Parts) -> bool:
    """ "trước ngày 10/12, từ năm 2026 trở đi": the years are open and the days name none."""
    return parts.first(OpenYearly) is not None and any(d.month and not d.year for d in parts.days())


def _assumed(parts: Parts, days: list[PeriodDay]) -> bool:
    """Whether only months were said."""
    if any(point.point in THIRDS for point in parts.every(NamedPoint)):
        return True
    named = any(isinstance(f.part, Days | Window | Recurring | TermDay | NamedPoint) for f in parts.all)
    return not named and not parts.exclusive and bool(parts.spans()) and bool(days)


def _dated(parts: Parts, refused: list[Refusal]) -> Reading | None:
    """Days of the calendar, ranges, lunar days: what binds on one day."""
    lunar = parts.first(Lunar)
    if lunar:
        cycle = parts.cycle()
        yearly = cycle is not None and cycle.unit is Unit.YEAR
        return _reading(parts, "lunar", lunar._replace(exclusive=parts.exclusive, yearly=yearly))
    days = parts.days()
    if days:
        spans = parts.spans()
        said = parts.days_as_said()
        if len(said) == 1 and (each := months_of(said[0], parts)):
            return _reading(parts, "fixed-day", FixedDay(each, parts.exclusive))
        if not days[-1].month and spans and spans[-1].first == spans[-1].last:
            days = filled((*days, MonthDay(1, spans[-1].first, spans[-1].year)))[:-1]
        if not days[-1].month:
            return mend.month_missing(parts.t)
        if not days[-1].year and spans and spans[-1].year:
            days = filled((*days, MonthDay(1, 1, spans[-1].year)))[:-1]
        return _reading(parts, "fixed-day", FixedDay(days, parts.exclusive))
    window = parts.first(Window)
    if window:
        spans = parts.spans()
        if not window.last.month and spans and spans[-1].first == spans[-1].last:
            month, year = spans[-1].first, spans[-1].year
            window = Window(window.first._replace(month=month, year=year), window.last._replace(month=month, year=year))
        if not window.last.month:
            return mend.month_missing(parts.t)
        return _reading(parts, "range", Range(window.first, window.last))
    return None


def _repeated(parts: Parts, refused: list[Refusal]) -> Reading | None:
    """Cycles, several cycles, frequencies, years without end."""
    closing = parts.first(ClosingDay)
    close = Closing(closing.day) if closing else None
    merged = _merged(parts)
    if merged is not None:
        weekday, years = parts.first(Weekday), parts.first(OpenYearly)
        since, until = _years_of(parts)
        since = years.first if years else since
    if isinstance(merged, Cycles):
        rule = merged._replace(closing=close, since_year=since, until_year=until)
        return _reading(parts, "cycles", rule)
    if merged is not None:
        number = weekday.number if weekday and merged.unit is Unit.WEEK else -1
        return _reading(
            parts, "cycle", merged._replace(closing=close, weekday=number, since_year=since, until_year=until)
        )
    frequency = parts.first(Frequency)
    if frequency:
        return _reading(parts, "frequency", frequency)
    years = parts.first(OpenYearly)
    return _reading(parts, "open-yearly", years) if years else None


def _years_of(parts: Parts) -> tuple[int, int]:
    """The years between which a cycle runs, if the phrase says them ("hằng năm, giai đoạn 2026-2030")."""
    found, until, spans = parts.first(Range), parts.first(Until), parts.spans()
    if found and isinstance(found.first, Span) and isinstance(found.last, Span):
        return found.first.year, found.last.year
    if until and until.span.last == 12:
        return 0, until.span.year
    if spans and all(s.last - s.first == 11 and s.year for s in spans):
        return spans[0].year, spans[-1].year
    return 0, 0


def _merged(parts: Parts) -> Cycle | Cycles | None:
    """Every cycle in the phrase, as one rule (decision 5)."""
    units: list[Unit] = []
    single: Cycle | None = None
    for found in parts.all:
        part = found.part
        if isinstance(part, Cycles):
            units += part.units
        elif isinstance(part, Cycle):
            single = single or part
            if part.number == 1:
                units.append(part.unit)
    lengths = sorted({u for u in units if u in MONTHS or u is Unit.WEEK}, key=lambda u: MONTHS.get(u, 0))
    return Cycles(tuple(lengths)) if len(lengths) > 1 else single or (Cycle(1, lengths[0]) if lengths else None)


def _spanned(parts: Parts, refused: list[Refusal]) -> Reading | None:
    """Ranges, points and whole periods: the weakest way of saying a day."""
    until, found, point = parts.first(Until), parts.first(Range), parts.first(NamedPoint)
    if until:
        return _reading(parts, "until", until)
    if found:
        return _reading(parts, "range", found)
    if several := several_points(parts):
        return _reading(parts, "named-point", NamedPoints(several))
    if point:
        return _reading(parts, "named-point", point._replace(exclusive=parts.exclusive or _point_excluded(parts)))
    spans = filled_spans(untitled(parts.t, parts.all))
    return _reading(parts, "period", Period(spans, parts.exclusive)) if spans else None


def _point_excluded(parts: Parts) -> bool:
    return any(isinstance(f.part, NamedPoint) and before_it(parts.t, f.start) for f in parts.all)


def _why(parts: Parts) -> str:
    """The weightiest of the words that give no date."""
    whys = [f.part.why for f in parts.all if isinstance(f.part, Undated)]
    return next((why for why in ("conditional", "on-demand", "continuous") if why in whys), "")


def _undated(parts: Parts) -> Reading | None:
    """Words that give no date (decision 8); a cycle of no said length asks for it."""
    whys = [f.part.why for f in parts.all if isinstance(f.part, Undated)]
    if not whys:
        return None
    if why := _why(parts):
        return Reading(parts.t.phrase, "no-date", undated=why)
    if "cycle" in whys:
        return Reading(parts.t.phrase, "no-date", hints=(hints.period_missing(),), undated="continuous")
    return Reading(parts.t.phrase, "not-a-deadline", undated="not-a-deadline")
