"""Plans in Markdown: front matter with keys, the narrative below, every place in the file's own lines."""

from __future__ import annotations

import pytest

from phoihop.bind.file import BoundFile, bind_bytes
from phoihop.model import Plan
from phoihop.text.markdown_reader import blocks, front_matter
from phoihop.text.source import Source

FRONT = "---\nphoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: X}\n"
TASKS = "noi_dung:\n  - muc: Nhiệm vụ\n    nhiem_vu: [{ma: NV-01, ten: Khám}]\n"


def bind(text: str) -> BoundFile:
    return bind_bytes("plans/x.md", text.encode())


def plan_of(text: str) -> Plan:
    bound = bind(text)
    assert bound.findings == []
    assert bound.plan is not None
    return bound.plan


@pytest.mark.parametrize(
    ("text", "yaml", "body"),
    [
        ("---\na: 1\n---\nx\n", "a: 1\n", "x\n"),
        ("---\r\na: 1\r\n---\r\nx\r\n", "a: 1\r\n", "x\r\n"),
        ("---  \na: 1\n--- \nx", "a: 1\n", "x"),
        ("---\n---\n", "", ""),
        ("---\na: 1\n---", "a: 1\n", ""),
        ("---\na: x --- y\n---\nb\n", "a: x --- y\n", "b\n"),
        ("---\na: 1\n---\nx\n---\ny\n", "a: 1\n", "x\n---\ny\n"),
    ],
)
def test_front_matter_stands_between_two_fences(text: str, yaml: str, body: str) -> None:
    """Also with CRLF, with spaces after a fence, with another line of dashes below."""
    source = Source("x.md", text)
    found = front_matter(source)
    assert found is not None
    start, end, narrative = found
    assert (text[start:end], text[narrative:]) == (yaml, body)


@pytest.mark.parametrize(
    "text", ["", "a: 1\n", "---\na: 1\n", "--- a\n---\n", "\n---\na: 1\n---\n", "---\na: 1\n ---\n"]
)
def test_without_two_fences_there_is_no_front_matter(text: str) -> None:
    """A missing closing fence, a fence that is not the first line."""
    assert front_matter(Source("x.md", text)) is None


def test_a_missing_closing_fence_is_one_finding() -> None:
    """At the beginning of the file, with the remedy."""
    bound = bind(FRONT + "\n## Mục đích\n")
    assert [(f.rule, f.place.line, f.place.column) for f in bound.findings] == [("syntax", 1, 1)]
    assert "---" in bound.findings[0].help
    assert bound.plan is None


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_headings_become_sections_and_lend_their_tasks(ending: str) -> None:
    """Headings decide the order; the front matter's section of the same title lends its tasks."""
    text = (
        FRONT + TASKS + "---\n# Tên trang\n\nMở đầu.\n\n## Mục đích\n\nĐoạn một\ntiếp theo.\n\n- gạch\n\n"
        "## NHIỆM VỤ\n\n1. Khoản một.\n2. Khoản **hai**.\n\n### Con\n\nTrong con.\n\n## Cuối\n"
    )
    plan = plan_of(text.replace("\n", ending))
    assert plan.opening == ("Mở đầu.",)
    first, second, third = plan.sections
    assert (first.title, first.paragraphs, first.clauses) == ("Mục đích", ("Đoạn một tiếp theo.", "- gạch"), ())
    assert (second.title, second.clauses) == ("NHIỆM VỤ", ("Khoản một.", "Khoản hai."))
    assert [task.id for task in second.tasks] == ["NV-01"]
    assert [(inner.title, inner.paragraphs) for inner in second.sections] == [("Con", ("Trong con.",))]
    assert (third.title, third.paragraphs, third.sections) == ("Cuối", (), ())


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_places_of_the_narrative_are_lines_of_the_file(ending: str) -> None:
    """Headings, paragraphs, clauses and tasks point where they stand."""
    text = FRONT + TASKS + "---\n## Mục đích\n\n😀 Đoạn.\n\n## Nhiệm vụ\n\n1. K\n2. L\n\n### Con\n\nC.\n"
    plan = plan_of(text.replace("\n", ending))
    purpose, duties = plan.sections
    places = [
        purpose.at["title"],
        purpose.at["paragraphs", 0],
        duties.at["clauses", 1],
        duties.tasks[0].at["id"],
        duties.tasks[0].at["title"],
        duties.sections[0].at["title"],
        duties.sections[0].at["paragraphs", 0],
    ]
    assert [(place.line, place.column) for place in places] == [
        (8, 1),
        (10, 1),
        (15, 1),
        (6, 21),
        (6, 33),
        (17, 1),
        (19, 1),
    ]


def test_nested_sections_of_both_sides_meet() -> None:
    """A section inside a section lends its tasks to the heading inside the heading."""
    text = (
        FRONT + "noi_dung:\n  - muc: A\n    noi_dung:\n      - muc: A1\n        nhiem_vu: [{ma: NV-01, ten: Khám}]\n"
        "---\n## A\n\n### A0\n\nx\n\n### A1\n\ny\n\n## B\n\n### A1\n\nz\n"
    )
    plan = plan_of(text)
    outer, other = plan.sections
    assert [(s.title, [t.id for t in s.tasks]) for s in outer.sections] == [("A0", []), ("A1", ["NV-01"])]
    assert [(s.title, [t.id for t in s.tasks]) for s in other.sections] == [("A1", [])]


def test_front_matter_alone_is_the_plan_in_yaml() -> None:
    """Without headings the front matter's sections stand, and paragraphs are the opening."""
    plan = plan_of(FRONT + TASKS + "---\nMở đầu.\n")
    assert [s.title for s in plan.sections] == ["Nhiệm vụ"]
    assert plan.opening == ("Mở đầu.",)
    assert plan_of(FRONT + TASKS + "---\n").sections == plan.sections


def test_a_declared_section_without_heading_is_a_finding() -> None:
    """Its tasks would have no place in print."""
    bound = bind(FRONT + TASKS + "---\n## Mục đích\n\nx\n")
    assert [(f.rule, f.place.line, f.place.column) for f in bound.findings] == [("markdown-heading", 5, 10)]
    assert "Nhiệm vụ" in bound.findings[0].message


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        ("```\ncode\n```", (10, 12)),
        ("    code", (10, 10)),
        ("<div>x</div>", (10, 10)),
        ("| a | b |\n|---|---|\n| 1 | 2 |", (10, 12)),
        ("> trích", (10, 10)),
        ("***", (10, 10)),
    ],
)
def test_a_block_that_no_document_has_is_a_finding(block: str, lines: tuple[int, int]) -> None:
    """Code, HTML, tables, quotations, rules: from their first to their last line; the rest is read."""
    bound = bind(FRONT + TASKS + f"---\n## Nhiệm vụ\n\n{block}\n\nSau.\n")
    assert [(f.rule, f.place.line, f.place.end_line) for f in bound.findings] == [("markdown-block", *lines)]
    assert bound.plan is not None
    assert "Sau." in bound.plan.sections[0].paragraphs


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("a *b* **c** `d`", "a b c d"),
        ("[chữ](http://x)", "chữ"),
        ("a\nb", "a b"),
        ("a  \nb", "a b"),
        (r"1\. không phải khoản", "1. không phải khoản"),
        ("Kết quả &amp; hạn", "Kết quả & hạn"),
        ("x < y", "x < y"),
        ("12/KH-SYT_SGDĐT_x", "12/KH-SYT_SGDĐT_x"),
    ],
)
def test_a_paragraph_keeps_its_words(markdown: str, text: str) -> None:
    """Marks of emphasis and links go, words stay."""
    (block,) = blocks(Source("x.md", markdown + "\n"), 0)
    assert (block.kind, block.text) == ("paragraph", text)


def test_a_syntax_error_in_the_front_matter_stands_on_its_line() -> None:
    """The place counts from the beginning of the file, not of the front matter."""
    bound = bind(FRONT + "a: b: c\n---\n\nx\n")
    assert [(f.rule, f.place.line, f.place.column) for f in bound.findings] == [("syntax", 4, 5)]


@pytest.mark.parametrize(
    "body", ["", "\n\n", "# T\n", "## \n\nx\n", "##\n", "- \n", "1.\n", "[a]: http://x\n", "\r", "\ufeff"]
)
def test_odd_narratives_do_not_fault(body: str) -> None:
    """Empty headings and items, link definitions, lone carriage returns."""
    bound = bind(FRONT + TASKS + "---\n" + body)
    for found in bound.findings:
        assert 1 <= found.place.line <= (FRONT + TASKS + body).count("\n") + 3
