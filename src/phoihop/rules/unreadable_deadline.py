"""A deadline phrase cannot be read, or names a day that does not exist.

Why: What cannot be read is never due, and nobody is reminded. No date is computed from a guess.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: khi nào rảnh}  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 31/4/2026  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 30/4/2026}
          - {ma: NV-02, ten: Tuyên truyền, chu_tri: SYT, han: thường xuyên}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "dates"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for duty in plan.duties():
        if duty.deadline is None or (problem := duty.deadline.reading.problem) is None:
            continue
        part = duty.deadline.phrase[problem.start : problem.end] or duty.deadline.phrase
        message = problem.message if '"' in problem.message else f'"{part}": {problem.message}'
        help = _('the nearest phrase that can be read: "{phrase}"').format(phrase=problem.nearest)
        if not problem.nearest:
            help = _("expected: {expected}").format(expected=", ".join(problem.expected[:4]))
        yield Diagnostic("unreadable-deadline", duty.at["deadline"], message, help)
