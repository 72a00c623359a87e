"""Consent: an office agrees to a text, an edit waits for it again; what carries out which duty of the parent plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run, plan_text

TODAY = ("--today", "2026-05-12")
CHILD_HEAD = """\
phoihop: ke-hoach/1
van_ban: {loai: KH, trich_yeu: Thực hiện, ngay_ban_hanh: 2026-02-05, hieu_luc: {tu: 2026-02-01, den: 2026-12-31}, thuc_hien: cha}
co_quan:
  - {ma: SYT, vai_tro: ban-hanh}
  - {ma: SGDDT}
noi_dung:
  - muc: Mục đích, nhiệm vụ và tổ chức thực hiện
    nhiem_vu:
"""  # noqa: E501


@pytest.fixture
def plans(space: Path) -> Path:
    parent = plan_text(
        "ma: A-1, ten: Khám sức khỏe, chu_tri: SYT, phoi_hop: [SGDDT], han: trước ngày 15/11/2026",
        "ma: A-2, ten: Họp, chu_tri: SYT, han: tháng 6/2026",
    )
    child = plan_text(
        "ma: B-1, ten: Khám cho học sinh, chu_tri: SYT, phoi_hop: [SGDDT], han: trước ngày 01/11/2026, thuc_hien: A-1",
        "ma: B-2, ten: Việc riêng, chu_tri: SYT, han: tháng 6/2026",
        head=CHILD_HEAD,
    )
    (space / "plans/cha.yaml").write_text(parent, encoding="utf-8")
    (space / "plans/con.yaml").write_text(child, encoding="utf-8")
    return space


def outdated(run: Run) -> list[str]:
    told = run("validate", "--select", "agreement-outdated", "--format", "json").json["diagnostics"]
    return [one["message"] for one in told]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_who_agreed_waits_for_nothing_until_the_text_changes(plans: Path, run: Run) -> None:
    before = (plans / "plans/con.yaml").read_text(encoding="utf-8").splitlines()
    result = run("agree", "SGDDT", "con/B-1", *TODAY)
    assert (result.code, result.out) == (0, "con: SGDDT agrees to 1 clause\n")
    after = (plans / "plans/con.yaml").read_text(encoding="utf-8").splitlines()
    assert len(after) == len(before)
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [
        line for line in after if "dong_y" in line
    ]
    assert outdated(run) == []
    again = run("agree", "SGDDT", "con/B-1", "--today", "2026-06-01")
    assert again.out == "con: SGDDT agrees to 0 clauses; 1 was agreed to already\n"
    assert "2026-05-12" in (plans / "plans/con.yaml").read_text(encoding="utf-8")

    edit(plans / "plans/con.yaml", "01/11/2026", "30/11/2026")
    assert outdated(run) == ['"B-1" waits for SGDDT to look again: it agreed on 12/5/2026 to another text']
    assert run("agree", "SGDDT", "B-1", "--today", "2026-06-01").code == 0
    assert outdated(run) == []
    text = (plans / "plans/con.yaml").read_text(encoding="utf-8")
    assert text.count("dong_y") == 1
    assert "2026-06-01" in text


def test_the_latest_of_two_agreements_of_an_office_counts(plans: Path, run: Run) -> None:
    plan = plans / "plans/con.yaml"
    assert run("agree", "SGDDT", "con/B-1", *TODAY).code == 0
    text = plan.read_text(encoding="utf-8")
    held = text[text.index("{co_quan: SGDDT, ngay") : text.index("}", text.index("{co_quan: SGDDT, ngay")) + 1]
    edit(plan, held, "{co_quan: SGDDT, ngay: 2026-03-01, ban: '0123456789'}, " + held)
    assert outdated(run) == []
    assert run("agree", "SGDDT", "con/B-1", "--today", "2026-06-01").out.startswith("con: SGDDT agrees to 0 clauses")
    assert run("agree", "SGDDT", "con/B-1", "--undo").code == 0
    assert outdated(run) == ['"B-1" waits for SGDDT to look again: it agreed on 01/3/2026 to another text']


def test_a_parent_duty_that_is_gone_is_looked_at_again(plans: Path, run: Run) -> None:
    assert run("agree", "SGDDT", "con/B-1", *TODAY).code == 0
    edit(plans / "plans/cha.yaml", "ma: A-1", "ma: A-9")
    assert outdated(run) == ['"B-1" waits for SGDDT to look again: "A-1" of the parent plan changed after 12/5/2026']


def test_a_report_and_what_feeds_it_are_one_clause(plans: Path, run: Run) -> None:
    edit(
        plans / "plans/con.yaml",
        "noi_dung:",
        "ra_soat:\n  - {ma: BC, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, han: ngày 20 tháng cuối quý, "
        "chot_so_lieu: {ngay: 14}, chuoi: [{ma: BC-1, ten: Số liệu, chu_tri: SGDDT, truoc: 3}]}\nnoi_dung:",
    )
    assert run("agree", "SGDDT", "BC-1").err.endswith("agree to con/BC\n")
    assert run("agree", "SGDDT", "--plan", "con", *TODAY).out == "con: SGDDT agrees to 2 clauses\n"
    assert outdated(run) == []
    for old, new in (("truoc: 3", "truoc: 5"), ("ngay: 14}", "ngay: 12}"), ("Số liệu", "Số liệu ngành")):
        edit(plans / "plans/con.yaml", old, new)
        assert outdated(run) == ['"BC" waits for SGDDT to look again: it agreed on 12/5/2026 to another text']
        edit(plans / "plans/con.yaml", new, old)


def test_a_change_of_the_parent_makes_its_child_suspect(plans: Path, run: Run) -> None:
    assert run("agree", "SGDDT", "con/B-1", *TODAY).code == 0
    edit(plans / "plans/cha.yaml", "Khám sức khỏe", "Khám sức khỏe hai lần")
    assert outdated(run) == ['"B-1" waits for SGDDT to look again: "A-1" of the parent plan changed after 12/5/2026']
    assert "(to be looked at again)" in run("trace").out
    assert run("agree", "SGDDT", "con/B-1", *TODAY).code == 0
    assert outdated(run) == []


def test_status_tells_who_is_waited_for(plans: Path, run: Run) -> None:
    assert run("agree", "SGDDT", "con/B-1", *TODAY).code == 0
    status = ("status", "--plan", "con", *TODAY, "--format")
    assert run(*status, "json").json["waiting"] == []
    edit(plans / "plans/con.yaml", "01/11/2026", "30/11/2026")
    told = {"plan": "con", "id": "B-1", "office": "SGDDT", "office_name": "Sở Giáo dục và Đào tạo"}
    assert run(*status, "json").json["waiting"] == [told | {"day": "2026-05-12", "parent": ""}]
    line = "con/B-1 waits for Sở Giáo dục và Đào tạo to look again: it agreed on 12/05/2026 to another text"
    assert line in run(*status, "plain").out
    assert run("status", "--plan", "con", "--office", "SNV-A", *TODAY, "--format", "json").json["waiting"] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ma: B-1", "ma: B-9"),
        ("ten: Khám cho học sinh", 'ten:   "Khám  cho học sinh"'),
        ("san_pham: Báo cáo", "san_pham: Báo cáo, ket_qua: [{ngay: 2026-05-01}]"),
        ("noi_dung:", "# ghi chú\nnoi_dung:"),
    ],
)
def test_what_is_no_text_of_the_clause_asks_nobody_again(old: str, new: str, plans: Path, run: Run) -> None:
    assert run("agree", "SGDDT", "con/B-1", *TODAY).code == 0
    edit(plans / "plans/con.yaml", old, new)
    assert outdated(run) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ten: Khám cho học sinh", "ten: Khám mắt cho học sinh"),
        ("phoi_hop: [SGDDT]", "phoi_hop: [SGDDT, SNV-A]"),
        ("han: trước ngày 01/11/2026", "han: trước ngày 02/11/2026"),
        ("san_pham: Báo cáo", "san_pham: Bảng kê"),
    ],
)
def test_what_is_text_of_the_clause_asks_again(old: str, new: str, plans: Path, run: Run) -> None:
    assert run("agree", "SGDDT", "con/B-1", *TODAY).code == 0
    text = (plans / "plans/con.yaml").read_text(encoding="utf-8")
    (plans / "plans/con.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert len(outdated(run)) == 1


def test_a_whole_plan_at_once_and_back(plans: Path, run: Run) -> None:
    before = (plans / "plans/con.yaml").read_bytes()
    assert run("agree", "SYT", "--plan", "con", *TODAY).out == "con: SYT agrees to 2 clauses\n"
    assert run("agree", "SGDDT", "--plan", "con", *TODAY).out == "con: SGDDT agrees to 1 clause\n"
    assert outdated(run) == []
    assert run("agree", "SGDDT", "--plan", "con", "--undo").out == "con: 1 agreement of SGDDT is taken out\n"
    assert run("agree", "SYT", "--plan", "con", "--undo").out == "con: 2 agreements of SYT are taken out\n"
    assert (plans / "plans/con.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("SGDDT",), 2, "--plan"),
        (("SGDDT", "B-1", "--plan", "con"), 2, "--plan"),
        (("XX", "B-1"), 2, "XX"),
        (("SNV", "B-1"), 2, "SNV-A, SNV-B"),
        (("SNV-A", "B-1"), 1, "SNV-A"),
        (("SNV-A", "--plan", "con"), 1, "nothing"),
        (("SGDDT", "B-7"), 2, "B-7"),
        (("SGDDT", "B-1", "--on", "2026-05-13"), 2, "still to come"),
        (("SGDDT", "B-1", "--undo"), 1, "has not agreed"),
    ],
)
def test_what_cannot_be_agreed_to_is_refused(
    arguments: tuple[str, ...], code: int, said: str, plans: Path, run: Run
) -> None:
    before = (plans / "plans/con.yaml").read_bytes()
    result = run("agree", *arguments, *TODAY)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert (plans / "plans/con.yaml").read_bytes() == before


def test_the_trace_tells_what_is_carried_out_and_what_is_not(plans: Path, run: Run) -> None:
    plain = run("trace").out
    assert plain.startswith("cha: 1 of 2 duties are carried out by con\n")
    assert "    <- con/B-1  Khám cho học sinh; Sở Y tế; trước ngày 01/11/2026\n" in plain
    assert "    <- none\n" in plain
    assert "    con/B-2  Việc riêng" in plain
    (one,) = run("trace", "con", "--format", "json").json["traces"]
    assert (one["parent"], one["duties"], one["covered"]) == ("cha", 2, 1)
    assert [[carrier["id"] for carrier in row["carriers"]] for row in one["rows"]] == [["B-1"], []]
    assert [own["id"] for own in one["own"]] == ["B-2"]
    table = run("trace", "--format", "table").out
    assert "B-1" in table
    assert all(len(line) <= 80 for line in table.splitlines())
    markdown = run("trace", "--format", "md").out
    assert "| 2 | Họp | Sở Y tế | tháng 6/2026 | Chưa có nhiệm vụ thực hiện |" in markdown
    assert "con/B-1: Khám cho học sinh" in run("trace", "--format", "html").out
    assert run("trace", "--check").code == 1
    assert run("trace").code == 0


def test_a_trace_of_nothing_says_so(space: Path, run: Run) -> None:
    (space / "plans/kh.yaml").write_text(plan_text("ma: A, ten: Việc, chu_tri: SYT"), encoding="utf-8")
    assert run("trace").out == "No plan here carries out another (thuc_hien).\n"
    assert run("trace", "--format", "json").json == {"version": 1, "traces": []}
    assert run("render", "kh", "--as", "bang-doi-chieu").code == 1


def test_a_task_that_names_what_is_not_there_is_told(plans: Path, run: Run) -> None:
    edit(plans / "plans/con.yaml", "thuc_hien: A-1", "thuc_hien: A-7")
    assert '(names "A-7", which is not there)' in run("trace").out
