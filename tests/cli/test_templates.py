"""A workspace's own templates: they win, they cannot lead out, and what is wrong in them is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run, plan_text

OWN = '{% extends "_van-ban.html.j2" %}\n{% block dau %}<p class="than">ĐẦU RIÊNG</p>{% endblock %}\n'


@pytest.fixture
def templates(space: Path) -> Path:
    (space / "plans" / "kh.yaml").write_text(plan_text("ma: A, ten: Việc, chu_tri: SYT"), encoding="utf-8")
    folder = space / "templates"
    folder.mkdir()
    return folder


def test_the_workspaces_template_wins_and_may_use_the_shipped_ones(templates: Path, run: Run) -> None:
    (templates / "ke-hoach.html.j2").write_text(OWN, encoding="utf-8")
    assert run("render", "kh", "--to", "md").code == 0
    assert "ĐẦU RIÊNG" in (templates.parent / "build" / "kh.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<section>\n{{ van_ban.nmae }}\n</section>", "templates/ke-hoach.html.j2:2: "),
        ("{% if %}", "templates/ke-hoach.html.j2:1: "),
        ("\n{% include 'khong-co.html.j2' %}", "templates/ke-hoach.html.j2:2: "),
        ("{% include '../plans/kh.yaml' %}", "templates/ke-hoach.html.j2:1: "),
        ("{% include '/etc/passwd' %}", "templates/ke-hoach.html.j2:1: "),
        ("{{ ''.__class__.__mro__ }}", "templates/ke-hoach.html.j2:1: "),
        ("{% for a in range(10**9) %}x{% endfor %}", "templates/ke-hoach.html.j2:1: "),
        ('<section class="dung"><center>x</center></section>', "templates/ke-hoach.html.j2, line 1 of the HTML"),
    ],
)
def test_what_is_wrong_in_a_template_is_told_at_its_place(text: str, said: str, templates: Path, run: Run) -> None:
    (templates / "ke-hoach.html.j2").write_text(text, encoding="utf-8")
    done = run("render", "kh")
    assert done.code == 1
    assert said in done.err
    assert done.err.count("\n") == 1
    assert not (templates.parent / "build").exists()


def test_a_folder_of_templates_that_leads_out_is_not_read(
    space: Path, tmp_path_factory: pytest.TempPathFactory, run: Run
) -> None:
    (space / "plans" / "kh.yaml").write_text(plan_text("ma: A, ten: Việc, chu_tri: SYT"), encoding="utf-8")
    outside = tmp_path_factory.mktemp("outside")
    (outside / "ke-hoach.html.j2").write_text(OWN, encoding="utf-8")
    (space / "templates").symlink_to(outside, target_is_directory=True)
    assert run("render", "kh", "--to", "md").code == 0
    assert "ĐẦU RIÊNG" not in (space / "build" / "kh.md").read_text(encoding="utf-8")


def test_a_broken_style_table_is_told(templates: Path, run: Run) -> None:
    (templates / "dinh_dang.yaml").write_text("chung: {phong_chu: [}", encoding="utf-8")
    done = run("render", "kh")
    assert (done.code, "templates/dinh_dang.yaml:1:" in done.err) == (1, True)
