"""`phoihop rules` and `phoihop schema`."""

from typing import Annotated

import typer

from phoihop.cli.common import choice, echo, echo_json
from phoihop.faults import unknown
from phoihop.i18n import _

KIND_NAMES = ("ke-hoach", "co-quan", "lich", "can-cu", "cau-hinh")


def rules(
    rule: Annotated[str, typer.Argument(metavar="[ID]", help=_("a rule's id, or a family: dates, offices ..."))] = "",
    format: Annotated[str, typer.Option(metavar="plain|json")] = "plain",
) -> None:
    from phoihop.lint import FAMILIES
    from phoihop.output.rules import as_json, overview, page
    from phoihop.rules import every_rule

    form = choice(format, ("plain", "json"), "--format")
    known = {one.id: one for one in every_rule()}
    if rule and rule not in known and rule not in FAMILIES:
        raise unknown(_('there is no rule or family "{name}"').format(name=rule), rule, [*FAMILIES, *known])
    chosen = [one for one in known.values() if rule in ("", one.id, one.family)]
    if form == "json":
        echo_json(as_json(chosen))
    else:
        echo("\n".join(page(known[rule]) if rule in known else overview(chosen)))


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="[KIND]", help="ke-hoach, co-quan, lich, can-cu, cau-hinh")
    ] = "ke-hoach",
) -> None:
    from phoihop.bind.schema import KINDS, json_schema

    echo_json(json_schema(choice(kind, tuple(KINDS), "KIND")))
