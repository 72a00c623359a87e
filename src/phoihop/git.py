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


class Repository:
    """A git repository, by its working tree's root."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def commit(self, revision: str) -> str:
        """The hash of the commit that a revision means; wrong usage when there is none."""
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}", check=False)
        if found is None:
            raise UsageFault(_('git knows no revision "{revision}" here').format(revision=revision))
        return found.decode().strip()

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

    def contents(self, oids: Iterable[str]) -> Iterator[bytes]:
        """The contents of some objects, in order, from one `cat-file --batch`."""
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
                data = process.stdout.read(int(header[2]))
                process.stdout.read(1)
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
