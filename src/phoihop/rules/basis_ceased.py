"""A plan stands on an act that was no longer in force when the plan was issued.

Why: A basis that has ceased supports nothing; the plan is sent back, or stands on air.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (căn cứ ban hành).

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, ngay_ban_hanh: 2026-06-15, the_thuc: dang}
    can_cu:
      - Hướng dẫn số 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, ngay_ban_hanh: 2026-06-15, the_thuc: dang}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Trình bày văn bản
            chu_tri: BDVTU
            han: tháng 6/2026
            can_cu: [Hướng dẫn số 36-HD/VPTW ngày 03/4/2018]  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, ngay_ban_hanh: 2026-05-15, the_thuc: dang}
    can_cu:
      - Hướng dẫn số 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "citations"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    issued = plan.head.issued
    if issued is None or not book.acts:
        return
    for citation in plan.citations():
        act = book.acts.get(citation.number) if citation.number else None
        if act is None:
            continue
        if act.until is not None and act.until < issued:
            help = _("stand on {number}, which replaced it") if act.replaced_by else _("look for what replaced it")
            yield Diagnostic(
                "basis-ceased",
                citation.at[""],
                _("{number} was in force until {until}; the plan is of {issued}").format(
                    number=act.number, until=written(act.until), issued=written(issued)
                ),
                help.format(number=act.replaced_by),
                (Related(act.at["until"], _("its last day in the register")),),
            )
        elif act.since is not None and act.since > issued:
            yield Diagnostic(
                "basis-ceased",
                citation.at[""],
                _("{number} is in force from {since}; the plan is of {issued}").format(
                    number=act.number, since=written(act.since), issued=written(issued)
                ),
                _("check both dates"),
                (Related(act.at["since"], _("its first day in the register")),),
            )
