"""`phoihop diff`."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated
from unicodedata import normalize

import typer

from phoihop.cli.common import (
    CLEAN,
    ENVIRONMENT,
    FINDINGS,
    Force,
    Today,
    choice,
    complain_unreadable,
    echo,
    echo_json,
    load_workspace,
    speak,
    terminal_width,
    today_given,
    warn_of_mistakes,
)
from phoihop.faults import MistakeFault, UsageFault
from phoihop.i18n import _
from phoihop.workspace import ENDINGS, PLANS, Workspace, working_folder

if TYPE_CHECKING:
    from phoihop.change.records import Change
    from phoihop.git import Repository
    from phoihop.model import Book

FORMS = ("plain", "md", "json")
WORKING_TREE, INDEX = "working tree", "index"


def diff(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OLD] [NEW] [PATHS]...",
            help=_("git revisions (HEAD and the working tree by default; A..B, A...B), then paths; or two files"),
        ),
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", help=_("compare with what is staged for the next commit"))
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help=_("exit 1 when the content of an issued plan changed, or a plan cannot be read")),
    ] = False,
    today: Today = "",
    format: Annotated[str, typer.Option(metavar="|".join(FORMS))] = "plain",
    to: Annotated[
        str, typer.Option(metavar="docx|pdf|html", help=_("the comparison as a table to sign, in this form"))
    ] = "",
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="FILE", help=_("where to write; by default build/bang-so-sanh.docx")),
    ] = "",
    force: Force = False,
) -> None:
    from phoihop.cli.comparing import table_form, write_comparison
    from phoihop.output import change as printer
    from phoihop.views.change import change_view

    form = choice(format, FORMS, "--format")
    table = table_form(to, output)
    if (output or force) and not table:
        raise UsageFault(_("-o and --force go with --to: name the form of the table"))
    if table and form != FORMS[0]:
        raise UsageFault(
            _("--format {format} prints, --to {form} writes a table: give one of them").format(format=form, form=table)
        )
    day = today_given(today)
    words = what or []
    if len(words) == 2 and not staged and all(_is_plan_file(word) for word in words):
        change, space, unreadable = _files(words[0], words[1], day)
        names, revisions = (words[0], words[1]), False
    else:
        change, names, space, unreadable = _revisions(words, staged, day)
        revisions = True
    view = change_view(change, *names)
    if table:
        write_comparison(change, space, names if revisions else None, (table, output, force))
        for line in printer.unread_lines(view):
            typer.echo(f"phoihop: {line}", err=True)
    elif form == "json":
        echo_json(printer.as_json(view))
    elif form == "md":
        echo(printer.markdown(view))
    else:
        echo("\n".join(printer.lines(view, terminal_width())))
    if unreadable:
        raise typer.Exit(ENVIRONMENT)
    # Nobody knows of a plan that could not be read whether its content is another.
    failed = check and (change.unread or any(plan.content for plan in change.plans))
    raise typer.Exit(FINDINGS if failed else CLEAN)


def _is_plan_file(word: str) -> bool:
    return word.lower().endswith(ENDINGS) and Path(word).is_file()


# ---------------------------------------------------------------------- revisions


def _revisions(words: list[str], staged: bool, day: date) -> "tuple[Change, tuple[str, str], Workspace, bool]":
    from phoihop.change.compare import State, compare
    from phoihop.git import find_repository, need_repository
    from phoihop.revision import find_workspace, load_at

    here = working_folder()
    missing = next((word for word in words if word.lower().endswith(ENDINGS) and not Path(word).exists()), None)
    if missing is not None and find_repository(here) is None:
        raise UsageFault(_("{path}: there is no such file or folder").format(path=missing))
    repository = need_repository(here)
    old_name, new_name, paths = _meant(repository, words, staged)
    root = find_workspace(repository, here)
    where = (root, here)
    if new_name:
        new = load_at(repository, where, "" if staged else repository.commit(new_name))
        if new.settings and new.settings.language:
            speak(new.settings.language)
    else:
        new = load_workspace([root]) if (root / PLANS).is_dir() else Workspace(root, here, [], [], [])
    old = load_at(repository, where, repository.commit(old_name), new.files)
    only = _only([Path(os.path.abspath(here / path)) for path in paths], here, (old, new))
    states = State(old.book, old.calendar), State(_known(new), new.calendar)
    change = compare(*states, day, _years(old) == _years(new), only)
    asked = {id(file): file for file in (*old.files, *new.files) if only(file.source.path)}
    warn_of_mistakes(asked.values())
    if paths:
        stems = {_stem(file.source.path) for file in asked.values()}
        change = change._replace(unread=tuple(plan for plan in change.unread if plan in stems))
    if not any(file.organisations for file in asked.values()):
        change = change._replace(offices=(), reprinted=())
    return change, (old_name, new_name or WORKING_TREE), new, complain_unreadable(new)


def _known(workspace: Workspace) -> "Book":
    """The book; a plan whose file the system does not let read is one that cannot be read, and not gone."""
    locked = frozenset(_stem(file.path) for file in workspace.unreadable)
    return workspace.book._replace(unread=workspace.book.unread | locked)


def _stem(name: str) -> str:
    return normalize("NFC", PurePosixPath(name).stem)


def _years(workspace: Workspace) -> list[object]:
    return [file.years for file in workspace.files if file.years]


def _meant(repository: "Repository", words: list[str], staged: bool) -> tuple[str, str, list[str]]:
    """The old state, the new one ("" for the working tree) and the paths that the words say."""
    old, new, paths = "HEAD", INDEX if staged else "", list(words)
    if paths and ".." in paths[0] and not Path(paths[0]).exists():
        one, dots, other = paths[0].partition("..." if "..." in paths[0] else "..")
        if staged:
            raise UsageFault(_("--staged goes with one revision"))
        one, other = one or "HEAD", other or "HEAD"
        repository.commit(one), repository.commit(other)
        return repository.merge_base(one, other) if dots == "..." else one, other, paths[1:]
    if paths and repository.knows(paths[0]):
        old = paths.pop(0)
        if paths and not staged and repository.knows(paths[0]):
            new = paths.pop(0)
    elif paths and not Path(paths[0]).exists() and "/" not in paths[0] and not paths[0].endswith(ENDINGS):
        repository.commit(paths[0])  # says that there is none
    return old, new, paths


def _only(paths: list[Path], here: Path, states: tuple[Workspace, Workspace]) -> Callable[[str], bool]:
    """Whether a file is asked about; a path that is nowhere is wrong usage."""

    def inside(name: str, path: Path) -> bool:
        return Path(os.path.abspath(here / name)).is_relative_to(path)

    known = {file.source.path for state in states for file in state.files}
    for path in paths:
        if not any(inside(name, path) for name in known):
            raise UsageFault(_("{path}: neither of the two states has such a file").format(path=path.name))
    return lambda name: not paths or any(inside(name, path) for path in paths)


# ---------------------------------------------------------------------- two files


def _files(one: str, other: str, day: date) -> "tuple[Change, Workspace, bool]":
    from phoihop.bind.book import assemble
    from phoihop.change.compare import State, compare, compare_plan
    from phoihop.change.records import Change

    old, new = load_workspace([Path(one)]), load_workspace([Path(other)])
    unreadable = [complain_unreadable(space) for space in (old, new)]
    states = State(old.book, old.calendar), State(new.book, new.calendar)
    before, after = (space.selected[0] if space.selected else None for space in (old, new))
    if before is None or after is None:
        return Change(()), new, True
    if before.plan is not None and after.plan is not None:
        warn_of_mistakes([before, after])
        found = compare_plan(before.plan, after.plan._replace(id=before.plan.id), states[0], states[1], day)
        return Change((found,) if found.items else ()), new, any(unreadable)
    if before.organisations and after.organisations:
        alone = [State(assemble([file]), old.calendar) for file in (before, after)]
        return compare(alone[0], alone[1], day), new, any(unreadable)
    for file in (before, after):
        if not (file.plan or file.organisations):
            message = _("{path} cannot be read as a plan: run phoihop validate")
            raise MistakeFault(message.format(path=file.source.path))
    raise UsageFault(_("{old} and {new} are not of one kind").format(old=one, new=other))
