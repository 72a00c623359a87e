"""What people write into a cell: a day in one of the forms they use, a text in one line, a number."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.intake.lines import Cell
from phoihop.text.check import CONTROL

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]00:00(?::00)?)?")
_LOCAL = re.compile(r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})")
_SAID = re.compile(r"(?:ngày )?(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm (?P<year>\d{4})", re.IGNORECASE)
_LONGEST_SHOWN = 40


class Wrong(Exception):
    """A cell that cannot be taken: why, and where it stands."""

    def __init__(self, reason: str, at: str = "") -> None:
        super().__init__(reason)
        self.at = at


def text_of(cell: Cell) -> str:
    """A cell as one line of text in composed form, without characters that nobody sees; "" of an empty one."""
    if cell.odd:
        raise Wrong(cell.odd, cell.at)
    match cell.value:
        case None:
            return ""
        case date():
            message = _("a date ({day}) where a text is meant; write it as text, with an apostrophe before it")
            raise Wrong(message.format(day=written(cell.value)), cell.at)
        case float():
            return f"{cell.value:g}" if cell.value == cell.value else ""
        case int():
            return str(cell.value)
    # A line break is white space, and so is what a web page brings along; the rest of them nobody meant.
    text = " ".join(CONTROL.sub("", normalize("NFC", str(cell.value)).replace("\x0b", " ")).split())
    return text.encode("utf-8", "ignore").decode()  # half of a pair of surrogates is no character


def day_of(cell: Cell) -> date | None:
    """The day in a cell; None of an empty one. A number is no day: nobody can tell which one was meant."""
    if isinstance(cell.value, date) and not cell.odd:
        return cell.value
    text = text_of(cell)
    if not text:
        return None
    for form in (_ISO, _LOCAL, _SAID):
        if match := form.fullmatch(text):
            try:
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                raise Wrong(_("{date} does not exist").format(date=_short(text)), cell.at) from None
    raise Wrong(_('"{text}" is not a date; write it as in 15/6/2026').format(text=_short(text)), cell.at)


def number_of(cell: Cell) -> int:
    """The number of an occurrence."""
    text = text_of(cell)
    if not text.isdecimal() or len(text) > 4:
        message = _("this row does not say what it is of; its hidden columns were changed: ask for a new sheet")
        raise Wrong(message, cell.at)
    return int(text)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
