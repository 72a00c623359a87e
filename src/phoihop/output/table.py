"""The agenda as a table, by rich: aligned by display width, wrapped to the terminal. Imported only for a terminal."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from phoihop.i18n import _
from phoihop.output.agenda import (
    capitalised,
    closing,
    day_text,
    days_left_text,
    heading,
    marks,
    status_text,
    title,
    weekday_text,
)
from phoihop.progress import Status
from phoihop.views.agenda import Agenda, Item


def agenda_text(view: Agenda, undated: bool) -> str:
    """The agenda laid out for the terminal that the program writes to: what is overdue, then what is due."""
    console = Console(highlight=False, emoji=False, markup=False)
    late = [item for item in view.items if item.status is Status.OPEN_OVERDUE]
    coming = [item for item in view.items if item.status is not Status.OPEN_OVERDUE]
    with console.capture() as captured:
        for status, items in ((Status.OPEN_OVERDUE, late), (Status.OPEN_IN_TIME, coming)):
            if items:
                console.print(Text(f"{capitalised(status_text(status))} ({len(items)})", style="bold"))
                console.print(_items_table(items))
        console.print(Text(heading(view), style="bold"))
        if not view.items:
            console.print(_("Nothing is due."))
        if undated and view.undated:
            console.print(_undated_table(view))
        for line in closing(view, undated):
            console.print(line)
    return captured.get().rstrip("\n")


def _items_table(items: list[Item]) -> Table:
    # Three columns, so that 80 characters are enough: when, what, who. A code is never cut: it is what is typed.
    table = Table(box=box.HORIZONTALS, pad_edge=False)
    table.add_column(_("When"), min_width=16, max_width=22, overflow="fold")
    table.add_column(_("Task"), ratio=3, overflow="fold")
    table.add_column(_("Who"), ratio=2, overflow="fold")
    for item in items:
        when = Text(f"{weekday_text(item.due)} {day_text(item.due)}\n")
        when.append(days_left_text(item.days_left), style="bold red" if item.days_left < 0 else "bold")
        when.append(marks(item))
        what = Text(f"{item.id}  ", style="bold").append(title(item), style="not bold")
        what.append(f"\n{item.plan}", style="dim not bold")
        who = Text(item.lead_name or "-")
        if item.partners:
            who.append("\n" + _("with: {offices}").format(offices="; ".join(item.partner_names)), style="dim")
        table.add_row(when, what, who, end_section=True)
    return table


def _undated_table(view: Agenda) -> Table:
    table = Table(box=box.HORIZONTALS, pad_edge=False, title=_("Without a date"), title_justify="left")
    table.add_column(_("Deadline as signed"), max_width=24)
    table.add_column(_("Task"), ratio=3)
    table.add_column(_("Lead"), ratio=2)
    for item in view.undated:
        what = Text(f"{item.id}  ", style="bold").append(item.title, style="not bold")
        what.append(f"\n{item.plan}", style="dim not bold")
        table.add_row(Text(item.problem or item.phrase or _("no deadline")), what, Text(item.lead_name or "-"))
    return table
