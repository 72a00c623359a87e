"""The status: what was assigned for a period, how much of it is done, what is late, whose, and what to do next.

Everything is decided here; the screen, the sheet, JSON and printed reports lay out one and the same view, so that
they cannot disagree. Its texts are Vietnamese, as in the documents that they go into.

What counts: an occurrence counts in the period in which its due day lies, so a duty that comes back counts once for
each time. A duty without a date is counted apart (chưa xác định hạn), never in a class. What fell due before the
period and is overdue still (kỳ trước chuyển sang) is counted apart too, and listed with what is late; what a plan
left open that is over is not carried over. Every figure is that of `today`: what was done later was not done then.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from phoihop.consent import awaited
from phoihop.dates.calendar import Calendar
from phoihop.dates.statutory import LAST_YEAR
from phoihop.dates.window import Window, year_of
from phoihop.model import Book, Plan
from phoihop.progress import Status, Tracked, as_of, track, unmatched_results
from phoihop.schedule import BEGINNING, PlanSchedule, horizon, schedule
from phoihop.views.agenda import Ended, UndatedItem, concerns, ended_on, is_waiting, undated_item
from phoihop.views.counts import Counts, Share, count
from phoihop.views.entry import Entry, Followed, entries_of
from phoihop.views.grouping import Balance, By, Group, balances, grouped
from phoihop.views.next_step import NEAR

_END = date(LAST_YEAR, 12, 31)


class StatusQuery(NamedTuple):
    """What is asked: a day to call today, a period, whose duties, which plan, and how they are grouped.

    Without a period it is that of the plan that is asked for, from its first day to the due day of its last duty;
    without a plan either, the calendar year of `today`.
    """

    today: date
    window: Window | None = None
    office: frozenset[str] = frozenset()
    plan: str = ""
    by: By = By.OFFICE


class Trend(NamedTuple):
    """How the figures moved against the period before, of the same length, at the same point of it.

    `today` is that point; `before` are its counts, `change` how many more there are now; the points are the
    differences of the percentages in tenths of a percentage point, None where one of the two is undefined.
    """

    window: Window
    today: date
    before: Counts
    change: Counts
    of_due_points: int | None
    of_all_points: int | None


class Waiting(NamedTuple):
    """An office that agreed on a day to a text which changed since: of the duty, or of the parent plan's, `parent`."""

    plan: str
    id: str
    office: str
    office_name: str
    day: date
    parent: str


class StatusView(NamedTuple):
    """The status of a book. `entries` are all that count in the period, by due day; `counts` are theirs.

    `plan` and `offices` are the plan and the offices that it is limited to, each by code and name; none if it is not.
    `carried` are those overdue since before the period; `groups` and `balances` cover both. `trend` is None when
    nothing was assigned in the period before, and when the period is a plan's whole time (`whole`). `ended`, `undated`
    and `unmatched` are as in the agenda, an ended plan's duties without a date only where its time touches the period.
    `suspended` are what falls due in the period, or fell due before it, and is in no class because the duty rests.
    """

    today: date
    window: Window
    whole: bool
    plan: tuple[str, str] | None
    offices: tuple[tuple[str, str], ...]
    by: By
    counts: Counts
    trend: Trend | None
    entries: tuple[Entry, ...]
    carried: tuple[Entry, ...]
    groups: tuple[Group, ...]
    balances: tuple[Balance, ...]
    ended: tuple[Ended, ...]
    undated: tuple[UndatedItem, ...]
    unmatched: tuple[str, ...]
    waiting: tuple[Waiting, ...] = ()
    suspended: tuple[Entry, ...] = ()

    @property
    def late(self) -> tuple[Entry, ...]:
        """What is overdue, that of earlier periods included, the longest first."""
        return tuple(entry for entry in (*self.carried, *self.entries) if entry.status is Status.OPEN_OVERDUE)

    @property
    def done_late(self) -> tuple[Entry, ...]:
        """What was finished late."""
        return tuple(entry for entry in self.entries if entry.status is Status.DONE_LATE)


def status(book: Book, calendar: Calendar, query: StatusQuery) -> StatusView:
    """The status of a book for a query."""
    plans = [plan for plan in book.plans.values() if not query.plan or plan.id == query.plan]
    window = query.window or year_of(query.today)
    whole = query.window is None and bool(query.plan) and bool(plans)
    untils = [_until(plan, query, window) for plan in plans]
    planned = _known(plans, untils, calendar, query.today)
    if whole:
        window = _whole_time(plans[0], planned[0], window)
    earlier = planned if whole else _known(plans, untils, calendar, window.day_before(query.today), planned)
    followed = [_followed(plan, book, found, query) for plan, found in zip(plans, planned, strict=True)]
    every = [entry for one in followed for entry in entries_of(one, book, calendar, query.today, window)]
    every.sort(key=lambda entry: (entry.item.due, entry.item.plan, entry.item.id))
    suspended = tuple(entry for entry in every if entry.status is Status.SUSPENDED)
    every = [entry for entry in every if entry.status is not Status.SUSPENDED]
    entries = tuple(entry for entry in every if not entry.carried)
    counts = count(entry.status for entry in entries)
    return StatusView(
        today=query.today,
        window=window,
        whole=whole,
        plan=(plans[0].id, plans[0].head.title) if query.plan and plans else None,
        offices=tuple((code, _office_name(code, plans, book)) for code in sorted(query.office)),
        by=query.by,
        counts=counts,
        trend=None if whole else _trend(counts, _before(plans, earlier, book, query, window), query.today, window),
        entries=entries,
        carried=tuple(entry for entry in every if entry.carried),
        groups=grouped(every, query.by),
        balances=balances(book, every),
        ended=tuple(_ended(followed, query)),
        undated=tuple(_undated(followed, planned, book, query, window)),
        unmatched=tuple(
            f"{plan.id}/{duty.id}: {ky}"
            for plan, found in zip(plans, planned, strict=True)
            for duty, ky in unmatched_results(found.dated)
        ),
        waiting=tuple(_waiting(followed, book, query)),
        suspended=suspended,
    )


def _office_name(code: str, plans: list[Plan], book: Book) -> str:
    """What the first plan that names an office, or a group of them, calls it."""
    named = (plan for plan in plans if any(one.code == code for one in plan.participants))
    office = book.organisations.get(code)
    return next((book.name(plan, code) for plan in named), office.name if office else code)


def _waiting(followed: list[Followed], book: Book, query: StatusQuery) -> Iterator[Waiting]:
    for plan, _tracked, ended in followed:
        for duty, agreement, above, _parent in awaited(plan, book) if ended is None else ():
            if not query.office or agreement.office in query.office or concerns(duty, plan, book, query.office):
                name = book.name(plan, agreement.office)
                yield Waiting(plan.id, duty.id, agreement.office, name, agreement.day, above)


def _until(plan: Plan, query: StatusQuery, window: Window) -> date:
    """Until when occurrences are looked at: the period, the plan's next meeting, and all that results may be of."""
    return max(window.last, query.today + NEAR, horizon(plan, query.today))


def _whole_time(plan: Plan, planned: PlanSchedule, year: Window) -> Window:
    """A plan's time with the due days of all its duties; one without end is followed until the year's."""
    since, until = plan.head.period
    dues = [item.occurrence.due for item in planned.dated]
    first = min([day for day in (since or plan.head.issued, *dues) if day], default=year.first)
    last = max([until, *dues]) if until else year.last
    first = min(max(first, BEGINNING), _END)
    return Window(first, min(max(last, first), _END))


def _followed(plan: Plan, book: Book, planned: PlanSchedule, query: StatusQuery) -> Followed:
    tracked = track(planned.dated, query.today, query.today)
    ended = ended_on(plan, planned.dated, query.today)
    return Followed(plan, _concerning(tracked, plan, book, query), ended)


def _concerning(tracked: list[Tracked], plan: Plan, book: Book, query: StatusQuery) -> list[Tracked]:
    return [item for item in tracked if concerns(item.duty, plan, book, query.office)]


def _known(
    plans: list[Plan], untils: list[date], calendar: Calendar, day: date, now: list[PlanSchedule] | None = None
) -> list[PlanSchedule]:
    """Each plan's schedule by the deadlines of a day; `now` are those that hold where nothing was put off since."""
    found = []
    for number, (plan, until) in enumerate(zip(plans, untils, strict=True)):
        then = as_of(plan, day)
        found.append(now[number] if now and then is plan else schedule(then, calendar, (BEGINNING, until)))
    return found


def _before(plans: list[Plan], planned: list[PlanSchedule], book: Book, query: StatusQuery, window: Window) -> Counts:
    """The counts of the period before, at the same point of it."""
    earlier, day = window.before(), window.day_before(query.today)
    return count(
        item.status
        for plan, found in zip(plans, planned, strict=True)
        for item in _concerning(track(found.dated, day, day), plan, book, query)
        if earlier.holds(item.dated.occurrence.due)
    )


def _trend(now: Counts, before: Counts, today: date, window: Window) -> Trend | None:
    if not before.total:
        return None
    change = Counts(*(new - old for new, old in zip(now, before, strict=True)))
    points = _points(now.of_due, before.of_due), _points(now.of_all, before.of_all)
    return Trend(window.before(), window.day_before(today), before, change, *points)


def _points(now: Share, before: Share) -> int | None:
    return None if now.tenths is None or before.tenths is None else now.tenths - before.tenths


def _ended(followed: list[Followed], query: StatusQuery) -> Iterator[Ended]:
    for plan, tracked, ended in followed:
        unfinished = sum(item.status in (Status.OPEN_IN_TIME, Status.OPEN_OVERDUE) for item in tracked)
        if ended is not None and (unfinished or not query.office):
            yield Ended(plan.id, plan.head.title, ended, unfinished)


def _undated(
    followed: list[Followed], planned: list[PlanSchedule], book: Book, query: StatusQuery, window: Window
) -> Iterator[UndatedItem]:
    for (plan, _tracked, ended), found in zip(followed, planned, strict=True):
        since = plan.head.period.since
        if (ended is not None and ended < window.first) or (since is not None and since > window.last):
            continue
        for missing in found.undated:
            if is_waiting(missing.duty, query.today) and concerns(missing.duty, plan, book, query.office):
                yield undated_item(missing, plan, book)
