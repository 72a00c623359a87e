"""A plan in which some duties are others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from phoihop.model.plan import Duty, Plan, Review, Section, Task

_AnyDuty = TypeVar("_AnyDuty", Task, Review)


def with_duties(plan: Plan, after: Mapping[int, Duty]) -> Plan:
    """The plan in which some duties, by their identity, are others."""
    return plan._replace(
        sections=tuple(_in_section(section, after) for section in plan.sections),
        reviews=tuple(_in_review(review, after) for review in plan.reviews),
    )


def _in_section(section: Section, after: Mapping[int, Duty]) -> Section:
    tasks = tuple(_changed(task, after) for task in section.tasks)
    return section._replace(tasks=tasks, sections=tuple(_in_section(child, after) for child in section.sections))


def _in_review(review: Review, after: Mapping[int, Duty]) -> Review:
    changed = _changed(review, after)
    return changed._replace(chain=tuple(_changed(one, after) for one in changed.chain))


def _changed(duty: _AnyDuty, after: Mapping[int, Duty]) -> _AnyDuty:
    found = after.get(id(duty), duty)
    assert isinstance(found, type(duty))
    return found
