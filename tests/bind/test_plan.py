"""Binding a plan: everything in its place, one wrong field leaves the rest."""

from __future__ import annotations

from datetime import date

import pytest

from phoihop.dates.roll import Roll
from phoihop.dates.rule import Before, Event
from phoihop.dates.units import Unit
from phoihop.model import Policy, Regime, ReviewKind, Role

from .samples import FULL, bind, line_of


def test_the_full_plan_binds_silently_and_whole() -> None:
    """Every key arrives under its name."""
    bound = bind(FULL)
    assert bound.findings == []
    plan = bound.plan
    assert plan is not None
    assert (plan.id, plan.path, plan.note) == ("x", "plans/x.yaml", "Ghi chú của kế hoạch")
    head = plan.head
    assert (head.kind, head.number, head.title, head.place_name) == (
        "KH",
        "12/KHPH-SYT-SGDĐT",
        "Phối hợp năm 2026",
        "Cần Thơ",
    )
    assert (head.issued, head.regime, head.implements) == (date(2026, 1, 20), Regime.STATE, "chuong-trinh")
    assert (head.period.since, head.period.until) == (date(2026, 1, 20), date(2026, 12, 31))
    assert [c.number for c in plan.citations()] == ["30/2020/NĐ-CP", "1/2020/TT-BYT"]
    assert plan.opening == ("Hai Sở thống nhất",)
    first, group = plan.participants
    assert (first.code, first.role, first.focal_point) == ("SYT", Role.ISSUER, "Phòng Nghiệp vụ Y")
    assert (group.code, group.name, group.members, group.role) == (
        "HAI-SO",
        "Hai Sở",
        ("SYT", "SGDDT"),
        Role.IMPLEMENTER,
    )
    (section,) = plan.sections
    assert (section.paragraphs, section.clauses) == (("Đoạn một",), ("Khoản một",))
    assert [inner.title for inner in section.sections] == ["Phần con"]
    (task,) = section.tasks
    assert (task.id, task.title, task.lead, task.partners) == ("NV-01", "Khám sức khỏe", "SYT", ("SGDDT",))
    assert task.deadline is not None
    assert (task.deadline.phrase, task.anchor, task.deliverable) == ("trước ngày 15/11/2026", "GB", "Báo cáo")
    assert task.implements == "A-1"
    (done,) = task.completions
    assert (done.day, done.document, done.occurrence, done.note) == (
        date(2026, 11, 10),
        "210/BC-SYT",
        "quý IV/2026",
        "đủ",
    )
    review, report = plan.reviews
    assert (review.kind, review.addressees, review.closing, review.chain) == (ReviewKind.MEETING, ("UBND",), None, ())
    assert plan.policy == Policy(Roll.BACK)
    assert report.closing is not None
    assert (report.closing.day, report.closing.periods, report.closing.working_days) == (15, (Unit.YEAR,), 3)
    assert report.deadline is not None
    assert (report.deadline.signed, report.deadline.reading.kind) == (False, "cycle")
    (feeding,) = report.chain
    assert (feeding.id, feeding.lead, feeding.addressees, feeding.anchor) == ("BC-1", "SGDDT", ("SYT",), "BC")
    assert feeding.deadline is not None
    assert feeding.deadline.reading.rule == Before(2, Unit.WORKING_DAY, Event.DUE, "hạn gửi báo cáo")
    assert [r.text for r in plan.recipients] == ["Lưu: VT"]
    (signature,) = plan.signatures
    assert (signature.office, signature.authority, signature.position, signature.name) == (
        "SYT",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Nguyễn Văn A",
    )
    assert [duty.id for duty in plan.duties()] == ["NV-01", "GB", "BC-1", "BC"]


# The line to replace, what stands there instead, the rule, the column of the finding.
BROKEN = [
    ("  loai: KH", "  loai: kế hoạch", "wrong-type", 9),
    ("  loai: KH", "  loai: XX", "wrong-type", 9),
    ("  loai: KH", "  loai: [KH]", "wrong-type", 9),
    ("  so_ky_hieu: 12/KHPH-SYT-SGDĐT", "  so_ky_hieu: [12]", "wrong-type", 15),
    ("  trich_yeu: Phối hợp năm 2026", "  trich_yeu: {a: b}", "wrong-type", 14),
    ("  dia_danh: Cần Thơ", "  dia_danh: [Cần Thơ]", "wrong-type", 13),
    ("  ngay_ban_hanh: 2026-01-20", "  ngay_ban_hanh: 20/01/2026", "wrong-type", 18),
    ("  ngay_ban_hanh: 2026-01-20", "  ngay_ban_hanh: 2026-02-30", "invalid-date", 18),
    ("  ngay_ban_hanh: 2026-01-20", "  ngay_ban_hanh: hôm qua", "wrong-type", 18),
    ("  the_thuc: nha-nuoc", "  the_thuc: nhà nước", "wrong-type", 13),
    ("    tu: 2026-01-20", "    tu: 2026-13-01", "invalid-date", 9),
    ("    den: 2026-12-31", "    den: [2026-12-31]", "wrong-type", 10),
    ("  thuc_hien: chuong-trinh", "  thuc_hien: [a]", "wrong-type", 14),
    ("ghi_chu: Ghi chú của kế hoạch", "ghi_chu: {a: b}", "wrong-type", 10),
    ("  - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", "  - {a: b}", "wrong-type", 5),
    ("  - Hai Sở thống nhất", "  - [a]", "wrong-type", 5),
    ("  - ma: SYT", "  - ma: Sở Y tế", "malformed-code", 9),
    ("  - ma: SYT", "  - ma: [SYT]", "wrong-type", 9),
    ("    vai_tro: ban-hanh", "    vai_tro: bam-hanh", "wrong-type", 14),
    ("    dau_moi: Phòng Nghiệp vụ Y", "    dau_moi: []", "wrong-type", 14),
    ("    gom: [SYT, SGDDT]", "    gom: SYT", "wrong-type", 10),
    ("    gom: [SYT, SGDDT]", "    gom: [SYT, Sở]", "malformed-code", 16),
    ("  - muc: Nội dung", "  - muc: [a]", "wrong-type", 10),
    ("      - Đoạn một", "      - {Lưu: VT}", "wrong-type", 9),
    ("      - Khoản một", "      - Lưu: VT", "wrong-type", 9),
    ("      - ma: NV-01", "      - ma: nv-01", "malformed-code", 13),
    ("        ten: Khám sức khỏe", "        ten: [Khám]", "wrong-type", 14),
    ("        chu_tri: SYT", "        chu_tri: [SYT, SGDDT]", "wrong-type", 18),
    ("        chu_tri: SYT", "        chu_tri: Sở Y tế", "malformed-code", 18),
    ("        phoi_hop: [SGDDT]", "        phoi_hop: SGDDT", "wrong-type", 19),
    ("        han: trước ngày 15/11/2026", "        han: [a]", "wrong-type", 14),
    ("        moc: GB", "        moc: [GB]", "wrong-type", 14),
    ("        san_pham: Báo cáo", "        san_pham: {a: b}", "wrong-type", 19),
    ("          - ngay: 2026-11-10", "          - ngay: 10/11/2026", "wrong-type", 19),
    ("            van_ban: 210/BC-SYT", "            van_ban: [210]", "wrong-type", 22),
    ("            ky: quý IV/2026", "            ky: {a: b}", "wrong-type", 17),
    ("      - muc: Phần con", "      - Phần con", "wrong-type", 9),
    ("    loai: giao-ban", "    loai: họp", "wrong-type", 11),
    ("    gui: [UBND]", "    gui: UBND", "wrong-type", 10),
    ("  lui_han: truoc", "  lui_han: giữ", "wrong-type", 12),
    ("      ngay: 15", "      ngay: 32", "wrong-type", 13),
    ("      ngay: 15", "      ngay: cuối tháng", "wrong-type", 13),
    ("      ky: [nam]", "      ky: [nam, hai-nam]", "wrong-type", 17),
    ("      gui_sau: 3", "      gui_sau: 0", "wrong-type", 16),
    ("        truoc: 2", "        truoc: 0", "wrong-type", 16),
    ("        truoc: 2", "        truoc: 2 ngày", "wrong-type", 16),
    ('  - "Lưu: VT"', "  - Lưu: VT", "wrong-type", 5),
    ("  - co_quan: SYT", "  - co_quan: sở", "malformed-code", 14),
    ("    ho_ten: Nguyễn Văn A", "    ho_ten: [A]", "wrong-type", 13),
]


@pytest.mark.parametrize(("line", "broken", "rule", "column"), BROKEN, ids=[f"{b[1].strip()}" for b in BROKEN])
def test_one_wrong_field_is_one_finding_and_the_rest_is_bound(line: str, broken: str, rule: str, column: int) -> None:
    """The plan still binds; the finding stands at the wrong value; what the line does not say is unchanged."""
    assert FULL.count(line + "\n") == 1
    number = FULL[: FULL.index(line + "\n")].count("\n") + 1
    bound = bind(FULL.replace(line + "\n", broken + "\n"))
    assert [(f.rule, f.place.line, f.place.column) for f in bound.findings] == [(rule, number, column)]
    plan = bound.plan
    assert plan is not None
    assert len(plan.sections) == 1
    assert [task.id for task in plan.tasks()] == (["NV-01"] if "nv-01" not in broken else [""])
    assert [review.id for review in plan.reviews] == ["GB", "BC"]
    whole = bind(FULL).plan
    assert whole is not None
    same = [
        plan.head == whole.head,
        plan.legal_basis == whole.legal_basis,
        plan.opening == whole.opening,
        plan.participants == whole.participants,
        plan.sections == whole.sections,
        plan.reviews == whole.reviews,
        plan.recipients == whole.recipients,
        plan.signatures == whole.signatures,
        plan.note == whole.note,
    ]
    assert same.count(False) <= 1


# A key that is no key, and the one that is meant.
MISSPELT = [
    ("  so_ky_hieu:", "so_kí_hiệu", "so_ky_hieu"),
    ("  trich_yeu:", "trich-yeu", "trich_yeu"),
    ("  dia_danh:", "diadanh", "dia_danh"),
    ("    den:", "đến", "den"),
    ("    vai_tro:", "vai_trò", "vai_tro"),
    ("    doan:", "đoạn", "doan"),
    ("        chu_tri:", "chủ_trì", "chu_tri"),
    ("        phoi_hop:", "phoihop", "phoi_hop"),
    ("        han:", "hạn", "han"),
    ("        san_pham:", "sanpham", "san_pham"),
    ("            van_ban:", "vanban", "van_ban"),
    ("    gui:", "gửi", "gui"),
    ("    ho_ten:", "họ_tên", "ho_ten"),
    ("noi_nhan:", "nơi_nhận", "noi_nhan"),
    ("ra_soat:", "rà_soát", "ra_soat"),
]


@pytest.mark.parametrize(("key", "written", "meant"), MISSPELT)
def test_an_unknown_key_names_the_nearest_one(key: str, written: str, meant: str) -> None:
    """At the key; accents, hyphens and missing underscores count for little."""
    old, indent = f"\n{key}", len(key) - len(key.lstrip())
    text = FULL.replace(old, f"\n{' ' * indent}{written}:", 1)
    assert text != FULL
    found = [f for f in bind(text).findings if f.rule == "unknown-key"]
    assert len(found) == 1
    line = text[: text.index(f"\n{' ' * indent}{written}:")].count("\n") + 2
    assert (found[0].place.line, found[0].place.column) == (line, indent + 1)
    assert found[0].place.end_column == indent + 1 + len(written)
    assert f'"{written}"' in found[0].message
    assert f'"{meant}"' in found[0].help


def test_a_key_like_no_other_lists_those_that_there_are() -> None:
    """Without a near one, all are named."""
    (found,) = bind(FULL.replace("ghi_chu: Ghi chú của kế hoạch", "zzz: 1")).findings
    assert (found.rule, found.place.line) == ("unknown-key", 13)
    assert "noi_dung" in found.help


@pytest.mark.parametrize(
    ("lines", "instead", "key", "at"),
    [
        ("  loai: KH\n", "", "loai", "so_ky_hieu"),
        ("  loai: KH\n", "  loai:\n", "loai", "loai: "),
        ("  trich_yeu: Phối hợp năm 2026\n", "", "trich_yeu", "loai: KH"),
        ("  trich_yeu: Phối hợp năm 2026\n", '  trich_yeu: ""\n', "trich_yeu", "loai: KH"),
        ("  trich_yeu: Phối hợp năm 2026\n", "  trich_yeu: ~\n", "trich_yeu", "loai: KH"),
        ("  - ma: SYT\n    vai_tro", "  - vai_tro", "ma", "vai_tro"),
        ("      - ma: NV-01\n        ten", "      - ten", "ma", "ten: Khám"),
        ("        ten: Khám sức khỏe\n", "", "ten", "ma: NV-01"),
        ("  - ma: GB\n    ten: Họp", "  - ten: Họp", "ma", "ten: Họp"),
        ("    ten: Họp giao ban\n", "", "ten", "ma: GB"),
        ("          - ngay: 2026-11-10\n            van_ban", "          - van_ban", "ngay", "van_ban: 210"),
        ("  - muc: Nội dung\n    doan", "  - doan", "muc", "doan"),
        ("  - co_quan: SYT\n    quyen_han", "  - quyen_han", "co_quan", "quyen_han"),
    ],
)
def test_a_missing_key_is_told_at_its_record(lines: str, instead: str, key: str, at: str) -> None:
    """At the record's first key, with the line to add; the plan binds."""
    assert FULL.count(lines) == 1
    text = FULL.replace(lines, instead)
    bound = bind(text)
    assert [(f.rule, f.place.line) for f in bound.findings if f.rule != "wrong-type"] == [
        ("missing-key", line_of(text, at.strip()))
    ]
    assert len(bound.findings) == 1
    assert f'"{key}"' in bound.findings[0].message
    assert f"{key}: " in bound.findings[0].help
    assert bound.plan is not None


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("van_ban: {loai: KH, trich_yeu: X}\n", ("missing-key", 1, 1)),
        ("phoihop: ke-hoach/2\nvan_ban: {loai: KH, trich_yeu: X}\n", ("unknown-schema", 1, 10)),
        ("phoihop: kehoach\n", ("unknown-schema", 1, 10)),
        ("phoihop: [a]\n", ("unknown-schema", 1, 10)),
        ("phoihop:\n", ("unknown-schema", 1, 9)),
        ("phoihop: ke-hoach/1\n", ("missing-key", 1, 1)),
        ("- a\n", ("wrong-type", 1, 1)),
        ("chữ\n", ("wrong-type", 1, 1)),
        ("", ("empty-file", 1, 1)),
        ("# ghi chú\n", ("empty-file", 1, 1)),
        ("\r\n", ("empty-file", 1, 1)),
    ],
)
def test_a_file_that_is_no_plan_is_one_finding(text: str, finding: tuple[str, int, int]) -> None:
    """What a file is, its first key says."""
    found = bind(text).findings
    assert [f.rule for f in found] == [finding[0]]
    assert (found[0].place.line, found[0].place.column) == finding[1:]


@pytest.mark.parametrize(
    ("written", "day"),
    [("2026-01-20", date(2026, 1, 20)), ("'2026-01-20'", date(2026, 1, 20)), ("2024-02-29", date(2024, 2, 29))],
)
def test_a_date_has_the_year_first(written: str, day: date) -> None:
    """Quoted or not."""
    bound = bind(FULL.replace("ngay_ban_hanh: 2026-01-20", f"ngay_ban_hanh: {written}"))
    assert bound.findings == []
    assert bound.plan is not None
    assert bound.plan.head.issued == day


@pytest.mark.parametrize(
    ("written", "rule", "help"),
    [
        ("20/01/2026", "wrong-type", "2026-01-20"),
        ("20-1-2026", "wrong-type", "2026-01-20"),
        ("20.1.2026", "wrong-type", "2026-01-20"),
        ("30/02/2026", "invalid-date", "signed document"),
        ("2026-02-29", "invalid-date", "signed document"),
        ("2026-00-10", "invalid-date", "signed document"),
        ("0000-01-01", "invalid-date", "signed document"),
        ("2026-1-20", "wrong-type", "hyphens"),
        ("2026/01/20", "wrong-type", "hyphens"),
        ("20260120", "wrong-type", "hyphens"),
        ("2026-01-20T00:00", "wrong-type", "hyphens"),
        ("tháng 1", "wrong-type", "hyphens"),
    ],
)
def test_another_date_is_told_how_to_write_it(written: str, rule: str, help: str) -> None:
    """A day that does not exist is another mistake than a day written the other way round."""
    (found,) = bind(FULL.replace("ngay_ban_hanh: 2026-01-20", f"ngay_ban_hanh: {written}")).findings
    assert (found.rule, found.place.line, found.place.column) == (rule, 7, 18)
    assert help in found.help


@pytest.mark.parametrize(
    ("old", "written", "meant"),
    [
        ("loai: KH", "loai: kh", "KH"),
        ("the_thuc: nha-nuoc", "the_thuc: nha_nuoc", "nha-nuoc"),
        ("the_thuc: nha-nuoc", "the_thuc: Đảng", "dang"),
        ("vai_tro: ban-hanh", "vai_tro: ban hành", "ban-hanh"),
        ("loai: giao-ban", "loai: tong_ket", "tong-ket"),
    ],
)
def test_a_word_that_is_no_choice_names_the_nearest_one(old: str, written: str, meant: str) -> None:
    """Choices are told with what they are near to."""
    (found,) = bind(FULL.replace(old, written)).findings
    assert found.rule == "wrong-type"
    assert f'"{meant}"' in found.help


@pytest.mark.parametrize(
    "code", ["SYT", "NV-01", "SGDĐT", "A", "1", "05", "UBND-TPHCM", "BTC.1", "NN&PTNT", "ĐU", "'05'", '"NV-01"']
)
def test_a_code_is_capitals_digits_hyphens(code: str) -> None:
    """Good codes are silent."""
    bound = bind(FULL.replace("ma: NV-01", f"ma: {code}"))
    assert bound.findings == []


@pytest.mark.parametrize("code", ["nv", "NV 01", "NV_01", "NV-", "-NV", "NV--1", "SỞ", "Sở Y tế", "NV/01", "NV,01"])
def test_another_code_is_a_finding(code: str) -> None:
    """Bad codes are told at the value."""
    (found,) = bind(FULL.replace("ma: NV-01", f"ma: {code}")).findings
    assert found.rule == "malformed-code"
    assert (found.place.line, found.place.column) == (line_of(FULL, "ma: NV-01"), 13)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("ten: a b", "a b"),
        ("ten: >\n          a\n          b\n", "a b"),
        ("ten: |\n          a\n          b\n", "a b"),
        ("ten: 05", "05"),
        ("ten: no", "no"),
        ("ten: 'null'", "null"),
        ('ten: "a\\tb"', "a b"),
    ],
)
def test_a_text_is_one_line(written: str, value: str) -> None:
    """White space around it, line breaks and tabs in it are not part of a text."""
    bound = bind(FULL.replace("ten: Khám sức khỏe", written))
    assert bound.findings == []
    assert bound.plan is not None
    assert [task.title for task in bound.plan.tasks()] == [value]


@pytest.mark.parametrize("escape", ["\\e[31m", "\\0", "\\x07", "\\u202e", "\\u200b", "\\x9b31m"])
def test_an_escape_cannot_smuggle_a_control_character_in(escape: str) -> None:
    """What may not stand in a file may not come out of a quoted text either."""
    bound = bind(FULL.replace("ten: Khám sức khỏe", f'ten: "Khám {escape}"'))
    assert [f.rule for f in bound.findings] == ["control-character"]
    assert bound.plan is not None
    assert all(task.title.isprintable() for task in bound.plan.tasks())


@pytest.mark.parametrize("value", ["", " ~", " null", " []", " {}"])
def test_an_empty_optional_key_is_silent_or_told(value: str) -> None:
    """A key with nothing after it is as if it were not there."""
    bound = bind(FULL.replace("        phoi_hop: [SGDDT]", f"        phoi_hop:{value}"))
    assert [f.rule for f in bound.findings] == (["wrong-type"] if "{" in value else [])
    assert bound.plan is not None
    assert [task.partners for task in bound.plan.tasks()] == [()]


@pytest.mark.parametrize("item", ["", " ~", " ''"])
def test_an_empty_item_is_told(item: str) -> None:
    """A dash with nothing after it prints nothing: it is a slip."""
    bound = bind(FULL.replace("      - Đoạn một", f"      -{item}"))
    assert [(f.rule, f.place.line) for f in bound.findings] == [("wrong-type", line_of(FULL, "Đoạn một"))]


# ------------------------------------------------------------------ places


def test_places_point_at_the_line_of_every_field() -> None:
    """`at[...]` of every kind of record, computed from the text itself."""
    plan = bind(FULL).plan
    assert plan is not None
    (section,), (task,) = plan.sections, tuple(plan.tasks())
    (review, _report), (signature,) = plan.reviews, plan.signatures
    expected = [
        (plan.at["head"], 3, 3),
        (plan.at["note"], 13, 10),
        (plan.at[""], 1, 1),
        (plan.head.at[""], 3, 3),
        (plan.head.at["kind"], 3, 9),
        (plan.head.at["number"], 4, 15),
        (plan.head.at["issued"], 7, 18),
        (plan.head.at["period"], 10, 5),
        (plan.legal_basis[0].at[""], 17, 5),
        (plan.at["opening", 0], 19, 5),
        (plan.participants[0].at["code"], 21, 9),
        (plan.participants[1].at["members"], line_of(FULL, "gom: [SYT"), 10),
        (plan.participants[1].at["members", 1], line_of(FULL, "gom"), 16),
        (section.at["title"], line_of(FULL, "muc: Nội"), 10),
        (section.at["paragraphs", 0], line_of(FULL, "Đoạn một"), 9),
        (section.at["clauses", 0], line_of(FULL, "Khoản một"), 9),
        (section.sections[0].at[""], line_of(FULL, "muc: Phần con"), 9),
        (task.at[""], line_of(FULL, "ma: NV-01"), 9),
        (task.at["id"], line_of(FULL, "ma: NV-01"), 13),
        (task.at["deadline"], line_of(FULL, "han: trước"), 14),
        (task.at["partners", 0], line_of(FULL, "phoi_hop"), 20),
        (task.at["anchor"], line_of(FULL, "moc"), 14),
        (task.legal_basis[0].at[""], line_of(FULL, "Thông tư"), 13),
        (task.completions[0].at["day"], line_of(FULL, "ngay: 2026-11"), 19),
        (task.completions[0].at["occurrence"], line_of(FULL, "ky: quý"), 17),
        (review.at["kind"], line_of(FULL, "loai: giao-ban"), 11),
        (review.at["deadline"], line_of(FULL, "han: ngày 20"), 10),
        (review.at["addressees", 0], line_of(FULL, "gui"), 11),
        (plan.recipients[0].at[""], line_of(FULL, '"Lưu'), 5),
        (signature.at["office"], line_of(FULL, "quyen_han") - 1, 14),
        (signature.at["name"], line_of(FULL, "ho_ten"), 13),
    ]
    assert [(str(place), place.column) for place, _line, _column in expected] == [
        (f"plans/x.yaml:{line}:{column}", column) for _place, line, column in expected
    ]


def test_a_field_that_is_not_given_stands_at_its_record() -> None:
    """`given` tells; the place is the record's first key."""
    plan = bind(FULL.replace("        moc: GB\n", "")).plan
    assert plan is not None
    (task,) = plan.tasks()
    assert task.at["anchor"] == task.at[""]
    assert not task.at.given("anchor")
    assert task.at.given("deadline")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_places_do_not_depend_on_line_endings(ending: str) -> None:
    """CRLF counts as one line end."""
    bound = bind(FULL.replace("\n", ending))
    assert bound.findings == []
    assert bound.plan is not None
    (task,) = bound.plan.tasks()
    assert (task.at["deadline"].line, task.at["deadline"].column) == (line_of(FULL, "han: trước"), 14)


# ------------------------------------------------------------------ equality


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ("noi_dung:\n  - muc", "# ghi chú\n\nnoi_dung:\n  # nữa\n  - muc"),
        ("  loai: KH\n  so_ky_hieu: 12/KHPH-SYT-SGDĐT\n", "  so_ky_hieu: 12/KHPH-SYT-SGDĐT\n  loai: KH\n"),
        ("ten: Khám sức khỏe", "ten: 'Khám sức khỏe'"),
        ("ten: Khám sức khỏe", "ten: Khám\n          sức khỏe"),
        ("phoi_hop: [SGDDT]\n        han", "phoi_hop:\n          - SGDDT\n        han"),
        ("    tu: 2026-01-20\n    den: 2026-12-31\n", "    den: 2026-12-31\n    tu: 2026-01-20\n"),
        ("  the_thuc: nha-nuoc\n", ""),
    ],
)
def test_two_plans_that_say_the_same_are_equal(old: str, new: str) -> None:
    """Comments, the order of keys, quotes and line ends do not count."""
    text = FULL.replace(old, new)
    assert text != FULL
    assert bind(text).plan == bind(FULL).plan


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("15/11/2026", "16/11/2026"),
        ("ten: Khám sức khỏe", "ten: Khám"),
        ("gom: [SYT, SGDDT]", "gom: [SGDDT, SYT]"),
        ("ngay: 2026-11-10", "ngay: 2026-11-11"),
        ("ho_ten: Nguyễn Văn A", "ho_ten: Nguyễn Văn B"),
        ("    gui: [UBND]\n", ""),
    ],
)
def test_a_change_makes_two_plans_unequal(old: str, new: str) -> None:
    """So that a comparison of revisions sees it."""
    assert bind(FULL.replace(old, new)).plan != bind(FULL).plan
