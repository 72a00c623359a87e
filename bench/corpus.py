"""A corpus of plans for the measurements: 30 tasks and about 9.5 KB each, all different, all repeatable."""

from __future__ import annotations

import random
from pathlib import Path

_VERBS = (
    "Xây dựng",
    "Tổ chức",
    "Triển khai",
    "Kiểm tra",
    "Giám sát",
    "Hướng dẫn",
    "Tập huấn",
    "Rà soát",
    "Tổng hợp",
)
_OBJECTS = (
    "kế hoạch khám sức khỏe cho học sinh",
    "công tác phòng, chống dịch bệnh tại cơ sở",
    "chương trình dinh dưỡng học đường",
    "việc chăm sóc người cao tuổi, người khuyết tật",
    "hoạt động truyền thông về dân số",
    "công tác an toàn, vệ sinh lao động",
    "mô hình phục hồi chức năng dựa vào cộng đồng",
)
_PRODUCTS = ("Báo cáo kết quả", "Kế hoạch chi tiết", "Danh sách đã duyệt", "Biên bản kiểm tra")


def offices(count: int = 12) -> str:
    """The offices' file."""
    lines = ["phoihop: co-quan/1", "co_quan:"]
    for n in range(count):
        lines.append(f"  - {{ma: CQ-{n:02}, ten: Cơ quan thứ {n}, viet_tat: CQ{n}}}")
    return "\n".join(lines) + "\n"


def plan(number: int, tasks: int = 30) -> str:
    """One plan; the same number gives the same plan."""
    dice = random.Random(number)
    year = dice.randint(2018, 2025)
    lead, partner, *others = dice.sample(range(12), 12)
    basis = dice.randint(100, 3000)
    lines = [
        "phoihop: ke-hoach/1",
        "van_ban:",
        "  loai: KH",
        f"  so_ky_hieu: {number + 1:02}/KH-CQ{lead}-CQ{partner}",
        f"  trich_yeu: Phối hợp chăm sóc sức khỏe nhân dân năm {year}",
        "  dia_danh: Cần Thơ",
        f"  ngay_ban_hanh: {year}-01-{dice.randint(2, 9):02}",
        f"  hieu_luc: {{tu: {year}-01-01, den: {year}-12-31}}",
        "can_cu:",
        f"  - Quyết định số {basis}/QĐ-TTg ngày {10 + basis % 18}/12/{year - 1} của Thủ tướng Chính phủ",
        "co_quan:",
        f"  - {{ma: CQ-{lead:02}, vai_tro: ban-hanh}}",
        f"  - {{ma: CQ-{partner:02}, vai_tro: ban-hanh}}",
        "noi_dung:",
        "  - muc: Mục đích, yêu cầu",
        '    doan: ["Nâng cao trách nhiệm và hiệu quả phối hợp giữa hai cơ quan."]',
        "  - muc: Nội dung phối hợp",
        "    nhiem_vu:",
    ]
    for n in range(1, tasks + 1):
        lines += [
            f"      - ma: NV-{n:02}",
            f"        ten: {dice.choice(_VERBS)} {dice.choice(_OBJECTS)} đợt {n} tại {dice.randint(2, 90)} xã, phường",
            f"        chu_tri: CQ-{dice.choice((lead, partner)):02}",
            f"        phoi_hop: [CQ-{dice.choice(others):02}]",
            f"        han: {_deadline(dice, year)}",
            f"        san_pham: {dice.choice(_PRODUCTS)} số {dice.randint(1, 99)}",
        ]
    lines += [
        "ra_soat:",
        f"  - {{ma: GB, ten: Họp giao ban, chu_tri: CQ-{lead:02}, han: ngày {dice.randint(10, 25)} tháng cuối quý}}",
        f"  - {{ma: TK, ten: Tổng kết, chu_tri: CQ-{partner:02}, han: tháng 12/{year}}}",
        'noi_nhan: ["UBND thành phố (để báo cáo)", "Như trên", "Lưu: VT"]',
    ]
    return "\n".join(lines) + "\n"


def _deadline(dice: random.Random, year: int) -> str:
    day, month = dice.randint(1, 28), dice.randint(2, 12)
    return dice.choice(
        (
            f"trước ngày {day:02}/{month:02}/{year}" if month < 3 else f"trước ngày {day:02}/{month}/{year}",
            f"chậm nhất ngày {day:02} tháng {month:02} năm {year}"
            if month < 3
            else f"chậm nhất ngày {day:02} tháng {month} năm {year}",
            f"tháng {month:02}/{year}" if month < 3 else f"tháng {month}/{year}",
            f"quý {dice.choice(('I', 'II', 'III', 'IV'))}/{year}",
            f"ngày {day} hằng tháng",
            "thường xuyên",
            f"trong năm {year}",
        )
    )


def write(folder: Path, count: int, tasks: int = 30) -> list[Path]:
    """Write `count` plans of `tasks` tasks and the offices into `folder/plans`."""
    plans = folder / "plans"
    plans.mkdir(parents=True, exist_ok=True)
    (plans / "co-quan.yaml").write_text(offices(), encoding="utf-8", newline="\n")
    paths = []
    for number in range(count):
        path = plans / f"ke-hoach-{number:05}.yaml"
        path.write_text(plan(number, tasks), encoding="utf-8", newline="\n")
        paths.append(path)
    return paths
