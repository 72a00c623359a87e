"""What was found in Word documents as tables, by rich. Imported only where a table is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from phoihop.i18n import _
from phoihop.inspection.finding import Finding, Inspection, part_name
from phoihop.output.findings import severity_word
from phoihop.output.inspection import more_text, place_text, regime_name, summary

_COLOURS = {"error": "red", "warning": "yellow", "hint": "cyan"}


def tables(found: Mapping[str, Inspection]) -> str:
    """A table for each document, laid out for the terminal that the program writes to."""
    console = Console(highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        for path, inspection in found.items():
            console.print(Text(f"{path}: {regime_name(inspection.regime)}", style="bold"))
            if inspection.findings:
                console.print(_table(inspection.findings))
        console.print(summary(found))
    return captured.get().rstrip("\n")


def _table(findings: tuple[Finding, ...]) -> Table:
    table = Table(box=box.HORIZONTALS, pad_edge=False)
    table.add_column(_("Part"), ratio=2, overflow="fold")
    table.add_column(_("Measured"), ratio=2, overflow="fold")
    table.add_column(_("Asked"), ratio=3, overflow="fold")
    table.add_column(_("Where"), ratio=3, overflow="fold")
    for finding in findings:
        part = Text(part_name(finding.part))
        part.append(f"\n{severity_word(finding.severity)}[{finding.rule}]", style=_COLOURS[finding.severity.value])
        asked = Text(finding.asked).append(f"\n{finding.clause or _('practice')}", style="dim")
        places = [place_text(spot) for spot in finding.places[:3]]
        rest = more_text(finding._replace(places=finding.places[:3]))
        table.add_row(part, finding.found, asked, "\n".join([*places, rest] if rest else places), end_section=True)
    return table
