"""What a stranger may send: files that would take minutes, links that lead elsewhere. Each ends soon, with a word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAD = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: X, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}\n"
OFFICES = "phoihop: co-quan/1\nco_quan:\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program, with ten seconds to answer."""
    environment = {**os.environ, "PHOIHOP_LANG": "en", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "phoihop", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", env=environment, timeout=10)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def space(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "co-quan.yaml").write_text(OFFICES + "  - {ma: SYT, ten: Sở Y tế}\n", encoding="utf-8")
    return tmp_path


def test_a_chain_of_thousands_of_anchors(space: Path) -> None:
    tasks = "".join(
        f'  - {{ma: T{n}, ten: V, chu_tri: SYT, han: "sau 1 ngày kể từ ngày họp", moc: T{(n + 1) % 4000}}}\n'
        for n in range(4000)
    )
    (space / "plans" / "a.yaml").write_text(HEAD + "ra_soat:\n" + tasks, encoding="utf-8")
    assert "count from each other" in run(space, "validate").stdout
    assert run(space, "due", "--today", "2026-06-01", "--format", "plain").returncode == 0


def test_twenty_thousand_ignore_comments(space: Path) -> None:
    lines = "".join(f"  - Quyết định số 1/QĐ-A{n}  # phoihop: ignore[citation-type] x\n" for n in range(20_000))
    (space / "plans" / "a.yaml").write_text(HEAD + "can_cu:\n" + lines, encoding="utf-8")
    assert run(space, "validate").returncode == 0


def test_thousands_of_offices_and_hundreds_of_slips(space: Path) -> None:
    offices = "".join(f"  - {{ma: CQ-{n:05}, ten: Cơ quan {n}}}\n" for n in range(5_000))
    (space / "plans" / "co-quan.yaml").write_text(OFFICES + offices, encoding="utf-8")
    reviews = "".join(f"  - {{ma: R{n}, ten: V, chu_tri: CX-{n:05}}}\n" for n in range(500))
    (space / "plans" / "a.yaml").write_text(HEAD + "ra_soat:\n" + reviews, encoding="utf-8")
    assert run(space, "validate").stdout.count("[unknown-office]") == 500


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without an end")
def test_a_document_that_is_a_link_to_a_device(space: Path) -> None:
    (space / "plans" / "a.yaml").write_text(HEAD, encoding="utf-8")
    (space / "build").mkdir()
    (space / "build" / "a.docx").symlink_to("/dev/zero")
    assert run(space, "render", "a").returncode == 3


def test_a_folder_of_plans_that_is_a_link(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.yaml").write_text("mật: x\n", encoding="utf-8")
    (inside / "plans").symlink_to(outside, target_is_directory=True)
    done = run(inside, "validate")
    assert "mật" not in done.stdout + done.stderr
    assert done.returncode == 3


def test_a_path_beside_the_workspace_is_judged_by_its_own(tmp_path: Path, space: Path) -> None:
    other = tmp_path / "khac" / "plans"
    other.mkdir(parents=True)
    (other / "co-quan.yaml").write_text(OFFICES + "  - {ma: SNV, ten: Sở Nội vụ}\n", encoding="utf-8")
    (other / "b.yaml").write_text(HEAD + "ra_soat: [{ma: A, ten: V, chu_tri: SNV}]\n", encoding="utf-8")
    inner = tmp_path / "trong"
    (inner / "plans").mkdir(parents=True)
    assert run(inner, "validate", "../khac/plans/b.yaml").returncode == 0


def test_of_two_plans_of_one_name_the_one_that_is_named_is_printed(space: Path) -> None:
    (space / "plans" / "a.yaml").write_text(HEAD.replace("X", "Thứ nhất"), encoding="utf-8")
    (space / "plans" / "z").mkdir()
    (space / "plans" / "z" / "a.yaml").write_text(HEAD.replace("X", "Thứ hai"), encoding="utf-8")
    assert "Thứ hai" in run(space, "render", "plans/z/a.yaml", "--to", "md", "-o", "-").stdout
    assert "twice" in run(space, "due").stderr


@pytest.mark.parametrize("data", [HEAD.encode(), HEAD.encode("utf-16"), b"\n---\n" + HEAD.encode() + b"---\n"])
def test_a_markdown_plan_that_is_broken_is_told(data: bytes, space: Path) -> None:
    (space / "plans" / "a.md").write_bytes(data)
    for arguments in (("validate",), ("validate", "plans/a.md")):
        assert run(space, *arguments).returncode == 1


def test_a_page_that_is_no_plan_is_left_alone(space: Path) -> None:
    (space / "plans" / "README.md").write_text("# Các kế hoạch\n", encoding="utf-8")
    assert run(space, "validate").returncode == 0


LOOPS = (
    "{% for i in range(90000) %}{{ range(99999)|list|length }}{% endfor %}",
    "{% set r = range(999) %}{% for i in r %}{% for j in r %}{{ 9.5 in r }}{% endfor %}{% endfor %}",
    "{% set s = 'x' %}{% for i in range(30) %}{% set s = s ~ s %}{% endfor %}{{ s }}",
)


@pytest.mark.parametrize("template", LOOPS)
def test_a_template_without_an_end(template: str, space: Path) -> None:
    (space / "plans" / "a.yaml").write_text(HEAD, encoding="utf-8")
    (space / "templates").mkdir()
    (space / "templates" / "ke-hoach.html.j2").write_text(template, encoding="utf-8")
    assert run(space, "render", "a").returncode == 1
