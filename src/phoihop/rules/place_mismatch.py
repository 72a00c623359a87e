"""The place name of the document is not that of any office that issues it.

Why: "Cần Thơ, ngày ..." on a document of an office in Sóc Trăng is the first thing that a reader sees.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      dia_danh: Sóc Trăng  #!
    co_quan:
      - {ma: UBND, vai_tro: ban-hanh}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, dia_danh: Cần Thơ}
    co_quan:
      - {ma: UBND, vai_tro: ban-hanh}
      - {ma: SYT, vai_tro: ban-hanh}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "offices"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if not plan.head.place_name:
        return
    codes = [one.code for one in plan.issuers()]
    seats = [book.organisations[code] for code in codes if code in book.organisations]
    seats = [office for office in seats if office.place_name]
    if seats and all(office.place_name != plan.head.place_name for office in seats):
        office = seats[0]
        yield Diagnostic(
            "place-mismatch",
            plan.head.at["place_name"],
            _('"{place}" is not the seat of {name}: "{seat}"').format(
                place=plan.head.place_name, name=office.name, seat=office.place_name
            ),
            _("correct it here or in co-quan.yaml"),
            (Related(office.at["place_name"], _("its seat")),),
        )
