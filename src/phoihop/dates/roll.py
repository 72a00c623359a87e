"""Roll: what to do with a last day that is a day off."""

from __future__ import annotations

from enum import Enum


class Roll(Enum):
    """Where a term that ends on a day off ends (a plan may choose; the first is the law's default)."""

    FORWARD = "sau"  # the next working day: Bộ luật Dân sự 2015, Đ.148(5)
    BACK = "truoc"  # the working day before
    NONE = "khong"  # stays where it is

    @property
    def code(self) -> str:
        """How options and JSON forms call it."""
        return {"sau": "forward", "truoc": "back", "khong": "none"}[self.value]
