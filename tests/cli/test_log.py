"""`phoihop log`: a task's history through real repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from .conftest import Run
from .repository import Git


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    monkeypatch.chdir(tmp_path)
    return Git(tmp_path)


def changes(run: Run, task: str = "NV-01") -> list[tuple[str, list[str]]]:
    """Each entry's subject and what it changed, newest first."""
    view = run("log", task, "--format", "json").json
    assert view["version"] == 1
    return [
        (entry["subject"], [f"{one['field'] or one['kind']}: {one['old']} -> {one['new']}" for one in entry["changes"]])
        for entry in view["entries"]
    ]


BEGUN = ("đầu năm", ["added:  -> Khám sức khỏe đầu năm học (chủ trì: SYT; thời hạn: trước ngày 15/11/2026)"])


def test_who_changed_what_when_newest_first(git: Git, run: Run) -> None:
    git.edit(("15/11", "30/11"), say="lùi hạn")
    git.edit(("ma: NV-02", "ma: NV-22"), say="việc khác")
    git.edit(("chu_tri: SYT", "chu_tri: SGDDT"), ("phoi_hop: [SGDDT]", "phoi_hop: [SYT]"), say="đổi chủ trì")
    git.write(git.read().replace("Khám sức", "Tái khám sức"))
    assert changes(run) == [
        ("", ["ten: Khám sức khỏe đầu năm học -> Tái khám sức khỏe đầu năm học"]),
        ("đổi chủ trì", ["chu_tri: SYT -> SGDDT", "phoi_hop: SGDDT -> SYT"]),
        ("lùi hạn", ["han: trước ngày 15/11/2026 -> trước ngày 30/11/2026"]),
        BEGUN,
    ]
    shown = run("log", "NV-01").out.splitlines()
    assert shown[0] == "kh/NV-01: Tái khám sức khỏe đầu năm học"
    assert shown[1] == "not committed yet"
    assert shown[3].startswith("05/01/2026 ")
    assert shown[3].endswith("Văn thư: đổi chủ trì")


def test_a_file_and_an_id_under_other_names(git: Git, run: Run) -> None:
    git.edit(("15/11", "30/11"), say="lùi hạn")
    git("mv", "plans/kh.yaml", "plans/ke-hoach-y-te.yaml")
    git.plan = git.root / "plans" / "ke-hoach-y-te.yaml"
    git.commit("đổi tên tệp")
    git.edit(("ma: NV-01", "ma: KS-01"), say="đổi mã")
    assert changes(run, "ke-hoach-y-te/KS-01") == [
        ("đổi mã", ["ma: NV-01 -> KS-01"]),
        ("lùi hạn", ["han: trước ngày 15/11/2026 -> trước ngày 30/11/2026"]),
        BEGUN,
    ]


def test_results_and_a_state_that_cannot_be_read(git: Git, run: Run) -> None:
    good = git.read()
    git.write("van_ban: [\n")
    git.commit("hỏng")
    git.write(good.replace("1/BC-SYT}", "1/BC-SYT}\n          - {ngay: 2026-03-03}"))
    git.commit("sửa lại, ghi kết quả")
    assert changes(run) == [("sửa lại, ghi kết quả", ["ket_qua:  -> 03/3/2026"]), BEGUN]
    assert "could not be read at 1 commit" in run("log", "NV-01").out


def test_a_merge_is_no_second_author(git: Git, run: Run) -> None:
    git("checkout", "-q", "-b", "b")
    git.edit(("15/11", "30/11"), say="lùi hạn")
    git("checkout", "-q", "main")
    git.edit(("UBND thành phố", "UBND TP"), say="nơi nhận")
    git("merge", "-q", "--no-edit", "b")
    assert changes(run) == [("lùi hạn", ["han: trước ngày 15/11/2026 -> trước ngày 30/11/2026"]), BEGUN]


def test_a_conflict_that_was_solved_in_the_merge(git: Git, run: Run) -> None:
    git("checkout", "-q", "-b", "b")
    git.edit(("15/11", "30/11"), say="b")
    git("checkout", "-q", "main")
    git.edit(("15/11", "20/11"), say="a")
    assert git("merge", "b", check=False).returncode == 1
    git.write(
        git.read().split("<<<<<<<")[0] + '        han: "trước ngày 25/11/2026"\n' + git.read().split(">>>>>>> b\n")[1]
    )
    git.commit("hòa giải")
    found = changes(run)
    assert found[0][0] == "hòa giải"
    assert found[0][1][0].endswith("-> trước ngày 25/11/2026")
    assert sorted(subject for subject, _changed in found[1:]) == ["a", "b", "đầu năm"]


def test_a_shallow_clone_says_where_it_ends(git: Git, run: Run, tmp_path: Path) -> None:
    git.edit(("15/11", "30/11"), say="lùi hạn")
    git.edit(("30/11", "20/11"), say="tiến hạn")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "2", git.root.as_uri(), str(clone)], check=True)
    os.chdir(clone)
    found = run("log", "NV-01")
    assert (found.code, "shallow clone" in found.out) == (0, True)
    entries = run("log", "NV-01", "--format", "json").json["entries"]
    assert [(one["subject"], one["author"]) for one in entries] == [("tiến hạn", "Văn thư"), ("", "")]


def test_a_plan_that_git_does_not_know(git: Git, run: Run) -> None:
    (git.root / "plans" / "moi.yaml").write_bytes(git.read().replace("NV-0", "M-0").encode())
    assert changes(run, "M-01")[0][0] == ""
    assert run("log", "X-01").code == 2


def test_a_long_line_is_wrapped_for_a_terminal() -> None:
    from phoihop.change.records import Item, Kind, What
    from phoihop.output.history import lines
    from phoihop.views.history import Entry, History

    item = Item(Kind.CHANGED, What.TASK, "NV-01", "", "ten", "chữ " * 30, "lời " * 30)
    view = History("kh", "NV-01", "chữ " * 30, (Entry("", None, "", "", "", "NV-01", (item,)),), (), False)
    assert max(map(len, lines(view, 80))) <= 80
    assert max(map(len, lines(view))) > 200


def test_no_repository_is_told(space: Path, run: Run) -> None:
    (space / "plans" / "kh.yaml").write_text(
        "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: X}\nnoi_dung: [{muc: A, nhiem_vu: [{ma: A-1, ten: X}]}]\n",
        encoding="utf-8",
    )
    assert run("log", "A-1").code == 3
