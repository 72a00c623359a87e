"""Opens a .docx from anyone, safely: only the parts that are measured, none of them beyond a limit."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from posixpath import normpath
from typing import NamedTuple, NoReturn
from xml.etree import ElementTree

from phoihop.i18n import _

MAX_FILE = 50_000_000
"""Bytes of a file that is measured at all; official documents with pictures stay far below."""
MAX_PART = 40_000_000
MAX_ENTRIES = 5_000
MAX_DEPTH = 200
MAX_ELEMENTS = 600_000
"""Of all parts together; a page takes about 450."""

Element = ElementTree.Element

_PACKAGE_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = re.compile(r"\{http://purl\.oclc\.org/ooxml/wordprocessingml/main\}")


class UnreadableDocument(Exception):
    """The bytes are no .docx that can be measured; the message says why."""


class Part(NamedTuple):
    """A part's tree, and the parts that it points to by relation id."""

    root: Element
    related: dict[str, tuple[str, str]]


class Package:
    """The parts of a .docx, parsed when they are asked for."""

    def __init__(self, data: bytes) -> None:
        """Open the archive; `UnreadableDocument` when it is none, too big, or made to mislead."""
        if len(data) > MAX_FILE:
            raise UnreadableDocument(_("it is larger than {n} MB").format(n=MAX_FILE // 1_000_000))
        _refuse_other_formats(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError):
            raise UnreadableDocument(_("it is no .docx file, or it is damaged")) from None
        if len(entries) > MAX_ENTRIES:
            raise UnreadableDocument(_("its archive holds too many entries"))
        self._entries = {entry.filename.lstrip("/"): entry for entry in entries}
        if len(self._entries) != len(entries):
            raise UnreadableDocument(_("its archive holds two entries of one name"))
        self._budget = MAX_ELEMENTS
        if "[Content_Types].xml" not in self._entries:
            raise UnreadableDocument(_("it is no .docx file, or it is damaged"))
        self._refuse_macros()

    def part(self, name: str) -> Part | None:
        """A part by its name in the archive; None when it is not there."""
        if name not in self._entries:
            return None
        root = self._parsed(name)
        folder, _slash, file = name.rpartition("/")
        related: dict[str, tuple[str, str]] = {}
        relations = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if relations in self._entries:
            for relation in self._parsed(relations).iter(f"{_PACKAGE_RELATIONS}Relationship"):
                if relation.get("TargetMode") != "External":
                    kind = relation.get("Type", "").rpartition("/")[2]
                    related[relation.get("Id", "")] = (kind, _target(folder, relation.get("Target", "")))
        return Part(root, related)

    def main(self) -> Part:
        """The document's own part, by the package's relations."""
        name = "word/document.xml"
        if "_rels/.rels" in self._entries:
            for relation in self._parsed("_rels/.rels").iter(f"{_PACKAGE_RELATIONS}Relationship"):
                if relation.get("Type", "").endswith("/officeDocument"):
                    name = _target("", relation.get("Target", ""))
        part = self.part(name)
        if part is None or not part.root.tag.endswith("}document"):
            raise UnreadableDocument(_("there is no document in it"))
        if _STRICT.match(part.root.tag):
            raise UnreadableDocument(_("it is in the Strict form; save it as an ordinary Word document (.docx)"))
        return part

    def _parsed(self, name: str) -> Element:
        target = _Limited(self._budget)
        parser = ElementTree.XMLParser(target=target)  # noqa: S314 (no DOCTYPE gets past the target)
        try:
            parser.feed(self._bytes(name))
            root = parser.close()
        except (ElementTree.ParseError, ValueError, LookupError):
            raise UnreadableDocument(_("{part} is damaged").format(part=_printable(name))) from None
        self._budget = target.left
        return root

    def _bytes(self, name: str) -> bytes:
        entry = self._entries[name]
        if entry.flag_bits & 1:
            raise UnreadableDocument(_("it is locked with a password"))
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableDocument(_("{part} is damaged").format(part=_printable(name)))
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError):
            raise UnreadableDocument(_("{part} is damaged").format(part=_printable(name))) from None
        if len(data) > MAX_PART:
            raise UnreadableDocument(_("{part} is too large when unpacked").format(part=_printable(name)))
        return data

    def _refuse_macros(self) -> None:
        types = self._bytes("[Content_Types].xml")
        if b"macroEnabled" in types:
            raise UnreadableDocument(_("it holds macros (.docm); save it as an ordinary Word document (.docx)"))
        if b"spreadsheetml.sheet.main" in types or b"presentationml.presentation.main" in types:
            raise UnreadableDocument(_("it is no Word document"))


class _Limited(ElementTree.TreeBuilder):
    """Builds a tree; a document type, undue depth and undue size end it."""

    def __init__(self, budget: int) -> None:
        super().__init__()
        self.left = budget
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        self.left -= 1
        if self._depth > MAX_DEPTH:
            raise UnreadableDocument(_("it is nested too deeply"))
        if self.left < 0:
            raise UnreadableDocument(_("it is too large to be measured"))
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, name: str, public: str | None, system: str | None) -> NoReturn:
        """Entities are declared in a document type, and no Word document has one."""
        raise UnreadableDocument(_("it declares a document type, which no Word document does"))


def _refuse_other_formats(data: bytes) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data[:1_000_000] or _ENCRYPTED in data[-1_000_000:]:
            raise UnreadableDocument(_("it is locked with a password"))
        raise UnreadableDocument(_("it is an old Word document (.doc); save it as .docx"))
    if data.startswith(b"%PDF"):
        raise UnreadableDocument(_("it is a PDF; the Word document behind it can be measured"))
    if data.startswith(b"{\\rtf"):
        raise UnreadableDocument(_("it is an RTF document; save it as .docx"))
    if not data:
        raise UnreadableDocument(_("it is empty"))


def _target(folder: str, target: str) -> str:
    """A relation's target as a name in the archive."""
    return target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}").lstrip("/")


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name[:100])
