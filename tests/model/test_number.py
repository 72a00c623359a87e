"""Numbers and symbols of documents: State, Party, laws with their year, the National Assembly, joint ones."""

from __future__ import annotations

import pytest

from phoihop.model.number import DocumentNumber, read_number

GOOD = [
    # text, form, serial, kind, agencies, year, name of the kind
    # State (rules.md 1.7)
    ("15/QĐ-BNV", "state", "15", "QĐ", "BNV", None, "Quyết định"),
    ("130/KH-UBND", "state", "130", "KH", "UBND", None, "Kế hoạch"),
    ("300/BC-CP", "state", "300", "BC", "CP", None, "Báo cáo"),
    ("1270/BC-TCTTTg", "state", "1270", "BC", "TCTTTg", None, "Báo cáo"),
    ("2361/QĐ-TTg", "state", "2361", "QĐ", "TTg", None, "Quyết định"),
    ("12/QyĐ-UBND", "state", "12", "QyĐ", "UBND", None, "Quy định"),
    ("03/TTr-SYT", "state", "03", "TTr", "SYT", None, "Tờ trình"),
    ("05/GM-UBND", "state", "05", "GM", "UBND", None, "Giấy mời"),
    ("388/NQ-UBTVQH16", "state", "388", "NQ", "UBTVQH16", None, "Nghị quyết"),
    ("12/BC-SNN&PTNT", "state", "12", "BC", "SNN&PTNT", None, "Báo cáo"),
    # joint
    ("1883/CTr-BLĐTBXH-BYT", "state", "1883", "CTr", "BLĐTBXH-BYT", None, "Chương trình"),
    ("12/KHPH-SYT-SGDĐT", "state", "12", "KHPH", "SYT-SGDĐT", None, ""),
    ("01/QCPH/UBND-UBMTTQ", "state", "01", "QCPH", "UBND-UBMTTQ", None, ""),
    ("7/QCPH-SYT-SLĐTBXH-CAT", "state", "7", "QCPH", "SYT-SLĐTBXH-CAT", None, ""),
    # công văn: no kind
    ("05/BNV-VP", "state", "05", None, None, None, ""),
    ("12/UBND-VX", "state", "12", None, None, None, ""),
    ("12729/VPCP-KGVX", "state", "12729", None, None, None, ""),
    ("3383/BNV-CVL", "state", "3383", None, None, None, ""),
    ("4567/BLĐTBXH-BTXH", "state", "4567", None, None, None, ""),
    ("890/SLĐTBXH-BTXH", "state", "890", None, None, None, ""),
    ("5512/BGDĐT-GDTrH", "state", "5512", None, None, None, ""),
    ("12/UBND-KT.VX", "state", "12", None, None, None, ""),
    # laws, with a year
    ("31/2013/NĐ-CP", "law", "31", "NĐ", "CP", 2013, "Nghị định"),
    ("42/2014/QĐ-TTg", "law", "42", "QĐ", "TTg", 2014, "Quyết định"),
    ("128/2025/QĐ-UBND", "law", "128", "QĐ", "UBND", 2025, "Quyết định"),
    ("26/2025/TT-BNNMT", "law", "26", "TT", "BNNMT", 2025, "Thông tư"),
    ("10/2010/TT-BNN&PTNT", "law", "10", "TT", "BNN&PTNT", 2010, "Thông tư"),
    ("13/2014/TTLT-BLĐTBXH-BTC", "law", "13", "TTLT", "BLĐTBXH-BTC", 2014, "Thông tư liên tịch"),
    ("01/2015/TTLT-VPCP-BNV", "law", "01", "TTLT", "VPCP-BNV", 2015, "Thông tư liên tịch"),
    ("13/2025/TTLT-BTP-BNG-TANDTC", "law", "13", "TTLT", "BTP-BNG-TANDTC", 2025, "Thông tư liên tịch"),
    ("19/2008/NQLT/CP-UBTUMTTQVN", "law", "19", "NQLT", "CP-UBTUMTTQVN", 2008, "Nghị quyết liên tịch"),
    # the National Assembly
    ("202/2025/QH15", "assembly", "202", "", "QH15", 2025, ""),
    ("28/2026/QH16", "assembly", "28", "", "QH16", 2026, ""),
    ("10/2012/QH13", "assembly", "10", "", "QH13", 2012, ""),
    ("01/2023/UBTVQH15", "assembly", "01", "", "UBTVQH15", 2023, ""),
    # Party (rules.md 2.3, 2.4)
    ("07-KH/TW", "party", "07", "KH", "TW", None, "Kế hoạch"),
    ("18-NQ/TW", "party", "18", "NQ", "TW", None, "Nghị quyết"),
    ("399-QĐ/TW", "party", "399", "QĐ", "TW", None, "Quyết định"),
    ("121-KL/TW", "party", "121", "KL", "TW", None, "Kết luận"),
    ("36-HD/VPTW", "party", "36", "HD", "VPTW", None, "Hướng dẫn"),
    ("03-HD/BTGDVTU", "party", "03", "HD", "BTGDVTU", None, "Hướng dẫn"),
    ("09-ĐA/TU", "party", "09", "ĐA", "TU", None, "Đề án"),
    ("12-NQ/ĐU", "party", "12", "NQ", "ĐU", None, "Nghị quyết"),
    ("45-TT/TU", "party", "45", "TT", "TU", None, "Thông tri"),
    ("60-CV/TU", "party", "60", "CV", "TU", None, "Công văn"),
    ("2-QH/UBKTTW", "party", "2", "QH", "UBKTTW", None, "Quy hoạch"),
    ("79-CTr/BDVTW-BCSĐCP", "party", "79", "CTr", "BDVTW-BCSĐCP", None, "Chương trình"),
    ("1573-KH/BDVTW-BCSĐCP", "party", "1573", "KH", "BDVTW-BCSĐCP", None, "Kế hoạch"),
    ("10-KH/BDVTU-BCSDUBND", "party", "10", "KH", "BDVTU-BCSDUBND", None, "Kế hoạch"),
]


@pytest.mark.parametrize(("text", "form", "serial", "kind", "agencies", "year", "name"), GOOD, ids=[g[0] for g in GOOD])
def test_a_real_number_is_taken_apart(
    text: str, form: str, serial: str, kind: str | None, agencies: str | None, year: int | None, name: str
) -> None:
    """Numbers seen in the wild are read, whoever issued them."""
    number = read_number(text)
    assert number is not None
    assert (number.form, number.serial, number.year, number.kind_name) == (form, serial, year, name)
    if kind is not None:
        assert (number.kind, number.agencies) == (kind, agencies)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "12/",
        "12/KH",
        "12-KH",
        "/KH-SYT",
        "-KH/TU",
        "KH-SYT",
        "KH-SYT số 12",
        "số 12/KH-SYT",
        "2361QĐTTg",
        "12/KH SYT",
        "12 / KH-SYT",
        "12/kh-syt",
        "12/KH-",
        "12/KH-SYT-",
        "12/KH--SYT",
        "12//KH-SYT",
        "12/KH-SYT.",
        "12/KH-SYT ",
        " 12/KH-SYT",
        "12/KH-SYT\n",
        "12-KH-TU",
        "31/1813/NĐ-CP",
        "31/13/NĐ-CP",
        "202/2025/QH",
        "12a/KH-SYT",
        "١٢/KH-SYT",
        "12/KH–SYT",
        "chưa cấp",
        "12/KH-Sở Y tế",
    ],
)
def test_what_has_no_known_form_is_no_number(text: str) -> None:
    """Missing parts, spaces, small letters, other digits and dashes, words around it."""
    assert read_number(text) is None


def test_a_number_is_a_value() -> None:
    """Two readings of one text are equal."""
    assert read_number("07-KH/TW") == DocumentNumber("party", "07", "TW", "KH")
