"""A workspace as it was: the plans of a git revision, read without checking anything out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from phoihop.faults import EnvironmentFault, UsageFault, shown
from phoihop.git import Commit, Repository, Step, need_repository
from phoihop.i18n import _
from phoihop.text.source import Source
from phoihop.workspace import ENDINGS, PLANS, Workspace, find_root, seems_a_plan

if TYPE_CHECKING:
    from phoihop.bind.file import BoundFile
    from phoihop.change.records import Change
    from phoihop.model import Plan
    from phoihop.views.history import State
    from phoihop.views.papers.comparison import Key, Reasons


def load_revision(workspace: Workspace, revision: str) -> Workspace:
    """The workspace at a revision (a branch, a tag, HEAD~3). Paths are those that the files have here today."""
    repository = need_repository(workspace.root)
    return load_at(repository, (workspace.root, workspace.here), repository.commit(revision), workspace.files)


def load_at(
    repository: Repository, where: tuple[Path, Path], commit: str, known: Iterable[BoundFile] = ()
) -> Workspace:
    """The workspace of a commit, of the index without one; `where` are its root and the working folder.

    A file that says what one of `known` says is that one, and not read again.
    """
    from phoihop.bind.file import BoundFile, bind_bytes
    from phoihop.text.check import MAX_BYTES, too_large

    root, here = where
    folder = _inside(repository, root / PLANS)
    listed = repository.files(commit, folder) if commit else repository.staged(folder)
    blobs = [blob for blob in listed if _is_read(blob.path, folder)]
    same = {file.source.path: file for file in known}
    files: list[BoundFile] = []
    read = repository.contents((blob.oid for blob in blobs if not too_large(blob.path, blob.size)), MAX_BYTES)
    for blob in blobs:
        name = shown(repository.root / blob.path, here)
        if finding := too_large(name, blob.size):
            files.append(BoundFile(Source(name, ""), [finding]))
            continue
        data = next(read)
        if name in same and same[name].source.text.encode() == data:
            files.append(same[name])
        elif not blob.path.lower().endswith(".md") or seems_a_plan(data):
            files.append(bind_bytes(name, data))
    return Workspace(root, here, files, files, [])


def find_workspace(repository: Repository, here: Path) -> Path:
    """The workspace around a folder, else the only one of its repository."""
    # A folder "plans" above the repository is none of its own.
    if (root := find_root(here)) and root.resolve().is_relative_to(repository.root.resolve()):
        return root
    paths = [PurePosixPath(blob.path) for blob in repository.staged("")]
    found = {path.parents[i + 1] for path in paths for i, one in enumerate(path.parents) if one.name == PLANS}
    if len(found) == 1:
        return repository.root / found.pop()
    message = _('no folder "plans" in this git repository; go to a workspace that git keeps, or compare two files')
    raise UsageFault(message)


def _inside(repository: Repository, folder: Path) -> str:
    """A folder of the repository, from its root, with forward slashes."""
    try:
        return folder.resolve().relative_to(repository.root.resolve()).as_posix()
    except ValueError:  # a link that leads out
        message = _("{path} lies outside of its git repository: git does not keep what is in it")
        raise EnvironmentFault(message.format(path=shown(folder))) from None


def _is_read(path: str, folder: str) -> bool:
    """Whether a file of the folder would be read there: by its ending, and nothing on the way to it hidden."""
    parts = PurePosixPath(path).relative_to(folder).parts
    return path.lower().endswith(ENDINGS) and not any(part.startswith(".") for part in parts)


def last_changes(workspace: Workspace) -> dict[str, int]:
    """When each file of the workspace last changed, in seconds since 1970, by its path as the workspace shows it.

    Git knows it of a file that is as it was committed; of any other the file system does.
    """
    from phoihop.git import find_repository

    committed: dict[str, int] = {}
    differing: set[str] = set()
    repository = find_repository(workspace.root)
    if repository is not None:
        known, changed = repository.changed(_inside(repository, workspace.root / PLANS))
        committed = {shown(repository.root / path, workspace.here): when for path, when in known.items()}
        differing = {shown(repository.root / path, workspace.here) for path in changed}
    times = dict(committed)
    for name in (file.source.path for file in workspace.files):
        path = workspace.here / name
        if (name in differing or name not in committed) and path.exists():
            # Later than its last commit, whatever a clock or a copy has made of the file's own time.
            times[name] = max(int(path.stat().st_mtime), committed.get(name, -1) + 1)
    return times


def reasons(repository: Repository, workspace: Workspace, change: Change, old: str, new: str) -> Reasons:
    """Why each thing changed: the subjects of the commits from one to the other that made it, the earliest first."""
    from datetime import date

    from phoihop.change.compare import State as Side
    from phoihop.change.compare import compare_plan
    from phoihop.views.papers.comparison import key_of

    made = repository.between(old, new)
    commits = plan_commits(repository, workspace)
    side = Side(workspace.book, workspace.calendar)
    found: dict[str, dict[Key, str]] = {}
    for part in change.plans:
        if part.new is None or part.new.id not in workspace.book.plans:
            continue
        told = found.setdefault(part.id, {})
        for state in reversed(past_states(repository, workspace, workspace.book.plans[part.new.id], commits)):
            before = next((plan for plan in state.before if plan is not None), None)
            if state.oid not in made or state.plan is None or before is None:
                continue
            for key in {key_of(item) for item in compare_plan(before, state.plan, side, side, date.max).items}:
                told[key] = "; ".join(part for part in (told.get(key, ""), state.subject) if part)
    return found


def plan_commits(repository: Repository, workspace: Workspace) -> list[Commit]:
    """Every commit that changed the workspace's plans, newest first."""
    return repository.history(_inside(repository, workspace.root / PLANS))


def past_states(repository: Repository, workspace: Workspace, plan: Plan, commits: Iterable[Commit]) -> list[State]:
    """What each of the plans' commits made of one plan's file, newest first, under whatever name it had; first what is
    not committed."""
    from phoihop.bind.file import bind_bytes
    from phoihop.text.check import MAX_BYTES
    from phoihop.views.history import State

    path = _inside(repository, workspace.here / plan.path)
    names = {path}
    steps: list[tuple[Commit, Step]] = []
    for commit in commits:
        for step in commit.steps:
            if step.path in names:
                steps.append((commit, step))
                names |= {step.old_path} - {""}
    head = [blob.oid for blob in repository.files("HEAD", path)] if repository.knows("HEAD") else []
    paths = dict.fromkeys(head, path)
    paths |= {oid: step.path for _commit, step in reversed(steps) for oid in (*step.old, step.new)}
    contents = zip(paths, repository.contents(paths, MAX_BYTES), strict=True)
    plans = {oid: bind_bytes(paths[oid], data).plan for oid, data in contents}
    older = {step.new: step.old for _commit, step in steps}

    def readable(oids: tuple[str, ...]) -> tuple[Plan | None, ...]:
        """The plans of some objects; for one that cannot be read, what it was before."""
        for _step in steps:
            if all(plans[oid] for oid in oids):
                break
            oids = tuple(old for oid in oids for old in ((oid,) if plans[oid] else older.get(oid, ())))
        return tuple(plans[oid] for oid in oids)

    states = [
        State(
            commit.oid,
            datetime.fromtimestamp(commit.when).astimezone(),
            commit.author,
            commit.subject,
            step.path,
            plans[step.new],
            readable(step.old),
            commit.first,
        )
        for commit, step in steps
    ]
    return [State("", None, "", "", plan.path, plan, readable(tuple(head))), *states]
