"""The agenda: who owes what by when. Everything is decided here; the printers only lay it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from phoihop.dates.calendar import Calendar
from phoihop.dates.roll import Roll
from phoihop.model import Book, Duty, OfficesState, Plan, Suspension
from phoihop.progress import Status, Tracked, as_of, track, unmatched_results
from phoihop.schedule import BEGINNING, Dated, Undated, horizon, schedule

_OPEN = (Status.OPEN_IN_TIME, Status.OPEN_OVERDUE)


class Query(NamedTuple):
    """What is asked: a day to call today, a window (both ends included), and whose duties."""

    today: date
    since: date
    until: date
    office: frozenset[str] = frozenset()
    plan: str = ""
    with_overdue: bool = True
    include_ended: bool = False


class Item(NamedTuple):
    """One row: one occurrence that is not finished. Offices are given as codes and as the plan names them.

    `roll` is the plan's choice for a last day that is a day off; `since` and `closed` are the first and last day of
    what a report covers; `suspension` is why it is in no class.
    """

    plan: str
    plan_title: str
    id: str
    title: str
    occurrence: int
    label: str
    lead: str
    lead_name: str
    partners: tuple[str, ...]
    partner_names: tuple[str, ...]
    nominal: date
    due: date
    careful: date
    assumed: bool
    provisional: bool
    status: Status
    days_left: int
    roll: Roll = Roll.FORWARD
    since: date | None = None
    closed: date | None = None
    suspension: Suspension | None = None


class Ended(NamedTuple):
    """A plan whose period is over, and how much of it was never reported as finished."""

    plan: str
    title: str
    until: date
    unfinished: int


class UndatedItem(NamedTuple):
    """A duty that has no date: continuous or on-demand work, or a term that lacks something (`problem`)."""

    plan: str
    id: str
    title: str
    lead: str
    lead_name: str
    phrase: str
    problem: str


class SuspendedItem(NamedTuple):
    """A duty that rests on the day that is called today."""

    plan: str
    id: str
    title: str
    lead: str
    lead_name: str
    suspension: Suspension


class Agenda(NamedTuple):
    """What is due, overdue first and then by day; plans that ended; work without a date.

    `unmatched` names the results whose `ky` is no occurrence of their duty: they complete nothing. `suspended` are the
    duties that rest today.
    """

    today: date
    since: date
    until: date
    items: tuple[Item, ...]
    ended: tuple[Ended, ...]
    undated: tuple[UndatedItem, ...]
    unmatched: tuple[str, ...] = ()
    suspended: tuple[SuspendedItem, ...] = ()


def agenda(book: Book, calendar: Calendar, query: Query) -> Agenda:
    """The agenda of a book for a query."""
    items: list[Item] = []
    ended: list[Ended] = []
    undated: list[UndatedItem] = []
    unmatched: list[str] = []
    suspended: list[SuspendedItem] = []
    for plan in book.plans.values():
        if query.plan and plan.id != query.plan:
            continue
        until = max(query.until, horizon(plan, query.today))
        planned = schedule(as_of(plan, query.today), calendar, (BEGINNING, until))
        tracked = track(planned.dated, query.today)
        open_items = [
            item for item in tracked if item.status in _OPEN and concerns(item.duty, plan, book, query.office)
        ]
        last_day = None if query.include_ended else ended_on(plan, planned.dated, query.today)
        if last_day is not None:
            if open_items or not query.office:
                ended.append(Ended(plan.id, plan.head.title, last_day, len(open_items)))
            continue
        unmatched += [f"{plan.id}/{duty.id}: {ky}" for duty, ky in unmatched_results(planned.dated)]
        items += [item_of(item, plan, book, query.today) for item in open_items if _wanted(item, query)]
        undated += [
            undated_item(missing, plan, book)
            for missing in planned.undated
            if is_waiting(missing.duty, query.today) and concerns(missing.duty, plan, book, query.office)
        ]
        suspended += [
            SuspendedItem(plan.id, duty.id, duty.title, duty.lead, book.name(plan, duty.lead), rest)
            for duty, rest in _resting(plan, tracked, query.today)
            if concerns(duty, plan, book, query.office)
        ]
    items.sort(key=lambda item: (item.status is not Status.OPEN_OVERDUE, item.due, item.plan, item.id))
    found = tuple(items), tuple(ended), tuple(undated), tuple(unmatched), tuple(suspended)
    return Agenda(query.today, query.since, query.until, *found)


def _resting(plan: Plan, tracked: list[Tracked], today: date) -> Iterator[tuple[Duty, Suspension]]:
    """The duties that rest on a day, each with its suspension or, once, with that of what it counts from."""
    yield from ((duty, rest) for duty in plan.own_duties() for rest in duty.suspensions if rest.holds(today))
    told = set()
    for item in tracked:
        rest = item.suspension
        if rest is not None and item.duty.anchor and rest not in item.duty.suspensions and rest.holds(today):
            if item.duty.id not in told:
                yield item.duty, rest
            told.add(item.duty.id)


def ended_on(plan: Plan, planned: Iterable[Dated], today: date) -> date | None:
    """The last day of a plan that is over: its period, and the due day of its last duty, which may be later."""
    last = plan.head.period.until
    over = last is not None and last < today and all(one.occurrence.due < today for one in planned)
    return last if over else None


def _wanted(tracked: Tracked, query: Query) -> bool:
    """What falls due in the window; with it, what is overdue, however long ago it fell due."""
    if query.with_overdue and tracked.status is Status.OPEN_OVERDUE:
        return True
    return query.since <= tracked.dated.occurrence.due <= query.until


def concerns(duty: Duty, plan: Plan, book: Book, offices: frozenset[str]) -> bool:
    """Whether one of the offices leads the duty or is its partner, by itself or as a member of a group."""
    if not offices:
        return True
    involved: set[str] = set()
    for code in (duty.lead, *duty.partners):
        involved.add(code)
        involved.update(book.members(plan, code))
    return not offices.isdisjoint(involved)


def item_of(tracked: Tracked, plan: Plan, book: Book, today: date) -> Item:
    """An occurrence as a row, counted from `today`."""
    duty, occurrence = tracked.duty, tracked.dated.occurrence
    return Item(
        plan=plan.id,
        plan_title=plan.head.title,
        id=duty.id,
        title=duty.title,
        occurrence=occurrence.number,
        label=occurrence.label,
        lead=duty.lead,
        lead_name=book.name(plan, duty.lead),
        partners=duty.partners,
        partner_names=tuple(book.name(plan, code) for code in duty.partners),
        nominal=occurrence.nominal,
        due=occurrence.due,
        careful=occurrence.careful,
        assumed=occurrence.assumed,
        provisional=occurrence.provisional,
        status=tracked.status,
        days_left=(occurrence.due - today).days,
        roll=plan.policy.roll,
        since=occurrence.since,
        closed=occurrence.closed,
        suspension=tracked.suspension,
    )


def undated_item(missing: Undated, plan: Plan, book: Book) -> UndatedItem:
    """A duty without a date as a row."""
    duty = missing.duty
    return UndatedItem(
        plan=plan.id,
        id=duty.id,
        title=duty.title,
        lead=duty.lead,
        lead_name=book.name(plan, duty.lead),
        phrase=duty.deadline.phrase if duty.deadline else "",
        problem=_problem(missing),
    )


def is_settled(duty: Duty) -> bool:
    """Whether a result settles a duty without a date; continuous and on-demand work goes on after each result."""
    goes_on = duty.deadline is not None and bool(duty.deadline.reading.undated)
    return bool(duty.completions) and not goes_on


def is_waiting(duty: Duty, today: date) -> bool:
    """Whether a duty without a date is still to be done, and does not rest."""
    return not is_settled(duty) and not any(rest.holds(today) for rest in duty.suspensions)


def _problem(missing: Undated) -> str:
    """Why a phrase that should give a date gives none."""
    if missing.problem is not None:
        return missing.problem.message
    unread = missing.duty.deadline.reading.problem if missing.duty.deadline else None
    return unread.message if unread else ""


def _folded(name: str) -> str:
    return " ".join(normalize("NFC", name).split()).casefold()


def offices_called(book: Book, name: str) -> Iterable[str]:
    """The codes of the offices or groups that a person may mean by a code, an abbreviation or a whole name."""
    wanted = _folded(name)
    if book.offices_state is not OfficesState.READ:
        # Without co-quan.yaml, or with one that cannot be read, an office is what a plan names.
        for plan in book.plans.values():
            named = {participant.code for participant in plan.participants}
            named.update(code for duty in plan.duties() for code in (duty.lead, *duty.partners))
            yield from (code for code in named if code.casefold() == wanted)
    for office in book.organisations.values():
        if wanted in map(_folded, (office.code, office.abbreviation, office.name)):
            yield office.code
    for plan in book.plans.values():
        for participant in plan.participants:
            if wanted in map(_folded, (participant.code if participant.members else "", participant.name)):
                yield participant.code
