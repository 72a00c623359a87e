"""An office signs that does not issue the plan, or one that issues it does not sign.

Why: A plan of two offices binds those that signed it. A signature too many or too few is found when it is too late.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SGDDT, vai_tro: ban-hanh}  #!
      - {ma: UBND}
    ky_ten:
      - {co_quan: SYT, quyen_han: GIÁM ĐỐC}
      - {co_quan: UBND, quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SGDDT, vai_tro: ban-hanh}
    ky_ten:
      - {co_quan: SYT, quyen_han: GIÁM ĐỐC}
      - {co_quan: SGDDT, quyen_han: GIÁM ĐỐC}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "structure"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    issuers = [one for one in plan.issuers() if not one.members]
    if not plan.signatures or not issuers:
        return
    if len(issuers) == len(plan.signatures) == 1:
        return  # a sole issuer may sign under another name: its standing committee, say
    codes = {one.code for one in issuers}
    # A standing committee signs for the committee above it.
    signing_for = {one.office: _above(book, one.office) for one in plan.signatures}
    for signature in plan.signatures:
        stranger = codes.isdisjoint((signature.office, signing_for[signature.office]))
        if stranger and signature.office in book.organisations:
            yield Diagnostic(
                "signature-of-whom",
                signature.at["office"],
                _('"{code}" signs and does not issue the plan').format(code=signature.office),
                _('add it to "co_quan" with "vai_tro: ban-hanh", or take its signature out'),
            )
    signing = {code for pair in signing_for.items() for code in pair}
    for issuer in issuers:
        if issuer.code not in signing:
            yield Diagnostic(
                "signature-of-whom",
                issuer.at["code"],
                _('"{code}" issues the plan and does not sign it').format(code=issuer.code),
                _('add its signature to "ky_ten", or change its "vai_tro"'),
            )


def _above(book: Book, code: str) -> str:
    office = book.organisations.get(code)
    return office.superior if office is not None else ""
