"""A deadline put off in a file: the phrase is another one, the old one is kept, every other byte stays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_recording import TOP, block, bound, duty_of

from phoihop.model import Extension
from phoihop.recording import with_extension, without_extension

NEW = "chậm nhất ngày 30/6/2026"
ITEM = "{han_cu: HAN, ngay: 2026-05-01, van_ban: 45/CV-UBND}"


def item(old: str) -> str:
    return ITEM.replace("HAN", old)


# What the task says, and how it reads when its deadline is put off.
LAYOUTS = {
    "a plain phrase": (
        block("- ma: A\n  ten: a\n  han: trước ngày 15/6/2026\n  chu_tri: SYT\n- ma: B\n  ten: b\n"),
        block(
            f"- ma: A\n  ten: a\n  han: {NEW}\n  chu_tri: SYT\n  gia_han:\n    - {item('trước ngày 15/6/2026')}\n"
            "- ma: B\n  ten: b\n"
        ),
    ),
    "a phrase in double quotes": (
        block('- ma: A\n  han: "ngày 15/6/2026"  # như văn bản\n  ten: a\n'),
        block(f'- ma: A\n  han: "{NEW}"  # như văn bản\n  ten: a\n  gia_han:\n    - {item("ngày 15/6/2026")}\n'),
    ),
    "a phrase in single quotes": (
        block("- ma: A\n  han: 'ngày 15/6/2026'\n  ten: a\n"),
        block(f"- ma: A\n  han: '{NEW}'\n  ten: a\n  gia_han:\n    - {item('ngày 15/6/2026')}\n"),
    ),
    "a folded phrase": (
        block("- ma: A\n  han: >-\n    trước ngày\n    15/6/2026\n  ten: a\n"),
        block(f"- ma: A\n  han: {NEW}\n  ten: a\n  gia_han:\n    - {item('trước ngày 15/6/2026')}\n"),
    ),
    "the phrase is the last of the task": (
        block("- ma: A\n  ten: a\n  han: ngày 15/6/2026\n- ma: B\n  ten: b\n"),
        block(f"- ma: A\n  ten: a\n  han: {NEW}\n  gia_han:\n    - {item('ngày 15/6/2026')}\n- ma: B\n  ten: b\n"),
    ),
    "a task in braces": (
        block("- {ma: A, ten: a, han: ngày 15/6/2026}\n- {ma: B, ten: b}\n"),
        block(f"- {{ma: A, ten: a, han: {NEW}, gia_han: [{item('ngày 15/6/2026')}]}}\n- {{ma: B, ten: b}}\n"),
    ),
    "no line end at the end of the file": (
        block("- ma: A\n  ten: a\n  han: ngày 15/6/2026"),
        block(f"- ma: A\n  ten: a\n  han: {NEW}\n  gia_han:\n    - {item('ngày 15/6/2026')}"),
    ),
    "a phrase with a space too many": (
        block("- ma: A\n  ten: a\n  han: ngày  15/6/2026\n"),
        block(f"- ma: A\n  ten: a\n  han: {NEW}\n  gia_han:\n    - {item('ngày  15/6/2026')}\n"),
    ),
    "extended before": (
        block(
            "- ma: A\n  ten: a\n  han: ngày 15/6/2026\n  gia_han:\n    - han_cu: ngày 01/6/2026\n"
            "      ngay: 2026-04-01\n  ghi_chu: c\n"
        ),
        block(
            f"- ma: A\n  ten: a\n  han: {NEW}\n  gia_han:\n    - han_cu: ngày 01/6/2026\n      ngay: 2026-04-01\n"
            "    - han_cu: ngày 15/6/2026\n      ngay: 2026-05-01\n      van_ban: 45/CV-UBND\n  ghi_chu: c\n"
        ),
    ),
    "a review": (
        TOP + "ra_soat:\n  - ma: A\n    ten: Họp\n    han: ngày 15/6/2026\nnoi_nhan: [x]\n",
        TOP
        + f"ra_soat:\n  - ma: A\n    ten: Họp\n    han: {NEW}\n    gia_han:\n      - {item('ngày 15/6/2026')}\n"
        + "noi_nhan: [x]\n",
    ),
}


def extended(text: str) -> str | None:
    file = bound(text)
    duty = duty_of(file)
    old = duty.deadline.phrase if duty.deadline else "ngày 15/6/2026"
    return with_extension(file, duty, NEW, Extension(old, date(2026, 5, 1), document="45/CV-UBND"))


def taken_back(text: str) -> str | None:
    file = bound(text)
    return without_extension(file, duty_of(file))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_deadline_is_put_off_in_the_style_of_the_file(name: str, ending: str) -> None:
    before, after = (text.replace("\n", ending) for text in LAYOUTS[name])
    assert extended(before) == after


@pytest.mark.parametrize("name", LAYOUTS)
def test_taking_it_back_gives_the_old_plan(name: str) -> None:
    before, after = LAYOUTS[name]
    back = taken_back(after)
    assert back is not None
    assert bound(back).plan == bound(before).plan
    if "folded" not in name and before.endswith("\n"):
        assert back == before


@pytest.mark.parametrize(
    "body",
    [
        "- ma: A\n  ten: a\n  han: ngày 15/6/2026\n- ma: A\n  ten: b\n",
        "- ma: A\n  ten: a\n  han: ngày 15/6/2026\n  gia_han: chưa\n",
        "- ma: A\n  ten: a\n  han: [ngày 15/6/2026]\n",
    ],
)
def test_what_cannot_be_put_off_safely_is_not(body: str) -> None:
    assert extended(block(body)) is None


_PHRASES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), max_size=20)


@settings(max_examples=200)
@given(st.sampled_from(sorted(LAYOUTS)), _PHRASES, _PHRASES)
def test_only_the_phrase_and_its_history_change(name: str, phrase: str, note: str) -> None:
    """Whatever the words are: those that can be read are for the command to tell."""
    phrase, note = " ".join(phrase.split()) or "x", " ".join(note.split())
    file = bound(LAYOUTS[name][0])
    duty = duty_of(file)
    assert duty.deadline is not None
    extension = Extension(duty.deadline.phrase, date(2026, 5, 1), note=note)
    written = with_extension(file, duty, phrase, extension)
    if written is None:
        assert phrase in ("~", "null")  # in quotes they are words, where the file has none they are nothing
        return
    again = duty_of(bound(written))
    assert again.deadline is not None
    assert again.deadline.phrase == phrase
    assert again.extensions == (*duty.extensions, extension)
    assert again._replace(deadline=duty.deadline, extensions=duty.extensions) == duty
