"""Tasks with a date have no deliverable (sản phẩm).

Why: "Rõ sản phẩm" is one of the six clarities: without a deliverable nobody can say whether the task is done.

Law: Quyết định 2179/QĐ-TTg ngày 06/10/2025 (6 rõ).

Bad:

    phoihop: ke-hoach/1  #!
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/11/2026}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/11/2026, san_pham: Báo cáo kết quả}
          - {ma: NV-02, ten: Truyền thông, chu_tri: SYT, han: thường xuyên}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _, ngettext
from phoihop.model import Book, Plan
from phoihop.rules._listed import ids_of
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "clarity"
SEVERITY = Severity.HINT

_SHOWN = 3


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    dated = [task for task in plan.tasks() if task.deadline is not None and task.deadline.reading.dated]
    without = [task for task in dated if not task.deliverable]
    if without and (without := [task for task in without if not task.at.given("deliverable")]):
        message = ngettext(
            "{n} of {total} tasks with a date has no deliverable: {ids}",
            "{n} of {total} tasks with a date have no deliverable: {ids}",
            len(without),
        )
        ids = ids_of(without)
        yield Diagnostic(
            "no-deliverable",
            plan.at[""],
            message.format(n=len(without), total=len(dated), ids=ids),
            _('say what comes out of it ("san_pham")'),
            tuple(Related(task.at["id"], _("no deliverable")) for task in without[:_SHOWN]),
        )
