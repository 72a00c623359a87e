"""What a document's view decides: head, numbering, end mark, signatures, annex."""

from __future__ import annotations

from typing import Any

import pytest

from document import samples as s
from phoihop.model import Assignment, Citation, LeadSide, Plan, Regime, Signature
from phoihop.views.document import DocumentView, document_view
from phoihop.views.document_head import DOTTED_BLANK
from phoihop.views.document_lines import glued
from phoihop.views.papers.catalogue import template_of_kind


def view(plan: Plan, **head: Any) -> DocumentView:
    return document_view(plan._replace(head=plan.head._replace(**head)), s.BOOK)


def lines(name: str) -> list[str]:
    """The lines that a long name breaks into: at its ordinary spaces, if it has others."""
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in name.split(" ")]


def labels(plan: Plan) -> list[str]:
    return [line.label for line in document_view(plan, s.BOOK).body]


def test_state_head() -> None:
    shown = view(s.STATE_JOINT)
    assert lines(shown.superiors[0]) == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"]
    assert shown.issuers == ("SỞ Y TẾ", "SỞ GIÁO DỤC VÀ ĐÀO TẠO")
    assert shown.number_line == "Số: 12/KHPH-SYT-SGDĐT"
    assert shown.place_date_line == "Cần Thơ, ngày 20 tháng 01 năm 2026"
    assert (shown.type_name, shown.title) == ("KẾ HOẠCH", "Phối hợp chăm sóc sức khỏe học sinh năm 2026")
    assert shown.legal_basis[0].startswith("Căn cứ Luật")
    assert [line[-1] for line in shown.legal_basis] == [";", "."]
    assert shown.recipients[-1] == "- Lưu: VT hai Sở."


def test_party_head() -> None:
    shown = view(s.PARTY)
    assert shown.regime == "dang"
    assert shown.superiors == ()  # the two have no office above in common
    assert [" ".join(lines(one)) for one in shown.issuers] == [
        *("BAN DÂN VẬN TỈNH ỦY", "-", "BAN CÁN SỰ ĐẢNG ỦY BAN NHÂN DÂN TỈNH"),
    ]
    assert shown.number_line == "Số 10-KH/BDVTU-BCSDUBND"
    assert shown.legal_basis == ("- Căn cứ Nghị quyết số 12-NQ/TU, ngày 05/9/2025 của Tỉnh ủy về công tác dân vận.",)
    assert shown.body[-1].detail.endswith("tháng 12/2026.")


@pytest.mark.parametrize("number", ["", "chưa cấp"])
def test_a_number_not_given_is_dots_before_the_symbol(number: str) -> None:
    assert view(s.STATE_JOINT, number=number).number_line == "Số: ...../KH-SYT-SGDĐT"
    assert view(s.PARTY, number=number).number_line == "Số .....-KH/BDVTU-BCSDUBND"


def test_unknown_place_and_date() -> None:
    assert view(s.STATE_JOINT, place_name="", issued=None).place_date_line == "Cần Thơ, ngày ... tháng ... năm ..."
    lone = s.STATE_JOINT._replace(participants=())
    assert view(lone, place_name="", issued=None, number="").place_date_line == "....., ngày ... tháng ... năm ..."
    assert view(lone, number="").number_line == "Số: ...../KH-....."


def test_the_head_does_not_repeat_what_stands_above() -> None:
    offices = dict(s.BOOK.organisations)
    offices["SYT"] = offices["SYT"]._replace(name="Sở Y tế thành phố Cần Thơ")
    offices["BYT"] = s.office("BYT", "Bộ Y tế", superior="CP")
    offices["CP"] = s.office("CP", "Chính phủ")
    book = s.BOOK._replace(organisations=offices)
    alone = s.STATE_JOINT._replace(participants=(s.issuer("SYT"),))
    assert document_view(alone, book).issuers == ("SỞ Y TẾ",)
    ministry = document_view(alone._replace(participants=(s.issuer("BYT"),)), book)
    assert (ministry.superiors, ministry.issuers) == ((), ("BỘ Y TẾ",))


def test_plan_numbering_counts_clauses_tasks_sections_and_reviews_together() -> None:
    assert labels(s.STATE_JOINT) == [
        *("I.", "1.", "a)", "2.", ""),
        *("II.", "", "1.", "2.", "3."),
        *("III.", "1.", "2.", "3."),
    ]


def test_points_pass_through_d_with_stroke() -> None:
    deep = s.section("Nội dung", s.section("Việc chung", clauses=tuple(f"việc {n}" for n in range(25))))
    points = labels(s.STATE_JOINT._replace(sections=(deep,), reviews=()))[2:]
    assert points[:7] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]
    assert points[-3:] == ["y)", "aa)", "ab)"]


def test_regulation_with_chapters_counts_articles_through_the_document() -> None:
    assert labels(s.REGULATION) == [
        "Chương I", "Điều 1.", "", "Điều 2.", "1.", "2.",
        "Chương II", "Điều 3.", "1.", "2.", "3.", "a)", "b)",
        "Chương III", "Điều 4.", "", "Điều 5.", "1.", "2.",
    ]  # fmt: skip


def test_what_stands_straight_in_a_chapter_is_an_article_under_its_name() -> None:
    loose = s.section("Trách nhiệm", s.section("Báo cáo"), clauses=("Một.",), tasks=(s.task(1, "Họp"),))
    lines = document_view(s.REGULATION._replace(sections=(loose,), reviews=()), s.BOOK).body
    assert [(line.label, line.text) for line in lines] == [
        ("Chương I", "TRÁCH NHIỆM"),
        ("Điều 1.", "Trách nhiệm"),
        ("1.", "Một."),
        ("2.", "Họp"),
        ("Điều 2.", "Báo cáo./."),
    ]


def test_the_party_numbers_its_sections_with_a_hyphen() -> None:
    assert labels(s.PARTY) == ["I-", "", "II-", "", "1-", "III-", "1-", "2-"]


def texts(plan: Plan) -> list[str]:
    return [line.text for line in document_view(plan, s.BOOK).body]


def test_a_document_with_an_annex_points_to_it_once() -> None:
    what = "Cơ quan chủ trì, cơ quan phối hợp, sản phẩm và thời hạn của từng nhiệm vụ"
    pointer = f"{what} nêu tại Phụ lục kèm theo Kế hoạch này."
    found = texts(s.STATE_JOINT)
    assert found.index(pointer) == found.index("NỘI DUNG PHỐI HỢP") + 1
    assert found.count(pointer) == 1
    told = s.section("Tổ chức", paragraphs=("Phân công tại Phụ lục kèm theo.",))
    assert pointer not in texts(s.STATE_JOINT._replace(sections=(*s.STATE_JOINT.sections, told)))
    assert pointer not in texts(s.STATE_JOINT._replace(sections=(s.PURPOSE,)))
    assert pointer not in texts(in_text(s.STATE_JOINT))


def in_text(plan: Plan) -> Plan:
    return plan._replace(head=plan.head._replace(assignment=Assignment.TEXT))


@pytest.mark.parametrize(
    ("kind", "chosen", "annexed"),
    [
        ("KH", None, True),
        ("CTr", None, True),
        ("QC", None, False),
        ("QC", Assignment.ANNEX, True),
        ("KH", Assignment.TEXT, False),
    ],
)
def test_where_the_assignment_is_printed(kind: str, chosen: Assignment | None, annexed: bool) -> None:
    shown = view(s.STATE_JOINT, kind=kind, assignment=chosen)
    assert shown.annexed == annexed
    tasks = [line for line in shown.body if line.kind == "task"]
    assert len(tasks) == 2
    assert all(bool(line.detail) != annexed for line in tasks)
    assert all(line.detail for line in shown.body if line.kind == "review")


def test_regulation_without_chapters() -> None:
    flat = s.REGULATION._replace(sections=(s.section("Phạm vi"), s.section("Nguyên tắc", clauses=("Một.", "Hai."))))
    assert labels(flat) == ["Điều 1.", "Điều 2.", "1.", "2.", "Điều 3.", "1.", "2."]


def test_reviews_without_a_section_for_them_get_their_own() -> None:
    lines = document_view(s.PARTY, s.BOOK).body
    assert [line.text for line in lines if line.kind == "heading"][-1] == "CHẾ ĐỘ RÀ SOÁT, BÁO CÁO"


def test_a_task_says_what_is_known_and_nothing_more() -> None:
    lines = [line for line in document_view(in_text(s.STATE_JOINT), s.BOOK).body if line.kind == "task"]
    assert lines[0].text == "Khám sức khỏe đầu năm học cho học sinh."
    assert lines[0].detail == (
        "Chủ trì: Sở Y tế; phối hợp: Sở Giáo dục và Đào tạo; thời hạn: trước ngày 15/11/2026; "
        "sản phẩm: Báo cáo kết quả khám."
    )
    assert lines[1].detail == (
        "Chủ trì: Sở Giáo dục và Đào tạo; thời hạn: chậm nhất 03 ngày làm việc trước ngày họp. Theo thông báo họp."
    )
    grounds = (Citation("Quyết định số 5/QĐ-UBND", at=s.AT),)
    work = s.section("Việc", tasks=(s.task(1, "Tổng hợp", note="làm kỹ.", legal_basis=grounds),))
    noted = document_view(in_text(s.STATE_JOINT._replace(sections=(work,), reviews=())), s.BOOK)
    assert noted.body[-1].text == "Tổng hợp (Quyết định số 5/QĐ-UBND)."
    assert noted.body[-1].detail == "Làm kỹ./."
    assert noted.annex.groups[0].rows[0].note == "làm kỹ."
    bare = s.STATE_JOINT._replace(sections=(s.section("Việc", tasks=(s.task(1, "Tổng hợp"),)),), reviews=())
    for shown in (bare, in_text(bare)):
        assert [(line.text, line.detail) for line in document_view(shown, s.BOOK).body][-1] == ("Tổng hợp./.", "")


def test_names_of_offices() -> None:
    people = (*s.STATE_JOINT.participants, s.issuer("HAISO")._replace(name="Hai Sở", role=s.Role.IMPLEMENTER))
    work = s.section("Việc", tasks=(s.task(1, "Tổng hợp", lead="HAISO", partners=("CA", "XYZ")),))
    plan = s.STATE_JOINT._replace(participants=people, sections=(work,), reviews=())
    shown = document_view(in_text(plan), s.BOOK)
    assert shown.body[-1].detail == "Chủ trì: Hai Sở; phối hợp: Công an thành phố, XYZ./."


def test_end_marks() -> None:
    state, party = document_view(s.STATE_JOINT, s.BOOK), document_view(s.PARTY, s.BOOK)
    assert state.body[-1].detail.endswith("tháng 12/2026./.")
    assert sum("./." in line.text + line.detail for line in state.body) == 1
    assert not any("./." in line.text + line.detail for line in party.body)
    empty = document_view(s.STATE_JOINT._replace(sections=(), reviews=()), s.BOOK)
    assert empty.opening[-1].endswith("như sau./.")


def test_joint_signatures_stand_side_by_side_with_the_lead_on_the_chosen_side() -> None:
    right = document_view(s.STATE_JOINT, s.BOOK).signature_rows
    assert [one.name for one in right[0]] == ["Trần Thị Bình", "Nguyễn Văn An"]
    left = view(s.STATE_JOINT, lead_side=LeadSide.LEFT).signature_rows
    assert [one.name for one in left[0]] == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert right[0][1].office == "SỞ Y TẾ"


def test_an_authority_that_names_the_collective_needs_no_office() -> None:
    rows = document_view(s.PARTY, s.BOOK).signature_rows
    assert [(one.authority, one.office) for one in rows[0]] == [
        ("T/M BAN CÁN SỰ ĐẢNG", ""),
        ("K/T TRƯỞNG BAN", "BAN DÂN VẬN TỈNH ỦY"),
    ]


@pytest.mark.parametrize(("count", "rows"), [(1, [1]), (2, [2]), (3, [2, 1]), (4, [2, 2])])
def test_signatures_of_up_to_four_bodies_without_signers(count: int, rows: list[int]) -> None:
    people = tuple(s.issuer(code) for code in ("SYT", "SGDDT", "SLDTBXH", "CA")[:count])
    shown = document_view(s.STATE_JOINT._replace(participants=people, signatures=()), s.BOOK)
    assert [len(row) for row in shown.signature_rows] == rows
    for row in shown.signature_rows:
        for one in row:
            assert set(one.authority) == set(one.name) == {"."}
            assert one.positions == ()
    assert shown.joint == (count > 1)


def test_a_signer_without_a_name_leaves_a_dotted_blank() -> None:
    rows = document_view(s.PARTY, s.BOOK).signature_rows
    assert [(one.authority, one.name) for one in rows[0]] == [
        ("T/M BAN CÁN SỰ ĐẢNG", DOTTED_BLANK),
        ("K/T TRƯỞNG BAN", "Lê Văn Cường"),
    ]
    nobody = document_view(s.STATE_JOINT._replace(participants=(), signatures=()), s.BOOK).signature_rows
    assert [[(one.authority, one.office, one.name) for one in row] for row in nobody] == [
        [(DOTTED_BLANK, "", DOTTED_BLANK)],
    ]


def test_a_sole_issuer_may_sign_under_another_name() -> None:
    alone = s.STATE_JOINT._replace(participants=(s.issuer("SYT"),), signatures=(Signature("X", s.AT, "Q. GIÁM ĐỐC"),))
    assert [[one.authority for one in row] for row in document_view(alone, s.BOOK).signature_rows] == [["Q. GIÁM ĐỐC"]]


def test_annex() -> None:
    annex = document_view(s.STATE_JOINT, s.BOOK).annex
    assert [(group.label, group.title, len(group.rows)) for group in annex.groups] == [
        ("II", "Nội dung phối hợp", 2),
    ]
    assert [group.heading for group in annex.groups] == ["II. Nội dung phối hợp"]
    assert [row.number for group in annex.groups for row in group.rows] == ["1", "2"]
    assert annex.groups[0].rows[1].note == "Theo thông báo họp"
    assert annex.attached_to == (
        "(Kèm theo Kế hoạch số 12/KHPH-SYT-SGDĐT ngày 20 tháng 01 năm 2026 của Sở Y tế và Sở Giáo dục và Đào tạo)"
    )
    assert document_view(s.STATE_JOINT._replace(sections=(), reviews=()), s.BOOK).annex.groups == ()


def headings(plan: Plan) -> list[str]:
    return [group.heading for group in document_view(plan, s.BOOK).annex.groups]


def test_a_group_of_the_annex_is_named_by_its_whole_path() -> None:
    deep = s.section(
        "Việc chung",
        s.section("Tuyên truyền", s.section("Tờ rơi", tasks=(s.task(2, "In"),)), tasks=(s.task(1, "Viết"),)),
        s.section("Giám sát", tasks=(s.task(3, "Đi"),)),
    )
    plan = s.STATE_JOINT._replace(sections=(s.section("Mở đầu"), deep))
    assert headings(plan) == ["II.1. Tuyên truyền", "II.1.b. Tờ rơi", "II.2. Giám sát"]


def test_a_group_of_a_regulation_is_named_as_it_is_cited() -> None:
    assert headings(s.REGULATION) == ["Điều 3. Trao đổi thông tin"]
    lists = s.section("Danh sách", tasks=(s.task(1, "Lập"),))
    clause = s.section("Thông tin định kỳ", s.section("Số liệu", lists), tasks=(s.task(2, "Gửi"),))
    chapter = s.section("Trách nhiệm", s.section("Trao đổi", clause), tasks=(s.task(3, "Họp"),))
    assert headings(s.REGULATION._replace(sections=(chapter,))) == [
        "Điều 1. Trách nhiệm",
        "Khoản 1 Điều 2. Thông tin định kỳ",
        "Điểm b khoản 1 Điều 2. Danh sách",
    ]


@pytest.mark.parametrize(
    ("phrase", "printed"),
    [
        ("Trước ngày 15/11/2026", "thời hạn: trước ngày 15/11/2026"),
        ("Thường xuyên", "thời hạn: thường xuyên"),
        ("Định kỳ 06 tháng/lần", "thời hạn: định kỳ 06 tháng/lần"),
        ("Quý IV/2026", "thời hạn: quý IV/2026"),
        ("Tết Nguyên đán", "thời hạn: Tết Nguyên đán"),
        ("Trong thời hạn 05 ngày làm việc", "trong thời hạn 05 ngày làm việc"),
        ("thời hạn 05 ngày", "thời hạn 05 ngày"),
        ("hạn chót ngày 10", "hạn chót ngày 10"),
        ("hạng mục xong thì báo cáo", "thời hạn: hạng mục xong thì báo cáo"),
    ],
)
def test_a_deadline_in_running_text(phrase: str, printed: str) -> None:
    work = s.section("Việc", tasks=(s.task(1, "Tổng hợp", lead="SYT", deadline=s.due(phrase)),))
    shown = document_view(in_text(s.STATE_JOINT._replace(sections=(work,), reviews=())), s.BOOK)
    assert shown.body[-1].detail == f"Chủ trì: Sở Y tế; {printed}./."
    assert shown.annex.groups[0].rows[0].deadline == phrase


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Về sắp xếp tổ chức", "về sắp xếp tổ chức"),
        ("Phối hợp công tác dân vận", "phối hợp công tác dân vận"),
        ("Ủy ban nhân dân tỉnh với Đảng ủy", "Ủy ban nhân dân tỉnh với Đảng ủy"),
        ("Sở Y tế phối hợp", "Sở Y tế phối hợp"),
        ("Đảng bộ tỉnh", "Đảng bộ tỉnh"),
        ("Tổ chức Đảng ở cơ sở", "Tổ chức Đảng ở cơ sở"),
        ("Việt Nam học", "Việt Nam học"),
        ("", ""),
    ],
)
def test_a_title_of_the_party_begins_small_unless_with_a_name(title: str, printed: str) -> None:
    assert view(s.PARTY, title=title).title == printed
    assert view(s.PARTY, title=title).name == f"Kế hoạch {printed}"
    assert view(s.STATE_JOINT, title=title).title == title


@pytest.mark.parametrize(
    "expected",
    [
        "SỞ Y TẾ",
        "TRUNG TÂM | KIỂM SOÁT BỆNH TẬT",
        "TRUNG TÂM | KIỂM SOÁT BỆNH TẬT | TỈNH THÁI BÌNH",
        "SỞ LAO ĐỘNG - THƯƠNG BINH | VÀ XÃ HỘI",
        "SỞ LAO ĐỘNG - THƯƠNG BINH | VÀ XÃ HỘI TỈNH THÁI BÌNH",
        "SỞ VĂN HÓA, THỂ THAO | VÀ DU LỊCH",
        "ỦY BAN NHÂN DÂN | THÀNH PHỐ HỒ CHÍ MINH",
        "BAN CÁN SỰ ĐẢNG | ỦY BAN NHÂN DÂN TỈNH",
        "BAN BẢO VỆ, | CHĂM SÓC SỨC KHỎE CÁN BỘ | TỈNH SÓC TRĂNG",
        "ỦY BAN NHÂN DÂN | TỈNH BÀ RỊA - VŨNG TÀU",
    ],
)
def test_long_names_break_where_they_read_well(expected: str) -> None:
    names = {
        "SỞ Y TẾ": "Sở Y tế",
        "TRUNG TÂM": "Trung tâm Kiểm soát bệnh tật",
        "SỞ LAO": "Sở Lao động - Thương binh và Xã hội",
        "SỞ VĂN": "Sở Văn hóa, Thể thao và Du lịch",
        "ỦY BAN": "Ủy ban nhân dân",
        "BAN CÁN": "Ban Cán sự đảng Ủy ban nhân dân tỉnh",
        "BAN BẢO": "Ban Bảo vệ, chăm sóc sức khỏe cán bộ",
    }
    places = {
        "THÁI BÌNH": " tỉnh Thái Bình",
        "HỒ CHÍ MINH": " Thành phố Hồ Chí Minh",
        "SÓC TRĂNG": " tỉnh Sóc Trăng",
        "VŨNG TÀU": " tỉnh Bà Rịa - Vũng Tàu",
    }
    name = next(value for key, value in names.items() if expected.startswith(key))
    name += next((value for key, value in places.items() if expected.endswith(key)), "")
    shown = glued(name)
    assert (lines(shown) if "\N{NO-BREAK SPACE}" in shown else [shown]) == expected.split(" | ")


def test_a_name_without_end_breaks_as_it_likes() -> None:
    long = "một " * 20_000
    assert glued(long) == long.upper().strip()


def test_templates_by_kind() -> None:
    assert [template_of_kind(kind) for kind in ("KH", "QC", "CTr", "ĐA", "TB")] == [
        *("ke-hoach", "quy-che", "chuong-trinh", "de-an", "ke-hoach"),
    ]


def test_every_kind_and_regime_prints() -> None:
    for plan in (s.STATE_JOINT, s.PARTY, s.REGULATION):
        for kind in ("KH", "QC", "CTr", "ĐA", "QĐ", "KHÁC"):
            for regime in Regime:
                changed = plan._replace(head=plan.head._replace(kind=kind, regime=regime))
                assert s.document(changed).meta.regime == regime.value
