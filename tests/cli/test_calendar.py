"""`phoihop calendar`: what the notices say, and counting by the Civil Code."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run


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
