"""The only partner of a task is "các cơ quan liên quan".

Why: "Rõ người" is one of the six clarities: an office that is not named gets no reminder, and answers for nothing.

Law: Quyết định 2179/QĐ-TTg ngày 06/10/2025 (6 rõ).

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            phoi_hop: [LIENQUAN]  #!
            han: trước ngày 15/11/2026

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, phoi_hop: [SGDDT, LIENQUAN], han: trước ngày 15/11/2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "clarity"
SEVERITY = Severity.HINT


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    nobody: dict[str, str] = {}
    for duty in plan.duties():
        if len(duty.partners) == 1:
            code = duty.partners[0]
            if code not in nobody:
                nobody[code] = _in_particular(plan, book, code)
            if name := nobody[code]:
                yield Diagnostic(
                    "untrackable-partner",
                    duty.at["partners", 0],
                    _('"{name}" is nobody in particular').format(name=name),
                    _("name the offices that work with the lead"),
                )


def _in_particular(plan: Plan, book: Book, code: str) -> str:
    """The name of an office that is nobody in particular; "" for any other."""
    name = book.name(plan, code)
    vague = name.startswith(("Các ", "Cơ quan", "Đơn vị")) and "liên quan" in name
    return name if vague and book.members(plan, code) == (code,) else ""
