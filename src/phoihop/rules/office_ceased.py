"""A plan gives duties to an office that had ceased before the plan was issued.

Why: Nobody is there to do it. The duty belongs to whoever took over the field of work.

Law: Nghị quyết 190/2025/QH15 (succession after the arrangement of 2025); the decrees named in co-quan.yaml.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, ngay_ban_hanh: 2026-01-20}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SLDTBXH, vai_tro: ban-hanh}  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, ngay_ban_hanh: 2026-01-20}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: HAI-SO, ten: Hai Sở, gom: [SYT, SLDTBXH]}  #!
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Thăm gia đình, chu_tri: SYT, phoi_hop: [SLDTBXH], han: tháng 6/2026}

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2024, ngay_ban_hanh: 2024-01-20, hieu_luc: {den: 2024-12-31}}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SNV}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2024, ngay_ban_hanh: 2024-01-20, hieu_luc: {den: 2024-12-31}}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SLDTBXH, vai_tro: ban-hanh}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Organisation, Participant, Places, Plan, Role
from phoihop.text.diagnostic import Diagnostic, Related, Severity
from phoihop.text.source import Place

FAMILY = "offices"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    begins = plan.head.issued or plan.head.period.since
    dated = {code: one for code, one in book.organisations.items() if one.until is not None or one.since is not None}
    if begins is None or not dated:
        return
    told: set[str] = set()
    for code, at, field in _mentions(plan):
        office = dated.get(code)
        if office is None or office.until is None or office.until >= begins or code in told:
            continue
        told.add(code)  # one finding for an office, however often the plan names it
        yield Diagnostic(
            "office-ceased",
            at[field],
            _("{name} ceased on {until}, before the plan of {begins}").format(
                name=office.name, until=written(office.until), begins=written(begins)
            ),
            _("put its successor there: {names}").format(names=successors(office, book) or _("not known yet")),
            (Related(office.at["until"], _("its last day")),),
        )
    for participant in plan.participants:
        for i, code in enumerate(participant.members or (participant.code,)):
            office = dated.get(code)
            if office is not None and office.code not in told and _not_yet(plan, participant, office, book):
                told.add(code)
                field = ("members", i) if participant.members else "code"
                yield _too_new(office, begins, participant.at[field])


def _too_new(office: Organisation, begins: date, place: Place) -> Diagnostic:
    return Diagnostic(
        "office-ceased",
        place,
        _("{name} is there from {since}; the plan is of {begins}").format(
            name=office.name, since=written(office.since or begins), begins=written(begins)
        ),
        _("name the office that was there then, or check both dates"),
        (Related(office.at["since"], _("its first day")),),
    )


def _mentions(plan: Plan) -> Iterator[tuple[str, Places, str | tuple[str, int]]]:
    """Every office that has to do something, in the order of the file."""
    groups = {participant.code for participant in plan.participants if participant.members}
    for participant in plan.participants:
        if participant.members:
            yield from ((code, participant.at, ("members", i)) for i, code in enumerate(participant.members))
        else:
            yield participant.code, participant.at, "code"
    for duty in plan.duties():
        if duty.lead not in groups:
            yield duty.lead, duty.at, "lead"
        yield from ((code, duty.at, ("partners", i)) for i, code in enumerate(duty.partners) if code not in groups)


def _not_yet(plan: Plan, participant: Participant, office: Organisation, book: Book) -> bool:
    """Whether an office was not there when the plan was signed and began.

    Who took over from another office may stand in an older plan that still holds: the plan was brought up to date.
    """
    head, since = plan.head, office.since
    days = [day for day in (head.issued, head.period.since) if day is not None]
    if since is None or max(days) >= since:
        return False
    if participant.role is Role.ISSUER or (head.period.until is not None and head.period.until < since):
        return True
    return not any(heir.code == office.code for one in book.organisations.values() for heir in one.successors)


def successors(office: Organisation, book: Book) -> str:
    """Who took over, each with its field of work."""
    named = []
    for successor in office.successors:
        heir = book.organisations.get(successor.code)
        name = heir.name if heir else successor.code
        named.append(f"{name} ({successor.field})" if successor.field else name)
    return "; ".join(named)
