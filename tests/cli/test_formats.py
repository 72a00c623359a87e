"""Where findings are read: GitHub, GitLab, SARIF, JUnit; which are told; standard input; saving."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from phoihop.lint import FAMILIES
from phoihop.rules import every_rule

from .conftest import Run, plan_text

ROOT = Path(__file__).parents[2]
GOOD = plan_text("ma: A, ten: Việc, chu_tri: SYT, han: ngày 18/11/2026")
WRONG = plan_text(
    "ma: A, ten: 'Việc, 100%: họp', chu_tri: SYTT, han: ngày 18/11/2026",
    "ma: A, ten: Lại, chu_tri: SYT, han: ngày 31/11/2026",
    "ma: B, ten: Việc ngày 5/6/2026, chu_tri: SYT, han: định kỳ hằng quý",
)


@pytest.fixture
def wrong(space: Path) -> Path:
    (space / "plans" / "kh.yaml").write_text(WRONG, encoding="utf-8")
    return space


def found(run: Run, *arguments: str) -> list[dict[str, Any]]:
    diagnostics: list[dict[str, Any]] = run("validate", "--format", "json", *arguments).json["diagnostics"]
    return diagnostics


def test_github_has_an_annotation_a_finding_and_a_summary_page(
    wrong: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(wrong / "summary.md"))
    result = run("validate", "--format", "github")
    lines = result.out.splitlines()
    assert result.code == 1
    assert len(lines) == len(found(run)) + 1
    assert {line.split(" ")[0] for line in lines[:-1]} == {"::error", "::warning", "::notice"}
    assert lines[0].startswith("::error file=plans/kh.yaml,line=9,endLine=9,col=")
    assert all("\r" not in line and line.count("::") >= 2 for line in lines[:-1])
    assert lines[-1].startswith("2 files, ")
    page = (wrong / "summary.md").read_text(encoding="utf-8")
    assert page.count("\n| `plans/kh.yaml") == len(found(run)), "every finding, not only the first ten"


def test_github_escapes_what_its_commands_mean(space: Path, run: Run) -> None:
    text = GOOD.replace("chu_tri: SYT", 'chu_tri: "x%0A::error::y"')
    (space / "plans" / "kh,1.yaml").write_text(text, encoding="utf-8")
    lines = run("validate", "--format", "github").out.splitlines()
    assert "file=plans/kh%2C1.yaml" in lines[0]
    assert "x%250A" in lines[0]
    assert len([line for line in lines if line.startswith("::")]) == len(lines) - 1


def test_gitlab_gives_what_a_merge_request_needs(wrong: Path, run: Run) -> None:
    report = json.loads(run("validate", "--format", "gitlab").out)
    assert len(report) == len(found(run))
    for entry in report:
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] > 0
    assert len({entry["fingerprint"] for entry in report}) == len(report)
    (wrong / "plans" / "kh.yaml").write_text("# một dòng mới\n" + WRONG, encoding="utf-8")
    moved = json.loads(run("validate", "--format", "gitlab").out)
    assert [entry["fingerprint"] for entry in moved] == [entry["fingerprint"] for entry in report]


def test_sarif_is_valid_by_its_schema(wrong: Path, run: Run) -> None:
    log = json.loads(run("validate", "--format", "sarif").out)
    schema = json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    (one,) = log["runs"]
    assert len(one["results"]) == len(found(run))
    rules = one["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in one["results"])
    twice = next(result for result in one["results"] if result["ruleId"] == "duplicate-id")
    assert twice["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 9


def test_junit_is_a_case_a_file(wrong: Path, run: Run) -> None:
    (wrong / "plans" / "tot.yaml").write_text(GOOD.replace("ma: A", "ma: C"), encoding="utf-8")
    suite = ElementTree.fromstring(run("validate", "--format", "junit").out)
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")
    cases = {case.get("name"): case for case in suite}
    failure = cases["plans/kh.yaml"].find("failure")
    assert failure is not None
    assert failure.text is not None
    assert failure.text.count("\n") == len(found(run)) - 1
    assert list(cases["plans/tot.yaml"]) == []


def test_junit_names_what_makes_the_file_fail(space: Path, run: Run) -> None:
    """Not a hint that stands before it."""
    text = WRONG.replace("Mục đích, nhiệm vụ", "Nhiệm vụ")
    (space / "plans" / "kh.yaml").write_text(text, encoding="utf-8")
    every = found(run)
    assert (every[0]["rule"], every[0]["severity"]) == ("missing-section", "hint")
    for threshold, severities in (("error", {"error"}), ("warning", {"error", "warning"})):
        suite = ElementTree.fromstring(run("validate", "--format", "junit", "--fail-on", threshold).out)
        (failure,) = suite.iter("failure")
        first = next(one for one in every if one["severity"] in severities)
        assert failure.get("message") == f"{first['rule']}: {first['message']}"


def test_each_form_is_whole_without_findings(space: Path, run: Run) -> None:
    (space / "plans" / "kh.yaml").write_text(GOOD, encoding="utf-8")
    assert run("validate", "--format", "github").out.startswith("2 files, 0 errors")
    assert json.loads(run("validate", "--format", "gitlab").out) == []
    assert json.loads(run("validate", "--format", "sarif").out)["runs"][0]["results"] == []
    assert ElementTree.fromstring(run("validate", "--format", "junit").out).get("failures") == "0"


# ------------------------------------------------------------------ which findings


def test_select_and_ignore_take_rules_and_families(wrong: Path, run: Run) -> None:
    every = {one["rule"] for one in found(run)}
    assert {"unknown-office", "duplicate-id", "unreadable-deadline", "date-padding", "vague-deadline"} <= every
    assert {one["rule"] for one in found(run, "--select", "unknown-office")} == {"unknown-office"}
    assert {one["rule"] for one in found(run, "--select", "dates,form")} == {"unreadable-deadline", "date-padding"}
    assert {one["rule"] for one in found(run, "--ignore", "dates", "--ignore", "form")} == every - {
        "unreadable-deadline",
        "date-padding",
    }
    assert run("validate", "--select", "form").code == 0, "a warning alone"
    wrong_name = run("validate", "--select", "unknown-offce")
    assert (wrong_name.code, wrong_name.out) == (2, "")
    assert "unknown-office" in wrong_name.err


def test_the_workspace_sets_levels_with_a_reason(wrong: Path, run: Run) -> None:
    config = wrong / "plans" / "phoihop.yaml"
    config.write_text(
        "phoihop: cau-hinh/1\nmuc:\n"
        "  - {quy_tac: [vague-deadline], muc: loi, ly_do: x}\n"
        "  - {quy_tac: [unknown-office, form], ly_do: x}\n"
        "  - {quy_tac: [duplicate-id], tep: khac*.yaml, ly_do: x}\n",
        encoding="utf-8",
    )
    levels = {one["rule"]: one["severity"] for one in found(run)}
    assert levels["vague-deadline"] == "error"
    assert "unknown-office" not in levels
    assert "date-padding" not in levels
    assert levels["duplicate-id"] == "error", "the entry is for other files"
    config.write_text(config.read_text(encoding="utf-8").replace("khac*", "k*"), encoding="utf-8")
    assert "duplicate-id" not in {one["rule"] for one in found(run)}


@pytest.mark.parametrize("folder", [".", "plans", "plans/2025", "khac"])
@pytest.mark.parametrize(
    ("pattern", "silent"),
    [
        ("plans/2025/đề án.yaml", True),
        ("plans/2025/*", True),
        ("plans/*.yaml", True),
        ("*/đề*.yaml", True),
        (unicodedata.normalize("NFD", "plans/2025/đề án.yaml"), True),
        ("đề án.yaml", True),
        ("2025/đề án.yaml", False),
        ("plans/đề án.yaml", False),
        ("p*.yaml", False),  # a pattern of names, and no name begins so
    ],
)
def test_a_level_is_for_files_of_a_name_or_of_a_path(
    pattern: str, silent: bool, folder: str, space: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path is that in the workspace, wherever one stands."""
    for name in ("plans/2025", "khac"):
        (space / name).mkdir()
    (space / "plans" / "2025" / "đề án.yaml").write_text(WRONG, encoding="utf-8")
    (space / "plans" / "phoihop.yaml").write_text(
        f'phoihop: cau-hinh/1\nmuc: [{{quy_tac: [unknown-office], tep: "{pattern}", ly_do: x}}]\n', encoding="utf-8"
    )
    monkeypatch.chdir(space / folder)
    assert ("unknown-office" not in {one["rule"] for one in found(run)}) is silent


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("{quy_tac: [vague-dedline], ly_do: x}", "unknown-rule"),
        ("{quy_tac: [vague-deadline]}", "missing-key"),
        ("{quy_tac: [vague-deadline], muc: off, ly_do: x}", "wrong-type"),
        ("{quy_tac: vague-deadline, ly_do: x}", "wrong-type"),
    ],
)
def test_settings_are_validated_too(entry: str, rule: str, space: Path, run: Run) -> None:
    (space / "plans" / "phoihop.yaml").write_text(f"phoihop: cau-hinh/1\nmuc:\n  - {entry}\n", encoding="utf-8")
    assert {one["rule"] for one in found(run)} == {rule}


def test_what_makes_a_file_unreadable_cannot_be_turned_off(space: Path, run: Run) -> None:
    (space / "plans" / "phoihop.yaml").write_text(
        "phoihop: cau-hinh/1\nmuc:\n  - {quy_tac: [text, structure], ly_do: x}\n", encoding="utf-8"
    )
    (space / "plans" / "kh.yaml").write_text("phoihop: ke-hoach/1\na: [", encoding="utf-8")
    assert [one["rule"] for one in found(run)] == ["syntax"]
    assert run("validate").code == 1


# ------------------------------------------------------------------ standard input, saving, hooks


def typed(space: Path, text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "phoihop", "validate", *arguments],
        cwd=space,
        input=text,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": "/usr/bin:/bin", "PHOIHOP_LANG": "en", "PYTHONUTF8": "1"},
        check=False,
    )


def test_standard_input_stands_for_the_file_of_that_name(space: Path) -> None:
    """Offices and other plans are known; what the disk has of it is not read."""
    (space / "plans" / "kh.yaml").write_text("a: [", encoding="utf-8")
    good = typed(space, GOOD, "-", "--stdin-filename", "plans/kh.yaml")
    assert (good.returncode, good.stdout) == (0, "1 file, 0 errors, 0 warnings, 0 hints\n")
    wrong = typed(space, WRONG, "-", "--stdin-filename", "plans/kh.yaml", "--format", "json")
    assert {one["path"] for one in json.loads(wrong.stdout)["diagnostics"]} == {"plans/kh.yaml"}
    new = typed(space, GOOD, "-", "--stdin-filename", "plans/moi.yaml")
    assert new.returncode == 0
    assert not (space / "plans" / "moi.yaml").exists()
    for arguments in (("-",), ("-", "plans/kh.yaml", "--stdin-filename", "x.yaml"), ("--stdin-filename", "x.yaml")):
        assert typed(space, GOOD, *arguments).returncode == 2
    assert typed(space, GOOD, "-", "--stdin-filename", "plans/kh.yaml", "--fix").returncode == 2


def test_watch_validates_again_when_a_file_is_saved(space: Path) -> None:
    path = space / "plans" / "kh.yaml"
    path.write_text(GOOD, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "phoihop", "validate", "--watch"],
        cwd=space,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={"PATH": "/usr/bin:/bin", "PHOIHOP_LANG": "en", "PYTHONUTF8": "1"},
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "2 files, 0 errors, 0 warnings, 0 hints\n"
        time.sleep(0.1)
        path.write_text(WRONG, encoding="utf-8")
        seen = ""
        while "unknown-office" not in seen:
            line = process.stdout.readline()
            assert line, "it goes on watching"
            seen += line
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("arguments", [(), ("plans/kh.yaml",)])
@pytest.mark.parametrize("gone", ["plans/kh.yaml", "plans"])
def test_watch_waits_for_what_is_gone_for_a_moment(arguments: tuple[str, ...], gone: str, space: Path) -> None:
    """A rename, a checkout: it comes back as it was, and is validated again."""
    path = space / "plans" / "kh.yaml"
    path.write_text(GOOD, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "phoihop", "validate", "--watch", *arguments],
        cwd=space,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={"PATH": "/usr/bin:/bin", "PHOIHOP_LANG": "en", "PYTHONUTF8": "1"},
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first == f"{1 if arguments else 2} file{'' if arguments else 's'}, 0 errors, 0 warnings, 0 hints\n"
        (space / gone).rename(space / "x")
        told = process.stdout.readline()
        if not arguments and gone == "plans/kh.yaml":
            assert told.startswith("1 file, ")
        else:
            assert told.startswith("phoihop: ")
            assert told.endswith("; waiting for it\n")
        (space / "x").rename(space / gone)
        assert process.stdout.readline() == first, "told once that it is gone, then validated"
    finally:
        process.kill()
        process.wait()


def test_watch_of_what_was_never_there_is_wrong_usage(space: Path, run: Run) -> None:
    assert run("validate", "plans/khong-co.yaml", "--watch").code == 2


def test_rules_of_a_family(run: Run) -> None:
    dates = [rule.id for rule in every_rule() if rule.family == "dates"]
    lines = run("rules", "dates").out.splitlines()
    assert lines[0].endswith("(dates)")
    assert [line.split()[0] for line in lines[1:]] == dates
    assert [rule["id"] for rule in run("rules", "dates", "--format", "json").json["rules"]] == dates
    for family in FAMILIES:
        assert run("rules", family).code == 0
    wrong_name = run("rules", "offcies")
    assert (wrong_name.code, "offices" in wrong_name.err) == (2, True)


def test_rules_as_json(run: Run) -> None:
    form = run("rules", "--format", "json").json
    assert form.keys() == {"version", "rules"}
    assert [rule["id"] for rule in form["rules"]] == [rule.id for rule in every_rule()]
    for rule in form["rules"]:
        assert rule.keys() == {"id", "family", "severity", "summary", "why", "law", "bad", "good"}
        assert rule["family"] in FAMILIES
    (one,) = run("rules", "unknown-office", "--format", "json").json["rules"]
    assert one["id"] == "unknown-office"
