"""Which parts of a source are printed: rules that read the text itself leave comments and people's names alone."""

from __future__ import annotations

import re
from functools import lru_cache

from phoihop.text.source import Source

_NAME = re.compile(r"\bho_ten[\"']?:[^,}]*\Z")
_NAME_LENGTH = 120


def printed(source: Source, at: int) -> bool:
    """Whether what stands at an offset is neither in a comment nor a person's name."""
    begin = source.text.rfind("\n", 0, at) + 1
    if at >= _comment(source, begin):
        return False
    before = source.text[max(begin, at - _NAME_LENGTH) : at]
    return "ho_ten" not in before or _NAME.search(before) is None


@lru_cache(maxsize=4)
def _comment(source: Source, begin: int) -> int:
    """Where the comment of a line begins; past its end when it has none."""
    text = source.text
    end = text.find("\n", begin)
    end = len(text) if end < 0 else end
    at, quotes = text.find("#", begin, end), 0
    if at < 0 or _in_narrative(source, begin):
        return end + 1
    since = begin
    while at >= 0:
        quotes += text.count('"', since, at)
        # In double quotes it is a character like any other, and inside a word.
        if quotes % 2 == 0 and (at == begin or text[at - 1] in " \t"):
            return at
        since, at = at, text.find("#", at + 1, end)
    return end + 1


def _in_narrative(source: Source, at: int) -> bool:
    """Whether an offset lies below the front matter of a Markdown plan, where "#" begins a heading."""
    if not source.path.lower().endswith(".md"):
        return False
    end = source.text.find("\n---", 3)
    return 0 <= end < at
