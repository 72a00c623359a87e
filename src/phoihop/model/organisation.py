"""The records of an office (cơ quan)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phoihop.model.form import Regime
from phoihop.model.places import NOWHERE, Places


class Successor(NamedTuple):
    """Which office took over which field of work, and on what ground."""

    code: str
    at: Places = NOWHERE
    field: str = ""
    ground: str = ""


class Organisation(NamedTuple):
    """An office (cơ quan) as co-quan.yaml describes it; `since` and `until` are its first and last day."""

    code: str
    name: str
    at: Places = NOWHERE
    abbreviation: str = ""
    other_names: tuple[str, ...] = ()
    regime: Regime = Regime.STATE
    superior: str = ""
    place_name: str = ""
    since: date | None = None
    until: date | None = None
    successors: tuple[Successor, ...] = ()
    note: str = ""
