"""Bad input: one clear finding or error each, the right exit code, no traceback, nothing written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Result, Run, plan_text

GOOD = plan_text("ma: A, ten: Việc, chu_tri: SYT, han: ngày 18/11/2026")
LAUGHS = 'a0: &a0 "lol"\n' + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))


def rules(result: Result) -> list[str]:
    return [d["rule"] for d in result.json["diagnostics"]]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "empty-file"),
        (b"\n\n# x\n", "empty-file"),
        (b"\x7fELF\x00\x01", "file-encoding"),
        (bytes(range(256)), "file-encoding"),
        (GOOD.encode("utf-16"), "file-encoding"),
        (GOOD.encode("utf-16-le"), "file-encoding"),
        (GOOD.encode("utf-16-be"), "file-encoding"),
        (GOOD.encode("cp1258", "replace"), "file-encoding"),
        (b"\xef\xbb\xbf" + GOOD.encode(), "byte-order-mark"),
        (b"[" * 10_000, "yaml-depth"),
        (b"a: b: c\n", "syntax"),
        (b"\t\n\tx: 1\n", "syntax"),
        (b"- a\n", "wrong-type"),
        (b"---\n", "wrong-type"),
        (b"phoihop: ke-hoach/2\n", "unknown-schema"),
        (b"a: 1\n", "missing-key"),
    ],
)
def test_bytes_that_are_no_plan_are_one_root_cause(data: bytes, found: str, space: Path, run: Run) -> None:
    """Exit code 1; the first finding says what it is; a copy in Markdown does not fault either."""
    (space / "plans/kh.yaml").write_bytes(data)
    result = run("validate", "--format", "json", "--fail-on", "hint")
    assert result.code == 1
    assert found in rules(result)
    if found not in ("missing-key",):
        assert rules(result) == [found]
    plain = run("validate")
    assert plain.err == ""
    (space / "plans/khac.md").write_bytes(b"---\n" + data + b"\n---\nphoihop:\n")
    assert run("validate").code == 1
    assert run("due").code == 0


@pytest.mark.parametrize("text", [GOOD, GOOD.replace("\n", "\r\n"), GOOD.rstrip("\n"), GOOD + "\n\n\n", "# x\n" + GOOD])
def test_line_endings_are_nobodys_fault(text: str, space: Path, run: Run) -> None:
    """CRLF, no final newline, blank lines at the end are silent."""
    (space / "plans/kh.yaml").write_bytes(text.encode())
    result = run("validate", "--format", "json", "--fail-on", "hint")
    assert (result.code, result.json["diagnostics"]) == (0, [])


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_markdown_plans_are_read_like_others(ending: str, space: Path, run: Run) -> None:
    """Also with CRLF; a byte order mark is a finding as everywhere, not a reason to overlook the plan."""
    text = "---\nphoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: X}\nnoi_nhan: ['Lưu: VT']\n---\n"
    text = (text + "## Mục đích, tổ chức thực hiện\n\nx\n").replace("\n", ending)
    (space / "plans/kh.md").write_bytes(text.encode())
    result = run("validate", "--format", "json", "--fail-on", "hint")
    assert (result.code, result.json["summary"]["files"], rules(result)) == (0, 2, [])
    (space / "plans/kh.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    result = run("validate", "--format", "json", "--fail-on", "hint")
    assert (result.json["summary"]["files"], rules(result)) == (2, ["byte-order-mark"])


def test_a_file_of_50_mb_is_not_read(space: Path, run: Run) -> None:
    """One finding, at once."""
    with (space / "plans/kh.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    result = run("validate", "--format", "json")
    assert (result.code, rules(result)) == (1, ["file-size"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GOOD + LAUGHS, "yaml-alias"),
        (GOOD.replace("ten: Việc", "ten: !!python/object/apply:os.system [touch bi-hack]"), "yaml-tag"),
        (GOOD.replace("chu_tri: SYT,", "chu_tri: *x,"), "yaml-alias"),
        (GOOD.replace("ten: Việc", 'ten: "\\e[31mđỏ"'), "control-character"),
        (GOOD.replace("ma: A", 'ma: "\\e[31mA"'), "control-character"),
        (GOOD.replace("noi_dung:", '"\\e[31m": 1\nnoi_dung:'), "control-character"),
        (GOOD.replace("ten: Việc", "ten: Vi\x1b[31mệc"), "control-character"),
    ],
)
def test_hostile_yaml_is_told_and_never_obeyed(text: str, found: str, space: Path, run: Run) -> None:
    """Nothing is built, nothing is run, nothing raw reaches the terminal."""
    (space / "plans/kh.yaml").write_text(text, encoding="utf-8")
    result = run("validate", "--format", "json")
    assert result.code == 1
    assert found in rules(result)
    for command in (
        ("validate",),
        ("due", "--today", "2026-11-17"),
        ("due", "--today", "2026-11-17", "--format", "table"),
    ):
        told = run(*command)
        assert "\x1b" not in told.out + told.err
    assert not (space / "bi-hack").exists()


# ------------------------------------------------------------------ what a folder can hold


def _folder(path: Path) -> None:
    path.mkdir()


def _dangling(path: Path) -> None:
    path.symlink_to("khong-co.yaml")


def _circle(path: Path) -> None:
    other = path.with_name("vong.yaml")
    other.symlink_to(path.name)
    path.symlink_to(other.name)


def _self(path: Path) -> None:
    path.symlink_to(path.name)


def _out(path: Path) -> None:
    outside = path.parents[2] / f"{path.parents[1].name}-ngoai.yaml"
    outside.write_text(GOOD, encoding="utf-8")
    path.symlink_to(outside)


def _system(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [_folder, _dangling, _circle, _self, _out, _system, _fifo, _device])
@pytest.mark.parametrize("command", ["validate", "due"])
def test_what_is_no_file_is_told_and_the_rest_is_read(
    make: Callable[[Path], None], command: str, space: Path, run: Run
) -> None:
    """Exit code 3, one line of standard error a file; nothing outside is read; a fifo does not make it wait."""
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    make(space / "plans/x.yaml")
    options = ("--format", "json", *(("--today", "2026-11-17") if command == "due" else ()))
    result = run(command, *options)
    assert result.code == 3
    assert "plans/x.yaml" in result.err
    assert result.err.count("\n") == (2 if make is _circle else 1)
    if command == "due":
        assert [item["id"] for item in result.json["items"]] == ["A"]
    else:
        assert result.json["diagnostics"] == []
    assert "root:" not in result.out + result.err


@pytest.mark.parametrize("make", [_dangling, _circle, _self, _out, _fifo])
def test_named_on_the_command_line_it_is_told_too(make: Callable[[Path], None], space: Path, run: Run) -> None:
    """Exit code 3."""
    make(space / "plans/x.yaml")
    assert run("validate", "plans/x.yaml").code == 3


def test_a_link_inside_the_workspace_is_followed_once(space: Path, run: Run) -> None:
    """The same file under two names is one file."""
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    (space / "plans/lien-ket.yaml").symlink_to("kh.yaml")
    result = run("validate", "--format", "json")
    assert (result.code, result.json["summary"]["files"]) == (0, 2)


def test_a_linked_folder_is_not_entered(space: Path, run: Run) -> None:
    """Nor can folders that link to each other make it run in circles."""
    (space / "plans/vong").symlink_to(space / "plans")
    (space / "plans/ngoai").symlink_to("/etc")
    result = run("validate", "--format", "json")
    assert (result.code, result.json["summary"]["files"], result.err) == (0, 1, "")


def test_a_file_without_permission_is_told(space: Path, run: Run) -> None:
    """Exit code 3; the others are read."""
    path = space / "plans/kh.yaml"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    result = run("validate")
    assert result.code == 3
    assert "plans/kh.yaml" in result.err


@pytest.mark.parametrize("name", [b"do\x1b[31m.yaml", b"l\xff\xfei.yaml", b"a\nb.yaml", b"a\r.yaml", "‮x.yaml".encode()])
@pytest.mark.parametrize("text", [GOOD, "a: b: c\n", GOOD.replace("chu_tri: SYT,", "chu_tri: SYTT,")])
def test_a_file_name_cannot_move_the_cursor(name: bytes, text: str, space: Path, run: Run) -> None:
    """Escape sequences, line breaks, turned text and bytes that are no UTF-8 do not reach the terminal."""
    path = os.fsencode(space / "plans") + b"/" + name
    try:
        with open(path, "wb") as file:
            file.write(text.encode())
    except OSError:
        pytest.skip("this file system has no such names")
    for command in (("validate",), ("due", "--today", "2026-11-17"), ("validate", os.fsdecode(path))):
        result = run(*command)
        told = result.out + result.err
        assert not any(bad in told for bad in "\x1b\r\u202e")
        assert b"\xff" not in told.encode("utf-8", "surrogateescape")
        assert "a\nb" not in told
    assert run("validate", "--format", "json").code in (0, 1)


def test_a_workspace_whose_folder_is_gone_is_no_fault(space: Path, run: Run) -> None:
    """The working folder was deleted in the meantime: the environment's fault, exit code 3 (or 2)."""
    gone = space / "gone"
    gone.mkdir()
    os.chdir(gone)
    try:
        shutil.rmtree(gone)
        assert run("validate").code in (2, 3)
    finally:
        os.chdir(space)


def test_an_empty_folder_of_plans_is_clean(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing to read is nothing wrong."""
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("validate").code == 0
    assert run("due").code == 0


@pytest.mark.parametrize("stem", ["co-quan", "lich", "phoihop"])
@pytest.mark.parametrize("data", [b"", b"a: b: c\n", b"\xff\xfe", b"- x\n", b"phoihop: co-quan/1\nco_quan: 5\n"])
def test_a_broken_shared_file_is_one_root_cause(stem: str, data: bytes, space: Path, run: Run) -> None:
    """It is told once; the plans do not get findings that are only its consequence, and are still due."""
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    (space / f"plans/{stem}.yaml").write_bytes(data)
    result = run("validate", "--format", "json")
    assert result.code == 1
    paths = {d["path"] for d in result.json["diagnostics"] if d["rule"] != "duplicate-id"}
    assert f"plans/{stem}.yaml" in paths
    if not data.startswith(b"phoihop"):
        assert paths == {f"plans/{stem}.yaml"}
    assert [item["id"] for item in run("due", "--today", "2026-11-17", "--format", "json").json["items"]] == ["A"]


@pytest.mark.parametrize(
    "lich",
    [
        "nam: [{nam: 2026}]",
        "nam: [{nam: 2026, trang_thai: x}]",
        "nam: [{nam: 0, trang_thai: du-kien}]",
        "nam: 5",
        "nam: [5]",
    ],
)
def test_an_incomplete_calendar_is_no_fault(lich: str, space: Path, run: Run) -> None:
    """A year without its state, or that is no year."""
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    (space / "plans/lich.yaml").write_text(f"phoihop: lich/1\n{lich}\n", encoding="utf-8")
    assert run("validate").code in (0, 1)
    assert run("due", "--today", "2026-11-17").code == 0


# ------------------------------------------------------------------ render


def test_render_writes_the_document_and_says_where(space: Path, run: Run) -> None:
    """build/PLAN.docx unless told otherwise; by id or by file; again over its own file."""
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    for plan in ("kh", "plans/kh.yaml", "kh"):
        result = run("render", plan)
        assert (result.code, result.out, result.err) == (0, "build/kh.docx\n", "")
    assert run("render", "kh", "--to", "html,md").out == "build/kh.html\nbuild/kh.md\n"
    assert run("render", "kh", "-o", "ra/x.html").out == "ra/x.html\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("khong-co",), "khong-co"),
        (("plans/khong-co.yaml",), "khong-co.yaml"),
        (("kh", "--as", "ke-hoac"), "ke-hoach"),
        (("kh", "--as", "../../etc/passwd"), "template"),
        (("kh", "--as", "_van-ban"), "template"),
        (("kh", "--to", "doc"), "doc"),
        (("kh", "--to", ""), ""),
        (("kh", "--to", "docx,md", "-o", "x.docx"), "-o"),
        (("co-quan",), "co-quan"),
        (("plans/co-quan.yaml",), "co-quan"),
        (("plans",), "plans"),
        ((), "name a plan"),
    ],
)
def test_render_called_wrongly_writes_nothing(arguments: tuple[str, ...], said: str, space: Path, run: Run) -> None:
    """Exit code 2 with what is meant; no template leads out of its folder."""
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    result = run("render", *arguments)
    if arguments == ("kh", "--to", ""):
        assert result.code == 0
        return
    assert result.code == 2
    assert said in result.err
    assert not (space / "build").exists()


@pytest.mark.parametrize("data", [b"a: b: c\n", b"", b"\xff\xfe", b"- a\n"])
@pytest.mark.parametrize("name", ["hong", "plans/hong.yaml"])
def test_render_of_a_plan_that_cannot_be_read_shows_why(data: bytes, name: str, space: Path, run: Run) -> None:
    """Exit code 1, its findings, no document."""
    (space / "plans/hong.yaml").write_bytes(data)
    result = run("render", name)
    assert result.code == 1
    assert "plans/hong.yaml:1" in result.err
    assert not (space / "build").exists()


def test_render_of_a_plan_with_errors_warns(space: Path, run: Run) -> None:
    """What could be read is printed; that something could not is said."""
    (space / "plans/kh.yaml").write_text(GOOD.replace("ten: Việc", "tên: Việc"), encoding="utf-8")
    result = run("render", "kh", "--to", "md")
    assert (result.code, result.out) == (0, "build/kh.md\n")
    assert "plans/kh.yaml" in result.err


@pytest.mark.parametrize(
    ("name", "data"), [("x.docx", b"PK\x03\x04 cua toi"), ("x.html", b"<p>"), ("x.md", b""), ("x.md", b"# A\n")]
)
def test_a_file_of_somebody_else_is_not_overwritten(name: str, data: bytes, space: Path, run: Run) -> None:
    """Exit code 3 and the file as it was; --force overwrites it."""
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    target = space / name
    target.write_bytes(data)
    result = run("render", "kh", "-o", name)
    assert result.code == 3
    assert name in result.err
    assert "--force" in result.err
    assert target.read_bytes() == data
    assert run("render", "kh", "-o", name, "--force").code == 0
    assert target.read_bytes() != data


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_document_that_was_changed_since_is_not_overwritten(form: str, space: Path, run: Run) -> None:
    """Somebody worked on it."""
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    assert run("render", "kh", "--to", form).code == 0
    target = space / f"build/kh.{form}"
    assert run("render", "kh", "--to", form).code == 0
    target.write_bytes(b"x" + target.read_bytes())
    assert run("render", "kh", "--to", form).code == 3


@pytest.mark.parametrize("extra", [(), ("--force",)])
def test_a_folder_is_no_target(extra: tuple[str, ...], space: Path, run: Run) -> None:
    """Exit code 3, and nothing is left behind."""
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    (space / "ra.md").mkdir()
    (space / "ra.md/cua-toi.txt").write_text("x")
    assert run("render", "kh", "-o", "ra.md", *extra).code == 3
    assert sorted(path.name for path in space.iterdir()) == ["plans", "ra.md"]


def test_a_build_folder_that_leads_out_is_not_followed(
    space: Path, tmp_path_factory: pytest.TempPathFactory, run: Run
) -> None:
    """A link in a repository of somebody else does not let it write elsewhere."""
    outside = tmp_path_factory.mktemp("ngoai")
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    (space / "build").symlink_to(outside)
    assert run("render", "kh").code == 3
    assert list(outside.iterdir()) == []


def test_a_title_with_a_control_character_can_be_rendered(space: Path, run: Run) -> None:
    """An escape in a quoted text is told by validate and breaks no document."""
    (space / "plans/kh.yaml").write_text(GOOD.replace("ten: Việc", 'ten: "Vi\\x00\\x1bệc \\ufffe"'), encoding="utf-8")
    for form in ("docx", "html", "md"):
        assert run("render", "kh", "--to", form).code == 0
