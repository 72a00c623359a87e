"""Due days that move between two states of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from phoihop.change.records import Move, Pair
from phoihop.dates.calendar import Calendar
from phoihop.dates.terms import Occurrence
from phoihop.model import Plan
from phoihop.schedule import BEGINNING, horizon, schedule


def moves(
    plans: tuple[Plan, Plan], calendars: tuple[Calendar, Calendar], pairs: Sequence[Pair], today: date
) -> dict[int, tuple[Move, ...]]:
    """The moves of each pair of duties that has any, by its index. Both plans are looked at as far as
    the one that is looked at further."""
    window = (BEGINNING, max(horizon(plan, today) for plan in plans))
    before, after = (_by_duty(plan, calendar, window) for plan, calendar in zip(plans, calendars, strict=True))
    found = {}
    for index, (old, new) in enumerate(pairs):
        some = _moved(before.get(id(old), []), after.get(id(new), []), calendars[1])
        if some:
            found[index] = some
    return found


def _by_duty(plan: Plan, calendar: Calendar, window: tuple[date, date]) -> dict[int, list[Occurrence]]:
    found: dict[int, list[Occurrence]] = {}
    for item in schedule(plan, calendar, window).dated:
        found.setdefault(id(item.duty), []).append(item.occurrence)
    return found


def _moved(old: list[Occurrence], new: list[Occurrence], calendar: Calendar) -> tuple[Move, ...]:
    """What moved of one duty. Occurrences that have names are known by them, any others by their order."""
    olds, news = {one.label: one for one in old}, {one.label: one for one in new}
    named = len(olds) == len(old) and len(news) == len(new) and bool(olds.keys() & news.keys())
    if not named:
        olds, news = {str(n): one for n, one in enumerate(old)}, {str(n): one for n, one in enumerate(new)}
    found = [_move(olds.get(name), one, calendar) for name, one in news.items()]
    found += [_move(one, None, calendar) for name, one in olds.items() if name not in news]
    return tuple(move for move in found if move.old_due != move.new_due)


def _move(old: Occurrence | None, new: Occurrence | None, calendar: Calendar) -> Move:
    one = new or old
    assert one is not None
    days = None
    if old is not None and new is not None:
        days = calendar.working_between(old.due, new.due)
    return Move(one.number, one.label, old.due if old else None, new.due if new else None, days)
