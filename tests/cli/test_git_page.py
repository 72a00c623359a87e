"""docs/git.md does what it says: its settings, run line by line; its checks of pull requests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .conftest import Run
from .repository import Git

PAGE = (Path(__file__).parent.parent.parent / "docs" / "git.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository that is set up as the page says, with the program on the path."""
    tools = tmp_path / "tools"
    tools.mkdir()
    command = tools / "phoihop"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m phoihop "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    root = tmp_path / "kho"
    root.mkdir()
    made = Git(root)
    (root / ".gitattributes").write_text(blocks("gitattributes")[0], encoding="utf-8")
    subprocess.run(["sh", "-e", "-c", blocks("sh")[0]], cwd=root, check=True)
    made.commit("thiết lập")
    return made


def test_git_compares_facts(git: Git) -> None:
    git.edit(
        ("        chu_tri: SYT\n", ""), ("ten: Khám", "chu_tri: 'SYT'\n        ten: Khám"), say="chỉ đổi cách viết"
    )
    assert git("diff", "HEAD~1").stdout == ""
    git.edit(("15/11", "30/11"), say="lùi hạn")
    (shown,) = blocks("diff")
    for text in (git("diff", "HEAD~1").stdout, git("log", "-p", "-1").stdout, git("show").stdout):
        assert shown in text
    git.write("van_ban: [\n")
    assert "+van_ban: [" in git("diff").stdout
    assert "-        han:" in git("diff", "--no-textconv").stdout


def test_git_merges_by_what_plans_say(git: Git) -> None:
    git("checkout", "-q", "-b", "khac")
    git.edit(("[SGDDT]", "[SGDDT, SNV-A]"))
    git("checkout", "-q", "main")
    git.edit(("15/11", "30/11"))
    git("checkout", "-q", "khac")
    git("rebase", "-q", "main")
    assert "[SGDDT, SNV-A]" in git.read()
    assert "30/11" in git.read()


def test_a_name_with_spaces(git: Git) -> None:
    other = git.root / "plans" / "năm 2026" / "kế hoạch 'a'.yaml"
    other.parent.mkdir()
    git.plan.rename(other)
    git.plan = other
    git.commit("đổi tên")
    git("checkout", "-q", "-b", "khac")
    git.edit(("[SGDDT]", "[SGDDT, SNV-A]"))
    git("checkout", "-q", "main")
    git.edit(("15/11", "30/11"))
    git("merge", "-q", "--no-edit", "khac")
    assert "[SGDDT, SNV-A]" in git.read()


def test_the_checks_of_pull_requests(git: Git, tmp_path: Path, run: Run) -> None:
    github, gitlab = (yaml.load(text, Loader=yaml.BaseLoader) for text in blocks("yaml"))
    steps = [step["run"] for step in github["jobs"]["change"]["steps"] if "run" in step]
    script = gitlab["change"]["script"]
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(git.root), str(clone)], check=True)
    inner = Git.__new__(Git)
    inner.root, inner.plan, inner.now = clone, clone / "plans" / "kh.yaml", 50
    inner("checkout", "-q", "-b", "nhanh")
    inner.edit(("15/11", "30/11"))
    summary = tmp_path / "summary.md"
    base = inner("rev-parse", "origin/main").stdout.strip()
    env = os.environ | {
        "BASE": "main",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    for commands in (steps[1:3], script[1:2]):
        (clone / "change.md").unlink(missing_ok=True)
        for command in commands:
            subprocess.run(["sh", "-e", "-c", command], cwd=clone, env=env, check=True)
        assert (clone / "change.md").read_text(encoding="utf-8").startswith("**1 hạn dời.**\n")
    assert summary.read_text(encoding="utf-8").startswith("**1 hạn dời.**\n")
    (check,) = re.findall(r"`(phoihop diff [^`]*--check)`", PAGE)
    assert subprocess.run(["sh", "-c", check], cwd=clone, env=env, capture_output=True).returncode == 1


NO_PLANS = (b"\xff\xfe\x00", b"van_ban: [", b"", b"\x1b[31m", b"a: &x [*x]\n", b"- a\n", b"a: 1\na: 2\n")


@pytest.mark.parametrize("data", NO_PLANS, ids=range(len(NO_PLANS)))
def test_textconv_shows_what_is_no_plan_as_it_stands(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "kh.yaml"
    path.write_bytes(data)
    done = subprocess.run([sys.executable, "-m", "phoihop", "textconv", str(path)], capture_output=True)
    assert (done.returncode, done.stdout) == (0, data)


def test_what_was_recorded_is_told_with_its_task(git: Git) -> None:
    git.edit(
        ("        san_pham: Kế hoạch\n", "        san_pham: Kế hoạch\n        dong_y:\n          - {co_quan: SYT, "
         "ngay: 2026-02-01, ban: aaaaaaaaaa}\n        gia_han:\n          - {han_cu: quý I/2026, ngay: 2026-03-01, "
         "co_quan: SYT}\n"),
        ("van_ban: 1/BC-SYT}", "van_ban: 1/BC-SYT, co_quan: SYT}"),
    )  # fmt: skip
    changed = [line for line in git("diff", "-U0", "HEAD~1").stdout.splitlines() if line[:2] in ("-n", "+n")]
    assert changed == [
        "-nhiem_vu[NV-01].ket_qua: ngay: 2026-02-02; van_ban: 1/BC-SYT",
        "+nhiem_vu[NV-01].ket_qua: ngay: 2026-02-02; van_ban: 1/BC-SYT; co_quan: SYT",
        "+nhiem_vu[NV-02].gia_han: ngay: 2026-03-01; co_quan: SYT; han_cu: quý I/2026",
        "+nhiem_vu[NV-02].dong_y: ngay: 2026-02-01; co_quan: SYT; ban: aaaaaaaaaa",
    ]


def test_textconv_of_a_narrative_with_a_table(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "kh.md"
    head = "---\nphoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp}\n---\n"
    path.write_text(head + "## Nội dung\n\nĐoạn một.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", encoding="utf-8")
    assert run("textconv", str(path)).out.splitlines() == [
        "phoihop: ke-hoach/1",
        "van_ban.loai: KH",
        "van_ban.trich_yeu: Phối hợp",
        "noi_dung[Nội dung]",
        "noi_dung[Nội dung].doan: Đoạn một.",
        "| a | b |",
        "|---|---|",
        "| 1 | 2 |",
    ]


def test_textconv_of_nothing(tmp_path: Path, run: Run) -> None:
    assert run("textconv", str(tmp_path / "none.yaml")).code == 3
