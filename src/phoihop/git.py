"""Git, asked for what it keeps: old states of files, and when they changed. Nothing is checked out, nothing written.

What a repository says is not trusted: paths come back as bytes with their lengths, a revision is resolved to a commit's
hash before it is used, and no setting of the repository may start a program.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from phoihop.faults import EnvironmentFault, UsageFault
from phoihop.i18n import _

_REGULAR = ("100644", "100755", "100664")
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotepath=off", "-c", "log.showSignature=false")


class Blob(NamedTuple):
    """A regular file of a commit: its path from the repository's root, its object and its size in bytes."""

    path: str
    oid: str
    size: int


class Step(NamedTuple):
    """What a commit made of one file: its path before and after ("" where it is not there), and its objects.

    A merge has an old object for each of its sides.
    """

    old_path: str
    path: str
    old: tuple[str, ...]
    new: str


class Commit(NamedTuple):
    """One commit: when it was made (seconds since 1970), who wrote it, its subject, and what it changed."""

    oid: str
    when: int
    author: str
    subject: str
    first: bool
    steps: tuple[Step, ...]


class Repository:
    """A git repository, by its working tree's root."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[str, str | None] = {}  # asked for more than once while it is made out what a word means

    def commit(self, revision: str) -> str:
        """The hash of the commit that a revision means; wrong usage when there is none."""
        found = self._commit(revision)
        if found is None and revision == "HEAD":
            raise UsageFault(_("nothing is committed here yet: commit the plans first (git add plans, git commit)"))
        if found is None:
            raise UsageFault(_('git knows no revision "{revision}" here').format(revision=revision))
        return found

    def _commit(self, revision: str) -> str | None:
        if not revision or "\0" in revision:
            return None
        if revision not in self._known:
            words = ("--verify", "--quiet", "--end-of-options", revision + "^{commit}")
            found = self._run("rev-parse", *words, check=False)
            self._known[revision] = found.decode().strip() if found else None
        return self._known[revision]

    def files(self, commit: str, folder: str) -> list[Blob]:
        """The regular files of a commit below a folder (from the root, forward slashes; "" for all)."""
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", "--long", commit, "--", folder or ".")
        blobs = []
        for entry in (listed or b"").split(b"\0"):
            about, _tab, path = entry.partition(b"\t")
            mode, *rest = about.decode().split()[:1] or [""]
            if mode in _REGULAR and not rest:
                _mode, _kind, oid, size = about.decode().split()
                blobs.append(Blob(os.fsdecode(path), oid, int(size)))
        return blobs

    def staged(self, folder: str) -> list[Blob]:
        """The regular files of the index below a folder; of one that a merge left open, our side. Sizes are 0."""
        listed = self._run("ls-files", "--stage", "-z", "--", folder or ".") or b""
        blobs: dict[str, Blob] = {}
        for entry in listed.split(b"\0"):
            about, _tab, path = entry.partition(b"\t")
            mode, oid, stage = about.decode().split() if about else ("", "", "")
            if mode in _REGULAR and stage in ("0", "2"):
                blobs[os.fsdecode(path)] = Blob(os.fsdecode(path), oid, 0)
        return list(blobs.values())

    def knows(self, revision: str) -> bool:
        """Whether a text means a commit here."""
        return self._commit(revision) is not None

    def merge_base(self, one: str, other: str) -> str:
        """The commit at which two histories part; the environment's fault where none is known here."""
        commits = (self.commit(one), self.commit(other))
        found = self._run("merge-base", *commits, check=False)
        if not found:
            message = _("{one} and {other} have no common commit here; a shallow clone may lack it: fetch more")
            raise EnvironmentFault(message.format(one=one, other=other))
        return found.decode().split()[0]

    @property
    def shallow(self) -> bool:
        """Whether older commits were not fetched."""
        return (self._run("rev-parse", "--is-shallow-repository") or b"").strip() == b"true"

    def history(self, folder: str) -> list[Commit]:
        """Every commit that changed files below a folder, newest first, each before those that it stands on.

        A merge is told with what it has of none of its sides.
        """
        where = ("--raw", "-z", "-c", "-M40%", "--no-abbrev", "--topo-order", "--", folder or ".")
        log = self._run("log", f"--format={_LOG}", *where, check=False) or b""
        return [_commit(entry) for entry in log.split(b"\x01")[1:]]

    def between(self, old: str, new: str) -> frozenset[str]:
        """The commits that a revision stands on and another does not; both are hashes."""
        return frozenset((self._run("rev-list", new, f"^{old}") or b"").decode().split())

    def contents(self, oids: Iterable[str], limit: int = 0) -> Iterator[bytes]:
        """The contents of some objects, in order, from one `cat-file --batch`; of one larger than a limit, a byte
        more than that."""
        wanted = list(oids)
        if not wanted:
            return
        command = _command(self.root, "cat-file", "--batch")
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment()) as process:  # noqa: S603
            assert process.stdin is not None
            assert process.stdout is not None
            for oid in wanted:
                process.stdin.write(oid.encode() + b"\n")
                process.stdin.flush()
                header = process.stdout.readline().split()
                if len(header) != 3:
                    raise EnvironmentFault(_("git cannot read object {oid}").format(oid=oid))
                size = int(header[2])
                data = process.stdout.read(min(size, limit + 1) if limit else size)
                left = size - len(data) + 1  # the line's end, too
                while left and (chunk := process.stdout.read(min(left, 1 << 20))):
                    left -= len(chunk)
                yield data

    def changed(self, folder: str) -> tuple[dict[str, int], set[str]]:
        """When each path below a folder last changed, in seconds since 1970, by the commits that HEAD knows; and the
        paths that differ from HEAD now."""
        times: dict[str, int] = {}
        where = ("-z", "--no-renames", "--", folder or ".")
        log = self._run("log", "--format=%x01%ct", "--name-only", "-m", "--first-parent", *where, check=False) or b""
        for commit in log.split(b"\x01")[1:]:
            when, *paths = (part.strip(b"\n") for part in commit.split(b"\0"))
            for path in paths:
                if path and when.isdigit():
                    times.setdefault(os.fsdecode(path), int(when))
        status = self._run("status", "--porcelain", *where) or b""
        return times, {os.fsdecode(entry[3:]) for entry in status.split(b"\0") if entry}

    def _run(self, *arguments: str, check: bool = True) -> bytes | None:
        done = _git(self.root, *arguments)
        if done.returncode == 0:
            return done.stdout
        if not check:
            return None
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or [f"exit {done.returncode}"]
        raise EnvironmentFault(f"git: {said[-1]}")


_LOG = "%x01%H%x00%ct%x00%an%x00%s%x00%P%x00"


def _commit(entry: bytes) -> Commit:
    """A commit of `git log --raw -z`, by its five fields and what follows them."""
    oid, when, author, subject, parents, *raw = entry.split(b"\0")
    names = [text.decode("utf-8", "replace") for text in (author, subject)]
    return Commit(oid.decode(), int(when or b"0"), names[0], names[1], not parents, tuple(_steps(raw)))


def _steps(raw: list[bytes]) -> Iterator[Step]:
    """What follows a commit's fields: `:modes objects status`, then a path, or two of a renamed file."""
    waiting = iter(part.lstrip(b"\n") for part in raw)
    for about in waiting:
        if not about.startswith(b":"):
            continue
        sides = len(about) - len(about.lstrip(b":"))
        words = about.lstrip(b":").decode().split()
        oids, status = words[sides + 1 : -1], words[-1]
        before = after = os.fsdecode(next(waiting, b""))
        if sides == 1 and status[:1] in "RC":
            after = os.fsdecode(next(waiting, b""))
        old, new = tuple(oid for oid in oids[:-1] if oid.strip("0")), oids[-1] if oids[-1].strip("0") else ""
        yield Step(before if old else "", after if new else "", old, new)


def merged_lines(versions: tuple[bytes, ...], names: tuple[str, ...], marker: int) -> tuple[bytes, bool]:
    """Our version, the base and theirs merged line by line, as git does it by itself; whether that left conflicts.

    `names` label the three, `marker` is how long the markers of a conflict are.
    """
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for name, data in zip("aob", versions, strict=True):
            Path(folder, name).write_bytes(data)
        options = [f"--marker-size={marker}", *(part for name in names for part in ("-L", name))]
        done = _git(Path(folder), "merge-file", "-p", *options, "a", "o", "b")
    if not 0 <= done.returncode < 128:
        raise EnvironmentFault(f"git: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout, done.returncode > 0


def find_repository(folder: Path) -> Repository | None:
    """The repository around a folder; None when there is none, or no git."""
    try:
        done = _git(folder, "rev-parse", "--show-toplevel")
    except OSError:
        return None
    return Repository(Path(os.fsdecode(done.stdout.rstrip(b"\n")))) if done.returncode == 0 else None


def need_repository(folder: Path) -> Repository:
    """The repository around a folder; the environment's fault when there is none."""
    repository = find_repository(folder)
    if repository is None:
        raise EnvironmentFault(_("this needs git, and a folder that git keeps: there is none here"))
    return repository


def _environment() -> dict[str, str]:
    return os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat"}


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = _command(folder, *arguments)
    return subprocess.run(command, capture_output=True, env=_environment(), check=False)  # noqa: S603 (no shell)


def _command(folder: Path, *arguments: str) -> list[str]:
    return ["git", "-C", str(folder), *_SAFE, *arguments]
