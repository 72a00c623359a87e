"""One file bound: which kind of file it is, what it says, and everything that is wrong with it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from unicodedata import normalize

from phoihop.bind.kinds import MISSING
from phoihop.bind.places import NodePlaces
from phoihop.bind.plan import PLAN as PLAN_RECORD
from phoihop.bind.reading import Binding, shorten
from phoihop.bind.record import Record
from phoihop.bind.tree import read_tree
from phoihop.i18n import _
from phoihop.model import Act, Organisation, Plan
from phoihop.text.check import clean, decode
from phoihop.text.diagnostic import Diagnostic
from phoihop.text.nearest import nearest
from phoihop.text.nodes import Mapping, Node, Scalar
from phoihop.text.source import Source

if TYPE_CHECKING:
    from phoihop.bind.settings import Settings
    from phoihop.dates.days import CalendarYear

PLAN, OFFICES, CALENDAR, SETTINGS, ACTS = "ke-hoach/1", "co-quan/1", "lich/1", "cau-hinh/1", "can-cu/1"
SCHEMAS = (PLAN, OFFICES, CALENDAR, SETTINGS, ACTS)
"""What the first key of a file may say: the kind of file, and the version of its format."""


class BoundFile:
    """What one file gave. `schema` is empty when the file does not say what it is."""

    __slots__ = ("acts", "findings", "organisations", "plan", "schema", "settings", "source", "years")

    def __init__(self, source: Source, findings: list[Diagnostic]) -> None:
        self.source = source
        self.findings = findings
        self.schema = ""
        self.plan: Plan | None = None
        self.organisations: tuple[Organisation, ...] = ()
        self.years: tuple[CalendarYear, ...] = ()
        self.acts: tuple[Act, ...] = ()
        self.settings: Settings | None = None


_BY_NAME = {"co-quan": OFFICES, "lich": CALENDAR, "phoihop": SETTINGS, "can-cu": ACTS}
"""What the files of these names are expected to be; every other file is a plan."""

BESIDE_PLANS = tuple(_BY_NAME)
"""The stems of the files that all plans of a folder share."""


def bind_bytes(path: str, data: bytes) -> BoundFile:
    """Read and bind a file's bytes; `path` is shown to people, its stem is a plan's id."""
    stem = normalize("NFC", PurePosixPath(path).stem)  # some file systems decompose names
    source, findings = decode(path, data)
    if source is None:
        return BoundFile(Source(path, ""), findings)
    bound = bind_file(source, stem, _BY_NAME.get(stem, PLAN))
    bound.findings[:0] = findings
    return bound


def bind_file(source: Source, name: str, expected: str) -> BoundFile:
    """Bind one file's text. `name` is its stem (a plan's id); `expected` what a file of its name should be."""
    readable, findings = clean(source)
    bound = BoundFile(readable, findings)
    root, found = read_tree(readable)
    findings.extend(found)
    if root is None:
        if not found:
            findings.append(_empty(source, expected))
        return bound
    if not isinstance(root, Mapping):
        binding = Binding(readable)
        binding.report(
            "wrong-type",
            root,
            _("the file is not a group of keys"),
            _('begin with "phoihop: {schema}"').format(schema=expected),
        )
        findings.extend(binding.findings)
        return bound
    bound.schema = _schema_of(root, expected, readable, findings)
    if bound.schema:
        _bind_root(bound, root, name)
    return bound


def _bind_root(bound: BoundFile, root: Mapping, name: str) -> None:
    binding = Binding(bound.source)
    value = _record(bound.schema).read(root, name, binding)
    # A character that was blanked out leaves a gap, which needs no finding of its own.
    blanked = {finding.place.line for finding in bound.findings if finding.rule == "control-character"}
    bound.findings.extend(f for f in binding.findings if f.rule != "stray-space" or f.place.line not in blanked)
    if value is MISSING:
        return
    if bound.schema == PLAN:
        places = NodePlaces(bound.source, root.start, PLAN_RECORD.keys)
        bound.plan = Plan(id=name, path=bound.source.path, **(value | {"at": places}))
    elif bound.schema == OFFICES:
        bound.organisations = value.get("organisations", ())
    elif bound.schema == CALENDAR:
        bound.years = value.get("years", ())
    elif bound.schema == ACTS:
        bound.acts = value.get("acts", ())
    else:
        bound.settings = value


def _record(schema: str) -> Record:
    # Each kind of file is declared in a module of its own, read only when such a file is met.
    if schema == PLAN:
        return PLAN_RECORD
    if schema == OFFICES:
        from phoihop.bind.offices import OFFICES as record
    elif schema == CALENDAR:
        from phoihop.bind.calendar import CALENDAR as record
    elif schema == ACTS:
        from phoihop.bind.acts import ACTS as record
    else:
        from phoihop.bind.settings import SETTINGS as record
    return record


def _schema_of(root: Mapping, expected: str, source: Source, findings: list[Diagnostic]) -> str:
    """What the file says it is; a finding and an empty string when that is nothing we know."""
    binding = Binding(source)
    node: Node | None = root.entries.get("phoihop")
    schema = ""
    if isinstance(node, Scalar) and node.value in SCHEMAS:
        schema = node.value
    elif node is None:
        binding.missing_key(root, "phoihop", _("the file"), expected)
        schema = expected  # the rest is still read as what its name promises
    else:
        written = node.value if isinstance(node, Scalar) else ""
        kind, _slash, version = written.partition("/")
        newer = version.isdigit() and int(version[:4]) > 1 and f"{kind}/1" in SCHEMAS
        binding.report(
            "unknown-schema",
            node,
            _('"{written}" is not a kind of file that this version reads').format(written=shorten(written)),
            _("the file asks for a newer phoihop: update it")
            if newer
            else _('did you mean "{guess}"?').format(guess=nearest(written, SCHEMAS) or expected),
        )
    findings.extend(binding.findings)
    return schema


def _empty(source: Source, expected: str) -> Diagnostic:
    return Diagnostic(
        "empty-file",
        source.place(0),
        _("the file is empty"),
        _('begin with "phoihop: {schema}", or delete the file').format(schema=expected),
    )
