"""`phoihop why`: a due day explained, in Vietnamese whatever the language of messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run, plan_text

OCCURRENCE_KEYS = {
    "occurrence",
    "label",
    "nominal",
    "exclusive",
    "due",
    "careful",
    "assumed",
    "provisional",
    "window",
    "because",
}


@pytest.fixture
def filled(space: Path) -> Path:
    text = plan_text(
        "ma: A, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 02/5/2026",
        "ma: B, ten: Gửi giấy mời, chu_tri: SYT, han: chậm nhất 03 ngày làm việc trước ngày họp, moc: GB",
        "ma: C, ten: Tuyên truyền, chu_tri: SGDDT, han: thường xuyên",
        "ma: D, ten: Việc khác, chu_tri: SGDDT",
        reviews=("ma: GB, ten: Họp giao ban, chu_tri: SYT, han: ngày 20 tháng cuối quý",),
    )
    (space / "plans" / "kh.yaml").write_text(text, encoding="utf-8")
    return space


def test_each_step_has_its_law(filled: Path, run: Run) -> None:
    """20/6/2026 is a Saturday: the nominal day, why it is off, where it moves, on what ground."""
    done = run("why", "GB", "--on", "2026-06-20")
    assert done.code == 0
    assert done.out.splitlines() == [
        "Họp giao ban (kh/GB)",
        "Cơ quan chủ trì: Sở Y tế",
        "Thời hạn như đã ký: “ngày 20 tháng cuối quý”",
        "",
        "Đến hạn (quý II/2026): Thứ Hai, ngày 22/6/2026",
        "  1. Kỳ quý II/2026: ngày 20/6/2026.",
        "  2. Ngày 20/6/2026 là ngày nghỉ: Thứ Bảy.",
        "  3. Thời hạn kết thúc vào ngày làm việc tiếp theo: 22/6/2026. [Bộ luật Dân sự 2015, Điều 148 khoản 5]",
        "Để chắc chắn, nên xong trước khi hết Thứ Sáu, ngày 19/6/2026.",
        "",
        "Các kỳ khác: quý I/2026 (20/3/2026); quý III/2026 (21/9/2026); quý IV/2026 (21/12/2026)",
    ]


@pytest.mark.parametrize(
    ("arguments", "due"),
    [
        (("A",), "2026-04-29"),  # before 02/5: 01/5 and 30/4 are holidays, never later
        (("kh/GB", "--occurrence", "1"), "2026-03-20"),
        (("GB", "--today", "2026-09-01"), "2026-09-21"),
        (("GB", "--today", "2027-09-01"), "2026-12-21"),  # all are past: the last one
        (("B", "--on", "2026-06-17"), "2026-06-17"),
    ],
)
def test_the_occurrence_that_is_meant(arguments: tuple[str, ...], due: str, filled: Path, run: Run) -> None:
    found = run("why", *arguments, "--format", "json").json
    assert [item["due"] for item in found["occurrences"]] == [due]
    assert set(found["occurrences"][0]) == OCCURRENCE_KEYS
    assert all(step["text"].endswith(".") for step in found["occurrences"][0]["because"])


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("C", "Việc làm thường xuyên, liên tục: không có ngày đến hạn."),
        ("D", "Văn bản không nêu thời hạn."),
    ],
)
def test_what_has_no_date_says_so(task: str, said: str, filled: Path, run: Run) -> None:
    done = run("why", task)
    assert (done.code, said in done.out) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("A", "--phrase", "tháng 5/2026"),
        ("Z",),
        ("GB", "--on", "2026-06-21"),
        ("GB", "--occurrence", "9"),
        ("GB", "--on", "2026-06-22", "--occurrence", "2"),
        ("A", "--period", "2026-01-01..2026-12-31"),
        ("--phrase", "tháng 5", "--period", "2026"),
        ("--phrase", "tháng 5", "--period", "2026-12-31..2026-01-01"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], filled: Path, run: Run) -> None:
    assert run("why", *arguments).code == 2


def test_an_id_in_two_plans_needs_its_plan(filled: Path, run: Run) -> None:
    (filled / "plans" / "kh2.yaml").write_text((filled / "plans" / "kh.yaml").read_text("utf-8"), encoding="utf-8")
    assert (run("why", "A").code, run("why", "kh2/A").code) == (2, 0)


class TestPhrase:
    """A phrase by itself, in any folder."""

    @pytest.fixture(autouse=True)
    def _anywhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

    def test_json_has_the_promised_keys(self, run: Run) -> None:
        found = run("why", "--phrase", "trước ngày 15/11/2026", "--format", "json").json
        assert set(found) == {"version", "phrase", "kind", "readable", "dated", "occurrences", "diagnostics"}
        (item,) = found["occurrences"]
        assert (item["nominal"], item["exclusive"], item["due"]) == ("2026-11-15", True, "2026-11-13")

    def test_a_meeting_in_the_first_week_after_tet_2027(self, run: Run) -> None:
        """Ten days of holiday lie between; the year's notice has no number yet, and the answer says so."""
        done = run("why", "--phrase", "chậm nhất 03 ngày làm việc trước ngày họp", "--anchor", "2027-02-15")
        assert "Đến hạn: Thứ Tư, ngày 03/02/2027" in done.out
        assert "Lịch nghỉ năm 2027 là dự kiến" in done.out

    @pytest.mark.parametrize(("phrase", "code"), [("khi nào rảnh", 1), ("ngày 31/4/2026", 1), ("thường xuyên", 0)])
    def test_what_cannot_be_read_is_a_finding(self, phrase: str, code: int, run: Run) -> None:
        assert run("why", "--phrase", phrase).code == code

    def test_a_cycle_needs_a_period(self, run: Run) -> None:
        found = run("why", "--phrase", "định kỳ hằng quý", "--format", "json").json
        assert [one["code"] for one in found["diagnostics"]] == ["cycle-without-day", "period-missing"]
        found = run(
            "why", "--phrase", "định kỳ hằng quý", "--period", "2026-01-01..2026-12-31", "--format", "json"
        ).json
        assert [item["due"] for item in found["occurrences"]] == [
            "2026-03-31",
            "2026-06-30",
            "2026-09-30",
            "2026-12-31",
        ]
