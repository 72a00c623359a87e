"""The text speaks of an annex, and the plan has none.

Why: The annex of a plan is made from its tasks; without a task there is nothing to attach, and the reader looks for it.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Mục đích, tổ chức thực hiện
        doan:
          - Các cơ quan thực hiện nhiệm vụ tại Phụ lục kèm theo  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Mục đích, tổ chức thực hiện
        doan:
          - Các cơ quan thực hiện nhiệm vụ tại Phụ lục kèm theo
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/11/2026}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Places, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "structure"
SEVERITY = Severity.WARNING

_ATTACHED = re.compile(
    r"\b(?:phụ lục|danh mục|biểu(?! mẫu))\b[^.;]{0,40}\b(?:kèm theo|đính kèm)\b"
    r"(?! (?:nghị|thông|quyết|luật|công|kế|hướng))"  # another document's annex
    r"|\b(?:kèm theo|đính kèm) phụ lục\b",
    re.IGNORECASE,
)


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if plan.reviews or plan.tasks():
        return
    for at, name, number, text in _texts(plan):
        if match := _ATTACHED.search(text):
            yield Diagnostic(
                "annex-absent",
                at[name, number],
                _('"{words}" is attached to nothing: the plan has no task to make an annex of').format(words=match[0]),
                _('add the tasks ("nhiem_vu"), or leave the words out'),
            )
            return


def _texts(plan: Plan) -> Iterator[tuple[Places, str, int, str]]:
    yield from ((plan.at, "opening", number, text) for number, text in enumerate(plan.opening))
    for section in plan.all_sections():
        yield from ((section.at, "paragraphs", number, text) for number, text in enumerate(section.paragraphs))
        yield from ((section.at, "clauses", number, text) for number, text in enumerate(section.clauses))
