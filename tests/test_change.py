"""What changed between two plans, by identity: tables of edits, and edits that are no change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.bind.book import assemble
from phoihop.bind.file import BoundFile, bind_bytes
from phoihop.change.compare import State, compare
from phoihop.change.matching import matched, out_of_order, same_words
from phoihop.change.records import Change, Item
from phoihop.dates.calendar import Calendar
from phoihop.resources import shipped_years

ROOT = Path(__file__).parent.parent
CALENDAR = Calendar(shipped_years())
TODAY = date(2026, 3, 2)
PLAN = """\
phoihop: ke-hoach/1
van_ban:
  loai: KH
  so_ky_hieu: 12/KHPH-SYT-SGDĐT
  trich_yeu: Phối hợp chăm sóc sức khỏe học sinh năm 2026
  dia_danh: Cần Thơ
  ngay_ban_hanh: 2026-01-20
  hieu_luc: {tu: 2026-01-20, den: 2026-12-31}
can_cu:
  - Luật Trẻ em ngày 05 tháng 4 năm 2016
  - Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT ngày 12 tháng 5 năm 2016 của Bộ Y tế
co_quan:
  - {ma: SYT, vai_tro: ban-hanh}
  - {ma: SGDDT, vai_tro: ban-hanh}
noi_dung:
  - muc: Mục đích
    doan: ["Học sinh được chăm sóc sức khỏe tại trường."]
  - muc: Nội dung phối hợp
    khoan: ["Đúng chức năng."]
    nhiem_vu:
      - {ma: NV-01, ten: Khám sức khỏe đầu năm học, chu_tri: SYT, phoi_hop: [SGDDT], han: trước ngày 15/11/2026}
      - {ma: NV-02, ten: Cử người dự họp, chu_tri: SGDDT, han: chậm nhất 03 ngày làm việc trước ngày họp, moc: GB}
      - {ma: NV-03, ten: Tập huấn cho nhân viên y tế trường học, chu_tri: SYT, han: quý II/2026}
  - muc: Tổ chức thực hiện
ra_soat:
  - {ma: GB, loai: giao-ban, ten: Họp giao ban, chu_tri: SYT, han: ngày 20 tháng cuối quý}
  - {ma: TK, loai: tong-ket, ten: Tổng kết, chu_tri: SYT, han: tháng 12/2026}
noi_nhan: [UBND thành phố (để báo cáo), "Lưu: VT"]
ky_ten:
  - {co_quan: SGDDT, quyen_han: GIÁM ĐỐC, ho_ten: Trần Thị Bình}
  - {co_quan: SYT, quyen_han: GIÁM ĐỐC, ho_ten: Nguyễn Văn An}
"""
NV_01 = PLAN[PLAN.index("      - {ma: NV-01") : PLAN.index("      - {ma: NV-02")]
NV_03 = PLAN[PLAN.index("      - {ma: NV-03") : PLAN.index("  - muc: Tổ chức")]


def state(*files: BoundFile) -> State:
    return State(assemble(files), CALENDAR)


def changed(old: str, new: str, name: str = "kh.yaml", other: str = "") -> Change:
    before, after = bind_bytes(f"plans/{name}", old.encode()), bind_bytes(f"plans/{other or name}", new.encode())
    return compare(state(before), state(after), TODAY, same_days=True)


def said(items: list[Item]) -> list[str]:
    """Each item in short: kind, what, id, field, old -> new."""
    return [
        " ".join(part for part in (i.kind.value, i.what.value, i.id, i.field) if part) + f": {i.old} -> {i.new}"
        for i in items
    ]


def edit(*pairs: tuple[str, str]) -> str:
    text = PLAN
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("15/11/2026", "30/11/2026")], ["changed task NV-01 han: trước ngày 15/11/2026 -> trước ngày 30/11/2026"]),
        ([("ma: NV-01", "ma: NV-11")], ["renamed task NV-11 ma: NV-01 -> NV-11"]),
        (
            [("NV-03, ten: Tập huấn cho nhân viên", "NV-04, ten: Tập huấn thêm cho nhân viên")],
            [
                "renamed task NV-04 ma: NV-03 -> NV-04",
                "changed task NV-04 ten: Tập huấn cho nhân viên y tế trường học -> "
                "Tập huấn thêm cho nhân viên y tế trường học",
            ],
        ),
        (
            [(NV_01, ""), ("  - muc: Tổ chức thực hiện\n", "  - muc: Tổ chức thực hiện\n    nhiem_vu:\n" + NV_01)],
            [
                "renumbered task NV-02: 3 -> 2",
                "renumbered task NV-03: 4 -> 3",
                "moved task NV-01 nhiem_vu: Nội dung phối hợp -> Tổ chức thực hiện",
            ],
        ),
        (
            [(NV_03, "")],
            [
                "removed task NV-03 nhiem_vu: Tập huấn cho nhân viên y tế trường học "
                "(chủ trì: SYT; thời hạn: quý II/2026) -> "
            ],
        ),
        (
            [(NV_03, NV_03 + "      - {ma: NV-04, ten: Sơ kết}\n")],
            ["added task NV-04 nhiem_vu:  -> Sơ kết"],
        ),
        ([("đầu năm học, chu_tri: SYT", "đầu năm học, chu_tri: CA")],
         ["changed task NV-01 chu_tri: SYT -> CA"]),
        ([("muc: Mục đích", "muc: Mục đích, yêu cầu")], ["changed section Mục đích, yêu cầu muc: "
         "Mục đích -> Mục đích, yêu cầu"]),
        ([('khoan: ["Đúng chức năng."]', 'khoan: ["Đúng chức năng.", "Kịp thời."]')],
         ["added text Nội dung phối hợp khoan:  -> Kịp thời.", "renumbered task NV-01: 2 -> 3",
          "renumbered task NV-02: 3 -> 4", "renumbered task NV-03: 4 -> 5"]),
        ([("  - Luật Trẻ em ngày 05 tháng 4 năm 2016\n", "")],
         ["removed citation kh can_cu: Luật Trẻ em ngày 05 tháng 4 năm 2016 -> "]),
        ([("của Bộ Y tế", "của Bộ Y tế và Bộ Giáo dục")],
         ["changed citation kh can_cu: Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT ngày 12 tháng 5 năm 2016 "
         "của Bộ Y tế"
          " -> Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT ngày 12 tháng 5 năm 2016 của Bộ Y tế và Bộ Giáo dục"]),
        ([("  - {ma: SGDDT, vai_tro: ban-hanh}", "  - {ma: SGDDT, vai_tro: thuc-hien}")],
         ["changed participant SGDDT vai_tro: ban-hanh -> thuc-hien"]),
        ([("[UBND thành phố (để báo cáo), ", "[UBND thành phố (để báo cáo), Bộ Y tế, ")],
         ["added recipient noi_nhan:  -> Bộ Y tế"]),
        ([("ho_ten: Nguyễn Văn An", "ho_ten: Lê Văn Cường")], ["changed signature SYT ho_ten: "
         "Nguyễn Văn An -> Lê Văn Cường"]),
        ([("den: 2026-12-31", "den: 2027-06-30")], ["changed head kh hieu_luc.den: 31/12/2026 -> 30/6/2027",
          "changed task NV-02 due:  -> ", "changed review GB due:  -> "]),
        ([("loai: giao-ban", "loai: so-ket")], ["changed review GB loai: giao-ban -> so-ket"]),
        ([("han: quý II/2026", "han: quý II/2026, ket_qua: [{ngay: 2026-06-01, van_ban: 9/BC-SYT}]")],
         ["added result NV-03 ket_qua:  -> 01/6/2026; 9/BC-SYT"]),
    ],
)  # fmt: skip
def test_a_change_has_its_name(pairs: list[tuple[str, str]], expected: list[str]) -> None:
    assert said(changed(PLAN, edit(*pairs)).items()) == expected


SILENT = (
    edit(("  loai: KH\n", ""), ("van_ban:\n", "van_ban: # đầu văn bản\n  loai: 'KH'\n")),
    edit(("chu_tri: SYT, phoi_hop: [SGDDT], han: trước ngày 15/11/2026}",
          'han: "trước ngày 15/11/2026",\n         phoi_hop: [ SGDDT ], chu_tri: SYT}')),
    PLAN.replace("\n", "\r\n"),
    "# một lời\n" + PLAN + "\n\n",
    "\ufeff" + PLAN,
    edit(("    doan: [\"Học sinh được chăm sóc sức khỏe tại trường.\"]",
          "    doan:\n      - >-\n        Học sinh được chăm sóc\n        sức khỏe tại trường.")),
)  # fmt: skip


@pytest.mark.parametrize("text", SILENT, ids=range(len(SILENT)))
def test_what_says_the_same_is_no_change(text: str) -> None:
    assert changed(PLAN, text).items() == []


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_changed_in_what_stays(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert changed(text, text, path.name).items() == []


_LINES = PLAN.splitlines()


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_comments_and_blank_lines_anywhere_are_silent(data: st.DataObject) -> None:
    marks = data.draw(st.lists(st.tuples(st.integers(0, len(_LINES)), st.sampled_from(["", "# lời", "   # x: y"]))))
    lines = list(_LINES)
    for at, mark in sorted(marks, reverse=True):
        lines.insert(at, mark)
    assert changed(PLAN, "\n".join(lines)).items() == []


@given(st.permutations(range(6)), st.permutations(range(6)))
@settings(max_examples=60)
def test_the_fewest_things_explain_another_order(a: list[int], b: list[int]) -> None:
    found = matched(a, b, (lambda one: (one,),))
    moved = out_of_order(found.pairs)
    stays = [pair for pair in found.pairs if pair not in moved]
    assert [i for i, _j in sorted(stays, key=lambda pair: pair[1])] == sorted(i for i, _j in stays)
    assert (not moved) == (a == b)


def test_due_days_move_with_what_they_count_from() -> None:
    items = changed(PLAN, edit(("ngày 20 tháng cuối quý", "ngày 25 tháng cuối quý"))).items()
    assert [(i.id, i.field, i.because, len(i.moves)) for i in items] == [
        ("GB", "han", (), 4),
        ("NV-02", "due", ("GB",), 4),
    ]
    move = items[0].moves[0]
    assert (move.label, move.old_due, move.new_due) == ("quý I/2026", date(2026, 3, 20), date(2026, 3, 25))
    assert move.working_days == 3
    (item,) = changed(PLAN, edit(("quý II/2026", "quý I/2026"))).items()
    assert [move.working_days for move in item.moves] == [-62]


def test_a_day_after_the_plans_last_one_moves_and_is_not_gone() -> None:
    late = edit(("han: tháng 12/2026", "han: ngày 15/2/2027"))
    (item,) = changed(late, late.replace("ngày 15/2/2027", "ngày 29/4/2027")).items()
    assert [(move.old_due, move.new_due) for move in item.moves] == [(date(2027, 2, 15), date(2027, 4, 29))]


def test_another_calendar_moves_due_days() -> None:
    notice = "phoihop: lich/1\nnam: [{nam: 2026, thong_bao: [X], nghi: [{ngay: 2026-11-13, ten: X}]}]\n"
    years = bind_bytes("lich.yaml", notice.encode()).years
    file = bind_bytes("plans/kh.yaml", PLAN.encode())
    new = State(assemble([file]), Calendar(shipped_years()).overlay(years))
    items = compare(state(file), new, TODAY).items()
    assert [(i.id, i.field, i.because) for i in items] == [("NV-01", "due", ("lich.yaml",))]


@pytest.mark.parametrize(
    ("pair", "content", "nature"),
    [
        (("trước ngày 15/11/2026", "trước ngày 16/11/2026"), True, "content"),
        (("quý II/2026", "Quý II/2026"), False, "form"),
        (("ngày 05 tháng 4", "ngày 5 tháng 4"), False, "form"),
        (("Khám sức khỏe đầu", "Khám sức khoẻ đầu"), False, "form"),
        (("Khám sức khỏe đầu", "Khám  sức khỏe đầu"), False, "form"),
        (("dia_danh: Cần Thơ", "dia_danh: Hậu Giang"), False, "form"),
        (("ho_ten: Nguyễn Văn An", "ho_ten: Nguyễn Văn Ân"), False, "form"),
        (("Tổng kết, chu_tri: SYT", "Tổng kết, chu_tri: SGDDT"), True, "content"),
        (("ma: NV-03", "ma: NV-33"), False, "unprinted"),
        (("han: quý II/2026", "han: quý II/2026, ket_qua: [{ngay: 2026-06-01}]"), False, "progress"),
        (("Học sinh được chăm sóc", "Học sinh chưa được chăm sóc"), True, "content"),
    ],
)
def test_what_a_change_means_for_an_issued_document(pair: tuple[str, str], content: bool, nature: str) -> None:
    change = changed(PLAN, edit(pair))
    assert [item.nature.value for item in change.items()] in ([nature], [])
    assert any(plan.content for plan in change.plans) is content
    draft = edit(("12/KHPH-SYT-SGDĐT", "chưa cấp"))
    again = changed(draft, draft.replace(*pair))
    assert not any(plan.issued or plan.content for plan in again.plans)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hoà bình", "hòa  bình", True),
        ("ngày 5/6/2026", "ngày 05/06/2026", True),
        ("“Hai Sở”", '"hai sở".', True),
        ("A ,B", "A, B", True),
        ("10 ngày", "1 ngày", False),
        ("chưa làm", "chứa làm", False),
        ("5,05 tỷ", "5,5 tỷ", False),
        ("SYT", "SYT-A", False),
    ],
)
def test_technique_and_words(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same


def test_a_renamed_file_is_the_same_plan() -> None:
    for text in (PLAN, edit(("15/11/2026", "30/11/2026"))):
        items = changed(PLAN, text, other="kh-2026.yaml").items()
        assert said(items)[0] == "renamed plan kh-2026: kh -> kh-2026"
        assert len(items) == 1 + (text != PLAN)
    without = edit(("12/KHPH-SYT-SGDĐT", "chưa cấp"), ("trich_yeu: Phối hợp", "trich_yeu: Tăng cường phối hợp"))
    assert changed(PLAN, without, other="b.yaml").items()[0].kind.value == "renamed"
    another = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: X}\n"
    kinds = [item.kind.value for item in changed(PLAN, another, other="b.yaml").items()]
    assert kinds == ["added", "removed"]


def test_who_carries_it_out_is_affected() -> None:
    child = bind_bytes(
        "plans/con.yaml",
        b"phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Con, thuc_hien: kh}\n"
        b"noi_dung: [{muc: A, nhiem_vu: [{ma: C-1, ten: X, thuc_hien: NV-01}]}]\n",
    )
    old, new = (bind_bytes("plans/kh.yaml", text.encode()) for text in (PLAN, edit(("15/11/2026", "30/11/2026"))))
    (part,) = compare(state(old, child), state(new, child), TODAY, same_days=True).plans
    assert part.items[0].affects == ("con/C-1",)
    assert part.carried_out_by == ("con",)


def test_offices_and_the_plans_that_name_them() -> None:
    names = "phoihop: co-quan/1\nco_quan: [{ma: SYT, ten: Sở Y tế}, {ma: CA, ten: Công an}]\n"
    plan = bind_bytes("plans/kh.yaml", PLAN.encode())
    old, new = (
        bind_bytes("plans/co-quan.yaml", text.encode())
        for text in (names, names.replace("Sở Y tế", "Sở Y tế TP").replace("CA,", "CATP,"))
    )
    change = compare(state(old, plan), state(new, plan), TODAY, same_days=True)
    assert said(list(change.offices)) == [
        "changed office SYT ten: Sở Y tế -> Sở Y tế TP",
        "renamed office CATP ma: CA -> CATP",
    ]
    assert change.offices[0].affects == ("kh",)
    assert change.reprinted == ("kh",)


@pytest.mark.parametrize("broken", ["van_ban: [", "", "- a\n- b\n", "phoihop: ke-hoach/9\n", "\x00\xff"])
def test_what_cannot_be_read_is_told_and_not_compared(broken: str) -> None:
    for old, new in ((PLAN, broken), (broken, PLAN)):
        change = changed(old, new)
        assert (change.items(), change.unread) == ([], ("kh",))
