"""The status as a workbook (.xlsx), by XlsxWriter: dates are dates, percentages numbers, texts never formulas."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from phoihop.document.zipped import stamped_package
from phoihop.i18n import _
from phoihop.output import status as words
from phoihop.output.agenda import capitalised, day_text, marks, status_text
from phoihop.output.status import Cell
from phoihop.views.counts import Share
from phoihop.views.entry import Entry
from phoihop.views.status import StatusView

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_LONGEST = 32_767  # characters in a cell of Excel
_WIDEST = 60
_FIRST_YEAR = 1900  # of Excel's calendar
_FORMATS = {
    "text": {"text_wrap": True, "valign": "top", "border": 1},
    "head": {
        "text_wrap": True,
        "valign": "vcenter",
        "align": "center",
        "border": 1,
        "bold": True,
        "bg_color": "#D9D9D9",
    },
    "number": {"valign": "top", "border": 1, "num_format": "0"},
    "share": {"valign": "top", "border": 1, "num_format": "0.0%"},
    "day": {"valign": "top", "border": 1, "num_format": "dd/mm/yyyy"},
    "title": {"bold": True, "font_size": 14},
}


def status_sheet(view: StatusView) -> bytes:
    """The workbook. Twice the same view is twice the same bytes."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "default_format_properties": {"font_name": "Times New Roman"}})
    book.set_properties({"title": words.heading(view), "created": datetime(*view.today.timetuple()[:3])})  # noqa: DTZ001
    book.set_custom_property("phoihop", "")  # the package's own parts then name the one that takes the stamp
    writer = _Writer(book)
    writer.figures(view)
    writer.sheet(words.group_title(view.by), words.group_head(view.by), words.group_rows(view))
    writer.sheet(_("Overdue"), _late_head(), map(_late_row, view.late))
    writer.sheet(_("All tasks"), _entry_head(), map(_entry_row, (*view.carried, *view.entries)))
    if view.balances:
        writer.sheet(_("Who owes whom"), words.balance_head(), map(words.balance_row, view.balances))
    book.close()
    with zipfile.ZipFile(out) as package:
        return stamped_package({name: package.read(name) for name in package.namelist()})


class _Writer:
    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.formats: dict[str, Format] = {name: book.add_format(about) for name, about in _FORMATS.items()}

    def figures(self, view: StatusView) -> None:
        """The first sheet: what the figures cover, the classes, the two percentages, the lines at the end."""
        sheet = self.book.add_worksheet(_("Summary"))
        sheet.set_column(0, 0, _WIDEST)
        sheet.set_column(1, 4, 18)
        sheet.write_string(0, 0, words.heading(view)[:_LONGEST], self.formats["title"])
        above = [*words.scope(view), words.summary(view)]
        for number, line in enumerate(above, 1):
            sheet.write_string(number, 0, line[:_LONGEST])
        top = len(above) + 2
        rows: list[Sequence[Any]] = [
            (capitalised(one.name), one.number, "", "", one.moved) for one in words.lines(view)
        ]
        for rate in words.rates(view):
            rows.append((capitalised(rate.name), rate.share.part, rate.share.whole, rate.share, rate.moved))
        self.rows(sheet, top, ("", _("Number"), _("Of"), "%", words.trend_text(view)), rows)
        for number, line in enumerate(words.closing(view), top + len(rows) + 2):
            sheet.write_string(number, 0, line[:_LONGEST])
        self.print_setup(sheet, top)

    def sheet(self, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell | date | None]]) -> None:
        """A sheet of one table: its head stays in sight, and every column can be filtered."""
        body = list(rows)
        sheet = self.book.add_worksheet(name)
        for index, title in enumerate(head):
            longest = max((len(str(row[index])) for row in body if isinstance(row[index], str)), default=0)
            sheet.set_column(index, index, min(max(longest, 12, len(title) // 2), _WIDEST))
        self.rows(sheet, 0, head, body)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(body), len(head) - 1)
        self.print_setup(sheet, 0)

    def rows(self, sheet: Any, top: int, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        for index, title in enumerate(head):
            sheet.write_string(top, index, title, self.formats["head"])
        for number, row in enumerate(rows, top + 1):
            for index, cell in enumerate(row):
                self.cell(sheet, number, index, cell)

    def cell(self, sheet: Any, row: int, column: int, cell: Cell | date | None) -> None:
        match cell:
            case Share(tenths=None):
                sheet.write_string(row, column, cell.text, self.formats["share"])
            case Share(tenths=tenths):
                sheet.write_number(row, column, (tenths or 0) / 1000, self.formats["share"])
            case date(year=year) if year < _FIRST_YEAR:
                sheet.write_string(row, column, day_text(cell), self.formats["text"])
            case date():
                sheet.write_datetime(row, column, cell, self.formats["day"])
            case int():
                sheet.write_number(row, column, cell, self.formats["number"])
            case "" | None:
                sheet.write_blank(row, column, None, self.formats["text"])
            case str():
                # Never `write`, which takes "=..." for a formula and "http:..." for a link.
                sheet.write_string(row, column, cell[:_LONGEST], self.formats["text"])

    def print_setup(self, sheet: Any, head: int) -> None:
        """A4 across, as wide as one page, the head on every page."""
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)


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
        _("Deadline as signed"),
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
