"""Moments of the rules that come back.

Each counts from the plan's first day, never from the moment before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from phoihop.dates.calendar import Calendar
from phoihop.dates.lunar import from_lunar
from phoihop.dates.moment import CODE, CONVENTION, Missing, Moment, shifted, start_of
from phoihop.dates.rule import Closing, Cycle, Cycles, Frequency, Lunar, OpenYearly, PeriodDay, Recurring
from phoihop.dates.single import last_day, lunar_moment
from phoihop.dates.terms import Because, Terms
from phoihop.dates.units import MONTHS, Unit, days_in, month_end, span_label, weekday_name, written

_FRIDAY = 4
_REPORTS = "Nghị định 09/2019/NĐ-CP, Điều 8 và Điều 12"


def cycle(rule: Cycle, terms: Terms, limit: date, calendar: Calendar) -> Iterator[Moment]:
    """A cycle without a day (decision 4): calendar periods end with the calendar's, others count from the
    start.
    """
    terms = _years(terms, rule.since_year, rule.until_year)
    if rule.number == 1 and rule.unit in MONTHS:
        yield from _calendar_cycle((rule.unit,), rule.closing, terms, limit, calendar)
        return
    if rule.number == 1 and rule.unit is Unit.WEEK and rule.weekday < 0:
        yield from _weeks(terms, limit)
        return
    begin = terms.since or start_of(terms)
    start = start_of(terms)
    if rule.weekday >= 0:
        # Weekly on a weekday: the first one on or after the first day, 0 weeks on.
        begin, n = start + timedelta((rule.weekday - start.weekday()) % 7), 0
    else:
        n = 1
    number = 0
    end = min(limit, terms.until or limit)
    length = f"{rule.number} {rule.unit.value}"
    while (at := shifted(begin, n * rule.number, rule.unit)) <= end:
        if at >= start:
            number += 1
            if rule.weekday >= 0:
                text, law = f"Kỳ {number}: {weekday_name(at)}, ngày {written(at)}.", ""
            else:
                text = f"Kỳ {number}: sau {n * rule.number} {rule.unit.value} kể từ ngày {written(begin)} là ngày "
                text += (
                    f"{written(at)}. Chu kỳ {length} không trùng với kỳ nào của lịch nên tính từ ngày "
                    "đầu thực hiện kế hoạch."
                )
                law = f"{CODE}, Điều 148"
            since = shifted(begin, (n - 1) * rule.number, rule.unit)
            assumed = rule.weekday < 0
            yield Moment(at, (Because(text, law),), f"kỳ {number}", assumed=assumed, since=since)
        n += 1


def _weeks(terms: Terms, limit: date) -> Iterator[Moment]:
    """The end of each week, assumed (decision 4): its Friday, the last day of the working week.

    Sunday would move to the next week's Monday each time (decision 2). A week that the plan's end cuts short ends
    with the plan.
    """
    start = start_of(terms)
    end = min(limit, terms.until or limit)
    friday = start + timedelta((_FRIDAY - start.weekday()) % 7)
    number = 0
    while (monday := friday - timedelta(_FRIDAY)) <= end and (at := min(friday, terms.until or friday)) <= limit:
        number += 1
        text = f"Kỳ {number}: tuần từ ngày {written(monday)} không nêu ngày: lấy thứ Sáu, ngày cuối tuần làm việc"
        text += f", {written(at)}." if at == friday else f"; kế hoạch kết thúc trước đó, ngày {written(at)}."
        yield Moment(at, (Because(text, CONVENTION),), f"kỳ {number}", assumed=True, since=max(monday, start))
        friday += timedelta(7)


def _years(terms: Terms, since: int, until: int) -> Terms:
    """The terms, narrowed to the years that the phrase itself says."""
    if since:
        terms = terms._replace(since=max(date(since, 1, 1), terms.since or date.min))
    if until:
        terms = terms._replace(until=min(date(until, 12, 31), terms.until or date.max))
    return terms


def cycles(rule: Cycles, terms: Terms, limit: date, calendar: Calendar) -> Iterator[Moment]:
    """Several cycles: on the same day the coarser takes the finer's place (decision 5)."""
    terms = _years(terms, rule.since_year, rule.until_year)
    units = tuple(u for u in rule.units if u in MONTHS)
    moments = list(_calendar_cycle(units, rule.closing, terms, limit, calendar))
    if Unit.WEEK in rule.units:
        taken = {m.nominal for m in moments}
        weeks = cycle(Cycle(1, Unit.WEEK), terms, limit, calendar)
        moments += [m._replace(label=f"tuần {m.label}") for m in weeks if m.nominal not in taken]
    yield from sorted(moments, key=lambda m: m.nominal)


def _calendar_cycle(
    units: tuple[Unit, ...], closing: Closing | None, terms: Terms, limit: date, calendar: Calendar
) -> Iterator[Moment]:
    """The ends of the calendar's periods of these lengths, those before the start left out."""
    start = start_of(terms)
    for year in range(start.year, min(limit, terms.until or limit).year + 1):
        # By last month: the longest of the periods that end with it.
        ends = {month: unit for unit in units for month in range(MONTHS[unit], 13, MONTHS[unit])}
        for month in sorted(ends):
            length = MONTHS[ends[month]]
            begin, end = date(year, month - length + 1, 1), month_end(year, month)
            if end < start or begin > limit or (terms.until and begin > terms.until):
                continue
            finer = [u for u in units if u is not ends[month] and month % MONTHS[u] == 0]
            yield _period_end(begin, end, finer, closing, terms, calendar)


def _period_end(
    begin: date, end: date, finer: list[Unit], closing: Closing | None, terms: Terms, calendar: Calendar
) -> Moment:
    label = span_label(begin.month, end.month, end.year)
    steps: list[Because] = []
    nominal, closed = end, None
    if closing:
        begin, closed, step = data_window(begin, end, closing.day)
        steps.append(step)
        if closing.working_days:
            nominal = calendar.add_working(closed, closing.working_days)
            text = f"{closing.working_days} ngày làm việc sau ngày chốt số liệu là ngày {written(nominal)}."
            steps.append(Because(text))
            return Moment(nominal, tuple(steps), label, since=begin, counted_from=closed, closed=closed)
    steps.append(last_day(label, end))
    if finer:
        names = ", ".join(u.value for u in finer)
        steps.append(Because(f"Kỳ {label} thay cho kỳ ngắn hơn kết thúc cùng ngày ({names}).", CONVENTION))
    if terms.until and end > terms.until:
        nominal = terms.until
        text = f"Thời gian thực hiện kết thúc ngày {written(nominal)}, trước khi hết {label}: lấy ngày đó."
        steps.append(Because(text, CONVENTION))
    return Moment(nominal, tuple(steps), label, assumed=True, since=begin, closed=closed)


def data_window(begin: date, end: date, day: int) -> tuple[date, date, Because]:
    """The first and last day of a period's figures, closed on a day of its last month, and a word on that.

    Nghị định 09/2019/NĐ-CP, Điều 12: a quarter's run from the 15th of the month before it to the 14th of its last.
    """
    closed = end.replace(day=min(day, end.day))
    opened = shifted_month(begin, -1, day) + timedelta(1)
    label = span_label(begin.month, end.month, end.year)
    text = f"Số liệu {label} tính từ ngày {written(opened)} đến ngày {written(closed)} (ngày chốt số liệu)."
    return opened, closed, Because(text, _REPORTS)


def shifted_month(day: date, months: int, number: int) -> date:
    """Day `number` (or the last) of the month so many months from the day's."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(number, days_in(year, month)))


def recurring(rule: Recurring, terms: Terms, limit: date, calendar: Calendar) -> Iterator[Moment]:
    """Days of every month, quarter, half or year."""
    terms = _years(terms, rule.since_year, rule.until_year)
    start = start_of(terms)
    moments = []
    for day in rule.days:
        same = [d for d in rule.days if d.unit is day.unit]
        part = f"đợt {same.index(day) + 1} " if len(same) > 1 else ""
        length = MONTHS[day.unit]
        for year in range(start.year - 1, min(limit, terms.until or limit).year + 1):
            for month in range(1, 13, length):
                begin, end = date(year, month, 1), month_end(year, month + length - 1)
                moment = _in_period(day, begin, end, calendar, part)
                if _inside(day, moment, end, start, terms.until) and moment.nominal <= limit:
                    if rule.closing:
                        opened, closed, step = data_window(begin, end, rule.closing.day)
                        moment = moment._replace(because=(step, *moment.because), since=opened, closed=closed)
                    moments.append((day, moment._replace(assumed=rule.assumed)))
    if len({day.unit for day in rule.days}) > 1:
        moments = _coarser(moments)
    yield from sorted((moment for _, moment in moments), key=lambda m: (m.nominal, m.label))


def _coarser(moments: list[tuple[PeriodDay, Moment]]) -> list[tuple[PeriodDay, Moment]]:
    """Without the times of finer periods that fall on the day of a coarser one, which says so (decision 5)."""
    units: dict[tuple[date, bool], list[Unit]] = {}
    for day, moment in moments:
        units.setdefault((moment.nominal, moment.exclusive), []).append(day.unit)
    kept = []
    for day, moment in moments:
        together = units[moment.nominal, moment.exclusive]
        if any(MONTHS[unit] > MONTHS[day.unit] for unit in together):
            continue
        finer = [unit.value for unit in together if MONTHS[unit] < MONTHS[day.unit]]
        if finer:
            text = f"Kỳ {moment.label} thay cho kỳ ngắn hơn đến hạn cùng ngày ({', '.join(finer)})."
            moment = moment._replace(because=(*moment.because, Because(text, CONVENTION)))
        kept.append((day, moment))
    return kept


def _inside(day: PeriodDay, moment: Moment, end: date, start: date, until: date | None) -> bool:
    """Whether the time belongs to the plan: its day does, or, when it follows the period, the period's end
    does.
    """
    at = end if day.after else moment.nominal
    return at >= start and (until is None or at <= until)


def _in_period(day: PeriodDay, begin: date, end: date, calendar: Calendar, part: str) -> Moment:
    """The day of one period."""
    length = MONTHS[day.unit]
    months = day.month - 1 + (length if day.after else 0)
    at = shifted_month(begin, months, day.day)
    label = part + span_label(begin.month, end.month, end.year)
    since = at.replace(day=day.first) if 0 < day.first <= at.day else begin
    if day.working:
        text = f"Ngày làm việc cuối cùng của {label}, tính lùi từ ngày {written(at)}."
        if day.exclusive:
            at = calendar.previous_working(at)
            excluded = Because(f"Trước ngày {written(at)}: không tính ngày {written(at)}.", CONVENTION)
            return Moment(at, (Because(text), excluded), label, exclusive=True, since=since)
        return Moment(at, (Because(text),), label, since=since, back=True)
    text = f"Kỳ {label}: ngày {written(at)}."
    steps = [Because(text)]
    if day.day > at.day and day.day < 31:
        steps.append(
            Because(
                f"Tháng {at.month}/{at.year} không có ngày {day.day}: lấy ngày cuối tháng.",
                f"{CODE}, Điều 148",
            )
        )
    if day.exclusive:
        before = at - timedelta(1)
        text = f"Trước ngày {written(at)}: không tính ngày {written(at)}, ngày cuối cùng là {written(before)}."
        steps.append(Because(text, CONVENTION))
    return Moment(at, tuple(steps), label, day.exclusive, since=since)


def frequency(rule: Frequency, terms: Terms, limit: date, calendar: Calendar) -> Iterator[Moment]:
    """How often, not when: the least number, at the period's end (decision 9)."""
    text = f"Chỉ nêu số lần (ít nhất {rule.least} lần/{rule.per.value}), không nêu ngày: tính vào cuối kỳ."
    step = Because(text, CONVENTION)
    for moment in cycle(Cycle(1, rule.per), terms, limit, calendar):
        yield moment._replace(because=(step, *moment.because))


def open_yearly(rule: OpenYearly, terms: Terms, limit: date, calendar: Calendar) -> Iterator[Moment]:
    """Every year from the first on, to the end of the plan or without end."""
    known = [day for day in (terms.since, terms.signed, date(rule.first, 1, 1)) if day is not None]
    yield from cycle(Cycle(1, Unit.YEAR), terms._replace(since=max(known)), limit, calendar)


def lunar_yearly(rule: Lunar, terms: Terms, limit: date) -> Iterator[Moment]:
    """A lunar day of every year."""
    start = start_of(terms)
    for year in range(max(start.year - 1, 1), min(limit, terms.until or limit).year + 1):
        at = from_lunar(rule.day, rule.month, year)
        if start <= at <= min(limit, terms.until or limit):
            yield lunar_moment(rule, at, f"năm {year}")


__all__ = ["Missing", "cycle", "cycles", "frequency", "lunar_yearly", "open_yearly", "recurring"]
