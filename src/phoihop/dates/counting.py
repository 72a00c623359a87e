"""Moments of terms counted from an event, forwards and backwards (decision 7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from phoihop.dates.calendar import Calendar
from phoihop.dates.moment import CODE, CONVENTION, Missing, Moment, existing, shifted, single_year, start_of
from phoihop.dates.recurring import cycle
from phoihop.dates.rule import After, Before, Cycle, Event, Lunar
from phoihop.dates.single import lunar_date
from phoihop.dates.terms import AnchorDay, Because, Terms
from phoihop.dates.units import MonthDay, Unit, written


def after(rule: After, terms: Terms, limit: date, calendar: Calendar | None) -> Iterator[Moment]:
    """The end of a term that begins with an event; the event's own day is not counted (Đ.147)."""
    for anchor in _anchors(rule, terms, limit, calendar):
        if rule.unit is Unit.WORKING_WEEK:
            if calendar:
                yield _working_week(rule, anchor, calendar)
            continue
        at = _counted(anchor.day, rule.number, rule.unit, calendar)
        if at is None:
            continue
        text = f"{rule.number} {rule.unit.value} kể từ ngày {written(anchor.day)}{_named(rule)}, "
        text += f"không tính ngày đó: đến ngày {written(at)}."
        because = (*_assumed(anchor), Because(text, f"{CODE}, Điều 147 và Điều 148"))
        counted_from = anchor.day if rule.unit is Unit.WORKING_DAY else None
        assumed, since = anchor.assumed, anchor.day
        yield Moment(at, because, anchor.label, assumed=assumed, since=since, counted_from=counted_from)


def _working_week(rule: After, anchor: AnchorDay, calendar: Calendar) -> Moment:
    """The n-th week that is worked after a holiday, due on its last working day.

    The first one holds the first working day after the holiday, however late in its week that is; whether a week cut
    short counts as the first nobody has fixed, so the other reading is told.
    """
    resumed = calendar.add_working(anchor.day, 1)
    monday = resumed - timedelta(resumed.weekday())
    cut_short = calendar.next_working(monday) < resumed or calendar.working_between(monday, monday + timedelta(4)) < 4
    steps = [*_assumed(anchor)]
    text = f"Ngày làm việc đầu tiên sau ngày {written(anchor.day)}{_named(rule)} là ngày {written(resumed)}."
    steps.append(Because(text))
    first = resumed if rule.number == 1 else calendar.next_working(monday + timedelta(7 * (rule.number - 1)))
    last = _last_worked(calendar, first)
    text = f"Tuần làm việc thứ {rule.number} từ ngày {written(first)} đến ngày {written(last)}: lấy ngày cuối tuần."
    steps.append(Because(text, CONVENTION))
    if cut_short:
        other = calendar.next_working(first - timedelta(first.weekday()) + timedelta(7))
        text = f"Tuần của ngày {written(resumed)} không trọn vẹn. Nếu chỉ tính tuần làm việc trọn vẹn thì là từ ngày "
        text += f"{written(other)} đến ngày {written(_last_worked(calendar, other))}: đề nghị nêu rõ ngày."
        steps.append(Because(text, CONVENTION))
    return Moment(last, tuple(steps), anchor.label, assumed=True, since=first, counted_from=anchor.day)


def _last_worked(calendar: Calendar, day: date) -> date:
    """The last working day of the day's week."""
    return calendar.previous_working(day + timedelta(6 - day.weekday()))


def before(rule: Before, terms: Terms, limit: date, calendar: Calendar | None) -> Iterator[Moment]:
    """The last day that leaves the term before an event: never later, so a day off moves it back."""
    for anchor in _anchors(rule, terms, limit, calendar):
        if rule.number == 0:
            text = f"Trước ngày {written(anchor.day)}{_named(rule)}: không tính ngày đó."
            because = (*_assumed(anchor), Because(text, CONVENTION))
            yield Moment(anchor.day, because, anchor.label, exclusive=True, assumed=anchor.assumed)
            continue
        at = _counted(anchor.day, -rule.number, rule.unit, calendar)
        if at is None:
            continue
        text = f"Tính lùi {rule.number} {rule.unit.value} từ ngày {written(anchor.day)}{_named(rule)}"
        text += f", không tính ngày đó: ngày {written(at)}."
        because = (*_assumed(anchor), Because(text, CONVENTION))
        counted_from = anchor.day if rule.unit is Unit.WORKING_DAY else None
        yield Moment(at, because, anchor.label, assumed=anchor.assumed, back=True, counted_from=counted_from)


def _assumed(anchor: AnchorDay) -> tuple[Because, ...]:
    """A word on an anchor whose own day was not said."""
    if not anchor.assumed:
        return ()
    text = f"Ngày làm mốc {written(anchor.day)} là ngày tạm tính, không được nêu rõ: thời hạn này cũng là tạm tính."
    return (Because(text, CONVENTION),)


def _named(rule: After | Before) -> str:
    """What the day is, in brackets; a day of the calendar says that itself."""
    said = rule.event_text and not isinstance(rule.day, MonthDay)
    return f" ({rule.event_text})" if said else ""


def _counted(day: date, count: int, unit: Unit, calendar: Calendar | None) -> date | None:
    """The day so many units away; None for working days when there is no calendar to count them."""
    if unit is not Unit.WORKING_DAY:
        return shifted(day, count, unit)
    return calendar.add_working(day, count) if calendar else None


def _anchors(rule: After | Before, terms: Terms, limit: date, calendar: Calendar | None) -> list[AnchorDay]:
    """The days that a term counts from."""
    match rule.event:
        case Event.DAY if rule.every:
            return _yearly(rule.day, terms, limit)
        case Event.DAY:
            return [AnchorDay(_day(rule.day, terms))]
        case Event.SIGNING if terms.signed:
            return [AnchorDay(terms.signed)]
        case Event.START if terms.since or terms.signed:
            return [AnchorDay(start_of(terms))]
        case Event.PERIOD if rule.every:
            ends = cycle(Cycle(1, rule.every), terms, limit, calendar or Calendar())
            return [AnchorDay(m.nominal, m.label) for m in ends]
    if not terms.anchors:
        raise Missing("anchor-missing", rule.event_text)
    return sorted(terms.anchors, key=lambda anchor: anchor.day)


def _yearly(day: MonthDay | Lunar | None, terms: Terms, limit: date) -> list[AnchorDay]:
    """The same day of every year of the plan, the year before included: a term may reach over the year's end."""
    start = start_of(terms)
    years = range(start.year - 1, min(limit, terms.until or limit).year + 2)
    on = [_day(day._replace(year=year), terms) for year in years] if day else []
    return [AnchorDay(at, f"năm {at.year}") for at in on if start <= at and (terms.until is None or at <= terms.until)]


def _day(day: MonthDay | Lunar | None, terms: Terms) -> date:
    if isinstance(day, Lunar):
        return lunar_date(day, terms)[0]
    if day is None:
        raise Missing("anchor-missing")
    return existing(day, day.year or single_year(terms))
