"""The lists of those to whom a document goes: "Kính gửi" and "Nơi nhận" (Phụ lục I, mục II.9)."""

from __future__ import annotations

import re
from datetime import date

from phoihop.i18n import _
from phoihop.inspection.content import Line
from phoihop.inspection.finding import Gathered
from phoihop.inspection.head import PARTY
from phoihop.inspection.norms import guidance
from phoihop.inspection.parts import Parts
from phoihop.inspection.words import fold, lettered

_STATE_ARCHIVE = re.compile(r"-\s?Lưu\s?:\s?VT\b")
_SUB_ITEM = ("+", "*", "(", "•")


def check_lists(parts: Parts, issued: date | None, into: Gathered) -> None:
    """Both lists."""
    party = guidance(PARTY, issued) if parts.regime == PARTY else ""
    _recipients(parts, party, into)
    _addressees(parts, party, into)


def _recipients(parts: Parts, party: str, into: Gathered) -> None:
    clause = party or "Phụ lục I, mục II.9.d, ô số 9b"
    title = parts.first("recipients")
    if title is None:
        return
    if not title.text.endswith(":"):
        into.add("recipients-form", "recipients", _("no colon"), '"Nơi nhận:"', clause, title)
    listed = [line for line in parts.found.get("recipient", ()) if line.text]
    archive = next(
        (index for index, line in enumerate(listed) if fold(line.text).startswith(("- luu", "luu", "-luu"))), None
    )
    if archive is None:
        if listed:
            asked = '"- Lưu ..."' if party else '"- Lưu: VT, ..."'
            into.add("archive-line", "recipient", _("no line for the archive"), asked, clause, listed[-1])
        archive = len(listed) - 1
    else:
        _archive_line(listed[archive], party, clause, into)
    _signs(listed[: archive + 1], "recipients-form", "recipient", clause, into)


def _archive_line(line: Line, party: str, clause: str, into: Gathered) -> None:
    if not line.text.startswith("-"):
        return  # told with the list's signs
    if not party and not _STATE_ARCHIVE.match(line.text):
        into.add("archive-line", "recipient", f'"{line.text[:40]}"', '"- Lưu: VT, ..."', clause, line)
    elif party and re.match(r"-\s?Lưu\s?:|.*\bVT\b", line.text):
        into.add("archive-line", "recipient", f'"{line.text[:40]}"', '"- Lưu Văn phòng ..."', clause, line)


def _addressees(parts: Parts, party: str, into: Gathered) -> None:
    clause = party or "Phụ lục I, mục II.9.d, ô số 9a"
    title = parts.first("addressee")
    if title is None:
        return
    listed = [line for line in parts.found.get("addressees", ()) if line.text]
    alone = title.text.rstrip(" :.…")
    if ":" not in title.text and not party:
        into.add("addressee-form", "addressee", _("no colon"), '"Kính gửi:"', clause, title)
    if len(listed) == 1 and fold(alone) in ("kinh gui", "kinh trinh"):
        asked = _('on the line of "Kính gửi"')
        into.add("addressee-form", "addressees", _("one addressee on a line of its own"), asked, clause, listed[0])
    elif listed:
        _signs(listed, "addressee-form", "addressees", clause, into)


def _signs(listed: list[Line], rule: str, part: str, clause: str, into: Gathered) -> None:
    """Each line begins with "-" and ends with ";", the last with a full stop."""
    for index, line in enumerate(listed):
        text, last = line.text, index == len(listed) - 1
        goes_on = index > 0 and not listed[index - 1].text.endswith((";", "."))
        if not text.startswith("-") and not goes_on and not text.startswith(_SUB_ITEM):
            into.add(rule, part, _('it does not begin with "-"'), '"- "', clause, line)
        continued = not last and not listed[index + 1].text.startswith("-")
        if continued and not text.endswith(";"):
            continue  # the list's next line is this one's second, or its sub-item
        if not last and not text.endswith(";"):
            into.add(rule, part, _('its end is no ";"'), '";"', clause, line)
        if last and not text.endswith((".", "…")) and lettered(text):
            into.add(rule, part, _('the end of the last is no "."'), '"."', clause, line)
