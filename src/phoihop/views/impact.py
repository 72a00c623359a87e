"""What a new notice moves: which occurrences of which plans, from when to when, and whom to tell."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phoihop.dates.calendar import Calendar
from phoihop.dates.terms import Occurrence
from phoihop.model import Book, Duty, Plan, Review
from phoihop.progress import track
from phoihop.schedule import BEGINNING, Dated, schedule


class Shift(NamedTuple):
    """One occurrence that is not finished and whose due day moves; `working_days` counts from the old day to the
    new one, by the new calendar, and is negative when the day comes earlier."""

    plan: str
    plan_title: str
    id: str
    title: str
    occurrence: int
    label: str
    old: date
    new: date
    working_days: int
    provisional: bool
    tell: tuple[str, ...]
    tell_names: tuple[str, ...]


class Impact(NamedTuple):
    """What moves, how many occurrences stay, and of these how many are certain now that were not before."""

    today: date
    shifts: tuple[Shift, ...]
    unmoved: int
    settled: int


def impact(book: Book, old: Calendar, new: Calendar, today: date, until: date) -> Impact:
    """Every open occurrence that is due on or after today, by one calendar or the other, up to a day."""
    shifts: list[Shift] = []
    unmoved = settled = 0
    for plan in book.plans.values():
        before = {_key(item): item.occurrence for item in schedule(plan, old, (BEGINNING, until)).dated}
        after = track(schedule(plan, new, (BEGINNING, until)).dated, today)
        for tracked in after:
            now = tracked.dated.occurrence
            was = before.get(_key(tracked.dated))
            if was is None or tracked.status.done or tracked.suspension or max(was.due, now.due) < today:
                continue
            if was.due != now.due:
                shifts.append(_shift(plan, tracked.duty, was, now, book, new))
            else:
                unmoved += 1
                settled += was.provisional and not now.provisional
    shifts.sort(key=lambda shift: (shift.new, shift.plan, shift.id, shift.occurrence))
    return Impact(today, tuple(shifts), unmoved, settled)


def _key(item: Dated) -> tuple[int, int]:
    return id(item.duty), item.occurrence.number


def _shift(plan: Plan, duty: Duty, was: Occurrence, now: Occurrence, book: Book, calendar: Calendar) -> Shift:
    involved = [duty.lead, *duty.partners, *(duty.addressees if isinstance(duty, Review) else ())]
    tell = tuple(dict.fromkeys(member for code in involved if code for member in book.members(plan, code)))
    return Shift(
        plan=plan.id,
        plan_title=plan.head.title,
        id=duty.id,
        title=duty.title,
        occurrence=now.number,
        label=now.label,
        old=was.due,
        new=now.due,
        working_days=calendar.working_between(was.due, now.due),
        provisional=now.provisional,
        tell=tell,
        tell_names=tuple(book.name(plan, code) for code in tell),
    )
