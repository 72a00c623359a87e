"""Recording: what became of a duty put into a plan's text, or taken out of it, proved before it is used. Pure.

What is written is read again: the plan must be the old one with that change and nothing else, or nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from phoihop.bind.duty import AGREEMENT, COMPLETION, EXTENSION, SUSPENSION, deadline_of
from phoihop.bind.file import BoundFile, bind_file
from phoihop.bind.record import Record
from phoihop.bind.tree import read_tree
from phoihop.consent import latest
from phoihop.model import Agreement, Completion, Duty, Extension, Review, Suspension
from phoihop.model.replacing import with_duties
from phoihop.text.insert import appended, keyed, removed, replaced, without_key
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.source import Source
from phoihop.text.splice import Change, spliced

RESULTS, EXTENSIONS, SUSPENSIONS, AGREEMENTS = "ket_qua", "gia_han", "tam_dung", "dong_y"
DEADLINE, END = "han", "den"


class Edit(NamedTuple):
    """One duty, what it is to be, and the changes of the text that make it so; None where there is no safe one."""

    duty: Duty
    after: Duty
    changes: Callable[[str, Mapping], list[Change | None]]


def with_result(file: BoundFile, duty: Duty, result: Completion) -> str | None:
    """The file's text with one more result of a duty; None where the file's style does not allow it safely."""
    return with_results(file, [(duty, result)])


def with_results(file: BoundFile, results: Iterable[tuple[Duty, Completion]]) -> str | None:
    """The file's text with more results of some duties, each added after those before it; None as above."""
    waiting = list(results)
    while waiting:
        # A second result of one duty counts from where the first one stands.
        first = {duty.id: (duty, result) for duty, result in reversed(waiting)}
        taken = [id(result) for _duty, result in first.values()]
        again = _edited(file, [_one_more(duty, result) for duty, result in first.values()])
        if again is None or again.plan is None:
            return None
        file, duties = again, {duty.id: duty for duty in again.plan.duties()}
        waiting = [(duties[duty.id], result) for duty, result in waiting if id(result) not in taken]
    return file.source.text


def _one_more(duty: Duty, result: Completion) -> Edit:
    item = list(_pairs(COMPLETION, result))
    after = duty._replace(completions=(*duty.completions, result))
    return Edit(duty, after, lambda text, owner: [appended(text, owner, RESULTS, item)])


def without_result(file: BoundFile, duty: Duty, index: int) -> str | None:
    """The file's text without a result of a duty; None where it cannot be taken out safely."""
    left = tuple(result for number, result in enumerate(duty.completions) if number != index)
    after = duty._replace(completions=left)
    return _text(file, Edit(duty, after, lambda text, owner: [removed(text, owner, RESULTS, index)]))


def with_extension(file: BoundFile, duty: Duty, phrase: str, extension: Extension) -> str | None:
    """The file's text with another phrase for a duty's deadline, and the extension that says what it was."""
    item = list(_pairs(EXTENSION, extension))
    after = duty._replace(deadline=deadline_of(phrase), extensions=(*duty.extensions, extension))
    return _text(
        file,
        Edit(duty, after, lambda text, owner: [_phrase(text, owner, phrase), appended(text, owner, EXTENSIONS, item)]),
    )


def without_extension(file: BoundFile, duty: Duty) -> str | None:
    """The file's text without a duty's last extension, and with the phrase that it had before."""
    *left, last = duty.extensions
    after = duty._replace(deadline=deadline_of(last.old), extensions=tuple(left))
    return _text(
        file,
        Edit(
            duty,
            after,
            lambda text, owner: [_phrase(text, owner, last.old), removed(text, owner, EXTENSIONS, len(left))],
        ),
    )


def with_agreements(file: BoundFile, agreements: Iterable[tuple[Duty, Agreement]]) -> str | None:
    """The file's text with an office's agreement to each of some duties, in place of its earlier one; None as above."""
    return _text(file, *(_agreed(duty, agreement) for duty, agreement in agreements))


def without_agreements(file: BoundFile, duties: Iterable[Duty], office: str) -> str | None:
    """The file's text without an office's agreement to some duties, each of which has one; None as above."""
    edits = []
    for duty in duties:
        index = _latest(duty, office)
        if index is None:
            continue
        left = tuple(one for number, one in enumerate(duty.agreements) if number != index)
        edits.append(Edit(duty, duty._replace(agreements=left), _removal(index)))
    return _text(file, *edits)


def _removal(index: int) -> Callable[[str, Mapping], list[Change | None]]:
    return lambda text, owner: [removed(text, owner, AGREEMENTS, index)]


def _latest(duty: Duty, office: str) -> int | None:
    """Where an office's latest agreement stands."""
    held = latest(duty).get(office)
    return next((number for number, one in enumerate(duty.agreements) if one is held), None)


def _agreed(duty: Duty, agreement: Agreement) -> Edit:
    item = list(_pairs(AGREEMENT, agreement))
    index = _latest(duty, agreement.office)
    if index is None:
        after = duty._replace(agreements=(*duty.agreements, agreement))
        return Edit(duty, after, lambda text, owner: [appended(text, owner, AGREEMENTS, item)])
    agreed = tuple(agreement if number == index else one for number, one in enumerate(duty.agreements))
    return Edit(duty, duty._replace(agreements=agreed), lambda text, owner: _rewritten(text, owner, index, item))


def _rewritten(text: str, owner: Mapping, index: int, item: list[tuple[str, str]]) -> list[Change | None]:
    """The changes that give an agreement new values, key by key."""
    node = owner.entries.get(AGREEMENTS)
    old = node.items[index] if isinstance(node, Sequence) and index < len(node.items) else None
    if not isinstance(old, Mapping) or set(old.entries) - {key for key, _value in item}:
        return [None]
    changes: list[Change | None] = []
    for key, value in item:
        had = old.entries.get(key)
        if had is None:
            changes.append(keyed(text, old, key, value))
        elif isinstance(had, Scalar) and had.value != value:
            changes.append(replaced(text, had, value))
    return changes


def with_suspension(file: BoundFile, duty: Duty, suspension: Suspension) -> str | None:
    """The file's text with one more suspension of a task or review."""
    item = list(_pairs(SUSPENSION, suspension))
    after = _suspended(duty, (*duty.suspensions, suspension))
    return _text(file, Edit(duty, after, lambda text, owner: [appended(text, owner, SUSPENSIONS, item)]))


def without_suspension(file: BoundFile, duty: Duty) -> str | None:
    """The file's text without the last suspension."""
    left = duty.suspensions[:-1]
    after = _suspended(duty, left)
    return _text(file, Edit(duty, after, lambda text, owner: [removed(text, owner, SUSPENSIONS, len(left))]))


def ended(file: BoundFile, duty: Duty, old: date | None, new: date | None) -> str | None:
    """The file's text with another end of all suspensions that end on a day; one of the days is None, for no end.

    A task has several that did not end where two people let it rest at the same time.
    """
    numbers = [number for number, rest in enumerate(duty.suspensions) if rest.until == old]

    def change(text: str, owner: Mapping) -> list[Change | None]:
        node = owner.entries.get(SUSPENSIONS)
        items = [node.items[number] for number in numbers] if isinstance(node, Sequence) else [None]
        return [_with_end(text, item, new) for item in items]

    after = tuple(rest._replace(until=new) if rest.until == old else rest for rest in duty.suspensions)
    return _text(file, Edit(duty, _suspended(duty, after), change))


def _with_end(text: str, item: Node | None, day: date | None) -> Change | None:
    if not isinstance(item, Mapping):
        return None
    return without_key(text, item, END) if day is None else keyed(text, item, END, day.isoformat())


def _suspended(duty: Duty, suspensions: tuple[Suspension, ...]) -> Duty:
    """A duty with these suspensions, and what feeds it with the same."""
    if isinstance(duty, Review):
        chain = tuple(one._replace(suspensions=suspensions) for one in duty.chain)
        return duty._replace(suspensions=suspensions, chain=chain)
    return duty._replace(suspensions=suspensions)


def _phrase(text: str, owner: Mapping, phrase: str) -> Change | None:
    node = owner.entries.get(DEADLINE)
    return replaced(text, node, phrase) if isinstance(node, Scalar) else None


def _pairs(record: Record, said: Any) -> Iterator[tuple[str, str]]:
    """The keys of what was recorded that say something, in the order of docs/format.md."""
    for field in record.fields:
        if value := getattr(said, field.name):
            yield field.key, value.isoformat() if isinstance(value, date) else value


def _text(file: BoundFile, *edits: Edit) -> str | None:
    again = _edited(file, edits)
    return None if again is None else again.source.text


def _edited(file: BoundFile, edits: Collection[Edit]) -> BoundFile | None:
    """The file with the edits, if reading it gives the plan with these changes and nothing else."""
    assert file.plan is not None
    text, root = file.source.text, read_tree(file.source)[0]
    changes: list[Change] = []
    for edit in edits:
        owner = _mapping_of(root, edit.duty)
        for change in edit.changes(text, owner) if owner is not None else [None]:
            if change is None:
                return None
            changes.append(change)
    again = bind_file(Source(file.source.path, spliced(text, sorted(changes))), file.plan.id, file.schema)
    wanted = with_duties(file.plan, {id(edit.duty): edit.after for edit in edits})
    return again if again.plan == wanted and _told(again) == _told(file) else None


def _told(file: BoundFile) -> list[str]:
    """What is wrong with a file, but for its mark, which is no part of the text."""
    return [finding.rule for finding in file.findings if finding.rule != "byte-order-mark"]


def _mapping_of(root: Node | None, duty: Duty) -> Mapping | None:
    """The mapping of a duty: the only one of its list with that code."""
    found = [node for node in _duties(root) if _code(node) == duty.id]
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
