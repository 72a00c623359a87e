"""Two results stand for one occurrence.

Why: The second one completes the next occurrence, which is then never asked for, or completes nothing.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Báo cáo
            chu_tri: SYT
            han: định kỳ hằng quý
            ket_qua:
              - {ngay: 2026-03-30, van_ban: 12/BC-SYT, ky: quý I/2026}
              - {ngay: 2026-03-31, van_ban: 13/BC-SYT, ky: quý I/2026}  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    ra_soat:
      - ma: GB
        ten: Họp giao ban
        chu_tri: SYT
        han: ngày 20 tháng cuối quý
        ket_qua:
          - {ngay: 2026-03-20, van_ban: 12/BB-SYT, ky: quý I/2026}
          - {ngay: 2026-03-25, van_ban: 13/BB-SYT, ky: quý 1/2026}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Báo cáo
            chu_tri: SYT
            han: định kỳ hằng quý
            ket_qua:
              - {ngay: 2026-03-30, van_ban: 12/BC-SYT, ky: quý I/2026}
              - {ngay: 2026-06-30, van_ban: 13/BC-SYT, ky: quý II/2026}
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import cache

from phoihop.dates.calendar import Calendar
from phoihop.dates.phrase import read
from phoihop.dates.rule import FixedDay, NamedPoint, Period, Until
from phoihop.dates.terms import Occurrence
from phoihop.i18n import _
from phoihop.model import Book, Completion, Duty, Plan
from phoihop.results import named
from phoihop.schedule import Dated, reach, schedule
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "history"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    @cache
    def planned() -> tuple[Dated, ...]:  # made for a name that only the duty's own occurrences can tell
        return schedule(plan, Calendar(), reach(plan, plan.completions())).dated

    for duty in plan.duties():
        if len(duty.completions) < 2:
            continue
        first: dict[Hashable, Completion] = {}
        name_of = _namer(duty, planned)
        for result in duty.completions:
            name = name_of(result.occurrence) if result.occurrence.strip() else "once" if _once(duty) else ""
            if not name:
                continue
            other = first.setdefault(name, result)
            if other is not result:
                yield Diagnostic(
                    "result-twice",
                    result.at[""],
                    _('"{occurrence}" has a result already').format(occurrence=result.occurrence)
                    if result.occurrence
                    else _("the duty falls due once, and has a result already"),
                    _("name another occurrence, or keep one of the two"),
                    (Related(other.at[""], _("the other result")),),
                )


def _namer(duty: Duty, planned: Callable[[], tuple[Dated, ...]]) -> Callable[[str], Hashable]:
    """What a duty's occurrence is known by, however it is written: "quý I/2026", "quý 1/2026", "1"."""
    said = {" ".join(one.occurrence.split()).casefold() for one in duty.completions if one.occurrence.strip()}
    periods = {name: _period(name) for name in said} if len(said) > 1 else {}
    if all(periods.values()):
        return lambda name: periods.get(short := " ".join(name.split()).casefold()) or short
    found: list[Occurrence] = [item.occurrence for item in planned() if item.duty is duty]
    return lambda name: named(name, found) or " ".join(name.split()).casefold()


def _period(name: str) -> Hashable:
    """The period that a name says, with its year; nothing when it says none."""
    rule = read(name).rule
    return rule.spans if isinstance(rule, Period) and all(span.year for span in rule.spans) else None


def _once(duty: Duty) -> bool:
    """Whether a duty falls due once."""
    match duty.deadline.reading.rule if duty.deadline else None:
        case FixedDay(days=days):
            return len(days) == 1
        case Period(spans=spans):
            return len(spans) == 1
        case NamedPoint() | Until():
            return True
    return False
