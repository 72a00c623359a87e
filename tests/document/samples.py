"""Plans, offices and styles that the document tests print."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from phoihop.dates.reading import Reading
from phoihop.document.blocks import Document
from phoihop.document.style import StyleTable, read_styles
from phoihop.document.subset import parse
from phoihop.document.template import render_template
from phoihop.model import (
    Book,
    Citation,
    Deadline,
    Head,
    Organisation,
    Participant,
    Plan,
    Recipient,
    Regime,
    Review,
    ReviewKind,
    Role,
    Section,
    Signature,
    Task,
)
from phoihop.views.document import document_view
from phoihop.views.papers.catalogue import template_of_kind

TEMPLATES = Path(__file__).parents[2] / "templates"
AT = object()  # places play no part in printing


def due(phrase: str) -> Deadline:
    """A deadline; printing looks at its phrase only."""
    return Deadline(phrase, Reading(phrase, "fixed-day"))


def office(code: str, name: str, **more: str) -> Organisation:
    return Organisation(code, name, at=AT, **more)


BOOK = Book(
    organisations={
        one.code: one
        for one in (
            office("UBND", "Ủy ban nhân dân thành phố Cần Thơ", abbreviation="UBND"),
            office("SYT", "Sở Y tế", abbreviation="SYT", superior="UBND", place_name="Cần Thơ"),
            office("SGDDT", "Sở Giáo dục và Đào tạo", abbreviation="SGDĐT", superior="UBND"),
            office("SLDTBXH", "Sở Lao động - Thương binh và Xã hội", abbreviation="SLĐTBXH", superior="UBND"),
            office("CA", "Công an thành phố", abbreviation="CATP"),
            office("TU", "Tỉnh ủy Sóc Trăng", abbreviation="TU"),
            office("BDVTU", "Ban Dân vận Tỉnh ủy", abbreviation="BDVTU", superior="TU"),
            office("BCSDUBND", "Ban Cán sự đảng Ủy ban nhân dân tỉnh", abbreviation="BCSDUBND"),
        )
    }
)


def issuer(code: str) -> Participant:
    return Participant(code, at=AT, role=Role.ISSUER)


def task(number: int, title: str, **more: object) -> Task:
    return Task(f"NV-{number:02}", title, at=AT, **more)


def section(title: str, *sections: Section, **more: object) -> Section:
    return Section(title, at=AT, sections=sections, **more)


PURPOSE = section(
    "Mục đích, yêu cầu",
    section("Mục đích", clauses=("Nâng cao chất lượng chăm sóc sức khỏe học sinh tại các cơ sở giáo dục.",)),
    section("Yêu cầu", paragraphs=("- Phối hợp chặt chẽ, thường xuyên, đúng chức năng của từng ngành.",)),
)
WORK = section(
    "Nội dung phối hợp",
    clauses=("Tuyên truyền về phòng, chống dịch bệnh trong trường học.",),
    tasks=(
        task(1, "Khám sức khỏe đầu năm học cho học sinh", lead="SYT", partners=("SGDDT",),
             deadline=due("trước ngày 15/11/2026"), deliverable="Báo cáo kết quả khám"),
        task(2, "Gửi đề nghị cử người dự họp", lead="SGDDT",
             deadline=due("chậm nhất 03 ngày làm việc trước ngày họp"), note="Theo thông báo họp"),
    ),
)  # fmt: skip
CARRYING_OUT = section(
    "Tổ chức thực hiện",
    clauses=("Hai Sở căn cứ Kế hoạch này chỉ đạo các đơn vị trực thuộc triển khai thực hiện.",),
)
REVIEWS = (
    Review(
        "GB",
        "Họp giao ban",
        at=AT,
        lead="SYT",
        deadline=due("ngày 20 tháng cuối quý"),
        kind=ReviewKind.MEETING,
    ),
    Review("TK", "Tổng kết", at=AT, lead="SYT", partners=("SGDDT",), deadline=due("tháng 12/2026")),
)
RECIPIENTS = tuple(
    Recipient(text, at=AT)
    for text in ("UBND thành phố (để báo cáo)", "Các đơn vị trực thuộc hai Sở", "Lưu: VT hai Sở.")
)

STATE_JOINT = Plan(
    "cham-soc",
    "plans/cham-soc.yaml",
    Head(
        "KH",
        "Phối hợp chăm sóc sức khỏe học sinh năm 2026",
        at=AT,
        number="12/KHPH-SYT-SGDĐT",
        place_name="Cần Thơ",
        issued=date(2026, 1, 20),
    ),
    at=AT,
    legal_basis=(
        Citation("Luật Khám bệnh, chữa bệnh ngày 09 tháng 01 năm 2023", at=AT),
        Citation(
            "Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT ngày 12/5/2016 về công tác y tế trường học",
            AT,
        ),
    ),
    opening=("Sở Y tế và Sở Giáo dục và Đào tạo ban hành Kế hoạch phối hợp năm 2026 như sau:",),
    participants=(issuer("SYT"), issuer("SGDDT")),
    sections=(PURPOSE, WORK, CARRYING_OUT),
    reviews=REVIEWS,
    recipients=RECIPIENTS,
    signatures=(
        Signature("SGDDT", at=AT, authority="GIÁM ĐỐC", name="Trần Thị Bình"),
        Signature("SYT", at=AT, authority="KT. GIÁM ĐỐC", position="PHÓ GIÁM ĐỐC", name="Nguyễn Văn An"),
    ),
)

PARTY = Plan(
    "dan-van",
    "plans/dan-van.yaml",
    Head(
        "KH",
        "phối hợp công tác dân vận năm 2026",
        at=AT,
        number="10-KH/BDVTU-BCSDUBND",
        place_name="Sóc Trăng",
        issued=date(2026, 3, 5),
        regime=Regime.PARTY,
    ),
    at=AT,
    legal_basis=(Citation("Nghị quyết số 12-NQ/TU, ngày 05/9/2025 của Tỉnh ủy về công tác dân vận", at=AT),),
    opening=("Ban Dân vận Tỉnh ủy và Ban Cán sự đảng Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",),
    participants=(issuer("BDVTU"), issuer("BCSDUBND")),
    sections=(
        section("Mục đích, yêu cầu", paragraphs=("Tăng cường công tác dân vận của chính quyền các cấp.",)),
        section(
            "Nội dung",
            tasks=(task(1, "Tổ chức đối thoại với Nhân dân", lead="BDVTU", deadline=due("quý II/2026")),),
        ),
    ),
    reviews=REVIEWS,
    recipients=(Recipient("Thường trực Tỉnh ủy", at=AT), Recipient("Lưu Văn phòng Tỉnh ủy", at=AT)),
    signatures=(
        Signature("BDVTU", at=AT, authority="K/T TRƯỞNG BAN", position="PHÓ TRƯỞNG BAN", name="Lê Văn Cường"),
        Signature("BCSDUBND", at=AT, authority="T/M BAN CÁN SỰ ĐẢNG", position="BÍ THƯ"),
    ),
)

REGULATION = Plan(
    "quy-che",
    "plans/quy-che.yaml",
    Head("QC", "Phối hợp hoạt động giữa Sở Y tế và Công an thành phố", at=AT, number="chưa cấp"),
    at=AT,
    participants=(issuer("SYT"),),
    sections=(
        section(
            "Quy định chung",
            section("Phạm vi điều chỉnh", paragraphs=("Quy chế này quy định việc phối hợp.",)),
            section("Nguyên tắc phối hợp", clauses=("Đúng chức năng.", "Kịp thời, hiệu quả.")),
        ),
        section(
            "Nội dung phối hợp",
            section(
                "Trao đổi thông tin",
                section("Thông tin định kỳ", clauses=("Số liệu quý.", "Số liệu năm.")),
                clauses=("Trao đổi bằng văn bản.",),
                tasks=(task(1, "Cung cấp danh sách cơ sở", lead="SYT", deadline=due("Quý II/2026")),),
            ),
        ),
        section("Tổ chức thực hiện", section("Hiệu lực", paragraphs=("Quy chế có hiệu lực từ ngày ký.",))),
    ),
    reviews=REVIEWS,
    recipients=RECIPIENTS,
)  # fmt: skip


@cache
def styles() -> StyleTable:
    return read_styles(yaml.safe_load((TEMPLATES / "dinh_dang.yaml").read_text(encoding="utf-8")))


@cache
def framed_styles() -> StyleTable:
    """The styles with a mark of urgency, a frame as wide as its column, and both sides of the paper."""
    data = yaml.safe_load((TEMPLATES / "dinh_dang.yaml").read_text(encoding="utf-8"))
    mark = {"word": "VB Khẩn", "co": 13, "dam": True, "can": "giua", "khung": 1, "rong": 30, "mau": "FF0000"}
    data["chung"]["kieu"] |= {"khan": mark, "khung": mark | {"word": "VB Khung", "rong": 0}}
    data["chung"]["trang"]["hai_mat"] = True
    return read_styles(data)


def load(name: str) -> str | None:
    file = TEMPLATES / name
    return file.read_text(encoding="utf-8") if file.is_file() else None


def document(plan: Plan, template: str = "", book: Book = BOOK) -> Document:
    """The whole way from a plan to blocks."""
    html = render_template(template or f"{template_of_kind(plan.head.kind)}.html.j2", document_view(plan, book), load)
    return parse(html, styles())
