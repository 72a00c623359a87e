"""The workspace: where plans, offices, calendars and templates are, read and written.

A workspace is a folder that holds a folder `plans/`. What it reads stays inside it: a link that leads out is not
followed; what it writes is written whole or not at all.
"""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from phoihop.faults import EnvironmentFault, UsageFault, reason, shown
from phoihop.i18n import _
from phoihop.resources import shipped_years
from phoihop.text.source import Source

if TYPE_CHECKING:
    from phoihop.bind.file import BoundFile
    from phoihop.bind.settings import Settings
    from phoihop.dates.calendar import Calendar
    from phoihop.model import Book

PLANS = "plans"
ENDINGS = (".yaml", ".yml", ".md")


class Unreadable(NamedTuple):
    """A file that could not be read, and why."""

    path: str
    reason: str


class Workspace:
    """Everything that was read. `selected` are the files that the command speaks of."""

    def __init__(
        self,
        root: Path,
        here: Path,
        files: list[BoundFile],
        selected: list[BoundFile],
        unreadable: list[Unreadable],
    ) -> None:
        self.root = root
        self.here = here
        self.files = files
        self.selected = selected
        self.unreadable = unreadable

    @cached_property
    def book(self) -> Book:
        """The plans and offices."""
        from phoihop.bind.book import assemble

        return assemble(self.files)

    @cached_property
    def calendar(self) -> Calendar:
        """The shipped calendar with the workspace's own days on top."""
        from phoihop.dates.calendar import Calendar

        return Calendar(shipped_years()).overlay(year for file in self.files for year in file.years)

    def calendars_around(self, notice: BoundFile, path: Path) -> tuple[Calendar, Calendar]:
        """The calendar without a notice and with it; the notice may be one of the workspace's own files already."""
        from phoihop.dates.calendar import Calendar

        real = os.path.realpath(path)
        others = [file for file in self.files if os.path.realpath(self.here / file.source.path) != real]
        before = Calendar(shipped_years()).overlay(year for file in others for year in file.years)
        return before, before.overlay(notice.years)

    @property
    def settings(self) -> Settings | None:
        """What plans/phoihop.yaml sets, if it is there."""
        return next((file.settings for file in self.files if file.settings is not None), None)


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds `plans/`."""
    for folder in (start, *start.parents):
        if (folder / PLANS).is_dir():
            return folder
        if folder.name == PLANS and folder.is_dir():
            return folder.parent
    return None


def load(paths: Iterable[Path] = (), *, here: Path | None = None, typed: tuple[Path, bytes] | None = None) -> Workspace:
    """Read the workspace around `here` (the working folder) or around the paths; the paths are what is selected.

    A path that is no file or folder is wrong usage; a file that cannot be read is noted, and the others are read.
    `typed` stands for a file as an editor has it: that alone is selected, and what the disk has of it is not read.
    """
    here = working_folder() if here is None else here.absolute()
    # "../x" is where it leads, not under `here`
    wanted = [Path(os.path.abspath(here / path)) for path in ([typed[0]] if typed else paths)]
    for path in wanted:
        if typed is None and not path.exists() and not path.is_symlink():
            raise UsageFault(_("{path}: there is no such file or folder").format(path=shown(path, here)))
    root = find_root(_folder(wanted[0]) if wanted else here)
    if root is None and not wanted:
        raise UsageFault(_('no folder "plans" here or in a folder above; go to a workspace, or name a file'))
    reader = _Reader(here, root or _folder(wanted[0]), {wanted[0]: typed[1]} if typed else {})
    names = list(_plan_files(root / PLANS, reader)) if root else list(_neighbours(_folder(wanted[0])))
    if not wanted:
        files = [bound for name in names if (bound := reader.read(name)) is not None]
        return reader.workspace(files, files)
    # A file may be named in another way than it is found (a link, another case): compare what the names lead to.
    chosen = {os.path.realpath(name): name for path in wanted for name in _chosen(path, reader)}
    every = {os.path.realpath(name): name for name in names} | chosen
    read = {real: bound for real, name in every.items() if (bound := reader.read(name, real in chosen))}
    return reader.workspace(list(read.values()), [read[real] for real in chosen if real in read])


def read_alone(path: Path) -> BoundFile:
    """One file by itself, wherever it lies; what cannot be read is the environment's fault."""
    here = working_folder()
    path = Path(os.path.abspath(here / path))
    reader = _Reader(here, path.parent)
    bound = reader.read(path, named=True)
    if bound is None:
        raise EnvironmentFault(f"{reader.unreadable[0].path}: {reader.unreadable[0].reason}")
    return bound


def working_folder() -> Path:
    """The folder in which the program was started."""
    try:
        return Path.cwd()
    except OSError as problem:
        raise EnvironmentFault(_("the working folder is gone: {reason}").format(reason=reason(problem))) from None


def _folder(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _plan_files(folder: Path, reader: _Reader) -> Iterator[Path]:
    """The files of a folder of plans, by name; hidden ones and linked folders are left alone."""
    if not folder.resolve().is_relative_to(reader.root):
        reader.note(folder, _("it is a link that leads out of the workspace"))
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        reader.note(folder, problem)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.name.lower().endswith(ENDINGS):
            # A link to another file of this folder is that file, not a second one.
            if not (entry.is_symlink() and _leads_into(entry.path, folder)):
                yield Path(entry.path)
        elif entry.is_dir(follow_symlinks=False):
            yield from _plan_files(Path(entry.path), reader)


def seems_a_plan(data: bytes) -> bool:
    """Whether a Markdown page is meant to be a plan: front matter, or the word in its first lines, in any encoding."""
    start = data[:2000].replace(b"\0", b"")
    return data.removeprefix(BOM_UTF8).startswith(b"---") or b"phoihop" in start


def _leads_into(link: str, folder: Path) -> bool:
    target = Path(os.path.realpath(link))
    return (
        target.is_file() and target.parent == Path(os.path.realpath(folder)) and target.name.lower().endswith(ENDINGS)
    )


def _neighbours(folder: Path) -> Iterator[Path]:
    """The offices, days and settings beside a plan that stands outside of any workspace."""
    from phoihop.bind.file import BESIDE_PLANS

    for stem in BESIDE_PLANS:
        for ending in ENDINGS[:2]:
            if (folder / (stem + ending)).is_file():
                yield folder / (stem + ending)


def _chosen(path: Path, reader: _Reader) -> Iterator[Path]:
    if path.is_dir() and not path.name.lower().endswith(ENDINGS):
        inner = path / PLANS
        yield from _plan_files(inner if inner.is_dir() else path, reader)
    else:
        yield path


class _Reader:
    """Reads files one by one and remembers which could not be read."""

    def __init__(self, here: Path, root: Path, typed: dict[Path, bytes] | None = None) -> None:
        self.here = here
        self.root = root.resolve()
        self.typed = typed or {}
        self.unreadable: list[Unreadable] = []

    def workspace(self, files: list[BoundFile], selected: list[BoundFile]) -> Workspace:
        """What was read, as a workspace."""
        return Workspace(self.root, self.here, files, selected, self.unreadable)

    def note(self, path: Path, problem: OSError | str) -> None:
        why = problem if isinstance(problem, str) else reason(problem)
        self.unreadable.append(Unreadable(shown(path, self.here), why))

    def read(self, path: Path, named: bool = False) -> BoundFile | None:
        """The file, read and bound; None when it cannot be read.

        A Markdown page that does not speak of phoihop is no plan, and is left alone unless it was named.
        """
        from phoihop.bind.file import BoundFile, bind_bytes
        from phoihop.text.check import too_large

        name = shown(path, self.here)
        if path in self.typed:
            data = self.typed[path]
            finding = too_large(name, len(data))
            return BoundFile(Source(name, ""), [finding]) if finding else bind_bytes(name, data)
        try:
            if path.is_symlink() and not path.resolve(strict=True).is_relative_to(self.root):
                self.note(path, _("it is a link that leads out of the workspace"))
                return None
            about = path.stat()
            if not stat.S_ISREG(about.st_mode):
                self.note(path, _("it is a folder, not a file") if path.is_dir() else _("it is not a file"))
                return None
            finding = too_large(name, about.st_size)
            data = b"" if finding else path.read_bytes()
        except (OSError, RuntimeError) as problem:  # RuntimeError: links in a circle
            self.note(path, problem if isinstance(problem, OSError) else _("its links go in a circle"))
            return None
        if finding:
            return BoundFile(Source(name, ""), [finding])
        if path.suffix.lower() == ".md" and not named and not seems_a_plan(data):
            return None
        return bind_bytes(name, data)


def state() -> tuple[tuple[str, int, int], ...]:
    """What tells whether a file of the workspace around the working folder was changed: names, times, sizes."""
    here = working_folder()
    root = find_root(here) or here
    paths = _plan_files(root / PLANS, _Reader(here, root)) if (root / PLANS).is_dir() else iter(())
    found = []
    for path in paths:
        try:
            about = path.stat()
        except OSError:
            continue  # a file that is being replaced just now
        found.append((str(path), about.st_mtime_ns, about.st_size))
    return tuple(found)


def replace(here: Path, name: str, before: bytes, after: bytes) -> None:
    """Write a file of the workspace, if it still says what was read of it; a link goes on leading to it."""
    path = (here / name).resolve()
    if read_bytes(path, name) != before:
        raise EnvironmentFault(_("{path} was changed meanwhile; run the command again").format(path=name))
    write_atomically(path, after)


def read_bytes(path: Path, name: str) -> bytes:
    """What a file of the workspace says now, byte by byte."""
    try:
        return path.read_bytes()
    except OSError as problem:
        raise EnvironmentFault(f"{name}: {reason(problem)}") from None


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; folders on the way are made."""
    import tempfile  # 2 ms that only a command which writes should pay

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as problem:
        raise EnvironmentFault(f"{shown(path)}: {reason(problem)}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException as problem:
        os.unlink(temporary)
        if isinstance(problem, OSError):
            raise EnvironmentFault(f"{shown(path)}: {reason(problem)}") from None
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else what a new file gets."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
