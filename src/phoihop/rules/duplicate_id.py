"""Two tasks of a plan, two offices, or two plans have the same id.

Why: A result recorded for the one would count for the other.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT}
          - {ma: NV-01, ten: Tiêm chủng, chu_tri: SYT}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT}
          - {ma: NV-02, ten: Tiêm chủng, chu_tri: SYT}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Duty, Participant, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity
from phoihop.text.source import Place

FAMILY = "structure"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    first: dict[str, Duty] = {}
    for duty in plan.duties():
        if duty.id and first.setdefault(duty.id, duty) is not duty:
            yield _twice(duty.id, duty.at["id"], first[duty.id].at["id"])
    offices: dict[str, Participant] = {}
    for participant in plan.participants:
        if offices.setdefault(participant.code, participant) is not participant:
            yield _twice(participant.code, participant.at["code"], offices[participant.code].at["code"])


def check_book(book: Book) -> Iterator[Diagnostic]:
    for again in book.repeated:
        if isinstance(again, Plan):
            yield _twice(again.id, again.at[""], book.plans[again.id].at[""])
        else:
            yield _twice(again.code, again.at["code"], book.organisations[again.code].at["code"])


def _twice(name: str, place: Place, first: Place) -> Diagnostic:
    return Diagnostic(
        "duplicate-id",
        place,
        _('"{id}" is taken').format(id=name),
        _("give it an id of its own"),
        (Related(first, _("first used here")),),
    )
