"""The program as a process of its own: what it imports, consoles, pipes, full disks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import plan_text, program

HEAVY = {"jinja2", "rich", "docx", "typst", "openpyxl", "dateutil", "markupsafe", "lxml", "pydantic"}
GOOD = plan_text("ma: A, ten: Việc, chu_tri: SYT, han: ngày 18/11/2026")
TODAY = ("--today", "2026-11-17")


@pytest.fixture
def filled(space: Path) -> Path:
    """A workspace with one good plan."""
    (space / "plans/kh.yaml").write_text(GOOD, encoding="utf-8")
    return space


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (("--version",), HEAVY | {"yaml"}),
        (("validate",), HEAVY),
        (("validate", "--format", "json"), HEAVY),
        (("rules",), HEAVY),
        (("due", *TODAY, "--format", "plain"), HEAVY - {"dateutil"}),
        (("due", *TODAY, "--format", "json"), HEAVY - {"dateutil"}),
    ],
)
def test_heavy_modules_are_imported_only_by_who_needs_them(
    arguments: tuple[str, ...], absent: set[str], filled: Path
) -> None:
    """A command starts fast because it loads little."""
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print('MODULES', *sorted({n.split('.')[0] for n in sys.modules}), file=sys.stderr))\n"
        f"sys.argv = ['phoihop', *{arguments!r}]\n"
        "from phoihop.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=filled,
        env={**os.environ, "PHOIHOP_LANG": "en"},
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.split("MODULES ")[1].split())
    assert loaded & absent == set()


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "C"},
        {"LC_ALL": "vi_VN.UTF-8", "PHOIHOP_LANG": ""},
    ],
)
@pytest.mark.parametrize(
    "arguments", [("validate",), ("due", *TODAY), ("due", *TODAY, "--format", "table"), ("--help",)]
)
def test_no_locale_makes_it_fault(environment: dict[str, str], arguments: tuple[str, ...], filled: Path) -> None:
    """A pipe gets UTF-8, whatever the locale says."""
    done = program(*arguments, cwd=filled, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    done.stdout.decode("utf-8")
    if arguments[0] == "due":
        assert "Việc" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
@pytest.mark.parametrize("arguments", [("due", *TODAY), ("validate",)])
def test_a_latin_1_terminal_shows_what_it_can(arguments: tuple[str, ...], filled: Path) -> None:
    """Letters that it has not become question marks; nothing faults."""
    import pty

    (filled / "plans/hong.yaml").write_text(GOOD.replace("chu_tri: SYT", "chu_tri: ĐẾN"), encoding="utf-8")
    master, slave = pty.openpty()
    try:
        done = program(
            *arguments,
            cwd=filled,
            env={"PYTHONIOENCODING": "latin-1", "TERM": "dumb"},
            capture_output=False,
            stdout=slave,
            stderr=subprocess.PIPE,
        )
    finally:
        os.close(slave)
    shown = os.read(master, 100_000)
    os.close(master)
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    assert shown


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pipe")
@pytest.mark.parametrize(
    "arguments", [("due", *TODAY), ("validate",), ("schema",), ("rules",), ("render", "kh", "-o", "-", "--to", "html")]
)
def test_a_reader_that_has_had_enough_is_no_fault(arguments: tuple[str, ...], filled: Path) -> None:
    """`phoihop ... | head -1`: silent, and clean."""
    read, write = os.pipe()
    os.close(read)
    try:
        done = program(*arguments, cwd=filled, capture_output=False, stdout=write, stderr=subprocess.PIPE)
    finally:
        os.close(write)
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [("due", *TODAY), ("validate",)])
def test_a_full_disk_is_the_environments_fault(arguments: tuple[str, ...], filled: Path) -> None:
    """Exit code 3 and one line, no traceback."""
    with open("/dev/full", "wb") as full:
        done = program(*arguments, cwd=filled, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert b"Traceback" not in done.stderr
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("arguments", ["validate", "due"])
def test_a_closed_standard_output_is_no_fault(arguments: str, filled: Path) -> None:
    """As some schedulers leave it."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m phoihop {arguments} >&-'],
        cwd=filled,
        env={**os.environ, "PHOIHOP_LANG": "en"},
        capture_output=True,
        check=False,
        timeout=20,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 3)


def test_a_pipe_gets_no_colour_and_no_wrapping(filled: Path) -> None:
    """One line an item, however narrow the terminal."""
    done = program("due", *TODAY, cwd=filled, env={"COLUMNS": "20", "FORCE_COLOR": "1"})
    assert b"\x1b" not in done.stdout
    assert done.stdout.count(b"\n") == 1


def test_the_version_is_one_line(space: Path) -> None:
    """phoihop 0.x.y."""
    done = program("--version", cwd=space)
    assert done.returncode == 0
    assert done.stdout.decode().split()[0] == "phoihop"
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code"), [((), 2), (("--help",), 0), (("-h",), 0), (("khac",), 2), (("due", "-h"), 0)]
)
def test_help_and_unknown_commands(arguments: tuple[str, ...], code: int, space: Path) -> None:
    """Help is asked for, or given with exit code 2."""
    done = program(*arguments, cwd=space)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
