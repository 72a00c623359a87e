"""Cases of rules that once missed what they are for, and as many that must stay silent. As in test_cases.py."""

# ruff: noqa: E501 (tables of text)
from __future__ import annotations

import textwrap

import pytest

from phoihop.rules import every_rule
from phoihop.rules._page import _example, run

RULES = every_rule()

HEAD = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}\n"
OLD = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp năm 2024, ngay_ban_hanh: 2024-01-20, hieu_luc: {den: 2024-12-31}}\n"
OPEN = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp, ngay_ban_hanh: 2024-01-20}\n"


def task(keys: str, more: str = "", head: str = HEAD) -> str:
    return head + f"noi_dung:\n  - muc: A\n    nhiem_vu:\n      - {{ma: A-1, ten: Việc, {keys}\n{more}"


def results(han: str, *rows: str) -> str:
    start = textwrap.dedent(f"""\
        noi_dung:
          - muc: A
            nhiem_vu:
              - ma: A-1
                ten: Việc
                chu_tri: SYT
                han: {han}
                ket_qua:
        """)
    return HEAD + start + "".join(f"          - {row}\n" for row in rows)


CASES = [
    ("office-ceased", task("chu_tri: SLDTBXH, han: tháng 6/2026}  #!", "ra_soat:\n  - {ma: B, ten: x, chu_tri: SLDTBXH, han: tháng 6/2026}\n")),
    ("office-ceased", task("chu_tri: SYT, phoi_hop: [SGDDT, SLDTBXH], han: tháng 6/2026}  #!")),
    ("office-ceased", HEAD + "ra_soat:\n  - {ma: B, ten: x, chu_tri: SYT, phoi_hop: [SLDTBXH], han: tháng 6/2026}  #!\n"),
    ("office-ceased", HEAD + "co_quan:\n  - {ma: N, ten: N, gom: [SYT, SLDTBXH]}  #!\n  - {ma: SLDTBXH}\n"),
    ("office-ceased", OLD + "co_quan:\n  - {ma: N, ten: N, gom: [SYT, SNV]}  #!\n"),
    ("office-ceased", OPEN + "co_quan:\n  - {ma: SNV, vai_tro: ban-hanh}  #!\n"),
    ("office-ceased", OPEN + "co_quan:\n  - {ma: SNV}\n"),  # took over from another: the plan was brought up to date
    ("office-ceased", task("chu_tri: SLDTBXH, phoi_hop: [SYT], han: tháng 6/2024}", "co_quan: [{ma: SLDTBXH}, {ma: N, ten: N, gom: [SYT, SLDTBXH]}]\n", OLD)),
    ("office-ceased", task("chu_tri: SYT, phoi_hop: [SNV], han: tháng 6/2026}", "co_quan: [{ma: SNV, vai_tro: ban-hanh}]\n")),
    ("office-ceased", task("chu_tri: SLDTBXH, han: tháng 6/2026}", head="phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: x}\n")),
    ("office-ceased", OLD.replace("2024-01-20", "2025-02-20").replace("{den: 2024-12-31", "{tu: 2025-03-01") + "co_quan: [{ma: SNV, vai_tro: ban-hanh}]\n"),
    ("result-twice", results("định kỳ hằng quý", "{ngay: 2026-03-30, van_ban: a, ky: quý I/2026}", "{ngay: 2026-03-31, van_ban: b, ky: quý 1/2026}  #!")),
    ("result-twice", results("định kỳ hằng quý", "{ngay: 2026-03-30, van_ban: a, ky: quý I/2026}", "{ngay: 2026-03-31, van_ban: b, ky: '1'}  #!")),
    ("result-twice", results("định kỳ hằng quý", "{ngay: 2026-03-30, van_ban: a, ky: quý I}", "{ngay: 2026-03-31, van_ban: b, ky: Quý  I/2026}  #!")),
    ("result-twice", results("định kỳ hằng tháng", "{ngay: 2026-03-30, van_ban: a, ky: tháng 3/2026}", "{ngay: 2026-03-31, van_ban: b, ky: tháng 03/2026}  #!")),
    ("result-twice", results("định kỳ hằng quý", "{ngay: 2026-03-30, van_ban: a, ky: quý I/2026}", "{ngay: 2026-06-30, van_ban: b, ky: '2'}")),
    ("result-twice", results("định kỳ hằng quý", "{ngay: 2026-03-30, van_ban: a, ky: quý I}", "{ngay: 2026-06-30, van_ban: b, ky: quý II}")),
    ("result-twice", results("định kỳ hằng quý", "{ngay: 2026-03-30, van_ban: a, ky: quý I/2026}", "{ngay: 2026-06-30, van_ban: b, ky: quý 2/2026}", "{ngay: 2026-06-30, van_ban: b}")),
    ("result-twice", results("định kỳ hằng quý", "{ngay: 2026-03-30, van_ban: a, ky: quý V/2026}", "{ngay: 2026-06-30, van_ban: b, ky: quý VI/2026}")),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - sức khỏe và sức khoẻ  #!\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - Ủy ban nhân dân\n  - chăm sóc sức khoẻ.  #!\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - thuỷ lợi\n  - tùy theo  #!\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - HOÀ\n  - lũy kế  #!\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - Tỉnh Uỷ\n  - UỶ BAN và ỦY BAN  #!\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - sức khỏe, toàn, hoàn, khoản, khoẻn, quý, quỹ, Quý, QUÝ, quà, tòa, thuế, khuỷu, tuýp, khoét\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - sức khoẻ, toàn, hoàn, quý, quỹ, của, mùa, ngòai, úyt\n"),
    ("mixed-tone-marks", HEAD + "# chăm sóc sức khoẻ\nmo_dau:\n  - sức khỏe  # sức khoẻ\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - sức khỏe của tỉnh Thanh Hoá\nky_ten:\n  - {co_quan: SYT, quyen_han: GIÁM ĐỐC, ho_ten: Thuý}\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - Sức khỏe của ông Nguyễn Hoà, bà Trần Thị Thuý\n"),
    ("capital-letters", HEAD + "mo_dau:\n  - Uỷ ban Nhân dân  #!\n  - Hội đồng Nhân Dân  #!\n  - Ủy Ban Nhân Dân  #!\n  - Hội Đồng nhân dân  #!\n"),
    ("capital-letters", HEAD + "mo_dau:\n  - Kế Hoạch  #!\n  - Kế Hoạch  #!\n  - các Giám Đốc  #!\n"),
    ("capital-letters", HEAD + "mo_dau:\n  - UỶ BAN NHÂN DÂN, Uỷ ban nhân dân, Hội đồng nhân dân và Nhân dân, Y tế, KẾ HOẠCH\n"),
    ("capital-letters", HEAD + "# Kế Hoạch\nmo_dau:\n  - Kế hoạch  # Sở Y Tế\n"),
    ("capital-letters", HEAD + "ky_ten:\n  - {co_quan: SYT, quyen_han: GIÁM ĐỐC, ho_ten: Nguyễn Y Tế}\n"),
    ("capital-letters", "#: file vi-du.md\n---\n" + HEAD + "# Kế Hoạch\n---\n\n## Kế Hoạch chung  #!\n\nSở Y tế\n"),
    ("typed-numbering", HEAD + "noi_dung:\n  - muc: B. Nhiệm vụ  #!\n    khoan:\n      - a) Khám  #!\n      - 1/ Khám  #!\n      - '- Khám'  #!\n    noi_dung:\n      - {muc: II - Mục đích}  #!\n      - {muc: 1- Mục đích}  #!\n      - {muc: Điều 5. Trách nhiệm}  #!\n"),
    ("typed-numbering", task("chu_tri: SYT, han: tháng 6/2026}  #!").replace("ten: Việc", "ten: 1. Khám")),
    ("typed-numbering", HEAD + 'noi_nhan:\n  - "- Sở Y tế"  #!\n  - "+ Lưu: VT"  #!\n'),
    ("typed-numbering", HEAD + "noi_dung:\n  - muc: B12 và sắt\n    khoan:\n      - E. coli và B. cereus\n      - X - quang phổi, X- Quang\n      - 6 - 12 tháng tuổi\n      - 6- 12 tháng tuổi\n      - Điều 5 Luật Trẻ em\n      - Q. Ninh Kiều\n      - h. Châu Thành\n      - '-5 độ'\n      - I - III\n      - 2026. Năm\n      - 30/4 và 01/5\n"),
    ("typed-numbering", task("chu_tri: SYT, han: tháng 6/2026}").replace("ten: Việc", "ten: 6 tháng một lần")),
    ("typed-numbering", HEAD + 'noi_nhan:\n  - Các sở - ngành\n  - "Lưu: VT"\n'),
    ("archive-line", HEAD + 'noi_nhan:\n  - Các sở\n  - "- Lưu: VT, NVY"\n'),
    ("archive-line", HEAD + 'noi_nhan:\n  - "- Lưu: VT"  #!\n  - Các sở\n'),
    ("deadline-incomplete", task("chu_tri: SYT, han: chậm nhất 3 ngày trước ngày họp, moc: B}  #!", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: thường xuyên}]\n")),
    ("deadline-incomplete", task("chu_tri: SYT, han: chậm nhất 3 ngày trước ngày họp, moc: B}", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: khi cần thiết}]\n")),
    ("deadline-incomplete", task("chu_tri: SYT, han: chậm nhất 3 ngày trước ngày họp, moc: B}", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: định kỳ}]\n")),
    ("deadline-incomplete", task("chu_tri: SYT, han: chậm nhất 3 ngày trước ngày họp, moc: B}", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: ngày 15/6/2026}]\n")),
    ("deadline-incomplete", task("chu_tri: SYT, han: chậm nhất 3 ngày trước ngày họp, moc: B}", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: thường xuyên, ket_qua: [{ngay: 2026-06-01, van_ban: a}]}]\n")),
    ("deadline-incomplete", task("chu_tri: SYT, han: thường xuyên, moc: B}", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: thường xuyên}]\n")),

    ("dangling-reference", task("chu_tri: SYT, han: tháng 6/2026, thuc_hien: NV-9}  #!", "      - {ma: A-2, ten: Việc, chu_tri: SYT, han: tháng 6/2026, thuc_hien: NV-8}\n")),
    ("dangling-reference", "#: beside parent\n" + task("chu_tri: SYT, han: tháng 6/2026, thuc_hien: A-1}", head=HEAD.replace("loai: KH", "loai: KH, thuc_hien: cha"))),
    ("dangling-reference", task("chu_tri: SYT, han: tháng 6/2026, thuc_hien: A-1}", head=HEAD.replace("loai: KH", "loai: KH, thuc_hien: [cha]"))),
    ("dangling-reference", HEAD + "ra_soat:\n  - {ma: BC, ten: x, chu_tri: SYT, han: tháng 6/2026, chuoi: [{ma: BC, ten: y, chu_tri: SGDDT, truoc: 5}]}\n"),
    ("duplicate-id", HEAD + "ra_soat:\n  - {ma: BC, ten: x, chu_tri: SYT, han: tháng 6/2026, chuoi: [{ma: BC, ten: y, chu_tri: SGDDT, truoc: 5}]}  #!\n"),
    ("basis-ceased", task("chu_tri: SYT, han: tháng 6/2026, can_cu: [Hướng dẫn số 36-HD/VPTW ngày 03/4/2018]}  #!", head=HEAD.replace("trich", "ngay_ban_hanh: 2026-06-15, trich"))),
    ("basis-ceased", task("chu_tri: SYT, han: tháng 6/2026, can_cu: [Hướng dẫn số 36-HD/VPTW ngày 03/4/2018]}", head=HEAD.replace("trich", "ngay_ban_hanh: 2026-05-15, trich"))),

    ("date-padding", HEAD + "mo_dau:\n  - trong tháng 1/2026  #!\n  - tháng 2 năm 2026  #!\n  - ngày 7 tháng 8, ngày 07 tháng 8.  #!\n  - Đến ngày 7 tháng 8.  #!\n  - ngày 15 tháng 1 và tháng 7  #!\n  - ngày 5 tháng 12  #!\n"),
    ("date-padding", "#: file vi-du.md\n---\n" + HEAD + "# ngày 5/1/2026\n---\n\n## Họp ngày 5/1/2026  #!\n\nHọp ngày 05/01/2026\n"),
    ("date-padding", HEAD + "mo_dau:\n  - trong tháng 01/2026, tháng 3/2026, tháng 12/2026, tháng 1, 6 tháng 1 lần, tháng 1/2, tháng 11 năm 2026\n  - ngày 07 tháng 8, ngày 17 tháng 8, ngày 5 tháng cuối quý, 3 ngày 2 tháng, ngày 1 tháng 1 lần, ngày 5\n"),
    ("date-padding", results("định kỳ hằng tháng", "{ngay: 2026-01-30, van_ban: a, ky: tháng 1/2026}", "{ngay: 2026-02-28, van_ban: b, ky: 'tháng 2/2026'}")),
    ("date-padding", HEAD + 'mo_dau:  # tháng 1/2026\n  - Họp #5 tháng 01/2026\n'),

    ("idle-office", task("chu_tri: SYT, phoi_hop: SGDDT, han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT}]\n")),
    ("idle-office", task("chu_tri: SYT, phoi_hop: [SYTT, sgddt], han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT}]\n")),
    ("idle-office", task("chu_tri: SYT, phoi_hop: [BDVTU], han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: BDVTU}, {ma: SGDDT}]  #!\n")),
    ("unknown-office", task("chu_tri: N, han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: N, ten: Hai Sở, gom: []}]\n")),
    ("unknown-office", task("chu_tri: N, han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: N, ten: Hai Sở, gom: SGDDT}]\n")),
    ("unknown-office", task("chu_tri: N, han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: N, ten: Hai Sở}]  #!\n").replace("chu_tri: N", "chu_tri: SYT")),
    ("wrong-type", task("chu_tri: N, han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: N, ten: Hai Sở, gom: []}]  #!\n")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), CASES, ids=[f"{n:03}-{case[0]}" for n, case in enumerate(CASES)])
def test_a_rule_speaks_where_it_should_and_nowhere_else(rule: str, text: str) -> None:
    example = _example("\n".join("    " + line for line in text.rstrip("\n").split("\n")))
    report, _sources = run(example, RULES)
    found = [d.place.line for d in report.diagnostics if d.rule == rule]
    assert found == list(example.lines), list(report.diagnostics)


def test_there_are_silent_cases_enough() -> None:
    silent = sum("#!" not in text for _rule, text in CASES)
    assert silent >= 0.4 * len(CASES)
