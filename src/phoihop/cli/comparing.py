"""`phoihop diff --to docx`: the comparison as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phoihop.cli.common import choice
from phoihop.cli.writing import deliver, form_of, need_ending

if TYPE_CHECKING:
    from phoihop.change.records import Change
    from phoihop.views.papers.comparison import Reasons
    from phoihop.workspace import Workspace

FORMS = ("docx", "pdf", "html")
TEMPLATE = "bang-so-sanh"


def table_form(to: str, output: str) -> str:
    """The form of the table: the one that is named, else the one that the file's ending asks for; "" for no table."""
    if not to and output in ("", "-"):
        return ""
    form = choice(to or form_of(output, FORMS), FORMS, "--to")
    need_ending(output, form, FORMS)
    return form


def write_comparison(
    change: Change, workspace: Workspace, revisions: tuple[str, str] | None, to: tuple[str, str, bool]
) -> None:
    """Write the table of a change of a workspace. `revisions` are those that it lies between, None for two files; `to`
    is the form, the file, and whether a file that is there gives way."""
    from phoihop.printing import Press
    from phoihop.views.papers.comparison import comparison

    form, output, force = to
    reasons = _reasons(workspace, change, revisions) if revisions else {}
    view = comparison(change, revisions, reasons, workspace.book)
    data = Press(workspace).page(TEMPLATE, view, form)
    deliver(data, output, workspace.root, f"{TEMPLATE}.{form}", force)


def _reasons(workspace: Workspace, change: Change, revisions: tuple[str, str]) -> Reasons:
    from phoihop.git import need_repository
    from phoihop.revision import reasons

    repository = need_repository(workspace.root)
    old, new = (repository.commit(name) if repository.knows(name) else repository.commit("HEAD") for name in revisions)
    return reasons(repository, workspace, change, old, new)
