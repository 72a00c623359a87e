"""A plan names an office that co-quan.yaml does not describe.

Why: Nobody can be asked about a duty whose office is unknown, and the document would print a bare code.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYTT  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SXD}]  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: SGDDT, vai_tro: ban-hanh}
      - {ma: HAI-SO, ten: Hai Sở, gom: [SYT, SGDDT]}
    ra_soat:
      - {ma: GB, ten: Họp giao ban, chu_tri: HAI-SO}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, OfficesState, Participant, Places, Plan
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Related, Severity
from phoihop.text.nearest import nearest
from phoihop.text.source import Place

FAMILY = "offices"
SEVERITY = Severity.ERROR

_GUESSES = 20
"""Misspelt offices of one plan for which the nearest is looked up: more is not a slip."""

Mention = tuple[str, Places, str | tuple[str, int]]


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if book.offices_state is not OfficesState.READ:
        return
    groups = {one.code for one in plan.participants if one.members or _unread_group(one, book)}
    unknown: dict[str, list[Place]] = {}
    for code, at, name in _mentions(plan):
        if code and code not in book.organisations and code not in groups:
            unknown.setdefault(code, []).append(at[name])
    known = [*book.organisations, *groups]
    for number, (code, places) in enumerate(unknown.items()):
        guess = nearest(code, known) if number < _GUESSES else ""
        # One office misspelt is one finding, however often the plan names it.
        yield Diagnostic(
            "unknown-office",
            places[0],
            _('"{code}" is not in co-quan.yaml').format(code=code),
            _('did you mean "{guess}"?').format(guess=guess) if guess else _("describe it in co-quan.yaml"),
            tuple(Related(place, _("named here too")) for place in places[1:4]),
            fix=Fix(tuple(Edit(place, code, guess) for place in places), safe=False) if guess else None,
        )


def check_book(book: Book) -> Iterator[Diagnostic]:
    if book.offices_state is OfficesState.ABSENT:
        # One finding for the whole workspace, at the first plan that names an office.
        for plan in book.plans.values():
            if next(_mentions(plan), None) is not None:
                yield Diagnostic(
                    "unknown-office",
                    plan.at["participants"],
                    _("there is no co-quan.yaml, so that no office can be checked"),
                    _('add plans/co-quan.yaml; it begins with "phoihop: co-quan/1"'),
                )
                return
    for office in book.organisations.values():
        codes = [
            (office.superior, office.at, "superior"),
            *((s.code, s.at, "code") for s in office.successors),
        ]
        for code, at, name in codes:
            if code and code not in book.organisations:
                guess = nearest(code, book.organisations)
                help = _('did you mean "{guess}"?').format(guess=guess) if guess else _("describe it in co-quan.yaml")
                yield Diagnostic(
                    "unknown-office", at[name], _('"{code}" is not in co-quan.yaml').format(code=code), help
                )


def _unread_group(participant: Participant, book: Book) -> bool:
    """Whether a participant is a group whose offices are not there, or could not be read: that has its own finding."""
    return participant.code not in book.organisations and participant.at.given("members")


def _mentions(plan: Plan) -> Iterator[Mention]:
    """Every place of a plan that names an office by its code."""
    for participant in plan.participants:
        if participant.members:
            yield from ((code, participant.at, ("members", i)) for i, code in enumerate(participant.members))
        else:
            yield participant.code, participant.at, "code"
    for duty in plan.duties():
        yield duty.lead, duty.at, "lead"
        for i, code in enumerate(duty.partners):
            yield code, duty.at, ("partners", i)
        for result in duty.completions:
            yield result.office, result.at, "office"
        for extension in duty.extensions:
            yield extension.office, extension.at, "office"
        for agreement in duty.agreements:
            yield agreement.office, agreement.at, "office"
    for whole in plan.own_duties():
        for suspension in whole.suspensions:
            yield suspension.office, suspension.at, "office"
    for review in plan.all_reviews():
        for i, code in enumerate(review.addressees):
            yield code, review.at, ("addressees", i)
    for signature in plan.signatures:
        yield signature.office, signature.at, "office"
