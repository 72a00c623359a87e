"""Records: groups of keys in a file that become one model object, declared field by field."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as MappingType
from typing import Any, NamedTuple

from phoihop.bind.kinds import MISSING, Choice, Code, Kind, Text
from phoihop.bind.places import NO_KEYS, NodePlaces
from phoihop.bind.reading import Binding
from phoihop.i18n import _
from phoihop.text.nearest import nearest, plain
from phoihop.text.nodes import Mapping, Node, Scalar


class Field(NamedTuple):
    """One field: its key in the file, its name in the model, its kind, and what it means (in Vietnamese)."""

    key: str
    name: str
    kind: Kind
    meaning: str
    required: bool = False
    example: str = "..."


class Record:
    """A group of keys that becomes one model object.

    `stands_in` gives the values of a blank one, for a record that is required and missing; `check` looks at the values
    together, and notes what does not go together.
    """

    __slots__ = ("_required", "_takes_places", "by_key", "check", "fields", "keys", "make", "stands_in", "title")

    def __init__(
        self,
        title: str,
        make: Callable[..., Any],
        fields: list[Field],
        takes_places: bool = True,
        stands_in: MappingType[str, Any] | None = None,
        check: Callable[[dict[str, Any], Node, Binding], None] | None = None,
    ) -> None:
        self.title = title
        self.make = make
        self.fields: list[Field] = []
        self.stands_in = stands_in
        self.check = check
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
            example = ", ".join(f"{f.key}: {f.example}" for f in self._required) or f"{self.fields[0].key}: ..."
            help = "" if isinstance(node, Mapping) else _("write it as in {{{example}}}").format(example=example)
            binding.wrong_type(node, key, _("a group of keys ({keys})").format(keys=", ".join(self.by_key)), help)
            return MISSING
        assert isinstance(node, Mapping)
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
        if self.check is not None:
            self.check(values, node, binding)
        if self._takes_places:
            values["at"] = NodePlaces(binding.source, node.start, self.keys)
        return self.make(**values)

    def _supply(self, field: Field, values: dict[str, Any], node: Mapping, binding: Binding) -> bool:
        """Note a required field that is not there; a blank stands in where one can, so that the rest still binds."""
        child = node.entries.get(field.key)
        unknown = (key for key in node.entries if key not in self.by_key)
        misspelt = any(nearest(key, self.by_key) == field.key for key in unknown)  # has its finding, which names this
        if not misspelt and (child is None or (isinstance(child, Scalar) and child.absent)):
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
        for required in self._required:
            if isinstance(required.kind, Text):
                properties[required.key] |= {"type": ["string", "number"], "minLength": 1}
        schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
        if self._required:
            schema["required"] = [f.key for f in self._required]
        return schema

    def words(self) -> str:
        return f"[{self.title}](#{definition_name(self.title)})"


class Short(NamedTuple):
    """A record that may be written as the value of one of its fields alone: `chot_so_lieu: 14`."""

    record: Record
    key: str

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        if not isinstance(node, Scalar) or node.absent:
            return self.record.read(node, key, binding)
        name, read = self.record.by_key[self.key]
        value = read(node, key, binding)
        if value is MISSING:
            return MISSING
        return self.record.make(**{name: value, "at": NodePlaces(binding.source, node.start, NO_KEYS)})

    def schema(self) -> dict[str, Any]:
        field = next(field for field in self.record.fields if field.key == self.key)
        return {"anyOf": [field.kind.schema(), self.record.schema()]}

    def words(self) -> str:
        field = next(field for field in self.record.fields if field.key == self.key)
        return f"{field.kind.words()}, hoặc {self.record.words()}"


def definition_name(title: str) -> str:
    """A record's title as an anchor: without accents, words joined by hyphens."""
    return "-".join(plain(title).split())
