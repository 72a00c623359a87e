"""A section has a heading and nothing under it.

Why: It prints as a heading with no text; what was meant to stand there was forgotten.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Mục đích  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Mục đích
        doan: [Chăm sóc sức khỏe học sinh]
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "structure"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for section in plan.all_sections():
        filled = section.paragraphs or section.clauses or section.tasks or section.sections
        # Something that could not be read has a finding of its own.
        if not filled and not any(section.at.given(name) for name in ("paragraphs", "clauses", "tasks", "sections")):
            yield Diagnostic(
                "empty-section",
                section.at[""],
                _('nothing stands under "{title}"').format(title=section.title),
                _('add "doan", "khoan", "nhiem_vu" or "noi_dung", or leave the section out'),
            )
