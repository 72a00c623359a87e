"""`phoihop record --suspend` and `--resume`: work that rests by a document, and goes on."""

from __future__ import annotations

from datetime import date, timedelta

from phoihop.cli.common import echo
from phoihop.cli.planfile import Said, Target, file_of, occurrences, write
from phoihop.faults import MistakeFault, UsageFault
from phoihop.i18n import _

_DAY = timedelta(days=1)


def suspend(target: Target, day: date, said: Said) -> None:
    """Let a duty rest from a day on, by a document."""
    from phoihop.dates.units import written
    from phoihop.model import Suspension
    from phoihop.recording import with_suspension

    duty = target.duty
    report = next((one for one in target.plan.reviews if duty in one.chain), None)
    if report is not None:
        message = _("{name} feeds {report}, and rests with it: suspend that")
        raise MistakeFault(message.format(name=target.name, report=report.id))
    if not said.document:
        raise UsageFault(_("--suspend needs the document by which it rests: --by-document"))
    for rest in duty.suspensions:
        if rest.until is None:
            message = _("{name} is suspended since {day} already; --resume lets it go on")
            raise MistakeFault(message.format(name=target.name, day=written(rest.since)))
        if day <= rest.until:
            message = _("--on: {name} was suspended until {day} before")
            raise UsageFault(message.format(name=target.name, day=written(rest.until)))
    suspension = Suspension(day, document=said.document, note=said.note, office=said.office)
    file = file_of(target.workspace, target.plan)
    write(target.workspace, file, with_suspension(file, duty, suspension), _("the suspension"))
    message = _("{name}: suspended from {day} on, by {document}")
    echo(message.format(name=target.name, day=written(day), document=said.document))


def resume(target: Target, day: date, today: date) -> None:
    """Let a duty go on from a day on; the day before is the last one on which it rested."""
    from phoihop.dates.units import written
    from phoihop.recording import ended

    duty = target.duty
    since = [rest.since for rest in duty.suspensions if rest.until is None]
    if not since:
        raise MistakeFault(_("{name} is not suspended").format(name=target.name))
    if day <= max(since):
        message = _("--on: {name} rests since {since} only; --suspend --undo takes that back")
        raise UsageFault(message.format(name=target.name, since=written(max(since))))
    file = file_of(target.workspace, target.plan)
    write(target.workspace, file, ended(file, duty, None, day - _DAY), _("the suspension's end"))
    line = _("{name}: goes on from {day}, after it rested since {since}")
    echo(line.format(name=target.name, day=written(day), since=written(min(since))))
    found, results = occurrences(target.workspace, target.plan, duty, day)
    missed = [one for one in found if one.due < day and not one.label and one.number not in results]
    if missed:
        message = _("{name}: it was due on {day}, and is overdue now; --extend puts its deadline off")
        if day > today:
            message = _(
                "{name}: it is due on {day}, and will be overdue when it goes on; --extend puts its deadline off"
            )
        echo(message.format(name=target.name, day=written(missed[0].due)))


def take_back(target: Target, resumed: bool) -> None:
    """Take the last suspension back, or (`resumed`) its end."""
    from phoihop.dates.units import written
    from phoihop.recording import ended, without_suspension

    duty = target.duty
    last = duty.suspensions[-1] if duty.suspensions else None
    if last is None:
        raise MistakeFault(_("{name} is not suspended").format(name=target.name))
    file = file_of(target.workspace, target.plan)
    if resumed:
        if last.until is None:
            raise MistakeFault(_("{name} was not resumed").format(name=target.name))
        write(target.workspace, file, ended(file, duty, last.until, None), _("the suspension's end"))
        message = _("{name}: it rests on, since {since}")
    else:
        if last.until is not None:
            raise MistakeFault(_("{name} was resumed since; take that back first").format(name=target.name))
        write(target.workspace, file, without_suspension(file, duty), _("the suspension"))
        message = _("{name}: the suspension from {since} on is taken back")
    echo(message.format(name=target.name, since=written(last.since)))
