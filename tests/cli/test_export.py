"""`phoihop export --to ics`: calendars re-read with two other parsers, updated in place by what git knows."""

from __future__ import annotations

import os
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

from .conftest import Result, Run, plan_text

TASKS = (
    "ma: NV-01, ten: Khám sức khỏe; gửi “báo cáo”, chu_tri: SYT, phoi_hop: [SGDDT], han: trước ngày 15/11/2026",
    "ma: NV-02, ten: Báo cáo, chu_tri: SGDDT, han: định kỳ hằng quý",
    "ma: NV-03, ten: Truyền thông, chu_tri: HAI-SO, han: thường xuyên",
    "ma: NV-04, ten: Xong rồi, chu_tri: SYT, han: ngày 20/3/2026, ket_qua: [{ngay: 2026-03-18, van_ban: 12/BC-SYT}]",
)


def put(space: Path, *tasks: str, name: str = "kh.yaml", when: int = 0) -> Path:
    path = space / "plans" / name
    path.write_text(plan_text(*(task.replace("; gửi “báo cáo”", "") for task in tasks)), encoding="utf-8")
    for file in path.parent.iterdir():
        os.utime(file, (1_767_225_600 + when, 1_767_225_600 + when))  # 2026-01-01T00:00:00Z and some seconds
    return path


def events(result: Result) -> dict[str, Any]:
    """The exported events by their summary, re-read with icalendar and with vobject."""
    assert result.code == 0, result.err
    parsed = icalendar.Calendar.from_ical(result.out)
    mine = {str(event["summary"]): event for event in parsed.walk("VEVENT")}
    theirs = vobject.readOne(result.out)
    assert {event.summary.value for event in theirs.contents.get("vevent", [])} == set(mine)
    for event in mine.values():
        assert not event.errors
    return mine


def commit(space: Path, message: str, when: str = "2026-01-05T08:00:00Z") -> None:
    identity = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
    for name in ("AUTHOR", "COMMITTER"):
        identity |= {f"GIT_{name}_NAME": "Văn thư", f"GIT_{name}_EMAIL": "van-thu@example.vn"}
    for arguments in (["add", "-A"], ["commit", "-q", "-m", message]):
        subprocess.run(["git", *arguments], cwd=space, env={**os.environ, **identity}, check=True)


@pytest.fixture
def kept(space: Path) -> Path:
    """A workspace that git keeps."""
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=space, check=True)
    return space


def test_one_all_day_event_for_each_occurrence(space: Path, run: Run) -> None:
    put(space, *TASKS)
    found = events(run("export", "--to", "ics", "-o", "-", "--today", "2026-01-05"))
    days = [event.decoded("dtstart").isoformat()[5:] for event in found.values()]
    assert days == ["03-20", "03-31", "06-30", "09-30", "11-13", "12-31"]
    exam = found["SYT: Khám sức khỏe"]
    assert exam.decoded("dtend") - exam.decoded("dtstart") == timedelta(days=1)
    assert exam["dtstart"].params["VALUE"] == "DATE"
    assert exam["categories"].cats == ["Sở Y tế", "Sở Giáo dục và Đào tạo"]
    assert exam["contact"] == "Sở Y tế"
    assert "Thời hạn: “trước ngày 15/11/2026”" in exam["description"]
    assert (exam["status"], exam["transp"]) == ("CONFIRMED", "TRANSPARENT")
    assert [alarm.decoded("trigger") for alarm in exam.walk("VALARM")] == [
        timedelta(days=-2, hours=-16),
        timedelta(hours=-16),
    ]
    done = found["Đã xong: SYT: Xong rồi"]
    assert not done.walk("VALARM")
    assert "12/BC-SYT" in done["description"]


def test_the_same_state_gives_the_same_bytes(space: Path, run: Run) -> None:
    put(space, *TASKS)
    assert run("export", "--to", "ics", "-o", "-").out == run("export", "--to", "ics", "-o", "-").out


def test_an_edit_keeps_the_id_and_raises_the_sequence(space: Path, run: Run) -> None:
    put(space, TASKS[0])
    before = events(run("export", "--to", "ics", "-o", "-"))["SYT: Khám sức khỏe"]
    put(space, TASKS[0].replace("15/11", "15/10"), when=1)
    after = events(run("export", "--to", "ics", "-o", "-"))["SYT: Khám sức khỏe"]
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after.decoded("dtstamp") > before.decoded("dtstamp")
    assert (before.decoded("dtstart"), after.decoded("dtstart")) == (date(2026, 11, 13), date(2026, 10, 14))


def test_the_ids_of_a_cycle_do_not_move_when_the_plan_begins_later(space: Path, run: Run) -> None:
    path = put(space, TASKS[1])
    before = {str(e["summary"]): e["uid"] for e in events(run("export", "--to", "ics", "-o", "-")).values()}
    path.write_text(path.read_text(encoding="utf-8").replace("2026-01-0", "2026-04-0"), encoding="utf-8")
    after = {str(e["summary"]): e["uid"] for e in events(run("export", "--to", "ics", "-o", "-")).values()}
    assert len(before) == 4
    assert set(before.items()) > set(after.items())
    assert len(set(before.values())) == 4


def test_office_plan_and_window(space: Path, run: Run) -> None:
    put(space, *TASKS)
    put(space, TASKS[0].replace("Khám", "Tái khám"), name="kh-2.yaml")
    assert len(events(run("export", "--to", "ics", "-o", "-"))) == 7
    assert len(events(run("export", "--to", "ics", "-o", "-", "--office", "syt"))) == 3
    assert set(events(run("export", "--to", "ics", "-o", "-", "--plan", "kh-2"))) == {"SYT: Tái khám sức khỏe"}
    cut = run("export", "--to", "ics", "-o", "-", "--from", "2026-04-01", "--until", "2026-09-30")
    assert [e.decoded("dtstart").month for e in events(cut).values()] == [6, 9]
    for wrong in (["--office", "X"], ["--plan", "x"], ["--remind", "-1"], ["--to", "xlsb"], ["--since", "HEAD"]):
        assert run("export", "--to", "ics", *wrong).code in (2, 3)


def test_reminders_as_asked(space: Path, run: Run) -> None:
    put(space, TASKS[0])
    (event,) = events(run("export", "--to", "ics", "-o", "-", "--remind", "5")).values()
    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == [timedelta(days=-4, hours=-16)]
    (event,) = events(run("export", "--to", "ics", "-o", "-", "--remind", "0")).values()
    assert not event.walk("VALARM")


def test_a_year_without_a_notice_is_tentative(space: Path, run: Run) -> None:
    path = put(space, TASKS[0].replace("15/11/2026", "15/11/2028"))
    path.write_text(path.read_text(encoding="utf-8").replace("den: 2026", "den: 2028"), encoding="utf-8")
    (event,) = events(run("export", "--to", "ics", "-o", "-")).values()
    assert event["status"] == "TENTATIVE"


def test_it_overwrites_its_own_file_and_no_other(space: Path, run: Run) -> None:
    put(space, *TASKS)
    assert run("export", "--to", "ics").out.strip() == "build/lich.ics"
    made = space / "build" / "lich.ics"
    assert made.read_bytes().count(b"BEGIN:VEVENT") == 6
    assert run("export", "--to", "ics").code == 0
    made.write_bytes(made.read_bytes().replace(b"TENTATIVE", b"CONFIRMED") + b"\r\n")
    assert run("export", "--to", "ics").code == 3
    assert run("export", "--to", "ics", "--force").code == 0
    assert run("export", "--to", "ics", "--office", "SYT").out.strip() == "build/lich-SYT.ics"


def test_what_is_gone_since_a_revision_is_cancelled(kept: Path, run: Run) -> None:
    put(kept, *TASKS[:2])
    put(kept, TASKS[0].replace("Khám", "Tái khám"), name="kh-2.yaml")
    commit(kept, "đầu năm")
    before = events(run("export", "--to", "ics", "-o", "-"))
    put(kept, TASKS[0].replace("15/11", "15/10"))
    (kept / "plans" / "kh-2.yaml").unlink()
    after = events(run("export", "--to", "ics", "-o", "-", "--since", "HEAD"))
    gone = {summary for summary, event in after.items() if event["status"] == "CANCELLED"}
    assert gone == {"SYT: Tái khám sức khỏe", *(s for s in before if s.startswith("SGDĐT"))}
    for summary, event in after.items():
        assert event["uid"] == before[summary]["uid"]
        assert event["sequence"] > before[summary]["sequence"], "a reader takes what is newer"
    assert not set(events(run("export", "--to", "ics", "-o", "-"))) & gone


def test_git_tells_when_a_plan_changed(kept: Path, run: Run) -> None:
    put(kept, *TASKS[:2])
    commit(kept, "đầu năm", "2026-01-05T08:00:00Z")
    put(kept, TASKS[0].replace("Khám", "Tái khám"), name="kh-2.yaml")
    commit(kept, "thêm", "2026-02-05T08:00:00Z")
    found = events(run("export", "--to", "ics", "-o", "-"))
    assert found["SYT: Khám sức khỏe"].decoded("dtstamp").isoformat() == "2026-01-05T08:00:00+00:00"
    assert found["SYT: Tái khám sức khỏe"].decoded("dtstamp").isoformat() == "2026-02-05T08:00:00+00:00"
    (kept / "sub").mkdir()
    os.chdir(kept / "sub")
    again = events(run("export", "--to", "ics", "-o", "-"))
    assert {e["uid"]: e["sequence"] for e in again.values()} == {e["uid"]: e["sequence"] for e in found.values()}


def test_a_revision_that_is_none(kept: Path, run: Run) -> None:
    put(kept, *TASKS)
    commit(kept, "đầu năm")
    for wrong in ("nope", "--output=x", "HEAD:plans", "HEAD~9"):
        result = run("export", "--to", "ics", "-o", "-", "--since", wrong)
        assert (result.code, result.out) == (2, ""), wrong
    assert not (kept / "x").exists()


@pytest.mark.parametrize(
    "title", ["a; b, c \\n d", "BEGIN:VEVENT", "dài " * 60, "\N{PARTY POPPER} 100%", "x\\: y"], ids=range(5)
)
def test_hostile_text_stays_text(space: Path, run: Run, title: str) -> None:
    (space / "plans" / "kh.yaml").write_text(
        plan_text(f"ma: NV-01, ten: '{title}', chu_tri: SYT, han: ngày 16/11/2026"), encoding="utf-8"
    )
    result = run("export", "--to", "ics", "-o", "-")
    (event,) = events(result).values()
    assert str(event["summary"]) == f"SYT: {title.strip()}"
    assert result.out.count("\nBEGIN:VEVENT") == 1
    assert all(len(line) <= 75 for line in result.out.encode().split(b"\r\n"))
