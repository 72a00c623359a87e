"""The phrase reader: from the words of a deadline, as signed, to a rule."""

from __future__ import annotations

from phoihop.dates.phrase.reader import read

__all__ = ["read"]
