"""The status in words: the tables that every form lays out, so that all of them say the same numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from phoihop.dates.window import Window
from phoihop.i18n import _, ngettext
from phoihop.output.agenda import (
    capitalised,
    day_text,
    ended_lines,
    marks,
    status_text,
    suspended_line,
    weekday_text,
)
from phoihop.progress import Status
from phoihop.views.counts import UNDEFINED, Counts, Share, decimal
from phoihop.views.entry import Entry
from phoihop.views.grouping import Balance, By
from phoihop.views.status import StatusView, Waiting

CLASSES = (Status.DONE_ON_TIME, Status.DONE_LATE, Status.OPEN_IN_TIME, Status.OPEN_OVERDUE)
SIGNS = {
    Status.DONE_ON_TIME: "█",
    Status.DONE_LATE: "▓",
    Status.OPEN_IN_TIME: "░",
    Status.OPEN_OVERDUE: "!",
}
"""How a class looks in a bar: to be told apart without colour."""

_LISTED_PLANS = 5  # plans that ended; more of them are counted

Cell = str | int | Share
Row = tuple[Cell, ...]


class Line(NamedTuple):
    """One figure: what it is called, its number, and how it moved against the period before ("" where unknown)."""

    name: str
    number: int
    moved: str
    status: Status | None = None


class Rate(NamedTuple):
    """One of the two percentages with its denominator, and how it moved."""

    name: str
    share: Share
    moved: str


def one_line(text: str) -> str:
    """A text in one line: a table's cell holds no line breaks and no tabs."""
    return " ".join(text.split())


def period_text(window: Window) -> str:
    """A period by its name if it has one of its own, else by its first and last day."""
    return window.name if window.months else f"{day_text(window.first)} – {day_text(window.last)}"


def heading(view: StatusView) -> str:
    """What the figures cover, and of which day they are."""
    words = _("Status of the plan's whole time, {period}") if view.whole else _("Status of {period}")
    as_of = _("as of {weekday} {today}").format(weekday=weekday_text(view.today), today=day_text(view.today))
    return f"{words.format(period=period_text(view.window))}, {as_of}"


def scope(view: StatusView) -> Iterator[str]:
    """What the figures are limited to, if they are: a plan, an office."""
    if view.plan is not None:
        yield _("Plan: {title} ({id})").format(title=one_line(view.plan[1]), id=view.plan[0])
    if view.offices:
        names = "; ".join(one_line(name) for _code, name in view.offices)
        yield _("Led by, or with as a partner: {offices}").format(offices=names)


def summary(view: StatusView) -> str:
    """The status in one sentence."""
    counts, carried = view.counts, len(view.carried)
    said = _("{total} assigned: {done} finished, {waiting} still in time, {overdue} overdue").format(
        total=counts.total, done=counts.done, waiting=counts.open_in_time, overdue=counts.open_overdue
    )
    before = _("{n} overdue from before").format(n=carried)
    return f"{said}; {before}" if carried else said


def lines(view: StatusView) -> list[Line]:
    """The four classes, their sum, and what is in none of them."""
    change = view.trend.change if view.trend else None
    found = [
        Line(status_text(status), view.counts.of(status), _moved(change.of(status) if change else None), status)
        for status in CLASSES
    ]
    found.append(Line(_("all assigned"), view.counts.total, _moved(change.total if change else None)))
    found.append(Line(_("overdue from before"), len(view.carried), ""))
    found.append(Line(_("without a date, in no class"), len(view.undated), ""))
    return found


def rates(view: StatusView) -> tuple[Rate, Rate]:
    """The two percentages, each with the name of its denominator."""
    trend = view.trend
    return (
        Rate(
            _("finished, of what fell due (early ones too)"),
            view.counts.of_due,
            _points(trend.of_due_points if trend else None),
        ),
        Rate(_("finished, of all assigned"), view.counts.of_all, _points(trend.of_all_points if trend else None)),
    )


def trend_text(view: StatusView) -> str:
    """What the figures are compared with; "" for a plan's whole time, which nothing comes before."""
    trend = view.trend
    if trend is None:
        return "" if view.whole else _("Nothing was assigned in the period before: there is nothing to compare with.")
    return _("Compared with {period}, as of {today}").format(
        period=period_text(trend.window), today=day_text(trend.today)
    )


def ratio(share: Share) -> str:
    """A percentage after its parts: "15/17 = 88,2%"."""
    return f"{share.part}/{share.whole} = {share.text}"


def _moved(amount: int | None, of: str = "") -> str:
    """A difference with its arrow, and the same in words; "" where there is none to tell."""
    if amount is None:
        return ""
    if amount == 0:
        return _("= unchanged")
    words = _("↑ up {n}") if amount > 0 else _("↓ down {n}")
    return words.format(n=of or abs(amount))


def _points(tenths: int | None) -> str:
    return _moved(tenths, _("{n} percentage points").format(n=decimal(abs(tenths or 0))))


# The tables: a head, and rows of cells. A form prints a share as text, or as a number with the sign.


def group_title(by: By) -> str:
    """What the groups are made of."""
    return {By.OFFICE: _("Lead"), By.PLAN: _("Plan"), By.FIELD: _("Field"), By.MONTH: _("Month")}[by]


def group_head(by: By) -> tuple[str, ...]:
    """The head of the table of groups."""
    return (
        _("Code"),
        group_title(by),
        _("Assigned"),
        *(capitalised(status_text(status)) for status in CLASSES),
        capitalised(_("overdue from before")),
        _("Fell due"),
        _("Finished, of what fell due"),
        _("Finished, of all assigned"),
    )


def group_rows(view: StatusView) -> Iterator[Row]:
    """The groups, and their sum."""
    for group in view.groups:
        yield group.key, one_line(group.name), *_figures(group.counts, group.carried)
    yield "", _("Total"), *_figures(view.counts, len(view.carried))


def _figures(counts: Counts, carried: int) -> Row:
    return counts.total, *counts, carried, counts.fell_due, counts.of_due, counts.of_all


def late_head() -> tuple[str, ...]:
    """The head of the table of what is overdue."""
    return (
        _("Due"),
        _("Days late"),
        _("Working days late"),
        _("Code"),
        _("Task"),
        _("Lead"),
        _("Next step"),
    )


def late_row(entry: Entry) -> Row:
    """One occurrence that is overdue, or was finished late."""
    item = entry.item
    days, working = entry.days_late, entry.working_days_late
    day = day_text(item.due) + marks(item)
    return day, days, working, code(entry), title(entry), one_line(item.lead_name), entry.next_step


def code(entry: Entry) -> str:
    """What a command takes for the occurrence's duty: PLAN/ID."""
    return f"{entry.item.plan}/{entry.item.id}"


def title(entry: Entry) -> str:
    """What is to be done, with the name of its period where it comes back."""
    label = f" ({entry.item.label})" if entry.item.label else ""
    return one_line(entry.item.title + label)


def done_late_head() -> tuple[str, ...]:
    """The head of the table of what was finished late."""
    return _("Due"), _("Finished"), _("Days late"), _("Code"), _("Task"), _("Lead"), _("Document"), _("Note")


def done_late_row(entry: Entry) -> Row:
    """One occurrence that was finished late, with what its result says."""
    item, done = entry.item, day_text(entry.done) if entry.done else UNDEFINED
    said = one_line(item.lead_name), one_line(entry.document), one_line(entry.note)
    return day_text(item.due), done, entry.days_late, code(entry), title(entry), *said


def balance_head() -> tuple[str, ...]:
    """The head of the table of who owes whom."""
    return (
        _("Who owes"),
        _("Whom"),
        _("Owed"),
        _("of it overdue"),
        _("of it from before"),
        *(capitalised(status_text(status)) for status in CLASSES[:2]),
    )


def balance_row(balance: Balance) -> Row:
    """What one issuer owes another."""
    counts = balance.counts
    names = one_line(balance.lead_name), one_line(balance.partner_name)
    owed = balance.owed, counts.open_overdue + balance.carried, balance.carried
    return *names, *owed, counts.done_on_time, counts.done_late


def owed_text(balance: Balance) -> str:
    """Who owes whom, in one line."""
    late = balance.counts.open_overdue + balance.carried
    said = ngettext("{lead} owes {partner} {n} task", "{lead} owes {partner} {n} tasks", balance.owed)
    said = said.format(lead=balance.lead_name, partner=balance.partner_name, n=balance.owed)
    overdue = _("{n} overdue").format(n=late)
    return f"{said} ({overdue})" if late else said


def waiting_text(one: Waiting) -> str:
    """An office that has to look at a text again."""
    if one.parent:
        message = _("{plan}/{id} waits for {office} to look again: {parent} of the parent plan changed after {day}")
    else:
        message = _("{plan}/{id} waits for {office} to look again: it agreed on {day} to another text")
    return message.format(plan=one.plan, id=one.id, office=one.office_name, parent=one.parent, day=day_text(one.day))


def closing(view: StatusView) -> Iterator[str]:
    """The lines at the end: who has to agree again, what the figures leave out, plans that ended."""
    yield from map(waiting_text, view.waiting)
    if view.undated:
        yield ngettext(
            "{n} duty without a date is in no class: phoihop due --undated lists it",
            "{n} duties without a date are in no class: phoihop due --undated lists them",
            len(view.undated),
        ).format(n=len(view.undated))
    if view.suspended:
        number = len(view.suspended)
        said = ngettext("{n} time is suspended and in no class", "{n} times are suspended and in no class", number)
        yield said.format(n=number)
    resting = {(one.item.plan, one.item.id, one.item.suspension): one.item.title for one in view.suspended}
    for (plan, id, rest), title in resting.items():
        if rest is not None:
            yield suspended_line(plan, id, title, rest)
    if len(view.ended) <= _LISTED_PLANS:
        yield from ended_lines(view.ended)
    else:
        said = _("{plans} plans ended with {n} tasks not reported as finished: phoihop due lists the plans")
        yield said.format(plans=len(view.ended), n=sum(plan.unfinished for plan in view.ended))


def bar(counts: Counts, width: int) -> str:
    """The classes as a bar of some characters, every class that is there with one at least; "" of nothing."""
    total = counts.total
    if not total:
        return ""
    cells = [max(1, number * width // total) if number else 0 for number in counts]
    # What is left over goes to the classes that were cut short most; what is too much comes off the longest.
    while (spare := width - sum(cells)) != 0:
        if spare > 0:
            cells[max(range(4), key=lambda i: counts[i] * width / total - cells[i])] += 1
        else:
            cells[max(range(4), key=lambda i: cells[i])] -= 1
    return "".join(SIGNS[status] * number for status, number in zip(CLASSES, cells, strict=True))
