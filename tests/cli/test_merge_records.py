"""Merging what was recorded: results, extensions, suspensions and agreements, which have no id."""

from __future__ import annotations

from pathlib import Path

import pytest

from .repository import PLAN, Git
from .test_merge import (
    AGREED,
    DEADLINE,
    EXTENDED,
    PRODUCT,
    RESTING,
    RESULT,
    conflict,
    driven,
    edited,
    logged,
    merge,
    result,
)

REPORTED = PLAN.replace(RESULT, RESULT + result("ky: quý I/2026") + result("ky: quý II/2026"))


@pytest.mark.parametrize(
    ("old", "corrected"),
    [
        (result("ky: quý I/2026"), result("ky: quý I/2026").replace("5/BC-SYT", "6/BC-SYT")),
        (result("ky: quý I/2026"), result("ky: quý I/2026, co_quan: SYT")),
        (result("ky: quý I/2026"), result("ky: quý III/2026")),
        (RESULT, RESULT.replace("1/BC-SYT", "2/BC-SYT")),
        (RESULT, RESULT.replace("02-02", "02-03")),
    ],
    ids=["document", "office", "occurrence", "document of the only one", "day of the only one"],
)
@pytest.mark.parametrize("swap", [False, True], ids=["removed here", "corrected here"])
def test_a_result_taken_out_and_corrected_is_a_conflict(tmp_path: Path, old: str, corrected: str, swap: bool) -> None:
    git = driven(Git(tmp_path, REPORTED))
    sides = ("", corrected)[:: -1 if swap else 1]
    code, text = merge(git, ((old, sides[0]), DEADLINE), ((old, sides[1]),))
    assert (text, code) == (edited(REPORTED, DEADLINE, (old, conflict(*sides))), 1)


def test_a_result_corrected_beside_one_that_is_taken_out(tmp_path: Path) -> None:
    git = driven(Git(tmp_path, REPORTED))
    fixed, gone = (RESULT, RESULT.replace("1/BC", "9/BC")), (result("ky: quý I/2026"), "")
    code, text = merge(git, (fixed,), (gone,))
    assert (text, code) == (edited(REPORTED, fixed, gone), 0)


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        ("dong_y", AGREED, AGREED.replace("01-10", "01-12").replace("32b7", "99b7")),
        ("gia_han", EXTENDED, EXTENDED.replace("45/CV", "46/CV")),
        ("tam_dung", RESTING, RESTING.replace("12/CV", "13/CV")),
        ("tam_dung", RESTING, RESTING.replace("03-01", "04-01")),
        ("ket_qua", "{ngay: 2026-03-30, ky: quý I/2026}", "{ngay: 2026-03-31, ky: quý I/2026}"),
    ],
    ids=["agreements", "extensions", "suspensions", "open suspensions", "results"],
)
@pytest.mark.parametrize("before", [True, False], ids=["beside others", "alone"])
def test_one_thing_recorded_on_both_sides_is_a_conflict(
    tmp_path: Path, key: str, one: str, other: str, before: bool
) -> None:
    old = {
        "dong_y": AGREED.replace("SGDDT", "SYT"),
        "gia_han": "{han_cu: quý I/2026, ngay: 2026-01-01}",
        "tam_dung": "{tu: 2026-01-25, den: 2026-01-31}",
        "ket_qua": "{ngay: 2026-02-02, van_ban: 7/BC}",
    }[key]
    there = (old,) if before else ()
    base = PLAN.replace(PRODUCT, PRODUCT + (logged(key, *there) if there else ""))
    git = driven(Git(tmp_path, base))
    last = PRODUCT + (logged(key, *there) if there else "")
    code, text = merge(
        git,
        ((last, PRODUCT + logged(key, *there, one)),),
        ((last, PRODUCT + logged(key, *there, other)), DEADLINE),
    )
    lines = conflict(f"          - {one}\n", f"          - {other}\n")
    assert (text, code) == (edited(base, (last, PRODUCT + logged(key, *there) + lines), DEADLINE), 1)
