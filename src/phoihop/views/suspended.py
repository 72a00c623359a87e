"""A suspension in words that can be forwarded (in Vietnamese)."""

from __future__ import annotations

from phoihop.dates.units import written
from phoihop.model import Suspension


def suspension_text(rest: Suspension) -> str:
    """Since when, until when if that is known, and by which document."""
    until = f" đến hết ngày {written(rest.until)}" if rest.until else ""
    by = f" theo {rest.document}" if rest.document else ""
    note = f" ({rest.note})" if rest.note else ""
    return f"Tạm dừng từ ngày {written(rest.since)}{until}{by}{note}"
