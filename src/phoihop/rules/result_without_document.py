"""Results name no document that shows them.

Why: "Done" is what everybody says; a number that can be looked up is what counts when somebody asks.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 15/11/2026
            ket_qua:
              - {ngay: 2026-06-10}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 15/11/2026
            ket_qua:
              - {ngay: 2026-06-10, van_ban: 210/BC-SYT}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _, ngettext
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "history"
SEVERITY = Severity.HINT


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    results = plan.completions()
    without = [result for result in results if not result.document and not result.note]
    if without:
        message = ngettext(
            "{n} of {total} results names no document", "{n} of {total} results name no document", len(without)
        )
        yield Diagnostic(
            "result-without-document",
            without[0].at[""],
            message.format(n=len(without), total=len(results)),
            _('add its number ("van_ban: 210/BC-SYT"), or say in "ghi_chu" what shows it'),
        )
