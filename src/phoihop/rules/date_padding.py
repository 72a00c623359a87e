"""A date in the text lacks the zero that the form asks for: days below 10, months 1 and 2.

Why: "ngày 5/1/2026" is written "ngày 05/01/2026", and "ngày 05/6/2026" without a zero before the 6.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Nghị định số 30/2020/NĐ-CP ngày 5/3/2020 của Chính phủ  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Hai Sở thống nhất tại cuộc họp ngày 20/1/2026  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ
    mo_dau:
      - Hai Sở thống nhất tại cuộc họp ngày 20/01/2026, ngày 05 tháng 6 năm 2026 và tháng 11/2025
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity
from phoihop.text.source import Source

FAMILY = "form"
SEVERITY = Severity.WARNING

_DATE = re.compile(r"ngày (\d{1,2})(/| tháng )(\d{1,2})(/| năm )(\d{4})(?!\d)")


def check_source(source: Source) -> Iterator[Diagnostic]:
    text = source.text
    for match in _DATE.finditer(text):
        day, first, month, second, year = match.groups()
        if (len(day) == 1 and day != "0") or month in ("1", "2"):
            if text.rfind("#", text.rfind("\n", 0, match.start()) + 1, match.start()) >= 0:
                continue  # in a comment, most likely, and nobody prints those
            padded = f"ngày {day:0>2}{first}{month:0>2}{second}{year}" if month in ("1", "2") else ""
            padded = padded or f"ngày {day:0>2}{first}{month}{second}{year}"
            place = source.place(match.start(), match.end())
            yield Diagnostic(
                "date-padding",
                place,
                _('"{date}" lacks a zero').format(date=match[0]),
                _('write "{date}"; --fix does it').format(date=padded),
                fix=Fix((Edit(place, match[0], padded),)),
            )
