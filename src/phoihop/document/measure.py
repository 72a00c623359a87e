"""The width of text, for writers; the views break long names with the same table."""

from __future__ import annotations

from phoihop.views.document_measure import text_width, wrapped_width

__all__ = ["text_width", "wrapped_width"]
