"""Everything that was read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from phoihop.model.act import Act
from phoihop.model.organisation import Organisation
from phoihop.model.plan import Plan


class OfficesState(Enum):
    """What became of co-quan.yaml."""

    READ = "read"
    ABSENT = "absent"
    UNREADABLE = "unreadable"


class Book(NamedTuple):
    """Everything that was read: plans by id, offices by code, the register of acts by number.

    `repeated` holds what came again under an id that was taken, `unread` the ids of plans whose files could not
    be read. `offices_state` tells whether co-quan.yaml was read, is absent, or could not be read: without it no
    rule may say that an office is unknown.
    """

    plans: Mapping[str, Plan] = MappingProxyType({})
    organisations: Mapping[str, Organisation] = MappingProxyType({})
    repeated: tuple[Plan | Organisation, ...] = ()
    unread: frozenset[str] = frozenset()
    offices_state: OfficesState = OfficesState.ABSENT
    acts: Mapping[str, Act] = MappingProxyType({})

    def parent(self, plan: Plan) -> Plan | None:
        """The plan that a plan carries out, where it is here."""
        return self.plans.get(plan.head.implements) if plan.head.implements else None

    def members(self, plan: Plan, code: str) -> tuple[str, ...]:
        """The offices that a code stands for in a plan: a group's members, else the office itself."""
        for participant in plan.participants:
            if participant.code == code and participant.members:
                return participant.members
        return (code,)

    def name(self, plan: Plan, code: str) -> str:
        """What a plan calls an office: the group's name in the plan, the office's full name, else the code."""
        for participant in plan.participants:
            if participant.code == code and participant.name:
                return participant.name
        office = self.organisations.get(code)
        return office.name if office and office.name else code
