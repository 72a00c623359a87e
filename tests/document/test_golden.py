"""One plan as Markdown, whole: what changes in it is seen by a person."""

from __future__ import annotations

from pathlib import Path

from document import samples as s
from phoihop.document import markdown

GOLDEN = Path(__file__).with_name("cham-soc.md")


def test_state_joint_plan() -> None:
    assert markdown.write(s.document(s.STATE_JOINT), s.styles()) == GOLDEN.read_text(encoding="utf-8")


def test_the_annex_alone() -> None:
    text = markdown.write(s.document(s.STATE_JOINT, "phu-luc-nhiem-vu.html.j2"), s.styles())
    assert text.startswith("# Phụ lục\n\nDANH MỤC NHIỆM VỤ PHỐI HỢP\n")
    assert text in GOLDEN.read_text(encoding="utf-8")
