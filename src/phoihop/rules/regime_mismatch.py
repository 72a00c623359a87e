"""All issuing offices are of the Party and the plan has the State's form, or the reverse.

Why: The head, the number, the signing marks and the margins differ; the wrong form is sent back as a whole.

Law: Nghị định 30/2020/NĐ-CP, Điều 2; Hướng dẫn 05-HD/VPTW (Party documents).

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      the_thuc: nha-nuoc  #!
    co_quan:
      - {ma: BDVTU, vai_tro: ban-hanh}
      - {ma: SYT}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, the_thuc: dang}
    co_quan:
      - {ma: BDVTU, vai_tro: ban-hanh}
      - {ma: SYT, vai_tro: ban-hanh}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "offices"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    codes = [one.code for one in plan.issuers() if not one.members]
    offices = [book.organisations[code] for code in codes if code in book.organisations]
    if not offices or len(offices) < len(codes):
        return
    if all(office.regime is not plan.head.regime for office in offices):
        yield Diagnostic(
            "regime-mismatch",
            plan.head.at["regime"],
            _("{names} issue the plan, and its form is {regime}").format(
                names=", ".join(office.name for office in offices), regime=plan.head.regime.value
            ),
            _("write the_thuc: {regime}").format(regime=offices[0].regime.value),
        )
