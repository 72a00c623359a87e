"""Many things told in one finding: the first of them by name."""

from __future__ import annotations

from collections.abc import Sequence

from phoihop.model import Duty

_NAMED = 12


def ids_of(duties: Sequence[Duty]) -> str:
    """The ids of duties in a row, as many as a person reads."""
    return ", ".join(duty.id for duty in duties[:_NAMED]) + (", …" if len(duties) > _NAMED else "")
