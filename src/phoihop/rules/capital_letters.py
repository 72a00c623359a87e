"""A word has a capital letter that the rules of spelling do not give it.

Why: "Ủy ban Nhân dân", "Bộ Y Tế", "Nghị Quyết": the decree says which words of a name are capital, and a clerk sees
it at a glance.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1 and V.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Ủy ban Nhân dân thành phố thống nhất  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Ủy ban nhân dân thành phố, Hội đồng nhân dân và Nhân dân
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity
from phoihop.text.source import Source

FAMILY = "form"
SEVERITY = Severity.WARNING

WRONG = {
    "Ủy ban Nhân dân": "Ủy ban nhân dân",
    "Ủy Ban": "Ủy ban",
    "Hội đồng Nhân dân": "Hội đồng nhân dân",
    "Giám Đốc": "Giám đốc",
    "Nghị Quyết": "Nghị quyết",
    "Quyết Định": "Quyết định",
    "Kế Hoạch": "Kế hoạch",
    "Y Tế": "Y tế",
}
"""Only what is wrong wherever it stands; lines all in capitals are no matter."""


def check_source(source: Source) -> Iterator[Diagnostic]:
    for wrong, right in WRONG.items():
        start = source.text.find(wrong)
        if start < 0:
            continue
        place = source.place(start, start + len(wrong))
        yield Diagnostic(
            "capital-letters",
            place,
            _('"{wrong}" is written "{right}"').format(wrong=wrong, right=right),
            _("correct it; --unsafe-fixes does it"),
            fix=Fix((Edit(place, wrong, right),), safe=False),
        )
