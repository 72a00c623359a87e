"""A plan gives duties to an office that had ceased before the plan was issued.

Why: Nobody is there to do it. The duty belongs to whoever took over the field of work.

Law: Nghị quyết 190/2025/QH15 (succession after the arrangement of 2025); the decrees named in co-quan.yaml.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, ngay_ban_hanh: 2026-01-20}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SLDTBXH, vai_tro: ban-hanh}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2024, ngay_ban_hanh: 2024-01-20, hieu_luc: {den: 2024-12-31}}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SLDTBXH, vai_tro: ban-hanh}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Organisation, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "offices"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    begins = plan.head.issued or plan.head.period.since
    if begins is None:
        return
    for participant in plan.participants:
        office = book.organisations.get(participant.code)
        if office is not None and office.until is not None and office.until < begins:
            yield Diagnostic(
                "office-ceased",
                participant.at["code"],
                _("{name} ceased on {until}, before the plan of {begins}").format(
                    name=office.name, until=written(office.until), begins=written(begins)
                ),
                _("put its successor there: {names}").format(names=successors(office, book) or _("not known yet")),
                (Related(office.at["until"], _("its last day")),),
            )


def successors(office: Organisation, book: Book) -> str:
    """Who took over, each with its field of work."""
    named = []
    for successor in office.successors:
        heir = book.organisations.get(successor.code)
        name = heir.name if heir else successor.code
        named.append(f"{name} ({successor.field})" if successor.field else name)
    return "; ".join(named)
