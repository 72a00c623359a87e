"""`phoihop status`: every form says the same numbers, and none of them can be made to do anything else."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from phoihop import i18n
from phoihop.resources import load_catalogue

from .conftest import HEAD, Result, Run, plan_text

TODAY = ("--today", "2026-06-15")
ISSUERS = HEAD.replace("  - {ma: HAI-SO", "  - {ma: SGDDT, vai_tro: ban-hanh}\n  - {ma: HAI-SO")
TASKS = (
    "ma: A, ten: Khám sức khỏe, chu_tri: SYT, phoi_hop: [SGDDT], han: ngày 12/3/2026, "
    "ket_qua: [{ngay: 2026-03-10, van_ban: 12/BC-SYT}]",
    "ma: B, ten: Truyền thông, chu_tri: SYT, phoi_hop: [SGDDT], han: ngày 12/5/2026, "
    "ket_qua: [{ngay: 2026-05-15, van_ban: 15/BC-SYT, ghi_chu: chờ kinh phí}]",
    "ma: C, ten: Tập huấn, chu_tri: SGDDT, phoi_hop: [SYT], han: ngày 12/6/2026",
    "ma: D, ten: Báo cáo, chu_tri: HAI-SO, han: định kỳ hằng quý",
    "ma: E, ten: Việc thường xuyên, chu_tri: SYT, han: thường xuyên",
)
# The group's name, all assigned, the four classes, from before, fell due, and the two percentages.
EXPECTED = [
    ["Hai Sở", "4", "0", "0", "3", "1", "0", "1", "0,0%", "0,0%"],
    ["Sở Giáo dục và Đào tạo", "1", "0", "0", "0", "1", "0", "1", "0,0%", "0,0%"],
    ["Sở Y tế", "2", "1", "1", "0", "0", "0", "2", "100,0%", "100,0%"],
    ["Total", "7", "1", "1", "3", "2", "0", "4", "50,0%", "28,6%"],
]


@pytest.fixture
def kept(space: Path) -> Path:
    """A workspace with a plan of two issuers."""
    (space / "plans" / "kh.yaml").write_text(plan_text(*TASKS, head=ISSUERS), encoding="utf-8")
    return space


def rows_of_table(out: str) -> list[list[str]]:
    """The groups of the table; what fell due is not printed in it."""
    rows = [line.split() for line in out.splitlines()]
    return [row for row in rows if len(row) > 8 and all(re.fullmatch(r"\d+|[\d,]+%|–", cell) for cell in row[-8:])]


def as_text(cell: Any) -> str:
    return f"{cell * 100:.1f}%".replace(".", ",") if isinstance(cell, float) else str(cell)


def test_all_forms_say_the_same_numbers(kept: Path, run: Run) -> None:
    found: dict[str, list[list[str]]] = {}
    plain = run("status", *TODAY, "--format", "plain").out
    found["plain"] = [line.split("\t")[1:] for line in plain.splitlines() if line.count("\t") == 10][1:]
    page = run("status", *TODAY, "--format", "md").out
    found["md"] = [line.strip("| ").split(" | ")[-10:] for line in page.splitlines() if line.count(" | ") == 10][1:]
    raw = run("status", *TODAY, "--format", "csv").out
    found["csv"] = [row[1:] for row in csv.reader(io.StringIO(raw.removeprefix("\ufeff")))][1:]
    run("status", *TODAY, "-o", "s.xlsx")
    sheet = openpyxl.load_workbook(kept / "s.xlsx").worksheets[1]
    found["xlsx"] = [
        [as_text(cell.value if cell.number_format != "0.0%" else float(cell.value)) for cell in row[1:]]
        for row in sheet.iter_rows(min_row=2)
    ]
    form = run("status", *TODAY, "--format", "json").json
    found["json"] = [
        [name, *(str(figures[key]) for key in KEYS), *(percent(figures[key]) for key in PERCENTS)]
        for name, figures in [*((g["name"], g["figures"]) for g in form["groups"]), ("Total", form["figures"])]
    ]
    for name, rows in found.items():
        assert rows == EXPECTED, name
    table = rows_of_table(run("status", *TODAY, "--format", "table").out)
    assert [row[-8:] for row in table] == [row[1:7] + row[8:] for row in EXPECTED]


KEYS = ("total", "done_on_time", "done_late", "open_in_time", "open_overdue", "carried_overdue", "fell_due")
PERCENTS = ("done_of_fell_due_percent", "done_of_total_percent")


def percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}%".replace(".", ",")


def test_json_has_exactly_the_promised_keys(kept: Path, run: Run) -> None:
    """Version 1 of the form."""
    form = run("status", *TODAY, "--format", "json").json
    assert list(form) == [
        "version",
        "today",
        "period",
        "plan",
        "offices",
        "by",
        "figures",
        "trend",
        "groups",
        "items",
        "balances",
        "ended",
        "waiting",
        "undated",
    ]
    assert (form["version"], form["today"], form["by"], form["undated"]) == (1, "2026-06-15", "office", 1)
    assert form["period"] == {"from": "2026-01-01", "to": "2026-12-31", "name": "năm 2026", "whole_plan": False}
    assert form["trend"] is None
    late = next(item for item in form["items"] if item["id"] == "C")
    assert late == {
        "plan": "kh",
        "id": "C",
        "occurrence": 1,
        "label": "",
        "title": "Tập huấn",
        "field": "Mục đích, nhiệm vụ và tổ chức thực hiện",
        "lead": "SGDDT",
        "partners": ["SYT"],
        "due": "2026-06-12",
        "assumed": False,
        "provisional": late["provisional"],
        "status": "open-overdue",
        "carried": False,
        "done": None,
        "document": "",
        "note": "",
        "days_late": 3,
        "working_days_late": 1,
        "next_step": "đôn đốc Sở Giáo dục và Đào tạo; đề nghị Sở Y tế cùng thực hiện",
    }
    assert [(one["lead"], one["partner"], one["owed"]) for one in form["balances"]] == [
        ("SGDDT", "SYT", 1),
        ("SYT", "SGDDT", 0),
    ]
    assert run("status", *TODAY, "--period", "2025", "--format", "json").json["figures"][PERCENTS[0]] is None


def test_the_trend_is_told_in_words_and_signs(space: Path, run: Run) -> None:
    head = HEAD.replace("tu: 2026-01-01", "tu: 2025-01-01").replace("2026-01-05", "2025-01-02")
    tasks = ("ma: A, ten: Việc, chu_tri: SYT, han: ngày 12/3/2025", *TASKS[:3])
    (space / "plans" / "kh.yaml").write_text(plan_text(*tasks, head=head), encoding="utf-8")
    told = run("status", *TODAY, "--format", "plain").out
    assert "finished in time\t1\t↑ up 1" in told
    assert "not finished, overdue\t1\t= unchanged" in told
    assert "finished, of all assigned\t2/3 = 66,7%\t↑ up 66,7 percentage points" in told
    assert "Compared with năm 2025, as of 15/06/2025" in told
    trend = run("status", *TODAY, "--format", "json").json["trend"]
    assert (trend["before"]["total"], trend["change"]["total"], trend["done_of_total_points"]) == (1, 2, 66.7)


GOLDEN = """\
Status of the plan's whole time, năm 2021, as of Monday 28/06/2021
Plan: Phối hợp công tác dân vận năm 2021 (quang-ngai-dan-van-2021)
finished in time\t0
finished late\t0
not finished, in time\t4
not finished, overdue\t1
all assigned\t5
overdue from before\t0
without a date, in no class\t39
finished, of what fell due (early ones too)\t0/1 = 0,0%
finished, of all assigned\t0/5 = 0,0%

Code\tMonth\tAssigned\tFinished in time\tFinished late\tNot finished, in time\tNot finished, overdue\t\
Overdue from before\tFell due\tFinished, of what fell due\tFinished, of all assigned
2021-03\ttháng 3/2021\t1\t0\t0\t0\t1\t0\t1\t0,0%\t0,0%
2021-06\ttháng 6/2021\t1\t0\t0\t1\t0\t0\t0\t–\t0,0%
2021-09\ttháng 9/2021\t1\t0\t0\t1\t0\t0\t0\t–\t0,0%
2021-12\ttháng 12/2021\t2\t0\t0\t2\t0\t0\t0\t–\t0,0%
\tTotal\t5\t0\t0\t4\t1\t0\t1\t0,0%\t0,0%

Due\tDays late\tWorking days late\tCode\tTask\tLead\tNext step
31/03/2021 (assumed)\t89\t60\tquang-ngai-dan-van-2021/GB\tHội nghị giao ban (quý I/2021)\tCác chủ thể phối hợp\t\
đôn đốc Các chủ thể phối hợp tổ chức

39 duties without a date are in no class: phoihop due --undated lists them
"""

GOLDEN_TABLE = """\
Status of the plan's whole time, năm 2021, as of Monday 28/06/2021
Plan: Phối hợp công tác dân vận năm 2021 (quang-ngai-dan-van-2021)
5 assigned: 0 finished, 4 still in time, 1 overdue

█ Finished in time              0
▓ Finished late                 0
░ Not finished, in time         4  ░░░░░░░░░░░░░░░░
! Not finished, overdue         1  !!!!
  All assigned                  5
  Overdue from before           0
  Without a date, in no class  39
  Finished, of what fell due (early ones too)  0/1 = 0,0%
  Finished, of all assigned                    0/5 = 0,0%

 ─────────────────────────────────────────────────────────────
                                                  % of    % of
 Lead                  All  █  ▓  ░  !  before     due     all
 ─────────────────────────────────────────────────────────────
 Các chủ thể phối hợp    5  0  0  4  1       0    0,0%    0,0%
 ░░░░░░░░░░░░░░░░!!!!
 ─────────────────────────────────────────────────────────────
 Total                   5  0  0  4  1       0    0,0%    0,0%
 ─────────────────────────────────────────────────────────────

1 overdue, the longest first
 ──────────────────────────────────────────────────────────────────────────────
 Due                    Task and next step
 ──────────────────────────────────────────────────────────────────────────────
 31/03/2021 (assumed)   quang-ngai-dan-van-2021/GB  Hội nghị giao ban (quý
 89 days late           I/2021)
 (60 working days)      → đôn đốc Các chủ thể phối hợp tổ chức
 ──────────────────────────────────────────────────────────────────────────────

39 duties without a date are in no class: phoihop due --undated lists them
"""


@pytest.mark.parametrize("named", [("--plan", "quang-ngai-dan-van-2021"), ("plans/quang-ngai-dan-van-2021.yaml",)])
def test_the_plan_of_quang_ngai(named: tuple[str, ...], root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert run("status", *named, "--by", "month", "--today", "2021-06-28", "--format", "plain").out == GOLDEN


@pytest.fixture
def narrow(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The repository's own plans, on 80 columns."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.usefixtures("narrow")
def test_the_table_of_quang_ngai(run: Run) -> None:
    out = run("status", "--plan", "quang-ngai-dan-van-2021", "--today", "2021-06-28", "--format", "table").out
    assert "".join(f"{line.rstrip()}\n" for line in out.splitlines()) == GOLDEN_TABLE


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("today", ["2021-06-28", "2024-12-01", "2026-11-22"])
@pytest.mark.parametrize("by", ["office", "plan", "field", "month"])
def test_80_columns_are_enough(language: str, today: str, by: str, run: Run) -> None:
    i18n.use(language, load_catalogue(language))
    result = run("status", "--today", today, "--by", by, "--format", "table")
    assert result.code == 0
    lines = result.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) < 110
    assert "\x1b" not in result.out


# ------------------------------------------------------------------ usage


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--period", "blah"), ("blah", "2026; 2026-03; Q2/2026; quý II/2026", "2026-01-01..2026-06-30")),
        (("--period", "2026-02-30..2026-03-01"), ("2026-02-30",)),
        (("--by", "colour"), ("office, plan, field, month",)),
        (("--format", "pdf"), ("table, plain, json, csv, xlsx, md",)),
        (("-o", "x.docx"), ("x.docx", ".xlsx")),
        (("--plan", "khac"), ("khac",)),
        (("--office", "SYTT"), ("SYTT", "SYT")),
        (("--today", "2026-02-30"), ("2026-02-30",)),
        (("plans/khong-co.yaml",), ("khong-co.yaml",)),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], words: tuple[str, ...], kept: Path, run: Run) -> None:
    result = run("status", *arguments)
    assert (result.code, result.out) == (2, "")
    assert all(word in result.err for word in words)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--period", "Q1/2026"), 1),  # the first quarter's report is overdue
        (("--period", "Q1/2026", "--office", "SNV-A"), 0),
        (("--period", "Q3/2026"), 1),  # overdue since before it
        (("--period", "2025"), 0),
    ],
)
def test_check(arguments: tuple[str, ...], code: int, kept: Path, run: Run) -> None:
    assert run("status", *TODAY, "--check", *arguments).code == code
    assert run("status", *TODAY, *arguments).code == 0


def test_check_tells_of_what_could_not_be_read(space: Path, run: Run) -> None:
    (space / "plans" / "kh.yaml").write_text(
        plan_text("ma: A, ten: Việc, chu_tri: SYT, han: hôm nào đó"), encoding="utf-8"
    )
    result = run("status", *TODAY, "--check")
    assert (result.code, "run phoihop validate" in result.err) == (1, True)


def test_only_the_plans_that_are_named(kept: Path, run: Run) -> None:
    (kept / "plans" / "hai.yaml").write_text(plan_text(TASKS[0]), encoding="utf-8")

    def total(*arguments: str) -> tuple[int, str | None]:
        form = run("status", *arguments, *TODAY, "--format", "json").json
        return form["figures"]["total"], form["plan"]

    assert total() == (8, None)
    assert total("plans/hai.yaml") == (1, "hai")
    assert total("plans/hai.yaml", "plans/kh.yaml") == (8, None)
    assert total("--plan", "kh") == (7, "kh")


@pytest.mark.parametrize(("count", "lines"), [(1, 1), (5, 5), (6, 1)])
def test_plans_that_ended_are_told_in_few_lines(count: int, lines: int, space: Path, run: Run) -> None:
    old = HEAD.replace("2026-01-01, den: 2026-12-31", "2020-01-01, den: 2020-12-31").replace("2026-01-05", "2020-01-05")
    for number in range(count):
        text = plan_text("ma: A, ten: Việc, chu_tri: SYT, han: ngày 18/11/2020", head=old)
        (space / "plans" / f"cu{number}.yaml").write_text(text, encoding="utf-8")
    told = run("status", *TODAY, "--format", "plain").out.splitlines()
    assert len([line for line in told if " ended " in line]) == lines
    assert len(run("status", *TODAY, "--format", "json").json["ended"]) == count


def test_without_any_plan(space: Path, run: Run) -> None:
    for form in ("table", "plain", "md", "csv", "json"):
        assert run("status", *TODAY, "--format", form, "--check").code == 0


# ------------------------------------------------------------------ files


def written(result: Result) -> Path:
    assert result.code == 0, result.err
    return Path(result.out.strip())


def test_a_workbook_is_a_workbook(kept: Path, run: Run) -> None:
    path = written(run("status", *TODAY, "--format", "xlsx"))
    assert path == Path("build/status.xlsx")
    first = path.read_bytes()
    assert run("status", *TODAY, "--format", "xlsx").code == 0  # its own file is overwritten
    assert path.read_bytes() == first
    book = openpyxl.load_workbook(path)
    assert [sheet.title for sheet in book] == ["Summary", "Lead", "Overdue", "All tasks", "Who owes whom"]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        assert sheet.column_dimensions["A"].width >= 12
    late, every = book["Overdue"], book["All tasks"]
    day, *others = [cell.value for cell in late[3]][:4]
    assert [f"{day:%d/%m/%Y}", *others] == ["12/06/2026", 3, 1, "kh/C"]
    assert late["A3"].number_format == "dd/mm/yyyy"
    assert every.max_row == 8
    assert book["Lead"]["J5"].value == 0.5
    assert book["Lead"]["J5"].number_format == "0.0%"


def test_a_file_that_is_not_ours_stays(kept: Path, run: Run) -> None:
    for name in ("s.xlsx", "s.md", "s.csv", "s.json", "s.txt"):
        path = kept / name
        path.write_text("của tôi", encoding="utf-8")
        refused = run("status", *TODAY, "-o", name)
        assert (refused.code, "--force" in refused.err) == (3, True)
        assert path.read_text(encoding="utf-8") == "của tôi"
        assert written(run("status", *TODAY, "-o", name, "--force")) == Path(name)
    for name in ("s.xlsx", "s.md"):  # these are known by their stamp
        assert run("status", *TODAY, "-o", name).code == 0
    with zipfile.ZipFile(kept / "s.xlsx") as package:
        parts = {entry: package.read(entry) for entry in package.namelist()}
    with zipfile.ZipFile(kept / "s.xlsx", "w") as package:
        for entry, data in parts.items():
            package.writestr(entry, data.replace(b"Summary", b"Summery"))
    assert run("status", *TODAY, "-o", "s.xlsx").code == 3


HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "http://x", "_x0041_")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_never_a_formula(text: str, space: Path, run: Run) -> None:
    quoted = text.replace("'", "''")
    body = plan_text(f"ma: A, ten: '{quoted}', chu_tri: X, han: ngày 12/3/2026")
    body = body.replace("vai_tro: ban-hanh}", f"vai_tro: ban-hanh}}\n  - {{ma: X, ten: '{quoted}', gom: [SYT, SGDDT]}}")
    (space / "plans" / "kh.yaml").write_text(body, encoding="utf-8")
    raw = run("status", *TODAY, "--format", "csv").out
    assert raw.startswith("\ufeff")
    name = list(csv.reader(io.StringIO(raw)))[1][1]
    assert name == (text if text[0] in "h_" else f"'{text}")
    assert run("status", *TODAY, "-o", "s.xlsx").code == 0
    for sheet in openpyxl.load_workbook(space / "s.xlsx"):
        assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
    assert openpyxl.load_workbook(space / "s.xlsx").worksheets[2]["F2"].value == text


def test_markup_is_escaped(space: Path, run: Run) -> None:
    title = "a|b *c* <img src=x> [d](javascript:e) `f` & $g$"
    (space / "plans" / "kh.yaml").write_text(
        plan_text(f'ma: A, ten: "{title}", chu_tri: SYT, han: ngày 12/3/2026'), encoding="utf-8"
    )
    from markdown_it import MarkdownIt

    page = run("status", *TODAY, "--format", "md").out
    html = MarkdownIt("commonmark").enable("table").render(page)
    assert "<td>a|b *c* &lt;img src=x&gt; [d](javascript:e) `f` &amp; $g$</td>" in html


def test_terminal_escapes_do_not_come_through(space: Path, run: Run) -> None:
    (space / "plans" / "kh.yaml").write_text(
        plan_text('ma: A, ten: "\\e[31mđỏ\\ttab\\nmới [bold]x", chu_tri: SYT, han: ngày 12/3/2026'), encoding="utf-8"
    )
    for form in ("table", "plain", "md", "csv", "json"):
        out = run("status", *TODAY, "--format", form).out
        assert "\x1b" not in out
        assert ("đỏ" in out) == (form != "csv")
        assert "[bold]" in out.replace("\\", "") or form == "csv"
    assert len([line for line in run("status", *TODAY, "--format", "plain").out.splitlines() if "đỏ" in line]) == 1


def test_a_day_before_excels_first_is_written_as_text(space: Path, run: Run) -> None:
    (space / "plans" / "kh.yaml").write_text(
        plan_text("ma: A, ten: Việc, chu_tri: SYT, han: ngày 12/3/2026, ket_qua: [{ngay: 0001-01-02}]"),
        encoding="utf-8",
    )
    assert run("status", *TODAY, "-o", "s.xlsx").code == 0
    assert openpyxl.load_workbook(space / "s.xlsx")["All tasks"]["I2"].value == "02/01/0001"
