"""Reply sheets (phiếu báo kết quả): what an office leads, with empty cells in which it tells what it has done.

An office that has only a spreadsheet gets one, fills cells, and sends it back; `intake` reads what it says. Every row
carries whose it is and a mark of the state in which it was made, so that rows may be sorted and a sheet may be old.
Their words are Vietnamese, as in the documents that the offices send each other.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import NamedTuple

from phoihop.dates.calendar import Calendar
from phoihop.dates.terms import Occurrence
from phoihop.model import Book, Completion, Duty, Plan, Suspension, Task
from phoihop.progress import track
from phoihop.results import RESULT_REACH
from phoihop.schedule import BEGINNING, Dated, horizon, schedule
from phoihop.views.agenda import ended_on, is_settled
from phoihop.views.plan_name import numbered
from phoihop.views.suspended import suspension_text

SHOWN = ("Kế hoạch", "Nhiệm vụ", "Kỳ", "Thời hạn", "Ngày đến hạn", "Vai trò", "Phối hợp", "Sản phẩm")
"""The heads of what a row tells the office."""

DONE, DOCUMENT, NOTE, REASON = FILLED = ("Ngày hoàn thành", "Văn bản", "Ghi chú", "Lý do chậm")
"""The heads of the cells to be filled."""

OFFICE, PLAN, DUTY, NUMBER, MARK = IDENTITY = (
    "Mã cơ quan",
    "Mã kế hoạch",
    "Mã nhiệm vụ",
    "Số kỳ",
    "Dấu đối chiếu",
)
"""The heads of what tells a row's duty, its occurrence, and the state in which it was made."""

LONGEST_TEXT = 500
"""Characters that a filled cell may have."""

_NO_NUMBER = 0  # of a duty without a date


class ReplyQuery(NamedTuple):
    """What is asked: the offices, a sheet for each, the due days (both ends included), and which plan."""

    today: date
    since: date
    until: date
    offices: tuple[str, ...]
    plan: str = ""


class ReplyRow(NamedTuple):
    """One occurrence of one duty; `number` is 0 and `due` None for a duty without a date.

    `result` is what is recorded; a row is `open` if it is to be filled. `earliest` is the first day that it may
    be done on.
    """

    office: str
    plan: str
    plan_name: str
    id: str
    title: str
    number: int
    label: str
    phrase: str
    due: date | None
    role: str
    partners: str
    deliverable: str
    result: Completion | None
    open: bool
    earliest: date | None
    mark: str


class ReplySheet(NamedTuple):
    """The rows of one office; `name` is its full name."""

    office: str
    name: str
    made: date
    rows: tuple[ReplyRow, ...]


class State(NamedTuple):
    """One occurrence of one duty as it stands, and the result that completes it; no occurrence without a date.

    `planned` is its due day as if nothing was done: a result of what it counts from moves the other one alone.
    """

    duty: Duty
    occurrence: Occurrence | None
    result: Completion | None
    suspension: Suspension | None = None
    planned: date | None = None

    @property
    def number(self) -> int:
        """The occurrence's number."""
        return self.occurrence.number if self.occurrence else _NO_NUMBER


def replies(book: Book, calendar: Calendar, query: ReplyQuery) -> list[ReplySheet]:
    """The reply sheets of the offices, in the order asked for; plans that are over only where one is asked for.

    What lies further ahead than a result can be of (`results.RESULT_REACH`) is left out.
    """
    until = min(query.until, query.today + RESULT_REACH)
    found: dict[str, list[ReplyRow]] = {office: [] for office in query.offices}
    for plan in book.plans.values():
        if query.plan and plan.id != query.plan:
            continue
        every = states(plan, calendar, query.today)
        planned = (Dated(state.duty, state.occurrence) for state in every if state.occurrence)
        if not query.plan and ended_on(plan, planned, query.today) is not None:
            continue
        for state in every:
            due = state.occurrence.due if state.occurrence else None
            if due is not None and not query.since <= due <= until:
                continue
            for office in found:
                if leads(office, state.duty, plan, book):
                    found[office].append(_row(office, state, plan, book))
    return [ReplySheet(office, _office_name(office, book), query.today, tuple(rows)) for office, rows in found.items()]


def states(plan: Plan, calendar: Calendar, today: date) -> list[State]:
    """Everything of a plan that can be done: its occurrences by due day, then its duties without a date."""
    window = BEGINNING, horizon(plan, today)
    planned = schedule(plan, calendar, window)
    # Only what counts from another duty moves with a result.
    anchored = any(duty.anchor for duty in plan.duties())
    untouched = schedule(plan, calendar, window, as_planned=True) if anchored else planned
    days = {(id(one.duty), one.occurrence.number): one.occurrence.due for one in untouched.dated}
    found = [
        State(one.duty, occurrence, one.completion, one.suspension, days.get((id(one.duty), occurrence.number)))
        for one in track(planned.dated, today)
        for occurrence in (one.dated.occurrence,)
    ]
    found += [
        State(one.duty, None, one.duty.completions[-1] if is_settled(one.duty) else None, _resting(one.duty, today))
        for one in planned.undated
    ]
    return found


def _resting(duty: Duty, today: date) -> Suspension | None:
    return next((rest for rest in duty.suspensions if rest.holds(today)), None)


def leads(office: str, duty: Duty, plan: Plan, book: Book) -> bool:
    """Whether an office leads a duty, alone or as a member of a group."""
    return bool(duty.lead) and (duty.lead == office or office in book.members(plan, duty.lead))


def mark(plan: Plan, state: State) -> str:
    """The mark of a state: another one as soon as the deadline moves, or a result is recorded or taken out.

    A result of what the deadline counts from does not move it: two offices may tell of both at the same time. The mark
    begins with a letter, or a spreadsheet might take it for a number.
    """
    duty, occurrence, result, _rest, planned = state
    parts = [plan.id, duty.id, duty.deadline.phrase if duty.deadline else ""]
    if occurrence is not None:
        parts += [str(occurrence.number), occurrence.label, planned.isoformat() if planned else ""]
    if result is not None:
        parts += [result.day.isoformat(), result.document, result.note]
    return "p" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:15]


def _row(office: str, state: State, plan: Plan, book: Book) -> ReplyRow:
    duty, occurrence = state.duty, state.occurrence
    alone = duty.lead == office
    phrase = duty.deadline.phrase if duty.deadline else ""
    return ReplyRow(
        office=office,
        plan=plan.id,
        plan_name=f"{numbered(plan)}: {plan.head.title}",
        id=duty.id,
        title=duty.title,
        number=state.number,
        label=occurrence.label if occurrence else "",
        phrase="; ".join(part for part in (phrase, state.suspension and suspension_text(state.suspension)) if part),
        due=occurrence.due if occurrence else None,
        role="Chủ trì" if alone else f"Cùng chủ trì ({book.name(plan, duty.lead)})",
        partners="; ".join(book.name(plan, code) for code in duty.partners),
        deliverable=duty.deliverable if isinstance(duty, Task) else "",
        result=state.result,
        open=state.result is None and state.suspension is None,
        earliest=plan.begins,
        mark=mark(plan, state),
    )


def _office_name(office: str, book: Book) -> str:
    found = book.organisations.get(office)
    return found.name if found and found.name else office
