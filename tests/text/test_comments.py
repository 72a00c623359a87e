"""Ignore comments: which line they speak of, where they do not count, what is wrong with them."""

from __future__ import annotations

import pytest

from phoihop.bind.book import assemble
from phoihop.bind.file import bind_bytes
from phoihop.dates.calendar import Calendar
from phoihop.lint import Facts, Report, lint
from phoihop.rules import every_rule
from phoihop.rules._page import TODAY
from phoihop.text.comments import ignores
from phoihop.text.source import Source
from phoihop.text.yaml_reader import read_yaml

MARK = "# phoihop: ignore[x] vì sao"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"a: 1  {MARK}\n", 1),
        (f"a: 1\nb: 2 {MARK}\nc: 3\n", 2),
        (f"{MARK}\na: 1\n", 2),
        (f"a: 1\n  {MARK}\n  # khác\nb: 1\n", 4),
        (f"a:\n  - x\n  {MARK}\n  - y\n", 4),
        (f"a: 1\r\nb: 2 {MARK}\r\n", 2),
        (f"a: [1,  {MARK}\n  2]\n", 1),
        (f"a: 'x' {MARK}\n", 1),
        (f"a: {{b: 1}} {MARK}\n", 1),
        (f"a: 1  # nói thêm {MARK}\n", 1),
        ("a: 1  #phoihop: ignore[x] vì sao\n", 1),
        (f"a: |\n  x\n{MARK}\nb: 1\n", 4),
        (f"a: |  {MARK}\n  x\n", 1),
    ],
)
def test_a_comment_speaks_of_its_line_or_of_the_next(text: str, line: int) -> None:
    """On a line of its own it speaks of the next line that is not a comment."""
    source = Source("x.yaml", text)
    found = ignores(source, read_yaml(source)[0])
    assert [(one.line, one.rules, one.reason) for one in found] == [(line, ("x",), "vì sao")]


@pytest.mark.parametrize(
    "text",
    [
        f"a: '{MARK}'\n",
        f'a: "x {MARK}"\n',
        f"- '{MARK}'\n",
        f"a: |\n  {MARK}\n",
        f"a: >-\n  x\n  {MARK}\n  y\n",
        f"a: ['{MARK}']\n",
        f"a: {{b: '{MARK}'}}\n",
        f'a: "x\n  {MARK}\n  y"\n',
        "a: 1  # phoihop: ignore x\n",
        "a: 1  # phoihop ignore[x] y\n",
        "a: 1  # ignore[x] y\n",
        "a: phoihop\n",
    ],
)
def test_what_is_not_such_a_comment_does_not_count(text: str) -> None:
    """A quoted text, a block text, a # inside a word."""
    source = Source("x.yaml", text)
    root, findings = read_yaml(source)
    assert findings == []
    assert ignores(source, root) == []


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        ("# phoihop: ignore[a] vì sao", ("a",), "vì sao"),
        ("# phoihop: ignore[a, b] vì sao", ("a", "b"), "vì sao"),
        ("# phoihop: ignore[a,b ,c]   vì sao  ", ("a", "b", "c"), "vì sao"),
        ("# phoihop: ignore[a]", ("a",), ""),
        ("# phoihop: ignore[] vì sao", (), "vì sao"),
        ("# phoihop: ignore[ , ] vì sao", (), "vì sao"),
    ],
)
def test_a_comment_has_rules_and_a_reason(comment: str, rules: tuple[str, ...], reason: str) -> None:
    """Several rules are parted by commas."""
    source = Source("x.yaml", f"a: 1 {comment}\n")
    (found,) = ignores(source, read_yaml(source)[0])
    assert (found.rules, found.reason) == (rules, reason)
    assert (found.place.line, found.place.column) == (1, 6)


# ------------------------------------------------------------------ what becomes of findings

HEAD = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}\n"
WRONG = "Kế hoạch số 34/2014/QĐ-TTg ngày 30/4/2014"  # citation-type
WORSE = "Kế hoạch số 34/2014/QĐ-TTg ngày 30/02/2014"  # citation-type and citation-date
RIGHT = "Quyết định số 34/2014/QĐ-TTg ngày 30/4/2014"


def report(citation: str, comment: str = "", above: str = "") -> Report:
    text = f"{HEAD}can_cu:\n{above}  - {citation}{comment}\n"
    file = bind_bytes("plans/x.yaml", text.encode())
    return lint(every_rule(), assemble([file]), [file], Facts(Calendar, TODAY))


@pytest.mark.parametrize(
    ("citation", "comment", "above", "rules", "ignored"),
    [
        (WRONG, "", "", ["citation-type"], 0),
        (WRONG, "  # phoihop: ignore[citation-type] như bản gốc", "", [], 1),
        (WRONG, "", "  # phoihop: ignore[citation-type] như bản gốc\n", [], 1),
        (WRONG, "", "  # phoihop: ignore[citation-type] như bản gốc\n  # nói thêm\n", [], 1),
        (WRONG, "  # phoihop: ignore[citation-type]", "", ["citation-type", "ignore-without-reason"], 0),
        (WRONG, "  # phoihop: ignore[citation-date] x", "", ["citation-type", "unused-ignore"], 0),
        (WRONG, "  # phoihop: ignore[citation-tpye] x", "", ["citation-type", "unused-ignore"], 0),
        (RIGHT, "  # phoihop: ignore[citation-type] x", "", ["unused-ignore"], 0),
        (RIGHT, "", "", [], 0),
        (WORSE, "", "", ["citation-date", "citation-type"], 0),
        (WORSE, "  # phoihop: ignore[citation-type, citation-date] x", "", [], 2),
        (WORSE, "  # phoihop: ignore[citation-type] x", "", ["citation-date"], 1),
        (WRONG, "  # phoihop: ignore[] x", "", ["citation-type", "unused-ignore"], 0),
        (f"'{WRONG} # phoihop: ignore[citation-type] x'", "", "", ["citation-type"], 0),
    ],
)
def test_a_comment_silences_what_it_names_where_it_says_why(
    citation: str, comment: str, above: str, rules: list[str], ignored: int
) -> None:
    """Silenced with a reason, and counted; without one, of another rule, or of none: a finding."""
    found = report(citation, comment, above)
    assert sorted(d.rule for d in found.diagnostics) == sorted(rules)
    assert found.ignored == ignored


def test_a_misspelt_rule_is_told_with_the_nearest_one() -> None:
    """Did you mean."""
    (found,) = [
        d for d in report(WRONG, "  # phoihop: ignore[citation-tpye] x").diagnostics if d.rule == "unused-ignore"
    ]
    assert '"citation-tpye" is not a rule' in found.message
    assert "citation-type" in found.help


def test_a_comment_silences_its_own_line_alone() -> None:
    """The same finding a line further down is still made."""
    text = f"{HEAD}can_cu:\n  - {WRONG}  # phoihop: ignore[citation-type] x\n  - {WRONG}\n"
    file = bind_bytes("plans/x.yaml", text.encode())
    found = lint(every_rule(), assemble([file]), [file], Facts(Calendar, TODAY))
    assert [(d.rule, d.place.line) for d in found.diagnostics] == [("citation-type", 5)]
    assert found.ignored == 1


NARRATIVE = """\
---
phoihop: ke-hoach/1
van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
---
## Mục đích

"""


@pytest.mark.parametrize(
    ("text", "found", "ignored"),
    [
        ("Họp ngày 5/01/2026", ["date-padding"], 0),
        ("Họp ngày 5/01/2026 <!-- phoihop: ignore[date-padding] bản gốc in như vậy -->", [], 1),
        ("<!-- phoihop: ignore[date-padding] bản gốc -->\nHọp ngày 5/01/2026", [], 1),
        ("Họp ngày 5/01/2026 <!-- phoihop: ignore[date-padding] -->", ["date-padding", "ignore-without-reason"], 0),
        ("Họp ngày 05/01/2026 <!-- phoihop: ignore[date-padding] bản gốc -->", ["unused-ignore"], 0),
        ("Họp ngày 5/01/2026 <!-- ghi chú nội bộ -->", ["date-padding"], 0),
    ],
)
def test_a_comment_in_a_narrative_speaks_too_and_is_not_printed(text: str, found: list[str], ignored: int) -> None:
    file = bind_bytes("plans/x.md", (NARRATIVE + text + "\n").encode())
    assert file.plan is not None
    assert "<!--" not in " ".join(file.plan.sections[0].paragraphs)
    report = lint(every_rule(), assemble([file]), [file], Facts(Calendar, TODAY))
    speaking = [d.rule for d in report.diagnostics if d.rule in (*found, "unused-ignore", "date-padding")]
    assert (sorted(speaking), report.ignored) == (sorted(found), ignored)
