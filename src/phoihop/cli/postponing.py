"""`phoihop record --extend`: a deadline put off, and put back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from phoihop.cli.common import echo
from phoihop.cli.planfile import Said, Target, file_of, first_open, occurrences, write
from phoihop.faults import MistakeFault, UsageFault
from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.dates.reading import Reading
    from phoihop.dates.terms import Occurrence


def extend(target: Target, phrase: str, day: date, said: Said) -> None:
    """Give a duty a later deadline, by a document; the phrase until now is kept in its history."""
    from phoihop.bind.duty import deadline_of
    from phoihop.dates.units import written
    from phoihop.model import Extension
    from phoihop.model.replacing import with_duties
    from phoihop.recording import with_extension

    phrase, duty = " ".join(phrase.split()), target.duty
    if duty.deadline is None:
        raise MistakeFault(_("{name} has no deadline that could be put off").format(name=target.name))
    if not duty.deadline.signed:
        raise MistakeFault(_("{name}: its deadline is a number in the file; change it there").format(name=target.name))
    if not said.document:
        raise UsageFault(_("--extend needs the document that puts the deadline off: --by-document"))
    if phrase.casefold() == duty.deadline.phrase.casefold():
        raise UsageFault(_('--extend: "{phrase}" is the deadline already').format(phrase=phrase))
    deadline = deadline_of(phrase)
    _readable(phrase, deadline.reading)
    was, done = occurrences(target.workspace, target.plan, duty, day)
    if duty.completions and len(done) == len(was):
        # A later deadline would make late work work in time.
        message = _("{name} was done on {day} already; there is nothing left to put off")
        raise MistakeFault(message.format(name=target.name, day=written(max(one.day for one in duty.completions))))
    changed = with_duties(target.plan, {id(duty): duty._replace(deadline=deadline)})
    later = next(new for old, new in zip(target.plan.duties(), changed.duties(), strict=True) if old is duty)
    now, results = occurrences(target.workspace, changed, later, day)
    if was and not now:
        message = _('--extend: "{phrase}" gives no day in the plan\'s time, nor in the two years after it')
        raise UsageFault(message.format(phrase=phrase))
    if lost := _lost(target, was, now):
        message = _(
            '--extend: with "{phrase}" there is no {lost} any more; give a phrase for all times, or edit the file'
        )
        raise UsageFault(message.format(phrase=phrase, lost=", ".join(lost)))
    if len(was) == len(now) == 1 and now[0].due < was[0].due:
        message = _("--extend: it would be due on {now}, earlier than now ({was}); to bring it forward, edit the file")
        raise UsageFault(message.format(now=written(now[0].due), was=written(was[0].due)))
    extension = Extension(duty.deadline.phrase, day, document=said.document, note=said.note, office=said.office)
    file = file_of(target.workspace, target.plan)
    write(target.workspace, file, with_extension(file, duty, phrase, extension), _("the extension"))
    line = _("{name}: the deadline is now “{phrase}”, by {document}; it was “{old}”")
    line = line.format(name=target.name, phrase=phrase, document=said.document, old=extension.old)
    open_now = first_open(later, now, results, day)
    echo(line + ("; " + _("due on {day}").format(day=written(open_now.due)) if open_now else ""))


def undo_extension(target: Target, phrase: str) -> None:
    """Take a duty's last extension back; `phrase` is the deadline that it gave, so that no other is taken back."""
    from phoihop.recording import without_extension

    duty = target.duty
    if not duty.extensions or duty.deadline is None:
        raise MistakeFault(_("{name} has no extension to take back").format(name=target.name))
    if " ".join(phrase.split()).casefold() != duty.deadline.phrase.casefold():
        message = _('--extend: the last extension of {name} is to "{phrase}"')
        raise UsageFault(message.format(name=target.name, phrase=duty.deadline.phrase))
    file = file_of(target.workspace, target.plan)
    write(target.workspace, file, without_extension(file, duty), _("the extension"))
    message = _("{name}: the extension is taken back; the deadline is “{old}” again")
    echo(message.format(name=target.name, old=duty.extensions[-1].old))


def _lost(target: Target, was: list[Occurrence], now: list[Occurrence]) -> list[str]:
    """What a duty has no time for any more; results that were recorded of it would be of nothing."""
    from phoihop.dates.units import written

    kept = {one.label for one in now}
    # The last time of a plan that never ends may merely have moved out of sight.
    seen = date.max if target.plan.head.period.until else max((one.due for one in now), default=date.max)
    return [one.label or written(one.due) for one in was if one.label not in kept and one.due <= seen]


def _readable(phrase: str, reading: Reading) -> None:
    if (problem := reading.problem) is not None:
        nearest = _('; the nearest phrase that can be read: "{phrase}"').format(phrase=problem.nearest)
        message = f'--extend: "{phrase}": {problem.message}'
        raise UsageFault(message + (nearest if problem.nearest else ""))
    if not reading.dated:
        raise UsageFault(_('--extend: "{phrase}" gives no day').format(phrase=phrase))
