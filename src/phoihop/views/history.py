"""The history of one task: what each commit changed of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from phoihop.bind.plan import TASK
from phoihop.bind.review import FEEDING, REVIEW
from phoihop.change.duties import duty_items, duty_words, match_duties
from phoihop.change.plan import section_of
from phoihop.change.records import Item, Kind, Nature, What
from phoihop.model import Duty, Plan, Task


class State(NamedTuple):
    """A plan as one commit left it (None where its file cannot be read), and as it was on each side that the commit
    stands on. `first`: the commit stands on no other."""

    oid: str
    when: datetime | None
    author: str
    subject: str
    path: str
    plan: Plan | None
    before: tuple[Plan | None, ...]
    first: bool = False


class Entry(NamedTuple):
    """One commit that changed the task. No `oid` and no time: it is not committed yet."""

    oid: str
    when: datetime | None
    author: str
    subject: str
    path: str
    id: str
    items: tuple[Item, ...]


class History(NamedTuple):
    """A task's history, newest first. `shallow`: older commits were not fetched; `unread` commits left a file that
    cannot be read."""

    plan: str
    id: str
    title: str
    entries: tuple[Entry, ...]
    shallow: bool
    unread: tuple[str, ...]


def history(plan: Plan, duty: Duty, states: Iterable[State], shallow: bool) -> History:
    """The history of a duty, from states that are told newest first. Another id is followed by what the duty says.

    The oldest commit of a shallow clone shows what was there, and not who wrote it.
    """
    entries: list[Entry] = []
    unread: list[str] = []
    id = duty.id
    for state in states:
        if state.plan is None:
            unread.append(state.oid)
        now = _duty(state.plan, id)
        if state.plan is None or now is None:
            continue
        sides = [_changes(before, state.plan, now) for before in state.before] or [_changes(None, state.plan, now)]
        # What a merge has of one of its sides was done there.
        others = [{_made(item) for item in items} for items, _id in sides[1:]]
        items = [item for item in sides[0][0] if all(_made(item) in made for made in others)]
        if items:
            cut = shallow and state.first
            about = state[:5] if not cut else (state.oid, state.when, "", "", state.path)
            entries.append(Entry(*about, now.id, tuple(items)))
        id = next((before for _items, before in sides if before), id)
    return History(plan.id, duty.id, duty.title, tuple(entries), shallow, tuple(unread))


def _made(item: Item) -> tuple[object, ...]:
    """What a change made, whatever was there before."""
    return item.kind, item.what, item.field, item.new


def _duty(plan: Plan | None, id: str) -> Duty | None:
    return next((duty for duty in plan.duties() if duty.id == id), None) if plan else None


def _changes(before: Plan | None, after: Plan, now: Duty) -> tuple[list[Item], str]:
    """What became of a duty between two states of its plan, and the id that it had."""
    what = What.TASK if isinstance(now, Task) else What.REVIEW
    olds: list[Duty] = [one for one in before.duties() if isinstance(one, type(now))] if before else []
    was = next((one for one in olds if one == now), None)
    if was is None and olds:
        news = [one for one in after.duties() if isinstance(one, type(now))]
        at = next(index for index, one in enumerate(news) if one is now)
        was = next((olds[i] for i, j in match_duties(olds, news).pairs if j == at), None)
    if was is None or before is None:
        return [Item(Kind.ADDED, what, now.id, now.title, "", "", duty_words(now))], ""
    record = TASK if isinstance(now, Task) else REVIEW if now in after.reviews else FEEDING
    items = list(duty_items(what, record, was, now))
    sections = section_of(before, was), section_of(after, now)
    if sections[0] != sections[1]:
        items.append(Item(Kind.MOVED, what, now.id, now.title, "muc", *sections, Nature.CONTENT))
    return items, was.id
