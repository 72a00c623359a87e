"""A plan that uses every key, and what it takes to break it."""

from __future__ import annotations

from phoihop.bind.file import BoundFile, bind_bytes

FULL = """\
phoihop: ke-hoach/1
van_ban:
  loai: KH
  so_ky_hieu: 12/KHPH-SYT-SGDĐT
  trich_yeu: Phối hợp năm 2026
  dia_danh: Cần Thơ
  ngay_ban_hanh: 2026-01-20
  the_thuc: nha-nuoc
  hieu_luc:
    tu: 2026-01-20
    den: 2026-12-31
  thuc_hien: chuong-trinh
ghi_chu: Ghi chú của kế hoạch
lich:
  lui_han: truoc
can_cu:
  - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020
mo_dau:
  - Hai Sở thống nhất
co_quan:
  - ma: SYT
    vai_tro: ban-hanh
    dau_moi: Phòng Nghiệp vụ Y
  - ma: HAI-SO
    ten: Hai Sở
    gom: [SYT, SGDDT]
noi_dung:
  - muc: Nội dung
    doan:
      - Đoạn một
    khoan:
      - Khoản một
    nhiem_vu:
      - ma: NV-01
        ten: Khám sức khỏe
        chu_tri: SYT
        phoi_hop: [SGDDT]
        han: trước ngày 15/11/2026
        moc: GB
        san_pham: Báo cáo
        can_cu:
          - Thông tư số 1/2020/TT-BYT
        thuc_hien: A-1
        gia_han:
          - han_cu: trước ngày 15/10/2026
            ngay: 2026-10-02
            van_ban: 45/CV-UBND
            co_quan: SYT
            ghi_chu: chờ kinh phí
        tam_dung:
          - tu: 2026-03-01
            den: 2026-06-01
            van_ban: 12/CV-UBND
            co_quan: SYT
            ghi_chu: chờ sắp xếp
        ket_qua:
          - ngay: 2026-11-10
            van_ban: 210/BC-SYT
            ky: quý IV/2026
            co_quan: SYT
            ghi_chu: đủ
        ghi_chu: Ghi chú của việc
    noi_dung:
      - muc: Phần con
ra_soat:
  - ma: GB
    ten: Họp giao ban
    loai: giao-ban
    chu_tri: SYT
    phoi_hop: [SGDDT]
    han: ngày 20 tháng cuối quý
    gui: [UBND]
  - ma: BC
    ten: Báo cáo năm
    loai: bao-cao
    chu_tri: SYT
    chot_so_lieu:
      ngay: 15
      ky: [nam]
      gui_sau: 3
    chuoi:
      - ma: BC-1
        ten: Số liệu trường học
        chu_tri: SGDDT
        gui: [SYT]
        truoc: 2
noi_nhan:
  - "Lưu: VT"
ky_ten:
  - co_quan: SYT
    quyen_han: KT. GIÁM ĐỐC
    chuc_vu: PHÓ GIÁM ĐỐC
    ho_ten: Nguyễn Văn A
"""


def bind(text: str, path: str = "plans/x.yaml") -> BoundFile:
    """A text bound as the file of that path."""
    return bind_bytes(path, text.encode())


def line_of(text: str, start: str) -> int:
    """The number of the first line that begins so, white space and dashes aside."""
    lines = text.split("\n")
    return next(n for n, line in enumerate(lines, 1) if line.lstrip(" -").startswith(start))
