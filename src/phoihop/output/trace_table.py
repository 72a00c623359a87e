"""The trace as a table, by rich. Imported only for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from phoihop.i18n import _
from phoihop.output import trace as words
from phoihop.views.trace import Trace


def trace_tables(traces: Iterable[Trace]) -> str:
    """Two columns: a duty of the parent, and what carries it out."""
    console = Console(highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        for trace in traces:
            console.print(Text(words.heading(trace), style="bold"))
            console.print(_table(trace))
            for stray in trace.own:
                console.print(Text(_("beyond the parent plan:") + f" {stray.plan}/{stray.id}  {stray.title}"))
    return captured.get().rstrip("\n")


def _table(trace: Trace) -> Table:
    table = Table(box=box.HORIZONTALS, pad_edge=False)
    table.add_column(_("Duty of the parent plan"), ratio=1, overflow="fold")
    table.add_column(_("Carried out by"), ratio=1, overflow="fold")
    for row in trace.rows:
        lines = [words.carrier_line(carrier) for carrier in row.carriers]
        carried = Text("\n".join(lines)) if lines else Text(_("none"), style="bold red")
        table.add_row(Text(words.duty_line(row)), carried, end_section=True)
    return table
