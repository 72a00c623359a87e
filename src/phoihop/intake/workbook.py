"""A workbook (.xlsx) that somebody sent: opened within limits, read as it is, nothing in it computed or followed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from phoihop.i18n import _
from phoihop.intake.lines import Cell, Line, SheetFault, Value, limited, lines_below_heads, no_heads
from phoihop.text.check import CONTROL

_MAX_BYTES = 64_000_000  # unpacked; a sheet of 20,000 rows has some 15 million
_MAX_PARTS = 1_000
_MAX_SHEETS = 100
_MAX_ROWS = 50_000  # of a sheet, empty ones included: they cost time as well
_MAX_COLUMNS = 60
_OLE = b"\xd0\xcf\x11\xe0"  # an .xls, or an .xlsx with a password
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)


def read_workbook(data: bytes) -> list[Line]:
    """The lines of all reply sheets of a workbook.

    Raises SheetFault for what is no workbook, has macros, is too large, or has no reply sheet.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that are lost when openpyxl saves, which it does not here
            _look_into(data)
            return _read(data)
    except SheetFault:
        raise
    except zipfile.BadZipFile:
        raise SheetFault(_("it is no .xlsx file; open it and save it as .xlsx")) from None
    except Exception as problem:  # a broken part may make openpyxl raise anything
        kind = type(problem).__name__
        raise SheetFault(_("it is no workbook that can be read ({kind}); save it again").format(kind=kind)) from None


def _look_into(data: bytes) -> None:
    """Refuse a package by what can be told before any part of it is understood."""
    if data.startswith(_OLE):
        raise SheetFault(_("it is an old .xls or has a password; save it as .xlsx without one"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        names = {entry.filename for entry in entries}
        # Declared sizes hold: zipfile gives no more of a part than its directory says.
        if sum(entry.file_size for entry in entries) > _MAX_BYTES or len(entries) > _MAX_PARTS:
            raise SheetFault(_("it is larger than any reply sheet; send those rows alone that were filled"))
        if len(names) != len(entries):
            raise SheetFault(_("it has two parts of one name; save it again"))
        if any("vbaproject" in name.casefold() for name in names):
            raise SheetFault(_("it has macros; save it as .xlsx"))
        for entry in entries:
            _plain_xml(package.read(entry))


def _plain_xml(part: bytes) -> None:
    """Refuse a part that declares entities, or hides in another encoding that it does."""
    said = _ENCODING.search(part[:500])
    other = said is not None and said[1].upper() not in (b"UTF-8", b"US-ASCII")
    if other or part.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")) or _DOCTYPE.search(part):
        raise SheetFault(_("it has parts that no spreadsheet writes; save it again"))


def _read(data: bytes) -> list[Line]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    sheets = book.worksheets
    if len(sheets) > _MAX_SHEETS:
        raise SheetFault(_("it is larger than any reply sheet; send those rows alone that were filled"))
    tables = [lines_below_heads(_rows(sheet)) for sheet in sheets]
    if all(table is None for table in tables):
        raise no_heads()
    return limited(line for table in tables if table is not None for line in table)


def _rows(sheet: Any) -> Iterator[tuple[str, list[Cell]]]:
    name = CONTROL.sub("", sheet.title)  # it is shown to people
    for number, row in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS), 1):
        if number > _MAX_ROWS:
            message = _('the sheet "{name}" goes on for more than {n} rows; delete the empty ones below the table')
            raise SheetFault(message.format(name=name, n=_MAX_ROWS))
        yield f"{name}!{number}", [_cell(cell, name) for cell in row]


def _cell(cell: Any, sheet: str) -> Cell:
    if cell.value is None:
        return Cell()
    at = f"{sheet}!{cell.coordinate}"
    match cell.data_type:
        case "f":
            return Cell(None, at, _("a formula; write the value itself"))
        case "e":
            return Cell(None, at, _("an error value; write the value itself"))
    return Cell(_value(cell.value), at, "") if _known(cell.value) else Cell(None, at, _("neither a text nor a date"))


def _known(value: object) -> bool:
    return isinstance(value, str | int | float | date) and not isinstance(value, bool)


def _value(value: Any) -> Value:
    return value.date() if isinstance(value, datetime) else value
