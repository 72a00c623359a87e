"""What a plan is called where its number is known, and where it is not."""

from __future__ import annotations

from phoihop.dates.units import written
from phoihop.model import Plan
from phoihop.model.number import NOT_GIVEN, type_name


def numbered(plan: Plan) -> str:
    """Its type, and its number and date where it was given them: "Kế hoạch số 12/KH-SYT ngày 20/01/2026"."""
    head = plan.head
    number = "" if head.number.strip().casefold() in ("", NOT_GIVEN) else f" số {head.number}"
    issued = f" ngày {written(head.issued)}" if head.issued else ""
    return f"{type_name(head.kind)}{number}{issued}"
