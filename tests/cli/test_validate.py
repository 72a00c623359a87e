"""`phoihop validate`: which workspace, which files, which exit code, which form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run, plan_text

GOOD = plan_text("ma: A, ten: Việc, chu_tri: SYT, han: ngày 18/11/2026")
WRONG = GOOD.replace("chu_tri: SYT,", "chu_tri: SYTT,")  # unknown-office, an error
SUMMARY = {"files", "errors", "warnings", "hints", "ignored"}
DIAGNOSTIC = {
    "rule",
    "severity",
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "message",
    "help",
    "related",
}
RELATED = {"path", "line", "column", "end_line", "end_column", "message"}


def write(space: Path, name: str, text: str) -> None:
    path = space / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("folder", [".", "plans", "plans/2026", "tai-lieu/sau/nua"])
def test_the_workspace_is_found_from_any_folder_inside(
    folder: str, space: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths are shown as one would type them from there."""
    write(space, "plans/kh.yaml", WRONG)
    (space / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(space / folder)
    form = run("validate", "--format", "json").json
    assert form["summary"]["files"] == 2
    (found,) = form["diagnostics"]
    assert (space / folder / found["path"]).resolve() == (space / "plans/kh.yaml").resolve()
    assert "\\" not in found["path"]


def test_outside_of_any_workspace_is_wrong_usage(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said in one line; a file named plans is no workspace."""
    (tmp_path / "plans").write_text("x")
    monkeypatch.chdir(tmp_path)
    for command in ("validate", "due"):
        result = run(command)
        assert (result.code, result.out) == (2, "")
        assert result.err.count("\n") == 1
        assert "plans" in result.err


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        ((), {"plans/kh.yaml", "plans/2026/b.yaml", "plans/co-quan.yaml"}),
        ((".",), {"plans/kh.yaml", "plans/2026/b.yaml", "plans/co-quan.yaml"}),
        (("plans",), {"plans/kh.yaml", "plans/2026/b.yaml", "plans/co-quan.yaml"}),
        (("plans/2026",), {"plans/2026/b.yaml"}),
        (("plans/kh.yaml",), {"plans/kh.yaml"}),
        (("plans/kh.yaml", "plans/kh.yaml"), {"plans/kh.yaml"}),
        (("plans/kh.yaml", "plans/2026"), {"plans/kh.yaml", "plans/2026/b.yaml"}),
        (("nhap/c.yaml",), {"nhap/c.yaml"}),
    ],
)
def test_paths_select_what_is_reported(paths: tuple[str, ...], files: set[str], space: Path, run: Run) -> None:
    """The whole workspace is read for what they refer to; only theirs is told. Each file counts once."""
    for name in ("plans/kh.yaml", "plans/2026/b.yaml", "nhap/c.yaml"):
        write(space, name, WRONG)
    form = run("validate", *paths, "--format", "json").json
    assert form["summary"]["files"] == len(files)
    assert {d["path"] for d in form["diagnostics"]} == files - {"plans/co-quan.yaml"}


def test_a_file_outside_of_any_workspace_is_read_with_its_neighbours(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Offices that stand beside it are known; without them, one finding says that they cannot be checked."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "a.yaml", GOOD)
    found = run("validate", "a.yaml", "--format", "json").json["diagnostics"]
    assert [d["rule"] for d in found] == ["unknown-office"]
    assert "co-quan.yaml" in found[0]["message"]
    write(tmp_path, "co-quan.yaml", "phoihop: co-quan/1\nco_quan: [{ma: SYT, ten: Sở Y tế}]\n")
    found = run("validate", "a.yaml", "--format", "json").json["diagnostics"]
    assert [d["rule"] for d in found] == ["unknown-office"]
    assert "SGDDT" in found[0]["message"]
    write(tmp_path, "co-quan.yaml", "phoihop: co-quan/1\nco_quan: [{ma: SYT, ten: A}, {ma: SGDDT, ten: B}]\n")
    assert run("validate", "a.yaml").code == 0


@pytest.mark.parametrize("path", ["khong-co.yaml", "plans/khong-co", "../khong-co", ""])
def test_a_path_that_is_not_there_is_wrong_usage(path: str, space: Path, run: Run) -> None:
    """Exit code 2; an empty path is the working folder."""
    result = run("validate", path)
    assert result.code == (2 if path else 0)


def test_hidden_and_other_files_are_left_alone(space: Path, run: Run) -> None:
    """Editors' swap files, git's folder, pages that are no plans."""
    for name in ("plans/.kh.yaml", "plans/.git/x.yaml", "plans/kh.yaml~", "plans/kh.txt", "plans/README.md", "x.yaml"):
        write(space, name, "a: b: c\n")
    form = run("validate", "--format", "json").json
    assert (form["summary"]["files"], form["diagnostics"]) == (1, [])


@pytest.mark.parametrize("ending", ["yaml", "yml"])
def test_both_endings_are_read(ending: str, space: Path, run: Run) -> None:
    """.yaml and .yml."""
    write(space, f"plans/kh.{ending}", WRONG)
    assert run("validate").code == 1


# ------------------------------------------------------------------ the form


def test_json_has_exactly_the_promised_keys(space: Path, run: Run) -> None:
    """Version 1 of the form, with findings, with related places."""
    write(space, "plans/kh.yaml", WRONG.replace("    nhiem_vu:\n", "    muc: Lại\n    nhiem_vu:\n"))
    result = run("validate", "--format", "json")
    form = result.json
    assert form.keys() == {"version", "diagnostics", "summary"}
    assert form["version"] == 1
    assert form["summary"].keys() == SUMMARY
    assert form["summary"] == {"files": 2, "errors": 2, "warnings": 0, "hints": 0, "ignored": 0}
    assert [d["rule"] for d in form["diagnostics"]] == ["duplicate-key", "unknown-office"]
    for diagnostic in form["diagnostics"]:
        assert diagnostic.keys() == DIAGNOSTIC
        assert diagnostic["severity"] == "error"
    twice, office = form["diagnostics"]
    assert [related.keys() for related in twice["related"]] == [RELATED]
    assert (twice["line"], twice["column"], twice["related"][0]["line"]) == (8, 5, 7)
    assert (office["line"], office["column"], office["end_line"], office["end_column"]) == (10, 37, 10, 41)
    assert office["path"] == "plans/kh.yaml"
    assert "SYTT" in office["message"]
    assert "SYT" in office["help"]


def test_json_without_findings_is_whole(space: Path, run: Run) -> None:
    """Empty lists, zero counts, exit code 0, letters as they are."""
    write(space, "plans/kh.yaml", GOOD)
    result = run("validate", "--format", "json")
    assert result.code == 0
    assert result.json == {
        "version": 1,
        "diagnostics": [],
        "summary": {"files": 2, "errors": 0, "warnings": 0, "hints": 0, "ignored": 0},
    }


def test_plain_begins_with_the_place_and_shows_the_line(space: Path, run: Run) -> None:
    """path:line:column: severity[rule] message; the line with a caret under what is flagged."""
    write(space, "plans/kh.yaml", WRONG)
    first, line, caret, *_rest = run("validate").out.splitlines()
    assert first.startswith("plans/kh.yaml:9:37: error[unknown-office] ")
    assert line.startswith("  9 | ")
    assert caret.index("^") == line.index("SYTT")
    assert caret.count("^") == 4


def test_plain_ends_with_a_summary(space: Path, run: Run) -> None:
    """Also when nothing was found."""
    assert run("validate").out == "1 file, 0 errors, 0 warnings, 0 hints\n"


def test_findings_are_in_order_of_place(space: Path, run: Run) -> None:
    """By path, line, column: two runs give the same text."""
    for name in ("b", "a", "c"):
        write(space, f"plans/{name}.yaml", WRONG.replace("ma: A,", "ma: a,"))
    form = run("validate", "--format", "json")
    places = [(d["path"], d["line"], d["column"]) for d in form.json["diagnostics"]]
    assert places == sorted(places)
    assert len(places) >= 6
    assert run("validate", "--format", "json").out == form.out


# ------------------------------------------------------------------ exit codes

ERROR = WRONG
WARNING = GOOD.replace("noi_dung:", "can_cu:\n  - Kế hoạch số 34/2014/QĐ-TTg ngày 30/4/2014\nnoi_dung:")
HINT = GOOD.replace("han: ngày 18/11/2026", "han: định kỳ hằng quý")


@pytest.mark.parametrize(
    ("text", "severity"),
    [(ERROR, "error"), (WARNING, "warning"), (HINT, "hint"), (GOOD, "")],
    ids=["e", "w", "h", "good"],
)
@pytest.mark.parametrize("fail_on", ["", "error", "warning", "hint"])
def test_the_exit_code_follows_fail_on(text: str, severity: str, fail_on: str, space: Path, run: Run) -> None:
    """1 when a finding is as bad as --fail-on says or worse; `error` unless told otherwise."""
    write(space, "plans/kh.yaml", text)
    result = run("validate", *(("--fail-on", fail_on) if fail_on else ()), "--format", "json")
    assert [d["severity"] for d in result.json["diagnostics"]] == ([severity] if severity else [])
    ranks = ["error", "warning", "hint"]
    fails = bool(severity) and ranks.index(severity) <= ranks.index(fail_on or "error")
    assert result.code == int(fails)


@pytest.mark.parametrize("arguments", [("--fail-on", "never"), ("--format", "xml"), ("--khong-co",), ("--fail-on",)])
def test_wrong_options_are_wrong_usage(arguments: tuple[str, ...], space: Path, run: Run) -> None:
    """Exit code 2."""
    result = run("validate", *arguments)
    assert (result.code, result.out) == (2, "")


def test_nothing_is_written(space: Path, run: Run) -> None:
    """Reading commands leave every file and folder as it was."""
    write(space, "plans/kh.yaml", WRONG)

    def state() -> list[tuple[str, int]]:
        return sorted((str(path), path.stat().st_mtime_ns) for path in space.rglob("*"))

    before = state()
    for arguments in (("validate",), ("due",), ("rules",), ("schema",)):
        run(*arguments)
    assert state() == before


# ------------------------------------------------------------------ rules, schema, settings


def test_rules_lists_every_rule_and_prints_each_page(space: Path, run: Run) -> None:
    """One line a rule; a page for each; an unknown one names the nearest."""
    listed = [line.split()[0] for line in run("rules").out.splitlines() if line.startswith("  ")]
    assert len(listed) == len(set(listed)) >= 60
    for rule in listed:
        assert run("rules", rule).out.startswith(rule)
    result = run("rules", "unknwon-key")
    assert result.code == 2
    assert "unknown-key" in result.err


@pytest.mark.parametrize("kind", ["ke-hoach", "co-quan", "lich", "can-cu", "cau-hinh"])
def test_schema_prints_json(kind: str, space: Path, run: Run) -> None:
    """Of every kind of file."""
    assert json.loads(run("schema", kind).out)["title"] == f"{kind}/1"


def test_schema_of_another_kind_is_wrong_usage(space: Path, run: Run) -> None:
    """Exit code 2."""
    assert run("schema", "khac").code == 2


@pytest.mark.parametrize(("language", "word"), [("en", "0 errors"), ("vi", "lỗi")])
def test_the_workspace_sets_the_language(
    language: str, word: str, space: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the environment says nothing; PHOIHOP_LANG wins."""
    monkeypatch.delenv("PHOIHOP_LANG")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    write(space, "plans/phoihop.yaml", f"phoihop: cau-hinh/1\nngon_ngu: {language}\n")
    assert word in run("validate").out
    monkeypatch.setenv("PHOIHOP_LANG", "en")
    assert "0 errors" in run("validate").out
