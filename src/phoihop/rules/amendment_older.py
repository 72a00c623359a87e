"""A cited amendment is older than what it amends.

Why: Nothing can amend what did not exist yet; one of the two dates is wrong.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 12/QĐ-UBND ngày 10/01/2017 sửa đổi, bổ sung Quyết định số 1764/QĐ-UBND ngày 30/6/2017  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 12/QĐ-UBND ngày 10/01/2018 sửa đổi, bổ sung Quyết định số 1764/QĐ-UBND ngày 30/6/2017
      - Kế hoạch số 22/KH-UBND ngày 31/3/2016 thực hiện Kế hoạch số 60-KH/TU ngày 11/01/2018
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.model.citation import issued
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "citations"
SEVERITY = Severity.ERROR

_OTHERS = re.compile(r";|\bđược (?:sửa đổi|bổ sung|thay thế)")

# "sửa đổi", but not "được sửa đổi", "(sửa đổi", "sửa đổi, bổ sung tại": there the other is the younger one.
_AMENDS = re.compile(
    r"(?<!được )(?<![(\[,;])(?<![(\[,;] )\b(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính)\b"
    r"(?!(?:,? (?:và )?(?:sửa đổi|bổ sung|thay thế))? (?:tại|bởi|theo|bằng|ngày|năm)\b)"
)


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for citation in plan.citations():
        match = _AMENDS.search(citation.text, 1)
        if match is None or _OTHERS.search(citation.text, 0, match.start()):
            continue
        own, other = issued(citation.text[: match.start()]), issued(citation.text[match.end() :])
        if own is not None and other is not None and own < other:
            yield Diagnostic(
                "amendment-older",
                citation.at[""],
                _("a document of {own} amends one of {other}").format(own=written(own), other=written(other)),
                _("check the year of both"),
            )
