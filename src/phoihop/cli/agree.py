"""`phoihop agree`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import (
    Today,
    day_given,
    duty_given,
    echo,
    load_workspace,
    offices_given,
    plan_given,
    today_given,
)
from phoihop.cli.planfile import file_of, write
from phoihop.faults import MistakeFault, UsageFault
from phoihop.i18n import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from phoihop.model import Agreement, Book, Duty, Plan
    from phoihop.workspace import Workspace


def agree(
    office: Annotated[str, typer.Argument(metavar="OFFICE", help=_("the office that agrees"))],
    tasks: Annotated[
        list[str] | None, typer.Argument(metavar="[TASK]...", help=_("tasks or reviews: PLAN/ID, or ID alone"))
    ] = None,
    plan: Annotated[str, typer.Option(metavar="ID", help=_("all that concerns the office in this plan"))] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help=_("the day on which it agreed; by default today"))] = "",
    undo: Annotated[bool, typer.Option("--undo", help=_("take the agreement out again"))] = False,
    today: Today = "",
) -> None:
    workspace = load_workspace()
    code = _one_office(workspace, office)
    day = today_given(today)
    agreed = day_given(on, "--on") if on else day
    if agreed > day:
        raise UsageFault(_("--on: {day} is still to come").format(day=agreed.isoformat()))
    for chosen, duties in _chosen(workspace, code, tasks or [], plan):
        if undo:
            _undo(workspace, chosen, duties, code)
        else:
            _agree(workspace, chosen, duties, code, agreed)


def _one_office(workspace: "Workspace", name: str) -> str:
    codes = sorted(offices_given(workspace.book, name, "OFFICE"))
    if len(codes) != 1:
        raise UsageFault(_('"{name}" may be {codes}').format(name=name, codes=", ".join(codes)))
    return codes[0]


def _chosen(workspace: "Workspace", code: str, tasks: list[str], plan: str) -> Iterable[tuple["Plan", list["Duty"]]]:
    """The duties by plan: those that are named, or all of a plan that concern the office."""
    book = workspace.book
    if bool(tasks) == bool(plan):
        raise UsageFault(_("name tasks, or a plan with --plan"))
    if plan:
        one = book.plans[plan_given(book, plan)]
        issues = code in {member for issuer in one.issuers() for member in book.members(one, issuer.code)}
        # A report and what feeds it are one clause.
        clauses: list[Duty] = [*one.tasks(), *one.reviews]
        duties = [duty for duty in clauses if issues or _concerned(duty, one, book, code)]
        if not duties:
            raise MistakeFault(_("{plan} has nothing that concerns {office}").format(plan=one.id, office=code))
        return [(one, duties)]
    found: dict[str, tuple[Plan, list[Duty]]] = {}
    for name in tasks:
        one, duty = duty_given(book, name)
        fed = next((review.id for review in one.reviews if duty in review.chain), "")
        if fed:
            message = _("{plan}/{id} feeds {fed}, and is one clause with it: agree to {plan}/{fed}")
            raise MistakeFault(message.format(plan=one.id, id=duty.id, fed=fed))
        taking_part = {participant.code for participant in one.participants}
        if code not in taking_part and not _concerned(duty, one, book, code):
            message = _("{plan}/{id} does not concern {office}, which is no office of the plan")
            raise MistakeFault(message.format(plan=one.id, id=duty.id, office=code))
        duties = found.setdefault(one.id, (one, []))[1]
        if duty not in duties:
            duties.append(duty)
    return found.values()


def _concerned(duty: "Duty", plan: "Plan", book: "Book", code: str) -> bool:
    from phoihop.views.agenda import concerns

    parts = (duty, *getattr(duty, "chain", ()))
    return any(concerns(one, plan, book, frozenset({code})) for one in parts)


def _agree(workspace: "Workspace", plan: "Plan", duties: "list[Duty]", code: str, day: "date") -> None:
    from phoihop.consent import parent_duty
    from phoihop.model import Agreement
    from phoihop.model.clause import fingerprint
    from phoihop.recording import with_agreements

    new: list[tuple[Duty, Agreement]] = []
    for duty in duties:
        above = parent_duty(plan, workspace.book, duty)
        agreement = Agreement(code, day, fingerprint(duty), parent=fingerprint(above) if above is not None else "")
        if not _is_held(duty, agreement):
            new.append((duty, agreement))
    if new:
        file = file_of(workspace, plan)
        write(workspace, file, with_agreements(file, new), _("the agreement"))
    message = ngettext("{plan}: {office} agrees to {n} clause", "{plan}: {office} agrees to {n} clauses", len(new))
    rest = len(duties) - len(new)
    held = ngettext("; {n} was agreed to already", "; {n} were agreed to already", rest).format(n=rest) if rest else ""
    echo(message.format(plan=plan.id, office=code, n=len(new)) + held)


def _is_held(duty: "Duty", agreement: "Agreement") -> bool:
    """Whether the office has agreed to just this text; the day of that agreement stands."""
    from phoihop.consent import latest

    held = latest(duty).get(agreement.office)
    return held is not None and (held.version, held.parent) == (agreement.version, agreement.parent)


def _undo(workspace: "Workspace", plan: "Plan", duties: "list[Duty]", code: str) -> None:
    from phoihop.recording import without_agreements

    agreed = [duty for duty in duties if any(one.office == code for one in duty.agreements)]
    if not agreed:
        raise MistakeFault(_("{plan}: {office} has not agreed to any of these").format(plan=plan.id, office=code))
    file = file_of(workspace, plan)
    write(workspace, file, without_agreements(file, agreed, code), _("the agreement"))
    message = ngettext(
        "{plan}: {n} agreement of {office} is taken out",
        "{plan}: {n} agreements of {office} are taken out",
        len(agreed),
    )
    echo(message.format(plan=plan.id, n=len(agreed), office=code))
