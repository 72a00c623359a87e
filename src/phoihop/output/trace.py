"""The trace as plain lines, and as its JSON form (version 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from phoihop.i18n import _, ngettext
from phoihop.views.trace import Carrier, Trace, TraceRow

NONE = "–"


def heading(trace: Trace) -> str:
    """What is carried out, by whom, and how much of it."""
    total = len(trace.rows)
    message = ngettext(
        "{parent}: {covered} of {n} duty is carried out by {children}",
        "{parent}: {covered} of {n} duties are carried out by {children}",
        total,
    )
    line = message.format(parent=trace.parent, covered=trace.covered, n=total, children=", ".join(trace.children))
    return line if trace.said else line + " " + _("(no task there says which it carries out: thuc_hien)")


def duty_line(row: TraceRow | Carrier) -> str:
    """A duty in one line: code, title, lead, deadline."""
    return "; ".join(part for part in (f"{row.id}  {row.title}", row.lead_name, row.phrase) if part)


def carrier_line(carrier: Carrier) -> str:
    """A task that carries something out; a suspect one says so."""
    mark = " " + _("(to be looked at again)") if carrier.suspect else ""
    return f"{carrier.plan}/{duty_line(carrier)}{mark}"


def plain(traces: Iterable[Trace]) -> Iterator[str]:
    """Each duty of the parent on a line, below it what carries it out."""
    for trace in traces:
        yield heading(trace)
        for row in trace.rows:
            yield f"  {duty_line(row)}"
            yield from (f"    <- {carrier_line(carrier)}" for carrier in row.carriers)
            if not row.carriers:
                yield "    <- " + _("none")
        if trace.own:
            yield "  " + _("beyond the parent plan:")
            for stray in trace.own:
                missing = " " + _('(names "{id}", which is not there)').format(id=stray.names) if stray.names else ""
                yield f"    {stray.plan}/{stray.id}  {stray.title}{missing}"


def as_json(traces: Iterable[Trace]) -> dict[str, Any]:
    """The JSON form, version 1."""
    return {
        "version": 1,
        "traces": [
            {
                "parent": trace.parent,
                "title": trace.title,
                "children": list(trace.children),
                "duties": len(trace.rows),
                "covered": trace.covered,
                "rows": [
                    row._asdict() | {"carriers": [carrier._asdict() for carrier in row.carriers]} for row in trace.rows
                ],
                "own": [stray._asdict() for stray in trace.own],
            }
            for trace in traces
        ],
    }
