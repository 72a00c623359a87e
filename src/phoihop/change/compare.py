"""Two states of everything compared: the plans, each with its due days, and the offices."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from phoihop.bind.offices import ORGANISATION
from phoihop.change.fields import differences
from phoihop.change.matching import matched
from phoihop.change.moves import moves
from phoihop.change.plan import compared
from phoihop.change.records import Change, Item, Kind, Move, Nature, Pair, PlanChange, What
from phoihop.consent import awaited
from phoihop.dates.calendar import Calendar
from phoihop.model import Book, Organisation, Plan, Task
from phoihop.model.number import NOT_GIVEN

_ENOUGH = 0.5
"""Which part of their tasks two plans must share to be one plan under another name."""
_COUNTED_FROM = frozenset({"hieu_luc.tu", "hieu_luc.den", "ngay_ban_hanh", "lich.lui_han"})


class State(NamedTuple):
    """The plans and offices at a time, and the calendar by which their due days are computed."""

    book: Book
    calendar: Calendar


def compare(
    old: State, new: State, today: date, same_days: bool = False, only: Callable[[str], bool] = lambda _path: True
) -> Change:
    """What changed. `only` tells by its path whether a plan is asked about, `same_days` that both calendars are one."""
    unread = old.book.unread | new.book.unread
    pairs, removed, added = _plans(old.book, new.book, unread)
    found = []
    for before, after in pairs:
        if only(before.path) or only(after.path):
            found.append(compare_plan(before, after, old, new, today, same_days))
    found += [_whole(Kind.REMOVED, plan, new.book) for plan in removed if only(plan.path)]
    found += [_whole(Kind.ADDED, plan, new.book) for plan in added if only(plan.path)]
    changed = sorted((one for one in found if one.items), key=lambda one: one.id)
    offices = list(_offices(old.book, new.book))
    return Change(tuple(changed), tuple(offices), tuple(sorted(unread)), _reprinted(offices, old.book))


def compare_plan(before: Plan, after: Plan, old: State, new: State, today: date, same_days: bool = False) -> PlanChange:
    """What changed in one plan: in its file, and in the due days that the file and the calendar give."""
    children = tuple(one.id for one in new.book.plans.values() if one.head.implements in (before.id, after.id))
    issued = is_issued(before)
    if before == after._replace(id=before.id, path=before.path) and before.id == after.id and same_days:
        return PlanChange(after.id, before, after, issued, (), children)
    items, duties = compared(before, after)
    moved = moves((before, after), (old.calendar, new.calendar), duties, today)
    items = _with_moves(items, duties, moved)
    items = _affecting(items, (before.id, after.id), new.book)
    asked = {(one.duty.id, one.agreement.office) for one in awaited(before, old.book)}
    again = tuple(one for one in awaited(after, new.book) if (one.duty.id, one.agreement.office) not in asked)
    return PlanChange(after.id, before, after, issued, tuple(items), children, again)


def is_issued(plan: Plan) -> bool:
    """Whether a plan was issued: it has a number and a date, or the decision that it comes with."""
    given = plan.head.number not in ("", NOT_GIVEN)
    return (given and plan.head.issued is not None) or plan.head.issued_with is not None


def _plans(old: Book, new: Book, unread: frozenset[str]) -> tuple[list[tuple[Plan, Plan]], list[Plan], list[Plan]]:
    """Which plan is which: by id, else by number, by title, by tasks; and those that came or went."""
    pairs = [(plan, new.plans[id]) for id, plan in old.plans.items() if id in new.plans and id not in unread]
    gone = [plan for id, plan in old.plans.items() if id not in new.plans and id not in unread]
    come = [plan for id, plan in new.plans.items() if id not in old.plans and id not in unread]
    keys: tuple[Callable[[Plan], object], ...] = (
        lambda plan: plan.head.number not in ("", NOT_GIVEN) and (plan.head.number, plan.head.title),
        lambda plan: plan.head.title,
    )
    found = matched(gone, come, keys)
    pairs += [(gone[i], come[j]) for i, j in found.pairs]
    left = [(gone[i], _tasks_of(gone[i])) for i in found.removed]
    right = [(come[j], _tasks_of(come[j])) for j in found.added]
    for one in list(left):
        twin = max(right, key=lambda other: _shared(one[1], other[1]), default=None)
        if twin is not None and _shared(one[1], twin[1]) >= _ENOUGH:
            pairs.append((one[0], twin[0]))
            left.remove(one)
            right.remove(twin)
    return pairs, [plan for plan, _tasks in left], [plan for plan, _tasks in right]


def _tasks_of(plan: Plan) -> set[tuple[str, str]]:
    return {(task.id, task.title) for task in plan.tasks()}


def _shared(one: set[tuple[str, str]], other: set[tuple[str, str]]) -> float:
    return len(one & other) / max(len(one), len(other), 1)


def _whole(kind: Kind, plan: Plan, book: Book) -> PlanChange:
    words = " ".join(part for part in (plan.head.number, plan.head.title) if part)
    texts = (words, "") if kind is Kind.REMOVED else ("", words)
    children = tuple(one.id for one in book.plans.values() if one.head.implements == plan.id)
    item = Item(kind, What.PLAN, plan.id, plan.head.title, "", *texts, affects=children)
    gone = kind is Kind.REMOVED
    old, new = (plan, None) if gone else (None, plan)
    return PlanChange(plan.id, old, new, gone and is_issued(plan), (item,), children)


def _with_moves(items: list[Item], duties: list[Pair], moved: dict[int, tuple[Move, ...]]) -> list[Item]:
    """The items, each duty's moves with the change of its deadline; moves that come from elsewhere are items of their
    own, which say from where."""
    causes = sorted({item.field for item in items if item.what in (What.HEAD, What.PLAN)} & _COUNTED_FROM)
    moving = {duties[index][1].id for index in moved}
    owners = {(item.what, item.id): n for n, item in reversed(list(enumerate(items))) if _is_when(item)}
    derived = []
    for index, some in moved.items():
        duty = duties[index][1]
        what = What.TASK if isinstance(duty, Task) else What.REVIEW
        own = owners.get((what, duty.id))
        if own is not None:
            items[own] = items[own]._replace(moves=some, nature=_at_least(items[own].nature))
            continue
        because = (duty.anchor,) if duty.anchor in moving else tuple(causes) or (duty.anchor or "lich.yaml",)
        derived.append(
            Item(Kind.CHANGED, what, duty.id, duty.title, "due", nature=Nature.UNPRINTED, moves=some, because=because)
        )
    # The day of issue is a matter of form, unless terms count from it.
    counted = {key for item in derived for key in item.because}
    found = [item._replace(nature=_at_least(item.nature)) if item.field in counted else item for item in items]
    return found + derived


def _at_least(nature: Nature) -> Nature:
    """What moves a due day is more than form."""
    return Nature.CONTENT if nature is Nature.FORM else nature


def _is_when(item: Item) -> bool:
    return item.what in (What.TASK, What.REVIEW) and item.kind is Kind.CHANGED and item.field in ("han", "truoc", "moc")


def _affecting(items: list[Item], ids: tuple[str, str], book: Book) -> list[Item]:
    """The items, each with the tasks, or the plans, of other plans that carry it out."""
    children = [plan for plan in book.plans.values() if plan.head.implements in ids]
    if not children:
        return items
    plans = tuple(plan.id for plan in children)
    tasks: dict[str, list[str]] = {}
    for plan in children:
        for task in plan.tasks():
            tasks.setdefault(task.implements, []).append(f"{plan.id}/{task.id}")
    found = []
    for item in items:
        if item.what is What.TASK:
            codes = (item.id, item.old) if item.kind is Kind.RENAMED else (item.id,)
            item = item._replace(affects=tuple(name for code in codes for name in tasks.get(code, ())))
        elif item.what is What.PLAN or (item.what is What.HEAD and item.field in _COUNTED_FROM):
            item = item._replace(affects=plans)
        found.append(item)
    return found


def _offices(old: Book, new: Book) -> Iterable[Item]:
    """What changed in co-quan.yaml, and the plans that name the office."""
    if old.organisations == new.organisations:
        return
    before, after = list(old.organisations.values()), list(new.organisations.values())
    found = matched(before, after, (lambda one: one.code, lambda one: one.name))
    for i, j in found.pairs:
        was, now = before[i], after[j]
        if was == now:
            continue
        affects = _naming(new, {was.code, now.code})
        if was.code != now.code:
            yield Item(
                Kind.RENAMED,
                What.OFFICE,
                now.code,
                now.name,
                "ma",
                was.code,
                now.code,
                Nature.UNPRINTED,
                affects=affects,
            )
        for key, a, b in differences(ORGANISATION, was, now, frozenset({"code"})):
            yield Item(Kind.CHANGED, What.OFFICE, now.code, now.name, key, a, b, Nature.UNPRINTED, affects=affects)
    for i in found.removed:
        yield _office(Kind.REMOVED, before[i], new)
    for j in found.added:
        yield _office(Kind.ADDED, after[j], new)


def _office(kind: Kind, office: Organisation, book: Book) -> Item:
    texts = (office.name, "") if kind is Kind.REMOVED else ("", office.name)
    affects = _naming(book, {office.code})
    return Item(kind, What.OFFICE, office.code, office.name, "", *texts, Nature.UNPRINTED, affects=affects)


def _naming(book: Book, codes: set[str]) -> tuple[str, ...]:
    """The plans that name an office."""
    return tuple(id for id, plan in book.plans.items() if codes & _named(plan))


def _named(plan: Plan) -> set[str]:
    duties = plan.duties()
    named = {code for duty in duties for code in (duty.lead, *duty.partners)}
    return named | {code for one in plan.participants for code in (one.code, *one.members)}


def _reprinted(offices: list[Item], book: Book) -> tuple[str, ...]:
    printed = ("ten", "viet_tat", "cap_tren")
    plans = {id for item in offices if item.kind is Kind.CHANGED and item.field in printed for id in item.affects}
    return tuple(sorted(id for id in plans if id in book.plans and is_issued(book.plans[id])))
