"""The wording that the rules fix: number, date, motto, legal bases, the end mark."""

from __future__ import annotations

import re
from datetime import date

from phoihop.i18n import _
from phoihop.inspection.content import Line
from phoihop.inspection.finding import Gathered
from phoihop.inspection.head import PARTY
from phoihop.inspection.norms import guidance
from phoihop.inspection.parts import Parts
from phoihop.model.number import read_number
from phoihop.text.diagnostic import Severity

_NUMBER = re.compile(r"(?P<word>Số|SỐ|số)(?P<colon>\s*:)?\s*(?P<rest>.*)")
_BLANK = re.compile(r"\.{2}|…|_{2}|^\s*[/-]|^$|\bngày tháng\b|\btháng năm\b", re.IGNORECASE)
_DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*\bngày\s+(?P<day>\d{1,4})\s+tháng\s+(?P<month>\d{1,4})\s+năm\s+(?P<year>\d{1,6})",
    re.IGNORECASE,
)
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_SAMPLE = "Phụ lục III, Mẫu 1.4"


def check_wording(parts: Parts, issued: date | None, into: Gathered) -> None:
    """Every part whose wording is fixed."""
    party = guidance(PARTY, issued)
    for line in parts.found.get("number", ()):
        (_party_number if parts.regime == PARTY else _state_number)(line, party, into)
    for line in parts.found.get("place-date", ()):
        _place_date(line, party if parts.regime == PARTY else "", into)
    motto = parts.first("motto")
    if motto is not None and motto.text != _MOTTO:
        into.add("motto", "motto", f'"{motto.text[:60]}"', f'"{_MOTTO}"', "Phụ lục I, mục II.1.b, ô số 1", motto)
    _bases(parts, party, into)
    _end_mark(parts, party, into)


def date_of(parts: Parts) -> date | None:
    """The day that a document says it was issued on, where it says one that exists."""
    line = parts.first("place-date")
    match = _DATE.search(line.text) if line else None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    except ValueError:
        return None


def _state_number(line: Line, _party: str, into: Gathered) -> None:
    clause = "Phụ lục I, mục II.3.c, ô số 3"
    match = _NUMBER.match(line.text)
    if match is None:
        return
    if not match["colon"]:
        into.add("number-form", "number", _('no colon after "Số"'), '"Số:"', clause, line)
    _serial(match, line, clause, into)
    rest = match["rest"]
    number = read_number(rest[:120])
    if _BLANK.search(rest) or (number is not None and number.form != "party"):
        return
    if " " in rest:
        into.add("number-form", "number", _("a space in the symbol"), _("no space"), clause, line)
    else:
        severity = Severity.ERROR if number or "/" not in rest else Severity.WARNING
        into.add("number-form", "number", f'"{rest[:40]}"', "05/KH-UBND", clause, line, severity)


def _party_number(line: Line, clause: str, into: Gathered) -> None:
    match = _NUMBER.match(line.text)
    if match is None:
        return
    if match["colon"]:
        into.add("number-form", "number", _('a colon after "Số"'), _('"Số" without a colon'), clause, line)
    _serial(match, line, clause, into)
    rest = match["rest"]
    number = read_number(rest[:120])
    if _BLANK.search(rest) or (number is not None and number.form == "party"):
        return
    into.add("number-form", "number", f'"{rest[:40]}"', "05-KH/TU", clause, line)


def _serial(match: re.Match[str], line: Line, clause: str, into: Gathered) -> None:
    if match["word"] != "Số":
        into.add("number-form", "number", f'"{match["word"]}"', '"Số"', clause, line)
    if re.match(r"[1-9](?!\d)", match["rest"]):
        digit = match["rest"][0]
        into.add("number-form", "number", f'"{digit}"', f'"0{digit}"', clause, line)


def _place_date(line: Line, party: str, into: Gathered) -> None:
    place_clause = party or "Phụ lục I, mục II.4.c, ô số 4"
    day_clause = party or "Phụ lục I, mục II.4.b, ô số 4"
    match = _DATE.search(line.text)
    if match is None:
        if re.search(r"\d", line.text) and not _BLANK.search(line.text):
            into.add("date-form", "place-date", f'"{line.text[:60]}"', "ngày 05 tháng 01 năm 2026", day_clause, line)
        return
    if not match["comma"]:
        into.add("date-form", "place-date", _("no comma after the place"), _("a comma"), place_clause, line)
    if match["place"][:1].islower():
        into.add("date-form", "place-date", f'"{match["place"][:40]}"', _("a capital letter"), place_clause, line)
    day, month = match["day"], match["month"]
    try:
        date(int(match["year"]), int(month), int(day))
    except ValueError:
        into.add("date-form", "place-date", f'"{line.text[:60]}"', _("a day that exists"), day_clause, line)
        return
    for word, text, padded in (("ngày", day, int(day) < 10), ("tháng", month, int(month) < 3)):
        asked = f"{int(text):02}" if padded else str(int(text))
        if text != asked:
            # That 3 to 9 stand without a nought is how the rule is read; it only says which months have one.
            severity = Severity.ERROR if padded else Severity.WARNING
            into.add("date-form", "place-date", f'"{word} {text}"', f'"{word} {asked}"', day_clause, line, severity)


def _bases(parts: Parts, party: str, into: Gathered) -> None:
    bases = parts.found.get("basis", [])
    clause = party if parts.regime == PARTY else "Phụ lục I, mục II.6.a, ô số 6"
    for line in bases[:-1]:
        if not line.text.endswith(";"):
            into.add("basis-form", "basis", _('its end is no ";"'), '";"', clause, line)
    if bases and not bases[-1].text.endswith("."):
        into.add("basis-form", "basis", _('the end of the last is no "."'), '"."', clause, bases[-1])
    for line in bases if parts.regime == PARTY else ():
        if line.text[:1].isalpha() and not line.text.startswith("-"):
            into.add("basis-form", "basis", _('it does not begin with "-"'), '"- Căn cứ"', clause, line)


def _end_mark(parts: Parts, party: str, into: Gathered) -> None:
    """State documents end in "./.", the Party's in a full stop; a body that ends in a table has no end mark."""
    signed = parts.first("authority") or parts.first("blank-signature") or parts.first("recipients")
    if not parts.body or signed is None or parts.body[-1][0] == "cell":
        return
    line = parts.body[-1][1]
    if parts.body[-1][0] == "blank" and not line.text.endswith("./."):
        return
    if parts.regime == PARTY:
        if line.text.endswith("./."):
            into.add("end-mark", "body", '"./."', '"."', party, line)
        elif not line.text.endswith((".", "…", "”")):
            into.add("end-mark", "body", _("no end mark"), '"."', party, line, Severity.WARNING)
    elif not line.text.endswith("./."):
        found = '"."' if line.text.endswith(".") else _("no end mark")
        into.add("end-mark", "body", found, '"./."', _SAMPLE, line, Severity.WARNING)
