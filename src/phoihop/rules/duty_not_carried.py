"""A duty that the parent plan gives to an office of this plan is carried out by none of its tasks.

Why: The plan says which duties it carries out ("thuc_hien"), and leaves one out that is its own offices'.

Bad:

    #: beside parent
    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      thuc_hien: cha  #!
    co_quan: [{ma: SYT, vai_tro: ban-hanh}]
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, thuc_hien: A-1, han: trước ngày 15/11/2026}

Good:

    #: beside parent
    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      thuc_hien: cha
    co_quan: [{ma: SYT, vai_tro: ban-hanh}]
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, thuc_hien: A-1, han: trước ngày 15/11/2026}
          - {ma: NV-02, ten: Họp, chu_tri: SYT, thuc_hien: A-2, han: tháng 6/2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _, ngettext
from phoihop.model import Book, Plan
from phoihop.rules._listed import ids_of
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "plans"
SEVERITY = Severity.HINT


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    parent = book.parent(plan)
    if parent is None or parent is plan:
        return
    carried = {task.implements for task in plan.tasks() if task.implements}
    if not carried:
        return  # a plan that does not say which duty each task carries out leaves nothing out
    own = {one.code for one in plan.participants} | {code for one in plan.participants for code in one.members}
    left = [
        duty
        for duty in parent.tasks()
        if duty.id not in carried and own & {duty.lead, *book.members(parent, duty.lead)}
    ]
    if left:
        message = ngettext(
            "{n} duty of {parent} for the offices of this plan is carried out by no task: {ids}",
            "{n} duties of {parent} for the offices of this plan are carried out by no task: {ids}",
            len(left),
        )
        ids = ids_of(left)
        yield Diagnostic(
            "duty-not-carried",
            plan.head.at["implements"],
            message.format(n=len(left), parent=parent.id, ids=ids),
            _('add a task with "thuc_hien: {id}", or name it in the task that does it').format(id=left[0].id),
            tuple(Related(duty.at["id"], _("the duty")) for duty in left[:3]),
        )
