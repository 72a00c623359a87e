"""An explanation: why a duty, or a phrase by itself, falls due on a day. Its sentences are Vietnamese, to be forwarded.

It answers what a leader asks: the phrase as signed, the day, each step that led there with its law or notice, and
what was assumed or may still change.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phoihop.dates.calendar import Calendar
from phoihop.dates.occurrence import occurrences
from phoihop.dates.phrase import read
from phoihop.dates.reading import Reading
from phoihop.dates.roll import Roll
from phoihop.dates.terms import AnchorDay, Occurrence, TermProblem, Terms
from phoihop.model import Book, Duty, Extension, Plan, Suspension
from phoihop.schedule import BEGINNING, schedule


class Explanation(NamedTuple):
    """A phrase, how it is read, and its occurrences with their reasons; `problem` says what is missing.

    `signed` is false for a deadline that the file gives as a number; `roll` is what the plan chose for days off;
    `extensions` how the deadline was put off, `suspensions` when the work rested,
    the first one first.
    """

    phrase: str
    reading: Reading | None
    occurrences: tuple[Occurrence, ...]
    problem: TermProblem | None = None
    plan: str = ""
    id: str = ""
    title: str = ""
    lead: str = ""
    lead_name: str = ""
    signed: bool = True
    roll: Roll = Roll.FORWARD
    extensions: tuple[Extension, ...] = ()
    suspensions: tuple[Suspension, ...] = ()


def explain_phrase(phrase: str, terms: Terms, calendar: Calendar, window: tuple[date, date]) -> Explanation:
    """A phrase by itself, read against some terms."""
    reading = read(phrase)
    found = occurrences(reading, terms, calendar, window)
    return Explanation(phrase, reading, found.occurrences, found.problems[0] if found.problems else None)


def explain_duty(plan: Plan, duty: Duty, book: Book, calendar: Calendar, until: date) -> Explanation:
    """A task or review of a plan, with all its occurrences up to a day."""
    planned = schedule(plan, calendar, (BEGINNING, until))
    missing = next((item.problem for item in planned.undated if item.duty is duty), None)
    return Explanation(
        phrase=duty.deadline.phrase if duty.deadline else "",
        reading=duty.deadline.reading if duty.deadline else None,
        occurrences=tuple(item.occurrence for item in planned.dated if item.duty is duty),
        problem=missing,
        plan=plan.id,
        id=duty.id,
        title=duty.title,
        lead=duty.lead,
        lead_name=book.name(plan, duty.lead),
        signed=duty.deadline is None or duty.deadline.signed,
        roll=plan.policy.roll,
        extensions=duty.extensions,
        suspensions=duty.suspensions,
    )


def around(found: tuple[Occurrence, ...], today: date) -> tuple[Occurrence, ...]:
    """The occurrence that matters on a day: the first that is still due, else the last one."""
    coming = [occurrence for occurrence in found if occurrence.due >= today]
    return tuple(coming[:1]) or found[-1:]


def anchored(days: tuple[date, ...]) -> tuple[AnchorDay, ...] | None:
    """Anchor days given by hand; None when none is given."""
    return tuple(AnchorDay(day) for day in days) or None
