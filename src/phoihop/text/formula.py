"""Texts in cells of a table that a spreadsheet opens: none of them is to become a formula."""

from __future__ import annotations

# Wide forms included (OWASP, CSV Injection).
_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """A text behind an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_BEGINS) else text


def restored(text: str) -> str:
    """A text as it was before `harmless`."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_BEGINS) else text
