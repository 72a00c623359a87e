"""`validate --fix`: one right answer is made, every other byte stays; `--diff` shows it and changes nothing."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phoihop.text.diagnostic import Edit, Fix
from phoihop.text.source import Place
from phoihop.text.splice import changes, spliced

from .conftest import Run, plan_text

GOOD = plan_text("ma: A, ten: Việc thứ nhất, chu_tri: SYT, han: ngày 18/11/2026")

# What is wrong, and what stands there afterwards; the rest of the file is the same in both.
SAFE = [
    ("no-break-space", "ten: Việc\u00a0thứ nhất", "ten: Việc thứ nhất"),
    ("look-alike-letter", "ten: Việ\u0441 thứ nhất", "ten: Việc thứ nhất"),
    ("look-alike-letter", "ten: \u00d0ào tạo", "ten: Đào tạo"),
    ("stray-space", "ten: Việc  thứ nhất", "ten: Việc thứ nhất"),
    ("stray-space", 'ten: " Việc thứ nhất "', 'ten: "Việc thứ nhất"'),
    ("date-padding", "ten: Việc từ ngày 5/1/2026", "ten: Việc từ ngày 05/01/2026"),
    ("date-padding", "ten: Việc từ ngày 5 tháng 6 năm 2026", "ten: Việc từ ngày 05 tháng 6 năm 2026"),
    (
        "wrong-type",
        "ket_qua: [{ngay: 10/02/2026, van_ban: 1}], ten: x",
        "ket_qua: [{ngay: 2026-02-10, van_ban: 1}], ten: x",
    ),
    ("number-padding", "can_cu: [Kế hoạch số 5/KH-UBND], ten: x", "can_cu: [Kế hoạch số 05/KH-UBND], ten: x"),
    (
        "malformed-number",
        "can_cu: [Quyết định số 2361QĐTTg, Quyết định số 2361/QĐ-TTg], ten: x",
        "can_cu: [Quyết định số 2361/QĐ-TTg, Quyết định số 2361/QĐ-TTg], ten: x",
    ),
    ("not-nfc", unicodedata.normalize("NFD", "ten: Việc thứ nhất"), "ten: Việc thứ nhất"),
]
UNSAFE = [
    ("unknown-office", "ten: x, phoi_hop: [SGDT]", "ten: x, phoi_hop: [SGDDT]"),
    ("unknown-key", "ten: x, phoi_hopp: [SGDDT]", "ten: x, phoi_hop: [SGDDT]"),
    ("capital-letters", "ten: Ủy ban Nhân dân họp", "ten: Ủy ban nhân dân họp"),
]


def wrong(instead: str, ending: str = "\n") -> bytes:
    text = "# ghi chú của người soạn\n" + GOOD.replace("ten: Việc thứ nhất", instead)
    return text.replace("\n", ending).encode()


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("rule", "before", "after"), SAFE, ids=[f"{case[0]}-{n}" for n, case in enumerate(SAFE)])
def test_a_safe_fix_changes_what_is_wrong_and_no_other_byte(
    rule: str, before: str, after: str, ending: str, space: Path, run: Run
) -> None:
    path = space / "plans" / "kh.yaml"
    path.write_bytes(wrong(before, ending))
    found = run("validate", "--format", "json", "--today", "2026-06-30").json["diagnostics"]
    assert rule in {one["rule"] for one in found}
    shown = run("validate", "--diff", "--today", "2026-06-30")
    assert (shown.code, path.read_bytes()) == (1, wrong(before, ending))
    assert (shown.out.count("\n-"), shown.out.count("\n+")) == (1, 2), "one line is another"
    mended = run("validate", "--fix", "--today", "2026-06-30")
    assert path.read_bytes() == wrong(after, ending)
    assert mended.err == "plans/kh.yaml: 1 finding mended\n"
    again = run("validate", "--format", "json", "--today", "2026-06-30").json["diagnostics"]
    assert rule not in {one["rule"] for one in again}


@pytest.mark.parametrize(("rule", "before", "after"), UNSAFE, ids=[case[0] for case in UNSAFE])
def test_what_is_only_probably_right_needs_to_be_asked_for(
    rule: str, before: str, after: str, space: Path, run: Run
) -> None:
    path = space / "plans" / "kh.yaml"
    path.write_bytes(wrong(before))
    run("validate", "--fix")
    assert path.read_bytes() == wrong(before)
    run("validate", "--unsafe-fixes", "--diff")
    assert path.read_bytes() == wrong(before)
    run("validate", "--fix", "--unsafe-fixes")
    assert path.read_bytes() == wrong(after)


def test_a_byte_order_mark_goes(space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    run("validate", "--fix")
    assert path.read_bytes() == GOOD.encode()


def test_many_faults_of_one_line_are_mended_together(space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    path.write_bytes(wrong("ten: Việ\u0441\u00a0từ  ngày 5/1/2026"))
    run("validate", "--fix")
    assert path.read_bytes() == wrong("ten: Việc từ ngày 05/01/2026")


@pytest.mark.parametrize(
    "before",
    [
        'ten: "Việc\\u00a0thứ nhất"',  # an escape: the file does not hold what the value holds
        "ten: >\n          Việc  thứ\n          nhất\n       ",
        "ten: Việc thứ nhất # ngày 5/1/2026",
    ],
)
def test_what_does_not_fit_is_left_alone(before: str, space: Path, run: Run) -> None:
    text = GOOD.replace("{ma: A, ten: Việc thứ nhất, ", "ma: A\n        " + before + "\n        ").replace(
        "chu_tri: SYT, han: ngày 18/11/2026, san_pham: Báo cáo}", "chu_tri: SYT"
    )
    path = space / "plans" / "kh.yaml"
    path.write_text(text, encoding="utf-8")
    run("validate", "--fix")
    assert path.read_text(encoding="utf-8") == text


def test_only_what_is_selected_is_mended(space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    path.write_bytes(wrong("ten: Việc\u00a0từ ngày 5/1/2026"))
    run("validate", "--fix", "--select", "form")
    assert path.read_bytes() == wrong("ten: Việc\u00a0từ ngày 05/01/2026")
    run("validate", "--fix", "--ignore", "text")
    assert b"\xc2\xa0" in path.read_bytes()


def test_a_markdown_plan_is_mended_in_both_halves(space: Path, run: Run) -> None:
    path = space / "plans" / "kh.md"
    front = "---\nphoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Họp ngày 5/6/2026}\n---\n"
    before = front + "## Mục đích\n\nNgày họp là ngày 7/6/2026.\n"
    path.write_text(before, encoding="utf-8")
    run("validate", "--fix")
    assert path.read_text(encoding="utf-8") == before.replace("5/6", "05/6").replace("7/6", "07/6")


@given(
    st.text(alphabet="aă\u0103\u00a0 5/\n-:đ", max_size=60), st.integers(0, 60), st.integers(0, 8), st.text(max_size=5)
)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_splice_changes_its_range_and_nothing_else(text: str, start: int, size: int, new: str) -> None:
    """What an edit names is replaced if it stands there once; all else is the same text."""
    from phoihop.text.source import Source

    source = Source("", text)
    start = min(start, len(text))
    end = min(start + size, len(text))
    place: Place = source.place(start, end)
    old = text[start:end]
    wanted, fitting = changes(text, [Fix((Edit(place, old, new),))])
    after = spliced(text, wanted)
    assert after == (text[:start] + new + text[end:] if old else text)
    assert fitting == (1 if old else 0)


def test_fixes_that_touch_each_other_are_made_one_after_the_other() -> None:
    place = Place("", 1, 1, 1, 9)
    one, other = Fix((Edit(place, "abc", "x"),)), Fix((Edit(place, "cde", "y"),))
    wanted, fitting = changes("abcdefgh", [one, other])
    assert (spliced("abcdefgh", wanted), fitting) == ("xdefgh", 1)
