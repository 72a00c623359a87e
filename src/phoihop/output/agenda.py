"""The agenda as a table for a terminal, as plain lines for a pipe, as JSON (version 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from phoihop.dates.roll import Roll
from phoihop.i18n import _, ngettext
from phoihop.model import Suspension
from phoihop.progress import Status
from phoihop.views.agenda import Agenda, Ended, Item, SuspendedItem, UndatedItem


def day_text(day: date) -> str:
    """A day as Vietnamese offices write it in tables: 05/01/2026."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def weekday_text(day: date) -> str:
    """The day of the week in the language in use."""
    names = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
    return names[day.weekday()]


def days_left_text(days: int) -> str:
    """How far away a due day is, in words."""
    if days == 0:
        return _("today")
    if days < 0:
        return ngettext("{n} day late", "{n} days late", -days).format(n=-days)
    return ngettext("{n} day left", "{n} days left", days).format(n=days)


def status_text(status: Status) -> str:
    """The official name of a class of status."""
    return {
        Status.DONE_ON_TIME: _("finished in time"),
        Status.DONE_LATE: _("finished late"),
        Status.OPEN_IN_TIME: _("not finished, in time"),
        Status.OPEN_OVERDUE: _("not finished, overdue"),
        Status.SUSPENDED: _("suspended"),
    }[status]


def capitalised(text: str) -> str:
    """A text as a heading begins."""
    return text[:1].upper() + text[1:]


def marks(item: Item) -> str:
    """What has to be said of a date: assumed, or provisional."""
    said = [_("assumed")] if item.assumed else []
    said += [_("provisional")] if item.provisional else []
    return f" ({', '.join(said)})" if said else ""


def title(item: Item) -> str:
    """What is to be done, with the name of its period where it comes back."""
    return f"{item.title} ({item.label})" if item.label else item.title


def heading(view: Agenda) -> str:
    """What the agenda covers, in one line."""
    if view.since > view.until:
        return _("Overdue on {today}").format(today=day_text(view.today))
    return _("Due from {since} to {until} (today is {weekday} {today})").format(
        since=day_text(view.since),
        until=day_text(view.until),
        weekday=weekday_text(view.today),
        today=day_text(view.today),
    )


def closing(view: Agenda, listed: bool) -> Iterator[str]:
    """The lines after the table: choices of plans, plans that ended, work without a date unless it is `listed`."""
    chosen = {item.plan: item.roll for item in view.items if item.roll is not Roll.FORWARD}
    for name, roll in chosen.items():
        back = _("{plan}: a deadline that ends on a day off moves back to the working day before (its own choice)")
        stays = _("{plan}: a deadline that ends on a day off stays on that day (its own choice)")
        yield (back if roll is Roll.BACK else stays).format(plan=name)
    for one in view.suspended:
        yield suspended_line(one.plan, one.id, one.title, one.suspension)
    yield from ended_lines(view.ended)
    if view.undated and not listed:
        count = len(view.undated)
        yield ngettext(
            "{n} duty without a date: --undated lists it",
            "{n} duties without a date: --undated lists them",
            count,
        ).format(n=count)


def suspended_line(plan: str, id: str, title: str, rest: Suspension) -> str:
    """One line a duty that rests: since when, by which document."""
    until = _(" to {day}").format(day=day_text(rest.until)) if rest.until else ""
    by = _(", by {document}").format(document=rest.document) if rest.document else ""
    said = _("{plan}/{id}: suspended since {since}{until}{by}: {title}")
    return said.format(plan=plan, id=id, since=day_text(rest.since), until=until, by=by, title=" ".join(title.split()))


def ended_lines(plans: Iterable[Ended]) -> Iterator[str]:
    """One line a plan that ended."""
    for plan in plans:
        yield ngettext(
            "{plan}: ended on {until}, {n} not reported as finished",
            "{plan}: ended on {until}, {n} not reported as finished",
            plan.unfinished,
        ).format(plan=plan.plan, until=day_text(plan.until), n=plan.unfinished)


def plain(view: Agenda, undated: bool) -> Iterator[str]:
    """One line an item, fields parted by tabs: day, weekday, days left, class, id, task, lead, partners."""
    for item in view.items:
        yield "\t".join(
            (
                day_text(item.due),
                weekday_text(item.due),
                days_left_text(item.days_left) + marks(item),
                status_text(item.status),
                f"{item.plan}/{item.id}",
                title(item),
                item.lead,
                ",".join(item.partners),
            )
        )
    if not view.items:
        yield _("Nothing is due.")
    yield from _undated_lines(view.undated) if undated else ()
    yield from closing(view, undated)


def _undated_lines(items: tuple[UndatedItem, ...]) -> Iterator[str]:
    for item in items:
        said = item.problem or item.phrase or _("no deadline")
        yield "\t".join((_("no date"), "", said, "", f"{item.plan}/{item.id}", item.title, item.lead, ""))


def as_json(view: Agenda) -> dict[str, Any]:
    """The agenda as the JSON form, version 1."""
    exact = view.since <= view.until
    return {
        "version": 1,
        "today": view.today.isoformat(),
        "window": {
            "from": view.since.isoformat() if exact else None,
            "to": view.until.isoformat() if exact else None,
        },
        "items": [_item(item) for item in view.items],
        "ended": [
            {
                "plan": plan.plan,
                "title": plan.title,
                "until": plan.until.isoformat(),
                "unfinished": plan.unfinished,
            }
            for plan in view.ended
        ],
        "undated": len(view.undated),
        **({"suspended": [_suspended(one) for one in view.suspended]} if view.suspended else {}),
    }


def _suspended(one: SuspendedItem) -> dict[str, Any]:
    said = {"plan": one.plan, "id": one.id, "title": one.title, "lead": one.lead}
    return said | suspension_json(one.suspension)


def suspension_json(rest: Suspension) -> dict[str, Any]:
    """A suspension in the JSON forms."""
    until = rest.until.isoformat() if rest.until else None
    return {"since": rest.since.isoformat(), "until": until, "document": rest.document, "note": rest.note}


def _item(item: Item) -> dict[str, Any]:
    return {
        "plan": item.plan,
        "id": item.id,
        "occurrence": item.occurrence,
        "title": item.title,
        "lead": item.lead,
        "partners": list(item.partners),
        "nominal": item.nominal.isoformat(),
        "due": item.due.isoformat(),
        "careful": item.careful.isoformat(),
        "assumed": item.assumed,
        "provisional": item.provisional,
        "status": item.status.value,
        "days_left": item.days_left,
        **_said_apart(item),
    }


def _said_apart(item: Item) -> dict[str, Any]:
    """What only some items have: their plan's own choice for days off, the window of a report's figures."""
    apart: dict[str, Any] = {} if item.roll is Roll.FORWARD else {"roll": item.roll.code}
    if item.since and item.closed:
        apart["figures"] = {"from": item.since.isoformat(), "to": item.closed.isoformat()}
    return apart
