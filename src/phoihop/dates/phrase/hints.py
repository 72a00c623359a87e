"""What a readable phrase leaves open."""

from __future__ import annotations

from phoihop.dates.reading import ReadingHint
from phoihop.dates.rule import THIRDS, Cycle, Cycles, NamedPoint, Recurring, Rule
from phoihop.dates.units import Unit
from phoihop.i18n import _


def of(kind: str, rule: Rule) -> tuple[ReadingHint, ...]:
    """The hints that a rule of a kind deserves."""
    if isinstance(rule, Cycle) and rule.unit is Unit.WEEK and rule.weekday >= 0:
        return ()
    if isinstance(rule, Cycle | Cycles) and rule.closing and rule.closing.working_days:
        return ()
    if isinstance(rule, NamedPoint) and rule.point in THIRDS:
        text = _("usage, not law, says which day this is: it is assumed")
        return (ReadingHint("day-assumed", text),)
    if kind in ("cycle", "cycles"):
        text = _("the phrase says how often, not on which day: the end of each period is assumed")
        return (ReadingHint("cycle-without-day", text),)
    if kind == "frequency":
        text = _("the phrase says how many times, not when: the least number at the end of the period is assumed")
        return (ReadingHint("frequency-not-time", text),)
    if isinstance(rule, Recurring) and rule.assumed:
        text = _("the phrase names a period and no day: the last day of the period is assumed")
        return (ReadingHint("day-assumed", text),)
    return ()


def period_missing() -> ReadingHint:
    """ "định kỳ" alone."""
    return ReadingHint(
        "cycle-without-period", _('"định kỳ" does not say how often: add the period, "định kỳ hằng quý"')
    )
