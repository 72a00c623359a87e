"""Two states of one plan compared: what was added, removed, changed, moved, renumbered, renamed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from phoihop.bind.plan import HEAD, PARTICIPANT, POLICY, SIGNATURE, TASK
from phoihop.change.duties import duty_items, duty_words, match_duties, review_items
from phoihop.change.fields import Difference, differences, told
from phoihop.change.items import citation_items, field_items, order_items, record_items, text_items
from phoihop.change.matching import matched
from phoihop.change.records import Item, Kind, Nature, Pair, What
from phoihop.model import Duty, Participant, Plan, Section, Signature, Task


class _Placed(NamedTuple):
    """A section where it stands: the index of the one around it (-1 for none), and its number in there."""

    section: Section
    parent: int
    number: int


class _Assigned(NamedTuple):
    """A task in its section, with its number in there."""

    task: Task
    section: int
    number: int


def compared(old: Plan, new: Plan) -> tuple[list[Item], list[Pair]]:
    """Every change of a plan but those of due days, and which duty is which."""
    found: list[Item] = []
    if old.id != new.id:
        found.append(Item(Kind.RENAMED, What.PLAN, new.id, new.head.title, "", old.id, new.id, Nature.UNPRINTED))
    found += record_items(HEAD, What.HEAD, new.id, "", old.head, new.head)
    found += field_items(What.PLAN, new.id, "", _plan_fields(old, new))
    found += text_items(What.TEXT, new.id, "mo_dau", old.opening, new.opening)
    found += citation_items(new.id, old.legal_basis, new.legal_basis)
    found += _participants(old.participants, new.participants)
    before, after = _placed(old), _placed(new)
    sections = _match_sections(before, after)
    found += _sections(before, after, sections)
    tasks = _tasks(before, after, sections)
    reviews = review_items(old, new)
    found += tasks[0] + reviews[0]
    old_lines, new_lines = (tuple(one.text for one in plan.recipients) for plan in (old, new))
    found += text_items(What.RECIPIENT, "", "noi_nhan", old_lines, new_lines)
    found += _signatures(old.signatures, new.signatures)
    return found, tasks[1] + reviews[1]


def _plan_fields(old: Plan, new: Plan) -> Iterator[Difference]:
    if old.note != new.note:
        yield Difference("ghi_chu", old.note, new.note)
    for inner in differences(POLICY, old.policy, new.policy):
        yield inner._replace(key=f"lich.{inner.key}")


def _participants(old: Sequence[Participant], new: Sequence[Participant]) -> Iterator[Item]:
    if old == new:
        return
    found = matched(old, new, (lambda one: one.code,))
    for i, j in found.pairs:
        yield from record_items(PARTICIPANT, What.PARTICIPANT, new[j].code, new[j].name, old[i], new[j])
    yield from order_items(What.PARTICIPANT, "", "co_quan", found.pairs, [one.code for one in new])
    for i in found.removed:
        yield Item(Kind.REMOVED, What.PARTICIPANT, old[i].code, old[i].name, "co_quan", told(old[i].role))
    for j in found.added:
        yield Item(Kind.ADDED, What.PARTICIPANT, new[j].code, new[j].name, "co_quan", "", told(new[j].role))


def _signatures(old: Sequence[Signature], new: Sequence[Signature]) -> Iterator[Item]:
    if old == new:
        return
    found = matched(old, new, (lambda one: (one.office, one.name), lambda one: one.office))
    for i, j in found.pairs:
        yield from record_items(SIGNATURE, What.SIGNATURE, new[j].office, new[j].name, old[i], new[j])
    yield from order_items(What.SIGNATURE, "", "ky_ten", found.pairs, [one.office for one in new])
    for kind, some, which in ((Kind.REMOVED, old, found.removed), (Kind.ADDED, new, found.added)):
        for one in (some[index] for index in which):
            words = ", ".join(part for part in (one.authority, one.position, one.name) if part)
            texts = (words, "") if kind is Kind.REMOVED else ("", words)
            yield Item(kind, What.SIGNATURE, one.office, one.name, "ky_ten", *texts, Nature.FORM)


def _placed(plan: Plan) -> list[_Placed]:
    """Every section in printed order. Clauses, tasks and inner sections have one count, as they print."""
    found: list[_Placed] = []
    waiting = [(section, -1, number) for number, section in enumerate(plan.sections, 1)][::-1]
    while waiting:
        section, parent, number = waiting.pop()
        found.append(_Placed(section, parent, number))
        first = len(section.clauses) + len(section.tasks) + 1
        inner = [(child, len(found) - 1, count) for count, child in enumerate(section.sections, first)]
        waiting += inner[::-1]
    return found


def _assigned(placed: list[_Placed]) -> list[_Assigned]:
    return [
        _Assigned(task, index, number)
        for index, one in enumerate(placed)
        for number, task in enumerate(one.section.tasks, len(one.section.clauses) + 1)
    ]


def _match_sections(old: list[_Placed], new: list[_Placed]) -> dict[int, int]:
    """Which old section a new one is, by its index."""

    def above(placed: list[_Placed], one: _Placed) -> str:
        return placed[one.parent].section.title if one.parent >= 0 else ""

    def told(placed: list[_Placed], one: _Placed) -> tuple[str, str, frozenset[str], tuple[str, ...]]:
        tasks = frozenset(task.id for task in one.section.tasks)
        return one.section.title, above(placed, one), tasks, one.section.paragraphs

    before, after = [told(old, one) for one in old], [told(new, one) for one in new]
    keys = (lambda one: one[:2], lambda one: one[0], lambda one: one[2], lambda one: one[3])
    return {j: i for i, j in matched(before, after, keys, lambda one: one[0]).pairs}


def _sections(old: list[_Placed], new: list[_Placed], same: dict[int, int]) -> Iterator[Item]:
    def name(placed: list[_Placed], index: int) -> str:
        return placed[index].section.title if index >= 0 else ""

    for i in sorted(set(range(len(old))) - set(same.values())):
        yield Item(Kind.REMOVED, What.SECTION, old[i].section.title, field="muc", old=old[i].section.title)
        yield from _section_texts(old[i].section, None)
    for j, now in enumerate(new):
        title = now.section.title
        if j not in same:
            yield Item(Kind.ADDED, What.SECTION, title, field="muc", new=title)
            yield from _section_texts(None, now.section)
            continue
        was = old[same[j]]
        yield from field_items(What.SECTION, title, "", _title(was.section.title, title))
        stays = (was.parent < 0 and now.parent < 0) or (now.parent >= 0 and same.get(now.parent, -2) == was.parent)
        if not stays:
            around = name(old, was.parent), name(new, now.parent)
            yield Item(Kind.MOVED, What.SECTION, title, "", "noi_dung", *around)
        elif was.number != now.number:
            yield Item(Kind.RENUMBERED, What.SECTION, title, "", "", str(was.number), str(now.number))
        yield from _section_texts(was.section, now.section)


def _title(old: str, new: str) -> list[Difference]:
    return [Difference("muc", old, new)] if old != new else []


def _section_texts(old: Section | None, new: Section | None) -> Iterator[Item]:
    some = new or old
    assert some is not None
    for key, name in (("doan", "paragraphs"), ("khoan", "clauses")):
        yield from text_items(What.TEXT, some.title, key, getattr(old, name, ()), getattr(new, name, ()))


def _tasks(old: list[_Placed], new: list[_Placed], same: dict[int, int]) -> tuple[list[Item], list[Pair]]:
    before, after = _assigned(old), _assigned(new)
    olds, news = [one.task for one in before], [one.task for one in after]
    match = match_duties(olds, news)
    found = [
        Item(Kind.REMOVED, What.TASK, olds[i].id, olds[i].title, "nhiem_vu", duty_words(olds[i])) for i in match.removed
    ]
    counterpart = {j: i for i, j in match.pairs}
    for j, now in enumerate(after):
        task = now.task
        if j not in counterpart:
            found.append(Item(Kind.ADDED, What.TASK, task.id, task.title, "nhiem_vu", "", duty_words(task)))
            continue
        was = before[counterpart[j]]
        found += duty_items(What.TASK, TASK, was.task, task)
        if same.get(now.section, -1) != was.section:
            sections = old[was.section].section.title, new[now.section].section.title
            found.append(Item(Kind.MOVED, What.TASK, task.id, task.title, "nhiem_vu", *sections))
        elif was.number != now.number:
            numbers = str(was.number), str(now.number)
            found.append(Item(Kind.RENUMBERED, What.TASK, task.id, task.title, "", *numbers))
    return found, [(olds[i], news[j]) for i, j in match.pairs]


def section_of(plan: Plan, duty: Duty) -> str:
    """The title of the section that assigns a task; nothing for a review."""
    return next((one.title for one in plan.all_sections() if any(task is duty for task in one.tasks)), "")
