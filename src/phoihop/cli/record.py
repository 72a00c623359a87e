"""`phoihop record`."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import Today, day_given, duty_given, echo, load_workspace, offices_given, today_given
from phoihop.faults import MistakeFault, UsageFault
from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.bind.file import BoundFile
    from phoihop.dates.terms import Occurrence
    from phoihop.model import Completion, Duty, Plan
    from phoihop.workspace import Workspace


def record(
    task: Annotated[str, typer.Argument(metavar="TASK", help=_("a task or review: PLAN/ID, or ID alone"))],
    on: Annotated[str, typer.Option(metavar="DATE", help=_("the day on which it was done"))] = "",
    occurrence: Annotated[
        str, typer.Option(metavar="N", help=_("which occurrence: its number or name; by default the first open one"))
    ] = "",
    evidence: Annotated[str, typer.Option(metavar="NUMBER", help=_("the document that shows it: 210/BC-SYT"))] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help=_("a note"))] = "",
    by: Annotated[str, typer.Option(metavar="OFFICE", help=_("the office that told it"))] = "",
    undo: Annotated[bool, typer.Option("--undo", help=_("take the last result, or --occurrence's, out again"))] = False,
    today: Today = "",
) -> None:
    workspace = load_workspace()
    plan, duty = duty_given(workspace.book, task)
    if undo:
        if on or evidence or note or by:
            raise UsageFault(_("--undo goes with --occurrence alone"))
        _undo(workspace, plan, duty, occurrence)
        return
    day = today_given(today)
    done = day_given(on, "--on") if on else day
    if done > day:
        raise UsageFault(_("--on: {day} is in the future").format(day=done.isoformat()))
    begins = [one for one in (plan.head.period.since, plan.head.issued) if one is not None]
    if begins and done < min(begins):
        raise UsageFault(_("--on: the plan begins on {day}").format(day=min(begins).isoformat()))
    _record(workspace, plan, duty, done, occurrence, _Said(evidence, note, _one_office(workspace, by)))


class _Said:
    """What is told of a result beside its day."""

    def __init__(self, document: str, note: str, office: str) -> None:
        self.document = " ".join(document.split())
        self.note = " ".join(note.split())
        self.office = office


def _one_office(workspace: "Workspace", name: str) -> str:
    codes = sorted(offices_given(workspace.book, name, "--by"))
    if len(codes) > 1:
        raise UsageFault(_('--by: "{name}" may be {codes}').format(name=name, codes=", ".join(codes)))
    return codes[0] if codes else ""


def _record(workspace: "Workspace", plan: "Plan", duty: "Duty", done: date, name: str, said: _Said) -> None:
    from phoihop.dates.units import written
    from phoihop.model import Completion
    from phoihop.progress import Status, classify
    from phoihop.recording import with_result

    found, results = _occurrences(workspace, plan, duty, done)
    chosen = _chosen(found, results, name, duty)
    ky = "" if chosen is None or len(found) < 2 else chosen.label or str(chosen.number)
    result = Completion(done, document=said.document, occurrence=ky, note=said.note, office=said.office)
    file = _file_of(workspace, plan)
    _write(workspace, file, with_result(file, duty, result))
    line = f"{plan.id}/{duty.id}: {duty.title}" + (f" ({ky})" if ky else "")
    state = ""
    if chosen is not None:
        late = classify(chosen.due, result, done) is Status.DONE_LATE
        state = _(", late: it was due on {due}") if late else _(", in time: it is due on {due}")
        state = state.format(due=written(chosen.due))
    echo(_("{what}: done on {day}{state}").format(what=line, day=written(done), state=state))


def _occurrences(
    workspace: "Workspace", plan: "Plan", duty: "Duty", done: date
) -> "tuple[list[Occurrence], dict[int, Completion]]":
    """The duty's occurrences, and which of them have a result."""
    from datetime import timedelta

    from phoihop.results import RESULT_REACH, assign
    from phoihop.schedule import BEGINNING, schedule

    last = max([result.day for result in duty.completions], default=date(1990, 1, 1))
    until = plan.head.period.until or max(last, done) + RESULT_REACH
    planned = schedule(plan, workspace.calendar, (BEGINNING, until + timedelta(days=62)))
    found = [item.occurrence for item in planned.dated if item.duty is duty]
    return found, assign(duty.completions, found)


def _chosen(
    found: "list[Occurrence]", results: "dict[int, Completion]", name: str, duty: "Duty"
) -> "Occurrence | None":
    """The occurrence that is meant; None for a duty without a date."""
    from phoihop.dates.units import written
    from phoihop.results import named

    if not found:
        if name:
            raise UsageFault(_("--occurrence: {id} has no dates").format(id=duty.id))
        return None
    if name:
        number = named(name, found)
        chosen = next((one for one in found if one.number == number), None)
        if chosen is None:
            names = ", ".join(one.label or str(one.number) for one in found[:12])
            raise UsageFault(_("--occurrence: there is no such one; there are: {names}").format(names=names))
    else:
        chosen = next((one for one in found if one.number not in results), found[-1])
    if chosen.number in results:
        message = _("{id} was done on {day} already; --undo takes that result out")
        raise MistakeFault(message.format(id=duty.id, day=written(results[chosen.number].day)))
    return chosen


def _undo(workspace: "Workspace", plan: "Plan", duty: "Duty", name: str) -> None:
    from phoihop.dates.units import written
    from phoihop.recording import without_result
    from phoihop.results import named

    if not duty.completions:
        raise MistakeFault(_("{id} has no result to take out").format(id=duty.id))
    index = len(duty.completions) - 1
    if name:
        found, results = _occurrences(workspace, plan, duty, duty.completions[-1].day)
        result = results.get(named(name, found))
        if result is None:
            raise MistakeFault(_('"{name}" has no result').format(name=name))
        index = next(i for i, one in enumerate(duty.completions) if one is result)
    file = _file_of(workspace, plan)
    _write(workspace, file, without_result(file, duty, index))
    taken = duty.completions[index]
    message = _("{plan}/{id}: the result of {day} is taken out")
    echo(message.format(plan=plan.id, id=duty.id, day=written(taken.day)))


def _file_of(workspace: "Workspace", plan: "Plan") -> "BoundFile":
    """The plan's file; refused where its text is not what was read, for invisible characters are read as spaces."""
    file = next(file for file in workspace.files if file.plan is plan)
    if any(finding.rule == "control-character" for finding in file.findings):
        message = _("{path} has invisible characters; delete them first, phoihop validate shows where")
        raise MistakeFault(message.format(path=file.source.path))
    return file


def _write(workspace: "Workspace", file: "BoundFile", after: str | None) -> None:
    """Write the file, unless it was changed since it was read; its byte order mark stays."""
    from codecs import BOM_UTF8

    from phoihop.workspace import replace

    if after is None:
        message = _("{path}: the result cannot be written without changing something else; write it by hand")
        raise MistakeFault(message.format(path=file.source.path))
    mark = BOM_UTF8 if any(finding.rule == "byte-order-mark" for finding in file.findings) else b""
    replace(workspace.here, file.source.path, mark + file.source.text.encode(), mark + after.encode())
