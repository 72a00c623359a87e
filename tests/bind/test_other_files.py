"""The files beside the plans: offices, days, settings. Nothing in them faults, and what is wrong is a finding."""

from __future__ import annotations

from datetime import date

import pytest

from phoihop.bind.book import assemble
from phoihop.bind.file import BESIDE_PLANS, bind_bytes
from phoihop.dates.calendar import Calendar
from phoihop.model import OfficesState, Regime

from .samples import FULL, bind

OFFICES = """\
phoihop: co-quan/1
co_quan:
  - ma: SLDTBXH
    ten: Sở Lao động
    viet_tat: SLĐTBXH
    ten_khac: [Sở LĐTBXH]
    the_thuc: nha-nuoc
    cap_tren: UBND
    dia_danh: Cần Thơ
    tu: 2010-01-01
    den: 2025-02-28
    ke_thua:
      - {ma: SNV, linh_vuc: lao động, theo: Nghị định 45/2025/NĐ-CP}
    ghi_chu: đã kết thúc
  - {ma: SNV, ten: Sở Nội vụ}
"""

DAYS = """\
phoihop: lich/1
nam:
  - nam: 2030
    trang_thai: cong-bo
    thong_bao: [Thông báo 1]
    nghi:
      - {ngay: 2030-01-01, ten: Tết Dương lịch}
      - {tu: 2030-02-01, den: 2030-02-05, ten: Tết, theo: Thông báo 1}
    hoan_doi:
      - {nghi: 2030-01-02, lam_bu: 2030-01-05, theo: Công văn 1}
    lam_viec:
      - {ngay: 2030-01-06, ten: Trực}
    luu_y:
      - {tu: 2030-11-21, den: 2030-11-28, noi_dung: chưa rõ}
"""


def test_offices_bind_whole() -> None:
    """Every key under its name, places at the right lines."""
    bound = bind(OFFICES, "plans/co-quan.yaml")
    assert bound.findings == []
    old, new = bound.organisations
    assert (old.code, old.name, old.abbreviation, old.other_names) == (
        "SLDTBXH",
        "Sở Lao động",
        "SLĐTBXH",
        ("Sở LĐTBXH",),
    )
    assert (old.regime, old.superior, old.place_name, old.note) == (Regime.STATE, "UBND", "Cần Thơ", "đã kết thúc")
    assert (old.since, old.until) == (date(2010, 1, 1), date(2025, 2, 28))
    (successor,) = old.successors
    assert (successor.code, successor.field, successor.ground) == ("SNV", "lao động", "Nghị định 45/2025/NĐ-CP")
    assert (old.at["until"].line, successor.at["code"].line, successor.at["code"].column) == (11, 13, 14)
    assert (new.at[""].line, new.at["name"].column) == (15, 20)


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("ma: SLDTBXH", "ma: Sở", ("malformed-code", 3, 9)),
        ("ten: Sở Lao động", "ten: [a]", ("wrong-type", 4, 10)),
        ("    ten: Sở Lao động\n", "", ("missing-key", 3, 5)),
        ("viet_tat: SLĐTBXH", "viết_tắt: SLĐTBXH", ("unknown-key", 5, 5)),
        ("ten_khac: [Sở LĐTBXH]", "ten_khac: Sở LĐTBXH", ("wrong-type", 6, 15)),
        ("the_thuc: nha-nuoc", "the_thuc: x", ("wrong-type", 7, 15)),
        ("cap_tren: UBND", "cap_tren: ubnd", ("malformed-code", 8, 15)),
        ("den: 2025-02-28", "den: 2025-02-29", ("invalid-date", 11, 10)),
        ("{ma: SNV, linh_vuc", "{linh_vuc", ("missing-key", 13, 10)),
        ("ma: SNV, linh_vuc", "ma: snv, linh_vuc", ("malformed-code", 13, 14)),
        ("ghi_chu: đã kết thúc", "ghi_chu: {a: b}", ("wrong-type", 14, 14)),
    ],
)
def test_one_wrong_field_of_an_office_leaves_the_others(old: str, new: str, finding: tuple[str, int, int]) -> None:
    """Both offices are there, and exactly one finding says what is wrong."""
    assert OFFICES.count(old) == 1
    bound = bind(OFFICES.replace(old, new), "plans/co-quan.yaml")
    assert [(f.rule, f.place.line, f.place.column) for f in bound.findings] == [finding]
    assert len(bound.organisations) == 2


def test_days_bind_whole() -> None:
    """A stretch of days off is its days."""
    bound = bind(DAYS, "plans/lich.yaml")
    assert bound.findings == []
    (year,) = bound.years
    assert (year.year, year.announced, year.notices) == (2030, True, ("Thông báo 1",))
    assert [day.day.day for day in year.off] == [1, 1, 2, 3, 4, 5]
    assert (year.swaps[0].off, year.swaps[0].worked) == (date(2030, 1, 2), date(2030, 1, 5))
    assert (year.worked[0].day, year.notes[0].text) == (date(2030, 1, 6), "chưa rõ")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("  - nam: 2030\n", "  - nam: hai nghìn\n", "wrong-type"),
        ("  - nam: 2030\n", "  - nam: 20300\n", "wrong-type"),
        ("  - nam: 2030\n    trang_thai", "  - trang_thai", "missing-key"),
        ("trang_thai: cong-bo", "trang_thai: công bố", "wrong-type"),
        ("trang_thai: cong-bo", "trang_thai: [cong-bo]", "wrong-type"),
        ("ngay: 2030-01-01", "ngay: 2030-02-30", "invalid-date"),
        ("ngay: 2030-01-01", "ngay: [x]", "wrong-type"),
        ("tu: 2030-02-01", "tu: 1/2/2030", "wrong-type"),
        (", ten: Tết Dương lịch", "", "missing-key"),
        ("nghi: 2030-01-02, ", "", "missing-key"),
        ("lam_bu: 2030-01-05", "lam_bu: x", "wrong-type"),
        ("ngay: 2030-01-06, ", "", "missing-key"),
        (", noi_dung: chưa rõ", "", "missing-key"),
        ("luu_y:", "lưu_ý:", "unknown-key"),
        ("thong_bao: [Thông báo 1]", "thong_bao: x", "wrong-type"),
    ],
)
def test_one_wrong_field_of_a_calendar_is_one_finding(old: str, new: str, rule: str) -> None:
    """And no fault, whatever is left of the year."""
    assert DAYS.count(old) == 1
    bound = bind(DAYS.replace(old, new), "plans/lich.yaml")
    assert [f.rule for f in bound.findings] == [rule]
    Calendar(()).overlay(bound.years)


@pytest.mark.parametrize(
    "text",
    [
        "nam: 2030",
        "nam: 2030, nghi: []",
        "nam: 2030, trang_thai: ",
        "nam: 2030, nghi: [{ten: Không ngày}]",
        "nam: 2030, trang_thai: du-kien, nghi: [{tu: 2030-02-05, den: 2030-02-01, ten: Ngược}]",
        "nam: 9999, trang_thai: du-kien, nghi: [{tu: 9999-12-30, den: 9999-12-31, ten: Cuối}]",
        "nam: 0, trang_thai: du-kien",
        "nam: 2030, trang_thai: du-kien, nghi: [{ngay: 2031-01-01, ten: Năm khác}]",
        "nam: 2030, trang_thai: du-kien, hoan_doi: [{nghi: 2030-01-02, lam_bu: 2030-01-02, theo: x}]",
        "nam: 2030, trang_thai: du-kien, nghi: [{tu: 0001-01-01, den: 9999-12-31, ten: Mọi ngày}]",
    ],
)
def test_an_odd_year_does_not_fault(text: str) -> None:
    """A year without a state, days the wrong way round, at the ends of time."""
    bound = bind(f"phoihop: lich/1\nnam:\n  - {{{text}}}\n", "plans/lich.yaml")
    calendar = Calendar(()).overlay(bound.years)
    assert calendar is not None


@pytest.mark.parametrize(
    ("text", "language", "rules"),
    [
        ("phoihop: cau-hinh/1\nngon_ngu: en\n", "en", []),
        ("phoihop: cau-hinh/1\n", "", []),
        ("phoihop: cau-hinh/1\nngon_ngu: fr\n", "", ["wrong-type"]),
        ("phoihop: cau-hinh/1\nngôn_ngữ: vi\n", "", ["unknown-key"]),
        ("ngon_ngu: vi\n", "vi", ["missing-key"]),
    ],
)
def test_settings_bind(text: str, language: str, rules: list[str]) -> None:
    """The workspace's language."""
    bound = bind(text, "plans/phoihop.yaml")
    assert [f.rule for f in bound.findings] == rules
    assert bound.settings is not None
    assert bound.settings.language == language


@pytest.mark.parametrize("stem", BESIDE_PLANS)
def test_a_file_of_a_shared_name_is_read_as_what_it_says(stem: str) -> None:
    """Its first key decides, its name only where that is missing."""
    bound = bind(FULL, f"plans/{stem}.yaml")
    assert bound.findings == []
    assert bound.plan is not None


def test_a_book_keeps_the_first_of_two_and_notes_the_other() -> None:
    """Plans by stem, offices by code; what could not be read is noted."""
    files = [
        bind(FULL, "plans/a/x.yaml"),
        bind(FULL, "plans/b/x.yaml"),
        bind("a: b: c", "plans/hong.yaml"),
        bind(OFFICES + "  - {ma: SNV, ten: Sở khác}\n", "plans/co-quan.yaml"),
    ]
    book = assemble(files)
    assert (list(book.plans), book.plans["x"].path) == (["x"], "plans/a/x.yaml")
    assert len(book.repeated) == 2
    assert book.unread == {"hong"}
    assert book.organisations["SNV"].name == "Sở Nội vụ"
    assert book.offices_state is OfficesState.READ


@pytest.mark.parametrize(
    ("data", "state"),
    [
        (None, OfficesState.ABSENT),
        (b"a: b: c", OfficesState.UNREADABLE),
        (b"\xff\xfe", OfficesState.UNREADABLE),
        (b"phoihop: co-quan/1\nco_quan: []\n", OfficesState.READ),
        (b"phoihop: co-quan/1\n", OfficesState.READ),
    ],
)
def test_the_book_knows_what_became_of_the_offices(data: bytes | None, state: OfficesState) -> None:
    """Without them no rule may say that an office is unknown."""
    files = [bind_bytes("plans/co-quan.yaml", data)] if data is not None else []
    assert assemble(files).offices_state is state
