"""`phoihop diff` in real repositories: revisions, the index, files, folders; what it prints; its exit codes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from .conftest import Run
from .repository import PLAN, Git


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    monkeypatch.chdir(tmp_path)
    return Git(tmp_path)


def fields(run: Run, *arguments: str) -> list[str]:
    """What changed, in short."""
    result = run("diff", *arguments, "--format", "json", "--today", "2026-03-02")
    assert result.code == 0, result.err
    assert result.json["version"] == 1
    return [f"{one['id']} {one['field'] or one['kind']}" for one in result.json["items"]]


def test_by_default_what_is_not_committed(git: Git, run: Run) -> None:
    assert run("diff").out == "Nothing changed.\n"
    git.write(git.read().replace("15/11", "30/11"))
    assert run("diff").out.splitlines() == [
        "kh: Kế hoạch số 12/KHPH-SYT-SGDĐT ngày 20/01/2026 Phối hợp chăm sóc sức khỏe học sinh",
        "  changed task NV-01: Khám sức khỏe đầu năm học",
        "    - han: trước ngày 15/11/2026",
        "    + han: trước ngày 30/11/2026",
        "      due 13/11/2026 -> 27/11/2026 (9 working days later)",
        "  ! the plan is issued, and its content changes: that takes a document of the same form "
        "(NĐ 30/2020/NĐ-CP, Điều 18 khoản 3)",
        "",
        "1 change, 1 due day moves",
    ]
    (item,) = run("diff", "--format", "json").json["items"]
    assert item["moves"] == [
        {"occurrence": 1, "label": "", "old_due": "2026-11-13", "new_due": "2026-11-27", "working_days": 9}
    ]
    assert {key: item[key] for key in ("plan", "kind", "what", "id", "field", "nature")} == {
        "plan": "kh", "kind": "changed", "what": "task", "id": "NV-01", "field": "han", "nature": "content"
    }  # fmt: skip


def test_any_two_revisions(git: Git, run: Run) -> None:
    git("tag", "bat-dau")
    git.edit(("15/11", "30/11"))
    git("checkout", "-q", "-b", "b", "bat-dau")
    git.edit(("quý II/2026", "quý III/2026"))
    assert fields(run, "HEAD") == []
    assert fields(run, "HEAD~1") == fields(run, "bat-dau", "HEAD") == fields(run, "bat-dau..b") == ["NV-02 han"]
    assert fields(run, "main", "b") == fields(run, "main..b") == ["NV-01 han", "NV-02 han"]
    assert fields(run, "main...b") == ["NV-02 han"]
    assert fields(run, "main..") == ["NV-01 han", "NV-02 han"]


def test_what_is_staged(git: Git, run: Run) -> None:
    git.write(git.read().replace("15/11", "30/11"))
    assert fields(run, "--staged") == []
    git("add", "-A")
    git.write(git.read().replace("quý II/2026", "quý III/2026"))
    assert fields(run, "--staged") == ["NV-01 han"]
    assert fields(run) == ["NV-01 han", "NV-02 han"]
    assert run("diff", "--staged", "main..main").code == 2


def test_only_some_paths_and_from_any_folder(git: Git, run: Run) -> None:
    (git.root / "plans" / "b.yaml").write_bytes(PLAN.replace("NV-0", "B-0").replace("12/K", "13/K").encode())
    git.commit("kế hoạch thứ hai")
    for path in (git.root / "plans").glob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"15/11", b"30/11"))
    both = ["B-01 han", "NV-01 han"]
    assert fields(run) == fields(run, "plans") == fields(run, "HEAD", "plans") == both
    assert fields(run, "plans/b.yaml") == fields(run, "HEAD", "plans/b.yaml") == ["B-01 han"]
    (git.root / "khac" / "sau").mkdir(parents=True)
    os.chdir(git.root / "khac" / "sau")
    assert fields(run) == both
    assert fields(run, "HEAD", "../../plans/b.yaml") == ["B-01 han"]
    assert run("diff", "HEAD", "plans/c.yaml").code == 2


def test_a_workspace_below_the_root_of_its_repository(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "so" / "y-te"
    inner.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    git = Git(inner)
    subprocess.run(["rm", "-rf", str(inner / ".git")], check=True)
    git.root = tmp_path
    git.commit("một")
    git.write(git.read().replace("15/11", "30/11"))
    (tmp_path / "khac").mkdir()
    for folder in (inner / "plans", inner, tmp_path, tmp_path / "khac"):
        monkeypatch.chdir(folder)
        assert fields(run) == ["NV-01 han"], folder


def test_offices_are_told_where_they_are_asked_about(git: Git, run: Run) -> None:
    offices = git.root / "plans" / "co-quan.yaml"
    offices.write_bytes(offices.read_bytes().replace("ten: Sở Y tế".encode(), "ten: Sở Y tế TP".encode()))
    assert fields(run) == fields(run, "plans/co-quan.yaml") == ["SYT ten"]
    assert fields(run, "plans/kh.yaml") == []
    (item,) = run("diff", "--format", "json").json["items"]
    assert (item["plan"], item["what"], item["affects"]) == ("", "office", ["kh"])
    assert "issued, and would print differently: kh" in run("diff").out
    assert run("diff", "--check").code == 0


def test_a_file_that_is_locked_is_not_gone(git: Git, run: Run) -> None:
    git.plan.unlink()
    git.plan.symlink_to("/etc/hostname")
    result = run("diff")
    assert result.code == 3
    assert "removed" not in result.out
    assert "kh: could not be read" in result.out


def test_a_plan_that_is_gone(git: Git, run: Run) -> None:
    git.plan.unlink()
    assert fields(run) == ["kh removed"]
    assert run("diff", "--check").code == 1
    (git.root / "plans" / "co-quan.yaml").unlink()
    (git.root / "plans").rmdir()
    assert fields(run) == ["kh removed", *(f"{code} removed" for code in ("SYT", "SGDDT", "SNV-A", "SNV-B"))]


def test_two_files(git: Git, run: Run, tmp_path: Path) -> None:
    other = git.root / "plans" / "ban-sua.yaml"
    other.write_bytes(git.read().replace("15/11", "30/11").encode())
    assert fields(run, "plans/kh.yaml", "plans/ban-sua.yaml") == ["NV-01 han"]
    assert fields(run, "plans/kh.yaml", "plans/kh.yaml") == []
    offices = git.root / "plans" / "co-quan.yaml"
    (tmp_path / "co-quan.yaml").write_bytes(offices.read_bytes().replace("Sở Y tế".encode(), "Sở Y tế TP".encode()))
    assert fields(run, "plans/co-quan.yaml", "co-quan.yaml") == ["SYT ten"]
    assert run("diff", "plans/kh.yaml", "co-quan.yaml").code == 2
    other.write_text("van_ban: [", encoding="utf-8")
    assert run("diff", "plans/kh.yaml", "plans/ban-sua.yaml").code == 1


def test_a_renamed_file_is_one_plan(git: Git, run: Run) -> None:
    git("mv", "plans/kh.yaml", "plans/kh-2026.yaml")
    git.plan = git.root / "plans" / "kh-2026.yaml"
    git.write(git.read().replace("15/11", "30/11"))
    assert fields(run) == ["kh-2026 renamed", "NV-01 han"]


def test_a_shallow_clone(git: Git, run: Run, tmp_path: Path) -> None:
    git.edit(("15/11", "30/11"))
    git.edit(("quý II/2026", "quý III/2026"))
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "2", git.root.as_uri(), str(clone)], check=True)
    os.chdir(clone)
    assert fields(run, "HEAD~1") == ["NV-02 han"]
    assert run("diff", "HEAD~2").code == 2


def test_a_broken_file_is_told_and_the_rest_compared(git: Git, run: Run) -> None:
    (git.root / "plans" / "b.yaml").write_text("van_ban: [\n", encoding="utf-8")
    git.commit("hỏng")
    (git.root / "plans" / "b.yaml").write_bytes(PLAN.replace("NV-0", "B-0").encode())
    git.write(git.read().replace("15/11", "30/11"))
    result = run("diff")
    assert result.code == 0
    assert "b: could not be read in one of the two states, and is not compared" in result.out
    assert "NV-01" in result.out
    assert "B-01" not in result.out
    assert "b.yaml has mistakes" in result.err
    assert run("diff", "--format", "json").json["unread"] == ["b"]
    assert run("diff", "--check").code == 1


def test_what_cannot_be_read_is_not_unchanged(git: Git, run: Run) -> None:
    git.write("van_ban: [\n" + git.read())
    for more in ((), ("--format", "md"), ("--format", "json"), ("--to", "html", "-o", "-")):
        assert run("diff", "--check", *more).code == 1, more
    result = run("diff")
    assert (result.code, result.out.splitlines()[-1]) == (0, "Nothing else changed.")
    assert "kh: could not be read" in run("diff", "--to", "html", "-o", "-").err
    assert run("diff", "--format", "json").json["summary"] == "1 tệp không đọc được, chưa so sánh"


def test_markdown_plans(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git = Git(tmp_path, "---\n" + PLAN + "---\n## Nội dung phối hợp\n\nMột đoạn.\n", "kh.md")
    git.write(git.read().replace("Một đoạn.", "Một đoạn khác.").replace("15/11", "30/11"))
    assert fields(run) == ["Nội dung phối hợp doan", "NV-01 han"]


def test_progress_is_no_change_of_the_plan(git: Git, run: Run) -> None:
    assert run("record", "NV-02", "--on", "2026-06-01", "--today", "2026-06-02").code == 0
    result = run("diff", "--check")
    assert result.code == 0
    assert "progress: NV-02: result recorded: 01/6/2026" in result.out
    assert "issued" not in result.out
    assert [item["nature"] for item in run("diff", "--format", "json").json["items"]] == ["progress"]


@pytest.mark.parametrize(
    ("arguments", "what", "told"),
    [
        (
            ("record", "NV-02", "--extend", "quý III/2026", "--by-document", "9/CV-SYT", "--on", "2026-03-02"),
            "extension",
            "progress: NV-02: added extension: quý II/2026; 02/3/2026; 9/CV-SYT",
        ),
        (
            ("record", "NV-02", "--suspend", "--by-document", "9/CV-SYT", "--on", "2026-03-02"),
            "suspension",
            "progress: NV-02: added suspension: ",
        ),
        (("agree", "SGDDT", "NV-01"), "agreement", "progress: NV-01: added agreement: SGDDT; 02/3/2026"),
    ],
)
def test_what_becomes_of_a_task_is_progress(
    git: Git, run: Run, arguments: tuple[str, ...], what: str, told: str
) -> None:
    assert run(*arguments, "--today", "2026-03-02").code == 0
    result = run("diff", "--check", "--today", "2026-03-02")
    assert result.code == 0
    assert told in result.out
    assert "takes a document" not in result.out
    items = run("diff", "--format", "json", "--today", "2026-03-02").json["items"]
    assert {item["nature"] for item in items} == {"progress"}
    assert [item["what"] for item in items] == (["task", what] if what == "extension" else [what])
    moved = [move["new_due"] for item in items for move in item["moves"]]
    assert moved == (["2026-09-30"] if what == "extension" else [])


def test_who_agreed_to_the_old_text_is_waited_for(git: Git, run: Run) -> None:
    assert run("agree", "SGDDT", "NV-01", "--today", "2026-01-21").code == 0
    git.commit("đồng ý")
    assert run("diff", "--format", "json").json["plans"] == []
    git.write(git.read().replace("15/11", "30/11"))
    result = run("diff")
    assert '? "NV-01" waits for SGDDT to look again: it agreed on 21/01/2026 to another text' in result.out
    (plan,) = run("diff", "--format", "json").json["plans"]
    assert plan["waiting"] == [{"id": "NV-01", "office": "SGDDT", "day": "2026-01-21", "parent": ""}]
    assert "chờ SGDDT xem lại (đã đồng ý bản 21/01/2026)" in run("diff", "--format", "md").out
    git.commit("dời hạn")
    git.write(git.read().replace("quý II/2026", "quý III/2026"))
    assert "waits for" not in run("diff").out


@pytest.mark.parametrize(
    ("old", "new", "code", "instrument"),
    [
        ("15/11/2026", "16/11/2026", 1, "same-form"),
        ("Khám sức khỏe", "Khám sức khoẻ", 0, "correction"),
        ("UBND thành phố", "UBND TP", 0, "correction"),
        ("  # việc đầu tiên", "", 0, None),
        ("ma: NV-01", "ma: NV-10", 0, "none"),
    ],
)
def test_check_tells_a_changed_content(
    git: Git, run: Run, old: str, new: str, code: int, instrument: str | None
) -> None:
    git.write(git.read().replace(old, new))
    assert run("diff", "--check").code == code
    plans = run("diff", "--format", "json").json["plans"]
    assert [plan["instrument"] for plan in plans] == ([instrument] if instrument else [])
    assert run("diff").code == 0


def test_markdown_for_a_pull_request(git: Git, run: Run) -> None:
    git.write(
        git.read()
        .replace("15/11", "30/11")
        .replace("quý II/2026", "quý III/2026")
        .replace("chu_tri: SYT", "chu_tri: SGDDT")
        .replace("co_quan:\n", "can_cu: [Luật Trẻ em năm 2016]\nco_quan:\n", 1)
    )
    page = run("diff", "--format", "md").out
    assert page.startswith("**2 hạn dời, 1 nhiệm vụ đổi cơ quan chủ trì, 1 căn cứ thêm.**\n")
    assert "| sửa (thời hạn) | nhiệm vụ NV-01: Khám sức khỏe đầu năm học | trước ngày 15/11/2026 |" in page
    assert "sửa đổi, thay thế bằng văn bản có hình thức tương đương" in page
    assert run("diff", "HEAD", "HEAD", "--format", "md").out == "**Không có gì thay đổi.**\n"


def test_text_of_a_plan_is_no_markup(git: Git, run: Run) -> None:
    bad = "a|b <img src=x> [l](http://x) **b** @nguoi `c` \\| #1"
    git.write(git.read().replace("ten: Tập huấn cho nhân viên y tế trường học", f"ten: '{bad}'"))
    page = run("diff", "--format", "md").out
    (line,) = [line for line in page.splitlines() if "img" in line]
    assert line.replace("\\\\", "").replace("\\|", "").count("|") == 6
    assert not any(sign in line for sign in (" <img", "[l]", " **", "@", " `", "://"))
    assert "\x1b" not in run("diff").out


def test_a_wide_title_is_wrapped_for_a_terminal() -> None:
    from phoihop.output.change import lines
    from phoihop.views.change import ChangeView, Instrument, PlanPart

    part = PlanPart("kh", "chữ " * 60, True, Instrument.SAME_FORM, "Nghị định 30/2020/NĐ-CP", (), (), ())
    view = ChangeView("HEAD", "", "", (part,), (), (), ())
    assert max(map(len, lines(view, 80))) <= 80
    assert max(map(len, lines(view))) > 200


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nope"], 2),
        (["--output=x"], 2),
        (["HEAD:plans"], 2),
        (["HEAD", "nope"], 2),
        (["HEAD..nope"], 2),
        (["--format", "xml"], 2),
        (["--today", "x"], 2),
        (["HEAD~9"], 2),
    ],
)
def test_wrong_usage(git: Git, run: Run, arguments: list[str], code: int) -> None:
    result = run("diff", *arguments)
    assert (result.code, result.out) == (code, "")


def test_no_repository_and_no_commit(space: Path, run: Run) -> None:
    assert run("diff").code == 3
    (space / "cu.yaml").write_text(PLAN, encoding="utf-8")
    result = run("diff", "cu.yaml", "none.yaml")
    assert (result.code, result.err) == (2, "phoihop: none.yaml: there is no such file or folder\n")
    subprocess.run(["git", "init", "-q"], cwd=space, check=True)
    result = run("diff")
    assert result.code == 2
    assert "nothing is committed here yet" in result.err


def test_plans_outside_of_the_repository_are_not_its_own(
    git: Git, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "repo"
    inner.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=inner, check=True)
    monkeypatch.chdir(inner)
    git.root = inner
    git("commit", "-q", "--allow-empty", "-m", "không")
    result = run("diff")
    assert result.code == 2
    assert 'no folder "plans" in this git repository' in result.err
    (inner / "plans").symlink_to(tmp_path / "plans")
    assert run("diff").code == 3


def test_days_that_are_new_or_gone_do_not_move(git: Git, run: Run) -> None:
    git.edit(("quý II/2026", "định kỳ hằng quý"))
    git.write(git.read().replace("định kỳ hằng quý", "chậm nhất ngày 20 tháng cuối quý").replace("15/11", "30/11"))
    git.commit("một")
    git.write(git.read().replace("chậm nhất ngày 20 tháng cuối quý", "trước ngày 30/3/2026"))
    assert run("diff").out.splitlines()[-1] == "1 change, 1 due day moves, 3 due days are gone"
    assert run("diff", "--format", "json").json["summary"].startswith("1 hạn dời, 3 hạn bỏ")
    git.commit("hai")
    assert run("diff", "HEAD", "HEAD~1").out.splitlines()[-1] == "1 change, 1 due day moves, 3 due days are new"


def test_git_starts_no_program_of_the_repository(git: Git, run: Run) -> None:
    git("config", "diff.external", "touch evil")
    git("config", "core.fsmonitor", "touch evil")
    (git.root / ".gitattributes").write_text("*.yaml diff=x filter=x\n", encoding="utf-8")
    git("config", "diff.x.textconv", "touch evil")
    git.write(git.read().replace("15/11", "30/11"))
    assert run("diff").code == run("log", "NV-01").code == 0
    assert not (git.root / "evil").exists()
