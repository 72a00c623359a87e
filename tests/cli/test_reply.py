"""The loop with an office that has only a spreadsheet: `export --to xlsx`, a person fills cells, `record --from`.

The person is openpyxl: it opens the workbook, writes into cells, and saves it in its own way.
"""

from __future__ import annotations

import contextlib
import csv
import io
import random
import re
import shlex
import subprocess
import unicodedata
import warnings
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from time import monotonic
from typing import Any

import openpyxl
import pytest

from .conftest import Run, plan_text

DAY = ("--today", "2026-06-20")
MONTHLY = "ma: A, ten: Báo cáo tháng, chu_tri: SYT, phoi_hop: [SGDDT], han: ngày 05 hằng tháng"
ONCE = "ma: B, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/6/2026, san_pham: Báo cáo khám"
DONE = "ma: C, ten: Xong rồi, chu_tri: SYT, han: ngày 20/3/2026, ket_qua: [{ngay: 2026-03-18, van_ban: 12/BC-SYT}]"
TOGETHER = "ma: D, ten: Kiểm tra chung, chu_tri: HAI-SO, han: trước ngày 30/6/2026"
OTHER = "ma: E, ten: Việc của giáo dục, chu_tri: SGDDT, han: trước ngày 15/6/2026"
ALWAYS = "ma: F, ten: Tuyên truyền, chu_tri: SYT, han: thường xuyên"
TASKS = (MONTHLY, ONCE, DONE, TOGETHER, OTHER, ALWAYS)
HEAD = 4  # the row of the heads


@pytest.fixture
def plan(space: Path) -> Path:
    path = space / "plans" / "kh.yaml"
    path.write_text(plan_text(*TASKS), encoding="utf-8")
    return path


@pytest.fixture
def sheet(plan: Path, run: Run) -> Path:
    """The sheet of the health department."""
    result = run("export", "--to", "xlsx", "--office", "SYT", "-o", "p.xlsx", *DAY)
    assert (result.code, result.out) == (0, "p.xlsx\n"), result.err
    return Path("p.xlsx")


Fill = Callable[..., None]


def columns(sheet: Any) -> dict[str, int]:
    return {cell.value: cell.column for row in sheet.iter_rows(max_row=HEAD) for cell in row if cell.value}


def rows_of(sheet: Any, duty: str) -> list[int]:
    column = columns(sheet)["Mã nhiệm vụ"]
    return [row for row in range(HEAD + 1, sheet.max_row + 1) if sheet.cell(row, column).value == duty]


def fill(path: Path, *rows: tuple[str, dict[str, Any]], number: int = 1) -> None:
    """Fill cells of the N-th row of some duties, and save."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    for duty, cells in rows:
        for sheet in book:
            if found := rows_of(sheet, duty):
                for head, value in cells.items():
                    sheet.cell(found[number - 1], columns(sheet)[head]).value = value
    book.save(path)


def done(day: Any = date(2026, 6, 12), document: Any = "20/BC-SYT", **more: Any) -> dict[str, Any]:
    names = {"note": "Ghi chú", "reason": "Lý do chậm"}
    return {"Ngày hoàn thành": day, "Văn bản": document, **{names[key]: value for key, value in more.items()}}


# ------------------------------------------------------------------ the sheet that is sent


def test_a_sheet_has_what_the_office_leads(sheet: Path) -> None:
    book = openpyxl.load_workbook(sheet)
    assert book.sheetnames == ["SYT"]
    (page,) = book
    heads = columns(page)
    duties = [page.cell(row, heads["Mã nhiệm vụ"]).value for row in range(HEAD + 1, page.max_row + 1)]
    assert duties == ["A", "A", "A", "C", "A", "A", "A", "B", "D", *["A"] * 6, "F"]
    (row,) = rows_of(page, "D")
    said = {head: page.cell(row, column).value for head, column in heads.items()}
    assert said["Thời hạn"] == "trước ngày 30/6/2026"
    assert said["Ngày đến hạn"].date() == date(2026, 6, 29)
    assert said["Vai trò"] == "Cùng chủ trì (Hai Sở)"
    assert page.cell(rows_of(page, "A")[0], heads["Phối hợp"]).value == "Sở Giáo dục và Đào tạo"
    assert page.cell(rows_of(page, "B")[0], heads["Sản phẩm"]).value == "Báo cáo khám"
    assert page["A1"].value == "PHIẾU BÁO KẾT QUẢ THỰC HIỆN: Sở Y tế"


def test_only_the_cells_to_be_filled_can_be_edited(sheet: Path) -> None:
    (page,) = openpyxl.load_workbook(sheet)
    heads = columns(page)
    assert page.protection.sheet
    open_cells = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    filled = [heads[name] for name in ("Ngày hoàn thành", "Văn bản", "Ghi chú", "Lý do chậm")]
    assert all(page[name].column in filled for name in open_cells)
    assert len(open_cells) == 4 * 15  # every row but the one that is done
    locked = page.cell(rows_of(page, "C")[0], heads["Ngày hoàn thành"])
    assert (locked.value.date(), locked.protection.locked) == (date(2026, 3, 18), True)
    for name in ("Mã cơ quan", "Dấu đối chiếu"):
        letter = page.cell(HEAD, heads[name]).column_letter
        assert any(
            about.hidden and about.min <= heads[name] <= about.max for about in page.column_dimensions.values()
        ), letter
    kinds = {(one.type, one.operator, one.formula2) for one in page.data_validations.dataValidation}
    assert kinds == {("date", None, "TODAY()"), ("textLength", "lessThanOrEqual", None)}
    assert (page.freeze_panes, page.print_title_rows) == ("C5", "$4:$4")
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)


def test_twice_the_same_and_only_its_own_file_is_overwritten(sheet: Path, run: Run) -> None:
    first = sheet.read_bytes()
    again = ("export", "--to", "xlsx", "--office", "SYT", "-o", "p.xlsx", *DAY)
    assert run(*again).code == 0
    assert sheet.read_bytes() == first
    fill(sheet, ("B", done()))
    refused = run(*again)
    assert (refused.code, "--force" in refused.err) == (3, True)


def test_a_group_counts_as_its_members(plan: Path, run: Run) -> None:
    result = run("export", "--to", "xlsx", "--office", "HAI-SO", *DAY)
    assert result.out == "build/phieu-HAI-SO.xlsx\n"
    assert openpyxl.load_workbook("build/phieu-HAI-SO.xlsx").sheetnames == ["SYT", "SGDDT"]
    both = run("export", "--to", "xlsx", "--office", "SGDĐT", "--office", "SYT", "--plan", "kh", *DAY)
    assert both.out == "build/phieu-kh-SGDĐT-SYT.xlsx\n"
    assert openpyxl.load_workbook("build/phieu-kh-SGDĐT-SYT.xlsx").sheetnames == ["SGDDT", "SYT"]


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        (("--to", "xlsx"), 2, "--office"),
        (("--to", "xlsx", "--office", "SNV"), 2, "may be SNV-A, SNV-B"),
        (("--to", "xlsx", "--office", "XX"), 2, 'no office "XX"'),
        (("--to", "xlsx", "--office", "SNV-A"), 1, "nothing to fill in"),
        (("--to", "csv", "--office", "SYT", "--remind", "3"), 2, "--to ics"),
        (("--to", "csv", "--office", "SYT", "--plan", "xx"), 2, 'no plan "xx"'),
        (("--to", "ods", "--office", "SYT"), 2, "ics, xlsx, csv"),
    ],
)
def test_a_sheet_for_nobody_is_refused(args: tuple[str, ...], code: int, word: str, plan: Path, run: Run) -> None:
    result = run("export", *args, *DAY)
    assert (result.code, word in result.err) == (code, True), result.err
    assert not Path("build").exists()


HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x", "_x0041_")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_text_is_never_a_formula_and_comes_back_as_it_was(text: str, form: str, space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    result = f"ket_qua: [{{ngay: 2026-03-18, van_ban: '{text}', ghi_chu: '{text}'}}]"
    path.write_text(plan_text(f"ma: A, ten: '{text}', chu_tri: SYT, han: ngày 12/3/2026, {result}"), encoding="utf-8")
    assert run("export", "--to", form, "--office", "SYT", "-o", f"p.{form}", *DAY).code == 0
    if form == "xlsx":
        (page,) = openpyxl.load_workbook("p.xlsx")
        assert all(cell.data_type != "f" and cell.hyperlink is None for row in page.iter_rows() for cell in row)
    else:
        table = list(csv.reader(Path("p.csv").read_text("utf-8-sig").splitlines()))
        assert table[1][1] == (text if text[0] in "h_" else f"'{text}")
    back = run("record", "--from", f"p.{form}", "--yes", *DAY)
    assert (back.code, back.out) == (0, "0 results to be recorded; 1 known already, 0 left, 0 refused\n")


# ------------------------------------------------------------------ the sheet that comes back


def test_what_was_filled_is_recorded(sheet: Path, plan: Path, run: Run) -> None:
    fill(sheet, ("B", done(reason="chờ kinh phí", note="đủ: 3 trường")), ("F", done("01/6/2026", "")))
    fill(sheet, ("A", done("2026-03-04", 31)), number=3)
    shown = run("record", "--from", "p.xlsx", "--dry-run", *DAY)
    assert shown.code == 0
    assert shown.out.splitlines() == [
        "SYT!I7\tkh/A\tBáo cáo tháng (tháng 3/2026)\t04/03/2026\t31\ttheo p.xlsx\tin time",
        "SYT!I12\tkh/B\tKhám sức khỏe\t12/06/2026\t20/BC-SYT\t"
        "đủ: 3 trường; Lý do chậm: chờ kinh phí; theo p.xlsx\tin time",
        "SYT!I20\tkh/F\tTuyên truyền\t01/06/2026\t\ttheo p.xlsx\t",
        "3 results to be recorded; 1 known already, 0 left, 0 refused",
    ]
    assert "31" not in plan.read_text("utf-8").split("chu_tri")[1]
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (result.code, result.out.splitlines()[-1]) == (0, "3 results recorded; 1 known already, 0 left, 0 refused")
    text = plan.read_text("utf-8")
    note = '"đủ: 3 trường; Lý do chậm: chờ kinh phí; theo p.xlsx"'
    assert f"ket_qua: [{{ngay: 2026-06-12, van_ban: 20/BC-SYT, co_quan: SYT, ghi_chu: {note}}}]" in text
    assert '{ngay: 2026-03-04, van_ban: "31", ky: tháng 3/2026, co_quan: SYT, ghi_chu: theo p.xlsx}' in text
    assert run("validate", *DAY).code == 0
    again = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (again.code, again.out) == (0, "0 results to be recorded; 4 known already, 0 left, 0 refused\n")


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 6, 12),
        datetime(2026, 6, 12, 14, 30),  # noqa: DTZ001
        "12/6/2026",
        "12.06.2026",
        "12-6-2026",
        "2026-06-12",
        "  12/06/2026 ",
        "ngày 12 tháng 6 năm 2026",
        "nga\u0300y 12 tha\u0301ng 6 na\u0306m 2026",
        "12/6/2026\u200b",
        "2026-06-12 00:00:00",
    ],
)
def test_a_day_is_read_in_the_forms_that_people_use(day: Any, sheet: Path, plan: Path, run: Run) -> None:
    fill(sheet, ("B", done(day)))
    assert run("record", "--from", "p.xlsx", "--yes", *DAY).code == 0
    assert "{ngay: 2026-06-12, van_ban: 20/BC-SYT" in plan.read_text("utf-8")


def test_texts_come_in_one_composed_line(sheet: Path, plan: Path, run: Run) -> None:
    note = unicodedata.normalize("NFD", "Hoàn thành\nđợt 1\u00a0và\u202e 2\u200b")
    fill(sheet, ("B", done(note=note)))
    assert run("record", "--from", "p.xlsx", "--yes", *DAY).code == 0
    assert "ghi_chu: Hoàn thành đợt 1 và 2; theo p.xlsx" in plan.read_text("utf-8")


@pytest.mark.parametrize(
    ("cells", "at", "word"),
    [
        (done("21/6/2026"), "I", "21/6/2026 is in the future"),
        (done("31/12/2025"), "I", "is before the plan, which begins on 01/01/2026"),
        (done("31/6/2026"), "I", "31/6/2026 does not exist"),
        (done("12/6"), "I", '"12/6" is not a date'),
        (done("12/6/26"), "I", "is not a date"),
        (done("hôm qua"), "I", "is not a date"),
        (done(20260612), "I", ""),
        (done(time(8, 30)), "I", "neither a text nor a date"),
        (done(True), "I", "neither a text nor a date"),
        (done("=TODAY()"), "I", "a formula"),
        (done(document="=1+1"), "J", "a formula"),
        (done(document="='[1]Sheet1'!A1"), "J", "a formula"),
        (done(document="#REF!"), "J", "an error value"),
        (done(document=date(2026, 2, 1)), "J", "a date (01/02/2026) where a text is meant"),
        (done(None), "J", "a document without the day"),
        (done(note="x" * 501), "K", "longer than 500"),
        (done() | {"Số kỳ": "x"}, "P", "does not say what it is of"),
        (done() | {"Số kỳ": "=1"}, "P", "a formula"),
        (done() | {"Mã nhiệm vụ": "=1"}, "O", "a formula"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_written(
    cells: dict[str, Any], at: str, word: str, sheet: Path, plan: Path, run: Run
) -> None:
    before = plan.read_bytes()
    fill(sheet, ("B", {key: value for key, value in cells.items() if key != "Mã nhiệm vụ"}))
    fill(sheet, ("D", done("19/6/2026")))
    fill(sheet, ("B", cells))
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert result.code == 1
    assert f"SYT!{at}12: refused: " in result.err
    assert word in result.err
    assert plan.read_bytes() == before
    rest = run("record", "--from", "p.xlsx", "--yes", "--skip-errors", *DAY)
    assert (rest.code, "1 result recorded" in rest.out) == (1, True)
    assert "2026-06-19" in plan.read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("han: trước ngày 15/6/2026, san", "han: trước ngày 20/6/2026, san", "“trước ngày 20/6/2026”, 19/6/2026"),
        ("ma: B,", "ma: B2,", "there is no task B in kh (any more)"),
        ("chu_tri: SYT, han: trước ngày 15/6/2026", "chu_tri: SGDDT, han: trước ngày 15/6/2026", "SYT does not lead"),
        ("san_pham: Báo cáo khám", "ket_qua: [{ngay: 2026-06-01, van_ban: 9/X}]", "on 01/6/2026 (9/X)"),
        ("han: trước ngày 15/6/2026, san", "san", "has changed since"),
    ],
)
def test_a_row_that_the_plan_moved_away_from_is_left(
    old: str, new: str, word: str, sheet: Path, plan: Path, run: Run
) -> None:
    fill(sheet, ("B", done()), ("D", done("19/6/2026")))
    plan.write_text(plan.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert result.code == 1
    assert "SYT!I12: left as it is: " in result.err
    assert word in result.err
    assert "2026-06-19" in plan.read_text("utf-8")
    assert "2026-06-12" not in plan.read_text("utf-8")


def test_a_plan_that_is_gone_is_told(sheet: Path, plan: Path, run: Run) -> None:
    fill(sheet, ("B", done()))
    plan.rename(plan.with_name("kh2.yaml"))
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (result.code, result.err.count("there is no plan kh here")) == (1, 2)


def test_a_row_that_was_sent_as_done_comes_back_in_silence(plan: Path, run: Run) -> None:
    odd = "{ngay: 2025-03-18, van_ban: '12/BC  SYT', ghi_chu: \"hai  dấu\\u00a0cách " + "x" * 600 + '"}'
    plan.write_text(plan.read_text("utf-8").replace("{ngay: 2026-03-18, van_ban: 12/BC-SYT}", odd), encoding="utf-8")
    assert run("export", "--to", "xlsx", "--office", "SYT", "-o", "p.xlsx", *DAY).code == 0
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("1 known already, 0 left, 0 refused\n")


def test_a_reason_without_a_day_is_told_and_not_recorded(sheet: Path, plan: Path, run: Run) -> None:
    before = plan.read_bytes()
    fill(sheet, ("B", {"Lý do chậm": "chờ kinh phí"}))
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (result.code, "it is not done" in result.err) == (1, True)
    assert plan.read_bytes() == before


def test_rows_may_be_moved_sorted_and_left_out(sheet: Path, plan: Path, run: Run) -> None:
    fill(sheet, ("B", done()), ("D", done("19/6/2026", "")))
    (page,) = openpyxl.load_workbook(sheet)
    body = [[cell.value for cell in row] for row in page.iter_rows(min_row=HEAD + 1)]
    heads = [cell.value for cell in page[HEAD]]
    new = openpyxl.Workbook()
    new.active.append(["Gửi các anh chị"])
    order = random.Random(1).sample(range(len(heads)), len(heads))
    new.active.append(["thêm", *(heads[index] for index in order)])
    for row in reversed(body[5:]):
        new.active.append([None, *(row[index] for index in order)])
        new.active.append([])
    new.save(sheet)
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (result.code, "2 results recorded" in result.out) == (0, True), result.err
    assert "2026-06-19" in plan.read_text("utf-8")


def test_two_offices_tell_of_one_plan(plan: Path, run: Run) -> None:
    for office in ("SYT", "SGDDT"):
        assert run("export", "--to", "xlsx", "--office", office, "-o", f"{office}.xlsx", *DAY).code == 0
    fill(Path("SYT.xlsx"), ("B", done()), ("D", done("19/6/2026", "1/X")))
    fill(Path("SGDDT.xlsx"), ("E", done()), ("D", done("19/6/2026", "1/X")))
    assert run("record", "--from", "SYT.xlsx", "--yes", *DAY).code == 0
    second = run("record", "--from", "SGDDT.xlsx", "--yes", "--by", "SGDĐT", *DAY)
    assert (second.code, second.out.splitlines()[-1][:42]) == (0, "1 result recorded; 1 known already, 0 left")
    assert "co_quan: SGDDT, ghi_chu: theo SGDDT.xlsx" in plan.read_text("utf-8")


def test_several_plans_are_written_all_or_none(plan: Path, run: Run) -> None:
    other = plan.with_name("kh2.yaml")
    other.write_text(plan_text(ONCE), encoding="utf-8")
    assert run("export", "--to", "xlsx", "--office", "SYT", "-o", "p.xlsx", *DAY).code == 0
    (page,) = (book := openpyxl.load_workbook("p.xlsx"))
    for row in rows_of(page, "B"):
        page.cell(row, columns(page)["Ngày hoàn thành"]).value = "12/6/2026"
    book.save("p.xlsx")
    before = plan.read_bytes()
    other.write_text(other.read_text("utf-8").replace("Báo cáo khám", "Báo cáo\u200b khám"), encoding="utf-8")
    refused = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (refused.code, "kh2.yaml has invisible characters" in refused.err) == (1, True)
    assert plan.read_bytes() == before
    other.write_text(other.read_text("utf-8").replace("\u200b", ""), encoding="utf-8")
    assert "2 results recorded" in run("record", "--from", "p.xlsx", "--yes", *DAY).out
    assert "2026-06-12" in plan.read_text("utf-8")
    assert "2026-06-12" in other.read_text("utf-8")


def test_one_task_told_in_two_ways_is_refused(plan: Path, run: Run) -> None:
    assert run("export", "--to", "xlsx", "--office", "HAI-SO", "-o", "p.xlsx", *DAY).code == 0
    fill(Path("p.xlsx"), ("D", done("19/6/2026")))
    shown = run("record", "--from", "p.xlsx", "--dry-run", *DAY)
    assert shown.out.endswith("1 result to be recorded; 2 known already, 0 left, 0 refused\n")
    book = openpyxl.load_workbook("p.xlsx")
    page = book["SGDDT"]
    page.cell(rows_of(page, "D")[0], columns(page)["Văn bản"]).value = "khác"
    book.save("p.xlsx")
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (result.code, result.err.count("otherwise")) == (1, 2)  # nobody can tell which of the two is right
    skipped = run("record", "--from", "p.xlsx", "--yes", "--skip-errors", *DAY)
    assert (skipped.code, "2026-06-19" in plan.read_text("utf-8")) == (1, False), skipped.out


def test_a_line_below_the_table_is_left_and_holds_nothing_back(sheet: Path, plan: Path, run: Run) -> None:
    fill(sheet, ("B", done()))
    book = openpyxl.load_workbook("p.xlsx")
    (page,) = book
    row = page.max_row + 3
    page.cell(row, columns(page)["Ghi chú"]).value = "Người lập biểu: Nguyễn Văn An"
    book.save("p.xlsx")
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (result.code, "1 result recorded; 1 known already, 1 left, 0 refused" in result.out) == (1, True), result.out
    assert f"SYT!K{row}: left as it is: it is no row of the sheet" in result.err
    assert "2026-06-12" in plan.read_text("utf-8")


def test_what_is_held_back_is_not_said_to_be_recorded(sheet: Path, run: Run) -> None:
    fill(sheet, ("B", done("31/6/2026")), ("D", done("19/6/2026")))
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert result.out.splitlines()[-1] == "1 result not recorded; 1 known already, 0 left, 1 refused"


COUNTED = "ma: G, ten: Tổng hợp, chu_tri: CHU, han: chậm nhất sau 10 ngày kể từ ngày hoàn thành, moc: B"


def test_a_result_spoils_no_row_that_counts_from_it(plan: Path, run: Run) -> None:
    plan.write_text(plan_text(*TASKS, COUNTED.replace("CHU", "SGDDT")), encoding="utf-8")
    for office in ("SYT", "SGDDT"):
        assert run("export", "--to", "xlsx", "--office", office, "-o", f"{office}.xlsx", *DAY).code == 0
    fill(Path("SYT.xlsx"), ("B", done("1/6/2026")))
    fill(Path("SGDDT.xlsx"), ("G", done("15/6/2026")))
    assert run("record", "--from", "SYT.xlsx", "--yes", *DAY).code == 0
    second = run("record", "--from", "SGDDT.xlsx", "--yes", *DAY)
    assert second.code == 0, second.err
    assert second.out.splitlines()[0].endswith("\tlate")  # due on 11/6/2026, counted from the day that was told


def test_a_row_is_late_by_what_the_whole_sheet_tells(plan: Path, run: Run) -> None:
    plan.write_text(plan_text(*TASKS, COUNTED.replace("CHU", "SYT")), encoding="utf-8")
    assert run("export", "--to", "xlsx", "--office", "SYT", "-o", "p.xlsx", *DAY).code == 0
    fill(Path("p.xlsx"), ("G", done("15/6/2026")), ("B", done("1/6/2026")))
    shown = run("record", "--from", "p.xlsx", "--yes", *DAY).out.splitlines()
    assert [line.rpartition("\t")[2] for line in shown[:2]] == ["in time", "late"], shown
    found = run("status", "--period", "2026", "--format", "json", *DAY).json["items"]
    assert [item["status"] for item in found if item["id"] == "G"] == ["done-late"]


def test_a_filled_csv_comes_back_as_excel_saves_it(plan: Path, run: Run) -> None:
    assert run("export", "--to", "csv", "--office", "SYT", "-o", "p.csv", *DAY).code == 0
    rows = list(csv.reader(io.StringIO(Path("p.csv").read_text("utf-8-sig"), newline="")))
    heads = rows[0]
    for row in rows[1:]:
        if row[heads.index("Mã nhiệm vụ")] == "B":
            row[heads.index("Ngày hoàn thành")] = "12/06/2026"
            row[heads.index("Ghi chú")] = "'=1+1; hai\ndòng"
    for separator, encoding in ((",", "utf-8-sig"), (";", "utf-8"), ("\t", "utf-16")):
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=separator).writerows(rows)
        Path("p.csv").write_bytes(out.getvalue().encode(encoding))
        result = run("record", "--from", "p.csv", "--dry-run", *DAY)
        assert result.code == 0, result.err
        assert "=1+1; hai dòng; theo p.csv" in result.out
        assert re.match(r"I\d+\tkh/B", result.out)
    assert run("record", "--from", "p.csv", "--yes", *DAY).code == 0
    assert 'ghi_chu: "=1+1; hai dòng; theo p.csv"' in plan.read_text("utf-8")


def test_git_shows_the_added_lines_alone(space: Path, run: Run) -> None:
    """Export, fill k cells at random, record: exactly k results, and every other line stays."""
    tasks = "".join(
        f"      - ma: T{number}   # việc {number}\n        ten: 'Việc {number}'\n        chu_tri: SYT\n"
        f"        han: {han}\n        san_pham: Báo cáo\n"
        for number, han in enumerate(["ngày 05 hằng tháng", "trước ngày 15/6/2026", "định kỳ hằng quý"] * 4)
    )
    path = space / "plans" / "kh.yaml"
    path.write_text(plan_text().replace("      []\n", tasks), encoding="utf-8")
    git = ["git", "-C", str(space), "-c", "user.name=a", "-c", "user.email=a@b"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    for seed in range(4):
        subprocess.run([*git, "checkout", "-q", "plans"], check=True)
        chance = random.Random(seed)
        run("export", "--to", "xlsx", "--office", "SYT", "-o", "p.xlsx", "--force", *DAY)
        (page,) = (book := openpyxl.load_workbook("p.xlsx"))
        picked = chance.sample(range(HEAD + 1, page.max_row + 1), k=chance.randint(1, 30))
        for row in picked:
            page.cell(row, columns(page)["Ngày hoàn thành"]).value = date(2026, chance.randint(1, 6), 12)
        book.save("p.xlsx")
        result = run("record", "--from", "p.xlsx", "--yes", *DAY)
        assert (result.code, f"{len(picked)} result" in result.out) == (0, True), result.err
        diff = subprocess.run([*git, "diff", "-U0"], check=True, capture_output=True, text=True).stdout.splitlines()
        changed = [line for line in diff if line[:1] in "+-" and line[:3] not in ("+++", "---")]
        assert all(re.fullmatch(r"\+ +(ket_qua:|- \{ngay: .*\})", line) for line in changed)
        assert sum("ngay:" in line for line in changed) == len(picked)


# ------------------------------------------------------------------ files of strangers


def changed(path: Path, **parts: bytes | None) -> None:
    """The workbook with parts replaced or added; a name's "__" stands for "/", its "_dot_" for "."."""
    with zipfile.ZipFile(path) as package:
        found: dict[str, bytes | None] = {name: package.read(name) for name in package.namelist()}
    found |= {name.replace("__", "/").replace("_dot_", "."): data for name, data in parts.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in found.items():
            if data is not None:
                package.writestr(name, data)


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "%s">]><sst>&a;</sst>' % (b"a" * 100)


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        ({"xl__vbaProject_dot_bin": b"x"}, "macros"),
        ({"xl__sharedStrings_dot_xml": ENTITY}, "no spreadsheet writes"),
        ({"xl__sharedStrings_dot_xml": ENTITY.decode().encode("utf-16")}, "no spreadsheet writes"),
        ({"xl__sharedStrings_dot_xml": b'<?xml version="1.0" encoding="cp037"?><sst/>'}, "no spreadsheet writes"),
        ({"xl__media__image1_dot_png": b"\0" * 70_000_000}, "larger than any reply sheet"),
        ({f"xl__{number}_dot_xml": b"<a/>" for number in range(1100)}, "larger than any reply sheet"),
        ({"xl__workbook_dot_xml": b"<x/>"}, "no columns"),
        ({"xl__workbook_dot_xml": None}, "no workbook"),
        ({"xl__styles_dot_xml": b"<styleSheet"}, "no workbook"),
        ({"xl__worksheets__sheet1_dot_xml": b"<worksheet><sheetData><row r='x'/></sheetData></worksheet>"}, ""),
        ({"xl__worksheets__sheet1_dot_xml": None}, ""),
    ],
)
def test_a_hostile_workbook_is_refused(
    parts: dict[str, bytes | None], word: str, sheet: Path, plan: Path, run: Run
) -> None:
    before = plan.read_bytes()
    fill(sheet, ("B", done()))
    changed(sheet, **parts)
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (result.code, word in result.err) == (1, True), result.err
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "data", "code", "word"),
    [
        ("p.xlsm", b"PK", 2, "neither .xlsx nor .csv"),
        ("p.xls", b"\xd0\xcf\x11\xe0", 2, "neither .xlsx nor .csv"),
        ("p.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 1, "password"),
        ("p.xlsx", b"PK\x03\x04 broken", 1, "no .xlsx file"),
        ("p.xlsx", b"", 1, "no .xlsx file"),
        ("p.xlsx", b"\0" * (17 << 20), 1, "16 MiB"),
        ("p.csv", b"", 1, "no columns"),
        ("p.csv", b"a,b\n1,2\n", 1, "no columns"),
        ("p.csv", "Ngày".encode("cp1258", "replace") + b"\xff", 1, "UTF-8"),
        ("p.csv", b"\xff\xfe\x00\xd8", 1, "UTF-8"),
        ("p.csv", b'"' + b"x" * 200_000, 1, "no table"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused(name: str, data: bytes, code: int, word: str, plan: Path, run: Run) -> None:
    Path(name).write_bytes(data)
    result = run("record", "--from", name, "--yes", *DAY)
    assert (result.code, word in result.err) == (code, True), result.err


def test_another_workbook_is_no_reply_sheet(plan: Path, run: Run) -> None:
    assert run("status", "-o", "p.xlsx", *DAY).code == 0
    result = run("record", "--from", "p.xlsx", "--yes", *DAY)
    assert (result.code, 'no columns "Ngày hoàn thành"' in result.err) == (1, True)


def _giant(rows: str, head: str) -> bytes:
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f"{head}{rows}</sheetData></worksheet>"
    ).encode()


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ('<row r="1048576"><c t="inlineStr"><is><t>x</t></is></c></row>', "goes on for more than"),
        ('<row r="99999999999"><c><v>1</v></c></row>', "goes on for more than"),
        ("<row><c><v>1</v></c></row>" * 1_000_000, "more than"),
        ('<row r="5"><c r="XFD5"><v>1</v></c></row>', ""),
    ],
)
def test_a_sheet_without_end_is_refused_soon(rows: str, word: str, sheet: Path, run: Run) -> None:
    from phoihop.views.reply import FILLED, IDENTITY

    cells = "".join(f'<c t="inlineStr"><is><t>{head}</t></is></c>' for head in (*FILLED, *IDENTITY))
    changed(sheet, xl__worksheets__sheet1_dot_xml=_giant(rows, f"<row>{cells}</row>"))
    started = monotonic()
    result = run("record", "--from", "p.xlsx", "--dry-run", *DAY)
    assert (result.code, word in result.err) == (1 if word else 0, True), result.err
    assert monotonic() - started < 10


def test_a_link_to_another_workbook_is_not_followed(sheet: Path, plan: Path, run: Run) -> None:
    fill(sheet, ("B", done()))
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    changed(sheet, xl__externalLinks__externalLink1_dot_xml=link)
    assert run("record", "--from", "p.xlsx", "--yes", *DAY).code == 0


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        ((), 2, "name a task, or give --from"),
        (("B", "--from", "p.xlsx"), 2, "name a task, or give --from"),
        (("--from", "p.xlsx"), 2, "--dry-run"),
        (("--from", "p.xlsx", "--yes", "--on", "2026-06-01"), 2, "--on does not go with --from"),
        (("--from", "p.xlsx", "--yes", "--undo"), 2, "--undo does not go with --from"),
        (("B", "--yes"), 2, "go with --from"),
        (("--from", "q.xlsx", "--yes"), 3, "there is no such file"),
        (("--from", "plans.csv", "--yes"), 2, "is not a file"),
        (("--from", "p.xlsx", "--yes", "--by", "SNV"), 2, "SNV-A, SNV-B"),
    ],
)
def test_wrong_usage(args: tuple[str, ...], code: int, word: str, sheet: Path, run: Run) -> None:
    Path("plans.csv").mkdir()
    result = run("record", *args, *DAY)
    assert (result.code, word in result.err) == (code, True), result.err


def test_a_broken_workbook_is_refused_and_never_a_crash(sheet: Path) -> None:
    from phoihop.intake.lines import SheetFault
    from phoihop.intake.workbook import read_workbook

    fill(sheet, ("B", done()))
    with zipfile.ZipFile(sheet) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    chance = random.Random(7)
    for _turn in range(150):
        broken = dict(parts)
        for name in chance.sample(sorted(parts), k=chance.randint(0, 2)):
            data = bytearray(parts[name])
            for _change in range(chance.randint(1, 20)):
                at = chance.randrange(len(data))
                data[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
            broken[name] = bytes(data)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name, content in broken.items():
                package.writestr(name, content)
        data = bytearray(out.getvalue())
        if chance.random() < 0.3:
            data[chance.randrange(len(data))] ^= 0xFF
        with contextlib.suppress(SheetFault):
            read_workbook(bytes(data))


def test_a_sheets_name_moves_no_cursor(sheet: Path, run: Run) -> None:
    with zipfile.ZipFile(sheet) as package:
        book = package.read("xl/workbook.xml")
    changed(sheet, xl__workbook_dot_xml=book.replace(b'name="SYT"', b'name="S&#x9b;31mYT&#x202e;"'))
    fill(sheet, ("B", {"Lý do chậm": "x"}))
    assert "S31mYT!12: left" in run("record", "--from", "p.xlsx", "--dry-run", *DAY).err


def test_the_page_for_offices_shows_commands_that_work(space: Path, run: Run, root: Path) -> None:
    tasks = (f"ma: NV-0{number}, ten: Việc, chu_tri: SYT, han: trước ngày 15/6/2026" for number in (1, 2, 3))
    (space / "plans" / "kh-2026.yaml").write_text(plan_text(*tasks, OTHER), encoding="utf-8")
    page = (root / "docs" / "excel.md").read_text("utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("phoihop ")]
    assert len(lines) == 7
    for line in lines:
        result = run(*shlex.split(line, comments=True)[1:], *DAY)
        assert result.code == 0, (line, result.err)
