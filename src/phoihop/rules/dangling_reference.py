"""A plan refers to a task, a review or a plan that does not exist.

Why: A term counted from a missing anchor has no date, and a plan that carries out a missing one cannot be
traced.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Gửi đề nghị cử người dự họp
            chu_tri: SYT
            han: chậm nhất 03 ngày làm việc trước ngày họp
            moc: HOP  #!

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      thuc_hien: chuong-trinh-2021  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: tháng 6/2026, thuc_hien: NV-9}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Gửi đề nghị cử người dự họp
            chu_tri: SYT
            han: chậm nhất 03 ngày làm việc trước ngày họp
            moc: HOP
    ra_soat:
      - {ma: HOP, ten: Họp liên ngành, chu_tri: SYT, han: ngày 20/6/2026}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from phoihop.i18n import _
from phoihop.model import Book, Duty, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity
from phoihop.text.nearest import nearest
from phoihop.text.source import Place

FAMILY = "structure"
SEVERITY = Severity.ERROR

_GUESSES = 20
"""Wrong references of one plan for which the nearest is looked up: more is not a slip."""


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    duties = plan.duties()
    if anchored := [duty for duty in duties if duty.anchor]:
        yield from _anchors(anchored, Counter(duty.id for duty in duties))
    parent = plan.head.implements
    if parent and parent not in book.plans and parent not in book.unread:
        what = _('there is no plan "{id}" here').format(id=parent)
        yield _dangling(plan.head.at["implements"], parent, what, book.plans)
    if carrying := [task for task in plan.tasks() if task.implements]:
        above = book.plans.get(parent)
        if above is not None:
            ids, wrong = {task.id for task in above.tasks()}, count(1)
            for task in carrying:
                if task.implements not in ids:
                    what = _('"{plan}" has no task "{id}"').format(plan=above.id, id=task.implements)
                    known = ids if next(wrong) <= _GUESSES else ()
                    yield _dangling(task.at["implements"], task.implements, what, known)
        elif not parent and not plan.head.at.given("implements"):
            yield Diagnostic(
                "dangling-reference",
                carrying[0].at["implements"],
                _('"{id}" is a task of the plan that this one carries out, and none is named').format(
                    id=carrying[0].implements
                ),
                _('name that plan in van_ban ("thuc_hien"), or leave the key out'),
                tuple(Related(task.at["implements"], _("named here too")) for task in carrying[1:4]),
            )


def _anchors(anchored: list[Duty], ids: Counter[str]) -> Iterator[Diagnostic]:
    """What is wrong with what duties count from; `ids` tells how often each id is given."""
    wrong = count(1)
    for duty in anchored:
        if duty.anchor not in ids:
            what = _('no task or review of this plan has the id "{id}"').format(id=duty.anchor)
            yield _dangling(duty.at["anchor"], duty.anchor, what, ids if next(wrong) <= _GUESSES else ())
        elif duty.anchor == duty.id and duty.at.given("anchor"):
            yield Diagnostic(
                "dangling-reference",
                duty.at["anchor"],
                _('"{id}" cannot count from itself').format(id=duty.id),
                _("name the task or review that it counts from, or leave the key out"),
            )
    places = {duty.id: duty for duty in anchored if ids[duty.id] == 1}  # an id given twice has its own finding
    for circle in _circles({id: duty.anchor for id, duty in places.items()}):
        if len(circle) > 1:
            yield Diagnostic(
                "dangling-reference",
                places[min(circle)].at["anchor"],
                _("these count from each other, so that none has a date: {ids}").format(ids=", ".join(circle[:8])),
                _("let one of them count from a day of its own"),
            )


def _circles(anchors: dict[str, str]) -> Iterator[list[str]]:
    """Each ring of ids that count from each other. Every id is walked over once."""
    seen: set[str] = set()
    for start in anchors:
        path: dict[str, int] = {}
        name: str | None = start
        while name is not None and name not in seen and name not in path:
            path[name] = len(path)
            name = anchors.get(name)
        if name in path:
            yield list(path)[path[name] :]
        seen.update(path)


def _dangling(place: Place, name: str, what: str, known: Iterable[str]) -> Diagnostic:
    guess = nearest(name, known)
    help = _('did you mean "{guess}"?').format(guess=guess) if guess else _("correct the id, or leave the key out")
    return Diagnostic("dangling-reference", place, what, help)
