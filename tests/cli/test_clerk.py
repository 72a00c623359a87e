"""A clerk is given a plan with twelve planted faults of twelve kinds, and finds all from the output alone."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run

OFFICES = """\
phoihop: co-quan/1
co_quan:
  - {ma: SYT, ten: Sở Y tế thành phố Cần Thơ, viet_tat: SYT, dia_danh: Cần Thơ}
  - {ma: SGDDT, ten: Sở Giáo dục và Đào tạo thành phố Cần Thơ, viet_tat: SGDĐT, dia_danh: Cần Thơ}
  - {ma: SLDTBXH, ten: Sở Lao động - Thương binh và Xã hội, den: 2025-02-28, ke_thua: [{ma: SYT, linh_vuc: trẻ em}]}
"""

CLEAN = """\
phoihop: ke-hoach/1
van_ban:
  loai: KH
  so_ky_hieu: 12/KHPH-SYT-SGDĐT
  trich_yeu: Phối hợp chăm sóc sức khỏe học sinh năm 2026
  dia_danh: Cần Thơ
  ngay_ban_hanh: 2026-01-20
  hieu_luc: {tu: 2026-01-20, den: 2026-12-31}
can_cu:
  - Luật Trẻ em ngày 05/4/2016
  - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư
co_quan:
  - {ma: SYT, vai_tro: ban-hanh}
  - {ma: SGDDT, vai_tro: ban-hanh}
noi_dung:
  - muc: Mục đích, yêu cầu
    doan:
      - Chăm sóc sức khỏe học sinh trên địa bàn thành phố.
  - muc: Nội dung phối hợp
    nhiem_vu:
      - ma: NV-01
        ten: Khám sức khỏe đầu năm học cho học sinh
        chu_tri: SYT
        phoi_hop: [SGDDT]
        han: trước ngày 16/11/2026
        san_pham: Báo cáo kết quả khám
        ket_qua:
          - {ngay: 2026-05-10, van_ban: 210/BC-SYT}
      - ma: NV-02
        ten: Gửi đề nghị cử người dự họp
        chu_tri: SGDDT
        phoi_hop: [SYT]
        han: chậm nhất 03 ngày làm việc trước ngày họp
        moc: GB
        san_pham: Công văn
  - muc: Tổ chức thực hiện
    doan:
      - Hai Sở chỉ đạo các đơn vị trực thuộc thực hiện Kế hoạch.
ra_soat:
  - {ma: GB, loai: giao-ban, ten: Họp giao ban, chu_tri: SYT, phoi_hop: [SGDDT], han: ngày 20 tháng cuối quý}
noi_nhan:
  - Các đơn vị trực thuộc hai Sở
  - "Lưu: VT"
ky_ten:
  - {co_quan: SGDDT, quyen_han: GIÁM ĐỐC}
  - {co_quan: SYT, quyen_han: KT. GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC}
"""

# The family, what is typed, what stands there instead, the rule that has to say so, and on which words.
FAULTS = [
    ("text", "Chăm sóc sức khỏe học sinh trên", "Chăm sóc sức khỏe học\u00a0sinh trên", "no-break-space"),
    ("structure", "    doan:\n      - Hai Sở chỉ đạo các đơn vị trực thuộc thực hiện Kế hoạch.\n", "", "empty-section"),
    (
        "structure",
        '  - Các đơn vị trực thuộc hai Sở\n  - "Lưu: VT"\n',
        '  - "Lưu: VT"\n  - Các đơn vị\n',
        "archive-line",
    ),
    (
        "clarity",
        "        chu_tri: SYT\n        phoi_hop: [SGDDT]\n",
        "        phoi_hop: [SGDDT]\n",
        "task-without-lead",
    ),
    ("dates", "han: ngày 20 tháng cuối quý", "han: ngày 31/11/2026", "unreadable-deadline"),
    ("dates", "han: trước ngày 16/11/2026", "han: trước ngày 16/11/2027", "deadline-outside-period"),
    ("citations", "ngày 05/3/2020 của Chính phủ", "ngày 05/3/2020 của Thủ tướng Chính phủ", "citation-issuer"),
    ("offices", "        phoi_hop: [SYT]\n", "        phoi_hop: [SYTT]\n", "unknown-office"),
    ("offices", "  dia_danh: Cần Thơ\n", "  dia_danh: Sóc Trăng\n", "place-mismatch"),
    ("form", "quyen_han: KT. GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC", "quyen_han: KT. GIÁM ĐỐC", "signing-mark"),
    ("plans", "  hieu_luc:", "  thuc_hien: khong-co\n  hieu_luc:", "dangling-reference"),
    ("history", "ngay: 2026-05-10", "ngay: 2025-05-10", "result-too-early"),
]


def put(space: Path, text: str) -> None:
    (space / "plans" / "co-quan.yaml").write_text(OFFICES, encoding="utf-8")
    (space / "plans" / "kh.yaml").write_text(text, encoding="utf-8")


def test_a_clean_plan_says_nothing_but_its_summary(space: Path, run: Run) -> None:
    put(space, CLEAN)
    result = run("validate", "--today", "2026-06-30")
    assert (result.code, result.out) == (0, "2 files, 0 errors, 0 warnings, 0 hints\n")


def test_twelve_faults_are_twelve_findings(space: Path, run: Run) -> None:
    text = CLEAN
    for _family, clean, faulty, _rule in FAULTS:
        assert text.count(clean) >= 1
        text = text.replace(clean, faulty, 1)
    put(space, text)
    found = run("validate", "--format", "json", "--today", "2026-06-30").json["diagnostics"]
    assert sorted(one["rule"] for one in found) == sorted(rule for *_fault, rule in FAULTS)
    assert all(one["help"] for one in found), "each has its remedy"


def test_each_fault_alone_is_one_finding_at_its_place(space: Path, run: Run) -> None:
    for _family, clean, faulty, rule in FAULTS:
        text = CLEAN.replace(clean, faulty, 1)
        put(space, text)
        (one,) = run("validate", "--format", "json", "--today", "2026-06-30").json["diagnostics"]
        first = CLEAN.index(clean)
        near = CLEAN[:first].count("\n") + 1
        assert one["rule"] == rule
        assert near - 3 <= one["line"] <= near + 3, (rule, near, one["line"])


def test_more_faults_of_the_catalogue(space: Path, run: Run) -> None:
    """One edit each, one rule each: what else a clerk, a lawyer and a project officer would find."""
    for clean, faulty, rule in MORE:
        assert CLEAN.count(clean) >= 1, clean
        put(space, CLEAN.replace(clean, faulty, 1))
        found = run("validate", "--format", "json", "--today", "2026-06-30").json["diagnostics"]
        assert [one["rule"] for one in found] == [rule], (rule, found)


MORE = [
    ("  - {ma: SGDDT, vai_tro: ban-hanh}", "  - {ma: SGDDT, vai_tro: ban-hanh}\n  - {ma: SLDTBXH}", "office-ceased"),
    ("Hai Sở chỉ đạo", "Hai  Sở chỉ đạo", "stray-space"),
    ("  - Luật Trẻ em ngày 05/4/2016\n", "  - Luật Trẻ em ngày 5/4/2016\n", "date-padding"),
    ("  - Luật Trẻ em ngày 05/4/2016\n", "  - Kế hoạch số 5/KH-UBND ngày 05/01/2025\n", "number-padding"),
    ("ngày 05/3/2020 của Chính phủ về", "ngày 05/3/2026 của Chính phủ về", "citation-date"),
    ("  - Luật Trẻ em ngày 05/4/2016\n", "  - Luật Trẻ em ngày 05/4/2026\n", "citation-younger"),
    ("        moc: GB\n", "        moc: GB2\n", "dangling-reference"),
    ("        moc: GB\n", "", "deadline-incomplete"),
    ("        san_pham: Công văn\n", "", "no-deliverable"),
    ("học sinh năm 2026\n", "học sinh năm 2026.\n", "typed-end-mark"),
    ("Hai Sở chỉ đạo", "Ủy ban Nhân dân chỉ đạo", "capital-letters"),
    ("  - {co_quan: SGDDT, quyen_han: GIÁM ĐỐC}\n", "", "signature-of-whom"),
    ("quyen_han: GIÁM ĐỐC}", "quyen_han: GIÁM ĐỐC, ho_ten: TS. Nguyễn Văn A}", "academic-title"),
    ("han: trước ngày 16/11/2026", "han: chậm nhất ngày 15/11/2026", "deadline-on-day-off"),
    ("{ngay: 2026-05-10,", "{ngay: 2026-07-10,", "result-in-future"),
    (", van_ban: 210/BC-SYT}", "}", "result-without-document"),
    ("  - Các đơn vị trực thuộc hai Sở\n", "  - Các đơn vị trực thuộc hai Sở;\n", "typed-end-mark"),
    ("KHPH-SYT-SGDĐT", "QĐ-SYT-SGDĐT", "malformed-number"),
    ("han: ngày 20 tháng cuối quý}", "han: định kỳ hằng quý}", "vague-deadline"),
]
