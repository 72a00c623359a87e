"""`phoihop calendar`: `calendar 2026`, `calendar add`, `calendar between`, `calendar impact`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from phoihop.cli.common import (
    ENVIRONMENT,
    Today,
    choice,
    complain_unreadable,
    day_given,
    echo,
    echo_json,
    load_workspace,
    today_given,
    warn_of_mistakes,
)
from phoihop.dates.statutory import FIRST_YEAR, LAST_YEAR
from phoihop.faults import MistakeFault, UsageFault
from phoihop.i18n import _
from phoihop.resources import shipped_years
from phoihop.workspace import find_root, read_alone, working_folder

if TYPE_CHECKING:
    from phoihop.dates.calendar import Calendar

Form = Annotated[str, typer.Option("--format", metavar="plain|json")]


class _YearFirst(TyperGroup):
    """Lets a year stand where a command's name would: `calendar 2026` is `calendar year 2026`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0].isdigit():
            args = ["year", *args]
        return super().resolve_command(ctx, args)


calendar = typer.Typer(cls=_YearFirst, no_args_is_help=True)


def _calendar() -> "Calendar":
    """The workspace's calendar, or the shipped one outside of any workspace."""
    if find_root(working_folder()) is not None:
        return load_workspace().calendar
    from phoihop.dates.calendar import Calendar

    return Calendar(shipped_years())


@calendar.command(help=_("Show a year's days off and worked days, and why (also: phoihop calendar 2026)."))
def year(
    number: Annotated[int, typer.Argument(metavar="YEAR")],
    month: Annotated[int, typer.Option(metavar="M", help=_("one month only"))] = 0,
    form: Form = "plain",
) -> None:
    from phoihop.output import days as printer
    from phoihop.views.days import year_view

    choice(form, ("plain", "json"), "--format")
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise UsageFault(
            _("{option}: the calendar knows the years {first} to {last}").format(
                option="YEAR", first=FIRST_YEAR, last=LAST_YEAR
            )
        )
    if not 0 <= month <= 12:
        raise UsageFault(_("--month takes 1 to 12"))
    view = year_view(_calendar(), number, month)
    if form == "json":
        echo_json(printer.year_json(view))
    else:
        echo("\n".join(printer.year_lines(view)))


@calendar.command(help=_("Count days, working days, weeks, months or years from a date; negative counts backwards."))
def add(
    start: Annotated[str, typer.Argument(metavar="DATE")],
    working_days: Annotated[int | None, typer.Option("--working-days", metavar="N")] = None,
    days: Annotated[int | None, typer.Option("--days", metavar="N")] = None,
    weeks: Annotated[int | None, typer.Option("--weeks", metavar="N")] = None,
    months: Annotated[int | None, typer.Option("--months", metavar="N")] = None,
    years: Annotated[int | None, typer.Option("--years", metavar="N")] = None,
    roll: Annotated[
        str, typer.Option(metavar="forward|back|none", help=_("what to do with a last day that is a day off"))
    ] = "forward",
    form: Form = "plain",
) -> None:
    from phoihop.dates.calendar import UnknownYear
    from phoihop.dates.roll import Roll
    from phoihop.dates.units import Unit
    from phoihop.output import days as printer
    from phoihop.views.days import move

    choice(form, ("plain", "json"), "--format")
    rolls = {way.code: way for way in Roll}
    how = rolls[choice(roll, tuple(rolls), "--roll")]
    counts = {
        Unit.WORKING_DAY: working_days,
        Unit.DAY: days,
        Unit.WEEK: weeks,
        Unit.MONTH: months,
        Unit.YEAR: years,
    }
    given = [(unit, count) for unit, count in counts.items() if count is not None]
    if len(given) != 1:
        raise UsageFault(_("give one of --working-days, --days, --weeks, --months, --years"))
    unit, count = given[0]
    try:
        view = move(_calendar(), day_given(start, "DATE"), count, unit, how)
    except (UnknownYear, OverflowError, ValueError):
        raise UsageFault(
            _("the result lies outside of the years {first} to {last}").format(first=FIRST_YEAR, last=LAST_YEAR)
        ) from None
    if form == "json":
        echo_json(printer.move_json(view))
    else:
        echo("\n".join(printer.move_lines(view)))


@calendar.command(help=_("List the due days that a new notice moves, and whom to tell."))
def impact(
    notice: Annotated[Path, typer.Argument(metavar="FILE", help=_("a calendar file (lich/1) with the notice's days"))],
    today: Today = "",
    form: Form = "plain",
) -> None:
    from phoihop.output import impact as printer
    from phoihop.views.impact import impact as moved

    choice(form, ("plain", "json"), "--format")
    day = today_given(today)
    workspace = load_workspace()
    bound = read_alone(notice)
    if bound.findings:
        first = bound.findings[0]
        raise MistakeFault(f"{first.place}: {first.message}")
    if not bound.years:
        raise MistakeFault(
            _('{path}: this is not a calendar file: begin it with "phoihop: lich/1"').format(path=notice)
        )
    # What counts from a day of these years may fall into the next one.
    last = min(max(year.year for year in bound.years) + 1, LAST_YEAR)
    view = moved(workspace.book, *workspace.calendars_around(bound, notice), day, date(last, 12, 31))
    if form == "json":
        echo_json(printer.as_json(view))
    else:
        echo("\n".join(printer.lines(view)))
    warn_of_mistakes(workspace.files)
    if complain_unreadable(workspace):
        raise typer.Exit(ENVIRONMENT)


@calendar.command(help=_("Count the days and working days after a first day, up to and including a last."))
def between(
    first: Annotated[str, typer.Argument(metavar="A")],
    last: Annotated[str, typer.Argument(metavar="B")],
    form: Form = "plain",
) -> None:
    from phoihop.output import days as printer
    from phoihop.views.days import between as count

    choice(form, ("plain", "json"), "--format")
    view = count(_calendar(), day_given(first, "A"), day_given(last, "B"))
    if form == "json":
        echo_json(printer.span_json(view))
    else:
        echo("\n".join(printer.span_lines(view)))
