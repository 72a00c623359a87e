"""Two files hold the same plan.

Why: Every duty is then due twice, and a result recorded in one is missing in the other.

Bad:

    #: beside other
    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Kế hoạch khác  #!
      so_ky_hieu: 12/KH-SYT
      ngay_ban_hanh: 2026-02-02

Good:

    #: beside other
    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "plans"
SEVERITY = Severity.WARNING


def check_book(book: Book) -> Iterator[Diagnostic]:
    first: dict[tuple[object, ...], Plan] = {}
    for plan in book.plans.values():
        head = plan.head
        key = (head.kind, head.number, head.title, head.issued, head.period, len(plan.sections))
        other = first.setdefault(key, plan)
        if other is not plan and other._replace(id=plan.id, path=plan.path) == plan:
            yield Diagnostic(
                "duplicate-plan",
                plan.head.at["title"],
                _("{other} says the same").format(other=other.path),
                _("delete one of the two files"),
                (Related(other.head.at["title"], _("the other file")),),
            )
