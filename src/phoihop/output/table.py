"""The agenda as a table, by rich: aligned by display width, wrapped to the terminal. Imported only for a terminal."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from phoihop.i18n import _
from phoihop.output.agenda import (
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
    """The agenda laid out for the terminal that the program writes to."""
    console = Console(highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        console.print(Text(heading(view), style="bold"))
        console.print(_items_table(view.items) if view.items else _("Nothing is due."))
        if undated and view.undated:
            console.print(_undated_table(view))
        for line in closing(view, undated):
            console.print(line)
    return captured.get().rstrip("\n")


def _items_table(items: tuple[Item, ...]) -> Table:
    # Three columns, so that 80 characters are enough: when, what, who.
    table = Table(box=box.HORIZONTALS, expand=False, pad_edge=False)
    table.add_column(_("When"), no_wrap=False, min_width=16, max_width=22)
    table.add_column(_("Task"), ratio=3)
    table.add_column(_("Who"), ratio=2)
    for item in items:
        when = Text(f"{weekday_text(item.due)} {day_text(item.due)}{marks(item)}\n")
        when.append(days_left_text(item.days_left), style="bold red" if item.status is Status.OPEN_OVERDUE else "bold")
        when.append(f"\n{status_text(item.status)}", style="dim")
        what = Text(title(item))
        what.append(f"\n{item.plan}/{item.id}", style="dim")
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
        what = Text(item.title)
        what.append(f"\n{item.plan}/{item.id}", style="dim")
        table.add_row(Text(item.problem or item.phrase or _("no deadline")), what, Text(item.lead_name or "-"))
    return table
