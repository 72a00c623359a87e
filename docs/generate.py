"""Make the pages that must not lie: schemas, format, rules, commands, and every output shown in a page.

`make docs` writes them; a test compares them. In a page, the fenced block that follows `<!-- run: phoihop ... -->`
is replaced by what that command prints in the repository's folder (English, 80 columns).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

from phoihop import i18n
from phoihop.bind.schema import KINDS, format_page, json_schema
from phoihop.output.findings import plain
from phoihop.output.rules import markdown
from phoihop.resources import load_catalogue
from phoihop.rules import every_rule
from phoihop.rules._page import read_page, run

ROOT = Path(__file__).parent.parent
COMMANDS = (
    "validate",
    "due",
    "status",
    "why",
    "record",
    "diff",
    "log",
    "textconv",
    "merge",
    "calendar",
    "render",
    "templates",
    "export",
    "rules",
    "schema",
)
SUBCOMMANDS = {"calendar": ("year", "add", "between", "impact"), "templates": ("list", "copy")}
_RUN = re.compile(
    r"(<!-- run: (?P<command>phoihop [^\n]*?)(?: \| head -(?P<head>\d+))? -->\n```\w*\n)(?P<old>.*?)(?=^```$)",
    re.S | re.M,
)


def pages() -> Iterator[tuple[Path, str]]:
    """Every generated page and its text."""
    i18n.use("en", NullTranslations())
    for kind in KINDS:
        text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2)
        yield ROOT / "docs" / "schema" / f"{kind}.schema.json", text + "\n"
    yield ROOT / "docs" / "format.md", _joined(format_page())
    yield ROOT / "docs" / "commands.md", _joined(_commands())
    yield ROOT / "docs" / "rules.md", _joined(_rules())
    i18n.use("vi", load_catalogue("vi"))
    yield ROOT / "docs" / "vi" / "quy-tac.md", _joined(_rules())
    i18n.use("en", NullTranslations())
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        text = page.read_text(encoding="utf-8")
        if "<!-- run:" in text:
            yield page, _RUN.sub(_with_output, text)


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _rules() -> Iterator[str]:
    rules = every_rule()
    outputs = {}
    for rule in rules:
        shown = []
        for example in read_page(rule.page).bad:
            report, sources = run(example, rules)
            # What it says of the rule that the page is about; a small example lacks what other rules look for.
            own = tuple(found for found in report.diagnostics if found.rule == rule.id)
            report = report._replace(diagnostics=own)
            shown.append("\n".join(list(plain(report, sources, 1, lambda text, _part: text))[:-2]))
        outputs[rule.id] = shown
    return markdown(rules, outputs)


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield ""
    yield "Exit codes: 0 clean; 1 findings, or with `due --check` something overdue; 2 wrong usage; 3 the environment"
    yield "(a file that cannot be read, a full disk). Messages are in Vietnamese or English: `PHOIHOP_LANG=vi|en`, else"
    yield "`ngon_ngu` in plans/phoihop.yaml, else the locale, else Vietnamese."
    for command in COMMANDS:
        yield ""
        yield f"## phoihop {command}"
        for part in (command, *(f"{command} {sub}" for sub in SUBCOMMANDS.get(command, ()))):
            yield ""
            yield "```text"
            yield _output(f"phoihop {part} --help").rstrip("\n")
            yield "```"


def _with_output(match: re.Match[str]) -> str:
    output = _output(match["command"])
    if match["head"]:
        lines = output.splitlines()[: int(match["head"])]
        output = "\n".join([*lines, "…"]) + "\n"
    return match[1] + output.rstrip("\n") + "\n"


def _output(command: str) -> str:
    setting = re.match(r"phoihop(?P<vi> \[vi\])?", command)
    language = "vi" if setting and setting["vi"] else "en"
    arguments = command.replace(" [vi]", "").split()[1:]
    done = subprocess.run(
        [sys.executable, "-m", "phoihop", *arguments],
        cwd=ROOT,
        env={**os.environ, "PHOIHOP_LANG": language, "COLUMNS": "80", "PYTHONUTF8": "1", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def main() -> None:
    """Write what has changed."""
    for path, text in pages():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
