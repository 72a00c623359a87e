"""A workspace as it was: the plans of a git revision, read without checking anything out."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from phoihop.git import Repository, need_repository
from phoihop.text.source import Source
from phoihop.workspace import ENDINGS, PLANS, Unreadable, Workspace, seems_a_plan


def load_revision(workspace: Workspace, revision: str) -> Workspace:
    """The workspace at a revision (a branch, a tag, HEAD~3). Paths are those that the files have here today."""
    from phoihop.bind.file import BoundFile, bind_bytes
    from phoihop.faults import shown
    from phoihop.text.check import too_large

    repository = need_repository(workspace.root)
    folder = _inside(repository, workspace.root / PLANS)
    blobs = [blob for blob in repository.files(repository.commit(revision), folder) if _is_read(blob.path, folder)]
    files: list[BoundFile] = []
    unreadable: list[Unreadable] = []
    read = iter(repository.contents(blob.oid for blob in blobs if not too_large(blob.path, blob.size)))
    for blob in blobs:
        name = shown(repository.root / blob.path, workspace.here)
        if finding := too_large(name, blob.size):
            files.append(BoundFile(Source(name, ""), [finding]))
            continue
        data = next(read)
        if not blob.path.lower().endswith(".md") or seems_a_plan(data):
            files.append(bind_bytes(name, data))
    return Workspace(workspace.root, workspace.here, files, files, unreadable)


def _inside(repository: Repository, folder: Path) -> str:
    """A folder of the repository, from its root, with forward slashes."""
    return folder.resolve().relative_to(repository.root.resolve()).as_posix()


def _is_read(path: str, folder: str) -> bool:
    """Whether a file of the folder would be read there: by its ending, and nothing on the way to it hidden."""
    parts = PurePosixPath(path).relative_to(folder).parts
    return path.lower().endswith(ENDINGS) and not any(part.startswith(".") for part in parts)


def last_changes(workspace: Workspace) -> dict[str, int]:
    """When each file of the workspace last changed, in seconds since 1970, by its path as the workspace shows it.

    Git knows it of a file that is as it was committed; of any other the file system does.
    """
    from phoihop.faults import shown
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
