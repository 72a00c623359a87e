"""`phoihop rules` and `phoihop schema`."""

from typing import Annotated

import typer

from phoihop.cli.common import choice, echo, echo_json
from phoihop.faults import unknown
from phoihop.i18n import _

KIND_NAMES = ("ke-hoach", "co-quan", "lich", "can-cu", "cau-hinh")


def rules(rule: Annotated[str, typer.Argument(metavar="[ID]", help=_("a rule's id"))] = "") -> None:
    from phoihop.output.rules import overview, page
    from phoihop.rules import every_rule

    known = {one.id: one for one in every_rule()}
    if not rule:
        echo("\n".join(overview(known.values())))
    elif rule in known:
        echo("\n".join(page(known[rule])))
    else:
        raise unknown(_('there is no rule "{rule}"').format(rule=rule), rule, known)


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="[KIND]", help="ke-hoach, co-quan, lich, can-cu, cau-hinh")
    ] = "ke-hoach",
) -> None:
    from phoihop.bind.schema import KINDS, json_schema

    echo_json(json_schema(choice(kind, tuple(KINDS), "KIND")))
