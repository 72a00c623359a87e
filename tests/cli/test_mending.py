"""`validate --fix` and `--diff` as promises: what is announced is done, a patch applies, no fix makes an error."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from phoihop.cli.reporting import _PROMISE
from phoihop.text.diagnostic import Edit, Fix
from phoihop.text.source import Place
from phoihop.text.splice import changes, spliced

from .conftest import Result, Run, plan_text

ROOT = Path(__file__).parent.parent.parent
GOOD = plan_text("ma: A, ten: Việc thứ nhất, chu_tri: SYT, han: ngày 18/11/2026")
GAP = GOOD.replace("Việc thứ", "Việc  thứ")
DOUBLE = GOOD.replace("Việc thứ nhất", "x, san_phm: Danh sách")  # beside san_pham


def git(space: Path, *arguments: str, patch: str = "") -> None:
    subprocess.run(["git", *arguments], cwd=space, input=patch.encode(), check=True, capture_output=True)


def rules(result: Result) -> set[str]:
    return {one["rule"] for one in result.json["diagnostics"]}


# ------------------------------------------------------------------ the patch


@pytest.mark.parametrize("name", ["kh.yaml", "kế hoạch.yaml"])
@pytest.mark.parametrize(
    "text",
    [
        GAP,
        GAP.removesuffix("\n"),
        GAP.removesuffix("\n").replace("Lưu: VT", "Lưu:  VT"),  # the last line itself
        GAP.replace("\n", "\r\n").removesuffix("\r\n"),
        "\ufeff" + GAP.removesuffix("\n"),
        GAP.replace("Mục đích", "Mục\u2028đích"),  # what ends a line for Python and not for git
    ],
)
def test_git_applies_what_diff_shows(text: str, name: str, space: Path, run: Run) -> None:
    path = space / "plans" / name
    path.write_bytes(text.encode())
    shown = run("validate", "--diff")
    assert shown.code == 1
    git(space, "init", "-q")
    git(space, "apply", "--whitespace=nowarn", patch=shown.out)
    applied = path.read_bytes()
    path.write_bytes(text.encode())
    run("validate", "--fix")
    assert path.read_bytes() == applied != text.encode()


def test_the_exit_code_of_diff_tells_whether_anything_would_change(space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    path.write_text(GOOD.replace("chu_tri: SYT", "chu_tri: SYTT"), encoding="utf-8")
    assert (run("validate", "--diff").code, run("validate", "--diff").out) == (0, ""), "an error, and no safe fix"
    assert run("validate", "--diff", "--unsafe-fixes").code == 1
    (space / "plans" / "lac.yaml").symlink_to("khong-co.yaml")
    unread = run("validate", "--diff")
    assert (unread.code, "lac.yaml" in unread.err) == (3, True), "what was not read is not clean"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--diff", "--format", "json"), "--format json"),
        (("--diff", "--fix", "--format", "github"), "--format github"),
        (("--unsafe-fixes",), "--diff"),
        (("--unsafe-fixes", "--watch"), "--fix"),
        (("--watch", "--fix"), "--watch"),
        (("--watch", "--diff"), "--watch"),
        (("-", "--stdin-filename", "plans/kh.yaml", "--unsafe-fixes"), "standard input"),
        (("-", "--stdin-filename", "plans/kh.yaml", "--unsafe-fixes", "--diff"), "standard input"),
        (("-", "--unsafe-fixes"), "standard input"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(arguments: tuple[str, ...], word: str, space: Path, run: Run) -> None:
    """One line says why, and nothing is written."""
    path = space / "plans" / "kh.yaml"
    path.write_text(GAP, encoding="utf-8")
    result = run("validate", *arguments)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert word in result.err
    assert path.read_text(encoding="utf-8") == GAP


def test_diff_with_the_form_that_it_has_anyway(space: Path, run: Run) -> None:
    (space / "plans" / "kh.yaml").write_text(GAP, encoding="utf-8")
    assert run("validate", "--diff", "--format", "plain").out == run("validate", "--diff").out != ""


def test_fix_tells_what_is_left_in_the_form_that_is_asked_for(space: Path, run: Run) -> None:
    (space / "plans" / "kh.yaml").write_text(GAP, encoding="utf-8")
    result = run("validate", "--fix", "--format", "json")
    assert (result.json["diagnostics"], result.err) == ([], "plans/kh.yaml: 1 finding mended\n")


# ------------------------------------------------------------------ promises

CITED = "Quyết định số 5/QĐ-UBND ngày 10/10/2025 sửa đổi Quyết định số 5/QĐ-UBND ngày 10/10/2025"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("'Chăm  sóc ''sức'' khỏe'", "'Chăm sóc ''sức'' khỏe'"),
        ('"Chăm  sóc \\"sức\\" khỏe \\\\"', '"Chăm sóc \\"sức\\" khỏe \\\\"'),
    ],
)
def test_a_text_with_quotes_in_its_quotes_is_mended(before: str, after: str, space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    path.write_text(GOOD.replace("Việc thứ nhất", before), encoding="utf-8")
    assert "--fix does it" in run("validate").out
    run("validate", "--fix")
    assert path.read_text(encoding="utf-8") == GOOD.replace("Việc thứ nhất", after)


@pytest.mark.parametrize("form", ["plain", "json", "github", "gitlab", "sarif", "junit"])
@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("number-padding", GOOD.replace("noi_dung:", f"can_cu: ['{CITED}']\nnoi_dung:")),
        ("stray-space", GOOD.replace("Việc thứ nhất", '"Vi\\u1ec7c  thứ nhất"')),
        ("no-break-space", GOOD.replace("# ", "").replace("ten: Việc thứ", "ten: Vi\u200bệc\u00a0thứ")),
    ],
)
def test_what_cannot_be_mended_is_not_promised(rule: str, text: str, form: str, space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    path.write_text(text, encoding="utf-8")
    assert rule in rules(run("validate", "--format", "json"))
    assert "--fix" not in run("validate", "--format", form, "--select", rule).out
    run("validate", "--fix", "--select", rule)
    assert path.read_text(encoding="utf-8") == text


def test_every_promise_stands_where_it_can_be_taken_back() -> None:
    """At the end of the remedy, in both languages."""
    with (ROOT / "src/phoihop/locale/vi/LC_MESSAGES/phoihop.po").open("rb") as file:
        found = [
            (str(message.id), str(message.string))
            for message in read_po(file, locale="vi")
            if message.id
            and re.search("--(fix|unsafe-fixes)", str(message.id))
            and any(name.startswith(("rules/", "bind/", "text/")) for name, _line in message.locations)
        ]
    assert len(found) >= 5
    for texts in found:
        for text in texts:
            assert not text or "--" not in _PROMISE.sub("", text), text


def test_quotes_are_looked_for_only_where_the_text_itself_is_not_found() -> None:
    """A line of Markdown may begin and end with a quote that belongs to it."""
    text = "'a  b' c 'd'"
    fix = Fix((Edit(Place("", 1, 1, 1, len(text) + 1), text, "'a b' c 'd'"),))
    assert spliced(text, changes(text, [fix])[0]) == "'a b' c 'd'"


# ------------------------------------------------------------------ no new errors


def test_a_fix_that_makes_another_error_is_not_made(space: Path, run: Run) -> None:
    path = space / "plans" / "kh.yaml"
    path.write_text(DOUBLE, encoding="utf-8")
    assert run("validate", "--diff", "--unsafe-fixes").code == 0
    assert run("validate", "--fix", "--unsafe-fixes").err == ""
    # Nor where only the rule that is mended is looked at.
    run("validate", "--fix", "--unsafe-fixes", "--select", "unknown-key")
    assert path.read_text(encoding="utf-8") == DOUBLE


def test_the_other_fixes_of_the_file_are_made(space: Path, run: Run) -> None:
    tasks = [f"ma: A-{n}, ten: Việc  {n}, chu_tri: SYT, han: ngày 18/11/2026" for n in range(9)]
    text = plan_text(*tasks[:4], tasks[4] + ", san_phm: x", *tasks[5:]).replace("chu_tri: SYT,", "chu_trj: SYT,")
    text = text.replace(", san_phm: x", ", san_phm: x, san_pham: y")
    path = space / "plans" / "kh.yaml"
    path.write_text(text, encoding="utf-8")
    result = run("validate", "--fix", "--unsafe-fixes")
    assert path.read_text(encoding="utf-8") == text.replace("Việc  ", "Việc ").replace("chu_trj", "chu_tri")
    assert result.err == "plans/kh.yaml: 18 findings mended\n"


def test_an_error_of_the_same_kind_elsewhere_is_no_licence(space: Path, run: Run) -> None:
    text = DOUBLE.replace("    nhiem_vu:\n", "    muc: Lại\n    nhiem_vu:\n")
    path = space / "plans" / "kh.yaml"
    path.write_text(text, encoding="utf-8")
    assert "duplicate-key" in rules(run("validate", "--format", "json"))
    run("validate", "--fix", "--unsafe-fixes")
    assert path.read_text(encoding="utf-8") == text
