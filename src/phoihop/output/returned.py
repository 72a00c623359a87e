"""What a returned sheet changes, as plain lines for a pipe and as a table for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phoihop.bind.reading import shorten
from phoihop.i18n import _, ngettext
from phoihop.intake.judge import Judged, Outcome
from phoihop.output.agenda import day_text
from phoihop.progress import Status, classify


def rows(judged: Iterable[Judged]) -> Iterator[tuple[str, ...]]:
    """A row for each result that is new: cell, task, title, day, document, note, in time or late."""
    for one in judged:
        if one.outcome is Outcome.NEW and one.plan and one.state and one.result:
            occurrence, result = one.state.occurrence, one.result
            label = f" ({occurrence.label})" if occurrence and occurrence.label else ""
            late = one.due is not None and classify(one.due, result, result.day) is Status.DONE_LATE
            yield (
                one.at,
                f"{one.plan.id}/{one.state.duty.id}",
                shorten(one.state.duty.title) + label,
                day_text(result.day),
                result.document,
                result.note,
                "" if one.due is None else _("late") if late else _("in time"),
            )


def plain(judged: Iterable[Judged]) -> Iterator[str]:
    """One line a result, fields parted by tabs."""
    return ("\t".join(row) for row in rows(judged))


def table(judged: Iterable[Judged]) -> str:
    """The results as a table for the terminal that the program writes to."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, emoji=False, markup=False)
    grid = Table(box=box.HORIZONTALS, pad_edge=False)
    for head in (_("Cell"), _("Code"), _("Task"), _("Finished"), _("Document"), _("Note"), _("Status")):
        grid.add_column(head, overflow="fold")
    for row in rows(judged):
        grid.add_row(*map(Text, row))
    with console.capture() as captured:
        console.print(grid)
    return captured.get().rstrip("\n")


def problems(judged: Iterable[Judged]) -> Iterator[str]:
    """A line for each row that is refused, or left as it is."""
    for one in judged:
        if one.outcome is Outcome.REFUSED:
            yield _("{at}: refused: {reason}").format(at=one.at, reason=one.reason)
        elif one.outcome is Outcome.LEFT:
            yield _("{at}: left as it is: {reason}").format(at=one.at, reason=one.reason)


def summary(judged: Iterable[Judged], written: bool, dry_run: bool) -> str:
    """How many rows are of which kind, in one line; what is new is recorded, or not, or is only shown."""
    counts = dict.fromkeys(Outcome, 0)
    for one in judged:
        counts[one.outcome] += 1
    new = counts[Outcome.NEW]
    said = ngettext("{n} result recorded", "{n} results recorded", new)
    if new and not (written or dry_run):
        said = ngettext("{n} result not recorded", "{n} results not recorded", new)
    elif not written:
        said = ngettext("{n} result to be recorded", "{n} results to be recorded", new)
    rest = _("{known} known already, {left} left, {refused} refused").format(
        known=counts[Outcome.KNOWN], left=counts[Outcome.LEFT], refused=counts[Outcome.REFUSED]
    )
    return f"{said.format(n=new)}; {rest}"
