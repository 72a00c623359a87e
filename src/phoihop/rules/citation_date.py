"""The date of a cited document does not exist, or is of another year than its number.

Why: The document cannot be found under it. A law's number carries the year in which it was issued.

Law: Luật Ban hành văn bản quy phạm pháp luật (the number of a law or decree carries its year).

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 1764/QĐ-UBND ngày 31/6/2017 của Ủy ban nhân dân tỉnh  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Nghị định số 96/2023/NĐ-CP ngày 30/12/2024 của Chính phủ  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 1764/QĐ-UBND ngày 30/6/2017 của Ủy ban nhân dân tỉnh
      - Nghị định số 96/2023/NĐ-CP ngày 30/12/2023 của Chính phủ
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.units import written
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
            continue
        number = citation.number_parts
        day = citation.issued
        if number is None or number.year is None or day is None or citation.number in book.acts:
            continue  # of an act of the register, citation-conflict speaks
        if day.year != number.year:
            yield Diagnostic(
                "citation-date",
                citation.at[""],
                _("{number} is of {year}, and the date says {day}").format(
                    number=citation.number, year=number.year, day=written(day)
                ),
                _("check the number and the date in the cited document"),
            )
