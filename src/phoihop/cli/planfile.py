"""A plan's file as the commands write to it: what is told, where it goes, and when it is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from phoihop.cli.common import offices_given
from phoihop.faults import MistakeFault, UsageFault
from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.bind.file import BoundFile
    from phoihop.dates.terms import Occurrence
    from phoihop.model import Completion, Duty, Plan
    from phoihop.workspace import Workspace


class Target(NamedTuple):
    """The task or review that is written to."""

    workspace: Workspace
    plan: Plan
    duty: Duty

    @property
    def name(self) -> str:
        """How it is named to people."""
        return f"{self.plan.id}/{self.duty.id}"


class Said:
    """What is told beside a day: a document, a note, and by which office."""

    def __init__(self, document: str, note: str, office: str) -> None:
        self.document = " ".join(document.split())
        self.note = " ".join(note.split())
        self.office = office


def one_office(workspace: Workspace, name: str) -> str:
    """The one office that --by names; "" without it."""
    codes = sorted(offices_given(workspace.book, name, "--by"))
    if len(codes) > 1:
        raise UsageFault(_('--by: "{name}" may be {codes}').format(name=name, codes=", ".join(codes)))
    return codes[0] if codes else ""


def occurrences(
    workspace: Workspace, plan: Plan, duty: Duty, done: date
) -> tuple[list[Occurrence], dict[int, Completion]]:
    """The duty's occurrences, and which of them have a result."""
    from phoihop.results import assign
    from phoihop.schedule import BEGINNING, horizon, schedule

    planned = schedule(plan, workspace.calendar, (BEGINNING, horizon(plan, done)))
    found = [item.occurrence for item in planned.dated if item.duty is duty]
    return found, assign(duty.completions, found)


def first_open(duty: Duty, found: list[Occurrence], results: dict[int, Completion], day: date) -> Occurrence | None:
    """The first occurrence that has no result, and did not rest on a day."""
    from phoihop.progress import suspension_of
    from phoihop.schedule import Dated

    waiting = (one for one in found if one.number not in results and not suspension_of(Dated(duty, one), day))
    return next(waiting, None)


def file_of(workspace: Workspace, plan: Plan) -> BoundFile:
    """The plan's file; refused where its text is not what was read, for invisible characters are read as spaces."""
    file = next(file for file in workspace.files if file.plan is plan)
    if any(finding.rule == "control-character" for finding in file.findings):
        message = _("{path} has invisible characters; delete them first, phoihop validate shows where")
        raise MistakeFault(message.format(path=file.source.path))
    return file


def encoded(file: BoundFile, after: str | None, what: str) -> tuple[bytes, bytes]:
    """The file's bytes as they were read, and with another text; its byte order mark stays. `what` is written."""
    from codecs import BOM_UTF8

    if after is None:
        message = _("{path}: {what} cannot be written without changing something else; write it by hand")
        raise MistakeFault(message.format(path=file.source.path, what=what))
    mark = BOM_UTF8 if any(finding.rule == "byte-order-mark" for finding in file.findings) else b""
    return mark + file.source.text.encode(), mark + after.encode()


def write(workspace: Workspace, file: BoundFile, after: str | None, what: str) -> None:
    """Write the file, unless it was changed since it was read; `what` names what is new in it."""
    from phoihop.workspace import replace

    replace(workspace.here, file.source.path, *encoded(file, after, what))
