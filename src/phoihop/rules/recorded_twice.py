"""One suspension, extension or agreement stands twice.

Why: Two branches may each have recorded it. Of two suspensions at one time, ending one leaves the work at rest; of two
extensions of one deadline, only one is so; of one office's agreements, only the latest counts.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 30/11/2026
            tam_dung:
              - {tu: 2026-04-01, van_ban: 20/CV-UBND}
              - {tu: 2026-04-02, van_ban: 21/CV-UBND}  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 30/11/2026
            gia_han:
              - {han_cu: trước ngày 15/11/2026, ngay: 2026-11-02, van_ban: 45/CV-UBND}
              - {han_cu: trước ngày 15/11/2026, ngay: 2026-11-03, van_ban: 46/CV-UBND}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 30/11/2026
            tam_dung:
              - {tu: 2026-04-01, den: 2026-04-30, van_ban: 20/CV-UBND}
              - {tu: 2026-06-01, van_ban: 30/CV-UBND}
            gia_han:
              - {han_cu: trước ngày 30/9/2026, ngay: 2026-09-02, van_ban: 44/CV-UBND}
              - {han_cu: trước ngày 15/11/2026, ngay: 2026-11-02, van_ban: 45/CV-UBND}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from phoihop.i18n import _
from phoihop.model import Agreement, Book, Duty, Extension, Places, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "history"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for duty in plan.own_duties():
        yield from _suspensions(duty)
        for before, after in pairwise(duty.extensions):
            if _words(before) == _words(after):
                yield _twice(after.at, before.at, _("the deadline was put off from this phrase already"))
        held: dict[str, Agreement] = {}
        for agreement in duty.agreements:
            other = held.setdefault(agreement.office, agreement)
            if other is not agreement:
                message = _("{office} has an agreement here already; the latest counts").format(office=agreement.office)
                yield _twice(agreement.at, other.at, message)


def _suspensions(duty: Duty) -> Iterator[Diagnostic]:
    ordered = sorted(duty.suspensions, key=lambda one: one.since)
    for before, after in pairwise(ordered):
        if after.since <= (before.until or date.max):
            yield _twice(after.at, before.at, _("the work rests at that time already"))


def _words(extension: Extension) -> str:
    return " ".join(extension.old.split()).casefold()


def _twice(at: Places, other: Places, message: str) -> Diagnostic:
    remedy = _("keep one of the two")
    return Diagnostic("recorded-twice", at[""], message, remedy, (Related(other[""], _("the other one")),))
