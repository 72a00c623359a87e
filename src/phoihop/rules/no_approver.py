"""A task makes a document that somebody must approve, and does not say who.

Why: "Rõ thẩm quyền" is one of the six clarities: a scheme or a regulation that nobody is named to approve
stays a draft.

Law: Quyết định 2179/QĐ-TTg ngày 06/10/2025 (6 rõ).

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Xây dựng đề án y tế trường học
            chu_tri: SYT
            han: quý III/2026
            san_pham: Đề án  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Xây dựng đề án y tế trường học, trình Ủy ban nhân dân thành phố
            chu_tri: SYT
            han: quý III/2026
            san_pham: Đề án
          - {ma: NV-02, ten: Khám sức khỏe, chu_tri: SYT, han: quý III/2026, san_pham: Báo cáo}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "clarity"
SEVERITY = Severity.HINT

_APPROVED = ("đề án", "quy chế", "quy định", "nghị quyết", "quyết định", "chương trình", "chiến lược", "dự án")
_BY_WHOM = re.compile(
    r"(?<!chương )(?<!công )(?<!quá )(?<!quy )(?<!lộ )\btrình\b|phê duyệt|ban hành|thông qua|\bký\b|thẩm quyền"
    r"|báo cáo ủy ban"
)


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for task in plan.tasks():
        if task.deliverable and task.deliverable.casefold().startswith(_APPROVED):
            said = f"{task.title} {task.deliverable} {task.note}".casefold()
            if not _BY_WHOM.search(said) and " của " not in task.deliverable:
                yield Diagnostic(
                    "no-approver",
                    task.at["deliverable"],
                    _('nobody is named to approve "{deliverable}"').format(deliverable=task.deliverable),
                    _('say it in the task or the deliverable: "{deliverable} trình ..."').format(
                        deliverable=task.deliverable
                    ),
                )
