"""The YAML reader: scalars stay text, every node knows its place, what cannot be read is one finding."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.text.diagnostic import Diagnostic
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.source import Source
from phoihop.text.yaml_reader import MAX_DEPTH, read_yaml


def read(text: str) -> tuple[Node | None, list[Diagnostic]]:
    return read_yaml(Source("x.yaml", text))


def data(node: Node | None) -> Any:
    """The tree as plain data."""
    if isinstance(node, Mapping):
        return {key: data(child) for key, child in node.entries.items()}
    if isinstance(node, Sequence):
        return [data(child) for child in node.items]
    return None if node is None else node.value


def nodes(node: Node | None) -> list[Node]:
    """A node and everything inside it, keys included."""
    found: list[Node] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one is None:
            continue
        found.append(one)
        if isinstance(one, Sequence):
            waiting += one.items
        elif isinstance(one, Mapping):
            waiting += [*one.keys.values(), *one.entries.values(), *one.repeated]
    return found


def slice_of(text: str, *path: str | int) -> str:
    """The text that a node covers; a path ending in "key:x" is the key itself."""
    node: Any = read(text)[0]
    for step in path:
        if isinstance(step, str) and step.startswith("key:"):
            node = node.keys[step[4:]]
        else:
            node = node.items[step] if isinstance(step, int) else node.entries[step]
    return text[node.start : node.end]


# ------------------------------------------------------------------ scalars stay text


@pytest.mark.parametrize(
    "value",
    [
        "05",
        "007",
        "0o17",
        "0x1F",
        "13:30",
        "1:2:3",
        "no",
        "yes",
        "on",
        "off",
        "true",
        "False",
        "null",
        "~",
        "1e3",
        "1_000",
        ".5",
        ".inf",
        ".nan",
        "2026-01-20",
        "2026-01-20 10:00:00",
        "20/01/2026",
        "12/KH-SYT",
        "-1",
        "=",
        "<<",
        "a:b",
        "Lưu:VT",
        "a#b",
        "a - b",
        "Đề án 09",
        "'",
        '"',
        "\\n",
        "😀",
    ],
)
def test_a_scalar_stays_the_text_that_was_written(value: str) -> None:
    """No number, truth value, date or sexagesimal is made of a value, as a value, an item, in a flow list."""
    quoted = "'" + value.replace("'", "''") + "'"
    forms = [quoted] if value in ("'", '"') else [value, quoted]
    for form in forms:
        for text, tree in (
            (f"k: {form}\n", {"k": value}),
            (f"- {form}\n", [value]),
            (f"k: [{form}]\n", {"k": [value]}),
        ):
            root, findings = read(text)
            assert findings == []
            assert data(root) == tree


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("k:\n", True),
        ("k: ~\n", True),
        ("k: null\n", True),
        ("k: ''\n", True),
        ('k: "~"\n', False),
        ("k: 'null'\n", False),
        ("k: Null\n", False),
        ("k: no\n", False),
        ("k: 0\n", False),
    ],
)
def test_only_nothing_is_absent(text: str, absent: bool) -> None:
    """A quoted word for nothing is a text, an empty text is nothing."""
    root, _findings = read(text)
    assert isinstance(root, Mapping)
    node = root.entries["k"]
    assert isinstance(node, Scalar)
    assert node.absent is absent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k: a\n  b\n", {"k": "a b"}),
        ("k: >\n  a\n  b\n", {"k": "a b\n"}),
        ("k: |\n  a\n  b\n", {"k": "a\nb\n"}),
        ("k: |-\n  a: b # c\n", {"k": "a: b # c"}),
        ("k: 'it''s'\n", {"k": "it's"}),
        ('k: "a\\tb\\u1ed1"\n', {"k": "a\tbố"}),
        ("a: {b: 1, c: [x, y]}\n", {"a": {"b": "1", "c": ["x", "y"]}}),
        ("a: []\nb: {}\n", {"a": [], "b": {}}),
        ("- - a\n  - b\n- c\n", [["a", "b"], "c"]),
        ("'05': x\n", {"05": "x"}),
        ("yes: x\n2026: y\n", {"yes": "x", "2026": "y"}),
        ("? a\n: b\n", {"a": "b"}),
        ("a: # nothing\nb: 1\n", {"a": "", "b": "1"}),
        ("---\na: 1\n", {"a": "1"}),
        ("%YAML 1.1\n---\na: 1\n...\n", {"a": "1"}),
        ("a:\r\n  b: 1\r\n", {"a": {"b": "1"}}),
        ("a: 1", {"a": "1"}),
        ("&x a: &y 1\n", {"a": "1"}),
        ("a: !!str 05\nb: ! x\nc: !!map {d: e}\nf: !!seq [g]\n", {"a": "05", "b": "x", "c": {"d": "e"}, "f": ["g"]}),
        ("<<: {a: 1}\n", {"<<": {"a": "1"}}),
        ("a:\t1\n", {"a": "1"}),
        ("chữ", "chữ"),
    ],
)
def test_what_is_written_is_what_is_read(text: str, expected: Any) -> None:
    """Block, flow, quoted, folded and literal forms, silently."""
    root, findings = read(text)
    assert findings == []
    assert data(root) == expected


@pytest.mark.parametrize("text", ["", "\n\n", "# ghi chú\n", "  \n# a\n\n", "\r\n"])
def test_an_empty_document_is_no_tree_and_no_finding(text: str) -> None:
    """Only the caller knows what is missing."""
    assert read(text) == (None, [])


# ------------------------------------------------------------------ places


@pytest.mark.parametrize(
    ("text", "path", "covered"),
    [
        ("ten: Khám\n", ("key:ten",), "ten"),
        ("ten: Khám\n", ("ten",), "Khám"),
        ("ten: Khám   # ghi chú\n", ("ten",), "Khám"),
        ("ten: 'Khám'\n", ("ten",), "'Khám'"),
        ("ten: 😀😀\nma: NV\n", ("ma",), "NV"),
        ("a:\r\n  b: ố\r\n", ("a", "b"), "ố"),
        ("a: {b: 1, c: 2} # x\n", ("a",), "{b: 1, c: 2}"),
        ("a: {b: 1, c: 2}\n", ("a", "c"), "2"),
        ("a: [x, yz]\n", ("a", 1), "yz"),
        ("a: [\n  x,\n  y  # c\n]\nb: 1\n", ("a",), "[\n  x,\n  y  # c\n]"),
        ("a:\n  - x\n  - y\n\n# cuối\n", ("a",), "- x\n  - y"),
        ("a:\n  b: 1\n  c: 2\n\n# cuối\nd: 3\n", ("a",), "b: 1\n  c: 2"),
        ("a:\n  b: 1\n# cuối\n# nữa\n", (), "a:\n  b: 1"),
        ("- a: 1\n  b: 2\n\n- c: 3\n", (0,), "a: 1\n  b: 2"),
        ("a:\n- x\n# c\nb: 1\n", ("a",), "- x"),
        ("a: x\n  y\n\n# c\nb: 1\n", ("a",), "x\n  y"),
        ("&n a: &m b\n", ("a",), "&m b"),
    ],
)
def test_a_node_covers_what_it_says_and_no_more(text: str, path: tuple[Any, ...], covered: str) -> None:
    """Comments and blank lines after a node do not stretch it."""
    assert slice_of(text, *path) == covered


def test_a_block_text_ends_before_the_comments_that_follow_it() -> None:
    """A comment after a literal text, less indented, is not part of it."""
    text = "a: |\n  dòng một\n  dòng hai\n\n# ghi chú\n# nữa\nb: 1\n"
    assert slice_of(text, "a").rstrip() == "|\n  dòng một\n  dòng hai"


def test_a_part_of_a_text_has_the_places_of_the_whole() -> None:
    """Front matter is read inside its file."""
    source = Source("x.md", "---\na: 1\nb: [x, {c: d}]\n---\nbody: no\n")
    root, findings = read_yaml(source, 4, 24)
    assert findings == []
    assert isinstance(root, Mapping)
    inner: Any = root.entries["b"]
    assert source.line_column(inner.items[1].entries["c"].start) == (3, 12)
    broken = Source("x.md", "---\na: 1\nb: c: d\n---\n")
    _root, found = read_yaml(broken, 4, 17)
    assert [(f.rule, f.place.line, f.place.column) for f in found] == [("syntax", 3, 5)]


# ------------------------------------------------------------------ findings that leave a tree


@pytest.mark.parametrize(
    ("text", "rule", "place", "related", "said"),
    [
        ("a: 1\na: 2\n", "duplicate-key", (2, 1, 2, 2), [(1, 1)], '"a" is given twice'),
        ("x:\n  b: 1\n  c: 2\n  b: 3\n", "duplicate-key", (4, 3, 4, 4), [(2, 3)], '"b"'),
        ("{a: 1, 'a': 2}", "duplicate-key", (1, 8, 1, 11), [(1, 2)], '"a"'),
        ("- ma: 1\n  ma: 2\n", "duplicate-key", (2, 3, 2, 5), [(1, 3)], '"ma"'),
        ("a: *x\n", "yaml-alias", (1, 4, 1, 6), [], '"*x"'),
        ("a: &x 1\nb: *x\nc: *x\n", "yaml-alias", (2, 4, 2, 6), [], "2 in this file"),
        ("- *nhan\n", "yaml-alias", (1, 3, 1, 8), [], '"*nhan"'),
        ("a: &x [*x]\n", "yaml-alias", (1, 8, 1, 10), [], '"*x"'),
        ("a: !foo x\n", "yaml-tag", (1, 4, 1, 8), [], '"!foo"'),
        ("a: !!python/object:os.system rm\n", "yaml-tag", (1, 4, 1, 29), [], "python/object"),
        ("a: !!int 5\n", "yaml-tag", (1, 4, 1, 9), [], "int"),
        ("b: !!binary aGk=\n", "yaml-tag", (1, 4, 1, 12), [], "binary"),
        ("a: !foo\nb: 1\n", "yaml-tag", (1, 4, 1, 8), [], '"!foo"'),
        ("!foo\na: 1\n", "yaml-tag", (1, 1, 1, 5), [], '"!foo"'),
    ],
)
def test_what_yaml_has_and_plans_have_not_is_one_finding_and_a_tree(
    text: str, rule: str, place: tuple[int, int, int, int], related: list[tuple[int, int]], said: str
) -> None:
    """Duplicate keys, aliases and tags: the place, the other place, and the rest is still read."""
    root, findings = read(text)
    assert root is not None
    assert [f.rule for f in findings] == [rule]
    found = findings[0]
    assert (found.place.line, found.place.column, found.place.end_line, found.place.end_column) == place
    assert [(r.place.line, r.place.column) for r in found.related] == related
    assert said in found.message
    assert found.help


def test_of_a_key_given_three_times_the_first_stands() -> None:
    """Each repetition is a finding that points at the first."""
    root, findings = read("a: 1\na: 2\na: 3\n")
    assert data(root) == {"a": "1"}
    assert [(f.place.line, f.related[0].place.line) for f in findings] == [(2, 1), (3, 1)]


@pytest.mark.parametrize("text", ["a: 1\nb: 1\n", "x: {a: 1}\ny: {a: 1}\n", "- {a: 1}\n- {a: 1}\n", "a: 1\nA: 2\n"])
def test_the_same_key_in_two_records_is_no_duplicate(text: str) -> None:
    """Only keys of one record can be given twice."""
    assert read(text)[1] == []


# ------------------------------------------------------------------ syntax: one finding, place, remedy

SYNTAX = [
    # text, (line, column), words of the message, words of the remedy
    ("a: b: c\n", (1, 5), "colon", "quotes"),
    ("noi_nhan:\n  - Lưu: VT: hai Sở\n", (2, 12), "colon", "quotes"),
    ("a: 1\n  b: 2\n", (2, 4), "colon", "indentation"),
    ("a: 1\n<<<<<<< ours\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n", (2, 1), "a merge was left unfinished", "remove"),
    ("a: 1\nb\nc: 2\n", (2, 1), 'neither "key: value"', "colon"),
    ("a:\n  b: 1\n c: 2\n", (3, 2), "indentation", "same indentation"),
    ("- 1\na: 2\n", (2, 1), "indentation", "dash"),
    ("a: [1, 2\nb: 3\n", (1, 4), "bracket", "commas"),
    ("a: {x: 1 y: 2}\n", (1, 11), "brace", "commas"),
    ('a: "abc\nb: 1\n', None, "quotation mark", "close"),
    ("a: 'abc\n", None, "quotation mark", "close"),
    ("a: @x\n", (1, 4), "cannot begin", "quotes"),
    ("a: `x\n", (1, 4), "cannot begin", "quotes"),
    ("a: %x\n", (1, 4), "cannot begin", "quotes"),
    ("a: !x!foo y\n", (1, 4), "not defined", "quotes"),
    ("a: 1\n---\nb: 2\n", (2, 1), "second document", "file of its own"),
    ("--- a\n--- b\n", (2, 1), "second document", "remove the line"),
    ("? [a]\n: b\n", (1, 3), "a key must be a word", "quotes"),
    ("[a]: b\n", (1, 1), "a key must be a word", "quotes"),
    ("x:\n  {a: b}: c\n", (2, 3), "a key must be a word", "quotes"),
    ('a: "\\q"\n', (1, 5), "escape", "check the line"),
    ("a: ]\n", (1, 4), "not YAML", "check the line"),
    ("- a: 1\n\t- b\n", (2, 1), "tab", "spaces"),
    ("a:\n\tb: 1\n", (2, 1), "tab", "spaces"),
    ("\ta: 1\n", (1, 1), "tab", "spaces"),
    ("a:\n  b: 1\n\tc: 2\n", (3, 1), "tab", "spaces"),
]


@pytest.mark.parametrize(("text", "place", "message", "remedy"), SYNTAX)
def test_a_syntax_error_is_one_finding_with_place_and_remedy(
    text: str, place: tuple[int, int] | None, message: str, remedy: str
) -> None:
    """No tree, one finding, at the line that an editor should jump to, in a clerk's words."""
    root, findings = read(text)
    assert root is None
    assert [f.rule for f in findings] == ["syntax"]
    found = findings[0]
    if place:
        assert (found.place.line, found.place.column) == place
    assert message in found.message
    assert remedy in found.help


@pytest.mark.parametrize("quote", ['"', "'"])
def test_an_open_quotation_mark_is_told_where_it_opens(quote: str) -> None:
    """The end of the file, where the parser gives up, helps nobody: the opening mark is named."""
    _root, (found,) = read(f"a: 1\nb: {quote}abc\nc: 1\nd: 2\n")
    places = [(found.place.line, found.place.column), *((r.place.line, r.place.column) for r in found.related)]
    assert (2, 4) in places


@pytest.mark.parametrize(
    "text",
    ["a: 'b: c'\n", "a: http://x\n", "a: '@x'\n", "a: 12:30\n", "a: x @y %z\n", 'a: "x # y"\n', "a: b [c] {d}\n"],
)
def test_a_text_that_only_looks_dangerous_is_silent(text: str) -> None:
    """Quotes heal; colons without a space, brackets and at-signs inside a text are text."""
    assert read(text)[1] == []


# ------------------------------------------------------------------ hostile texts


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "{a: " * 10_000, "- " * 10_000, "[" * 10_000 + "]" * 10_000, "a: [" * 10_000]
)
def test_ten_thousand_levels_stop_at_the_limit(text: str) -> None:
    """One finding where the limit is passed, at once."""
    began = time.perf_counter()
    root, findings = read(text)
    assert root is None
    assert [f.rule for f in findings] == ["yaml-depth"]
    assert time.perf_counter() - began < 5
    assert findings[0].place.column <= 4 * (MAX_DEPTH + 3)
    assert str(MAX_DEPTH) in findings[0].message


def test_the_deepest_nesting_that_is_allowed_is_read() -> None:
    """Forty levels are read, forty-one are not."""

    def nested(depth: int) -> str:
        return "[" * depth + "]" * depth

    assert read(nested(MAX_DEPTH))[1] == []
    assert [f.rule for f in read(nested(MAX_DEPTH + 1))[1]] == ["yaml-depth"]


def test_a_billion_laughs_are_one_finding() -> None:
    """Aliases are counted, never followed."""
    lines = ['a0: &a0 "lol"']
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    began = time.perf_counter()
    root, findings = read("\n".join(lines) + "\n")
    assert root is not None
    assert [(f.rule, f.place.line, f.place.column) for f in findings] == [("yaml-alias", 2, 10)]
    assert "81" in findings[0].message
    assert time.perf_counter() - began < 5


# ------------------------------------------------------------------ properties

YAML_LIKE = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("abĐố😀 \n\n\t\r:-[]{},#&*!|>'\"%@`?~.0123456789\\=<")),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=60,
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=40), YAML_LIKE))
def test_any_text_is_read_without_fault_and_every_place_lies_inside_it(text: str) -> None:
    """Neither raises nor loops; a tree or findings; nodes and places inside the text."""
    source = Source("x.yaml", text)
    root, findings = read_yaml(source)
    for node in nodes(root):
        assert 0 <= node.start <= node.end <= len(text)
    lines = len(source.line_starts)
    for found in findings:
        for place in (found.place, *(related.place for related in found.related)):
            assert 1 <= place.line <= place.end_line <= lines
            assert 1 <= place.column <= len(source.line(place.line)) + 3  # at most its line ending
            assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert found.message
        assert found.help


SIMPLE_TEXT = st.text(
    alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x1EFF, exclude_categories=["Cs", "Cc"]), max_size=12
)
KEYS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=8)
NESTED = st.recursive(
    SIMPLE_TEXT,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=15,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.dictionaries(KEYS, NESTED, min_size=1, max_size=4), st.sampled_from([True, False, None]), st.booleans())
def test_what_a_dumper_writes_is_read_back(tree: dict[str, Any], flow: bool | None, crlf: bool) -> None:
    """Whatever the style and line endings, the tree equals the data."""
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow)
    root, findings = read(text.replace("\n", "\r\n") if crlf else text)
    assert findings == []
    assert data(root) == tree


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["05", "no", "1e3", "13:30", "2026-01-20", "~", "x"]), min_size=1, max_size=6))
def test_items_stand_on_their_lines(items: list[str]) -> None:
    """The place of each item of a list is its line, column 3."""
    source = Source("x.yaml", "".join(f"- {item}\n" for item in items))
    root, _findings = read_yaml(source)
    assert isinstance(root, Sequence)
    assert [source.line_column(node.start) for node in root.items] == [(n, 3) for n in range(1, len(items) + 1)]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: 1\nhan:Trước ngày 15/11/2026\nb: 2\n", (2, 1), "a colon without a space after it"),
        ("a:\n  - Bộ Y tế\n  - b: 1\n  -Sở Y tế\nc: 2\n", (4, 3), "a dash without a space after it"),
        ("a:\n  -Bộ Y tế\n  - Sở Y tế\n  - Lưu: VT\n", (2, 3), "a dash without a space after it"),
        ("a:\n-Bộ Y tế\n- Sở Y tế\n- Lưu: VT\n", (2, 1), "a dash without a space after it"),
        ("a: x\n  - Sở Y tế\n  - Lưu: VT\n", (3, 8), 'a colon followed by a space begins a new "key: value"'),
        ("a: {b: 1\nc: 2\n", (1, 4), "not closed"),
        ("a: 1\nb: 'x\nc: 2\n", (2, 4), "a quotation mark is opened and not closed"),
    ],
)
def test_a_sign_that_lacks_is_told_where_it_lacks(text: str, place: tuple[int, int], said: str) -> None:
    """Not where the parser notices it, some lines later."""
    root, findings = read(text)
    assert root is None
    assert [(found.place.line, found.place.column) for found in findings] == [place]
    assert said in findings[0].message
