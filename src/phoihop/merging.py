"""Two edits of one file merged by what they mean, by splices that are proved before they are used. Pure.

What git makes of the lines is taken where it is right. Else our text gets what theirs changed; the result is read
again, and must say what both edits say together, comments included. Where both changed one thing, the lines of either
side stand between markers. What cannot be proved is left to the lines.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Hashable
from collections.abc import Sequence as SequenceType
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeAlias

from phoihop.change.matching import matched
from phoihop.text.markdown_reader import front_matter
from phoihop.text.nodes import Mapping
from phoihop.text.source import Source
from phoihop.text.splice import spliced
from phoihop.text.threeway import Merger, data
from phoihop.text.yaml_reader import read_yaml

_COMMENT = re.compile(r"(?:^|\s)#.*$", re.MULTILINE)
# The key that tells an item of a list from the others; lists that are not here are lists of texts.
_KEYS = {
    "nhiem_vu": "ma",
    "ra_soat": "ma",
    "chuoi": "ma",
    "noi_dung": "muc",
    "co_quan": "ma",
    "ky_ten": "co_quan",
    "ke_thua": "ma",
    "nam": "nam",
    "van_ban": "so",
}
Key: TypeAlias = Callable[[Any], Hashable]


def _by(*names: str) -> Key:
    """What some keys of an item say together, where it has the first of them."""
    return lambda item: tuple(_text(item.get(name)) for name in names) if item.get(names[0]) else None


# What was recorded has no id: by what two records tell of one thing. An occurrence has one result of an office, a
# deadline was put off once, an office agreed once, and work that rests does not begin to rest.
_RECORDED: dict[str, tuple[Key, ...]] = {
    "ket_qua": (_by("ky", "co_quan"), _by("ngay", "ky", "co_quan"), _by("van_ban", "ky", "co_quan")),
    "gia_han": (_by("han_cu"),),
    "tam_dung": (_by("tu"), lambda item: not item.get("den")),
    "dong_y": (_by("co_quan"),),
}
# By what a record that was corrected is still the same one.
_CORRECTED: dict[str, tuple[Key, ...]] = {
    "ket_qua": (_by("van_ban", "ky"), _by("ngay", "ky"), _by("van_ban", "ngay")),
    "gia_han": (_by("van_ban", "ngay"),),
    "tam_dung": (_by("van_ban"),),
    "dong_y": (),
}


class Merged(NamedTuple):
    """A merged text: whether it has conflicts, and whether it was merged by lines for want of anything better."""

    text: str
    conflict: bool
    by_lines: bool = False


class Versions(NamedTuple):
    """A text, and two edits of it."""

    base: str
    ours: str
    theirs: str


Lines = Callable[[Versions], tuple[str, bool]]
"""Merges line by line: the result, and whether it has conflicts."""


def merged(path: str, texts: Versions, lines: Lines, marker: int = 7) -> Merged:
    """The merge of two edits; `path` tells the format, `marker` is how long the markers of a conflict are."""
    if not path.lower().endswith(".md"):
        return _yaml(texts, lines, marker)
    cuts = [(found[0], found[1]) for text in texts if (found := front_matter(Source("", text)))]
    if len(cuts) < len(texts):
        return Merged(*lines(texts), by_lines=True)
    fronts = Versions(*(text[start:end] for text, (start, end) in zip(texts, cuts, strict=True)))
    bodies = Versions(*(text[end:] for text, (_start, end) in zip(texts, cuts, strict=True)))
    front = _yaml(fronts, lines, marker)
    body, conflict = lines(bodies)
    return Merged(texts.ours[: cuts[1][0]] + front.text + body, front.conflict or conflict, front.by_lines)


def _yaml(texts: Versions, lines: Lines, marker: int) -> Merged:
    by_lines, conflict = lines(texts)
    if any(_tree(text) is None for text in texts):
        return Merged(by_lines, conflict, by_lines=True)
    wanted, conflicts, _text = _spliced(texts, False)
    if not conflict and not conflicts and _unordered(data(_tree(by_lines))) == _unordered(wanted):
        return Merged(by_lines, False)
    for swap in (False, True):
        found = _meant(texts, swap)
        if found is not None:
            mine, yours = found
            return Merged(_marked(mine, yours, marker), True) if conflicts else Merged(mine, False)
    # Clean by lines, and yet not what both meant: a person has to look.
    return Merged(by_lines, True, by_lines=True)


def _meant(texts: Versions, swap: bool) -> tuple[str, str] | None:
    """The merged text with our side of every conflict, and with theirs; None where they cannot be proved.

    `swap` begins with their text: where they changed comments, it has these.
    """
    if swap:
        texts = Versions(texts.base, texts.theirs, texts.ours)
    taking_one, taking_other = (_spliced(texts, take)[2] for take in (False, True))
    if taking_one is None or taking_other is None or _lost_comments(texts, taking_one):
        return None
    return (taking_other, taking_one) if swap else (taking_one, taking_other)


def _spliced(texts: Versions, take_theirs: bool) -> tuple[Any, int, str | None]:
    """What the merge says, how many conflicts it has, and its text, if reading it again gives just that."""
    merger = Merger(texts.ours, texts.theirs, _same, take_theirs)
    was, mine, yours = (_tree(text) for text in texts)
    assert was is not None
    assert mine is not None
    assert yours is not None
    wanted = merger.merge(was, mine, yours)
    if merger.failed:
        return wanted, merger.conflicts, None
    text = spliced(texts.ours, merger.changes)
    again = _tree(text)
    return wanted, merger.conflicts, text if again is not None and data(again) == wanted else None


def _tree(text: str) -> Mapping | None:
    """The tree of a text in which nothing is doubtful."""
    root, findings = read_yaml(Source("", text))
    return root if isinstance(root, Mapping) and not findings else None


def _same(key: str, old: SequenceType[Any], new: SequenceType[Any], edited: bool) -> list[tuple[int, int]]:
    """Which item of a list is which: by its id, else by what it says; texts also by words that are alike.

    `edited`: one list was made of the other, and what differs may be a correction.
    """
    name = _KEYS.get(key)
    records = all(isinstance(item, dict) for item in (*old, *new))
    if key in _RECORDED and records:
        return matched(old, new, (_canonical, *_RECORDED[key], *(_CORRECTED[key] if edited else ()))).pairs
    if name and records:
        keys: tuple[Key, ...] = (
            lambda item: _text(item.get(name)),
            lambda item: _text(item.get("ten")),
            lambda item: tuple(_text(task.get("ma")) for task in item.get("nhiem_vu", ()) if isinstance(task, dict)),
        )
        return matched(old, new, keys).pairs
    texts = all(isinstance(item, str) for item in (*old, *new))
    return matched(old, new, (_canonical,), str if texts else None).pairs


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _unordered(value: Any) -> str:
    """What a merge says, whatever the order of its lists."""
    match value:
        case list():
            return "[" + ",".join(sorted(_unordered(item) for item in value)) + "]"
        case dict():
            return "{" + ",".join(f"{key}:{_unordered(value[key])}" for key in sorted(value)) + "}"
    return _canonical(value)


def _lost_comments(texts: Versions, text: str) -> bool:
    """Whether a comment that they wrote is not in the text."""
    written = _comments(texts.theirs) - _comments(texts.base)
    return bool(written - _comments(text))


def _comments(text: str) -> Counter[str]:
    return Counter(found.strip() for found in _COMMENT.findall(text))


def _marked(ours: str, theirs: str, marker: int) -> str:
    """A text in which the lines that differ stand between the markers of a conflict."""
    mine, yours = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (ours, theirs))
    newline = "\r\n" if "\r\n" in ours else "\n"
    found: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, mine, yours, autojunk=False).get_opcodes():
        if tag == "equal":
            found += mine[a:b]
            continue
        sides = ("".join(mine[a:b]), "".join(yours[c:d]))
        left, right = (side if not side or side.endswith("\n") else side + newline for side in sides)
        found += ["<" * marker + " ours" + newline, left, "=" * marker + newline, right]
        found.append(">" * marker + " theirs" + newline)
    return "".join(found)
