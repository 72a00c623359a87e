"""The parts of one phrase, gathered by what they are."""

from __future__ import annotations

from typing import Any, TypeVar

from phoihop.dates.phrase.parts import Days, Found, Spans, filled, filled_spans
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import Cycle, Lunar, Recurring
from phoihop.dates.units import MonthDay, Span

T = TypeVar("T")
_EXCLUDED = (Days, Spans, Lunar, Recurring)  # what "trước" can stand before


class Parts:
    """What was found, sorted by what it is."""

    __slots__ = ("_first", "all", "exclusive", "t")

    def __init__(self, t: Tokens, found: list[Found]) -> None:
        self.t = t
        self.all = found
        self.exclusive = any(f.exclusive and isinstance(f.part, _EXCLUDED) for f in found)
        self._first: dict[type, Any] = {type(f.part): f.part for f in reversed(found)}

    def first(self, kind: type[T]) -> T | None:
        """The first part of a kind."""
        first: T | None = self._first.get(kind)
        return first

    def days(self) -> tuple[MonthDay, ...]:
        """Every day that was said, in order, with what the later ones lend the earlier."""
        return filled(self.days_as_said())

    def days_as_said(self) -> tuple[MonthDay, ...]:
        """Every day that was said, each as far as it was said."""
        return tuple(day for f in self.all if isinstance(f.part, Days) for day in f.part.days)

    def every(self, kind: type[T]) -> list[T]:
        """All parts of a kind."""
        return [f.part for f in self.all if isinstance(f.part, kind)]

    def spans(self) -> tuple[Span, ...]:
        """Every period that was said."""
        return filled_spans(tuple(span for f in self.all if isinstance(f.part, Spans) for span in f.part.spans))

    def cycle(self) -> Cycle | None:
        """What comes back, if one thing does."""
        return self.first(Cycle)


def before_it(t: Tokens, start: int) -> bool:
    """Whether "trước" stands before a part, with nothing but small words between."""
    i = start - 1
    while i >= 0 and t.words[i] in ("ngày", "là", "vào", "mốc"):
        i -= 1
    return i >= 0 and t.words[i] == "trước"
