"""The kinds of value that a field may have. Each reads a node, describes itself as JSON Schema, and in words.

A kind returns `MISSING` when it cannot read a node; it has then noted why, and the field keeps its default.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping as MappingType
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from sys import intern
from typing import Any, Final, Protocol

from phoihop.bind.places import NO_KEYS, NodePlaces
from phoihop.bind.reading import Binding
from phoihop.i18n import _
from phoihop.text.nearest import nearest
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence

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
        value: str = node.value  # type: ignore[union-attr]
        if not value or node.absent:  # type: ignore[union-attr]
            return MISSING
        # One paragraph is one line: a text folded over several lines in the file is not broken in print.
        return " ".join(value.split()) if "\n" in value or value[0] == " " or value[-1] == " " else value

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}

    def words(self) -> str:
        return "chữ"


class Code:
    """A code (mã): capital letters, digits, hyphens."""

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if node.__class__ is Scalar and _CODE.match(node.value):  # type: ignore[union-attr]
            return intern(node.value)  # type: ignore[union-attr]
        if isinstance(node, Scalar):
            if not node.absent:
                binding.report(
                    "malformed-code",
                    node,
                    _('"{value}" is not a code').format(value=node.value),
                    _('a code has capital letters, digits and hyphens, as in "NV-01" or "SYT"'),
                )
        else:
            binding.wrong_type(node, key, _("one code"), _several(node))
        return MISSING

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": CODE_PATTERN}

    def words(self) -> str:
        return "mã (chữ in hoa, chữ số, gạch nối)"


def _several(node: Node) -> str:
    if isinstance(node, Sequence):
        return _('one office leads, the others are "phoi_hop"; a group of this plan has its own code (see "gom")')
    return ""


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
        help = _("write year, month and day with hyphens: 2026-01-20")
        if match := _LOCAL_DATE.match(node.value):
            try:
                iso = date(int(match[3]), int(match[2]), int(match[1])).isoformat()
            except ValueError:
                self._no_such_day(node, node.value, binding)
                return MISSING
            help = _("write {iso}").format(iso=iso)
        binding.wrong_type(node, key, _("a date with the year first"), help)
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


class Number:
    """A whole number, such as a year."""

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if isinstance(node, Scalar) and node.value.isascii() and node.value.isdigit() and len(node.value) <= 4:
            return int(node.value)
        binding.wrong_type(node, key, _("a whole number"), _('write it as in "2026"'))
        return MISSING

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"], "pattern": "^\\d{1,4}$"}

    def words(self) -> str:
        return "số nguyên"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words, each with its value and its meaning."""

    values: MappingType[str, Any]
    meanings: MappingType[str, str]

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if not isinstance(node, Scalar):
            binding.wrong_type(node, key, _("one of: {words}").format(words=", ".join(self.values)))
            return MISSING
        if node.absent:
            return MISSING
        if (value := self.values.get(node.value, MISSING)) is not MISSING:
            return value
        guess = nearest(node.value, self.values)
        help = _('did you mean "{guess}"?').format(guess=guess) if guess else ""
        binding.wrong_type(node, key, _("one of {words}").format(words=", ".join(self.values)), help)
        return MISSING

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.values)}

    def words(self) -> str:
        return "một trong: " + "; ".join(f"`{word}` ({self.meanings[word]})" for word in self.values)


def choice_of(meanings: MappingType[Enum, str]) -> Choice:
    """A choice among an enumeration's members; their values are the words in the file."""
    return Choice({m.value: m for m in meanings}, {m.value: text for m, text in meanings.items()})


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; items that cannot be read are left out, with their finding."""

    item: Kind

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if node.__class__ is not Sequence:
            if isinstance(node, Scalar) and node.absent:
                return MISSING
            binding.wrong_type(node, key, _("a list"))
            return MISSING
        read, values = self.item.read, []
        for child in node.items:  # type: ignore[union-attr]
            value = read(child, key, binding)
            if value is not MISSING:
                values.append(value)
            elif isinstance(child, Scalar) and child.absent:
                binding.wrong_type(child, key, _("a value in each item"), _("remove the empty item"))
        return tuple(values)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema()}

    def words(self) -> str:
        return "danh sách: " + self.item.words()


@dataclass(frozen=True, slots=True)
class FromText:
    """Something read from one text: `make(text, places)`. A deadline, a citation, a recipient."""

    make: Callable[[str, NodePlaces], Any]
    described: str
    text: Text = field(default_factory=Text)

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        value = self.text.read(node, key, binding)
        return value if value is MISSING else self.make(value, NodePlaces(binding.source, node.start, NO_KEYS))

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}

    def words(self) -> str:
        return self.described


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its key in the file, its name in the model, its kind, and what it means (in Vietnamese)."""

    key: str
    name: str
    kind: Kind
    meaning: str
    required: bool = False
    example: str = "..."


class Record:
    """A group of keys that becomes one model object."""

    __slots__ = ("_required", "_takes_places", "by_key", "fields", "keys", "make", "stands_in", "title")

    def __init__(
        self,
        title: str,
        make: Callable[..., Any],
        fields: list[Field],
        takes_places: bool = True,
        stands_in: MappingType[str, Any] | None = None,
    ) -> None:
        self.title = title
        self.make = make
        self.fields: list[Field] = []
        self.stands_in = stands_in
        self._takes_places = takes_places
        self.extend(fields)

    def extend(self, fields: list[Field]) -> None:
        """Add fields; a record that nests in itself (a section) gets its last field so."""
        self.fields = [*self.fields, *fields]
        self.by_key = {f.key: (f.name, f.kind.read) for f in self.fields}
        self.keys = {f.name: f.key for f in self.fields}
        self._required = [f for f in self.fields if f.required]

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if node.__class__ is not Mapping:
            if isinstance(node, Scalar) and node.absent:
                return MISSING
            binding.wrong_type(node, key, _("a group of keys ({keys})").format(keys=", ".join(self.by_key)))
            return MISSING
        assert isinstance(node, Mapping)  # noqa: S101 (tells mypy what the class test told us)
        values: dict[str, Any] = {}
        by_key = self.by_key
        for name, child in node.entries.items():
            known = by_key.get(name)
            if known is None:
                binding.unknown_key(node.keys[name], by_key, self.title)
                continue
            value = known[1](child, name, binding)
            if value is not MISSING:
                values[known[0]] = value
        for required in self._required:
            if required.name not in values and not self._supply(required, values, node, binding):
                return MISSING
        if self._takes_places:
            values["at"] = NodePlaces(binding.source, node.start, self.keys)
        return self.make(**values)

    def _supply(self, field: Field, values: dict[str, Any], node: Mapping, binding: Binding) -> bool:
        """Note a required field that is not there; a blank stands in where one can, so that the rest still binds."""
        child = node.entries.get(field.key)
        if child is None or (isinstance(child, Scalar) and child.absent):
            binding.missing_key(node, field.key, self.title, field.example)
        if isinstance(field.kind, Text | Code | Choice):
            values[field.name] = ""
        elif isinstance(field.kind, Record) and field.kind.stands_in is not None:
            places = NodePlaces(binding.source, node.start, NO_KEYS)
            values[field.name] = field.kind.make(at=places, **field.kind.stands_in)
        else:
            return False
        return True

    def schema(self) -> dict[str, Any]:
        return {"$ref": f"#/$defs/{definition_name(self.title)}"}

    def definition(self) -> dict[str, Any]:
        """The record's own schema, to stand under `$defs`."""
        properties = {f.key: f.kind.schema() | {"description": f.meaning} for f in self.fields}
        schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
        if self._required:
            schema["required"] = [f.key for f in self._required]
        return schema

    def words(self) -> str:
        return f"[{self.title}](#{definition_name(self.title)})"


def definition_name(title: str) -> str:
    """A record's title as an anchor: words joined by hyphens."""
    return "-".join(title.split())
