"""What comes with phoihop: its calendar, its messages, its templates, over which a workspace's own win."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from phoihop.faults import EnvironmentFault, MistakeFault, reason, shown
from phoihop.i18n import _
from phoihop.text.check import MAX_BYTES
from phoihop.text.source import Source

if TYPE_CHECKING:
    from phoihop.dates.days import CalendarYear

PACKAGE = Path(__file__).parent
ENDING = ".html.j2"
"""How a template's file name ends."""


def shipped_years() -> tuple[CalendarYear, ...]:
    """The years of the calendar that comes with phoihop."""
    from phoihop.bind.file import CALENDAR, bind_file

    path = PACKAGE / "dates" / "vn.yaml"
    bound = bind_file(Source(path.name, path.read_text(encoding="utf-8")), path.stem, CALENDAR)
    if bound.findings:
        raise EnvironmentFault(f"{path.name}: {bound.findings[0].message}")
    return bound.years


def shipped_templates() -> Path:
    """The folder of the templates that come with phoihop: in the package, or beside `src/` in an editable install."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parents[1] / "templates"


def find_template(root: Path, name: str) -> Path | None:
    """The file of a template: the workspace's own wins over the shipped one; None when there is none.

    A name is a plain file name, and the file lies where it seems to: neither leads out of the two folders.
    """
    if not name or Path(name).name != name or name.startswith("."):
        return None
    for folder, bounds in ((root / "templates", root), (shipped_templates(), shipped_templates())):
        path = folder / name
        if path.is_file() and path.resolve().is_relative_to(bounds.resolve()):
            return path
    return None


def is_own_template(root: Path, name: str) -> bool:
    """Whether the workspace has this template itself, over the shipped one."""
    found = find_template(root, name + ENDING)
    return found is not None and found.parent == root / "templates" and found.parent != shipped_templates()


def read_template(path: Path) -> str:
    """A template's text."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise MistakeFault(_("{path} is too large for a template").format(path=shown(path)))
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise EnvironmentFault(f"{shown(path)}: {reason(problem)}") from None
    except UnicodeDecodeError:
        raise MistakeFault(_("{path} is not UTF-8 text").format(path=shown(path))) from None


def template_names(root: Path) -> list[str]:
    """The names of the templates that there are, the workspace's own and the shipped ones."""
    folders = (root / "templates", shipped_templates())
    return sorted({path.name for folder in folders if folder.is_dir() for path in folder.iterdir() if path.is_file()})


def load_catalogue(language: str) -> NullTranslations:
    """The messages of a language; English needs none."""
    path = PACKAGE / "locale" / language / "LC_MESSAGES" / "phoihop.mo"
    if not path.is_file():
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)
