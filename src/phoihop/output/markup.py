"""Text that stays text in GitHub's and GitLab's Markdown."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$!])")


def escaped(text: str) -> str:
    """A text in one line that is no markup, no link and calls nobody."""
    line = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return line.replace("@", "&#64;").replace("://", ":&#47;/")
