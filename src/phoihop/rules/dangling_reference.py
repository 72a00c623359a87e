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

from collections.abc import Iterable, Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity
from phoihop.text.nearest import nearest
from phoihop.text.source import Place

FAMILY = "structure"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    anchored = [duty for duty in plan.duties() if duty.anchor]
    if anchored:
        ids = {duty.id for duty in plan.duties()}
        anchors = {duty.id: duty.anchor for duty in anchored}
        for duty in anchored:
            if duty.anchor not in ids:
                what = _('no task or review of this plan has the id "{id}"').format(id=duty.anchor)
                yield _dangling(duty.at["anchor"], duty.anchor, what, ids)
            elif duty.anchor == duty.id:
                yield Diagnostic(
                    "dangling-reference",
                    duty.at["anchor"],
                    _('"{id}" cannot count from itself').format(id=duty.id),
                    _("name the task or review that it counts from, or leave the key out"),
                )
        places = {duty.id: duty for duty in anchored}
        for circle in _circles(anchors):
            if len(circle) > 1:
                yield Diagnostic(
                    "dangling-reference",
                    places[min(circle)].at["anchor"],
                    _("these count from each other, so that none has a date: {ids}").format(ids=", ".join(circle[:8])),
                    _("let one of them count from a day of its own"),
                )
    parent = plan.head.implements
    if parent and parent not in book.plans and parent not in book.unread:
        what = _('there is no plan "{id}" here').format(id=parent)
        yield _dangling(plan.head.at["implements"], parent, what, book.plans)
    above = book.plans.get(parent)
    for task in plan.tasks():
        if task.implements and above is not None and task.implements not in (ids := {t.id for t in above.tasks()}):
            what = _('"{plan}" has no task "{id}"').format(plan=above.id, id=task.implements)
            yield _dangling(task.at["implements"], task.implements, what, ids)


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
