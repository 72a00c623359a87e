"""Two results stand for one occurrence.

Why: The second one completes the next occurrence, which is then never asked for, or completes nothing.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Báo cáo
            chu_tri: SYT
            han: định kỳ hằng quý
            ket_qua:
              - {ngay: 2026-03-30, van_ban: 12/BC-SYT, ky: quý I/2026}
              - {ngay: 2026-03-31, van_ban: 13/BC-SYT, ky: quý I/2026}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Báo cáo
            chu_tri: SYT
            han: định kỳ hằng quý
            ket_qua:
              - {ngay: 2026-03-30, van_ban: 12/BC-SYT, ky: quý I/2026}
              - {ngay: 2026-06-30, van_ban: 13/BC-SYT, ky: quý II/2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.rule import FixedDay, NamedPoint, Period, Until
from phoihop.i18n import _
from phoihop.model import Book, Completion, Duty, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "history"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for duty in plan.duties():
        if len(duty.completions) < 2:
            continue
        first: dict[str, Completion] = {}
        for result in duty.completions:
            name = " ".join(result.occurrence.split()).casefold() or ("once" if _once(duty) else "")
            if not name:
                continue
            other = first.setdefault(name, result)
            if other is not result:
                yield Diagnostic(
                    "result-twice",
                    result.at[""],
                    _('"{occurrence}" has a result already').format(occurrence=result.occurrence)
                    if result.occurrence
                    else _("the duty falls due once, and has a result already"),
                    _("name another occurrence, or keep one of the two"),
                    (Related(other.at[""], _("the other result")),),
                )


def _once(duty: Duty) -> bool:
    """Whether a duty falls due once."""
    match duty.deadline.reading.rule if duty.deadline else None:
        case FixedDay(days=days):
            return len(days) == 1
        case Period(spans=spans):
            return len(spans) == 1
        case NamedPoint() | Until():
            return True
    return False
