"""A cited number below 10 lacks the zero before it.

Why: The register holds it as "05/KH-UBND", and a search finds it so.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 (a number below 10 has a 0 before it).

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Kế hoạch số 5/KH-UBND ngày 20/01/2020  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Kế hoạch số 05/KH-UBND ngày 20/01/2020
      - Kế hoạch số 12/KH-UBND ngày 20/01/2020
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.model.number import read_number
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity

FAMILY = "form"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for citation in plan.citations():
        text = citation.number
        if len(text) < 2 or text[1].isdigit():
            continue
        number = read_number(text)
        if number is not None and len(number.serial) == 1:
            place = citation.at[""]
            yield Diagnostic(
                "number-padding",
                place,
                _('"{number}": a number below 10 has a zero before it').format(number=text),
                _('write "0{number}"; --fix does it').format(number=text),
                fix=Fix((Edit(place, f" {text}", f" 0{text}"),)),
            )
