"""The status for a terminal, by rich: a leader reads it in ten seconds. Imported only where a table is printed."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from phoihop.i18n import _, ngettext
from phoihop.output import status as words
from phoihop.output.agenda import capitalised, day_text, days_left_text, marks
from phoihop.output.csv_text import text
from phoihop.output.status_text import closed
from phoihop.progress import Status
from phoihop.views.counts import Counts
from phoihop.views.entry import Entry
from phoihop.views.status import StatusView

LISTED = 8
"""How many overdue duties are listed: those overdue the longest. The other forms list every occurrence."""

_LONGEST_TITLE = 150
_WIDTH = 20  # of the bars of the four classes
_COLOURS = {Status.DONE_LATE: "yellow", Status.OPEN_OVERDUE: "bold red"}


def status_table(view: StatusView) -> str:
    """The status laid out for the terminal that the program writes to."""
    console = Console(highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        console.print(Text(words.heading(view), style="bold"))
        for line in words.scope(view):
            console.print(Text(line))
        console.print(Text(words.summary(view), style="bold red" if view.late else "bold"))
        console.print()
        console.print(_figures_table(view))
        console.print(_rates_table(view))
        if said := words.trend_text(view):
            console.print(Text(said, style="dim"))
        if view.groups:
            console.print()
            console.print(_groups_table(view))
        if view.late:
            console.print()
            console.print(_late_table(view.late))
        for line in closed("", (words.owed_text(one) for one in view.balances if one.owed)):
            console.print(line)
        for line in closed("", words.closing(view)):
            console.print(line)
    return captured.get().rstrip("\n")


def _figures_table(view: StatusView) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column()
    table.add_column(justify="right", style="bold")
    table.add_column(min_width=_WIDTH)
    table.add_column()
    for line in words.lines(view):
        # The sign before the name is the legend of all bars.
        sign = f"{words.SIGNS[line.status]} " if line.status else "  "
        width = -(-_WIDTH * line.number // view.counts.total) if line.status and view.counts.total else 0
        style = _COLOURS.get(line.status, "") if line.status and line.number else ""
        bar = Text(sign[0] * width, style)
        table.add_row(sign + capitalised(line.name), Text(str(line.number), style), bar, line.moved)
    return table


def _rates_table(view: StatusView) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column()
    table.add_column(style="bold")
    table.add_column()
    for rate in words.rates(view):
        table.add_row("  " + capitalised(rate.name), words.ratio(rate.share), rate.moved)
    return table


def _groups_table(view: StatusView) -> Table:
    # Nine columns in 80 characters: the classes are headed by their signs, and the bar stands under the name.
    table = Table(box=box.HORIZONTALS, pad_edge=False, padding=(0, 1, 0, 0), show_footer=True)
    signs = (words.SIGNS[status] for status in words.CLASSES)
    heads = (_("All"), *signs, _("before"), _("% of due"), _("% of all"))
    *rows, total = words.group_rows(view)
    table.add_column(words.group_title(view.by), _("Total"), ratio=1, overflow="fold")
    for index, head in enumerate(heads):
        table.add_column(head, _shown(total, index), justify="right", max_width=6)
    for group, row in zip(view.groups, rows, strict=True):
        name = Text(_shortened(group.name, 64))
        if group.counts.total:
            name.append("\n").append_text(_bar(group.counts))
        table.add_row(name, *(_shown(row, index) for index in range(len(heads))))
    return table


def _bar(counts: Counts) -> Text:
    found = Text()
    drawn = words.bar(counts, _WIDTH)
    for status in words.CLASSES:
        sign = words.SIGNS[status]
        found.append(sign * drawn.count(sign), style=_COLOURS.get(status, ""))
    return found


def _shown(row: words.Row, index: int) -> str:
    """A figure of a group's row: the code and name come before it, and how many fell due is left out."""
    return text(row[2 + index + (index > 5)])


def _late_table(late: tuple[Entry, ...]) -> Table:
    duties: dict[tuple[str, str], list[Entry]] = {}
    for entry in late:
        duties.setdefault((entry.item.plan, entry.item.id), []).append(entry)
    said = ngettext("{n} overdue, the longest first", "{n} overdue, the longest first", len(late)).format(n=len(late))
    table = Table(box=box.HORIZONTALS, pad_edge=False, title=Text(said, style="bold"), title_justify="left")
    table.add_column(_("Due"), min_width=16, max_width=22)
    table.add_column(_("Task and next step"), ratio=1, overflow="fold")
    for times in list(duties.values())[:LISTED]:
        table.add_row(_when(times), _what(times[0]))
    if len(duties) > LISTED:
        more = ngettext(
            "{n} more task: --format plain or xlsx lists it",
            "{n} more tasks: --format plain or xlsx lists them all",
            len(duties) - LISTED,
        )
        table.add_row("…", more.format(n=len(duties) - LISTED))
    return table


def _when(times: list[Entry]) -> Text:
    """When a duty fell due first, how late that is, and how often it is overdue."""
    first = times[0]
    working = ngettext("{n} working day", "{n} working days", first.working_days_late)
    when = Text(f"{day_text(first.item.due)}{marks(first.item)}\n").append(
        days_left_text(-first.days_late), style="bold red"
    )
    when.append(f"\n({working.format(n=first.working_days_late)})")
    if len(times) > 1:
        when.append("\n" + _("{n} times overdue").format(n=len(times)), style="bold")
    return when


def _what(entry: Entry) -> Text:
    what = Text(f"{words.code(entry)}  ", style="bold").append(_shortened(words.title(entry)), style="not bold")
    return what.append(f"\n→ {entry.next_step}", style="not bold")


def _shortened(line: str, longest: int = _LONGEST_TITLE) -> str:
    line = words.one_line(line)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
