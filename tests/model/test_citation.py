"""What can be read of a citation: the word for its kind, its number, its date; the rest stays text."""

from __future__ import annotations

from datetime import date

import pytest

from phoihop.bind.places import NO_KEYS, NodePlaces
from phoihop.model import Citation
from phoihop.model.citation import impossible_date
from phoihop.text.source import Source

AT = NodePlaces(Source("x", ""), 0, NO_KEYS)

CITATIONS = [
    (
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ("Nghị định", "30/2020/NĐ-CP", date(2020, 3, 5)),
    ),
    ("Nghị quyết số 18-NQ/TW ngày 25/10/2017", ("Nghị quyết", "18-NQ/TW", date(2017, 10, 25))),
    (
        "Kế hoạch số 60-KH/TU ngày 11/01/2018 của Tỉnh ủy về việc thực hiện Nghị quyết số 20-NQ/TW",
        ("Kế hoạch", "60-KH/TU", date(2018, 1, 11)),
    ),
    (
        "Nghị quyết số 20-NQ/TW về tăng cường công tác bảo vệ sức khỏe nhân dân",
        ("Nghị quyết", "20-NQ/TW", None),
    ),
    (
        "Chương trình phối hợp số 1883/CTr-BLĐTBXH-BYT ngày 16/5/2018 giữa hai Bộ",
        ("Chương trình", "1883/CTr-BLĐTBXH-BYT", date(2018, 5, 16)),
    ),
    (
        "Thông tư liên tịch số 13/2014/TTLT-BLĐTBXH-BTC ngày 03/6/2014",
        ("Thông tư liên tịch", "13/2014/TTLT-BLĐTBXH-BTC", date(2014, 6, 3)),
    ),
    (
        "Nghị quyết liên tịch số 19/2008/NQLT/CP-UBTUMTTQVN ngày 17/10/2008",
        ("Nghị quyết liên tịch", "19/2008/NQLT/CP-UBTUMTTQVN", date(2008, 10, 17)),
    ),
    ("Thông tư số 26/2025/TT-BNNMT", ("Thông tư", "26/2025/TT-BNNMT", None)),
    (
        "Luật Bảo hiểm y tế số 25/2008/QH12 ngày 14 tháng 11 năm 2008",
        ("Luật", "25/2008/QH12", date(2008, 11, 14)),
    ),
    ("Luật An toàn, vệ sinh lao động ngày 25 tháng 6 năm 2015;", ("Luật", "", date(2015, 6, 25))),
    ("Bộ luật Lao động năm 2019", ("Bộ luật", "", None)),
    ("Pháp lệnh Dân số ngày 09/01/2003", ("Pháp lệnh", "", date(2003, 1, 9))),
    ("Quyết định 34/2014/QĐ-TTg ngày 30/4/2014", ("Quyết định", "34/2014/QĐ-TTg", date(2014, 4, 30))),
    ("Quyết định số: 2361/QĐ-TTg, ngày 22/12/2015", ("Quyết định", "2361/QĐ-TTg", date(2015, 12, 22))),
    ("Kết luận 121-KL/TW ngày 24/01/2025", ("Kết luận", "121-KL/TW", date(2025, 1, 24))),
    (
        "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy",
        ("Nghị quyết", "12-NQ/ĐU", date(2026, 9, 5)),
    ),
    (
        "Công văn số 12729/VPCP-KGVX ngày 31/12/2025 của Văn phòng Chính phủ.",
        ("Công văn", "12729/VPCP-KGVX", date(2025, 12, 31)),
    ),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025", ("Luật", "", date(2025, 6, 16))),
    ("Thực hiện Chỉ thị số 08/CT-TTg;", ("Chỉ thị", "08/CT-TTg", None)),
    ("Hướng dẫn số 36-HD/VPTW ngày 03-4-2018", ("Hướng dẫn", "36-HD/VPTW", date(2018, 4, 3))),
    ("NGHỊ QUYẾT số 202/2025/QH15 ngày 12.6.2025", ("Nghị quyết", "202/2025/QH15", date(2025, 6, 12))),
    ("Đề án 09-ĐA/TU của Tỉnh ủy", ("Đề án", "09-ĐA/TU", None)),
    ("Quy chế làm việc của hai Sở", ("Quy chế", "", None)),
    ("Chức năng, nhiệm vụ của hai Sở", ("", "", None)),
    ("Tình hình thực tế năm 2026", ("", "", None)),
    ("Quyết định số 2361QĐTTg ngày 22/12/2015", ("Quyết định", "2361QĐTTg", date(2015, 12, 22))),
    ("Kế hoạch số 5/KH-SYT ngày 30/02/2020", ("Kế hoạch", "5/KH-SYT", None)),
]


@pytest.mark.parametrize(("text", "expected"), CITATIONS, ids=[c[0][:40] for c in CITATIONS])
def test_a_citation_is_read(text: str, expected: tuple[str, str, date | None]) -> None:
    """The text stays as it is; of the parts, the first of each is its own."""
    citation = Citation(text, AT)
    assert citation.text == text
    assert (citation.kind_word, citation.number, citation.issued) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kế hoạch số 5/KH-SYT ngày 30/02/2020", "30/02/2020"),
        ("Luật X ngày 31 tháng 4 năm 2015", "31 tháng 4 năm 2015"),
        ("Kế hoạch ngày 01/02/2020 sửa đổi ngày 32/01/2020", "32/01/2020"),
        ("Kế hoạch ngày 29/02/2023", "29/02/2023"),
    ],
)
def test_a_date_that_does_not_exist_is_named(text: str, day: str) -> None:
    """As it is written."""
    assert impossible_date(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "Kế hoạch ngày 29/02/2024", "Kế hoạch ngày 05 tháng 3 năm 2020", "ngày hội 30/2", "ngày 45", "30/02/2020"],
)
def test_other_dates_are_silent(text: str) -> None:
    """Dates that exist, and numbers that are no date."""
    assert impossible_date(text) == ""


def test_two_citations_of_one_text_are_equal_wherever_they_stand() -> None:
    """Places are outside of equality."""
    other = NodePlaces(Source("y", "\n\nx"), 2, NO_KEYS)
    assert Citation("Luật X", AT) == Citation("Luật X", other)
