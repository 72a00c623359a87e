"""`phoihop calendar`: what the notices say, and counting by the Civil Code."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run, plan_text


@pytest.fixture(autouse=True)
def _anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_year_has_its_days_with_their_source(run: Run) -> None:
    found = run("calendar", "2026", "--format", "json").json
    assert set(found) == {"version", "year", "status", "days", "notes"}
    assert (found["year"], found["status"]) == (2026, "announced")
    days = {day["date"]: day for day in found["days"]}
    assert days["2026-01-10"] == {
        "date": "2026-01-10",
        "kind": "worked",
        "name": "làm bù cho ngày 02/01/2026",
        "source": "Công văn 12729/VPCP-KGVX",
    }
    assert days["2026-04-26"]["kind"] == "off", "a Sunday that carries a holiday"
    assert "23/11/2026" in found["notes"][0]


def test_a_month_has_only_its_days_and_notes(run: Run) -> None:
    assert [day["date"] for day in run("calendar", "2026", "--month", "8", "--format", "json").json["days"]] == [
        "2026-08-22",
        "2026-08-31",
    ]
    assert run("calendar", "2026", "--month", "8", "--format", "json").json["notes"] == []


@pytest.mark.parametrize(("year", "status"), [(2018, "announced"), (2027, "provisional"), (2045, "provisional")])
def test_whether_a_years_notice_is_out(year: int, status: str, run: Run) -> None:
    assert run("calendar", str(year), "--format", "json").json["status"] == status


@pytest.mark.parametrize(
    ("arguments", "result"),
    [
        (("2026-01-31", "--months", "1"), "2026-03-02"),
        (("2026-01-31", "--months", "1", "--roll", "none"), "2026-02-28"),
        (("2026-01-31", "--months", "1", "--roll", "back"), "2026-02-27"),
        (("2026-09-25", "--working-days", "15"), "2026-10-16"),
        (("2026-04-28", "--days", "3"), "2026-05-04"),
        (("2026-08-19", "--working-days", "3"), "2026-08-22"),
        (("25/02/2026", "--working-days", "-3"), "2026-02-13"),
        (("2024-02-29", "--years", "1"), "2025-02-28"),
        (("2026-01-05", "--weeks", "2"), "2026-01-19"),
        (("2026-01-05", "--days", "0"), "2026-01-05"),
    ],
)
def test_counting(arguments: tuple[str, ...], result: str, run: Run) -> None:
    found = run("calendar", "add", *arguments, "--format", "json").json
    assert set(found) == {"version", "start", "result", "provisional", "notes", "steps"}
    assert (found["result"], found["provisional"]) == (result, False)


def test_what_may_still_change_is_said(run: Run) -> None:
    found = run("calendar", "add", "2026-11-19", "--working-days", "3", "--format", "json").json
    assert (found["result"], found["provisional"]) == ("2026-11-25", True)
    assert "23/11/2026" in found["notes"][0]


def test_between(run: Run) -> None:
    found = run("calendar", "between", "2026-02-10", "2026-03-01", "--format", "json").json
    assert (found["days"], found["working_days"]) == (19, 8)
    assert run("calendar", "between", "2026-03-01", "2026-02-10", "--format", "json").json["working_days"] == -8


@pytest.mark.parametrize(
    "arguments",
    [
        ("1989",),
        ("2026", "--month", "13"),
        ("add", "2026-01-31"),
        ("add", "2026-01-31", "--days", "1", "--weeks", "1"),
        ("add", "31/02/2026", "--days", "1"),
        ("add", "2060-12-31", "--days", "1"),
        ("add", "2026-01-31", "--days", "99999999"),
        ("add", "2026-01-31", "--days", "1", "--roll", "sideways"),
        ("between", "2026-01-31", "soon"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], run: Run) -> None:
    assert run("calendar", *arguments).code == 2


def test_a_workspaces_own_days_count(tmp_path: Path, run: Run) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "lich.yaml").write_text(
        "phoihop: lich/1\nnam:\n  - {nam: 2026, nghi: [{ngay: 2026-06-10, ten: Ngày truyền thống, theo: 5/QĐ-UBND}]}\n",
        encoding="utf-8",
    )
    assert (
        run("calendar", "add", "2026-06-09", "--working-days", "1", "--format", "json").json["result"] == "2026-06-11"
    )
    assert "Ngày truyền thống (5/QĐ-UBND)" in run("calendar", "2026", "--month", "6").out


class TestImpact:
    """`calendar impact`: what a new notice moves, and whom to tell."""

    NOTICE = """\
phoihop: lich/1
nam:
  - nam: 2026
    hoan_doi: [{nghi: 2026-11-23, lam_bu: 2026-11-28, theo: Thông báo 1/TB-BNV}]
"""
    TASKS = (
        "ma: NV-01, ten: Khám, chu_tri: SYT, phoi_hop: [HAI-SO], han: ngày 22/11/2026",
        "ma: NV-02, ten: Họp, chu_tri: SGDDT, han: ngày 20/11/2026",
        "ma: NV-03, ten: Mời, chu_tri: SGDDT, han: chậm nhất 02 ngày làm việc trước ngày 25/11/2026",
        "ma: NV-04, ten: Xong, chu_tri: SGDDT, han: ngày 22/11/2026, ket_qua: [{ngay: 2026-11-19}]",
        "ma: NV-05, ten: Cũ, chu_tri: SGDDT, han: ngày 22/3/2026",
    )

    @pytest.fixture
    def notice(self, space: Path) -> Path:
        (space / "plans" / "kh.yaml").write_text(plan_text(*self.TASKS), encoding="utf-8")
        path = space / "thong-bao.yaml"
        path.write_text(self.NOTICE, encoding="utf-8")
        return path

    def test_it_lists_what_moves_and_for_whom(self, notice: Path, run: Run) -> None:
        found = run("calendar", "impact", str(notice), "--today", "2026-11-02", "--format", "json").json
        moves = [
            (one["id"], one["old_due"], one["new_due"], one["working_days"], one["tell"]) for one in found["moves"]
        ]
        assert moves == [
            ("NV-03", "2026-11-20", "2026-11-19", -1, ["SGDDT"]),
            ("NV-01", "2026-11-23", "2026-11-25", 1, ["SYT", "SGDDT"]),
        ]
        assert found["unmoved"] == 1
        text = run("calendar", "impact", str(notice), "--today", "2026-11-02").out
        assert "Monday 23/11/2026 -> Wednesday 25/11/2026 (1 working day later)" in text
        assert "tell: Sở Y tế; Sở Giáo dục và Đào tạo" in text

    def test_a_notice_that_is_in_the_workspace_already(self, notice: Path, space: Path, run: Run) -> None:
        aside = run("calendar", "impact", str(notice), "--today", "2026-11-02").out
        notice.rename(space / "plans" / "lich.yaml")
        assert run("calendar", "impact", "plans/lich.yaml", "--today", "2026-11-02").out == aside

    def test_a_year_that_becomes_certain(self, notice: Path, run: Run) -> None:
        plan = notice.parent / "plans" / "kh.yaml"
        text = plan_text("ma: NV-01, ten: Họp, chu_tri: SYT, han: ngày 10/5/2027").replace("den: 2026", "den: 2027")
        plan.write_text(text, encoding="utf-8")
        notice.write_text(
            "phoihop: lich/1\nnam:\n  - nam: 2027\n    trang_thai: cong-bo\n    thong_bao: [Thông báo 2/TB-BNV]\n"
            "    nghi: [{ngay: 2027-01-01, ten: Tết Dương lịch}]\n",
            encoding="utf-8",
        )
        found = run("calendar", "impact", str(notice), "--today", "2026-11-02", "--format", "json").json
        assert (found["moves"], found["unmoved"], found["settled"]) == ([], 1, 1)

    @pytest.mark.parametrize(("name", "code"), [("plans/kh.yaml", 1), ("nope.yaml", 3), ("plans", 3)])
    def test_a_file_that_is_no_notice(self, notice: Path, run: Run, name: str, code: int) -> None:
        result = run("calendar", "impact", name)
        assert (result.code, result.out) == (code, "")
