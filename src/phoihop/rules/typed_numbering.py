"""A heading begins with a number that was typed.

Why: Numbers are made when the document is printed, so that they are right after every change; a typed one would
print twice: "I. I. MỤC ĐÍCH".

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (how parts, sections and clauses are numbered).

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: I. Mục đích, yêu cầu  #!
        doan: [Chăm sóc sức khỏe học sinh]

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Mục đích, yêu cầu
        doan: [Chăm sóc sức khỏe học sinh]
      - muc: 6 nội dung phối hợp
        khoan: [Khám sức khỏe]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan, Section
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "structure"
SEVERITY = Severity.WARNING

_NUMBER = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s|(?:Chương|Phần|Điều|Mục) (?:[IVX]+|\d+)\b")


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    waiting: list[Section] = list(reversed(plan.sections))
    while waiting:
        section = waiting.pop()
        if match := _NUMBER.match(section.title):
            yield Diagnostic(
                "typed-numbering",
                section.at["title"],
                _('"{number}" is typed; headings are numbered when they are printed').format(number=match[0].strip()),
                _("leave the number out"),
            )
        waiting.extend(reversed(section.sections))
