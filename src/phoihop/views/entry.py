"""Entries: the occurrences that a status counts, each with what became of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phoihop.dates.calendar import Calendar
from phoihop.dates.window import Window
from phoihop.model import Book, Plan, Task
from phoihop.progress import Status, Tracked
from phoihop.views.agenda import Item, item_of
from phoihop.views.next_step import next_meeting, next_step

REVIEWS = "Rà soát, báo cáo"
"""The field of what stands in no section: meetings, reports, reviews."""


class Entry(NamedTuple):
    """One occurrence that counts: what the agenda says of it, and what became of it.

    `field` is the title of its section, `phrase` the deadline as it stands; `document` and `note` are those of the
    result that completed it on the day `done`. The days late are counted from the due day to that day, else to
    today; 0 when it is not late, or suspended. `next_step` is empty unless it is overdue. `carried`: it fell due before
    the period.
    """

    item: Item
    field: str
    phrase: str
    deliverable: str
    done: date | None
    document: str
    note: str
    days_late: int
    working_days_late: int
    next_step: str
    carried: bool

    @property
    def status(self) -> Status:
        """Its class."""
        return self.item.status


class Followed(NamedTuple):
    """One plan and what of it is followed; `ended` is its last day if it is over."""

    plan: Plan
    tracked: list[Tracked]
    ended: date | None


def entries_of(followed: Followed, book: Book, calendar: Calendar, today: date, window: Window) -> list[Entry]:
    """What counts of a plan: all with a due day in the window, and what is overdue since before it.

    What a plan left open that is over is not carried into later periods.
    """
    plan, tracked, ended = followed
    fields = {id(task): section.title for section in plan.all_sections() for task in section.tasks}
    meeting = next_meeting(tracked, today)
    entries = []
    for one in tracked:
        due = one.dated.occurrence.due
        waits = one.status is Status.OPEN_OVERDUE or (one.suspension is not None and due < one.suspension.since)
        carried = due < window.first and waits and ended is None
        if not carried and not window.holds(due):
            continue
        completion = one.completion
        until = completion.day if completion else due if one.suspension else today
        overdue = one.status is Status.OPEN_OVERDUE
        entries.append(
            Entry(
                item=item_of(one, plan, book, today),
                field=fields.get(id(one.duty), REVIEWS),
                phrase=one.duty.deadline.phrase if one.duty.deadline else "",
                deliverable=one.duty.deliverable if isinstance(one.duty, Task) else "",
                done=completion.day if completion else None,
                document=completion.document if completion else "",
                note=completion.note if completion else "",
                days_late=max((until - due).days, 0),
                working_days_late=calendar.working_between(due, until) if until > due else 0,
                next_step=next_step(one.duty, plan, book, meeting, ended) if overdue else "",
                carried=carried,
            )
        )
    return entries
