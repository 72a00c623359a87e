"""Consent: which offices agreed to a text that has changed since, of the plan or of its parent. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from phoihop.i18n import _
from phoihop.model import Agreement, Book, Duty, Plan, Task
from phoihop.model.clause import fingerprint


class Awaited(NamedTuple):
    """An office that has to look at a duty again. `parent_id`: not its own text changed, that duty of the parent plan
    did, or is gone (no `parent`)."""

    duty: Duty
    agreement: Agreement
    parent_id: str = ""
    parent: Duty | None = None

    def text(self, day: str) -> str:
        """Who has to look at what again, and why; `day` is the agreement's, as the place that tells it writes days."""
        if self.parent_id:
            message = _('"{id}" waits for {office} to look again: "{parent}" of the parent plan changed after {day}')
        else:
            message = _('"{id}" waits for {office} to look again: it agreed on {day} to another text')
        return message.format(id=self.duty.id, office=self.agreement.office, parent=self.parent_id, day=day)


def awaited(plan: Plan, book: Book) -> Iterator[Awaited]:
    """What was agreed to and is no longer what it was, in printed order."""
    for duty in plan.duties():
        if not duty.agreements:
            continue
        now, above = fingerprint(duty), parent_duty(plan, book, duty)
        above_now = fingerprint(above) if above is not None else ""
        for agreement in latest(duty).values():
            if agreement.version != now:
                yield Awaited(duty, agreement)
            elif agreement.parent and agreement.parent != above_now and book.parent(plan) is not None:
                yield Awaited(duty, agreement, duty.implements if isinstance(duty, Task) else "", above)


def latest(duty: Duty) -> dict[str, Agreement]:
    """What each office agreed to last: branches that were merged may each have brought one."""
    return {one.office: one for one in sorted(duty.agreements, key=lambda one: one.day)}


def parent_duty(plan: Plan, book: Book, duty: Duty) -> Duty | None:
    """The duty of the parent plan that a task carries out, where both are here."""
    parent = book.parent(plan)
    if parent is None or not isinstance(duty, Task) or not duty.implements:
        return None
    return next((one for one in parent.tasks() if one.id == duty.implements), None)
