"""A calendar feed: one event for each occurrence. Everything is decided here; `output.ics` only writes it down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from phoihop.dates.calendar import Calendar
from phoihop.dates.units import weekday_name, written
from phoihop.model import Book, Plan, Task
from phoihop.model.number import type_name
from phoihop.progress import Tracked, track
from phoihop.schedule import BEGINNING, horizon, schedule
from phoihop.views.agenda import concerns
from phoihop.views.suspended import suspension_text


class FeedQuery(NamedTuple):
    """What is asked: a window (both ends included), and whose duties of which plan."""

    today: date
    since: date
    until: date
    office: frozenset[str] = frozenset()
    plan: str = ""


class Event(NamedTuple):
    """One all-day event. `uid` stays the same as long as plan, duty and period do; `certain` is false while the
    calendar of its days off is provisional; `done` is what is suspended too, for nobody is to be reminded of it;
    `changed` is when its plan last changed (seconds since 1970)."""

    uid: str
    day: date
    summary: str
    description: str
    contact: str
    categories: tuple[str, ...]
    certain: bool
    done: bool
    changed: int
    cancelled: bool = False


def feed(book: Book, calendar: Calendar, query: FeedQuery, changes: dict[str, int]) -> list[Event]:
    """The events of a book in order of day. `changes` tells when each file last changed, by path."""
    plans = {plan.path for plan in book.plans.values()}
    shared = max((when for path, when in changes.items() if path not in plans), default=0)
    events: list[Event] = []
    for plan in book.plans.values():
        if query.plan and plan.id != query.plan:
            continue
        changed = max(shared, changes.get(plan.path, 0))
        seen: set[tuple[str, str]] = set()
        until = max(query.until, horizon(plan, query.today))
        for tracked in track(schedule(plan, calendar, (BEGINNING, until)).dated, query.today):
            due = tracked.dated.occurrence.due
            key = (tracked.duty.id, tracked.dated.occurrence.label or str(tracked.dated.occurrence.number))
            if key in seen:
                key = (key[0], f"{key[1]} #{tracked.dated.occurrence.number}")
            seen.add(key)
            if query.since <= due <= query.until and concerns(tracked.duty, plan, book, query.office):
                events.append(_event(tracked, plan, book, key, changed))
    return events


def cancelled(old: Iterable[Event], new: Iterable[Event], changed: int) -> list[Event]:
    """The events of an older state that are gone from the new one; `changed` is when that was noticed."""
    kept = {event.uid for event in new}
    return [
        event._replace(cancelled=True, changed=max(changed, event.changed)) for event in old if event.uid not in kept
    ]


def _event(tracked: Tracked, plan: Plan, book: Book, key: tuple[str, str], changed: int) -> Event:
    duty, occurrence = tracked.duty, tracked.dated.occurrence
    label = f" ({occurrence.label})" if occurrence.label else ""
    office = book.organisations.get(duty.lead)
    short = office.abbreviation if office and office.abbreviation else duty.lead
    involved = [member for code in (duty.lead, *duty.partners) if code for member in book.members(plan, code)]
    state = "Đã xong: " if tracked.status.done else "Tạm dừng: " if tracked.suspension else ""
    return Event(
        uid=f"{uuid5(NAMESPACE_URL, 'phoihop:' + '/'.join((plan.id, *key)))}@phoihop",
        day=occurrence.due,
        summary=state + (f"{short}: " if short else "") + duty.title + label,
        description="\n".join(_lines(tracked, plan, book)),
        contact=_contact(plan, book, duty.lead),
        categories=tuple(dict.fromkeys(book.name(plan, code) for code in involved)),
        certain=not occurrence.provisional,
        done=tracked.status.done or tracked.suspension is not None,
        changed=changed,
    )


def _lines(tracked: Tracked, plan: Plan, book: Book) -> Iterable[str]:
    duty, occurrence = tracked.duty, tracked.dated.occurrence
    number = f" số {plan.head.number}" if plan.head.number else ""
    yield f"{type_name(plan.head.kind)}{number}: {plan.head.title} ({plan.id}/{duty.id})"
    if duty.lead:
        yield f"Chủ trì: {book.name(plan, duty.lead)}"
    if duty.partners:
        yield f"Phối hợp: {'; '.join(book.name(plan, code) for code in duty.partners)}"
    if isinstance(duty, Task) and duty.deliverable:
        yield f"Sản phẩm: {duty.deliverable}"
    if duty.deadline:
        yield f"Thời hạn: “{duty.deadline.phrase}”"
    if occurrence.since and occurrence.closed:
        yield f"Số liệu từ ngày {written(occurrence.since)} đến ngày {written(occurrence.closed)}"
    if occurrence.careful != occurrence.due:
        yield f"Nên xong trước khi hết {weekday_name(occurrence.careful)}, ngày {written(occurrence.careful)}"
    if occurrence.assumed:
        yield "Văn bản không nêu ngày cụ thể: ngày này là cách hiểu của phoihop."
    if occurrence.provisional:
        yield "Lịch nghỉ liên quan còn là dự kiến: ngày này có thể thay đổi."
    if tracked.suspension is not None:
        yield suspension_text(tracked.suspension)
    if tracked.completion is not None:
        document = f" ({tracked.completion.document})" if tracked.completion.document else ""
        yield f"Đã xong ngày {written(tracked.completion.day)}{document}"


def _contact(plan: Plan, book: Book, lead: str) -> str:
    """The lead and its focal point, as text: a plan knows no mail addresses."""
    focal = next((one.focal_point for one in plan.participants if one.code == lead and one.focal_point), "")
    return ", ".join(part for part in (book.name(plan, lead) if lead else "", focal) if part)
