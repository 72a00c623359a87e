"""The day on which a report's figures are closed (`chot_so_lieu`) does not go with the rest of the report.

Why: The closing day and the length of the periods give the window of the figures that everybody has to report; when
they are missing or say two things, two offices will report two different windows.

Law: Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5 and Điều 12 (the windows of periodic reports).

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}
    ra_soat:
      - {ma: SK, loai: so-ket, ten: Sơ kết, chu_tri: SYT, han: tháng 6/2026, chot_so_lieu: 14}  #!
      - {ma: BC-1, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, han: trước ngày 20/12/2026, chot_so_lieu: 14}  #!
      - {ma: BC-2, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, chot_so_lieu: {gui_sau: 2}}  #!
      - {ma: BC-3, loai: bao-cao, ten: Quý, chu_tri: SYT, han: báo cáo quý (chốt số liệu ngày 14), chot_so_lieu: 20}  #!
      - {ma: BC-4, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, han: định kỳ hằng quý, chot_so_lieu: {gui_sau: 2}}  #!
      - {ma: BC-5, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, han: ngày 20 tháng cuối quý, chot_so_lieu: 25}  #!

Good:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}
    ra_soat:
      - {ma: BC-1, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, han: ngày 20 tháng cuối quý, chot_so_lieu: 14}
      - {ma: BC-2, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, chot_so_lieu: {ky: [quy, 6-thang, nam], gui_sau: 2}}
      - {ma: BC-3, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, han: trước ngày 20/12/2026, chot_so_lieu: {ky: [nam]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.rule import Recurring, Rule
from phoihop.dates.units import MONTHS
from phoihop.i18n import _
from phoihop.model import Book, DataClosing, Plan, Review, ReviewKind
from phoihop.schedule import figures_of
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "dates"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for review in plan.reviews:
        if review.closing is not None and (told := _wrong(review, review.closing)):
            yield Diagnostic("data-closing", review.at["closing"], *told)


def _wrong(review: Review, closing: DataClosing) -> tuple[str, str] | None:
    """What does not go together, and what to do."""
    deadline = review.deadline
    if review.kind is not ReviewKind.REPORT:
        return _("only a report closes its figures; this is no report"), _('write "loai: bao-cao", or leave it out')
    if deadline is None or (not deadline.signed and not closing.periods):
        return (
            _("it does not say which periods are reported, nor when"),
            _('add "ky: [quy, 6-thang, nam]" and "gui_sau: 2", or the deadline as signed ("han")'),
        )
    if deadline.signed and closing.working_days:
        return (
            _('the deadline is said twice: "{phrase}" and "gui_sau"').format(phrase=deadline.phrase),
            _('keep the signed phrase and leave out "gui_sau"'),
        )
    own = getattr(deadline.reading.rule, "closing", None)
    if own is not None and own.day != closing.day:
        return (
            _("the signed phrase closes the figures on day {own}, this on day {day}").format(
                own=own.day, day=closing.day
            ),
            _("keep the one that was signed"),
        )
    if _due_before(deadline.reading.rule, closing.day):
        return (
            _("the report is due before its figures are closed on day {day}").format(day=closing.day),
            _("close them earlier, or send in the month that follows"),
        )
    if deadline.reading.dated and own is None and figures_of(review) is None:
        return (
            _('"{phrase}" does not say how long the period reported is').format(phrase=deadline.phrase),
            _('add it: "chot_so_lieu: {{ky: [nam]}}"').format(),
        )
    return None


def _due_before(rule: Rule | None, closed: int) -> bool:
    """Whether a report is due in the last month of its period, before the day on which the figures are closed."""
    if not isinstance(rule, Recurring):
        return False
    return any(not day.after and day.month == MONTHS[day.unit] and day.day < closed for day in rule.days)
