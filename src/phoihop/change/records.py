"""What a change is made of. The values of the enumerations are those of the JSON form."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple, TypeAlias

from phoihop.consent import Awaited
from phoihop.model import Duty, Plan


class Kind(Enum):
    """What happened to something: `renumbered` is another number in print, `renamed` another id, same content."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    RENAMED = "renamed"


class What(Enum):
    """What it happened to. A participant is an office of one plan, an office one of co-quan.yaml."""

    PLAN = "plan"
    HEAD = "head"
    TEXT = "text"
    SECTION = "section"
    TASK = "task"
    REVIEW = "review"
    RESULT = "result"
    EXTENSION = "extension"
    SUSPENSION = "suspension"
    AGREEMENT = "agreement"
    CITATION = "citation"
    PARTICIPANT = "participant"
    RECIPIENT = "recipient"
    SIGNATURE = "signature"
    OFFICE = "office"


class Nature(Enum):
    """What a change means for a document that was issued (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3): its content, only
    its form or technique, nothing that it prints, or the progress of the work."""

    CONTENT = "content"
    FORM = "form"
    UNPRINTED = "unprinted"
    PROGRESS = "progress"


class Move(NamedTuple):
    """An occurrence whose due day is another; no old day for one that is new, no new day for one that is gone.

    `working_days` counts from the old day to the new one by the new calendar, negative when it comes earlier.
    """

    occurrence: int
    label: str
    old_due: date | None
    new_due: date | None
    working_days: int | None


class Item(NamedTuple):
    """One change. `field` is the key in the file; "due" for a due day that moves while its phrase stays, `because` of
    other keys and ids. `id` is what it is called now, or was before it was removed."""

    kind: Kind
    what: What
    id: str
    title: str = ""
    field: str = ""
    old: str = ""
    new: str = ""
    nature: Nature = Nature.CONTENT
    moves: tuple[Move, ...] = ()
    because: tuple[str, ...] = ()
    affects: tuple[str, ...] = ()


class PlanChange(NamedTuple):
    """What changed in one plan. `issued`: it had been given a number and a date before. `awaited`: who agreed to a text
    that this changed, and has to look again."""

    id: str
    old: Plan | None
    new: Plan | None
    issued: bool
    items: tuple[Item, ...]
    carried_out_by: tuple[str, ...] = ()
    awaited: tuple[Awaited, ...] = ()

    @property
    def content(self) -> bool:
        """Whether the content of a document that was issued is another."""
        return self.issued and any(item.nature is Nature.CONTENT for item in self.items)


class Change(NamedTuple):
    """Everything that changed. `unread` are the plans that one of the two states does not let read; `reprinted` the
    issued plans that would print differently for what changed outside of them."""

    plans: tuple[PlanChange, ...]
    offices: tuple[Item, ...] = ()
    unread: tuple[str, ...] = ()
    reprinted: tuple[str, ...] = ()

    def items(self) -> list[Item]:
        """Every item of every plan, then the offices'."""
        return [*(item for plan in self.plans for item in plan.items), *self.offices]


Pair: TypeAlias = tuple[Duty, Duty]
"""A duty before and after."""
