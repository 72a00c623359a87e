"""The kinds of value that a field may have. Each reads a node, describes itself as JSON Schema, and in words.

A kind returns `MISSING` when it cannot read a node; it has then noted why, and the field keeps its default.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingType
from datetime import date
from enum import Enum
from sys import intern
from typing import Any, Final, NamedTuple, Protocol

from phoihop.bind.places import NO_KEYS, NodePlaces
from phoihop.bind.reading import Binding, shorten
from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Edit, Fix
from phoihop.text.nearest import nearest, plain
from phoihop.text.nodes import Node, Scalar, Sequence

MISSING: Final[Any] = object()
"""No value: nothing was written, or what was written could not be read (and a finding says so)."""

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_LOCAL_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z")
_CODE = re.compile(r"[A-ZĐ0-9&]+(?:[-.][A-ZĐ0-9&]+)*\Z")
CODE_PATTERN = "^[A-ZĐ0-9&]+([-.][A-ZĐ0-9&]+)*$"


class Kind(Protocol):
    """A kind of value."""

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        """The value of a node, or MISSING."""

    def schema(self) -> dict[str, Any]:
        """The kind as JSON Schema (draft 2020-12)."""

    def words(self) -> str:
        """The kind in Vietnamese, for docs/format.md."""


class Text:
    """A line or paragraph of text, as the document prints it. White space around it is not part of it."""

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if node.__class__ is not Scalar:
            binding.wrong_type(node, key, _("a text"))
            return MISSING
        value: str = node.value
        if node.absent:
            return MISSING
        if "  " in value or value[0] == " " or value[-1] == " ":
            _stray_space(node, value, binding)
        # One paragraph is one line: a text folded over several lines in the file is not broken in print.
        return value if value.isprintable() and value == value.strip() else " ".join(value.split())

    def schema(self) -> dict[str, Any]:
        # an editor's YAML reader takes 05 for a number; here every scalar is text
        return {"type": ["string", "number", "null"]}

    def words(self) -> str:
        return "chữ"


_BLANK = re.compile(r"(?<=số) {3,}| {3,}(?=/)|(?<=ngày) {3,}|(?<=tháng) {3,}|(?<=năm) {3,}", re.IGNORECASE)


def _stray_space(node: Scalar, value: str, binding: Binding) -> None:
    """Note spaces that would print as a gap; those of a text laid out over several lines do not."""
    if "\n" in value or "\n" in binding.source.text[node.start : node.end].rstrip():
        return
    if "  " not in _BLANK.sub("", value.strip()) and value == value.strip():
        return  # "số      /KH-UBND", "ngày    tháng    năm 2026": to be filled by hand
    place = binding.place(node)
    binding.findings.append(
        Diagnostic(
            "stray-space",
            place,
            _('"{value}" has a space too many').format(value=value if len(value) <= 60 else value[:59] + "…"),
            _("one space between words, none at the ends; --fix does it"),
            fix=Fix((Edit(place, value, " ".join(value.split())),)),
        )
    )


class Code:
    """A code (mã): capital letters, digits, hyphens."""

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if node.__class__ is Scalar and _CODE.match(node.value):
            return intern(node.value)
        if isinstance(node, Scalar):
            if not node.absent:
                several = "," in node.value or ";" in node.value
                binding.report(
                    "malformed-code",
                    node,
                    _('"{value}" is not a code').format(value=shorten(node.value)),
                    _one_leads()
                    if several
                    else _('write the code ("ma"), not the name: capital letters, digits, hyphens, as in "SYT"'),
                )
        else:
            binding.wrong_type(node, key, _("one code"), _one_leads() if isinstance(node, Sequence) else "")
        return MISSING

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": CODE_PATTERN}

    def words(self) -> str:
        return "mã (chữ in hoa, chữ số, gạch nối)"


def _one_leads() -> str:
    return _('one office leads, the others are "phoi_hop"; a group of this plan has its own code (see "gom")')


class Day:
    """A date, year first: 2026-01-20."""

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if not isinstance(node, Scalar):
            binding.wrong_type(node, key, _("a date"))
            return MISSING
        if node.absent:
            return MISSING
        if match := _ISO_DATE.match(node.value):
            year, month, day = int(match[1]), int(match[2]), int(match[3])
            try:
                return date(year, month, day)
            except ValueError:
                self._no_such_day(node, f"{day}/{month}/{year}", binding)
                return MISSING
        help, iso = _("write year, month and day with hyphens: 2026-01-20"), ""
        if match := _LOCAL_DATE.match(node.value):
            try:
                iso = date(int(match[3]), int(match[2]), int(match[1])).isoformat()
            except ValueError:
                self._no_such_day(node, node.value, binding)
                return MISSING
            help = _("write {iso}").format(iso=iso)
        binding.wrong_type(node, key, _("a date with the year first"), help, iso)
        return MISSING

    @staticmethod
    def _no_such_day(node: Node, written: str, binding: Binding) -> None:
        binding.report(
            "invalid-date",
            node,
            _("{date} does not exist").format(date=written),
            _("check the day and the month in the signed document"),
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}

    def words(self) -> str:
        return "ngày, năm đứng trước: 2026-01-20"


class Number(NamedTuple):
    """A whole number between two others, both included."""

    least: int = 0
    most: int = 9999

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if isinstance(node, Scalar) and node.absent:
            return MISSING
        if isinstance(node, Scalar) and node.value.isascii() and node.value.isdigit() and len(node.value) <= 4:
            value = int(node.value)
            if self.least <= value <= self.most:
                return value
        expected = _("a whole number from {least} to {most}").format(least=self.least, most=self.most)
        binding.wrong_type(node, key, expected)
        return MISSING

    def schema(self) -> dict[str, Any]:
        return {
            "type": ["integer", "string"],
            "pattern": "^\\d{1,4}$",
            "minimum": self.least,
            "maximum": self.most,
        }

    def words(self) -> str:
        return f"số nguyên từ {self.least} đến {self.most}"


class Choice(NamedTuple):
    """One of some words, each with its value and its meaning."""

    values: MappingType[str, Any]
    meanings: MappingType[str, str]

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if not isinstance(node, Scalar):
            binding.wrong_type(node, key, _("one of {words}").format(words=", ".join(self.values)))
            return MISSING
        if node.absent:
            return MISSING
        if (value := self.values.get(node.value, MISSING)) is not MISSING:
            return value
        named = {plain(text): word for word, text in self.meanings.items()}
        guess = named.get(plain(node.value)) or nearest(node.value, self.values)
        binding.report(
            "wrong-type",
            node,
            _('"{value}" is not a value of "{key}"').format(value=shorten(node.value), key=key),
            _('did you mean "{guess}"?').format(guess=guess)
            if guess
            else _("values: {words}").format(words=", ".join(self.values)),
        )
        return MISSING

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.values)}

    def words(self) -> str:
        return "một trong: " + "; ".join(f"`{word}` ({self.meanings[word]})" for word in self.values)


def choice_of(meanings: MappingType[Enum, str]) -> Choice:
    """A choice among an enumeration's members; their values are the words in the file."""
    return Choice({m.value: m for m in meanings}, {m.value: text for m, text in meanings.items()})


class ListOf(NamedTuple):
    """A list; items that cannot be read are left out, with their finding."""

    item: Kind

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if node.__class__ is not Sequence:
            if isinstance(node, Scalar) and node.absent:
                return MISSING
            binding.wrong_type(node, key, _("a list"), _("write one item a line, each after a dash"))
            return MISSING
        read, values = self.item.read, []
        for number, child in enumerate(node.items, 1):
            value = read(child, f"{key}[{number}]", binding)
            if value is not MISSING:
                values.append(value)
            elif isinstance(child, Scalar) and child.absent:
                binding.report(
                    "wrong-type", child, _('an item of "{key}" is empty').format(key=key), _("fill it in, or remove it")
                )
        return tuple(values)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema()}

    def words(self) -> str:
        return "danh sách: " + self.item.words()


class FromText(NamedTuple):
    """Something read from one text: `make(text, places)`. A deadline, a citation, a recipient."""

    make: Callable[[str, NodePlaces], Any]
    described: str
    text: Text = Text()

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        value = self.text.read(node, key, binding)
        return value if value is MISSING else self.make(value, NodePlaces(binding.source, node.start, NO_KEYS))

    def schema(self) -> dict[str, Any]:
        return self.text.schema()

    def words(self) -> str:
        return self.described
