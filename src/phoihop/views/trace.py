"""The trace: which task carries out which duty of the parent plan, and which duty is carried out by none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from phoihop.consent import awaited
from phoihop.model import Book, Duty, Plan


class Carrier(NamedTuple):
    """A task of a child plan that carries out a duty; `suspect`: who agreed to it has to look at it again."""

    plan: str
    id: str
    title: str
    lead: str
    lead_name: str
    phrase: str
    suspect: bool


class TraceRow(NamedTuple):
    """One duty of the parent plan, and what carries it out; nothing does when `carriers` is empty."""

    id: str
    title: str
    lead: str
    lead_name: str
    phrase: str
    carriers: tuple[Carrier, ...]


class Stray(NamedTuple):
    """A child plan's task that names no duty of the parent, or one that is not there (`names`)."""

    plan: str
    id: str
    title: str
    names: str


class Trace(NamedTuple):
    """One parent plan with the plans that carry it out. `own` are their tasks beyond it; `said` is false, and `own`
    empty, when none of their tasks says which duty it carries out."""

    parent: str
    title: str
    children: tuple[str, ...]
    rows: tuple[TraceRow, ...]
    own: tuple[Stray, ...]
    said: bool

    @property
    def covered(self) -> int:
        """How many duties are carried out by some task."""
        return sum(bool(row.carriers) for row in self.rows)


def traces(book: Book, plan: str = "") -> tuple[Trace, ...]:
    """The trace of every plan that others carry out; with `plan`, of that one, or of the one that it carries out."""
    parents: dict[str, list[Plan]] = {}
    for child in book.plans.values():
        parent = book.parent(child)
        if parent is not None and parent is not child:
            parents.setdefault(parent.id, []).append(child)
    return tuple(
        _trace(book.plans[parent], children, book)
        for parent, children in parents.items()
        if not plan or plan == parent or any(child.id == plan for child in children)
    )


def _trace(parent: Plan, children: list[Plan], book: Book) -> Trace:
    carried: dict[str, list[Carrier]] = {}
    for child in children:
        suspects = {id(one.duty) for one in awaited(child, book)}
        for task in child.tasks():
            if task.implements:
                carrier = Carrier(child.id, *_said(task, child, book), suspect=id(task) in suspects)
                carried.setdefault(task.implements, []).append(carrier)
    rows = tuple(
        TraceRow(*_said(duty, parent, book), carriers=tuple(carried.get(duty.id, ()))) for duty in parent.tasks()
    )
    own = tuple(_strays(children, {row.id for row in rows})) if carried else ()
    return Trace(parent.id, parent.head.title, tuple(child.id for child in children), rows, own, bool(carried))


def _said(duty: Duty, plan: Plan, book: Book) -> tuple[str, str, str, str, str]:
    lead = book.name(plan, duty.lead) if duty.lead else ""
    return duty.id, duty.title, duty.lead, lead, duty.deadline.phrase if duty.deadline else ""


def _strays(children: list[Plan], known: set[str]) -> Iterator[Stray]:
    for child in children:
        for task in child.tasks():
            if task.implements not in known:
                yield Stray(child.id, task.id, task.title, task.implements)
