"""Two plans have the same number in the same year.

Why: A number is given once a year; one of the two is a copy that kept its number.

Law: Nghị định 30/2020/NĐ-CP, Điều 15 (numbers run through the year).

Bad:

    #: beside other
    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      so_ky_hieu: 12/KH-SYT  #!
      ngay_ban_hanh: 2026-01-20

Good:

    #: beside other
    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      so_ky_hieu: 12/KH-SYT
      ngay_ban_hanh: 2025-01-20
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.model.number import NOT_GIVEN
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "plans"
SEVERITY = Severity.ERROR


def check_book(book: Book) -> Iterator[Diagnostic]:
    first: dict[tuple[str, int, frozenset[str]], Plan] = {}
    for plan in book.plans.values():
        number, issued = plan.head.number, plan.head.issued
        if not number or issued is None or number.casefold() == NOT_GIVEN:
            continue
        issuers = frozenset(one.code for one in plan.issuers())
        other = first.setdefault((number, issued.year, issuers), plan)
        same = other.head._replace(at=plan.head.at) == plan.head  # a copy of the whole plan has its own finding
        if other is not plan and not same:
            yield Diagnostic(
                "same-number",
                plan.head.at["number"],
                _("{number} of {year} is the number of another plan too").format(number=number, year=issued.year),
                _("check it in the register of documents"),
                (Related(other.head.at["number"], _("the other plan")),),
            )
