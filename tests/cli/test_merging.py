"""Merging by identity without git: every pair of edits, and trees of any shape; no merge is guessed."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.merging import Versions, merged
from phoihop.text.source import Source
from phoihop.text.threeway import data
from phoihop.text.yaml_reader import read_yaml

from .repository import PLAN

EDITS = (
    ('"trước ngày 15/11/2026"', '"trước ngày 30/11/2026"'),
    ("chu_tri: SYT", "chu_tri: SNV-A"),
    ("[SGDDT]", "[SGDDT, SNV-A]"),
    ("          - {ngay: 2026-02-02, van_ban: 1/BC-SYT}\n", "          - {ngay: 2026-02-02, van_ban: 11/BC-SYT}\n"),
    ("quý II/2026", "quý III/2026"),
    ("han: quý II", "ghi_chu: 'gấp: làm ngay'\n        han: quý II"),
    ("san_pham: Kế hoạch\n", "san_pham: Kế hoạch\n      - {ma: NV-09, ten: Sơ kết}\n"),
    ("  - UBND thành phố\n", "  - UBND thành phố\n  - Bộ Y tế\n"),
    ("den: 2026-12-31", "den: 2027-12-31"),
    ("  ngay_ban_hanh: 2026-01-20\n", ""),
    ("        san_pham: Báo cáo\n", ""),
    ("trich_yeu: Phối hợp", "trich_yeu: Tăng cường phối hợp"),
)


def never(_versions: Versions) -> tuple[str, bool]:
    """Lines that cannot be merged."""
    return "", True


def by_identity(base: str, ours: str, theirs: str) -> str | None:
    """The merge; None for a conflict."""
    found = merged("plans/kh.yaml", Versions(base, ours, theirs), never)
    assert not found.by_lines
    return None if found.conflict else found.text


def said(text: str) -> object:
    root, findings = read_yaml(Source("", text))
    assert findings == []
    return data(root)


def edited(*edits: tuple[str, str]) -> str:
    text = PLAN
    for old, new in edits:
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(("one", "other"), list(combinations(EDITS, 2)))
def test_two_edits_are_both_there(one: tuple[str, str], other: tuple[str, str]) -> None:
    both = said(edited(one, other))
    for ours, theirs in ((one, other), (other, one)):
        text = by_identity(PLAN, edited(ours), edited(theirs))
        assert text is not None
        assert said(text) == both
        assert "# việc đầu tiên" in text


@pytest.mark.parametrize("edit", EDITS, ids=range(len(EDITS)))
def test_an_edit_of_one_side_or_of_both_is_that_edit(edit: tuple[str, str]) -> None:
    new = edited(edit)
    assert by_identity(PLAN, new, PLAN) == new
    assert by_identity(PLAN, new, new) == new
    text = by_identity(PLAN, PLAN, new)
    assert text is not None
    assert said(text) == said(new)
    assert len(text.splitlines()) == len(new.splitlines())


WORDS = st.sampled_from(["a", "b", "c d", "e: f", "05", "no", "#x", "it's", '"q"', "", "- y", "é", "x\ny"])
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["ma", "ten", "han", "muc"]), inner),
    max_leaves=12,
)
PLANS = st.fixed_dictionaries(
    {"phoihop": st.just("ke-hoach/1")},
    optional=dict.fromkeys(("noi_dung", "nhiem_vu", "ra_soat", "co_quan", "noi_nhan", "van_ban"), TREES),
)


@given(PLANS, PLANS, PLANS, st.sampled_from([None, False, True]))
@settings(max_examples=150, deadline=None)
def test_any_three_trees_merge_or_are_left_to_the_lines(
    base: dict, ours: dict, theirs: dict, flow: bool | None
) -> None:
    texts = [
        yaml.safe_dump(one, allow_unicode=True, default_flow_style=flow, width=1000) for one in (base, ours, theirs)
    ]
    found = merged("plans/kh.yaml", Versions(*texts), never)
    if found.by_lines or found.conflict:
        return
    root = said(found.text)
    assert isinstance(root, dict)
    merged_keys = {key for key in ("noi_dung", "nhiem_vu", "ra_soat", "co_quan", "noi_nhan", "van_ban") if key in root}
    sides = [said(text) for text in texts]
    for key in merged_keys:
        assert any(isinstance(side, dict) and key in side for side in sides[1:])
    for mine, yours in ((sides[1], sides[2]), (sides[2], sides[1])):
        if mine == sides[0]:
            assert root == yours


FIELDS = ("ten", "chu_tri", "han", "san_pham", "ghi_chu")
Tasks = dict[str, dict[str, Any]]


def written(tasks: Tasks, flow: set[str]) -> str:
    """A plan of tasks, some of them in braces."""
    lines = ["phoihop: ke-hoach/1", "noi_dung:", "  - muc: A", "    nhiem_vu:"]
    for code, task in tasks.items():
        fields = {"ma": code} | {key: task[key] for key in FIELDS if key in task}
        results = [f"{{ngay: {day}, van_ban: {number}}}" for day, number in task["ket_qua"]]
        if code in flow:
            pairs = [f"{key}: {value}" for key, value in fields.items()]
            lines.append(
                "      - {" + ", ".join(pairs + ([f"ket_qua: [{', '.join(results)}]"] if results else [])) + "}"
            )
        else:
            lines += [f"{'      - ' if key == 'ma' else '        '}{key}: {value}" for key, value in fields.items()]
            lines += ["        ket_qua:", *(f"          - {result}" for result in results)] if results else []
    return "\n".join(lines) + "\n"


def edit(tasks: Tasks, side: str, dice: random.Random) -> Tasks:
    """A few changes such as people make."""
    found = {code: {**task, "ket_qua": list(task["ket_qua"])} for code, task in tasks.items()}
    for _change in range(dice.randint(1, 4)):
        code, key, what = dice.choice(list(found)), dice.choice(FIELDS), dice.random()
        if what < 0.5:
            found[code][key] = f"{side} {dice.randint(0, 99)}"
        elif what < 0.7:
            found[code]["ket_qua"].append((f"2026-02-{dice.randint(10, 28)}", f"{side}{dice.randint(1, 99)}"))
        elif what < 0.8:
            found[code].pop(key, None)
        elif what < 0.9:
            found = {**found, f"{side.upper()}-{dice.randint(1, 999)}": {"ten": side, "ket_qua": []}}
        elif len(found) > 1:
            del found[code]
    return found


def one_of(base: Any, ours: Any, theirs: Any) -> Any:
    """What a field says after both; LookupError for a contradiction."""
    if ours == theirs or base == theirs:
        return ours
    if base == ours:
        return theirs
    raise LookupError


def both(base: Tasks, ours: Tasks, theirs: Tasks) -> Tasks:
    """What a merge has to say, by a few lines that know nothing of texts."""
    found = {}
    for code in {**base, **ours, **theirs}:
        was, mine, yours = (tasks.get(code) for tasks in (base, ours, theirs))
        if was is None or mine is None or yours is None:
            task = one_of(was, mine, yours)
        else:
            fields = {key: one_of(was.get(key), mine.get(key), yours.get(key)) for key in FIELDS}
            results = [one for side in (mine, yours) for one in side["ket_qua"] if one not in was["ket_qua"]]
            task = {**fields, "ket_qua": [*was["ket_qua"], *dict.fromkeys(results)]}
        if task is not None:
            found[code] = task
    return found


def sorted_tasks(tasks: Tasks) -> list[object]:
    """Tasks without their order, for a comparison."""
    return sorted(
        [code, sorted((k, v) for k, v in task.items() if k != "ket_qua" and v), sorted(task["ket_qua"])]
        for code, task in tasks.items()
    )


@pytest.mark.parametrize("seed", range(150))
def test_a_merge_says_what_both_edits_say_and_conflicts_where_they_contradict(seed: int) -> None:
    dice = random.Random(seed)
    base: Tasks = {
        f"N-{n}": {key: f"{key} {n}" for key in FIELDS if dice.random() < 0.7}
        | {"ket_qua": [(f"2026-01-{10 + k}", f"{k}/BC") for k in range(dice.randint(0, 2))]}
        for n in range(dice.randint(1, 4))
    }
    ours, theirs = edit(base, "o", dice), edit(base, "t", dice)
    flow = {code for code in base if dice.random() < 0.4}
    text = by_identity(*(written(tasks, flow) for tasks in (base, ours, theirs)))
    try:
        expected = both(base, ours, theirs)
    except LookupError:
        assert text is None
        return
    assert text is not None
    found = said(text)
    assert isinstance(found, dict)
    tasks = {
        task["ma"]: {
            **{key: task.get(key) for key in FIELDS},
            "ket_qua": [tuple(r.values()) for r in task.get("ket_qua", [])],
        }
        for task in found["noi_dung"][0]["nhiem_vu"]
    }
    assert sorted_tasks(tasks) == sorted_tasks(expected)


@given(st.text(alphabet="ab:-# \n[]{},'\"|>&*!", max_size=60), st.text(alphabet="ab:-# \n[]{}", max_size=60))
@settings(max_examples=100, deadline=None)
def test_hostile_texts_never_raise(one: str, other: str) -> None:
    for texts in ((one, other, "a: 1\n"), ("a: 1\n", one, other), (one, one, other)):
        merged("x.yaml", Versions(*texts), never)
        merged("x.md", Versions(*(f"---\n{text}\n---\n" for text in texts)), never)
