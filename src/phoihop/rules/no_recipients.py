"""A plan does not say who gets it (nơi nhận).

Why: The document is not complete without its recipients, and those who have to act do not get it.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9; Hướng dẫn 05-HD/VPTW for Party documents.

Bad:

    phoihop: ke-hoach/1  #!
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Mục đích, tổ chức thực hiện
        doan: [Chăm sóc sức khỏe học sinh]

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Mục đích, tổ chức thực hiện
        doan: [Chăm sóc sức khỏe học sinh]
    noi_nhan: ["Các trường học", "Lưu: VT"]
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "structure"
SEVERITY = Severity.HINT


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    # What was given and could not be read has a finding of its own.
    if plan.sections and not plan.recipients and not plan.at.given("recipients"):
        yield Diagnostic(
            "no-recipients",
            plan.at[""],
            _("the plan names no recipients"),
            _('add "noi_nhan", and "Lưu: VT" as its last line'),
        )
