"""The record of an act (văn bản làm căn cứ) in the register can-cu.yaml."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phoihop.model.places import NOWHERE, Places


class Act(NamedTuple):
    """An act that plans may stand on: its number, its date, from when to when it is in force, what replaced it.

    `until` is its last day in force; None while it is in force, or while that is not known.
    """

    number: str
    at: Places = NOWHERE
    name: str = ""
    issued: date | None = None
    since: date | None = None
    until: date | None = None
    replaced_by: str = ""
    note: str = ""
