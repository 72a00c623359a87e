"""`phoihop diff --to`: the comparison as a table to sign, with the reasons that the commits give."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from pypdf import PdfReader

from .conftest import Run

PLANS = Path(__file__).parents[1] / "data" / "papers" / "plans"
TODAY = ("--today", "2026-05-06")


def git(*arguments: str) -> None:
    who = ("-c", "user.name=An", "-c", "user.email=an@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *who, *arguments), check=True, capture_output=True)


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three commits: the plans, a deadline moved, a lead changed; and an edit that is not committed."""
    shutil.copytree(PLANS, tmp_path / "plans")
    monkeypatch.chdir(tmp_path)
    git("init", "-q", ".")
    git("add", "-A")
    git("commit", "-qm", "kế hoạch")
    edit("trước ngày 15/11 hằng năm", "trước ngày 30/11 hằng năm")
    git("commit", "-qam", "Dời hạn khám theo lịch năm học")
    edit(
        "ten: Truyền thông phòng bệnh theo mùa, chu_tri: HAI-SO", "ten: Truyền thông phòng bệnh theo mùa, chu_tri: SYT"
    )
    git("commit", "-qam", "Sở Y tế chủ trì truyền thông")
    edit("ten: Sơ kết đợt truyền thông", "ten: Tổng hợp đợt truyền thông")
    return tmp_path


def edit(old: str, new: str) -> None:
    path = Path("plans/chuong-trinh.yaml")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def rows(path: str) -> list[list[str]]:
    document = Document(BytesIO(Path(path).read_bytes()))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows][1:]


def test_the_table_says_what_it_was_what_it_is_and_why(history: Path, run: Run) -> None:
    result = run("diff", "HEAD~2", "--to", "docx", *TODAY)
    assert (result.code, result.out) == (0, "build/bang-so-sanh.docx\n")
    deadline, lead, title = rows("build/bang-so-sanh.docx")
    assert deadline[1:4] == [
        "Nhiệm vụ KS-01: Khám sức khỏe đầu năm học, thời hạn:\ntrước ngày 15/11 hằng năm",
        "trước ngày 30/11 hằng năm\n"
        "Hạn năm 2025: 14/11/2025 → 28/11/2025 (muộn hơn 10 ngày làm việc)\n"
        "Hạn năm 2026: 13/11/2026 → 27/11/2026 (muộn hơn 9 ngày làm việc)\n"
        "Hạn năm 2027: 12/11/2027 → 29/11/2027 (muộn hơn 10 ngày làm việc)\n"
        "Liên quan: ke-hoach-2026/N-01",
        "Dời hạn khám theo lịch năm học",
    ]
    assert lead[1:4] == [
        "Nhiệm vụ TT-01: Truyền thông phòng bệnh theo mùa, chủ trì:\nHai Sở",
        "Sở Y tế thành phố Cần Thơ",
        "Sở Y tế chủ trì truyền thông",
    ]
    assert (title[2], title[3], title[4]) == ("Tổng hợp đợt truyền thông", "", "")  # nobody has said why yet


def test_two_revisions_two_files_and_other_forms(history: Path, run: Run) -> None:
    assert run("diff", "HEAD~1", "HEAD", "--to", "docx", *TODAY).code == 0
    (lead,) = rows("build/bang-so-sanh.docx")
    assert lead[3] == "Sở Y tế chủ trì truyền thông"
    text = Path("plans/chuong-trinh.yaml").read_text(encoding="utf-8")
    Path("cu.yaml").write_text(text.replace("Họp giao ban", "Giao ban"), encoding="utf-8")
    assert run("diff", "cu.yaml", "plans/chuong-trinh.yaml", "--to", "pdf", "-o", "so-sanh.pdf", *TODAY).code == 0
    page = " ".join(PdfReader("so-sanh.pdf").pages[0].extract_text().split())
    assert "BẢNG SO SÁNH, THUYẾT MINH NỘI DUNG SỬA ĐỔI" in page
    assert "Họp giao ban" in page
    assert "<td" in run("diff", "--to", "html", "-o", "-", *TODAY).out
    assert run("diff", "-o", "so-sanh.html", *TODAY).code == 0
    assert "<td" in Path("so-sanh.html").read_text(encoding="utf-8")


def test_check_is_heeded_beside_a_table(history: Path, run: Run) -> None:
    assert run("diff", "--to", "html", "-o", "-", *TODAY).code == 0
    assert run("diff", "--to", "html", "-o", "-", "--check", *TODAY).code == 1


def test_from_the_root_of_a_repository_whose_workspace_is_below(
    history: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("so").mkdir()
    git("mv", "plans", "so")
    git("commit", "-qam", "chuyển")
    assert run("diff", "HEAD", "--to", "docx", *TODAY).out == "so/build/bang-so-sanh.docx\n"
    monkeypatch.chdir("so/plans")
    assert run("diff", "HEAD", "--to", "docx", *TODAY).out == "../build/bang-so-sanh.docx\n"
    monkeypatch.chdir("../..")
    for name in ("cu.yaml", "moi.yaml"):
        shutil.copy("so/plans/chuong-trinh.yaml", name)
    text = Path("moi.yaml").read_text(encoding="utf-8")
    Path("moi.yaml").write_text(text.replace("Họp giao ban", "Giao ban"), encoding="utf-8")
    assert "Giao ban" in run("diff", "cu.yaml", "moi.yaml", "--to", "html", "-o", "-", *TODAY).out


def test_nothing_changed_and_what_is_refused(history: Path, run: Run) -> None:
    git("commit", "-qam", "sửa tên")
    assert "Không có nội dung nào thay đổi." in run("diff", "--to", "html", "-o", "-", *TODAY).out
    assert run("diff", "--to", "odt").code == 2
    assert run("diff", "--to", "docx", "--format", "json").code == 2
    assert run("diff", "-o", "-").code == run("diff", "--force").code == 2
    for wrong in (("--to", "pdf", "-o", "x.docx"), ("--to", "pdf", "-o", "x"), ("-o", "x.odt")):
        assert run("diff", *wrong).code == 2, wrong
    Path("build").mkdir(exist_ok=True)
    Path("build/bang-so-sanh.docx").write_bytes(b"mine")
    assert run("diff", "--to", "docx", *TODAY).code == 3
    assert Path("build/bang-so-sanh.docx").read_bytes() == b"mine"
    assert run("render", "chuong-trinh", "--as", "bang-so-sanh").code == 1
