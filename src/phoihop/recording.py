"""Recording: a result put into a plan's file, or taken out of it, by one splice that is proved before it is used. Pure.

What is written is read again: the plan must be the old one with that result and nothing else, or nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from phoihop.bind.duty import COMPLETION
from phoihop.bind.file import BoundFile, bind_file
from phoihop.bind.tree import read_tree
from phoihop.model import Completion, Duty, Plan, Review, Section, Task
from phoihop.text.insert import appended, removed
from phoihop.text.nodes import Mapping, Node, Sequence
from phoihop.text.source import Source
from phoihop.text.splice import spliced

KEY = "ket_qua"


def with_result(file: BoundFile, duty: Duty, result: Completion) -> str | None:
    """The file's text with one more result of a duty; None where the file's style does not allow it safely."""
    owner = _mapping_of(file.source, duty)
    if owner is None:
        return None
    change = appended(file.source.text, owner, KEY, list(_pairs(result)))
    return _proved(file, spliced(file.source.text, [change]), duty, (*duty.completions, result))


def without_result(file: BoundFile, duty: Duty, index: int) -> str | None:
    """The file's text without a result of a duty; None where it cannot be taken out safely."""
    owner = _mapping_of(file.source, duty)
    change = removed(file.source.text, owner, KEY, index) if owner is not None else None
    if change is None:
        return None
    left = tuple(result for number, result in enumerate(duty.completions) if number != index)
    return _proved(file, spliced(file.source.text, [change]), duty, left)


def _pairs(result: Completion) -> Iterator[tuple[str, str]]:
    """The keys of a result that say something, in the order of docs/format.md."""
    for field in COMPLETION.fields:
        if value := getattr(result, field.name):
            yield field.key, value.isoformat() if isinstance(value, date) else value


def _proved(file: BoundFile, text: str, duty: Duty, results: tuple[Completion, ...]) -> str | None:
    """The text, if reading it gives the plan with these results and nothing else."""
    assert file.plan is not None
    again = bind_file(Source(file.source.path, text), file.plan.id, file.schema)
    before = [finding.rule for finding in file.findings if finding.rule != "byte-order-mark"]  # no part of the text
    same = again.plan == _with(file.plan, duty, results) and [finding.rule for finding in again.findings] == before
    return text if same else None


def _with(plan: Plan, duty: Duty, results: tuple[Completion, ...]) -> Plan:
    """The plan in which one duty has these results."""
    if isinstance(duty, Task):
        return plan._replace(sections=tuple(_in_section(section, duty, results) for section in plan.sections))
    return plan._replace(reviews=tuple(_in_review(review, duty, results) for review in plan.reviews))


def _in_section(section: Section, duty: Task, results: tuple[Completion, ...]) -> Section:
    tasks = tuple(task._replace(completions=results) if task is duty else task for task in section.tasks)
    inner = tuple(_in_section(child, duty, results) for child in section.sections)
    return section._replace(tasks=tasks, sections=inner)


def _in_review(review: Review, duty: Review, results: tuple[Completion, ...]) -> Review:
    if review is duty:
        return review._replace(completions=results)
    chain = tuple(one._replace(completions=results) if one is duty else one for one in review.chain)
    return review._replace(chain=chain)


def _mapping_of(source: Source, duty: Duty) -> Mapping | None:
    """The mapping of a duty: the only one of its list with that code."""
    found = [node for node in _duties(read_tree(source)[0]) if _code(node) == duty.id]
    return found[0] if len(found) == 1 else None


def _duties(node: Node | None) -> Iterator[Mapping]:
    """Every mapping of the lists of duties below a node."""
    if not isinstance(node, Mapping):
        return
    for key, child in node.entries.items():
        items = child.items if isinstance(child, Sequence) else []
        if key in ("nhiem_vu", "ra_soat", "chuoi"):
            yield from (item for item in items if isinstance(item, Mapping))
        if key in ("noi_dung", "ra_soat"):
            for item in items:
                yield from _duties(item)


def _code(node: Mapping) -> str:
    return getattr(node.entries.get("ma"), "value", "")
