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

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Hai Sở thống nhất trong tháng 1/2026  #!
      - Hưởng ứng ngày 7 tháng 8 hằng năm  #!

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
from phoihop.rules._printed import printed
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity
from phoihop.text.source import Source

FAMILY = "form"
SEVERITY = Severity.WARNING

_DATE = re.compile(
    r"ngày (\d{1,2})(/| tháng )(\d{1,2})(/| năm )(\d{4})(?!\d)"  # ngày 5/1/2026
    r"|ngày (\d{1,2})( tháng )(\d{1,2})()()(?!\d|[/.-]\d|\s(?:năm|lần|tuổi|ngày)\b)"  # ngày 7 tháng 8
    r"|tháng ()()([12])(/| năm )(\d{4})(?![\d/-])"  # tháng 1/2026
)


def check_source(source: Source) -> Iterator[Diagnostic]:
    text = source.text
    for match in _DATE.finditer(text):
        day, first, month, second, year = (part for part in match.groups() if part is not None)
        if (len(day) != 1 or day == "0") and month not in ("1", "2"):
            continue
        if not printed(source, match.start()) or _names_occurrence(text, match.start()):
            continue
        word = match[0].split(" ", 1)[0]
        month = f"{month:0>2}" if month in ("1", "2") else month
        padded = f"{word} {day and f'{day:0>2}'}{first}{month}{second}{year}"
        place = source.place(match.start(), match.end())
        yield Diagnostic(
            "date-padding",
            place,
            _('"{date}" lacks a zero').format(date=match[0]),
            _('write "{date}"; --fix does it').format(date=padded),
            fix=Fix((Edit(place, match[0], padded),)),
        )


def _names_occurrence(text: str, at: int) -> bool:
    """Whether a period stands as the value of "ky": that is matched, and not printed."""
    return text[max(0, at - 8) : at].rstrip("\"' ").endswith("ky:")
