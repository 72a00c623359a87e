"""Tasks of the plan have no deadline.

Why: "Rõ thời gian" is one of the six clarities: what has no deadline is never late and never done. Continuous work says
so ("thường xuyên").

Law: Quyết định 2179/QĐ-TTg ngày 06/10/2025 (6 rõ).

Bad:

    phoihop: ke-hoach/1  #!
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/11/2026}
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
    tasks = plan.tasks()
    without = [task for task in tasks if task.deadline is None]
    if without and (without := [task for task in without if not task.at.given("deadline")]):
        message = ngettext(
            "{n} of {total} tasks has no deadline: {ids}", "{n} of {total} tasks have no deadline: {ids}", len(without)
        )
        ids = ids_of(without)
        yield Diagnostic(
            "no-deadline",
            plan.at[""],
            message.format(n=len(without), total=len(tasks), ids=ids),
            _('say when ("han"); work without an end is "thường xuyên"'),
            tuple(Related(task.at["id"], _("no deadline")) for task in without[:_SHOWN]),
        )
