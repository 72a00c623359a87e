"""What a notice moves, as lines for people and as JSON (version 1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from phoihop.i18n import _, ngettext
from phoihop.output.agenda import day_text, weekday_text
from phoihop.views.impact import Impact, Shift


def lines(view: Impact) -> Iterator[str]:
    """Each occurrence that moves in two lines, then what each office is to be told, then the rest in numbers."""
    for shift in view.shifts:
        yield f"{shift.plan}/{shift.id}: {shift.title}" + (f" ({shift.label})" if shift.label else "")
        yield "  " + _("{old_day} {old} -> {new_day} {new} ({moved})").format(
            old_day=weekday_text(shift.old),
            old=day_text(shift.old),
            new_day=weekday_text(shift.new),
            new=day_text(shift.new),
            moved=_moved(shift),
        )
        yield "  " + _("tell: {offices}").format(offices="; ".join(shift.tell_names) or "-")
    count = len(view.shifts)
    yield ngettext("{n} due day moves", "{n} due days move", count).format(n=count)
    stays = ngettext("{n} stays where it is", "{n} stay where they are", view.unmoved).format(n=view.unmoved)
    yield stays + (
        ngettext(", {n} of them certain now", ", {n} of them certain now", view.settled).format(n=view.settled)
        if view.settled
        else ""
    )


def _moved(shift: Shift) -> str:
    n = abs(shift.working_days)
    if n == 0:
        return _("no working day between them")
    if shift.new > shift.old:
        return ngettext("{n} working day later", "{n} working days later", n).format(n=n)
    return ngettext("{n} working day earlier", "{n} working days earlier", n).format(n=n)


def as_json(view: Impact) -> dict[str, Any]:
    """The JSON form."""
    return {
        "version": 1,
        "today": view.today.isoformat(),
        "moves": [
            {
                "plan": shift.plan,
                "id": shift.id,
                "title": shift.title,
                "occurrence": shift.occurrence,
                "label": shift.label,
                "old_due": shift.old.isoformat(),
                "new_due": shift.new.isoformat(),
                "working_days": shift.working_days,
                "provisional": shift.provisional,
                "tell": list(shift.tell),
            }
            for shift in view.shifts
        ],
        "unmoved": view.unmoved,
        "settled": view.settled,
    }
