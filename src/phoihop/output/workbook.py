"""Workbooks (.xlsx) by XlsxWriter: dates are dates, texts never formulas, the same content always the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from phoihop.document.zipped import stamped_package
from phoihop.output.agenda import day_text
from phoihop.output.status import Cell
from phoihop.views.counts import Share

if TYPE_CHECKING:
    from xlsxwriter.format import Format

LONGEST = 32_767
"""Characters in a cell of Excel."""

WIDEST = 60
"""The widest column, in characters."""

_FIRST_YEAR = 1900  # of Excel's calendar
_CELL = {"valign": "top", "border": 1}
_OPEN = {"locked": False, "bg_color": "#FFF9DB"}
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, **_CELL},
    "head": {
        "text_wrap": True,
        "valign": "vcenter",
        "align": "center",
        "border": 1,
        "bold": True,
        "bg_color": "#D9D9D9",
    },
    "number": {"num_format": "0", **_CELL},
    "share": {"num_format": "0.0%", **_CELL},
    "day": {"num_format": "dd/mm/yyyy", **_CELL},
    "title": {"bold": True, "font_size": 14},
    "open": {"text_wrap": True, "num_format": "@", **_CELL, **_OPEN},
    "open day": {"num_format": "dd/mm/yyyy", **_CELL, **_OPEN},
}


class BookWriter:
    """One workbook that is being written. `open` formats are those of cells that a protected sheet lets be filled."""

    def __init__(self, title: str, made: date) -> None:
        from xlsxwriter import Workbook

        self._out = io.BytesIO()
        self.book = Workbook(
            self._out, {"in_memory": True, "default_format_properties": {"font_name": "Times New Roman"}}
        )
        self.book.set_properties({"title": title, "created": datetime(*made.timetuple()[:3])})  # noqa: DTZ001
        self.book.set_custom_property("phoihop", "")  # the package's own parts then name the one that takes the stamp
        self.formats: dict[str, Format] = {name: self.book.add_format(about) for name, about in _FORMATS.items()}

    def finished(self) -> bytes:
        """The workbook's bytes, stamped. Twice the same content is twice the same bytes."""
        self.book.close()
        with zipfile.ZipFile(self._out) as package:
            return stamped_package({name: package.read(name) for name in package.namelist()})

    def rows(self, sheet: Any, top: int, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """A table: its head in row `top` (from 0), its rows below."""
        for index, title in enumerate(head):
            sheet.write_string(top, index, title, self.formats["head"])
        for number, row in enumerate(rows, top + 1):
            for index, cell in enumerate(row):
                self.cell(sheet, number, index, cell)

    def cell(self, sheet: Any, row: int, column: int, cell: Cell | date | None) -> None:
        """One cell in the form that its kind has."""
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
                sheet.write_string(row, column, cell[:LONGEST], self.formats["text"])

    def print_setup(self, sheet: Any, head: int) -> None:
        """A4 across, as wide as one page, the head on every page."""
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)
