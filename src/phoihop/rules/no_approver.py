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

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "clarity"
SEVERITY = Severity.HINT

_APPROVED = ("đề án", "quy chế", "quy định", "nghị quyết", "quyết định", "chương trình", "chiến lược", "dự án")
_BY_WHOM = ("trình", "phê duyệt", "ban hành", "thông qua", "ký", "cấp có thẩm quyền", "báo cáo ủy ban")


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for task in plan.tasks():
        if task.deliverable and task.deliverable.casefold().startswith(_APPROVED):
            said = f"{task.title} {task.deliverable} {task.note}".casefold()
            if not any(word in said for word in _BY_WHOM):
                yield Diagnostic(
                    "no-approver",
                    task.at["deliverable"],
                    _('nobody is named to approve "{deliverable}"').format(deliverable=task.deliverable),
                    _('say it in the task or the deliverable: "Đề án trình Ủy ban nhân dân thành phố"'),
                )
