"""The laws of the architecture (docs/architecture.md), held by reading the imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).parent.parent / "src" / "phoihop"

# Top to bottom: a file imports only from rows above its own, or from its own folder.
ROWS = (
    {"i18n"},
    {"text"},
    {"dates"},
    {"model"},
    {"bind"},
    {"results"},
    {"schedule"},
    {"progress", "lint", "consent"},
    {"change"},
    {"levels", "recording", "merging"},
    {"rules"},
    {"views"},
    {"document"},
    {"inspection", "intake"},
    {"output"},
    {"faults"},
    {"resources", "git"},
    {"workspace"},
    {"revision"},
    {"printing"},
    {"cli"},
    {"__main__"},
)
RANK = {room: number for number, row in enumerate(ROWS) for room in row}
MAY_TOUCH_THE_WORLD = {"faults", "resources", "git", "workspace", "revision", "cli", "__main__"}
FILES = sorted(SOURCES.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(SOURCES).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module or "" for name in names)


def _module(path: Path) -> str:
    parts = path.relative_to(SOURCES.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module(path) for path in FILES}


def _ids(path: Path) -> str:
    return path.relative_to(SOURCES).as_posix()


@pytest.mark.parametrize("path", FILES, ids=_ids)
def test_imports_point_one_way(path: Path) -> None:
    own = _room(path)
    if own == "__init__":
        return
    for name in _imports(path):
        if name.startswith("phoihop."):
            room = name.split(".")[1]
            allowed = room == "__version__" or room == own or RANK[room] < RANK[own]
            assert allowed, f"{own} imports {room}, which stands below it"


def test_every_room_has_its_row() -> None:
    assert {_room(path) for path in FILES} - {"__init__"} == set(RANK)


def test_modules_import_each_other_in_no_circle() -> None:
    graph = {_module(path): {n for n in _imports(path) if n.startswith("phoihop.")} for path in FILES}
    seen: set[str] = set()

    def walk(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"a circle: {' -> '.join((*path, name))}"
        if name not in seen:
            for other in graph.get(name, ()):
                walk(other, (*path, name))
            seen.add(name)

    for name in graph:
        walk(name, ())


WORLD = {"os", "subprocess", "tempfile", "shutil", "socket", "time", "pathlib", "sys", "locale"}
HARMLESS = {("bind", "sys.intern"), ("bind", "pathlib.PurePosixPath")}


@pytest.mark.parametrize("path", [p for p in FILES if _room(p) not in MAY_TOUCH_THE_WORLD], ids=_ids)
def test_only_the_edges_touch_files_processes_environment_and_clock(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert not WORLD & {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in WORLD:
            for alias in node.names:
                assert (_room(path), f"{node.module}.{alias.name}") in HARMLESS
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("open", "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "print")


@pytest.mark.parametrize("path", FILES, ids=_ids)
def test_rooms_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 310
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno
            assert length <= 80, f"{node.name} has {length} lines"


def test_most_functions_are_short() -> None:
    lengths = [
        (node.end_lineno or 0) - node.lineno
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    assert sum(length < 40 for length in lengths) >= 0.97 * len(lengths)


HEAVY = ("jinja2", "rich", "docx", "lxml", "typst", "openpyxl", "xlsxwriter", "markdown_it", "icalendar")


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--version"], (*HEAVY, "dateutil", "yaml")),
        (["--help"], (*HEAVY, "dateutil", "yaml")),
        (["validate"], (*HEAVY, "dateutil")),
        (["due", "--week", "--format", "plain"], HEAVY),
        (["status", "--format", "plain"], HEAVY),
        (["rules"], (*HEAVY, "dateutil")),
        (["check", "README.md"], (*HEAVY, "dateutil", "yaml")),
        (["diff"], HEAVY),
    ],
)
def test_a_command_loads_only_what_it_needs(arguments: list[str], absent: tuple[str, ...], root: Path) -> None:
    script = (
        "import sys; from phoihop.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(' '.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, cwd=root, text=True)
    assert "phoihop.cli" in done.stderr.split()
    assert not set(absent) & {name.split(".")[0] for name in done.stderr.split()}


def test_every_public_function_and_class_says_what_it_is() -> None:
    silent = []
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if not ast.get_docstring(tree) and path.name != "__main__.py":
            silent.append(_ids(path))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                commands = _room(path) == "cli"  # a command's help stands where it is declared
                checks = _room(path) == "rules" and node.name.startswith("check_")  # the module's page says it
                if not ast.get_docstring(node) and not commands and not checks:
                    silent.append(f"{_ids(path)}: {node.name}")
    assert silent == []
