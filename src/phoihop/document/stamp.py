"""The stamp by which phoihop knows a file of its own that nobody has changed since.

HTML and Markdown end in a comment with the hash of what stands before it; a .docx names its application, which
every word processor replaces when it saves.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

_COMMENT = re.compile(rb"\n<!-- phoihop sha256:([0-9a-f]{64}) -->\n\Z")
_APPLICATION = b"<Application>phoihop</Application>"


def stamp(text: str) -> bytes:
    """A text document's bytes with its stamp at the end."""
    data = text.rstrip("\n").encode("utf-8")
    return data + b"\n<!-- phoihop sha256:" + hashlib.sha256(data).hexdigest().encode() + b" -->\n"


def is_ours(data: bytes) -> bool:
    """Whether phoihop wrote exactly this file."""
    if match := _COMMENT.search(data):
        return hashlib.sha256(data[: match.start()]).hexdigest().encode() == match[1]
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return _APPLICATION in package.read("docProps/app.xml")[:4096]
        except (zipfile.BadZipFile, KeyError, OSError, RuntimeError):
            return False
    return False
