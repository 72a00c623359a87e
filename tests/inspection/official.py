"""The decree's own sample pages, cut out of its annex III as documents of their own."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from pathlib import Path

from lxml import etree

ANNEX = Path(__file__).parents[2].parent / "shared" / "domain" / "nd30" / "Phuluc3.docx"
"""Beside the repository, not in it."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"Mẫu (\d\.\d+)\b|Mẫu văn bản \(được ban hành")


def samples(path: Path = ANNEX) -> dict[str, bytes]:
    """The sample pages by their number, without their notes; 1.3 holds two more, of what a decision issues."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    body = root.find(f"{_W}body")
    found: dict[str, list[etree._Element]] = {}
    name = ""
    section = body.find(f"{_W}sectPr")
    begun = noted = False
    for element in body:
        text = _text(element)
        match = _HEADING.match(text.strip()) if element.tag == f"{_W}p" else None
        if match and (begun or " - " in text):
            begun = True
            name = match[1] or f"1.3{'bc'[sum(one.startswith('1.3') for one in found) - 1]}"
            found[name] = []
            noted = False
        elif text.strip().startswith("Ghi chú:"):
            noted = True
        elif begun and not noted:
            found[name].append(element)
    return {name: _document(parts, root, elements, section) for name, elements in found.items()}


def _text(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{_W}t"))


def _document(
    parts: dict[str, bytes], root: etree._Element, elements: list[etree._Element], section: etree._Element
) -> bytes:
    whole = deepcopy(root)
    body = whole.find(f"{_W}body")
    for element in list(body):
        body.remove(element)
    for element in elements:
        body.append(deepcopy(element))
    body.append(deepcopy(section))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, etree.tostring(whole) if name == "word/document.xml" else data)
    return file.getvalue()
