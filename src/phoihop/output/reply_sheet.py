"""Reply sheets as a workbook with a sheet for each office, and as CSV. Only the cells to be filled can be edited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from phoihop.dates.units import written
from phoihop.output.agenda import day_text
from phoihop.output.csv_text import table_csv
from phoihop.output.workbook import BookWriter
from phoihop.views.reply import DONE, FILLED, IDENTITY, LONGEST_TEXT, SHOWN, ReplyRow, ReplySheet

HEADS = (*SHOWN, *FILLED, *IDENTITY)
_WIDTHS = (28, 40, 14, 24, 12, 14, 24, 20, 14, 18, 30, 30)
_FIRST_FILLED, _FIRST_HIDDEN = len(SHOWN), len(SHOWN) + len(FILLED)
_HEAD_ROW = 3
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")  # in a sheet's name, with apostrophes at its ends
_LONGEST_NAME = 31
_PROTECTION = {
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


def reply_book(sheets: Sequence[ReplySheet]) -> bytes:
    """The workbook. Twice the same sheets are twice the same bytes."""
    title = "Phiếu báo kết quả thực hiện: " + ", ".join(sheet.name for sheet in sheets)
    writer = BookWriter(title, sheets[0].made)
    taken: set[str] = set()
    for sheet in sheets:
        _write(writer, writer.book.add_worksheet(_sheet_name(sheet.office, taken)), sheet)
    return writer.finished()


def reply_csv(sheets: Iterable[ReplySheet]) -> bytes:
    """The rows of all sheets, with the columns that the workbook hides."""
    rows = [_row(row) for sheet in sheets for row in sheet.rows]
    return table_csv([HEADS, *([day_text(cell) if isinstance(cell, date) else cell for cell in row] for row in rows)])


def _row(row: ReplyRow) -> list[Any]:
    result = row.result
    shown = (row.plan_name, row.title, row.label, row.phrase, row.due or "", row.role, row.partners, row.deliverable)
    filled = (result.day, result.document, result.note, "") if result else ("", "", "", "")
    return [*shown, *filled, row.office, row.plan, row.id, row.number, row.mark]


def _write(writer: BookWriter, sheet: Any, view: ReplySheet) -> None:
    top = _HEAD_ROW
    sheet.write_string(0, 0, f"PHIẾU BÁO KẾT QUẢ THỰC HIỆN: {view.name}", writer.formats["title"])
    sheet.write_string(1, 0, f"Lập ngày {written(view.made)}. Chỉ điền vào các ô nền vàng rồi gửi lại tệp này.")
    told = "Ngày hoàn thành ghi ngày/tháng/năm; việc chưa xong thì để trống. Dòng đã có kết quả không sửa được."
    sheet.write_string(2, 0, told)
    rows = [_row(row) for row in view.rows]
    writer.rows(sheet, top, HEADS, rows)
    for number, row in enumerate(view.rows, top + 1):
        if row.open:
            _open(writer, sheet, number, row)
    for index, width in enumerate(_WIDTHS):
        sheet.set_column(index, index, width)
    sheet.set_column(_FIRST_HIDDEN, len(HEADS) - 1, 12, None, {"hidden": True})
    sheet.freeze_panes(top + 1, 2)
    sheet.autofilter(top, 0, top + max(len(rows), 1), _FIRST_HIDDEN - 1)
    sheet.protect("", _PROTECTION)  # against a slip, not against a will: there is no password
    writer.print_setup(sheet, top)
    sheet.set_footer("&C&P/&N")


def _open(writer: BookWriter, sheet: Any, number: int, row: ReplyRow) -> None:
    """Let the cells of a row be filled, with what they take: a day until today, texts that are not too long."""
    for index, head in enumerate(FILLED, _FIRST_FILLED):
        sheet.write_blank(number, index, None, writer.formats["open day" if head == DONE else "open"])
    sheet.data_validation(
        number,
        _FIRST_FILLED,
        number,
        _FIRST_FILLED,
        {
            "validate": "date",
            "criteria": "between",
            "minimum": max(row.earliest or date(1990, 1, 1), date(1990, 1, 1)),
            "maximum": "=TODAY()",
            "error_title": "Ngày hoàn thành",
            "error_message": "Ghi ngày/tháng/năm, không trước khi có kế hoạch và không sau hôm nay.",
        },
    )
    sheet.data_validation(
        number,
        _FIRST_FILLED + 1,
        number,
        _FIRST_HIDDEN - 1,
        {
            "validate": "length",
            "criteria": "<=",
            "value": LONGEST_TEXT,
            "error_title": "Dài quá",
            "error_message": f"Không quá {LONGEST_TEXT} ký tự.",
        },
    )


def _sheet_name(office: str, taken: set[str]) -> str:
    """The office's code as a sheet's name; `taken` are those that are there already."""
    base = _FORBIDDEN.sub("-", office).strip("'")[:_LONGEST_NAME] or "-"
    name, number = base, 1
    while name.casefold() in taken or name.casefold() == "history":  # which Excel keeps for itself
        number += 1
        name = f"{base[: _LONGEST_NAME - 3]}-{number}"
    taken.add(name.casefold())
    return name
