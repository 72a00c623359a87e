"""`phoihop record`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import Today, day_given, duty_given, echo, load_workspace, today_given
from phoihop.cli.planfile import Said, Target, file_of, first_open, occurrences, one_office, write
from phoihop.faults import MistakeFault, UsageFault
from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.dates.terms import Occurrence
    from phoihop.model import Completion, Duty, Plan
    from phoihop.workspace import Workspace


_OPTIONS = {
    "record": ("--on", "--occurrence", "--evidence", "--note", "--by"),
    "--extend": ("--on", "--by-document", "--note", "--by"),
    "--suspend": ("--on", "--by-document", "--note", "--by"),
    "--resume": ("--on",),
    "--from": ("--by",),
}
"""What goes with each of the things that can be recorded; --undo goes with all of them but the last."""


def record(
    task: Annotated[str, typer.Argument(metavar="[TASK]", help=_("a task or review: PLAN/ID, or ID alone"))] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help=_("the day on which it was done, or decided"))] = "",
    occurrence: Annotated[
        str, typer.Option(metavar="N", help=_("which occurrence: its number or name; by default the first open one"))
    ] = "",
    evidence: Annotated[str, typer.Option(metavar="NUMBER", help=_("the document that shows it: 210/BC-SYT"))] = "",
    extend: Annotated[
        str, typer.Option(metavar="PHRASE", help=_("put the deadline off: the new phrase, as it was decided"))
    ] = "",
    suspend: Annotated[bool, typer.Option("--suspend", help=_("let it rest from --on on"))] = False,
    resume: Annotated[bool, typer.Option("--resume", help=_("let it go on from --on on"))] = False,
    by_document: Annotated[
        str, typer.Option(metavar="NUMBER", help=_("the document that puts it off, or lets it rest: 45/CV-UBND"))
    ] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help=_("a note"))] = "",
    by: Annotated[str, typer.Option(metavar="OFFICE", help=_("the office that told it, or decided it"))] = "",
    undo: Annotated[
        bool,
        typer.Option(
            "--undo", help=_("take the last result, or --occurrence's, or what --extend, --suspend, --resume put, out")
        ),
    ] = False,
    sheet: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="FILE", help=_("instead of a task: the sheet (.xlsx, .csv) that an office sent back")
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=_("with --from: record without asking"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("with --from: show what would be recorded"))] = False,
    skip_errors: Annotated[
        bool, typer.Option("--skip-errors", help=_("with --from: record the rest even if a row is refused"))
    ] = False,
    today: Today = "",
) -> None:
    given = {"--on": on, "--occurrence": occurrence, "--evidence": evidence, "--by-document": by_document}
    given |= {"--note": note, "--by": by}
    if (sheet is None) is not bool(task):
        raise UsageFault(_("name a task, or give --from"))
    if sheet is None and (yes or dry_run or skip_errors):
        raise UsageFault(_("--yes, --dry-run and --skip-errors go with --from"))
    kinds = {"--extend": bool(extend), "--suspend": suspend, "--resume": resume, "--from": sheet is not None}
    what = _what(kinds, given, undo)
    workspace = load_workspace()
    if sheet is not None:
        from phoihop.cli import returned

        office = one_office(workspace, by)
        returned.take(workspace, sheet, today_given(today), office, yes, dry_run, skip_errors)
        return
    target = Target(workspace, *duty_given(workspace.book, task))
    if what == "record":
        if undo:
            _undo(*target, occurrence)
        else:
            day = _day(target.plan, on, today)
            _record(*target, day, occurrence, Said(evidence, note, one_office(workspace, by)))
    elif undo:
        _take_back(what, target, extend)
    else:
        day = _day(target.plan, on, today, to_come=what != "--extend")
        said = Said(by_document, note, one_office(workspace, by))
        _change(what, target, day, today_given(today), extend, said)


def _what(kinds: dict[str, bool], given: dict[str, str], undo: bool) -> str:
    """What is to be recorded; wrong usage where that is several things, or an option says nothing of it."""
    wanted = [kind for kind, wished in kinds.items() if wished] or ["record"]
    if len(wanted) > 1:
        raise UsageFault(_("{one} does not go with {other}").format(one=wanted[1], other=wanted[0]))
    what = wanted[0]
    allowed = _OPTIONS[what]
    if undo:
        if what == "--from":
            raise UsageFault(_("{one} does not go with {other}").format(one="--undo", other=what))
        allowed = ("--occurrence",) if what == "record" else ()
        if what == "record" and any(value for option, value in given.items() if option not in allowed):
            raise UsageFault(_("--undo goes with --occurrence alone"))
    for option, value in given.items():
        if value and option not in allowed:
            raise UsageFault(_("{one} does not go with {other}").format(one=option, other="--undo" if undo else what))
    return what


def _change(what: str, target: Target, day: date, today: date, phrase: str, said: Said) -> None:
    from phoihop.cli import postponing, resting

    if what == "--extend":
        postponing.extend(target, phrase, day, said)
    elif what == "--suspend":
        resting.suspend(target, day, said)
    else:
        resting.resume(target, day, today)


def _take_back(what: str, target: Target, phrase: str) -> None:
    from phoihop.cli import postponing, resting

    if what == "--extend":
        postponing.undo_extension(target, phrase)
    else:
        resting.take_back(target, resumed=what == "--resume")


def _day(plan: "Plan", on: str, today: str, to_come: bool = False) -> date:
    """The day that --on says: not in the future unless that is `to_come`, and not before the plan."""
    day = today_given(today)
    done = day_given(on, "--on") if on else day
    if done > day and not to_come:
        raise UsageFault(_("--on: {day} is in the future").format(day=done.isoformat()))
    if plan.begins is not None and done < plan.begins:
        raise UsageFault(_("--on: the plan begins on {day}").format(day=plan.begins.isoformat()))
    return done


def _record(workspace: "Workspace", plan: "Plan", duty: "Duty", done: date, name: str, said: Said) -> None:
    from phoihop.dates.units import written
    from phoihop.model import Completion
    from phoihop.progress import Status, classify
    from phoihop.recording import with_result

    found, results = occurrences(workspace, plan, duty, done)
    chosen = _chosen(found, results, name, duty, done)
    ky = "" if chosen is None or len(found) < 2 else chosen.label or str(chosen.number)
    result = Completion(done, document=said.document, occurrence=ky, note=said.note, office=said.office)
    file = file_of(workspace, plan)
    write(workspace, file, with_result(file, duty, result), _("the result"))
    line = f"{plan.id}/{duty.id}: {duty.title}" + (f" ({ky})" if ky else "")
    state = ""
    if chosen is not None:
        late = classify(chosen.due, result, done) is Status.DONE_LATE
        state = _(", late: it was due on {due}") if late else _(", in time: it is due on {due}")
        state = state.format(due=written(chosen.due))
    echo(_("{what}: done on {day}{state}").format(what=line, day=written(done), state=state))


def _chosen(
    found: "list[Occurrence]", results: "dict[int, Completion]", name: str, duty: "Duty", done: date
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
        chosen = first_open(duty, found, results, done) or _last(duty, found, results, done)
    if chosen.number in results:
        message = _("{id} was done on {day} already; {undo} takes that result out")
        # Alone, it would take out the last result, which may be of another time.
        undo = "--undo" if len(found) < 2 else f'--undo --occurrence "{chosen.label or chosen.number}"'
        raise MistakeFault(message.format(id=duty.id, day=written(results[chosen.number].day), undo=undo))
    return chosen


def _last(duty: "Duty", found: "list[Occurrence]", results: "dict[int, Completion]", done: date) -> "Occurrence":
    """The last occurrence, where none is open; refused where several may be meant that rest."""
    from phoihop.dates.units import written
    from phoihop.progress import suspension_of
    from phoihop.schedule import Dated

    waiting = [Dated(duty, one) for one in found if one.number not in results]
    rest = suspension_of(waiting[0], done) if waiting and len(found) > 1 else None
    if rest is not None:
        message = _("{id} is suspended since {day}; --resume lets it go on, or --occurrence names what was done")
        raise MistakeFault(message.format(id=duty.id, day=written(rest.since)))
    return found[-1]


def _undo(workspace: "Workspace", plan: "Plan", duty: "Duty", name: str) -> None:
    from phoihop.dates.units import written
    from phoihop.recording import without_result
    from phoihop.results import named

    if not duty.completions:
        raise MistakeFault(_("{id} has no result to take out").format(id=duty.id))
    index = len(duty.completions) - 1
    if name:
        found, results = occurrences(workspace, plan, duty, duty.completions[-1].day)
        result = results.get(named(name, found))
        if result is None:
            raise MistakeFault(_('"{name}" has no result').format(name=name))
        index = next(i for i, one in enumerate(duty.completions) if one is result)
    file = file_of(workspace, plan)
    write(workspace, file, without_result(file, duty, index), _("the result"))
    taken = duty.completions[index]
    message = _("{plan}/{id}: the result of {day} is taken out")
    echo(message.format(plan=plan.id, id=duty.id, day=written(taken.day)))
