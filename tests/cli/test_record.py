"""`phoihop record`: what was done goes into the plan's own file, as a few new lines, or is refused with a word."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from .conftest import Run, plan_text

MONTHLY = "ma: A, ten: Việc, chu_tri: SYT, han: ngày 05 hằng tháng"
ONCE = "ma: B, ten: Việc một lần, chu_tri: SYT, han: trước ngày 15/6/2026"
ALWAYS = "ma: C, ten: Việc thường xuyên, chu_tri: SYT, han: thường xuyên"
DAY = "--today", "2026-06-20"


@pytest.fixture
def plan(space: Path) -> Path:
    path = space / "plans" / "kh.yaml"
    path.write_text(plan_text(MONTHLY, ONCE, ALWAYS), encoding="utf-8")
    return path


def added(plan: Path, before: str) -> list[str]:
    """The lines that are new; every old one must still be there, in order."""
    new = []
    old = iter(before.splitlines())
    expected = next(old, None)
    for line in plan.read_text("utf-8").splitlines():
        if line == expected:
            expected = next(old, None)
        else:
            new.append(line)
    return new


def test_a_result_is_written_and_due_knows_it(plan: Path, run: Run) -> None:
    assert "B" in [item["id"] for item in run("due", "--month", "--format", "json", *DAY).json["items"]]
    result = run("record", "B", "--on", "12/6/2026", "--evidence", "12/BC-SYT", "--by", "SYT", "--note", "đủ: 3", *DAY)
    assert result.code == 0
    assert result.out == "kh/B: Việc một lần: done on 12/6/2026, in time: it is due on 12/6/2026\n"
    assert 'ket_qua: [{ngay: 2026-06-12, van_ban: 12/BC-SYT, co_quan: SYT, ghi_chu: "đủ: 3"}]' in plan.read_text(
        "utf-8"
    )
    assert "B" not in [item["id"] for item in run("due", "--month", "--format", "json", *DAY).json["items"]]
    assert run("validate", *DAY).code == 0


def test_a_late_result_says_so(plan: Path, run: Run) -> None:
    result = run("record", "B", "--on", "2026-06-18", *DAY)
    assert result.code == 0
    assert "late: it was due on" in result.out


def test_without_a_day_it_was_done_today(plan: Path, run: Run) -> None:
    assert run("record", "B", *DAY).code == 0
    assert "ket_qua: [{ngay: 2026-06-20}]" in plan.read_text("utf-8")


def test_of_many_occurrences_the_first_open_one_is_meant(plan: Path, run: Run) -> None:
    for month in ("1", "2", "3"):
        assert run("record", "A", "--on", f"2026-0{month}-04", *DAY).code == 0
    assert "{ngay: 2026-01-04, ky: tháng 01/2026}, {ngay: 2026-02-04, ky: tháng 02/2026}" in plan.read_text("utf-8")


@pytest.mark.parametrize("name", ["5", "tháng 5/2026", "tháng 5"])
def test_an_occurrence_can_be_named(name: str, plan: Path, run: Run) -> None:
    assert run("record", "kh/A", "--occurrence", name, "--on", "2026-05-04", *DAY).code == 0
    assert "ket_qua: [{ngay: 2026-05-04, ky: tháng 5/2026}]" in plan.read_text("utf-8")


def test_what_goes_on_always_may_be_recorded_again_and_again(plan: Path, run: Run) -> None:
    assert run("record", "C", "--on", "2026-05-04", *DAY).out.strip() == "kh/C: Việc thường xuyên: done on 04/5/2026"
    assert run("record", "C", "--on", "2026-06-04", *DAY).code == 0
    assert "ket_qua: [{ngay: 2026-05-04}, {ngay: 2026-06-04}]" in plan.read_text("utf-8")


def test_undo_gives_the_file_back(plan: Path, run: Run) -> None:
    before = plan.read_bytes()
    assert run("record", "A", "--on", "2026-01-04", *DAY).code == 0
    assert run("record", "A", "--on", "2026-02-04", *DAY).code == 0
    assert (
        run("record", "A", "--undo", "--occurrence", "1", *DAY).out == "kh/A: the result of 04/01/2026 is taken out\n"
    )
    assert "2026-02-04" in plan.read_text("utf-8")
    assert run("record", "A", "--undo", *DAY).code == 0
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        (("record", "X"), 2, 'there is no task or review "X" here'),
        (("record", "B", "--on", "2026-06-21"), 2, "in the future"),
        (("record", "B", "--on", "2025-06-21"), 2, "the plan begins on 2026-01-01"),
        (("record", "B", "--on", "hôm qua"), 2, "--on"),
        (("record", "B", "--by", "ABC"), 2, '--by: there is no office "ABC" here'),
        (("record", "B", "--by", "SNV"), 2, "SNV-A, SNV-B"),
        (("record", "A", "--occurrence", "99"), 2, "there is no such one; there are: tháng 01/2026"),
        (("record", "C", "--occurrence", "1"), 2, "C has no dates"),
        (("record", "B", "--undo"), 1, "B has no result to take out"),
        (("record", "A", "--undo", "--note", "x"), 2, "--undo goes with --occurrence alone"),
    ],
)
def test_a_mistake_is_refused_and_writes_nothing(
    args: tuple[str, ...], code: int, word: str, plan: Path, run: Run
) -> None:
    before = plan.read_bytes()
    result = run(*args, *DAY)
    assert (result.code, word in result.err) == (code, True), result.err
    assert plan.read_bytes() == before


def test_what_is_done_already_is_refused(plan: Path, run: Run) -> None:
    assert run("record", "B", "--on", "2026-06-12", *DAY).code == 0
    before = plan.read_bytes()
    result = run("record", "B", "--on", "2026-06-13", *DAY)
    assert result.code == 1
    assert "B was done on 12/6/2026 already; --undo takes that result out" in result.err
    result = run("record", "A", "--undo", "--occurrence", "1", *DAY)
    assert result.code == 1
    assert plan.read_bytes() == before


def test_a_file_with_invisible_characters_is_refused(plan: Path, run: Run) -> None:
    plan.write_text(plan.read_text("utf-8").replace("Việc một", "Việc\u200b một"), encoding="utf-8")
    result = run("record", "B", "--on", "2026-06-12", *DAY)
    assert result.code == 1
    assert "invisible characters" in result.err
    assert "\u200b" in plan.read_text("utf-8")


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from phoihop import recording

    real = recording.with_result

    def slow(*args: object) -> str | None:
        plan.write_text(plan.read_text("utf-8") + "# của người khác\n", encoding="utf-8")
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(recording, "with_result", slow)
    result = run("record", "B", "--on", "2026-06-12", *DAY)
    assert result.code == 3
    assert "was changed meanwhile" in result.err
    assert "ket_qua" not in plan.read_text("utf-8")


def test_a_byte_order_mark_and_windows_line_ends_stay(plan: Path, run: Run) -> None:
    data = b"\xef\xbb\xbf" + plan.read_bytes().replace(b"\n", b"\r\n")
    plan.write_bytes(data)
    assert run("record", "B", "--on", "2026-06-12", *DAY).code == 0
    after = plan.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\r\n") == after.count(b"\n")
    assert run("record", "B", "--undo", *DAY).code == 0
    assert plan.read_bytes() == data


def test_git_shows_the_new_lines_alone(space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    text = plan_text(ONCE).replace(
        "      - {" + ONCE + ", san_pham: Báo cáo}",
        "      - ma: B   # nhớ\n        ten: 'Việc một lần'\n        chu_tri: SYT\n        han: trước ngày 15/6/2026\n"
        "        san_pham: Báo cáo",
    )
    path.write_text(text, encoding="utf-8")
    git = ["git", "-C", str(space), "-c", "user.name=a", "-c", "user.email=a@b"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    assert run("record", "B", "--on", "2026-06-12", *DAY).code == 0
    shown = subprocess.run([*git, "diff", "--numstat"], check=True, capture_output=True, text=True).stdout
    assert shown.split()[:2] == ["2", "0"]
    assert added(path, text) == ["        ket_qua:", "          - {ngay: 2026-06-12}"]


def test_a_link_goes_on_leading_to_the_plan(plan: Path, run: Run) -> None:
    (plan.parent / "cu").mkdir()
    there = plan.rename(plan.parent / "cu" / "goc.txt")
    plan.symlink_to("cu/goc.txt")
    assert run("record", "B", "--on", "2026-06-12", *DAY).code == 0
    assert plan.is_symlink()
    assert "2026-06-12" in there.read_text("utf-8")


# ------------------------------------------------------------------ extensions

PUT_OFF = "chậm nhất ngày 30/6/2026"
EXTEND = ("record", "B", "--extend", PUT_OFF, "--by-document", "45/CV-UBND", "--on", "10/6/2026")


def test_a_deadline_is_put_off_and_its_old_phrase_kept(plan: Path, run: Run) -> None:
    before = plan.read_text("utf-8")
    result = run(*EXTEND, "--by", "SYT", "--note", "chờ: kinh phí", *DAY)
    assert result.code == 0, result.err
    assert result.out == (
        "kh/B: the deadline is now “chậm nhất ngày 30/6/2026”, by 45/CV-UBND; it was “trước ngày 15/6/2026”; "
        "due on 30/6/2026\n"
    )
    kept = "{han_cu: trước ngày 15/6/2026, ngay: 2026-06-10, van_ban: 45/CV-UBND, co_quan: SYT, "
    kept += 'ghi_chu: "chờ: kinh phí"}'
    (line,) = added(plan, before.replace("trước ngày 15/6/2026", "", 1))[:1]
    assert f"han: {PUT_OFF}" in line
    assert f"gia_han: [{kept}]" in line
    assert run("validate", *DAY).code == 0
    items = run("due", "--month", "--format", "json", *DAY).json["items"]
    assert [item["due"] for item in items if item["id"] == "B"] == ["2026-06-30"]


def test_why_tells_the_old_deadline(plan: Path, run: Run) -> None:
    assert run(*EXTEND, *DAY).code == 0
    assert run("record", "B", "--extend", "trước ngày 01/8/2026", "--by-document", "60/CV-UBND", *DAY).code == 0
    assert run("why", "B", *DAY).out.splitlines()[2:5] == [
        "Thời hạn: “trước ngày 01/8/2026”",
        "Hạn cũ: “chậm nhất ngày 30/6/2026”, gia hạn ngày 20/6/2026 theo 60/CV-UBND",
        "Hạn cũ: “trước ngày 15/6/2026”, gia hạn ngày 10/6/2026 theo 45/CV-UBND",
    ]
    told = run("why", "B", "--format", "json", *DAY).json["extensions"]
    assert [one["document"] for one in told] == ["45/CV-UBND", "60/CV-UBND"]
    assert "extensions" not in run("why", "A", "--format", "json", *DAY).json


def test_the_same_with_undo_takes_it_back(plan: Path, run: Run) -> None:
    before = plan.read_bytes()
    assert run(*EXTEND, *DAY).code == 0
    result = run("record", "B", "--extend", PUT_OFF, "--undo", *DAY)
    assert result.out == "kh/B: the extension is taken back; the deadline is “trước ngày 15/6/2026” again\n"
    assert plan.read_bytes() == before


def test_the_plan_prints_as_signed_and_the_tracking_table_as_it_stands(plan: Path, run: Run) -> None:
    assert run(*EXTEND, *DAY).code == 0
    assert run("render", "kh", "-o", "ke-hoach.md", *DAY).code == 0
    assert run("render", "kh", "--as", "bang-theo-doi", "-o", "theo-doi.md", *DAY).code == 0
    signed, now = (Path(name).read_text("utf-8") for name in ("ke-hoach.md", "theo-doi.md"))
    assert ("15/6/2026" in signed, "30/6/2026" in signed) == (True, False)
    assert ("15/6/2026" in now, "30/6/2026" in now) == (False, True)


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        (("B", "--extend", PUT_OFF), 2, "--by-document"),
        (("B", "--extend", "Trước ngày  15/6/2026", "--by-document", "1/CV"), 2, "is the deadline already"),
        (("B", "--extend", "khi nào rảnh", "--by-document", "1/CV"), 2, '--extend: "khi nào rảnh":'),
        (("B", "--extend", "trước ngày 31/6/2026", "--by-document", "1/CV"), 2, "30"),
        (("B", "--extend", "thường xuyên", "--by-document", "1/CV"), 2, "gives no day"),
        (("B", "--extend", "trước ngày 15/5/2026", "--by-document", "1/CV"), 2, "earlier than now"),
        (("B", "--extend", PUT_OFF, "--by-document", "1/CV", "--on", "2026-07-01"), 2, "in the future"),
        (("B", "--extend", PUT_OFF, "--by-document", "1/CV", "--on", "2025-07-01"), 2, "the plan begins"),
        (("B", "--extend", PUT_OFF, "--by-document", "1/CV", "--by", "ABC"), 2, '"ABC"'),
        (("B", "--extend", PUT_OFF, "--evidence", "1/CV"), 2, "--evidence does not go with --extend"),
        (("B", "--extend", PUT_OFF, "--undo"), 1, "kh/B has no extension to take back"),
        (("B", "--extend", PUT_OFF, "--undo", "--note", "x"), 2, "--note does not go with --undo"),
        (("B", "--by-document", "1/CV"), 2, "--by-document does not go with"),
        (("D", "--extend", PUT_OFF, "--by-document", "1/CV"), 1, "kh/D has no deadline"),
        (("S1", "--extend", PUT_OFF, "--by-document", "1/CV"), 1, "a number in the file"),
    ],
)
def test_what_is_no_extension_is_refused(args: tuple[str, ...], code: int, word: str, space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    report = "ma: R, ten: Báo cáo, loai: bao-cao, chu_tri: SYT, han: ngày 20 hằng tháng, "
    report += "chuoi: [{ma: S1, ten: Số liệu, chu_tri: SYT, truoc: 2}]"
    path.write_text(plan_text(ONCE, "ma: D, ten: Không hạn, chu_tri: SYT", reviews=(report,)), encoding="utf-8")
    before = path.read_bytes()
    result = run("record", *args, *DAY)
    assert (result.code, word in result.err) == (code, True), result.err
    assert path.read_bytes() == before


def test_another_extension_than_the_last_is_not_taken_back(plan: Path, run: Run) -> None:
    assert run(*EXTEND, *DAY).code == 0
    result = run("record", "B", "--extend", "trước ngày 15/6/2026", "--undo", *DAY)
    assert result.code == 2
    assert f'the last extension of kh/B is to "{PUT_OFF}"' in result.err


def test_a_plan_that_changed_meanwhile_is_not_put_off(plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from phoihop import recording

    real = recording.with_extension

    def slow(*args: object) -> str | None:
        plan.write_text(plan.read_text("utf-8") + "# của người khác\n", encoding="utf-8")
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(recording, "with_extension", slow)
    result = run(*EXTEND, *DAY)
    assert result.code == 3
    assert "gia_han" not in plan.read_text("utf-8")


def test_what_is_due_after_the_plans_last_day_is_seen_by_every_command(space: Path, run: Run) -> None:
    # The plan ends with 2026; with no result in it, nothing else makes the commands look further.
    late = "ma: Z, ten: Quyết toán, chu_tri: SYT, han: chậm nhất ngày 15/3/2027"
    (space / "plans" / "kh.yaml").write_text(plan_text(late), encoding="utf-8")
    earlier = run("record", "Z", "--extend", "chậm nhất ngày 1/3/2027", "--by-document", "1/CV", *DAY)
    assert (earlier.code, "earlier than now (15/3/2027)" in earlier.err) == (2, True)
    assert "ngày 15/3/2027, tính cả ngày đó" in run("why", "Z", *DAY).out
    assert "20270315" in run("export", "--to", "ics", "-o", "-", *DAY).out
    due = run("due", "--from", "2026-01-01", "--to", "2027-12-31", "--format", "json", *DAY).json
    assert [item["due"] for item in due["items"]] == ["2027-03-15"]
    assert run("record", "Z", *DAY).out.endswith("in time: it is due on 15/3/2027\n")


def test_of_a_task_that_comes_back_the_result_to_undo_is_named(plan: Path, run: Run) -> None:
    assert run("record", "A", "--on", "2026-01-04", *DAY).code == 0
    assert run("record", "A", "--on", "2026-02-04", *DAY).code == 0
    again = run("record", "A", "--occurrence", "tháng 01/2026", *DAY)
    assert '--undo --occurrence "tháng 01/2026" takes that result out' in again.err
    assert run("record", "A", "--undo", "--occurrence", "tháng 01/2026", *DAY).code == 0
    assert "2026-01-04" not in plan.read_text("utf-8")
    assert "2026-02-04" in plan.read_text("utf-8")


EXTENDED = ("--by-document", "1/CV", "--on", "2026-06-18", *DAY)


def test_what_is_done_is_not_put_off(plan: Path, run: Run) -> None:
    assert "late" in run("record", "B", "--on", "2026-06-18", *DAY).out
    before = plan.read_bytes()
    result = run("record", "B", "--extend", "chậm nhất ngày 30/6/2026", *EXTENDED)
    assert (result.code, plan.read_bytes()) == (1, before)
    assert "kh/B was done on 18/6/2026 already; there is nothing left to put off" in result.err


@pytest.mark.parametrize("phrase", ["chậm nhất ngày 10/10/2026", "ngày 05 tháng cuối quý"])
def test_an_extension_loses_no_time_of_a_task(phrase: str, plan: Path, run: Run) -> None:
    assert run("record", "A", "--on", "2026-01-04", *DAY).code == 0
    before = plan.read_bytes()
    result = run("record", "A", "--extend", phrase, *EXTENDED)
    assert (result.code, plan.read_bytes()) == (2, before)
    assert f'with "{phrase}" there is no tháng 01/2026' in result.err
    assert run("record", "A", "--extend", "ngày 10 hằng tháng", *EXTENDED).code == 0
    assert run("validate", *DAY).code == 0


def test_an_extension_out_of_sight_is_refused(plan: Path, run: Run) -> None:
    before = plan.read_bytes()
    result = run("record", "B", "--extend", "chậm nhất ngày 1/6/2030", *EXTENDED)
    assert (result.code, plan.read_bytes()) == (2, before)
    assert "gives no day in the plan's time, nor in the two years after it" in result.err


def test_a_report_that_others_feed_is_put_off_in_all_its_times(space: Path, run: Run) -> None:
    fed = "chuoi: [{ma: R-1, ten: Số liệu, chu_tri: SGDDT, truoc: 2}]"
    report = f"ma: R, loai: bao-cao, ten: Báo cáo quý, chu_tri: SYT, han: ngày 20 tháng cuối quý, {fed}"
    (space / "plans" / "kh.yaml").write_text(plan_text(ONCE, reviews=(report,)), encoding="utf-8")
    result = run("record", "R", "--extend", "ngày 25 tháng cuối quý", *EXTENDED)
    assert (result.code, result.out.endswith("; due on 25/3/2026\n")) == (0, True), result.err


def test_a_task_without_end_is_put_off(plan: Path, run: Run) -> None:
    plan.write_text(plan.read_text("utf-8").replace(", den: 2026-12-31", ""), encoding="utf-8")
    # Its last time that is in sight moves out of it: two years from today are looked at.
    assert run("record", "A", "--extend", "ngày 25 hằng tháng", *EXTENDED).code == 0


def test_a_quarter_is_put_off_to_the_next(space: Path, run: Run) -> None:
    (space / "plans" / "kh.yaml").write_text(
        plan_text("ma: Q, ten: Việc quý, chu_tri: SYT, han: quý II/2026"), encoding="utf-8"
    )
    assert run("record", "Q", "--extend", "quý III/2026", *EXTENDED).code == 0


def test_what_cannot_be_written_is_named(plan: Path, run: Run) -> None:
    plan.write_text(plan.read_text("utf-8").replace("ma: C", "ma: B"), encoding="utf-8")
    result = run("record", "B", "--extend", "chậm nhất ngày 30/6/2026", *EXTENDED)
    assert (result.code, "the extension cannot be written" in result.err) == (1, True), result.err
