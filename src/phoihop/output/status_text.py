"""The status as plain lines for a pipe, as a Markdown page, as CSV, as JSON (version 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from phoihop.dates.window import Window
from phoihop.i18n import _
from phoihop.output import status as words
from phoihop.output.agenda import capitalised, status_text, suspension_json
from phoihop.output.csv_text import table_csv, text
from phoihop.output.markup import escaped
from phoihop.output.status import Cell, Row
from phoihop.progress import Status
from phoihop.views.counts import Counts
from phoihop.views.entry import Entry
from phoihop.views.status import StatusView, Trend


def plain(view: StatusView) -> Iterator[str]:
    """The figures, the groups, what is overdue, who owes whom: one line a row, fields parted by tabs."""
    yield words.heading(view)
    yield from words.scope(view)
    for line in words.lines(view):
        yield _tabbed((line.name, line.number, line.moved))
    for rate in words.rates(view):
        yield _tabbed((rate.name, words.ratio(rate.share), rate.moved))
    if said := words.trend_text(view):
        yield said
    for _title, head, rows in _tables(view):
        yield ""
        yield _tabbed(head)
        yield from map(_tabbed, rows)
    yield from closed("", words.closing(view))


def closed(first: str, lines: Iterable[str]) -> Iterator[str]:
    """Some lines after a first one; nothing where there are none."""
    found = list(lines)
    if found:
        yield first
        yield from found


def _tabbed(row: Iterable[Cell]) -> str:
    return "\t".join(map(text, row)).rstrip("\t")


def _tables(view: StatusView) -> Iterator[tuple[str, tuple[str, ...], list[Row]]]:
    """The tables that have rows, each with its title and head."""
    yield words.group_title(view.by), words.group_head(view.by), list(words.group_rows(view))
    if view.late:
        yield _("Overdue"), words.late_head(), [words.late_row(entry) for entry in view.late]
    if view.done_late:
        yield (
            capitalised(status_text(Status.DONE_LATE)),
            words.done_late_head(),
            [words.done_late_row(entry) for entry in view.done_late],
        )
    if view.balances:
        yield _("Who owes whom"), words.balance_head(), [words.balance_row(one) for one in view.balances]


def markdown(view: StatusView) -> str:
    """The status as a page of GitHub's Markdown."""
    found = [f"## {escaped(words.heading(view))}", ""]
    for line in words.scope(view):
        found += [escaped(line), ""]
    found += [escaped(words.summary(view)) + ".", ""]
    figures: list[Row] = [(capitalised(one.name), one.number, one.moved) for one in words.lines(view)]
    figures += [(capitalised(rate.name), words.ratio(rate.share), rate.moved) for rate in words.rates(view)]
    found += _table(("", "", words.trend_text(view)), figures)
    for title, head, rows in _tables(view):
        found += ["", f"### {escaped(title)}", "", *_table(head, rows)]
    found += closed("", (f"- {escaped(line)}" for line in words.closing(view)))
    return "\n".join(found)


def _table(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    names, body = list(head), [list(row) for row in rows]
    right = [all(not isinstance(row[i], str) for row in body) for i in range(len(names))]
    yield _piped(names)
    yield "|" + "|".join("---:" if number else "---" for number in right) + "|"
    yield from map(_piped, body)


def _piped(row: Iterable[Cell]) -> str:
    return "| " + " | ".join(escaped(text(cell)) for cell in row) + " |"


def as_csv(view: StatusView) -> bytes:
    """The table of groups as CSV."""
    return table_csv((words.group_head(view.by), *words.group_rows(view)))


def as_json(view: StatusView) -> dict[str, Any]:
    """The status as the JSON form, version 1."""
    return {
        "version": 1,
        "today": view.today.isoformat(),
        "period": _period(view.window) | {"whole_plan": view.whole},
        "plan": view.plan[0] if view.plan else None,
        "offices": [code for code, _name in view.offices],
        "by": view.by.value,
        "figures": _figures(view.counts, len(view.carried)),
        "trend": _trend(view.trend) if view.trend else None,
        "groups": [
            {"key": group.key, "name": group.name, "figures": _figures(group.counts, group.carried)}
            for group in view.groups
        ],
        "items": [_item(entry) for entry in (*view.carried, *view.entries)],
        "balances": [
            {"lead": one.lead, "partner": one.partner, "owed": one.owed, "figures": _figures(one.counts, one.carried)}
            for one in view.balances
        ],
        "ended": [
            {"plan": one.plan, "title": one.title, "until": one.until.isoformat(), "unfinished": one.unfinished}
            for one in view.ended
        ],
        "waiting": [one._asdict() | {"day": one.day.isoformat()} for one in view.waiting],
        "undated": len(view.undated),
        **({"suspended": [_item(entry) for entry in view.suspended]} if view.suspended else {}),
    }


def _period(window: Window) -> dict[str, Any]:
    return {"from": window.first.isoformat(), "to": window.last.isoformat(), "name": window.name}


def _classes(counts: Counts) -> dict[str, Any]:
    return counts._asdict() | {"total": counts.total, "done": counts.done, "fell_due": counts.fell_due}


def _figures(counts: Counts, carried: int) -> dict[str, Any]:
    return _classes(counts) | {
        "carried_overdue": carried,
        "done_of_fell_due_percent": counts.of_due.percent,
        "done_of_total_percent": counts.of_all.percent,
    }


def _trend(trend: Trend) -> dict[str, Any]:
    return {
        "period": _period(trend.window),
        "today": trend.today.isoformat(),
        "before": _classes(trend.before),
        "change": trend.change._asdict() | {"total": trend.change.total, "done": trend.change.done},
        "done_of_fell_due_points": None if trend.of_due_points is None else trend.of_due_points / 10,
        "done_of_total_points": None if trend.of_all_points is None else trend.of_all_points / 10,
    }


def _item(entry: Entry) -> dict[str, Any]:
    item = entry.item
    return {
        "plan": item.plan,
        "id": item.id,
        "occurrence": item.occurrence,
        "label": item.label,
        "title": item.title,
        "field": entry.field,
        "lead": item.lead,
        "partners": list(item.partners),
        "due": item.due.isoformat(),
        "assumed": item.assumed,
        "provisional": item.provisional,
        "status": item.status.value,
        "carried": entry.carried,
        "done": entry.done.isoformat() if entry.done else None,
        "document": entry.document,
        "note": entry.note,
        "days_late": entry.days_late,
        "working_days_late": entry.working_days_late,
        "next_step": entry.next_step,
        **({"suspension": suspension_json(item.suspension)} if item.suspension else {}),
    }
