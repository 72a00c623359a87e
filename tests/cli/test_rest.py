"""`phoihop record --suspend`, `--resume`: what rests by a document is neither due nor overdue, but counted apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import Run, plan_text

DAY = ("--today", "2026-06-20")
MONTHLY = "ma: A, ten: Báo cáo tháng, chu_tri: SYT, han: ngày 05 hằng tháng"
ONCE = "ma: B, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/6/2026"
LATER = "ma: C, ten: Việc sau, chu_tri: SYT, han: trước ngày 15/9/2026"
ALWAYS = "ma: F, ten: Tuyên truyền, chu_tri: SYT, han: thường xuyên"
REPORT = (
    "ma: R, ten: Báo cáo quý, loai: bao-cao, chu_tri: SYT, han: ngày 20 tháng cuối quý, "
    "chuoi: [{ma: R-1, ten: Số liệu, chu_tri: SGDDT, truoc: 2}]"
)
SUSPEND = ("--suspend", "--by-document", "12/CV-UBND")


@pytest.fixture
def plan(space: Path) -> Path:
    path = space / "plans" / "kh.yaml"
    path.write_text(plan_text(MONTHLY, ONCE, LATER, ALWAYS, reviews=(REPORT,)), encoding="utf-8")
    return path


def ids(run: Run, day: str, *options: str) -> list[str]:
    """What `due` lists of the year on a day: "A 6" is the sixth time of A."""
    found = run("due", "--from", "2026-01-01", "--to", "2026-12-31", "--format", "json", "--today", day, *options).json
    return [f"{item['id']} {item['occurrence']}{'!' if item['days_left'] < 0 else ''}" for item in found["items"]]


def classes(run: Run, day: str, duty: str = "A") -> str:
    """The class of each time of a duty: T in time, L overdue, s suspended."""
    found = run("status", "--period", "2026", "--format", "json", "--today", day).json
    items = [*found["items"], *found.get("suspended", [])]
    signs = {"open-in-time": "T", "open-overdue": "L", "suspended": "s", "done-on-time": "D", "done-late": "D"}
    return "".join(signs[item["status"]] for item in sorted(items, key=lambda one: one["due"]) if item["id"] == duty)


def rest(plan: Path, text: str, duty: str = "A") -> None:
    """Write a suspension by hand."""
    old = f"{{ma: {duty}, "
    plan.write_text(plan.read_text("utf-8").replace(old, f"{old}tam_dung: [{text}], "), encoding="utf-8")


# Of the monthly task, and of the one that is due on 12/6/2026, by the day that is called today.
@pytest.mark.parametrize(
    ("said", "day", "monthly", "once"),
    [
        ("{tu: 2026-03-01}", "2026-02-20", "LLssssssssss", "s"),  # decided, and not yet begun
        ("{tu: 2026-03-01}", "2026-03-01", "ssssssssssss", "s"),  # nothing is asked for while it lasts
        ("{tu: 2026-03-01}", "2026-06-20", "ssssssssssss", "s"),
        ("{tu: 2026-03-01, den: 2026-06-14}", "2026-06-14", "ssssssTTTTTT", "s"),
        ("{tu: 2026-03-01, den: 2026-06-14}", "2026-06-15", "LLssssTTTTTT", "L"),
        ("{tu: 2026-03-01, den: 2026-06-11}", "2026-06-12", "LLssssTTTTTT", "T"),  # it was not due while it rested
        ("{tu: 2026-06-13}", "2026-06-12", "LLLLLLssssss", "T"),
        ("{tu: 2026-06-13}", "2026-06-13", "ssssssssssss", "s"),  # overdue before, and at rest now
        ("{tu: 2026-02-01, den: 2026-02-28}, {tu: 2026-04-01, den: 2026-04-30}", "2026-06-20", "LsLsLLTTTTTT", "L"),
    ],
)
def test_what_rests_is_in_no_class(said: str, day: str, monthly: str, once: str, plan: Path, run: Run) -> None:
    rest(plan, said)
    rest(plan, said, "B")
    assert (classes(run, day), classes(run, day, "B")) == (monthly, once)
    listed = ids(run, day)
    asked_for = [f"A {number}" for number, sign in enumerate(monthly, 1) if sign != "s"]
    assert [one.rstrip("!") for one in listed if one[0] == "A"] == asked_for
    assert ("B 1!" in listed, "B 1" in listed) == (once == "L", once == "T")
    assert run("validate", "--today", "2026-12-31").code == 0


def test_what_was_done_at_rest_is_done(plan: Path, run: Run) -> None:
    rest(plan, "{tu: 2026-03-01}")
    assert run("record", "A", "--occurrence", "4", "--on", "2026-04-06", *DAY).code == 0
    assert classes(run, "2026-06-20") == "sssDssssssss"


def test_the_first_open_time_is_one_that_did_not_rest(plan: Path, run: Run) -> None:
    rest(plan, "{tu: 2026-01-01, den: 2026-04-30}")
    assert "(tháng 5/2026): done on 20/6/2026" in run("record", "A", *DAY).out


def test_the_figures_leave_it_out_and_say_so(plan: Path, run: Run) -> None:
    before = run("status", "--period", "quý II/2026", "--format", "json", *DAY).json
    assert "suspended" not in before
    assert run("record", "A", *SUSPEND, "--on", "2026-05-01", *DAY).code == 0
    found = run("status", "--period", "quý II/2026", "--format", "json", *DAY).json
    assert before["figures"]["total"] - found["figures"]["total"] == 3
    assert [item["due"] for item in found["suspended"]][-2:] == ["2026-05-05", "2026-06-05"]
    assert {item["days_late"] for item in found["suspended"]} == {0}
    assert found["suspended"][0]["suspension"] == {
        "since": "2026-05-01",
        "until": None,
        "document": "12/CV-UBND",
        "note": "",
    }
    plain = run("status", "--period", "quý II/2026", *DAY).out.splitlines()
    assert "6 times are suspended and in no class" in plain
    assert "kh/A: suspended since 01/05/2026, by 12/CV-UBND: Báo cáo tháng" in plain


def test_due_and_why_tell_since_when_and_by_what(plan: Path, run: Run) -> None:
    result = run("record", "B", *SUSPEND, "--on", "10/6/2026", "--note", "chờ sắp xếp", "--by", "SYT", *DAY)
    assert result.out == "kh/B: suspended from 10/6/2026 on, by 12/CV-UBND\n"
    told = run("due", "--week", *DAY).out
    assert "kh/B: suspended since 10/06/2026, by 12/CV-UBND: Khám sức khỏe" in told.splitlines()
    json = run("due", "--week", "--format", "json", *DAY).json
    assert [one["id"] for one in json["suspended"]] == ["B"]
    assert "suspended" not in run("due", "--week", "--office", "SGDĐT", "--format", "json", *DAY).json
    assert "Tạm dừng từ ngày 10/6/2026 theo 12/CV-UBND (chờ sắp xếp)" in run("why", "B", *DAY).out.splitlines()
    assert run("why", "B", "--format", "json", *DAY).json["suspensions"][0]["since"] == "2026-06-10"


def test_it_goes_on_and_what_is_done_once_is_asked_for_again(plan: Path, run: Run) -> None:
    assert run("record", "B", *SUSPEND, "--on", "2026-06-10", *DAY).code == 0
    result = run("record", "B", "--resume", "--on", "2026-06-18", *DAY)
    assert result.out.splitlines() == [
        "kh/B: goes on from 18/6/2026, after it rested since 10/6/2026",
        "kh/B: it was due on 12/6/2026, and is overdue now; --extend puts its deadline off",
    ]
    assert "tam_dung: [{tu: 2026-06-10, van_ban: 12/CV-UBND, den: 2026-06-17}]" in plan.read_text("utf-8")
    assert "B 1!" in ids(run, "2026-06-20")
    assert run("record", "A", *SUSPEND, "--on", "2026-06-01", *DAY).code == 0
    assert run("record", "A", "--resume", *DAY).out == "kh/A: goes on from 20/6/2026, after it rested since 01/6/2026\n"


def test_undo_gives_the_file_back(plan: Path, run: Run) -> None:
    start = plan.read_bytes()
    assert run("record", "A", *SUSPEND, "--on", "2026-06-01", *DAY).code == 0
    middle = plan.read_bytes()
    assert run("record", "A", "--resume", *DAY).code == 0
    refused = run("record", "A", "--suspend", "--undo", *DAY)
    assert (refused.code, "take that back first" in refused.err) == (1, True)
    assert run("record", "A", "--resume", "--undo", *DAY).out == "kh/A: it rests on, since 01/6/2026\n"
    assert plan.read_bytes() == middle
    assert run("record", "A", "--suspend", "--undo", *DAY).code == 0
    assert plan.read_bytes() == start


def test_lines_of_their_own_are_written_where_the_file_has_them(space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    task = "      - ma: A   # nhớ\n        ten: Việc\n        chu_tri: SYT\n        han: ngày 05 hằng tháng\n"
    task += "        san_pham: x\n        tam_dung:\n          - tu: 2026-02-01\n            den: 2026-02-28\n"
    path.write_text(plan_text().replace("      []\n", task), encoding="utf-8")
    start = path.read_text("utf-8")
    assert run("record", "A", *SUSPEND, "--on", "2026-05-01", *DAY).code == 0
    assert run("record", "A", "--resume", *DAY).code == 0
    added = "          - tu: 2026-05-01\n            van_ban: 12/CV-UBND\n            den: 2026-06-19\n"
    assert path.read_text("utf-8") == start.replace("den: 2026-02-28\n", f"den: 2026-02-28\n{added}")


def test_what_feeds_a_report_rests_with_it(plan: Path, run: Run) -> None:
    assert run("record", "R", *SUSPEND, "--on", "2026-04-01", *DAY).code == 0
    assert (classes(run, "2026-06-20", "R"), classes(run, "2026-06-20", "R-1")) == ("ssss", "ssss")
    refused = run("record", "R-1", *SUSPEND, *DAY)
    assert (refused.code, "rests with it" in refused.err) == (1, True)
    assert run("record", "R", "--resume", *DAY).code == 0
    assert run("record", "R", "--resume", "--undo", *DAY).code == 0
    assert run("record", "R", "--suspend", "--undo", *DAY).code == 0


AFTER = "ma: {0}, ten: Sau đó, chu_tri: SGDDT, moc: {1}, han: chậm nhất 05 ngày làm việc kể từ {2}"


def test_what_counts_from_it_rests_with_it(plan: Path, run: Run) -> None:
    chained = (AFTER.format("X", "B", "ngày hoàn thành"), AFTER.format("Y", "X", "ngày hoàn thành"))
    due = AFTER.format("Z", "B", "ngày đến hạn")
    plan.write_text(plan_text(ONCE, *chained, due), encoding="utf-8")
    day = ("--today", "2026-07-20")
    overdue = ids(run, "2026-07-20")
    assert overdue == ["B 1!", "X 1!", "Z 1!", "Y 1!"]
    assert run("record", "B", *SUSPEND, *day).code == 0
    assert ids(run, "2026-07-20") == ["Z 1!"]
    assert [classes(run, "2026-07-20", one) for one in "BXYZ"] == ["s", "s", "s", "L"]
    told = run("due", "--from", "2026-01-01", "--to", "2026-12-31", *day).out
    assert [f"kh/{one}: suspended since" in told for one in "BXYZ"] == [True, True, True, False]
    assert run("record", "B", "--on", "2026-07-01", *day).code == 0
    assert [classes(run, "2026-07-20", one) for one in "BXYZ"] == ["D", "L", "L", "L"]


def test_a_past_day_knows_no_later_extension(plan: Path, run: Run) -> None:
    plan.write_text(plan_text(ONCE), encoding="utf-8")
    put_off = ("record", "B", "--extend", "trước ngày 15/8/2026", "--by-document", "45/CV-UBND", "--on", "2026-06-30")
    assert run(*put_off, "--today", "2026-07-20").code == 0
    assert [classes(run, day, "B") for day in ("2026-06-29", "2026-06-30", "2026-07-20")] == ["L", "T", "T"]
    assert [ids(run, day) for day in ("2026-06-29", "2026-06-30")] == [["B 1!"], ["B 1"]]
    # The month before is counted as it was then, a month ago: overdue by the deadline that stood.
    july = run("status", "--period", "2026-07", "--format", "json", "--today", "2026-07-25").json
    assert july["trend"]["before"]["open_overdue"] == 1


def test_work_without_a_date_rests_too(plan: Path, run: Run) -> None:
    assert run("due", "--format", "json", *DAY).json["undated"] == 1
    assert run("record", "F", *SUSPEND, *DAY).code == 0
    assert run("due", "--format", "json", *DAY).json["undated"] == 0


def test_a_calendar_says_it_and_reminds_nobody(plan: Path, run: Run) -> None:
    assert run("record", "C", *SUSPEND, *DAY).code == 0
    events = run("export", "--to", "ics", "-o", "-", *DAY).out.split("BEGIN:VEVENT")
    (mine,) = (event for event in events if "Tạm dừng: " in event)
    assert "Việc sau" in mine
    assert "VALARM" not in mine
    assert "12/CV-UBND" in mine.replace("\r\n ", "")


def test_papers_count_it_apart(plan: Path, run: Run) -> None:
    assert run("record", "C", *SUSPEND, *DAY).code == 0
    for kind, word in (("bang-theo-doi", "Tạm dừng theo 12/CV-UBND"), ("bao-cao", "không tính trong số trên: 1")):
        result = run("render", "kh", "--as", kind, "--to", "md", "-o", "-", *DAY)
        assert result.code == 0, result.err
        assert word in result.out


def test_a_reply_sheet_does_not_ask_for_it(plan: Path, run: Run) -> None:
    import openpyxl

    assert run("export", "--to", "xlsx", "--office", "SYT", "-o", "p.xlsx", *DAY).code == 0
    book = openpyxl.load_workbook("p.xlsx")
    codes = [row[14].value for row in book.active.iter_rows()]
    book.active.cell(codes.index("B") + 1, 9).value = "12/6/2026"
    book.save("p.xlsx")
    assert run("record", "B", *SUSPEND, *DAY).code == 0
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (result.code, "it is suspended since 20/6/2026" in result.err) == (1, True), result.err
    assert run("export", "--to", "xlsx", "--office", "SYT", "-o", "q.xlsx", *DAY).code == 0
    row: list[Any] = list(openpyxl.load_workbook("q.xlsx").active[codes.index("B") + 1])
    assert row[3].value == "trước ngày 15/6/2026; Tạm dừng từ ngày 20/6/2026 theo 12/CV-UBND"
    assert all(cell.protection.locked for cell in row)


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        (("B", "--suspend"), 2, "--by-document"),
        (("B", *SUSPEND, "--on", "2025-12-01"), 2, "the plan begins"),
        (("B", *SUSPEND, "--resume"), 2, "--resume does not go with --suspend"),
        (("B", *SUSPEND, "--extend", "trước ngày 01/8/2026"), 2, "--suspend does not go with --extend"),
        (("B", *SUSPEND, "--evidence", "1/X"), 2, "--evidence does not go with --suspend"),
        (("B", *SUSPEND, "--undo"), 2, "--by-document does not go with --undo"),
        (("B", "--suspend", "--undo"), 1, "is not suspended"),
        (("B", "--resume"), 1, "is not suspended"),
        (("B", "--resume", "--undo"), 1, "is not suspended"),
        (("A", *SUSPEND), 1, "is suspended since 01/5/2026 already"),
        (("A", "--resume", "--on", "2026-05-01"), 2, "rests since 01/5/2026 only"),
        (("A", "--resume", "--note", "x"), 2, "--note does not go with --resume"),
        (("A", "--resume", "--undo"), 1, "was not resumed"),
        (("C", *SUSPEND, "--on", "2026-03-31"), 2, "was suspended until 31/3/2026"),
    ],
)
def test_a_mistake_is_refused_and_writes_nothing(
    args: tuple[str, ...], code: int, word: str, plan: Path, run: Run
) -> None:
    rest(plan, "{tu: 2026-05-01}")
    rest(plan, "{tu: 2026-03-01, den: 2026-03-31}", "C")
    before = plan.read_bytes()
    result = run("record", *args, *DAY)
    assert (result.code, word in result.err) == (code, True), result.err
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "rule"),
    [("{tu: 2026-03-10, den: 2026-03-01}", "period-order"), ("{tu: 2026-03-10, co_quan: XX}", "unknown-office")],
)
def test_validate_finds_what_cannot_be(text: str, rule: str, plan: Path, run: Run) -> None:
    rest(plan, text)
    assert f"[{rule}]" in run("validate", *DAY).out


def test_a_result_of_work_that_rests_names_its_time(plan: Path, run: Run) -> None:
    rest(plan, "{tu: 2026-01-01}")
    before = plan.read_bytes()
    result = run("record", "A", "--on", "2026-06-15", *DAY)
    assert (result.code, plan.read_bytes()) == (1, before)
    assert "A is suspended since 01/01/2026; --resume lets it go on, or --occurrence names" in result.err
    assert run("record", "A", "--on", "2026-06-15", "--occurrence", "tháng 6/2026", *DAY).code == 0


def test_all_suspensions_that_last_end_together(plan: Path, run: Run) -> None:
    # Two people let it rest, each in a branch, and the branches were merged.
    rest(plan, "{tu: 2026-03-01, van_ban: 1/CV}, {tu: 2026-04-01, van_ban: 2/CV}")
    before = plan.read_bytes()
    early = run("record", "A", "--resume", "--on", "2026-03-20", *DAY)
    assert (early.code, "rests since 01/4/2026 only" in early.err) == (2, True)
    result = run("record", "A", "--resume", "--on", "2026-06-01", *DAY)
    assert (result.code, result.out) == (0, "kh/A: goes on from 01/6/2026, after it rested since 01/3/2026\n")
    assert plan.read_text("utf-8").count("den: 2026-05-31") == 2
    assert "A 6!" in ids(run, "2026-06-20")
    assert run("record", "A", "--resume", "--undo", *DAY).code == 0
    assert plan.read_bytes() == before


def test_a_first_suspension_without_end_is_ended_too(plan: Path, run: Run) -> None:
    rest(plan, "{tu: 2026-03-01}, {tu: 2026-04-01, den: 2026-04-30}")
    assert run("record", "A", "--resume", "--on", "2026-06-01", *DAY).code == 0
    assert "tam_dung: [{tu: 2026-03-01, den: 2026-05-31}, {tu: 2026-04-01, den: 2026-04-30}]" in plan.read_text("utf-8")


def test_work_that_will_go_on_is_not_overdue_yet(plan: Path, run: Run) -> None:
    assert run("record", "C", "--suspend", "--by-document", "1/CV", "--on", "2026-09-01", *DAY).code == 0
    result = run("record", "C", "--resume", "--on", "2026-10-01", *DAY)
    assert "C: it is due on 14/9/2026, and will be overdue when it goes on" in result.out, result.out
