"""`phoihop templates`: the templates that there are, and copies of them to change."""

from typing import Annotated

import typer

from phoihop.cli.common import echo, load_workspace
from phoihop.cli.writing import write_new
from phoihop.faults import shown, unknown
from phoihop.i18n import _

templates = typer.Typer(no_args_is_help=True)


@templates.command("list", help=_("tell the templates, what each prints, and which are this workspace's own"))
def tell() -> None:
    from phoihop.printing import known_templates
    from phoihop.resources import is_own_template
    from phoihop.views.papers.catalogue import kind_of

    workspace = load_workspace()
    names = known_templates(workspace)
    width = max(map(len, names))
    for name in names:
        own = _(" (this workspace's own)") if is_own_template(workspace.root, name) else ""
        echo(f"{name.ljust(width)}  {kind_of(name).about()}{own}")


@templates.command("copy", help=_("put a shipped template into the workspace's templates/, to be changed there"))
def copy(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help=_('as "giay-moi", "_dau", "dinh_dang.yaml"'))],
) -> None:
    from phoihop.resources import ENDING, read_template, shipped_templates

    workspace = load_workspace()
    shipped = {path.name: path for path in shipped_templates().iterdir() if path.is_file()}
    wanted = [name if name in shipped else name.removesuffix(ENDING) + ENDING for name in names]
    for name in wanted:
        if name not in shipped:
            known = [one.removesuffix(ENDING) for one in sorted(shipped)]
            message = _('there is no shipped template "{name}"; known: {known}')
            short = name.removesuffix(ENDING)
            raise unknown(message.format(name=short, known=", ".join(known)), short, known)
    for name in wanted:
        target = workspace.root / "templates" / name
        write_new(target, read_template(shipped[name]).encode("utf-8"), workspace.root)
        echo(shown(target))
