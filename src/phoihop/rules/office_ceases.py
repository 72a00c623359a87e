"""An office of a plan that still runs has ceased: its tasks need a new lead.

Why: Since the arrangement of 2025 many plans name offices that are no more. What falls due after that day is nobody's,
until each task has a successor by its field of work.

Law: Nghị quyết 190/2025/QH15; the decrees named in co-quan.yaml.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp, ngay_ban_hanh: 2023-01-20, hieu_luc: {tu: 2023-01-20, den: 2027-12-31}}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SLDTBXH, vai_tro: ban-hanh}  #!
    ra_soat:
      - {ma: GB, ten: Họp, chu_tri: SYT, phoi_hop: [SLDTBXH], han: ngày 20 tháng cuối quý}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp, ngay_ban_hanh: 2023-01-20, hieu_luc: {tu: 2023-01-20, den: 2025-12-31}}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SLDTBXH, vai_tro: ban-hanh}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.lint import Facts
from phoihop.model import Book, Duty, Plan
from phoihop.rules.office_ceased import successors
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "offices"
SEVERITY = Severity.WARNING


def check_schedule(plan: Plan, book: Book, facts: Facts) -> Iterator[Diagnostic]:
    begins = plan.head.issued or plan.head.period.since
    until = plan.head.period.until
    if begins is None or (until is not None and until < facts.today):
        return
    for participant in plan.participants:
        office = book.organisations.get(participant.code)
        last = office.until if office is not None else None
        if office is None or last is None or last < begins or (until is not None and last >= until):
            continue
        named = [duty for duty in plan.duties() if _names(duty, office.code, plan, book)]
        if not named:
            continue
        heirs = successors(office, book) or _("not known yet")
        message = _("{name} ceased on {until}, and the plan goes on: {n} duties name it")
        yield Diagnostic(
            "office-ceases",
            participant.at["code"],
            message.format(name=office.name, until=written(last), n=len(named)),
            _("by field of work: {names}").format(names=heirs),
            tuple(Related(duty.at["id"], _("names it")) for duty in named[:3]),
        )


def _names(duty: Duty, code: str, plan: Plan, book: Book) -> bool:
    """Whether an office leads a duty or is its partner, by itself or in a group."""
    return any(code in book.members(plan, one) for one in (duty.lead, *duty.partners) if one)
