"""The status as a workbook (.xlsx), by XlsxWriter: dates are dates, percentages numbers, texts never formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from phoihop.i18n import _
from phoihop.output import status as words
from phoihop.output.agenda import capitalised, marks, status_text
from phoihop.output.status import Cell
from phoihop.output.workbook import LONGEST, WIDEST, BookWriter
from phoihop.views.entry import Entry
from phoihop.views.status import StatusView


def status_sheet(view: StatusView) -> bytes:
    """The workbook. Twice the same view is twice the same bytes."""
    writer = _Writer(words.heading(view), view.today)
    writer.figures(view)
    writer.sheet(words.group_title(view.by), words.group_head(view.by), words.group_rows(view))
    writer.sheet(_("Overdue"), _late_head(), map(_late_row, view.late))
    writer.sheet(_("All tasks"), _entry_head(), map(_entry_row, (*view.carried, *view.entries, *view.suspended)))
    if view.balances:
        writer.sheet(_("Who owes whom"), words.balance_head(), map(words.balance_row, view.balances))
    return writer.finished()


class _Writer(BookWriter):
    def figures(self, view: StatusView) -> None:
        """The first sheet: what the figures cover, the classes, the two percentages, the lines at the end."""
        sheet = self.book.add_worksheet(_("Summary"))
        sheet.set_column(0, 0, WIDEST)
        sheet.set_column(1, 4, 18)
        sheet.write_string(0, 0, words.heading(view)[:LONGEST], self.formats["title"])
        above = [*words.scope(view), words.summary(view)]
        for number, line in enumerate(above, 1):
            sheet.write_string(number, 0, line[:LONGEST])
        top = len(above) + 2
        rows: list[Sequence[Any]] = [
            (capitalised(one.name), one.number, "", "", one.moved) for one in words.lines(view)
        ]
        for rate in words.rates(view):
            rows.append((capitalised(rate.name), rate.share.part, rate.share.whole, rate.share, rate.moved))
        self.rows(sheet, top, ("", _("Number"), _("Of"), "%", words.trend_text(view)), rows)
        for number, line in enumerate(words.closing(view), top + len(rows) + 2):
            sheet.write_string(number, 0, line[:LONGEST])
        self.print_setup(sheet, top)

    def sheet(self, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell | date | None]]) -> None:
        """A sheet of one table: its head stays in sight, and every column can be filtered."""
        body = list(rows)
        sheet = self.book.add_worksheet(name)
        for index, title in enumerate(head):
            longest = max((len(str(row[index])) for row in body if isinstance(row[index], str)), default=0)
            sheet.set_column(index, index, min(max(longest, 12, len(title) // 2), WIDEST))
        self.rows(sheet, 0, head, body)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(body), len(head) - 1)
        self.print_setup(sheet, 0)


def _late_head() -> tuple[str, ...]:
    return (*words.late_head(), _("Partners"))


def _late_row(entry: Entry) -> Sequence[Cell | date | None]:
    return (entry.item.due, *words.late_row(entry)[1:], "; ".join(entry.item.partner_names))


def _entry_head() -> tuple[str, ...]:
    return (
        _("Code"),
        _("Task"),
        _("Lead"),
        _("Partners"),
        _("Deadline"),
        _("Due"),
        _("Deliverable"),
        _("Status"),
        _("Finished"),
        _("Document"),
        _("Days late"),
        _("Note"),
    )


def _entry_row(entry: Entry) -> Sequence[Cell | date | None]:
    item = entry.item
    return (
        words.code(entry),
        words.title(entry),
        words.one_line(item.lead_name),
        "; ".join(item.partner_names),
        entry.phrase,
        item.due,
        entry.deliverable,
        status_text(item.status),
        entry.done,
        entry.document,
        entry.days_late,
        " ".join(filter(None, (entry.note, marks(item).strip()))),
    )
