"""Every paper of three plans, State's and Party's, as Markdown, whole: what changes in them is seen by a person.

`PHOIHOP_GOLDEN=1 pytest tests/cli/test_papers.py` writes them anew.
"""

from __future__ import annotations

import os
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from phoihop.views.papers.catalogue import KINDS

from .conftest import Run

DATA = Path(__file__).parents[1] / "data" / "papers"
TODAY = "2026-05-06"
PLANS = ("chuong-trinh", "dan-van", "ke-hoach-2026", "quy-che")


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The three plans; the working folder is their workspace's root."""
    shutil.copytree(DATA / "plans", tmp_path / "plans")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_paper_is_as_it_was(papers: Path, run: Run) -> None:
    said = []
    for template in KINDS:
        for plan in PLANS:
            result = run("render", plan, "--as", template, "--to", "md", "--today", TODAY)
            if result.code:
                said.append(result.err)
    made = {path.name: path.read_text(encoding="utf-8") for path in (papers / "build").iterdir()}
    made["no-paper.txt"] = "".join(said)
    if os.environ.get("PHOIHOP_GOLDEN"):
        shutil.rmtree(DATA / "out", ignore_errors=True)
        (DATA / "out").mkdir()
        for name, text in made.items():
            (DATA / "out" / name).write_text(text, encoding="utf-8")
    kept = {path.name: path.read_text(encoding="utf-8") for path in (DATA / "out").iterdir()}
    assert sorted(made) == sorted(kept)
    for name, text in made.items():
        assert text == kept[name], name


def text_of(run: Run, *arguments: str) -> str:
    today = () if "--today" in arguments else ("--today", TODAY)
    result = run("render", *arguments, "--to", "md", "-o", "-", *today)
    assert (result.code, result.err) == (0, ""), result.err
    return result.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("quy-che", "--as", "giay-moi"), 1, "no meeting"),
        (("chuong-trinh", "--as", "giay-moi", "--review", "XX"), 2, "XX"),
        (("chuong-trinh", "--as", "bao-cao", "--review", "XX"), 2, "XX"),
        (("chuong-trinh", "--as", "bao-cao", "--period", "2030"), 1, "2030"),
        (("chuong-trinh", "--as", "giay-moi", "--review", "BC"), 1, "nobody is invited"),
        (("dan-van", "--as", "giay-moi", "--today", "2027-01-05"), 1, "lies ahead"),
        (("chuong-trinh", "--as", "quyet-dinh"), 1, "07/CTr-SYT-SGDĐT"),
        (("dan-van", "--as", "quyet-dinh"), 1, "--from"),
        (("dan-van", "--as", "ke-hoach-nam"), 1, "one year alone"),
        (("chuong-trinh", "--as", "ke-hoach-nam", "--period", "quý III/2026"), 1, "--period 2026"),
        (("chuong-trinh", "--as", "quy-che"), 1, "QC"),
        (("--all", "--as", "bao-cao", "--review", "XX"), 1, "nothing to print"),
        (("chuong-trinh", "--to", "md", "-o", "x.pdf"), 2, "x.pdf"),
        (("chuong-trinh", "--to", "md", "-o", "plans/x.md"), 2, "a plan"),
        (("--all", "--to", "md", "-o", "-"), 2, "-o"),
        (("chuong-trinh", "--as", "ke-hoach-nam", "--period", "2024"), 1, "2024"),
        (("quy-che", "--as", "cong-van-don-doc", "--today", "2026-01-07"), 1, "nobody"),
        (("chuong-trinh", "--as", "giay-mo"), 2, "giay-moi"),
        (("chuong-trinh", "--period", "năm nao"), 2, "--period"),
        (("chuong-trinh", "--from", "XX"), 2, "--from"),
        (("chuong-trinh", "--office", "XX"), 2, "--office"),
        (("chuong-trinh", "--as", "cong-van-don-doc", "-o", "x.docx"), 2, "2"),
        (("--as", "giay-moi"), 2, "--all"),
        (("chuong-trinh", "--to", "odt"), 2, "odt"),
        (("chuong-trinh", "--review", "GB"), 2, "--review says nothing"),
        (("chuong-trinh", "--as", "quyet-dinh", "--period", "2026"), 2, "--period says nothing"),
        (("khong-co",), 2, "khong-co"),
    ],
)
def test_what_cannot_be_made_is_told_and_writes_nothing(
    arguments: tuple[str, ...], code: int, said: str, papers: Path, run: Run
) -> None:
    given = arguments if "--today" in arguments else (*arguments, "--today", TODAY)
    result = run("render", *given)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert not (papers / "build").exists()


def test_all_plans_at_once_tell_those_that_have_no_such_paper(papers: Path, run: Run) -> None:
    result = run("render", "--all", "--as", "giay-moi", "--today", TODAY)
    assert result.code == 0
    assert result.out.split() == ["build/chuong-trinh-giay-moi-GB.docx", "build/dan-van-giay-moi-TK.docx"]
    assert "quy-che" in result.err
    assert run("render", "--all", "--to", "md").out.split() == [f"build/{plan}.md" for plan in PLANS]


def test_a_letter_goes_to_each_office_or_to_the_one_that_is_asked_for(papers: Path, run: Run) -> None:
    result = run("render", "chuong-trinh", "--as", "cong-van-don-doc", "--today", TODAY, "--to", "md")
    assert [name[-9:-3] for name in result.out.split()] == ["-SGDDT", "oc-SYT"]
    text = text_of(run, "chuong-trinh", "--as", "cong-van-don-doc", "--from", "CA", "--office", "SGDDT")
    assert "Kính gửi: Sở Giáo dục và Đào tạo thành phố Cần Thơ" in text
    assert "chủ trì 2 lượt nhiệm vụ" in text
    assert text.startswith("CÔNG\N{NO-BREAK SPACE}AN THÀNH\N{NO-BREAK SPACE}PHỐ")
    assert "Kính gửi: Sở Y tế" not in text
    assert "Số: ...../CATP-....." in text


@pytest.mark.parametrize(
    ("arguments", "shown", "absent"),
    [
        (
            ("--as", "giay-moi", "--review", "GB"),
            "Tới dự Họp giao ban quý II/2026 theo Chương trình số",
            "chậm nhất ngày",
        ),
        (
            (
                "--as",
                "giay-moi",
            ),
            "Thời gian: ..... giờ ....., ngày ... tháng ... năm ...",
            "ngày 22 tháng 6",
        ),
        (("--as", "giay-moi", "--today", "2026-03-01"), "ngày 20 tháng 3 năm 2026 (thứ Sáu)", "giờ ....., ngày ..."),
        (("--as", "bao-cao", "--review", "BC"), "Kính gửi: Ủy ban nhân dân thành phố Cần Thơ", "cả thời gian"),
        (("--as", "bao-cao", "--review", "BC"), "số liệu đến hết ngày 14/3/2025", "Báo cáo kết quả phối hợp quý I"),
        (
            ("--as", "bao-cao", "--review", "BC", "--period", "quý II/2026"),
            "Kết quả phối hợp quý II/2026",
            "Báo cáo kết quả phối hợp quý II/2026,",
        ),
        (("--as", "bao-cao", "--review", "GB"), "Họp giao ban quý I/2025", "cả thời gian"),
        (("--as", "bao-cao", "--period", "2025"), "(năm 2025, số liệu đến hết ngày 06/5/2026): 10;", "cả thời gian"),
        (
            (
                "--as",
                "bao-cao",
            ),
            "(cả thời gian thực hiện, số liệu đến hết ngày 06/5/2026)",
            "(năm",
        ),
        (
            (
                "--as",
                "ke-hoach-nam",
            ),
            "chuyển tiếp, thời hạn đã ký: tháng 12/2025",
            "quá hạn từ",
        ),
        (
            (
                "--as",
                "ke-hoach-nam",
            ),
            "trước ngày 15/11 hằng năm",
            "13/11/2026",
        ),
        (("--as", "ke-hoach-nam", "--period", "2027"), "trước ngày 15/11 hằng năm", "20/3/2026"),
        (
            (
                "--as",
                "bang-theo-doi",
            ),
            "20/11/2025; 210/BC-SYT; chờ vật tư | Hoàn thành quá hạn",
            "Kính gửi",
        ),
        (("--as", "lich-cong-tac", "--period", "2026-06"), "Thứ Hai, ngày 22/6/2026", "Thứ Hai, ngày 22/12"),
    ],
)
def test_the_options_of_a_paper(arguments: tuple[str, ...], shown: str, absent: str, papers: Path, run: Run) -> None:
    text = text_of(run, "chuong-trinh", *arguments)
    assert shown in text
    assert absent not in text.replace("giai đoạn 2025-2027", "")


def test_a_report_says_what_status_says(papers: Path, run: Run) -> None:
    """Screen and paper have one view: the numbers cannot differ."""
    counted = run("status", "--plan", "chuong-trinh", "--today", TODAY, "--format", "json").json
    numbers = counted["figures"]
    text = text_of(run, "chuong-trinh", "--as", "bao-cao")
    row = next(line for line in text.splitlines() if line.startswith("| Tổng số"))
    told = [cell.strip() for cell in row.strip("|").split("|")][1:6]
    names = ("total", "done_on_time", "done_late", "open_in_time", "open_overdue")
    assert told == [str(numbers[name]) for name in names]
    table = text_of(run, "chuong-trinh", "--as", "bang-theo-doi")
    assert f"Tổng số {numbers['total']}: hoàn thành đúng hạn {numbers['done_on_time']}" in table


@pytest.mark.parametrize("words", [0, 3, 12, 40, 52])
def test_the_agenda_of_all_plans_is_one_page(papers: Path, run: Run, words: int) -> None:
    many = "\n".join(
        f"      - {{ma: X-{n}, ten: Việc số {n} {'nghiêng ' * words}, chu_tri: SYT, phoi_hop: [CA], han: 07/5/2026}}"
        for n in range(60)
    )
    text = (papers / "plans/quy-che.yaml").read_text(encoding="utf-8")
    (papers / "plans/quy-che.yaml").write_text(f"{text.rstrip()}\n{many}\n", encoding="utf-8")
    assert run("render", "--as", "lich-cong-tac", "--to", "pdf,md", "--today", TODAY).code == 0
    assert len(PdfReader("build/lich-cong-tac-tuan-2026-05-04.pdf").pages) == 1
    shown = Path("build/lich-cong-tac-tuan-2026-05-04.md").read_text(encoding="utf-8")
    listed = shown.count("Việc số")
    left = int(shown.split("Còn ")[1].split()[0])
    overdue = len(run("due", "--overdue", "--today", TODAY, "--format", "json").json["items"])
    assert listed > (8 if words < 12 else 1)
    assert listed + left == 60 + overdue


def test_papers_open_in_word_and_have_the_head_of_their_regime(papers: Path, run: Run) -> None:
    for plan, head in (("chuong-trinh", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("dan-van", "ĐẢNG CỘNG SẢN VIỆT NAM")):
        for template in ("giay-moi", "bao-cao"):
            result = run("render", plan, "--as", template, "--today", TODAY)
            document = Document(BytesIO(Path(result.out.strip()).read_bytes()))
            assert document.tables[0].rows[0].cells[1].paragraphs[0].text == head


def test_a_template_of_the_workspace_has_the_view_that_its_name_begins_with(papers: Path, run: Run) -> None:
    (papers / "templates").mkdir()
    own = (
        '{% extends "giay-moi.html.j2" %}{% block kinh_gui %}<p class="than">RIÊNG {{ van_ban.time }}</p>{% endblock %}'
    )
    (papers / "templates/giay-moi-so-y-te.html.j2").write_text(own, encoding="utf-8")
    text = text_of(run, "chuong-trinh", "--as", "giay-moi-so-y-te")
    assert "RIÊNG ..... giờ ....., ngày ... tháng ... năm ..." in text


def test_a_decision_is_of_whoever_the_plan_says_issued_it(papers: Path, run: Run) -> None:
    text = text_of(run, "quy-che", "--as", "quyet-dinh")
    assert text.startswith("LƯU HÀNH NỘI BỘ\n\nỦY\N{NO-BREAK SPACE}BAN\N{NO-BREAK SPACE}NHÂN")
    assert "Số: 15/QĐ-UBND\n\nCỘNG HÒA" in text
    assert "Cần Thơ, ngày 06 tháng 01 năm 2026" in text
    assert text.count("(Kèm theo Quyết định số 15/QĐ-UBND ngày 06 tháng 01 năm 2026") == 1
    assert "có hiệu lực kể từ ngày ... tháng ... năm ..." in text
    own = text_of(run, "dan-van", "--as", "quyet-dinh", "--from", "BTG")
    assert "(Kèm theo Quyết định số .....-QĐ/BTGDVTU, ngày ... tháng ... năm ... của" in own
    assert own.count("Căn cứ Nghị quyết số 12-NQ/TU") == 1
    assert own.count("KHẨN") == 1


def test_offices_that_lead_together_do_not_remind_each_other(papers: Path, run: Run) -> None:
    result = run("render", "chuong-trinh", "--as", "cong-van-don-doc", "--today", TODAY, "--to", "md")
    texts = [Path(name).read_text(encoding="utf-8") for name in result.out.split()]
    assert len(texts) == 2
    assert not any("Sơ kết đợt truyền thông" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{% extends "_van-ban.html.j2" %}\n{% block noi_dug %}{% endblock %}', "giay-moi.html.j2:2: "),
        ('{% extends "_van-ban.html.j2" %}\n{% block noi_dung %}{{ van_ban.khach }}{% endblock %}', "guests"),
        ("", "prints nothing"),
    ],
)
def test_a_mistake_in_a_template_is_told(text: str, said: str, papers: Path, run: Run) -> None:
    (papers / "templates").mkdir()
    (papers / "templates/giay-moi.html.j2").write_text(text, encoding="utf-8")
    result = run("render", "chuong-trinh", "--as", "giay-moi", "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert said in result.err
    assert "phoihop.views" not in result.err


def test_templates_are_listed_and_copied_once(papers: Path, run: Run) -> None:
    listed = run("templates", "list").out
    assert all(f"{name} " in listed for name in KINDS)
    assert listed == run("render", "--list").out
    assert run("templates", "copy", "giay-moi", "dinh_dang.yaml").out.split() == [
        "templates/giay-moi.html.j2",
        "templates/dinh_dang.yaml",
    ]
    shipped = Path("templates/giay-moi.html.j2").read_text(encoding="utf-8")
    Path("templates/giay-moi.html.j2").write_text(shipped.replace("trân trọng", "RẤT trân trọng"), encoding="utf-8")
    assert "RẤT trân trọng" in text_of(run, "chuong-trinh", "--as", "giay-moi")
    again = run("templates", "copy", "giay-moi")
    assert (again.code, again.out) == (3, "")
    assert "RẤT" in Path("templates/giay-moi.html.j2").read_text(encoding="utf-8")
    assert "this workspace's own" in run("templates", "list").out
    unknown = run("templates", "copy", "../plans/quy-che", "giay-mo")
    assert (unknown.code, unknown.out) == (2, "")
