"""An office of the plan has no duty in it.

Why: It is named and has nothing to do: a task was forgotten, or the office does not belong here.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SGDDT}  #!
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/11/2026}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: UBND, vai_tro: ban-hanh}
      - {ma: SYT}
      - {ma: SGDDT}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, phoi_hop: [SGDDT], han: trước ngày 15/11/2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Duty, Places, Plan, Role
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "clarity"
SEVERITY = Severity.HINT


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    duties = plan.duties()
    if not duties:
        return
    busy: set[str] = set()
    for duty in duties:
        busy.add(duty.lead)
        busy.update(duty.partners)
    named = {one.code for one in plan.participants}
    if any(code and code not in named and code not in book.organisations for code in busy):
        return  # a code that nobody knows may be this office, misspelt
    groups = {one.code: one.members for one in plan.participants if one.members}
    for code in list(busy):
        busy.update(groups.get(code, ()))
    for review in plan.all_reviews():
        busy.update(review.addressees)
    begins = plan.head.issued or plan.head.period.since
    issuers = len(plan.issuers())
    whole: bool | None = None
    for one in plan.participants:
        issues = one.role is Role.ISSUER and issuers == 1  # who issues alone may leave all work to others
        office = book.organisations.get(one.code)
        if office is None or (office.until and begins and office.until < begins):
            continue  # unknown, or ceased before the plan: that has its own finding
        if one.code not in busy and not issues and not one.members:
            whole = _whole(plan) if whole is None else whole
            if not whole:
                return  # what could not be read may name this office, and has its own finding
            yield Diagnostic(
                "idle-office",
                one.at["code"],
                _('"{code}" has no duty in the plan').format(code=one.code),
                _("give it a task, name it among the partners, or take it out"),
            )


def _whole(plan: Plan) -> bool:
    """Whether everything was read that may give an office a duty."""
    lists: list[tuple[Places, str, int]] = [(plan.at, "reviews", len(plan.reviews))]
    lists += [(one.at, "members", len(one.members)) for one in plan.participants]
    lists += [(section.at, "tasks", len(section.tasks)) for section in plan.all_sections()]
    duties: list[Duty] = plan.duties()
    lists += [(duty.at, "partners", len(duty.partners)) for duty in duties]
    lists += [(review.at, "chain", len(review.chain)) for review in plan.reviews]
    unread = any(not duty.lead and duty.at.given("lead") for duty in duties)
    return not unread and not any(_unread(*one) for one in lists)


def _unread(at: Places, field: str, count: int) -> bool:
    """Whether a list is no list, or has more items than could be read."""
    return at[field, count] != at[field] or (count == 0 and at.given(field))
