"""The date of a cited document does not exist.

Why: The document cannot be found under it.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 1764/QĐ-UBND ngày 31/6/2017 của Ủy ban nhân dân tỉnh  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 1764/QĐ-UBND ngày 30/6/2017 của Ủy ban nhân dân tỉnh
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.model.citation import impossible_date
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "citations"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for citation in plan.citations():
        if wrong := impossible_date(citation.text):
            yield Diagnostic(
                "citation-date",
                citation.at[""],
                _("{date} does not exist").format(date=wrong),
                _("check the date in the cited document"),
            )
