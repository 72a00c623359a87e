"""A word has a capital letter that the rules of spelling do not give it.

Why: "Ủy ban Nhân dân", "Bộ Y Tế", "Nghị Quyết": the decree says which words of a name are capital, and a clerk sees
it at a glance.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1 and V.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Ủy ban Nhân dân thành phố thống nhất  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Hội đồng Nhân Dân thành phố thống nhất  #!
      - Sở Y tế gửi Kế Hoạch  #!
      - Hai Sở ký Kế Hoạch  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Ủy ban nhân dân thành phố, Hội đồng nhân dân và Nhân dân
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.rules._printed import printed
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity
from phoihop.text.source import Source

FAMILY = "form"
SEVERITY = Severity.WARNING

_PEOPLE = ("Nhân dân", "Nhân Dân", "nhân Dân")
WRONG = {
    **{f"{body} {people}": f"{body} nhân dân" for body in ("Ủy ban", "Uỷ ban", "Hội đồng") for people in _PEOPLE},
    "Ủy Ban": "Ủy ban",
    "Uỷ Ban": "Uỷ ban",
    **{f"{a} Ban {people}": f"{a} ban nhân dân" for a in ("Ủy", "Uỷ") for people in (*_PEOPLE, "nhân dân")},
    **{f"Hội Đồng {people}": "Hội đồng nhân dân" for people in (*_PEOPLE, "nhân dân")},
    "Giám Đốc": "Giám đốc",
    "Nghị Quyết": "Nghị quyết",
    "Quyết Định": "Quyết định",
    "Kế Hoạch": "Kế hoạch",
    "Y Tế": "Y tế",
}
"""Only what is wrong wherever it stands; lines all in capitals are no matter."""

# Begins with a letter, so that the search is quick; what it finds is wrong only when WRONG has it.
_SOME = re.compile(
    r"[ỦUHGNQKY](?<!\w.)(?:[yỷ] [bB]an(?: [nN]hân [dD]ân)?|ội [đĐ]ồng [nN]hân [dD]ân"
    r"|iám Đốc|ghị Quyết|uyết Định|ế Hoạch| Tế)(?!\w)"
)


def check_source(source: Source) -> Iterator[Diagnostic]:
    for match in _SOME.finditer(source.text):
        wrong = match[0]
        right = WRONG.get(wrong)
        if right is None or not printed(source, match.start()):
            continue
        place = source.place(match.start(), match.end())
        yield Diagnostic(
            "capital-letters",
            place,
            _('"{wrong}" is written "{right}"').format(wrong=wrong, right=right),
            _("correct it; --unsafe-fixes does it"),
            fix=Fix((Edit(place, wrong, right),), safe=False),
        )
