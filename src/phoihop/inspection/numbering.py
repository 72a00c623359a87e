"""Lists that Word numbers by itself: the label that a paragraph shows, and the indent that its level gives."""

from __future__ import annotations

import re
from typing import NamedTuple

from phoihop.inspection.looks import ParagraphLook, read_paragraph
from phoihop.inspection.names import child, number, value, w
from phoihop.inspection.package import Element

_PLACEHOLDER = re.compile(r"%([1-9])")
_MAX_COUNT = 30_000
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


class _Level(NamedTuple):
    form: str
    text: str
    start: int
    look: ParagraphLook


class Numbering:
    """The lists of a document; `label` counts on with every call, in the order of the paragraphs."""

    def __init__(self, root: Element | None) -> None:
        """Read word/numbering.xml, if there is one."""
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        abstract = {
            value(one, "abstractNumId") or "": {
                level: _level(element)
                for element in one.findall(w("lvl"))
                if (level := _whole(value(element, "ilvl"), -1)) in range(9)
            }
            for one in root.findall(w("abstractNum"))
        }
        for one in root.findall(w("num")):
            base = value(child(one, "abstractNumId")) or ""
            self._lists.setdefault(value(one, "numId") or "", (base, abstract.get(base, {})))

    def look(self, list_id: str | None, level: int | None) -> ParagraphLook:
        """What the level of a list says of its paragraphs."""
        _base, levels = self._lists.get(list_id or "", ("", {}))
        found = levels.get(level or 0)
        return found.look if found else ParagraphLook()

    def label(self, list_id: str | None, level: int | None) -> str:
        """The label of the next paragraph at this level of this list: "1.", "a)", "-"; "" outside of lists."""
        base, levels = self._lists.get(list_id or "", ("", {}))
        at = level or 0
        if at not in levels:
            return ""
        if levels[at].form == "bullet":
            return "-"
        counts = self._counts.setdefault(base, {})
        counts[at] = min(counts.get(at, levels[at].start - 1) + 1, _MAX_COUNT)
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            one = levels.get(other)
            return _counted(counts.get(other, one.start if one else 1), one.form if one else "decimal")

        return _PLACEHOLDER.sub(shown, levels[at].text)


def _level(element: Element) -> _Level:
    return _Level(
        value(child(element, "numFmt")) or "decimal",
        (value(child(element, "lvlText")) or "")[:40],
        min(max(_whole(value(child(element, "start")), 1), 0), _MAX_COUNT),
        read_paragraph(child(element, "pPr"))._replace(list_id=None, list_level=None),
    )


def _whole(text: str | None, otherwise: int) -> int:
    found = number(text)
    return otherwise if found is None else int(found)


def _counted(count: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        roman = ""
        for worth, sign in _ROMAN:
            roman += sign * (count // worth)
            count %= worth
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form == "none":
        return ""
    return f"{count:02}" if form == "decimalZero" else str(count)
