"""A signer's name has an academic title before it.

Why: The form prints the name alone; titles are left out, save in the armed forces, education, health and science.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7b.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan: [{ma: UBND, vai_tro: ban-hanh}]
    ky_ten:
      - {co_quan: UBND, quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: TS. Nguyễn Văn A}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan: [{ma: UBND, vai_tro: ban-hanh}]
    ky_ten:
      - {co_quan: UBND, quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn A}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "form"
SEVERITY = Severity.HINT

_TITLE = re.compile(r"(?:(?:PGS|GS|TSKH|TS|ThS|CN|KS|BSCKI{1,2}|BSCK\d|BS|DS|LS|NGƯT|NGND|TTƯT|TTND)\b[.,\s]*)+")
_WORDS = ("Tiến sĩ", "Thạc sĩ", "Bác sĩ", "Giáo sư", "Phó Giáo sư", "Kỹ sư", "Luật sư")


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for signature in plan.signatures:
        match = _TITLE.match(signature.name)
        title = match[0].strip() if match else next((w for w in _WORDS if signature.name.startswith(w + " ")), "")
        if title and len(title) < len(signature.name):
            yield Diagnostic(
                "academic-title",
                signature.at["name"],
                _('"{title}" stands before the name').format(title=title),
                _("leave it out, unless your branch (education, health, science, armed forces) writes it"),
            )
