"""A plan lacks a section that its kind of document has: its purpose, or how it is carried out.

Why: Who reads a plan looks for what it is for and who makes it happen; a draft without them is sent back.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4, leaves the sections to the issuing body; these are the usual ones.

Bad:

    phoihop: ke-hoach/1  #!
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Tổ chức thực hiện
        doan: [Hai Sở chỉ đạo các đơn vị thực hiện]

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Mục đích, yêu cầu
        doan: [Chăm sóc sức khỏe học sinh]
      - muc: Tổ chức thực hiện
        doan: [Hai Sở chỉ đạo các đơn vị thực hiện]
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "structure"
SEVERITY = Severity.HINT

_PURPOSE = ("mục đích", "mục tiêu", "yêu cầu", "sự cần thiết")
_CARRYING_OUT = (
    *("tổ chức thực hiện", "tổ chức, thực hiện", "tổ chức triển khai", "triển khai thực hiện", "tổ chức thi hành"),
    *("điều khoản thi hành", "trách nhiệm", "phân công"),
)
_GENERAL = ("quy định chung", "nguyên tắc", "phạm vi")
# What each kind has: words of which one stands in some heading.
_USUAL = {
    "KH": (_PURPOSE, _CARRYING_OUT),
    "CTr": (_PURPOSE, _CARRYING_OUT),
    "ĐA": (_PURPOSE, _CARRYING_OUT),
    "QC": (_GENERAL, _CARRYING_OUT),
}


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if not plan.sections or plan.head.kind not in _USUAL:
        return
    titles = [section.title.casefold() for section in plan.all_sections()]
    for words in _USUAL[plan.head.kind]:
        if words is _CARRYING_OUT and plan.reviews:
            continue  # the reviews print under such a heading, which is made for them
        if not any(word in title for title in titles for word in words):
            yield Diagnostic(
                "missing-section",
                plan.at[""],
                _('no section is about "{what}"').format(what=words[0]),
                _('add a section ("muc") for it'),
            )
