"""The recipients do not end with the line of what is kept ("Lưu: VT").

Why: The last line says where the original is kept; a clerk looks for it at the end, and sends back a draft without it.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9; Hướng dẫn 05-HD/VPTW ("Lưu Văn phòng ...") for Party documents.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_nhan:
      - "Lưu: VT"  #!
      - Các trường học

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_nhan:
      - Các trường học  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_nhan:
      - Các trường học
      - "Lưu: VT, NVY"

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, the_thuc: dang}
    noi_nhan: [Các cấp ủy trực thuộc, Lưu Văn phòng Tỉnh ủy]
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "structure"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    lines = plan.recipients
    if not lines:
        return
    kept = [number for number, line in enumerate(lines) if line.text.lstrip("-–•+* ").casefold().startswith("lưu")]
    if not kept and plan.at["recipients", len(lines)] != plan.at["recipients"]:
        return  # a line of the list could not be read, and has its own finding
    if not kept:
        yield Diagnostic(
            "archive-line",
            lines[-1].at[""],
            _('no line says where the original is kept ("Lưu: VT")'),
            _('add it as the last line, in double quotes: "Lưu: VT, ..."'),
        )
    elif kept[-1] != len(lines) - 1:
        yield Diagnostic(
            "archive-line",
            lines[kept[-1]].at[""],
            _('"{line}" is not the last line').format(line=lines[kept[-1]].text),
            _("put it at the end of the recipients"),
        )
