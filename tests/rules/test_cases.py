"""More cases of rules than their pages show: where each ends, and what is close to it and must stay silent.

A line that is to be flagged ends in `#!`, as in the pages; a case without such a line must be silent.
"""

# ruff: noqa: E501 (tables of text)
from __future__ import annotations

import textwrap

import pytest

from phoihop.bind.book import assemble
from phoihop.bind.file import bind_bytes
from phoihop.dates.calendar import Calendar
from phoihop.lint import Facts, lint
from phoihop.rules import every_rule
from phoihop.rules._page import TODAY, _example, run

RULES = every_rule()

HEAD = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}\n"
PARTY = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, the_thuc: dang}\n"
OLD = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp năm 2024, ngay_ban_hanh: 2024-01-20, hieu_luc: {den: 2024-12-31}}\n"
OPEN = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp, ngay_ban_hanh: 2024-01-20}\n"


def basis(*lines: str, head: str = HEAD) -> str:
    return head + "can_cu:\n" + "".join(f"  - {line}\n" for line in lines)


def work(keys: str, more: str = "", head: str = HEAD) -> str:
    return head + f"noi_dung:\n  - muc: A\n    nhiem_vu:\n      - {{ma: A-1, ten: Việc, {keys}\n{more}"


def task(keys: str, more: str = "", head: str = HEAD) -> str:
    return work("chu_tri: SYT, " + keys, more, head)


def reviews(*rows: str, head: str = HEAD) -> str:
    return head + "ra_soat:\n" + "".join(f"  - {row}\n" for row in rows)


def signed(row: str, head: str = HEAD, offices: str = "[{ma: SYT, vai_tro: ban-hanh}]") -> str:
    return head + f"co_quan: {offices}\nky_ten:\n  - {row}\n"


def results(han: str, *rows: str) -> str:
    return (
        HEAD
        + textwrap.dedent(f"""\
        noi_dung:
          - muc: A
            nhiem_vu:
              - ma: A-1
                ten: Việc
                chu_tri: SYT
                han: {han}
                ket_qua:
        """)
        + "".join(f"          - {row}\n" for row in rows)
    )


DATED = HEAD.replace("loai: KH,", "loai: KH, ngay_ban_hanh: 2026-01-20,")
LAW, DECREE, DECISION = (
    "Luật Trẻ em ngày 05/4/2016",
    "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
    "Quyết định số 99/QĐ-TTg ngày 05/3/2020",
)

CASES = [
    ("basis-order", basis(DECREE, LAW + "  #!")),
    ("basis-order", basis(DECISION, DECREE + "  #!", LAW)),
    ("basis-order", basis("Thông tư số 9/2020/TT-BYT ngày 05/3/2020", DECISION + "  #!")),
    ("basis-order", basis(DECREE, "Nghị quyết số 202/2025/QH15 ngày 12/6/2025  #!")),
    ("basis-order", basis("Pháp lệnh Ưu đãi người có công ngày 09/12/2020", "Bộ luật Lao động ngày 20/11/2019  #!")),
    ("basis-order", basis("Luật A ngày 05/4/2016", "Bộ luật Lao động ngày 20/11/2019", "Luật B ngày 05/4/2017")),
    ("basis-order", basis("Hiến pháp ngày 28/11/2013", LAW, "Pháp lệnh C ngày 05/4/2016", DECREE, DECISION)),
    ("basis-order", basis("Kế hoạch số 60-KH/TU ngày 11/01/2018", LAW)),
    ("basis-order", basis("Kế hoạch số 09/KH-UBND ngày 20/01/2020", "Chương trình mục tiêu quốc gia", LAW)),
    ("basis-order", basis("Công văn số 12/UBND-VX ngày 20/01/2020", DECREE)),
    ("basis-order", basis(DECREE, LAW, head=PARTY)),
    ("basis-order", basis(LAW)),
    ("citation-type", basis("Quyết định số 9/2020/QĐ-TTg ngày 05/3/2020", "Kế hoạch số 34/QĐ-UBND ngày 05/3/2020  #!")),
    ("citation-type", basis("Quy định số 399-QĐ/TW ngày 09/01/2026", "Quyết định số 400-QĐ/TW ngày 09/01/2026")),
    ("citation-type", basis("Chỉ thị số 400-QĐ/TW ngày 09/01/2026  #!", "Luật A", "Công văn số 12/UBND-VX ngày 05/3/2020")),
    ("citation-issuer", basis("Quyết định số 99/QĐ-TTg ngày 05/3/2020 của Chính phủ  #!")),
    ("citation-issuer", basis("Thông tư số 19/2020/TT-BYT ngày 05/3/2020 của Bộ Tài chính  #!")),
    ("citation-issuer", basis("Thông tư số 19/2020/TT-BYT ngày 05/3/2020 của Bộ trưởng Bộ Y tế", DECREE + " của Chính phủ")),
    ("citation-issuer", basis("Quyết định số 12/QĐ-UBND ngày 05/3/2020 của Ủy ban nhân dân tỉnh", "Kế hoạch số 60-KH/TU của Tỉnh ủy")),
    ("citation-issuer", basis("Quyết định số 99/QĐ-TTg ngày 05/3/2020 về vai trò của thanh niên")),
    ("citation-conflict", basis(DECISION, DECISION, "Quyết định số 99/QĐ-TTg ngày 06/3/2020  #!")),
    ("citation-conflict", basis(DECISION, "Quyết định số 99/QĐ-TTg ngày 05/3/2021  #!")),
    ("citation-conflict", basis(DECISION, "Quyết định số 99/QĐ-TTg ngày 17/8/2021", "Quyết định số 99/QĐ-UBND ngày 06/3/2020")),
    ("citation-date", basis("Nghị định số 31/2013/NĐ-CP ngày 09/4/2013", "Nghị định số 31/2013/NĐ-CP ngày 09/4/2015  #!")),
    ("citation-conflict", basis("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", "Nghị định số 30/2020/NĐ-CP ngày 06/3/2020  #!")),
    ("basis-ceased", basis("Hướng dẫn số 36-HD/VPTW ngày 03/4/2018  #!", head=PARTY.replace("the_thuc", "ngay_ban_hanh: 2026-05-27, the_thuc"))),
    ("basis-ceased", basis("Hướng dẫn số 36-HD/VPTW ngày 03/4/2018", head=PARTY.replace("the_thuc", "ngay_ban_hanh: 2026-05-26, the_thuc"))),
    ("basis-ceased", basis("Hướng dẫn số 36-HD/VPTW ngày 03/4/2018", head=PARTY)),
    ("amendment-older", basis("Nghị định số 5/2019/NĐ-CP ngày 09/4/2013 thay thế Nghị định số 4/2014/NĐ-CP ngày 10/4/2013  #!")),
    ("amendment-older", basis("Nghị định số 5/2019/NĐ-CP ngày 10/4/2013 bãi bỏ Nghị định số 4/2014/NĐ-CP ngày 10/4/2013")),
    ("amendment-older", basis("Nghị định sửa đổi Nghị định số 4/2014/NĐ-CP ngày 10/4/2013", "Luật A sửa đổi, bổ sung một số điều")),
    ("malformed-number", basis("Quyết định số 99QĐTTg ngày 05/3/2020  #!", DECISION)),
    ("malformed-number", HEAD.replace("loai: KH", "loai: KH, so_ky_hieu: 12/QĐ-SYT").replace("}}\n", "}}  #!\n")),
    ("malformed-number", HEAD.replace("loai: KH", "loai: KH, so_ky_hieu: 5/KH-SYT").replace("}}\n", "}}  #!\n")),
    ("malformed-number", PARTY.replace("loai: KH", "loai: KH, so_ky_hieu: 12/KH-TU").replace("dang}\n", "dang}  #!\n")),
    ("malformed-number", PARTY.replace("loai: KH", "loai: KH, so_ky_hieu: 12-KH/TU")),
    ("malformed-number", HEAD.replace("loai: KH", "loai: KH, so_ky_hieu: CHƯA CẤP")),
    ("number-padding", basis("Kế hoạch số 5-KH/TU ngày 05/3/2020  #!", "Thông tư số 5/2020/TT-BYT ngày 05/3/2020  #!")),
    ("number-padding", basis("Kế hoạch số 05-KH/TU ngày 05/3/2020", "Biểu mẫu số 1", "Nghị quyết số 15/NQ-CP")),
    ("typed-end-mark", basis(LAW + ".  #!", DECREE + ",  #!", DECISION + "./.  #!")),
    ("typed-end-mark", basis("Chương trình về y tế, giáo dục, v.v.", "Kế hoạch phối hợp...", LAW)),
    ("date-padding", basis("Luật A ngày 1/12/2020  #!", "Luật B ngày 12/2/2020  #!", "Luật C ngày 12 tháng 1 năm 2020  #!")),
    ("date-padding", HEAD + "# ngày 5/1/2026\nmo_dau:\n  - ngày 05/01/2026 và ngày 15/12/2026  # từ ngày 5/1/2026\n"),
    ("date-padding", HEAD + "mo_dau:\n  - Họp ngày 12/11/2026, ngày 05/3/2026, ngày 25 tháng 12 năm 2026, ngày 5\n"),
    ("no-break-space", HEAD + "mo_dau:\n  - Hai\\u202fSở và\\u00a0các xã  #!\n  - Hai\\u3000Sở  #!\n"),
    ("look-alike-letter", HEAD + "mo_dau:\n  - S\\u1edf Y t\\u1ebf \\u0410 và \\u0412  #!\n  - \\u0391  #!\n  - Sở Y tế Đ đ\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - Uỷ ban và toà án\n  - Ủy ban  #!\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - khoá học, hoá chất, quý I, quỹ, hoàn thành, thuế, khoảng, toàn\n"),
    ("mixed-tone-marks", HEAD + "mo_dau:\n  - khóa học, hóa chất, quý I, quỹ, hoàn thành, thủy lợi\n"),
    ("missing-section", HEAD.replace("phoihop: ke-hoach/1", "phoihop: ke-hoach/1  #!").replace("KH", "QC", 1) + "noi_dung:\n  - muc: Nguyên tắc\n    doan: [x]\n"),
    ("missing-section", HEAD.replace("KH", "QC", 1) + "noi_dung:\n  - muc: Quy định chung\n    noi_dung: [{muc: Trách nhiệm, doan: [x]}]\n"),
    ("missing-section", HEAD.replace("KH", "TB", 1) + "noi_dung:\n  - muc: A\n    doan: [x]\n"),
    ("missing-section", HEAD + "noi_dung:\n  - muc: MỤC TIÊU\n    doan: [x]\nra_soat: [{ma: A, ten: Họp, chu_tri: SYT}]\n"),
    ("archive-line", HEAD + 'noi_nhan:\n  - "Lưu: VT"  #!\n  - Các sở\n  - Các xã\n'),
    ("archive-line", HEAD + 'noi_nhan:\n  - "Lưu: VT"\n'),
    ("archive-line", HEAD + 'noi_nhan:\n  - Các sở\n  - Lưu trữ cơ quan\n'),
    ("signature-of-whom", signed("{co_quan: BDVTU, quyen_han: GIÁM ĐỐC}")),  # a sole issuer may sign by another name
    ("signature-of-whom", signed("{co_quan: SYT, quyen_han: GIÁM ĐỐC}", offices="[{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT, vai_tro: ban-hanh}]  #!")),
    ("signature-of-whom", signed("{co_quan: SYT, quyen_han: GIÁM ĐỐC}", offices="[{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT}]")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: TUQ. GIÁM ĐỐC, chuc_vu: TRƯỞNG PHÒNG}")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: TUQ. GIÁM ĐỐC}  #!")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: KT GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC}  #!")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: Q. GIÁM ĐỐC}")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: QUYỀN GIÁM ĐỐC}")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: TRƯỞNG BAN}")),
    ("signing-mark", signed("{co_quan: BDVTU, quyen_han: TUQ. TRƯỞNG BAN, chuc_vu: CHÁNH VĂN PHÒNG}  #!", PARTY, "[{ma: BDVTU, vai_tro: ban-hanh}]")),
    ("signing-mark", signed("{co_quan: BDVTU, quyen_han: T/M BAN THƯỜNG VỤ, chuc_vu: PHÓ BÍ THƯ}", PARTY, "[{ma: BDVTU, vai_tro: ban-hanh}]")),
    ("signing-mark", signed("{co_quan: BDVTU, quyen_han: TM. BAN THƯỜNG VỤ, chuc_vu: PHÓ BÍ THƯ}  #!", PARTY, "[{ma: BDVTU, vai_tro: ban-hanh}]")),
    ("academic-title", signed("{co_quan: SYT, quyen_han: GIÁM ĐỐC, ho_ten: PGS.TS Nguyễn Văn A}  #!")),
    ("academic-title", signed("{co_quan: SYT, quyen_han: GIÁM ĐỐC, ho_ten: Bác sĩ Nguyễn Văn A}  #!")),
    ("academic-title", signed("{co_quan: SYT, quyen_han: GIÁM ĐỐC, ho_ten: Tsering Văn A}")),
    ("academic-title", signed("{co_quan: SYT, quyen_han: GIÁM ĐỐC, ho_ten: Bùi Sĩ B}")),
    ("office-ceased", HEAD.replace("trich", "ngay_ban_hanh: 2025-03-01, trich") + "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SLDTBXH}]  #!\n"),
    ("office-ceased", HEAD.replace("trich", "ngay_ban_hanh: 2025-02-28, trich") + "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SLDTBXH}]\n"),
    ("office-ceases", reviews("{ma: A, ten: Họp, chu_tri: SLDTBXH}", head=HEAD.replace("tu: 2026", "tu: 2025") + "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SLDTBXH}]  #!\n")),
    ("office-ceases", reviews("{ma: A, ten: Họp, chu_tri: SYT}", head=HEAD.replace("tu: 2026", "tu: 2025") + "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SLDTBXH}]\n")),
    ("office-ceases", reviews("{ma: A, ten: Họp, chu_tri: SLDTBXH}", head=HEAD.replace("tu: 2026", "tu: 2025").replace("den: 2026-12-31", "den: 2025-12-31") + "co_quan: [{ma: SLDTBXH, vai_tro: ban-hanh}]\n")),
    ("office-spelling", HEAD + "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT}]\nmo_dau:\n  - sở Y tế và Sở Giáo dục và đào tạo  #!\nnoi_dung:\n  - muc: A\n    doan:\n      - Sở y tế  #!\n      - SỞ Y TẾ, Sở Y tế\n    nhiem_vu:\n      - {ma: A, ten: Gửi Sở Y TẾ}  #!\n"),
    ("office-spelling", HEAD + "mo_dau:\n  - sở Y tế\n"),
    ("regime-mismatch", HEAD + "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: BDVTU, vai_tro: ban-hanh}]\n"),
    ("place-mismatch", HEAD.replace("trich", "dia_danh: Hà Nội, trich") + "co_quan: [{ma: SYT, vai_tro: ban-hanh}]\n"),
    ("deadline-incomplete", task("han: ngày 29/02}  #!")),
    ("deadline-incomplete", task("han: ngày 28/02}")),
    ("deadline-incomplete", task("han: ngày 29/02}", head=HEAD.replace("2026-", "2028-"))),
    ("deadline-incomplete", task("han: sau 02 năm thực hiện}  #!", head=HEAD.replace(", hieu_luc: {tu: 2026-01-01, den: 2026-12-31}", ""))),
    ("deadline-incomplete", task("han: định kỳ hằng quý}", head=HEAD.replace("hieu_luc: {tu: 2026-01-01, den: 2026-12-31}", "ngay_ban_hanh: 2026-01-01"))),
    ("deadline-incomplete", task("han: tháng 6}  #!", head=HEAD.replace("den: 2026", "den: 2027"))),
    ("deadline-outside-period", task("han: ngày 31/12/2026}")),
    ("deadline-outside-period", task("han: trước ngày 01/01/2027}")),
    ("deadline-outside-period", task("han: ngày 01/01/2027}  #!")),
    ("deadline-outside-period", task("han: ngày 01/01/2026}")),
    ("deadline-outside-period", task("han: ngày 31/12/2025}  #!")),
    ("deadline-outside-period", task("han: trước ngày 01/01/2026}  #!")),
    ("deadline-outside-period", task("han: ngày 31/12/2027}", head=HEAD.replace(", den: 2026-12-31", ""))),
    ("deadline-on-day-off", task("han: ngày 14/11/2026}  #!")),
    ("deadline-on-day-off", task("han: ngày 13/11/2026}")),
    ("deadline-on-day-off", task("han: tháng 11/2026}")),
    ("unused-anchor", task("han: chậm nhất 02 ngày trước hạn gửi báo cáo, moc: B}", "ra_soat: [{ma: B, ten: x, han: tháng 6/2026}]\n")),
    ("unused-anchor", task("han: thường xuyên, moc: B}", "ra_soat: [{ma: B, ten: x, han: tháng 6/2026}]\n")),
    ("unused-anchor", task("han: 10 ngày kể từ ngày ký, moc: B}  #!", "ra_soat: [{ma: B, ten: x, han: tháng 6/2026}]\n")),
    ("review-order", reviews("{ma: A, loai: so-ket, ten: x, chu_tri: SYT, han: ngày 31/12/2026}", "{ma: B, loai: tong-ket, ten: x, chu_tri: SYT, han: tháng 12/2026}")),
    ("review-order", reviews("{ma: A, loai: so-ket, ten: x, chu_tri: SYT, han: hằng quý}", "{ma: B, loai: tong-ket, ten: x, chu_tri: SYT, han: tháng 6/2026}")),
    ("no-closing-review", reviews("{ma: A, ten: Tổng kết, chu_tri: SYT, han: tháng 6/2027}", head=HEAD.replace("den: 2026", "den: 2027"))),
    ("no-closing-review", reviews("{ma: A, ten: Họp, chu_tri: SYT, han: tháng 6/2026}")),
    ("too-little-time", reviews("{ma: B, loai: bao-cao, ten: x, chu_tri: SYT, han: ngày 25 tháng cuối quý, chuoi: [{ma: C, ten: x, chu_tri: SGDDT, gui: [BDVTU], truoc: 3}, {ma: D, ten: y, chu_tri: BDVTU, truoc: 2}]}")),
    ("too-little-time", reviews("{ma: B, loai: bao-cao, ten: x, chu_tri: SYT, han: ngày 25 tháng cuối quý, chuoi: [{ma: C, ten: x, chu_tri: SGDDT, gui: [BDVTU], truoc: 2}, {ma: D, ten: y, chu_tri: BDVTU, truoc: 3}]}  #!")),
    ("too-little-time", reviews("{ma: B, loai: bao-cao, ten: x, chu_tri: SYT, chot_so_lieu: {ky: [nam], gui_sau: 3}, chuoi: [{ma: C, ten: x, chu_tri: SGDDT, truoc: 3}]}  #!", head=HEAD.replace(", den: 2026-12-31", ""))),
    ("too-little-time", reviews("{ma: B, loai: bao-cao, ten: x, chu_tri: SYT, chot_so_lieu: {ky: [nam], gui_sau: 3}, chuoi: [{ma: C, ten: x, chu_tri: SGDDT, truoc: 2}]}", head=HEAD.replace(", den: 2026-12-31", ""))),
    ("dangling-reference", reviews("{ma: A, ten: x, chu_tri: SYT, han: 02 ngày trước ngày họp, moc: A}  #!")),
    ("dangling-reference", reviews("{ma: A, ten: x, chu_tri: SYT, han: 02 ngày trước ngày họp, moc: B}  #!", "{ma: B, ten: x, chu_tri: SYT, han: 02 ngày trước ngày họp, moc: A}")),
    ("dangling-reference", reviews("{ma: A, ten: x, chu_tri: SYT, han: 02 ngày trước ngày họp, moc: B}", "{ma: B, ten: x, chu_tri: SYT, han: ngày 15/6/2026}")),
    ("dangling-reference", "#: beside parent\n" + task("han: tháng 6/2026, thuc_hien: A-9}  #!", head=HEAD.replace("loai: KH", "loai: KH, thuc_hien: cha"))),
    ("dangling-reference", "#: beside parent\n" + task("han: tháng 6/2026, thuc_hien: A-2}", head=HEAD.replace("loai: KH", "loai: KH, thuc_hien: cha"))),
    ("duty-not-carried", "#: beside parent\n" + task("han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}]\n", head=HEAD.replace("loai: KH", "loai: KH, thuc_hien: cha"))),
    ("child-period", "#: beside parent\n" + HEAD.replace("loai: KH", "loai: KH, thuc_hien: cha").replace("tu: 2026-01-01, den: 2026-12-31", "tu: 2020-12-31, den: 2025-12-31").replace("}}\n", "}}  #!\n")),
    ("child-period", "#: beside parent\n" + HEAD.replace("loai: KH", "loai: KH, thuc_hien: cha").replace("tu: 2026-01-01, den: 2026-12-31", "tu: 2021-01-01, den: 2025-12-31")),
    ("child-period", "#: beside parent\n" + HEAD.replace("loai: KH", "loai: KH, thuc_hien: cha").replace("tu: 2026-01-01, den: 2026-12-31", "tu: 2026-01-01").replace("}}\n", "}}  #!\n")),
    ("recorded-twice", task("han: tháng 6/2026, tam_dung: [{tu: 2026-03-01}, {tu: 2026-02-01, den: 2026-02-28}]}")),
    ("recorded-twice", task("han: tháng 6/2026, tam_dung: [{tu: 2026-03-01, den: 2026-03-31}, {tu: 2026-03-31}]}  #!")),
    ("recorded-twice", task("han: tháng 6/2026, tam_dung: [{tu: 2026-03-01}]}")),
    ("recorded-twice", task("han: tháng 6/2026, gia_han: [{han_cu: tháng 4/2026, ngay: 2026-03-01}, {han_cu: tháng 5/2026, ngay: 2026-03-01}]}")),
    ("recorded-twice", task("han: tháng 6/2026, gia_han: [{han_cu: tháng 4/2026, ngay: 2026-03-01}, {han_cu: 'Tháng  4/2026', ngay: 2026-04-01}]}  #!")),
    ("recorded-twice", task("han: tháng 6/2026, dong_y: [{co_quan: SYT, ngay: 2026-03-01, ban: a}, {co_quan: SGDDT, ngay: 2026-03-01, ban: a}]}")),
    ("recorded-twice", task("han: tháng 6/2026, dong_y: [{co_quan: SYT, ngay: 2026-03-01, ban: a}, {co_quan: SYT, ngay: 2026-04-01, ban: a}]}  #!")),
    ("result-twice", results("ngày 15/6/2026", "{ngay: 2026-06-01, van_ban: a}", "{ngay: 2026-06-02, van_ban: b}  #!", "{ngay: 2026-06-03, van_ban: c}  #!")),
    ("result-twice", results("tháng 6/2026", "{ngay: 2026-06-01, van_ban: a}", "{ngay: 2026-06-02, van_ban: b}  #!")),
    ("result-twice", results("đến hết năm 2026", "{ngay: 2026-06-01, van_ban: a}", "{ngay: 2026-06-02, van_ban: b}  #!")),
    ("result-twice", results("cuối tháng 6", "{ngay: 2026-06-01, van_ban: a}", "{ngay: 2026-06-02, van_ban: b}  #!")),
    ("result-twice", results("ngày 15/5 và 15/6/2026", "{ngay: 2026-05-01, van_ban: a}", "{ngay: 2026-06-02, van_ban: b}")),
    ("result-twice", results("tháng 5 và tháng 6/2026", "{ngay: 2026-05-01, van_ban: a}", "{ngay: 2026-06-02, van_ban: b}")),
    ("result-twice", results("hằng tháng", "{ngay: 2026-05-01, van_ban: a}", "{ngay: 2026-06-02, van_ban: b}")),
    ("result-too-early", results("tháng 6/2026", "{ngay: 2026-01-01, van_ban: a}")),
    ("result-too-early", results("tháng 6/2026", "{ngay: 2025-12-31, van_ban: a}  #!")),
    ("result-in-future", results("tháng 12/2026", "{ngay: 2026-06-30, van_ban: a}")),
    ("result-in-future", results("tháng 12/2026", "{ngay: 2026-07-01, van_ban: a}  #!")),
    ("result-without-document", results("tháng 6/2026", "{ngay: 2026-06-01, ghi_chu: biên bản họp}")),
    ("idle-office", task("han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT, vai_tro: ban-hanh}]  #!\n")),
    ("idle-office", task("phoi_hop: [N], han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT}, {ma: N, ten: N, gom: [SGDDT]}]\n")),
    ("idle-office", HEAD + "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT}]\n"),
    ("lead-not-participant", task("han: tháng 6/2026}  #!", "co_quan: [{ma: SGDDT, vai_tro: ban-hanh}]\n")),
    ("lead-not-participant", task("han: tháng 6/2026}", "")),
    ("office-not-recipient", task("phoi_hop: [SGDDT], han: tháng 6/2026}", 'co_quan: [{ma: SYT, vai_tro: ban-hanh}]\nnoi_nhan: [SGDĐT, "Lưu: VT"]\n')),
    ("office-not-recipient", task("phoi_hop: [SGDDT], han: tháng 6/2026}", 'co_quan: [{ma: SYT, vai_tro: ban-hanh}]\nnoi_nhan: [Các đơn vị, "Lưu: VT"]\n')),
    ("unknown-office", task("phoi_hop: [SGDTT, X9], han: tháng 6/2026}  #!").replace("SGDTT, X9", "SGDTT")),
    ("unknown-office", signed("{co_quan: SYTT, quyen_han: GIÁM ĐỐC}  #!")),
    ("unknown-office", reviews("{ma: A, loai: bao-cao, ten: x, chu_tri: SYT, gui: [UBMD], han: tháng 6/2026}  #!")),
    ("data-closing", reviews("{ma: A, loai: bao-cao, ten: x, chu_tri: SYT, han: ngày 14 tháng cuối quý, chot_so_lieu: 14}")),
    ("data-closing", reviews("{ma: A, loai: bao-cao, ten: x, chu_tri: SYT, han: ngày 13 tháng cuối quý, chot_so_lieu: 14}  #!")),
    ("data-closing", reviews("{ma: A, loai: bao-cao, ten: x, chu_tri: SYT, han: ngày 05 tháng đầu quý sau, chot_so_lieu: 25}")),
    ("amendment-older", basis("Luật Ngân sách nhà nước ngày 25/6/2015, được sửa đổi, bổ sung ngày 29/11/2024", LAW)),
    ("amendment-older", basis("Luật Bảo hiểm y tế ngày 14 tháng 11 năm 2008; Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế ngày 13 tháng 6 năm 2014")),
    ("amendment-older", basis("Luật Mặt trận Tổ quốc ngày 09 tháng 6 năm 2015 (sửa đổi, bổ sung ngày 27 tháng 6 năm 2025)")),
    ("amendment-older", basis("Nghị định số 15/2018/NĐ-CP ngày 02/02/2018, được sửa đổi, bổ sung tại Nghị định số 155/2018/NĐ-CP ngày 12/11/2018")),
    ("amendment-older", basis("Nghị định số 15/2018/NĐ-CP ngày 02/02/2018 (đã được sửa đổi theo Nghị định số 155/2018/NĐ-CP ngày 12/11/2018)")),
    ("amendment-older", basis("Quyết định số 12/QĐ-UBND ngày 10/01/2017 thay thế Quyết định số 17/QĐ-UBND ngày 30/6/2018  #!")),
    ("amendment-older", basis("Nghị định số 12/2017/NĐ-CP ngày 10/01/2017 về sửa đổi Nghị định số 15/2018/NĐ-CP ngày 02/02/2018  #!")),
    ("citation-younger", basis("Luật Phòng bệnh số 114/2025/QH15 (có hiệu lực từ ngày 01/7/2026)", head=DATED)),
    ("citation-younger", basis("Quyết định số 99/QĐ-TTg ngày 05/3/2020 về tổ chức kỷ niệm ngày 19/5/2026", head=DATED)),
    ("citation-younger", basis("Quyết định số 99/QĐ-TTg về tổ chức kỷ niệm ngày 19/5/2026", head=DATED)),
    ("citation-younger", basis("Quyết định số 99/QĐ-TTg của Thủ tướng Chính phủ ngày 19/5/2026  #!", head=DATED)),
    ("citation-younger", basis("Luật Phòng bệnh ngày 10/12/2026  #!", head=DATED)),
    ("citation-issuer", basis("Nghị định số 42/2025/NĐ-CP ngày 27/02/2025 quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Y tế")),
    ("citation-issuer", basis("Quyết định số 2429/QĐ-BYT ngày 05/3/2020 về chức năng của Sở Y tế", "Chỉ thị số 12/CT-TTg ngày 05/3/2020 của Thủ tướng về y tế")),
    ("citation-issuer", basis("Quyết định số 99/QĐ-TTg của Ủy ban nhân dân tỉnh ngày 05/3/2020  #!")),
    ("citation-date", basis("Nghị định số 96/2023/NĐ-CP ngày 30/12/2024  #!", "Luật Trẻ em số 102/2016/QH13 ngày 05/4/2017  #!")),
    ("citation-date", basis("Nghị định số 96/2023/NĐ-CP ngày 30/12/2023", "Luật số 102/2016/QH13 (có hiệu lực từ ngày 01/6/2017)", "Kế hoạch số 12/KH-UBND ngày 05/4/2017")),
    ("citation-conflict", basis("Kế hoạch số 05/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh", "Kế hoạch số 05/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân phường Cao Lãnh")),
    ("citation-conflict", basis("Kế hoạch số 05/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh", "Kế hoạch số 05/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh  #!")),
    ("citation-conflict", basis("Kế hoạch số 05/KH-UBND ngày 12/01/2026", "Kế hoạch số 05/KH-UBND ngày 15/01/2026  #!")),
    ("citation-type", basis("Quy chế số 12-QĐ/TU ngày 09/01/2026", "Quy chế phối hợp số 12/QĐ-UBND ngày 09/01/2026")),
    ("malformed-number", basis("Nghị quyết số 30a/2008/NQ-CP ngày 27/12/2008", "Kế hoạch số      /KH-UBND ngày    /01/2026")),
    ("malformed-number", basis("Nghị định số 30/2020/ND-CP ngày 05/3/2020  #!", "Quyết định số 12/QD-UBND ngày 05/3/2020  #!")),
    ("malformed-number", basis("Kế hoạch số 60-KH/UBND ngày 05/3/2020  #!", "Quyết định số 2361 /QĐ-TTg ngày 22/12/2015  #!")),
    ("malformed-number", HEAD.replace("loai: KH", "loai: KH, so_ky_hieu: 12/2026/KH-SYT").replace("}}\n", "}}  #!\n")),
    ("malformed-number", HEAD.replace("loai: KH", "loai: KH, so_ky_hieu: 00/KH-SYT").replace("}}\n", "}}  #!\n")),
    ("malformed-number", HEAD.replace("loai: KH", "loai: QC, so_ky_hieu: 12/QĐ-SYT")),
    ("stray-space", basis("Kế hoạch số      /KH-UBND ngày    /01/2026", "Kế hoạch ngày    tháng    năm 2026")),
    ("stray-space", basis("Kế hoạch  số      /KH-UBND ngày    /01/2026  #!")),
    ("basis-order", basis("Pháp lệnh số 02/2020/UBTVQH14 ngày 09/12/2020", "Nghị quyết số 1211/2016/UBTVQH13 ngày 25/5/2016")),
    ("basis-order", basis("Nghị quyết số 30a/2008/NQ-CP ngày 27/12/2008", "Quyết định số 46/2015/QĐ-TTg ngày 28/9/2015")),
    ("no-approver", task("san_pham: Quyết định của Giám đốc Sở Y tế, han: tháng 6/2026}")),
    ("no-approver", task("san_pham: Chương trình phối hợp, han: tháng 6/2026}  #!")),
    ("no-approver", task("san_pham: Đề án trình Ủy ban nhân dân, han: tháng 6/2026}")),
    ("missing-section", HEAD + "noi_dung:\n  - muc: Mục đích\n    doan: [x]\n  - muc: Tổ chức triển khai thực hiện\n    doan: [x]\n"),
    ("missing-section", HEAD + "noi_dung:\n  - muc: Mục đích\n    doan: [x]\n  - muc: Triển khai thực hiện\n    doan: [x]\n"),
    *(
        ("office-not-recipient", task("phoi_hop: [SGDDT], han: tháng 6/2026}", f'co_quan: [{{ma: SYT, vai_tro: ban-hanh}}]\nnoi_nhan: ["{line}", "Lưu: VT"]\n'))
        for line in ("Các Sở: YT, GDĐT, TC", "Sở GD&ĐT", "UBND cấp xã", "Sở, ban, ngành tỉnh", "Như mục IV")
    ),
    ("office-not-recipient", task("phoi_hop: [SGDDT], han: tháng 6/2026}", 'co_quan: [{ma: SYT, vai_tro: ban-hanh}]\nnoi_nhan: ["Các Sở: YT, TC", "Lưu: VT"]  #!\n')),
    ("office-spelling", HEAD + "co_quan: [{ma: SYT, vai_tro: ban-hanh}]\nmo_dau:\n  - Các cơ sở y tế công lập trên địa bàn\n"),
    ("office-spelling", HEAD + "co_quan: [{ma: SYT, vai_tro: ban-hanh}]\nmo_dau:\n  - Sở Y tế chủ trì, sở y tế báo cáo  #!\n"),
    ("look-alike-letter", HEAD + "mo_dau:\n  - α-Thalassemia, αβγ, Кирилл\n"),
    ("look-alike-letter", HEAD + "mo_dau:\n  - TНCС và Кирилл  #!\n"),
    ("signature-of-whom", signed("{co_quan: SYT, quyen_han: GIÁM ĐỐC}")),
    ("signing-mark", signed("{co_quan: UBND, quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH}", head=PARTY, offices="[{ma: BDVTU, vai_tro: ban-hanh}, {ma: UBND, vai_tro: ban-hanh}]")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: TM. CHỦ TỊCH ĐOÀN, chuc_vu: CHỦ TỊCH}")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: KT. ỦY BAN NHÂN DÂN, chuc_vu: PHÓ CHỦ TỊCH}  #!")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: KT. GIÁM ĐỐC, chuc_vu: GIÁM ĐỐC}  #!")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: PHÓ GIÁM ĐỐC}  #!")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: KT.GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC}  #!")),
    ("signing-mark", signed("{co_quan: SYT, quyen_han: T.M ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH}  #!")),
    ("annex-absent", HEAD.replace("KH", "QC", 1) + "mo_dau:\n  - thực hiện theo Phụ lục ban hành kèm theo Nghị định số 105/2021/NĐ-CP\n  - Báo cáo theo Biểu mẫu đính kèm\n"),
    ("annex-absent", HEAD.replace("KH", "QC", 1) + "mo_dau:\n  - thực hiện theo Phụ lục kèm theo  #!\n"),
    ("office-ceased", work("chu_tri: SLDTBXH, han: tháng 6/2026}  #!", "ra_soat:\n  - {ma: B, ten: x, chu_tri: SLDTBXH, han: tháng 6/2026}\n")),
    ("office-ceased", work("chu_tri: SYT, phoi_hop: [SGDDT, SLDTBXH], han: tháng 6/2026}  #!")),
    ("office-ceased", HEAD + "ra_soat:\n  - {ma: B, ten: x, chu_tri: SYT, phoi_hop: [SLDTBXH], han: tháng 6/2026}  #!\n"),
    ("office-ceased", HEAD + "co_quan:\n  - {ma: N, ten: N, gom: [SYT, SLDTBXH]}  #!\n  - {ma: SLDTBXH}\n"),
    ("office-ceased", OLD + "co_quan:\n  - {ma: N, ten: N, gom: [SYT, SNV]}  #!\n"),
    ("office-ceased", OPEN + "co_quan:\n  - {ma: SNV, vai_tro: ban-hanh}  #!\n"),
    ("office-ceased", OPEN + "co_quan:\n  - {ma: SNV}\n"),  # took over from another: the plan was brought up to date
    ("office-ceased", work("chu_tri: SLDTBXH, phoi_hop: [SYT], han: tháng 6/2024}", "co_quan: [{ma: SLDTBXH}, {ma: N, ten: N, gom: [SYT, SLDTBXH]}]\n", OLD)),
    ("office-ceased", work("chu_tri: SYT, phoi_hop: [SNV], han: tháng 6/2026}", "co_quan: [{ma: SNV, vai_tro: ban-hanh}]\n")),
    ("office-ceased", work("chu_tri: SLDTBXH, han: tháng 6/2026}", head="phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: x}\n")),
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
    ("typed-numbering", work("chu_tri: SYT, han: tháng 6/2026}  #!").replace("ten: Việc", "ten: 1. Khám")),
    ("typed-numbering", HEAD + 'noi_nhan:\n  - "- Sở Y tế"  #!\n  - "+ Lưu: VT"  #!\n'),
    ("typed-numbering", HEAD + "noi_dung:\n  - muc: B12 và sắt\n    khoan:\n      - E. coli và B. cereus\n      - X - quang phổi, X- Quang\n      - 6 - 12 tháng tuổi\n      - 6- 12 tháng tuổi\n      - Điều 5 Luật Trẻ em\n      - Q. Ninh Kiều\n      - h. Châu Thành\n      - '-5 độ'\n      - I - III\n      - 2026. Năm\n      - 30/4 và 01/5\n"),
    ("typed-numbering", work("chu_tri: SYT, han: tháng 6/2026}").replace("ten: Việc", "ten: 6 tháng một lần")),
    ("typed-numbering", HEAD + 'noi_nhan:\n  - Các sở - ngành\n  - "Lưu: VT"\n'),
    ("archive-line", HEAD + 'noi_nhan:\n  - Các sở\n  - "- Lưu: VT, NVY"\n'),
    ("archive-line", HEAD + 'noi_nhan:\n  - "- Lưu: VT"  #!\n  - Các sở\n'),
    ("deadline-incomplete", work("chu_tri: SYT, han: chậm nhất 3 ngày trước ngày họp, moc: B}  #!", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: thường xuyên}]\n")),
    ("deadline-incomplete", work("chu_tri: SYT, han: chậm nhất 3 ngày trước ngày họp, moc: B}", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: khi cần thiết}]\n")),
    ("deadline-incomplete", work("chu_tri: SYT, han: chậm nhất 3 ngày trước ngày họp, moc: B}", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: định kỳ}]\n")),
    ("deadline-incomplete", work("chu_tri: SYT, han: chậm nhất 3 ngày trước ngày họp, moc: B}", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: ngày 15/6/2026}]\n")),
    ("deadline-incomplete", work("chu_tri: SYT, han: chậm nhất 3 ngày trước ngày họp, moc: B}", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: thường xuyên, ket_qua: [{ngay: 2026-06-01, van_ban: a}]}]\n")),
    ("deadline-incomplete", work("chu_tri: SYT, han: thường xuyên, moc: B}", "ra_soat: [{ma: B, ten: x, chu_tri: SYT, han: thường xuyên}]\n")),

    ("dangling-reference", work("chu_tri: SYT, han: tháng 6/2026, thuc_hien: NV-9}  #!", "      - {ma: A-2, ten: Việc, chu_tri: SYT, han: tháng 6/2026, thuc_hien: NV-8}\n")),
    ("dangling-reference", "#: beside parent\n" + work("chu_tri: SYT, han: tháng 6/2026, thuc_hien: A-1}", head=HEAD.replace("loai: KH", "loai: KH, thuc_hien: cha"))),
    ("dangling-reference", work("chu_tri: SYT, han: tháng 6/2026, thuc_hien: A-1}", head=HEAD.replace("loai: KH", "loai: KH, thuc_hien: [cha]"))),
    ("dangling-reference", HEAD + "ra_soat:\n  - {ma: BC, ten: x, chu_tri: SYT, han: tháng 6/2026, chuoi: [{ma: BC, ten: y, chu_tri: SGDDT, truoc: 5}]}\n"),
    ("duplicate-id", HEAD + "ra_soat:\n  - {ma: BC, ten: x, chu_tri: SYT, han: tháng 6/2026, chuoi: [{ma: BC, ten: y, chu_tri: SGDDT, truoc: 5}]}  #!\n"),
    ("basis-ceased", work("chu_tri: SYT, han: tháng 6/2026, can_cu: [Hướng dẫn số 36-HD/VPTW ngày 03/4/2018]}  #!", head=HEAD.replace("trich", "ngay_ban_hanh: 2026-06-15, trich"))),
    ("basis-ceased", work("chu_tri: SYT, han: tháng 6/2026, can_cu: [Hướng dẫn số 36-HD/VPTW ngày 03/4/2018]}", head=HEAD.replace("trich", "ngay_ban_hanh: 2026-05-15, trich"))),

    ("date-padding", HEAD + "mo_dau:\n  - trong tháng 1/2026  #!\n  - tháng 2 năm 2026  #!\n  - ngày 7 tháng 8, ngày 07 tháng 8.  #!\n  - Đến ngày 7 tháng 8.  #!\n  - ngày 15 tháng 1 và tháng 7  #!\n  - ngày 5 tháng 12  #!\n"),
    ("date-padding", "#: file vi-du.md\n---\n" + HEAD + "# ngày 5/1/2026\n---\n\n## Họp ngày 5/1/2026  #!\n\nHọp ngày 05/01/2026\n"),
    ("date-padding", HEAD + "mo_dau:\n  - trong tháng 01/2026, tháng 3/2026, tháng 12/2026, tháng 1, 6 tháng 1 lần, tháng 1/2, tháng 11 năm 2026\n  - ngày 07 tháng 8, ngày 17 tháng 8, ngày 5 tháng cuối quý, 3 ngày 2 tháng, ngày 1 tháng 1 lần, ngày 5\n"),
    ("date-padding", results("định kỳ hằng tháng", "{ngay: 2026-01-30, van_ban: a, ky: tháng 1/2026}", "{ngay: 2026-02-28, van_ban: b, ky: 'tháng 2/2026'}")),
    ("date-padding", HEAD + 'mo_dau:  # tháng 1/2026\n  - Họp #5 tháng 01/2026\n'),

    ("idle-office", work("chu_tri: SYT, phoi_hop: SGDDT, han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT}]\n")),
    ("idle-office", work("chu_tri: SYT, phoi_hop: [SYTT, sgddt], han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT}]\n")),
    ("idle-office", work("chu_tri: SYT, phoi_hop: [BDVTU], han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: BDVTU}, {ma: SGDDT}]  #!\n")),
    ("unknown-office", work("chu_tri: N, han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: N, ten: Hai Sở, gom: []}]\n")),
    ("unknown-office", work("chu_tri: N, han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: N, ten: Hai Sở, gom: SGDDT}]\n")),
    ("unknown-office", work("chu_tri: N, han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: N, ten: Hai Sở}]  #!\n").replace("chu_tri: N", "chu_tri: SYT")),
    ("wrong-type", work("chu_tri: N, han: tháng 6/2026}", "co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: N, ten: Hai Sở, gom: []}]  #!\n")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), CASES, ids=[f"{n:03}-{case[0]}" for n, case in enumerate(CASES)])
def test_a_rule_speaks_where_it_should_and_nowhere_else(rule: str, text: str) -> None:
    example = _example("\n".join("    " + line for line in text.rstrip("\n").split("\n")))
    report, _sources = run(example, RULES)
    found = [d.place.line for d in report.diagnostics if d.rule == rule]
    assert found == list(example.lines), list(report.diagnostics)


def test_there_are_silent_cases_enough() -> None:
    """Precision is tested as hard as recall: over pages and cases, silence is asked for as often as speech."""
    silent = sum("#!" not in text for _rule, text in CASES)
    assert silent >= 0.4 * len(CASES)


@pytest.mark.parametrize(("issuer", "found"), [("SYT", 1), ("SGDDT", 0)])
def test_every_body_has_its_own_number_12(issuer: str, found: int) -> None:
    plans = [
        bind_bytes(
            f"plans/{name}.yaml",
            "phoihop: ke-hoach/1\n"
            f"van_ban: {{loai: KH, trich_yeu: {name}, so_ky_hieu: 12/KH-UBND, ngay_ban_hanh: 2026-01-20}}\n"
            f"co_quan: [{{ma: {code}, vai_tro: ban-hanh}}]\n".encode(),
        )
        for name, code in (("a", "SYT"), ("b", issuer))
    ]
    report = lint(RULES, assemble(plans), plans, Facts(Calendar, TODAY))
    assert [d.rule for d in report.diagnostics].count("same-number") == found
