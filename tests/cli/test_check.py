"""`phoihop check`: its forms, its options, its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.shared import Pt
from inspection import samples as s

from cli.conftest import Run


@pytest.fixture
def files(space: Path) -> Path:
    """A clean document, one with faults, a Party one, and what is no document."""
    (space / "sach.docx").write_bytes(s.saved(s.fresh(s.state)))
    document = s.fresh(s.state)
    for text in ("a) Các", "b) Các"):
        s.found(document, text).runs[0].font.size = Pt(9.5)
    s.found(document, "2. Các").runs[0].text = "2. Hết."
    (space / "loi.docx").write_bytes(s.saved(document))
    (space / "dang.docx").write_bytes(s.saved(s.fresh(s.party)))
    (space / "khong.docx").write_bytes(b"xin chao")
    return space


def test_a_clean_document(files: Path, run: Run) -> None:
    result = run("check", "sach.docx")
    assert result.code == 0
    assert result.out == (
        "sach.docx: State document (Nghị định 30/2020/NĐ-CP)\n\n1 file, 0 errors, 0 warnings, 0 hints\n"
    )
    assert run("check", "dang.docx").out.startswith("dang.docx: Party document (Hướng dẫn 05-HD/VPTW)\n")


def test_findings_have_place_measure_and_clause(files: Path, run: Run) -> None:
    result = run("check", "loi.docx", "sach.docx")
    assert result.code == 1
    assert "loi.docx: error[size] body: 9.5 pt; asked: 13-14 pt (Phụ lục I, mục II.6.e, ô số 6)\n" in result.out
    assert '  paragraph 18: "a) Các đơn vị trực thuộc hai Sở căn cứ Kế hoạch này xây dựn…"\n' in result.out
    assert '  paragraph 19: "b) ' in result.out
    assert 'warning[end-mark] body: "."; asked: "./." (Phụ lục III, Mẫu 1.4)' in result.out
    assert result.out.endswith("2 files, 1 error, 1 warning, 0 hints\n")


def test_json(files: Path, run: Run) -> None:
    result = run("check", "loi.docx", "khong.docx", "--format", "json")
    assert result.code == 3
    form = result.json
    assert list(form) == ["version", "documents", "unreadable", "summary"]
    assert form["version"] == 1
    (document,) = form["documents"]
    assert list(document) == ["path", "regime", "guidance", "clean", "components", "findings"]
    assert (document["path"], document["regime"], document["clean"]) == ("loi.docx", "nha-nuoc", False)
    assert document["findings"][0] == {
        "rule": "size",
        "severity": "error",
        "part": "body",
        "found": "9.5 pt",
        "asked": "13-14 pt",
        "clause": "Phụ lục I, mục II.6.e, ô số 6",
        "times": 2,
        "places": document["findings"][0]["places"],
    }
    assert [place["paragraph"] for place in document["findings"][0]["places"]] == [18, 19]
    parts = [component["part"] for component in document["components"]]
    assert parts[:4] == ["superior", "issuer", "state-name", "motto"]
    assert form["unreadable"] == [{"path": "khong.docx", "reason": "it is no .docx file, or it is damaged"}]
    assert form["summary"] == {"documents": 1, "errors": 1, "warnings": 1, "hints": 0}


def test_table(files: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    result = run("check", "loi.docx", "--format", "table")
    assert result.code == 1
    for text in ("Measured", "9.5 pt", "13-14 pt", "error[size]", "Phụ lục I, mục II.6.e", "1 file, 1 error"):
        assert text in result.out


def test_what_cannot_be_read_does_not_stop_the_others(files: Path, run: Run) -> None:
    (files / "thu-muc.docx").mkdir()
    result = run("check", "khong.docx", "sach.docx", "thu-muc.docx", "vang.docx")
    assert result.code == 3
    assert result.err.splitlines() == [
        "phoihop: cannot read khong.docx: it is no .docx file, or it is damaged",
        "phoihop: cannot read thu-muc.docx: it is a folder, not a file",
        "phoihop: cannot read vang.docx: there is no such file",
    ]
    assert "sach.docx: State document" in result.out


def test_the_regime_and_the_day_can_be_said(files: Path, run: Run) -> None:
    assert run("check", "dang.docx", "--regime", "dang").code == 0
    other = run("check", "dang.docx", "--regime", "nha-nuoc")
    assert other.code == 1
    assert "error[missing-part] motto (Tiêu ngữ): not found" in other.out
    assert run("check", "sach.docx", "--regime", "dang").code == 1
    assert "36-HD/VPTW" in run("check", "dang.docx", "--date", "2025-01-01").out
    assert "05-HD/VPTW" in run("check", "dang.docx", "--date", "27/5/2026").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Missing argument"),
        (["x.docx", "--regime", "quan-doi"], '--regime: "quan-doi" is not one of nha-nuoc, dang'),
        (["x.docx", "--format", "xml"], '--format: "xml" is not one of plain, table, json'),
        (["x.docx", "--date", "hôm nay"], '--date: "hôm nay" is not a date'),
    ],
)
def test_wrong_usage(arguments: list[str], says: str, space: Path, run: Run) -> None:
    result = run("check", *arguments)
    assert result.code == 2
    assert says in result.err


def test_a_name_cannot_move_the_cursor(files: Path, run: Run) -> None:
    (files / "a\x1b[31m.docx").write_bytes(b"x")
    result = run("check", "a\x1b[31m.docx")
    assert "\x1b" not in result.err + result.out
