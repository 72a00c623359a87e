"""What a returned sheet changes: each row judged against the plans as they are now. Nothing is written here. Pure.

A row is *new* (its result is to be recorded), *known* (that very result is recorded), *left* (the plan has moved on
since the sheet was made: a person has to look), *refused* (a cell is wrong: the office has to mend it), or not filled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple, TypeAlias

from phoihop.bind.reading import shorten
from phoihop.dates.calendar import Calendar
from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.intake.cells import Wrong, day_of, number_of, text_of
from phoihop.intake.lines import Cell, Line
from phoihop.model import Book, Completion, Duty, Plan
from phoihop.model.replacing import with_duties
from phoihop.views.reply import (
    DOCUMENT,
    DONE,
    DUTY,
    FILLED,
    LONGEST_TEXT,
    MARK,
    NOTE,
    NUMBER,
    OFFICE,
    PLAN,
    REASON,
    State,
    leads,
    mark,
    states,
)


class Outcome(Enum):
    """What becomes of a row that is filled."""

    NEW = "new"
    KNOWN = "known"
    LEFT = "left"
    REFUSED = "refused"


class Judged(NamedTuple):
    """A filled row: where it stands, what becomes of it and why, and the result that it tells of a duty.

    `due` is the day on which that is due once everything that the sheet tells is recorded.
    """

    at: str
    outcome: Outcome
    reason: str = ""
    plan: Plan | None = None
    state: State | None = None
    result: Completion | None = None
    due: date | None = None


class _Left(Exception):
    """The plan has moved on: a row stays as it is, and is told."""


class Told(NamedTuple):
    """What a row says: by which office, of which occurrence of which duty, and what was done."""

    office: str
    plan: str
    duty: str
    number: int
    mark: str
    day: date
    document: str
    note: str


def judge(
    lines: Iterable[Line], book: Book, calendar: Calendar, today: date, source: str, by: str = ""
) -> list[Judged]:
    """Every filled row of a sheet, in its order. `source` is what the file is called; `by` the office that told it."""
    judge = _Judge(book, calendar, today, text_of(Cell(source)), by)
    found = [judge.row(line) for line in lines if line.filled]
    found = [judge.alone(one) for one in found]
    days = _due_days([one for one in found if one.outcome is Outcome.NEW], calendar, today)
    return [one._replace(due=days.get(_key(one))) for one in found]


_Key: TypeAlias = tuple[str, str, int, date | None]


def _key(one: Judged) -> _Key:
    """Which result a row tells: two of one key contradict each other, or are the same."""
    if one.plan is None or one.state is None or one.result is None:
        return "", "", 0, None
    return one.plan.id, one.state.duty.id, one.state.number, None if one.state.occurrence else one.result.day


def _due_days(new: Sequence[Judged], calendar: Calendar, today: date) -> dict[_Key, date]:
    """When what some rows tell is due, in the plans as they will be: a result may move what counts from it."""
    results: dict[int, list[Completion]] = {}
    duties: dict[str, tuple[Plan, dict[int, Duty]]] = {}
    for one in new:
        if one.plan and one.state and one.result:
            duty = one.state.duty
            more = results.setdefault(id(duty), [])
            more.append(one.result)
            after = duties.setdefault(one.plan.id, (one.plan, {}))[1]
            after[id(duty)] = duty._replace(completions=(*duty.completions, *more))
    return {
        (plan.id, state.duty.id, state.number, None): state.occurrence.due
        for plan, after in duties.values()
        for state in states(with_duties(plan, after), calendar, today)
        if state.occurrence
    }


class _Judge:
    def __init__(self, book: Book, calendar: Calendar, today: date, source: str, by: str) -> None:
        self.book, self.calendar, self.today, self.source, self.by = book, calendar, today, source, by
        self.known: dict[str, list[State]] = {}
        self.seen: dict[_Key, Told] = {}
        self.contradicted: set[_Key] = set()

    def row(self, line: Line) -> Judged:
        at = line.cell(DONE).at or line.at
        if line.nameless:
            at = next(line.cell(head).at for head in FILLED if line.cell(head).filled)
            return Judged(at, Outcome.LEFT, _("it is no row of the sheet: nothing says which task it is of"))
        try:
            return self._judged(line, at)
        except Wrong as wrong:
            return Judged(wrong.at or at, Outcome.REFUSED, str(wrong))
        except _Left as left:
            return Judged(at, Outcome.LEFT, str(left))

    def alone(self, one: Judged) -> Judged:
        """A row that was judged, refused if a later one contradicts it: nobody can tell which of the two is right."""
        if one.outcome is Outcome.NEW and _key(one) in self.contradicted:
            return Judged(one.at, Outcome.REFUSED, _otherwise())
        return one

    def _judged(self, line: Line, at: str) -> Judged:
        told = _told(line)
        plan = self.book.plans.get(told.plan)
        if plan is None:
            raise _Left(_("there is no plan {plan} here (any more)").format(plan=shorten(told.plan) or "?"))
        state = self._state(plan, told)
        if not leads(told.office, state.duty, plan, self.book):
            raise _Left(_("{office} does not lead it (any more)").format(office=shorten(told.office) or "?"))
        # What is recorded is no news, whatever is wrong with it: an office gets it with the sheet, and sends it back.
        if any(_same(told, result) for result in _recorded(state)):
            return Judged(at, Outcome.KNOWN)
        if state.result is not None:
            raise _Left(_already(state.result))
        if state.suspension is not None:
            raise _Left(_("it is suspended since {day}").format(day=written(state.suspension.since)))
        if told.mark != mark(plan, state):
            raise _Left(_changed(state))
        _check(line, told, plan, self.today)
        key = (plan.id, told.duty, told.number, None if state.occurrence else told.day)
        if key in self.seen:
            if self.seen[key]._replace(office=told.office) == told:  # offices that lead it together
                return Judged(at, Outcome.KNOWN)
            self.contradicted.add(key)
            raise Wrong(_otherwise(), at)
        self.seen[key] = told
        return Judged(at, Outcome.NEW, "", plan, state, self._result(told, plan, state))

    def _state(self, plan: Plan, told: Told) -> State:
        """The state of the occurrence that a row names."""
        every = self.known.get(plan.id)
        if every is None:
            every = self.known[plan.id] = states(plan, self.calendar, self.today)
        found = [state for state in every if state.duty.id == told.duty]
        if not found:
            raise _Left(
                _("there is no task {duty} in {plan} (any more)").format(duty=shorten(told.duty) or "?", plan=plan.id)
            )
        state = next((state for state in found if state.number == told.number), None)
        if state is None:
            raise _Left(_changed(found[0]))
        return state

    def _result(self, told: Told, plan: Plan, state: State) -> Completion:
        times = Counter(one.duty.id for one in self.known[plan.id])[state.duty.id]
        occurrence = state.occurrence
        ky = "" if occurrence is None or times < 2 else occurrence.label or str(occurrence.number)
        note = "; ".join(part for part in (told.note, f"theo {self.source}") if part)
        return Completion(told.day, document=told.document, occurrence=ky, note=note, office=self.by or told.office)


def _told(line: Line) -> Told:
    """What a row says; Wrong where a cell cannot be taken."""
    plan, duty, office, mark = (text_of(line.cell(head)) for head in (PLAN, DUTY, OFFICE, MARK))
    number = number_of(line.cell(NUMBER))
    document, note, reason = (text_of(line.cell(head)) for head in (DOCUMENT, NOTE, REASON))
    day = day_of(line.cell(DONE))
    if day is None and document:
        message = _("a document without the day on which it was done; fill in the day, or empty the cell")
        raise Wrong(message, line.cell(DOCUMENT).at)
    if day is None:
        raise _Left(_("no day: it is not done, and its notes are not recorded"))
    notes = "; ".join(part for part in (note, reason and f"Lý do chậm: {reason}") if part)
    return Told(office, plan, duty, number, mark, day, document, notes)


def _check(line: Line, told: Told, plan: Plan, today: date) -> None:
    """Refuse a day that cannot be, and what is too long."""
    first, at = plan.begins, line.cell(DONE).at
    if told.day > today:
        raise Wrong(_("{day} is in the future").format(day=written(told.day)), at)
    if first is not None and told.day < first:
        message = _("{day} is before the plan, which begins on {first}")
        raise Wrong(message.format(day=written(told.day), first=written(first)), at)
    for head in (DOCUMENT, NOTE, REASON):
        if len(text_of(line.cell(head))) > LONGEST_TEXT:
            raise Wrong(_("it is longer than {n} characters").format(n=LONGEST_TEXT), line.cell(head).at)


def _recorded(state: State) -> Iterable[Completion]:
    """The results that are recorded of an occurrence, or of a duty without a date."""
    if state.occurrence is None:
        return state.duty.completions
    return () if state.result is None else (state.result,)


def _same(told: Told, result: Completion) -> bool:
    """Whether a row tells what is recorded; a note is told again where it is part of the one recorded."""
    document, note = text_of(Cell(result.document)), text_of(Cell(result.note))  # as a sheet gives them back
    return (told.day, told.document) == (result.day, document) and told.note in note


def _already(result: Completion) -> str:
    document = f" ({result.document})" if result.document else ""
    message = _("it is recorded already, as done on {day}{document}; to change it, take that result out first")
    return message.format(day=written(result.day), document=document)


def _otherwise() -> str:
    return _("another row tells of the same task and period otherwise")


def _changed(state: State) -> str:
    """That something moved, and when it is due now."""
    now = f"“{state.duty.deadline.phrase}”" if state.duty.deadline else _("no deadline")
    due = f", {written(state.occurrence.due)}" if state.occurrence else ""
    message = _("it has changed since the sheet was made, and is now due: {now}; ask again with a new sheet")
    return message.format(now=now + due)
