"""A result put into a file: the plan has it, every other byte stays, and taking it out gives the file back."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from phoihop.bind.file import BoundFile, bind_bytes
from phoihop.model import Completion, Duty
from phoihop.recording import with_result, without_result
from phoihop.text.insert import scalar
from phoihop.text.source import Source
from phoihop.text.yaml_reader import read_yaml

RESULT = Completion(date(2026, 6, 30), document="12/BC-SYT", note="đủ: 3 trường")
FLOW = '{ngay: 2026-06-30, van_ban: 12/BC-SYT, ghi_chu: "đủ: 3 trường"}'
OLD = "{ngay: 2026-03-02}"
TOP = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: x}\n"


class Layout(NamedTuple):
    """The task A written in some style, and how the file reads with the result: `added` instead of `at`."""

    text: str
    at: str
    added: str
    path: str = "plans/x.yaml"


def block(body: str, *, dash: str = "  - ", after: str = "") -> str:
    """A plan with its tasks at the usual indentation."""
    indented = "\n".join("      " + line if line.strip() else line for line in body.split("\n"))
    return f"{TOP}noi_dung:\n{dash}muc: Việc\n    nhiem_vu:\n{indented}{after}"


def after(line: str, new: str, body: str, **more: str) -> Layout:
    """New lines after a line of the body."""
    return Layout(block(body, **more), line + "\n", f"{line}\n{new}\n")


LAYOUTS = {
    "no results yet": after(
        "        han: x", f"        ket_qua:\n          - {FLOW}", "- ma: A\n  ten: a\n  han: x\n- ma: B\n  ten: b\n"
    ),
    "the last of the file": after("        ten: a", f"        ket_qua:\n          - {FLOW}", "- ma: A\n  ten: a\n"),
    "a comment behind the last key": after(
        "        ten: a  # nhớ",
        f"        ket_qua:\n          - {FLOW}",
        "- ma: A\n  ten: a  # nhớ\n- ma: B\n  ten: b\n",
    ),
    "a comment under the last key": after(
        "        ten: a",
        f"        ket_qua:\n          - {FLOW}",
        "- ma: A\n  ten: a\n  # việc sau\n- ma: B\n  ten: b\n",
    ),
    "a blank line before the next": after(
        "        ten: a", f"        ket_qua:\n          - {FLOW}", "- ma: A\n  ten: a\n\n- ma: B\n  ten: b\n"
    ),
    "keys in another order": after(
        "        ma: A", f"        ket_qua:\n          - {FLOW}", "- ten: a\n  ma: A\n- ma: B\n  ten: b\n"
    ),
    "a folded text last": after(
        "          dài",
        f"        ket_qua:\n          - {FLOW}",
        "- ma: A\n  ten: >-\n    một việc\n    dài\n\n- ma: B\n  ten: b\n",
    ),
    "a literal text last": after(
        "          dài",
        f"        ket_qua:\n          - {FLOW}",
        "- ma: A\n  ten: |-\n    một việc\n    dài\n- ma: B\n  ten: b\n",
    ),
    "a text over two lines": after(
        "          dài",
        f"        ket_qua:\n          - {FLOW}",
        "- ma: A\n  ten: một việc\n    dài\n- ma: B\n  ten: b\n",
    ),
    "a quoted text over two lines": after(
        '          dài"',
        f"        ket_qua:\n          - {FLOW}",
        '- ma: A\n  ten: "một việc\n    dài"\n- ma: B\n  ten: b\n',
    ),
    "a list last": after(
        "        phoi_hop: [B, C]", f"        ket_qua:\n          - {FLOW}", "- ma: A\n  ten: a\n  phoi_hop: [B, C]\n"
    ),
    "a block list last": after(
        "          - C", f"        ket_qua:\n          - {FLOW}", "- ma: A\n  ten: a\n  phoi_hop:\n    - B\n    - C\n"
    ),
    "a list without indentation last": after(
        "        - C", f"        ket_qua:\n          - {FLOW}", "- ma: A\n  ten: a\n  phoi_hop:\n  - B\n  - C\n"
    ),
    "a flow list over lines last": after(
        "        ]", f"        ket_qua:\n          - {FLOW}", "- ma: A\n  ten: a\n  phoi_hop: [\n    B,\n  ]\n"
    ),
    "a block result before": after(
        "            van_ban: 1/BC",
        '          - ngay: 2026-06-30\n            van_ban: 12/BC-SYT\n            ghi_chu: "đủ: 3 trường"',
        "- ma: A\n  ten: a\n  ket_qua:\n    - ngay: 2026-03-02\n      van_ban: 1/BC\n  ghi_chu: g\n",
    ),
    "a block result in a list without indentation": after(
        "        - ngay: 2026-03-02",
        '        - ngay: 2026-06-30\n          van_ban: 12/BC-SYT\n          ghi_chu: "đủ: 3 trường"',
        "- ma: A\n  ten: a\n  ket_qua:\n  - ngay: 2026-03-02\n  ghi_chu: g\n",
    ),
    "a result in braces before": after(
        f"          - {OLD}", f"          - {FLOW}", f"- ma: A\n  ten: a\n  ket_qua:\n    - {OLD}\n  ghi_chu: g\n"
    ),
    "results with comments between": after(
        f"          - {OLD}  # quý I",
        f"          - {FLOW}",
        f"- ma: A\n  ten: a\n  ket_qua:\n    # đã báo cáo\n    - {OLD}  # quý I\n    # chờ quý II\n- ma: B\n  ten: b\n",
    ),
    "a list in brackets": Layout(
        block(f"- ma: A\n  ten: a\n  ket_qua: [{OLD}]  # c\n"), f"[{OLD}]", f"[{OLD}, {FLOW}]"
    ),
    "a list in brackets over lines": Layout(
        block(f"- ma: A\n  ten: a\n  ket_qua: [\n    {OLD}  # c\n  ]\n"), f"{OLD}  # c", f"{OLD}, {FLOW}  # c"
    ),
    "a list in brackets with a last comma": Layout(
        block(f"- ma: A\n  ten: a\n  ket_qua: [{OLD},]\n"), f"[{OLD},]", f"[{OLD}, {FLOW},]"
    ),
    "an empty list": Layout(block("- ma: A\n  ten: a\n  ket_qua: []\n"), "[]", f"[{FLOW}]"),
    "an empty list over lines": Layout(block("- ma: A\n  ten: a\n  ket_qua: [\n  ]\n"), "[\n", f"[{FLOW}\n"),
    "an empty key": Layout(block("- ma: A\n  ten: a\n  ket_qua:\n"), "ket_qua:", f"ket_qua: [{FLOW}]"),
    "an empty key with a comment": Layout(
        block("- ma: A\n  ten: a\n  ket_qua:  # chưa có\n  ghi_chu: g\n"), "ket_qua:", f"ket_qua: [{FLOW}]"
    ),
    "null": Layout(block("- ma: A\n  ten: a\n  ket_qua: null\n"), "null", f"[{FLOW}]"),
    "a tilde": Layout(block("- ma: A\n  ten: a\n  ket_qua: ~\n"), "~", f"[{FLOW}]"),
    "a task in braces": Layout(
        block("- {ma: A, ten: a}\n- {ma: B, ten: b}\n"), "{ma: A, ten: a}", f"{{ma: A, ten: a, ket_qua: [{FLOW}]}}"
    ),
    "a task in braces over lines": Layout(
        block("- {ma: A,\n   ten: a,  # c\n   han: x\n  }\n"), "han: x\n", f"han: x, ket_qua: [{FLOW}]\n"
    ),
    "a task in braces with a last comma": Layout(
        block("- {ma: A, ten: a,}\n"), "ten: a,", f"ten: a, ket_qua: [{FLOW}],"
    ),
    "a task in braces with results": Layout(
        block(f"- {{ma: A, ket_qua: [{OLD}], ten: a}}\n"), f"[{OLD}]", f"[{OLD}, {FLOW}]"
    ),
    "everything in brackets": Layout(
        TOP + "noi_dung: [{muc: Việc, nhiem_vu: [{ma: A, ten: a}, {ma: B, ten: b}]}]\n",
        "{ma: A, ten: a}",
        f"{{ma: A, ten: a, ket_qua: [{FLOW}]}}",
    ),
    "JSON": Layout(
        '{"phoihop": "ke-hoach/1", "van_ban": {"loai": "KH", "trich_yeu": "x"},\n'
        ' "noi_dung": [{"muc": "Việc", "nhiem_vu": [{"ma": "A", "ten": "a"}]}]}\n',
        '"ten": "a"}',
        f'"ten": "a", ket_qua: [{FLOW}]}}',
    ),
    "wide indentation": Layout(
        TOP + "noi_dung:\n    -   muc: Việc\n        nhiem_vu:\n            -   ma: A\n                ten: a\n",
        "ten: a\n",
        f"ten: a\n                ket_qua:\n                  - {FLOW}\n",
    ),
    "no indentation": Layout(
        TOP + "noi_dung:\n- muc: Việc\n  nhiem_vu:\n  - ma: A\n    ten: a\n  - ma: B\n    ten: b\n",
        "ten: a\n",
        f"ten: a\n    ket_qua:\n      - {FLOW}\n",
    ),
    "a dash on its own line": Layout(
        block("-\n  ma: A\n  ten: a\n-\n  ma: B\n  ten: b\n"),
        "ten: a\n",
        f"ten: a\n        ket_qua:\n          - {FLOW}\n",
    ),
    "quoted keys": Layout(
        block("- \"ma\": \"A\"\n  'ten': 'a'\n"), "'a'\n", f"'a'\n        ket_qua:\n          - {FLOW}\n"
    ),
    "quoted keys of a list": Layout(
        block(f'- "ma": A\n  ten: a\n  "ket_qua":\n    - {OLD}\n'), f"- {OLD}\n", f"- {OLD}\n          - {FLOW}\n"
    ),
    "no line end at the end of the file": Layout(
        block("- ma: A\n  ten: a"), "ten: a", f"ten: a\n        ket_qua:\n          - {FLOW}"
    ),
    "no line end after a list": Layout(
        block(f"- ma: A\n  ten: a\n  ket_qua:\n    - {OLD}"), f"- {OLD}", f"- {OLD}\n          - {FLOW}"
    ),
    "a document end": Layout(
        block("- ma: A\n  ten: a\n", after="...\n"), "ten: a\n", f"ten: a\n        ket_qua:\n          - {FLOW}\n"
    ),
    "a document start": Layout(
        "---\n" + block("- ma: A\n  ten: a\n"), "ten: a\n", f"ten: a\n        ket_qua:\n          - {FLOW}\n"
    ),
    "in a section of a section": Layout(
        TOP + "noi_dung:\n  - muc: Ngoài\n    noi_dung:\n      - muc: Trong\n        nhiem_vu:\n          - ma: A\n"
        "            ten: a\n  - muc: Sau\n",
        "ten: a\n",
        f"ten: a\n            ket_qua:\n              - {FLOW}\n",
    ),
    "keys after the tasks": Layout(
        block("- ma: A\n  ten: a\n") + "noi_nhan: [x]\n", "ten: a\n", f"ten: a\n        ket_qua:\n          - {FLOW}\n"
    ),
    "a review": Layout(
        TOP + "ra_soat:\n  - ma: A\n    ten: Họp\n    loai: giao-ban\nnoi_nhan: [x]\n",
        "giao-ban\n",
        f"giao-ban\n    ket_qua:\n      - {FLOW}\n",
    ),
    "a link of a chain": Layout(
        TOP + "ra_soat:\n  - ma: R\n    ten: Báo cáo\n    loai: bao-cao\n    chuoi:\n"
        "      - {ma: A, ten: Số liệu, truoc: 2}\n",
        "truoc: 2}",
        f"truoc: 2, ket_qua: [{FLOW}]}}",
    ),
    "Markdown": Layout(
        "---\n" + block("- ma: A\n  ten: a\n") + "---\n\n## Việc\n\nMột đoạn --- dài.\n",
        "ten: a\n",
        f"ten: a\n        ket_qua:\n          - {FLOW}\n",
        "plans/x.md",
    ),
}


def bound(text: str, path: str = "plans/x.yaml") -> BoundFile:
    file = bind_bytes(path, text.encode())
    assert file.plan is not None
    return file


def duty_of(file: BoundFile, code: str = "A") -> Duty:
    assert file.plan is not None
    return next(duty for duty in file.plan.duties() if duty.id == code)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_result_is_written_in_the_style_of_the_file(name: str, ending: str) -> None:
    layout = LAYOUTS[name]
    assert layout.text.count(layout.at) == 1, "the case itself is ambiguous"
    before = layout.text.replace("\n", ending)
    file = bound(before, layout.path)
    after = with_result(file, duty_of(file), RESULT)
    assert after == layout.text.replace(layout.at, layout.added).replace("\n", ending)


@pytest.mark.parametrize("name", LAYOUTS)
def test_taking_it_out_again_leaves_the_plan_as_it_was(name: str) -> None:
    layout = LAYOUTS[name]
    file = bound(layout.text, layout.path)
    written = with_result(file, duty_of(file), RESULT)
    assert written is not None
    again = bound(written, layout.path)
    back = without_result(again, duty_of(again), len(duty_of(again).completions) - 1)
    assert back is not None
    assert bound(back, layout.path).plan == file.plan
    if "ket_qua" not in layout.text and layout.text.endswith("\n"):
        assert back == layout.text
    elif OLD in layout.text and layout.text.endswith("\n"):
        assert back.replace(" ", "") == layout.text.replace(" ", "")


@pytest.mark.parametrize("index", [0, 1, 2])
@pytest.mark.parametrize(
    "results",
    [
        "[{ngay: 2026-01-05}, {ngay: 2026-02-05}, {ngay: 2026-03-05}]",
        "\n    - {ngay: 2026-01-05}\n    - {ngay: 2026-02-05}  # c\n    - {ngay: 2026-03-05}",
        "\n    - ngay: 2026-01-05\n      ky: '1'\n    - ngay: 2026-02-05\n    # c\n    - ngay: 2026-03-05",
        "\n  - ngay: 2026-01-05\n  - ngay: 2026-02-05\n  - ngay: 2026-03-05",
    ],
)
def test_any_of_several_results_can_be_taken_out(results: str, index: int) -> None:
    file = bound(block(f"- ma: A\n  ten: a\n  ket_qua: {results}\n  ghi_chu: cuối\n"))
    back = without_result(file, duty_of(file), index)
    assert back is not None
    months = [result.day.month for result in duty_of(bound(back)).completions]
    assert months == [month for month in (1, 2, 3) if month != index + 1]
    assert set(back.split("\n")) <= set(file.source.text.split("\n")) or "[" in results


REFUSED = {
    "two duties of one code": block("- ma: A\n  ten: a\n- ma: A\n  ten: b\n"),
    "a list that is none": block("- ma: A\n  ten: a\n  ket_qua: chưa có\n"),
    "a list whose items are none": block("- ma: A\n  ten: a\n  ket_qua: {ngay: 2026-01-01}\n"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_written_safely_is_not_written(name: str) -> None:
    file = bound(REFUSED[name])
    assert with_result(file, duty_of(file), RESULT) is None


_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), max_size=30
)


@example("0:?")
@example("a: b")
@example("a - b")
@example("2026-06-30")
@example("0o17")
@example("1e3")
@example("12:30")
@example("\u00a0a")
@settings(max_examples=500)
@given(_TEXTS)
def test_any_text_written_as_yaml_is_read_as_itself(text: str) -> None:
    for source in (f"a: {scalar(text)}\n", f"a: [{scalar(text)}]\n", f"a: {{b: {scalar(text)}}}\n"):
        root, findings = read_yaml(Source("x.yaml", source))
        assert root is not None
        assert not [one for one in findings if one.rule == "syntax"]
        value = root.entries["a"]  # type: ignore[attr-defined]
        while not hasattr(value, "value"):
            value = (value.items if isinstance(getattr(value, "items", None), list) else list(value.entries.values()))[
                0
            ]
        assert value.value == text


@settings(max_examples=300)
@given(st.sampled_from(sorted(LAYOUTS)), _TEXTS, _TEXTS, st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.booleans())
def test_an_edit_changes_what_was_meant_and_nothing_else(
    name: str, document: str, note: str, day: date, crlf: bool
) -> None:
    layout = LAYOUTS[name]
    text = layout.text.replace("\n", "\r\n") if crlf else layout.text
    file = bound(text, layout.path)
    result = Completion(day, document=" ".join(document.split()), note=" ".join(note.split()))
    written = with_result(file, duty_of(file), result)
    assert written is not None, "a text of one line can always be written"
    again = bound(written, layout.path)
    assert duty_of(again).completions == (*duty_of(file).completions, result)
    assert again.plan is not None
    assert file.plan is not None
    assert [duty for duty in again.plan.duties() if duty.id == "B"] == [
        duty for duty in file.plan.duties() if duty.id == "B"
    ]
    assert again.plan.head == file.plan.head
    kept = iter(written)
    null = layout.at in ("null", "~")  # the only thing that a result replaces
    assert null or all(letter in kept for letter in text), "a character of the file was lost"
