"""The wording of documents, for templates and writers; the views decide with the same functions."""

from __future__ import annotations

from phoihop.views.document_wording import (
    LETTERS,
    TYPE_NAMES,
    date_in_words,
    deadline_lowered,
    ended,
    joined,
    letter,
    listed,
    roman,
    title_lowered,
    type_name,
)

__all__ = [
    "LETTERS",
    "TYPE_NAMES",
    "date_in_words",
    "deadline_lowered",
    "ended",
    "joined",
    "letter",
    "listed",
    "roman",
    "title_lowered",
    "type_name",
]
