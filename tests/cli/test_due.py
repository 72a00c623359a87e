"""`phoihop due`: windows, offices, what is done, what is over, what has no date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import HEAD, Run, plan_text

ITEM_KEYS = {
    "plan",
    "id",
    "occurrence",
    "title",
    "lead",
    "partners",
    "nominal",
    "due",
    "careful",
    "assumed",
    "provisional",
    "status",
    "days_left",
}


def write(space: Path, *tasks: str, name: str = "kh", **rest: Any) -> None:
    (space / "plans" / f"{name}.yaml").write_text(plan_text(*tasks, **rest), encoding="utf-8")


def task(code: str, han: str = "", rest: str = "") -> str:
    """One task of SYT as a flow mapping's inside."""
    return (
        f"ma: {code}, ten: Việc {code}, chu_tri: SYT"
        + (f', han: "{han}"' if han else "")
        + (f", {rest}" if rest else "")
    )


def ids(run: Run, *arguments: str) -> list[str]:
    result = run("due", "--format", "json", *arguments)
    assert result.code == 0, result.err
    return [item["id"] for item in result.json["items"]]


def due_days(run: Run, *arguments: str) -> list[tuple[str, str, str]]:
    items = run("due", "--format", "json", *arguments).json["items"]
    return [(item["id"], item["due"], item["status"]) for item in items]


DAYS = ["2026-11-15", "2026-11-16", "2026-11-20", "2026-11-22", "2026-11-23", "2026-11-30", "2026-12-01", "2026-12-31"]


def by_day(space: Path) -> None:
    """One task a day; its code is its month and day. The calendar is told to work every day."""
    tasks = [task(day[5:].replace("-", ""), f"ngày {day[8:]}/{day[5:7]}/{day[:4]}") for day in DAYS]
    write(space, *tasks)
    worked = "".join(f"      - {{ngay: {day}, ten: Trực}}\n" for day in DAYS)
    text = f"phoihop: lich/1\nnam:\n  - nam: 2026\n    trang_thai: cong-bo\n    lam_viec:\n{worked}"
    (space / "plans" / "lich.yaml").write_text(text, encoding="utf-8")


# ------------------------------------------------------------------ the form


def test_json_has_exactly_the_promised_keys(space: Path, run: Run) -> None:
    """Version 1 of the form."""
    write(space, task("A", "ngày 18/11/2026", "phoi_hop: [SGDDT]"), task("B"))
    old = HEAD.replace("2026-01-01, den: 2026-12-31", "2020-01-01, den: 2020-12-31").replace("2026-01-05", "2020-01-05")
    write(space, task("C", "ngày 18/11/2020"), name="cu", head=old)
    form = run("due", "--today", "2026-11-17", "--format", "json").json
    assert form.keys() == {"version", "today", "window", "items", "ended", "undated"}
    assert form["version"] == 1
    assert form["today"] == "2026-11-17"
    assert form["window"] == {"from": "2026-11-16", "to": "2026-11-22"}
    (item,) = form["items"]
    assert item.keys() == ITEM_KEYS
    assert item == {
        "plan": "kh",
        "id": "A",
        "occurrence": 1,
        "title": "Việc A",
        "lead": "SYT",
        "partners": ["SGDDT"],
        "nominal": "2026-11-18",
        "due": "2026-11-18",
        "careful": "2026-11-18",
        "assumed": False,
        "provisional": item["provisional"],
        "status": "open-in-time",
        "days_left": 1,
    }
    assert form["undated"] == 1
    assert form["ended"] == [{"plan": "cu", "title": "Phối hợp", "until": "2020-12-31", "unfinished": 1}]


# ------------------------------------------------------------------ windows


@pytest.mark.parametrize(
    ("today", "option", "window"),
    [
        ("2026-11-16", (), ("2026-11-16", "2026-11-22")),  # a Monday
        ("2026-11-18", ("--week",), ("2026-11-16", "2026-11-22")),
        ("2026-11-22", ("--week",), ("2026-11-16", "2026-11-22")),  # a Sunday
        ("2026-11-23", ("--week",), ("2026-11-23", "2026-11-29")),
        ("2026-12-31", ("--week",), ("2026-12-28", "2027-01-03")),
        ("2026-11-22", ("--month",), ("2026-11-01", "2026-11-30")),
        ("2026-12-31", ("--month",), ("2026-12-01", "2026-12-31")),
        ("2028-02-10", ("--month",), ("2028-02-01", "2028-02-29")),
        ("2026-01-01", ("--quarter",), ("2026-01-01", "2026-03-31")),
        ("2026-06-30", ("--quarter",), ("2026-04-01", "2026-06-30")),
        ("2026-07-01", ("--quarter",), ("2026-07-01", "2026-09-30")),
        ("2026-12-31", ("--quarter",), ("2026-10-01", "2026-12-31")),
        ("2026-11-22", ("--from", "2026-01-02", "--to", "2026-01-02"), ("2026-01-02", "2026-01-02")),
        ("2026-11-22", ("--from", "02/01/2026", "--to", "3/1/2026"), ("2026-01-02", "2026-01-03")),
        ("2026-11-22", ("--ahead", "0"), ("2026-11-22", "2026-11-22")),
        ("2026-12-31", ("--ahead", "1"), ("2026-12-31", "2027-01-01")),
        ("2026-11-22", ("--overdue",), (None, None)),
    ],
)
def test_the_window(today: str, option: tuple[str, ...], window: tuple[str, str], space: Path, run: Run) -> None:
    """Weeks run from Monday to Sunday, quarters end with the year."""
    assert tuple(run("due", "--today", today, *option, "--format", "json").json["window"].values()) == window


@pytest.mark.parametrize(
    ("today", "option", "expected"),
    [
        ("2026-11-18", ("--week",), ["1115", "1116", "1120", "1122"]),
        ("2026-11-16", (), ["1115", "1116", "1120", "1122"]),
        ("2026-11-22", ("--week",), ["1115", "1116", "1120", "1122"]),
        ("2026-11-23", ("--week",), ["1115", "1116", "1120", "1122", "1123"]),
        ("2026-11-16", ("--month",), ["1115", "1116", "1120", "1122", "1123", "1130"]),
        ("2026-10-01", ("--quarter",), [day[5:].replace("-", "") for day in DAYS]),
        ("2026-09-30", ("--quarter",), []),
        ("2026-11-20", ("--overdue",), ["1115", "1116"]),
        ("2026-11-15", ("--overdue",), []),
        ("2026-11-20", ("--ahead", "0"), ["1115", "1116", "1120"]),
        ("2026-11-20", ("--ahead", "2"), ["1115", "1116", "1120", "1122"]),
        ("2026-11-22", ("--from", "2026-11-16", "--to", "2026-11-20"), ["1116", "1120"]),
        ("2026-12-31", ("--from", "2026-12-01", "--to", "2026-12-31"), ["1201", "1231"]),
        ("2026-12-31", ("--from", "2026-11-17", "--to", "2026-11-19"), []),
    ],
)
def test_what_falls_into_it(today: str, option: tuple[str, ...], expected: list[str], space: Path, run: Run) -> None:
    """With what is overdue, however old; --from/--to are exact and add nothing. Both ends are included."""
    by_day(space)
    assert ids(run, "--today", today, *option) == expected


def test_overdue_comes_first_and_days_left_are_counted(space: Path, run: Run) -> None:
    """The due day itself is in time."""
    by_day(space)
    items = run("due", "--today", "2026-11-16", "--format", "json").json["items"]
    assert [(item["id"], item["status"], item["days_left"]) for item in items] == [
        ("1115", "open-overdue", -1),
        ("1116", "open-in-time", 0),
        ("1120", "open-in-time", 4),
        ("1122", "open-in-time", 6),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--week", "--month"),
        ("--month", "--quarter"),
        ("--week", "--overdue"),
        ("--overdue", "--ahead", "3"),
        ("--ahead", "3", "--from", "2026-01-01", "--to", "2026-01-02"),
        ("--from", "2026-01-01"),
        ("--to", "2026-01-01"),
        ("--from", "2026-01-02", "--to", "2026-01-01"),
        ("--from", "x", "--to", "2026-01-01"),
        ("--today", "hôm nay"),
        ("--today", "2026-02-30"),
        ("--today", "30/02/2026"),
        ("--today", "1/2/3/4"),
        ("--ahead", "-1"),
        ("--ahead", "3661"),
        ("--ahead", "99999999999999999999"),
        ("--ahead", "x"),
        ("--format", "xml"),
        ("--office", "KHONG-CO"),
        ("--plan", "khong-co"),
        ("--khong-co",),
        ("thừa",),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(arguments: tuple[str, ...], space: Path, run: Run) -> None:
    """Exit code 2, one message, nothing on standard output."""
    result = run("due", *arguments)
    assert result.code == 2
    assert result.out == ""
    assert result.err.strip()


@pytest.mark.parametrize("today", ["0001-01-01", "0001-01-03", "1989-12-31", "9999-12-31", "9999-12-25"])
@pytest.mark.parametrize("option", [("--week",), ("--month",), ("--quarter",), ("--overdue",), ("--ahead", "3660")])
def test_the_ends_of_time_are_no_fault(today: str, option: tuple[str, ...], space: Path, run: Run) -> None:
    """A date that there is, however far, gives an answer or a usage error."""
    by_day(space)
    assert run("due", "--today", today, *option, "--format", "json").code in (0, 2)


# ------------------------------------------------------------------ whose, which


OFFICE_TASKS = (
    "ma: L, ten: L, chu_tri: SYT, han: ngày 18/11/2026",
    "ma: P, ten: P, chu_tri: SNV-A, phoi_hop: [SYT], han: ngày 18/11/2026",
    "ma: G, ten: G, chu_tri: HAI-SO, han: ngày 18/11/2026",
    "ma: H, ten: H, chu_tri: SNV-B, phoi_hop: [HAI-SO], han: ngày 18/11/2026",
    "ma: N, ten: N, chu_tri: SNV-B, han: ngày 18/11/2026",
    "ma: K, ten: K, han: ngày 18/11/2026",
)


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("SYT", ["G", "H", "L", "P"]),
        ("syt", ["G", "H", "L", "P"]),
        ("SGDDT", ["G", "H"]),
        ("SGDĐT", ["G", "H"]),
        ("sgdđt", ["G", "H"]),
        ("SNV-A", ["P"]),
        ("SNV-B", ["H", "N"]),
        ("SNV", ["H", "N", "P"]),  # an abbreviation of two offices means both
        ("HAI-SO", ["G", "H"]),
        ("Sở  y tế", ["G", "H", "L", "P"]),
        ("Hai Sở", ["G", "H"]),
    ],
)
def test_an_office_leads_is_a_partner_or_a_member(office: str, expected: list[str], space: Path, run: Run) -> None:
    """By code, by abbreviation, by name, of an office or a group; capitals do not matter."""
    write(space, *OFFICE_TASKS)
    assert ids(run, "--today", "2026-11-17", "--office", office) == expected


def test_an_unknown_office_names_the_nearest(space: Path, run: Run) -> None:
    """Did you mean."""
    result = run("due", "--office", "SGDT")
    assert "SGDDT" in result.err
    assert "SGDT" in result.err


def test_without_the_list_of_offices_a_plan_still_names_its_own(space: Path, run: Run) -> None:
    """Nobody may say that an office is unknown where no list of them is."""
    write(space, *OFFICE_TASKS)
    (space / "plans" / "co-quan.yaml").unlink()
    assert ids(run, "--today", "2026-11-17", "--office", "SYT") == ["G", "H", "L", "P"]


def test_one_plan_alone(space: Path, run: Run) -> None:
    """--plan takes the stem of the file, in whatever folder it stands."""
    write(space, task("A", "ngày 18/11/2026"), name="mot")
    (space / "plans" / "con").mkdir()
    write(space, task("B", "ngày 18/11/2026"), name="con/hai")
    assert ids(run, "--today", "2026-11-17") == ["B", "A"]
    assert ids(run, "--today", "2026-11-17", "--plan", "hai") == ["B"]
    assert ids(run, "--today", "2026-11-17", "--plan", "mot") == ["A"]


# ------------------------------------------------------------------ what is over


def ended_head(since: str, until: str) -> str:
    return HEAD.replace("tu: 2026-01-01, den: 2026-12-31", f"tu: {since}, den: {until}")


def test_a_plan_that_ended_is_one_line(space: Path, run: Run) -> None:
    """Unless its rows are asked for."""
    write(space, task("A", "ngày 18/3/2026"), task("B", "ngày 19/3/2026"), head=ended_head("2026-01-01", "2026-06-30"))
    form = run("due", "--today", "2026-11-17", "--format", "json").json
    assert form["items"] == []
    assert [(plan["plan"], plan["unfinished"]) for plan in form["ended"]] == [("kh", 2)]
    plain = run("due", "--today", "2026-11-17", "--format", "plain").out
    assert plain.count("kh: ended on 30/06/2026") == 1
    assert "2 not reported" in plain
    form = run("due", "--today", "2026-11-17", "--include-ended", "--format", "json").json
    assert [item["id"] for item in form["items"]] == ["A", "B"]
    assert form["ended"] == []


@pytest.mark.parametrize(("until", "ended"), [("2026-11-16", True), ("2026-11-17", False), ("2026-11-18", False)])
def test_a_plan_holds_on_its_last_day(until: str, ended: bool, space: Path, run: Run) -> None:
    """It has ended on the day after."""
    write(space, task("A", "ngày 10/11/2026"), head=ended_head("2026-01-01", until))
    form = run("due", "--today", "2026-11-17", "--format", "json").json
    assert bool(form["ended"]) is ended
    assert bool(form["items"]) is not ended


def test_an_ended_plan_of_others_is_not_told(space: Path, run: Run) -> None:
    """With --office, only plans in which that office left something open."""
    write(space, task("A", "ngày 18/3/2026"), head=ended_head("2026-01-01", "2026-06-30"))
    assert run("due", "--today", "2026-11-17", "--office", "SNV-A", "--format", "json").json["ended"] == []
    assert len(run("due", "--today", "2026-11-17", "--office", "SYT", "--format", "json").json["ended"]) == 1


# ------------------------------------------------------------------ what is done

Q = "ngày 20 tháng cuối quý"  # 20/3, 20/6 (a Saturday: 22/6), 20/9 (a Sunday: 21/9), 20/12 (a Sunday: 21/12)


@pytest.mark.parametrize(
    ("han", "ket_qua", "open_"),
    [
        ("ngày 18/11/2026", "", [1]),
        ("ngày 18/11/2026", "{ngay: 2026-11-17}", []),
        ("ngày 18/11/2026", "{ngay: 2026-11-18}", []),
        ("ngày 18/11/2026", "{ngay: 2026-11-20}", []),  # done late is done
        ("ngày 18/11/2026", "{ngay: 2026-11-17, ky: 1}", []),
        ("ngày 18/11/2026", "{ngay: 2026-11-17, ky: 2}", [1]),  # names an occurrence that there is not
        (Q, "", [1, 2, 3, 4]),
        (Q, "{ngay: 2026-03-10}", [2, 3, 4]),
        (Q, "{ngay: 2026-03-20}", [2, 3, 4]),
        (Q, "{ngay: 2026-03-25}", [2, 3, 4]),  # some days late for the first, not early for the second
        (Q, "{ngay: 2026-06-10}", [1, 3, 4]),  # the nearest due day
        (Q, "{ngay: 2026-03-21, ky: 1}", [2, 3, 4]),
        (Q, "{ngay: 2026-03-21, ky: quý I/2026}", [2, 3, 4]),
        (Q, "{ngay: 2026-03-21, ky: Quý  I/2026}", [2, 3, 4]),
        (Q, "{ngay: 2026-09-01, ky: '2'}, {ngay: 2026-03-01}", [3, 4]),
        (Q, "{ngay: 2026-03-01}, {ngay: 2026-03-02}", [3, 4]),  # a second result is for the next
        (Q, "{ngay: 2026-03-01}, {ngay: 2026-06-01}, {ngay: 2026-09-01}, {ngay: 2026-12-01}", []),
        (Q, "{ngay: 2026-12-30}", [1, 2, 3]),  # none is still due: the last one
        (Q, "{ngay: 2026-12-01}, {ngay: 2026-03-01}", [2, 3]),
    ],
)
def test_a_result_completes_an_occurrence(han: str, ket_qua: str, open_: list[int], space: Path, run: Run) -> None:
    """With `ky` the one it names, without it the one whose due day is nearest; what is done drops out."""
    write(space, task("A", han, f"ket_qua: [{ket_qua}]" if ket_qua else ""))
    items = run("due", "--today", "2026-12-31", "--quarter", "--format", "json").json["items"]
    assert [item["occurrence"] for item in items] == open_


@pytest.mark.parametrize(
    "option", [("--week",), ("--month",), ("--quarter",), ("--overdue",), ("--ahead", "0"), ("--ahead", "300")]
)
def test_what_is_overdue_does_not_depend_on_the_window(option: tuple[str, ...], space: Path, run: Run) -> None:
    """A result that is early for the second quarter never counts for the first because the window is short."""
    write(space, task("A", Q, "ket_qua: [{ngay: 2026-05-23}]"))
    late = [item for item in due_days(run, "--today", "2026-05-24", *option) if item[2] == "open-overdue"]
    assert late == [("A", "2026-03-20", "open-overdue")]


def test_two_tasks_of_one_id_do_not_hide_each_other(space: Path, run: Run) -> None:
    """A copied id is a finding of validate; the second task is still due."""
    write(space, task("A", "ngày 17/11/2026", "ket_qua: [{ngay: 2026-11-10}]"), task("A", "ngày 18/11/2026"))
    assert due_days(run, "--today", "2026-11-17") == [("A", "2026-11-18", "open-in-time")]


# ------------------------------------------------------------------ anchors

BEFORE = "chậm nhất 03 ngày làm việc trước ngày họp"


def test_a_term_counts_from_every_occurrence_of_its_anchor(space: Path, run: Run) -> None:
    """Three working days before each quarterly meeting, by the meeting's own due day."""
    write(space, task("A", BEFORE, "moc: GB"), reviews=(f"ma: GB, ten: Họp, chu_tri: SYT, han: {Q}",))
    days = [
        d for d in due_days(run, "--today", "2026-01-02", "--from", "2026-01-01", "--to", "2026-12-31") if d[0] == "A"
    ]
    assert [day for _id, day, _status in days] == ["2026-03-17", "2026-06-17", "2026-09-16", "2026-12-16"]


@pytest.mark.parametrize(
    "tasks",
    [
        (task("A", BEFORE, "moc: B"), task("B", "khi có yêu cầu")),
        (task("A", BEFORE, "moc: B"), task("B")),
        (task("A", BEFORE, "moc: KHONG-CO"), task("B")),
        (task("A", BEFORE, "moc: A"), task("B")),
        (task("A", BEFORE), task("B")),
        (task("A", BEFORE, "moc: B"), task("B", BEFORE, "moc: A")),
        (task("A", BEFORE, "moc: B"), task("B", BEFORE, "moc: C"), task("C", BEFORE, "moc: A")),
    ],
)
def test_a_term_without_a_dated_anchor_has_no_date(tasks: tuple[str, ...], space: Path, run: Run) -> None:
    """An anchor on demand, without a deadline, missing, itself, in a circle: no rows, all undated, no fault."""
    write(space, *tasks)
    form = run("due", "--today", "2026-11-17", "--quarter", "--format", "json").json
    assert form["items"] == []
    assert form["undated"] == len(tasks)


def test_anchors_in_a_circle_are_a_finding(space: Path, run: Run) -> None:
    """Terms that count from each other have no date, and validate says so."""
    write(space, task("A", BEFORE, "moc: B"), task("B", BEFORE, "moc: A"))
    found = run("validate", "--format", "json").json["diagnostics"]
    assert any(d["path"] == "plans/kh.yaml" and d["line"] in (9, 10) and d["severity"] != "hint" for d in found)


# ------------------------------------------------------------------ undated, check, plain


def test_work_without_a_date_is_counted_and_listed_on_demand(space: Path, run: Run) -> None:
    """Continuous, on demand, no deadline; what has a result is not counted."""
    write(
        space,
        task("A", "thường xuyên"),
        task("B", "khi có yêu cầu"),
        task("C"),
        task("D", "", "ket_qua: [{ngay: 2026-02-01}]"),
    )
    assert run("due", "--today", "2026-11-17", "--format", "json").json["undated"] == 3
    short = run("due", "--today", "2026-11-17").out
    assert "kh/A" not in short
    assert "3 duties without a date" in short
    long = run("due", "--today", "2026-11-17", "--undated").out
    assert all(f"kh/{code}" in long for code in "ABC")
    assert "kh/D" not in long


@pytest.mark.parametrize(("today", "code"), [("2026-11-18", 0), ("2026-11-19", 1)])
def test_check_ends_with_one_when_something_is_overdue(today: str, code: int, space: Path, run: Run) -> None:
    """For a scheduled job; without --check, 0."""
    write(space, task("A", "ngày 18/11/2026"))
    assert run("due", "--today", today, "--check").code == code
    assert run("due", "--today", today).code == 0


def test_plain_is_one_line_of_eight_fields_an_item(space: Path, run: Run) -> None:
    """Tabs part the fields, whatever a title holds."""
    write(space, 'ma: A, ten: "Việc\\tcó\\ttab", chu_tri: SYT, phoi_hop: [SGDDT, SNV-A], han: ngày 18/11/2026')
    lines = run("due", "--today", "2026-11-17").out.splitlines()
    assert lines[0].split("\t") == [
        "18/11/2026",
        "Wednesday",
        "1 day left",
        "not finished, in time",
        "kh/A",
        "Việc có tab",
        "SYT",
        "SGDDT,SNV-A",
    ]


def test_nothing_due_is_said(space: Path, run: Run) -> None:
    """An empty answer is an answer."""
    assert run("due", "--today", "2026-11-17").out == "Nothing is due.\n"


# ------------------------------------------------------------------ what could not be read


@pytest.mark.parametrize("broken", [b"a: b: c\n", b"", b"\xff\xfe\x00", b"phoihop: ke-hoach/9\n", b"- a\n"])
def test_a_plan_that_cannot_be_read_is_mentioned(broken: bytes, space: Path, run: Run) -> None:
    """A short list must not look like good news."""
    (space / "plans" / "hong.yaml").write_bytes(broken)
    write(space, task("A", "ngày 18/11/2026"))
    result = run("due", "--today", "2026-11-17")
    assert "kh/A" in result.out
    assert "plans/hong.yaml" in result.err
    assert "validate" in result.err
    result = run("due", "--today", "2026-11-17", "--format", "json")
    assert result.json["items"]
    assert "plans/hong.yaml" in result.err


def test_a_plan_of_which_part_cannot_be_read_is_mentioned(space: Path, run: Run) -> None:
    """Tasks that are lost to a mistake are not due either: say so."""
    (space / "plans" / "hong.yaml").write_text(HEAD + "      {ma: A, ten: A}\n", encoding="utf-8")
    result = run("due", "--today", "2026-11-17")
    assert "plans/hong.yaml" in result.err


def test_a_plan_asked_for_that_cannot_be_read_is_told_as_such(space: Path, run: Run) -> None:
    """It is there; it is only broken."""
    (space / "plans" / "hong.yaml").write_bytes(b"a: b: c\n")
    result = run("due", "--plan", "hong")
    assert result.code != 0
    assert "there is no plan" not in result.err
    assert "hong" in result.err


def test_sound_plans_are_read_silently(space: Path, run: Run) -> None:
    """Nothing on standard error."""
    write(space, task("A", "ngày 18/11/2026"))
    (space / "plans" / "lich.yaml").write_text("phoihop: lich/1\nnam: []\n", encoding="utf-8")
    (space / "plans" / "phoihop.yaml").write_text("phoihop: cau-hinh/1\nngon_ngu: en\n", encoding="utf-8")
    (space / "plans" / "README.md").write_text("# Đọc trước\n", encoding="utf-8")
    assert run("due", "--today", "2026-11-17").err == ""


def test_the_offices_of_the_fixture_are_sound(space: Path, run: Run) -> None:
    """So that the tests above test what they say."""
    write(space, task("A", "ngày 18/11/2026"))
    result = run("validate", "--fail-on", "warning")
    assert (result.code, result.err) == (0, "")
