"""No office of the plan issues it.

Why: The head of the document, its number and its signatures are those of the offices that issue it; with none of them
marked, the document has no head.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.2.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: SYT}  #!
      - {ma: SGDDT, vai_tro: thuc-hien}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SGDDT, vai_tro: ban-hanh}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "structure"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if plan.participants and not plan.issuers():
        yield Diagnostic(
            "no-issuer",
            plan.participants[0].at[""],
            _("no office is marked as issuing the plan"),
            _('add "vai_tro: ban-hanh" to each office that signs it'),
        )
