"""The measurements of docs/performance.md: ratios of CPU time, taken interleaved in one run.

`make bench` prints them and writes them into the page. Times say something of a machine; ratios say something of
the program. Each figure is the least over rounds in which every command runs once, one after the other: other work on
the machine only ever adds.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import corpus

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "performance.md"
PYTHON = sys.executable
PHOIHOP = [PYTHON, "-c", "from phoihop.cli import main; main()"]

EVENTS = """
import sys
from pathlib import Path
from yaml._yaml import CParser
from yaml.events import StreamEndEvent
for path in sorted(Path(sys.argv[1]).glob('plans/*.yaml')):
    next_event = CParser(path.read_bytes()).get_event
    while next_event().__class__ is not StreamEndEvent:
        pass
"""

SAFE_LOADER = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).glob('plans/*.yaml')):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


@dataclass(frozen=True)
class Cost:
    """What one run of a command took."""

    cpu: float
    peak_mib: float


def run(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder, quietly; its CPU seconds (user and system) and its peak memory."""
    null = os.open(os.devnull, os.O_RDWR)
    child = os.fork()
    if child == 0:
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        os.chdir(folder)
        os.environ["PHOIHOP_LANG"] = "vi"
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a machine that keeps what it has compiled
        os.execv(command[0], command)
    os.close(null)
    _pid, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise SystemExit(f"{' '.join(command[:4])} ... ended with {code}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(commands: dict[str, tuple[list[str], Path]], rounds: int) -> dict[str, Cost]:
    """Every command once a round, interleaved; the least of each. The first round only warms the caches."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, (command, folder) in commands.items():
            if (cost := run(command, folder)) and number:
                costs[name].append(cost)
    return {name: Cost(min(c.cpu for c in taken), min(c.peak_mib for c in taken)) for name, taken in costs.items()}


def throughput(folder: Path, report: Callable[[str, float, str], None]) -> None:
    """`validate` of 1,000 and 10,000 plans against the parser's events, the safe loader and check-jsonschema."""
    small, large = folder / "1000", folder / "10000"
    paths = corpus.write(small, 1_000)
    corpus.write(large, 10_000)
    schema = ROOT / "docs" / "schema" / "ke-hoach.schema.json"
    costs = measure(
        {
            "events": ([PYTHON, "-c", EVENTS, str(small)], small),
            "loader": ([PYTHON, "-c", SAFE_LOADER, str(small)], small),
            "validate": ([*PHOIHOP, "validate"], small),
        },
        rounds=9,
    )
    judge = [PYTHON, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, paths)]
    large_costs = measure(
        {
            "validate": ([*PHOIHOP, "validate"], small),
            "rival": (judge, small),
            "grown": ([*PHOIHOP, "validate"], large),
        },
        rounds=2,
    )
    rival, grown = large_costs["rival"], large_costs["grown"]
    mine = costs["validate"]
    report("`validate`, 1,000 plans : the C parser's events", mine.cpu / costs["events"].cpu, "at most 4")
    report("`validate`, 1,000 plans : `CSafeLoader` alone", mine.cpu / costs["loader"].cpu, "about 1")
    report("check-jsonschema : `validate`, 1,000 plans", rival.cpu / mine.cpu, "at least 10")
    report("`validate`, 10,000 plans : 1,000 plans", grown.cpu / mine.cpu, "at most 10.5")
    report("peak memory, 10,000 plans : 1,000 plans", grown.peak_mib / mine.peak_mib, "flat")
    report("peak memory a plan, KiB", (grown.peak_mib - mine.peak_mib) * 1024 / 9_000, "")


def start_up(report: Callable[[str, float, str], None]) -> None:
    """Start-up of the commands against `import typer`."""
    typer = "`python -c 'import typer'`"
    costs = measure(
        {
            "typer": ([PYTHON, "-c", "import typer"], ROOT),
            "version": ([*PHOIHOP, "--version"], ROOT),
            "help": ([*PHOIHOP, "--help"], ROOT),
            "due": ([*PHOIHOP, "due", "--week"], ROOT),
            "validate": ([*PHOIHOP, "validate"], ROOT),
        },
        rounds=21,
    )
    base = costs["typer"].cpu
    report(f"`phoihop --version` : {typer}", costs["version"].cpu / base, "at most 1.3")
    report(f"`phoihop --help` : {typer}", costs["help"].cpu / base, "at most 1.3")
    report(f"`phoihop due --week`, shipped plans : {typer}", costs["due"].cpu / base, "at most 2")
    report(f"`phoihop validate`, shipped plans : {typer}", costs["validate"].cpu / base, "")


def printing(folder: Path, report: Callable[[str, float, str], None]) -> None:
    """Documents: one plan as a whole process, a hundred in one, an annex of 500 rows."""
    corpus.write(folder / "100", 100)
    long = folder / "long"
    corpus.write(long, 1, tasks=500)
    one = "quang-ngai-dan-van-2021"

    def made(where: Path, *arguments: str) -> tuple[list[str], Path]:
        return [*PHOIHOP, "render", *arguments, "--force"], where

    costs = measure(
        {
            "import docx": ([PYTHON, "-c", "import docx"], ROOT),
            "import typst": ([PYTHON, "-c", "import typst"], ROOT),
            "docx": made(ROOT, one, "--to", "docx"),
            "pdf": made(ROOT, one, "--to", "pdf"),
            "annex.docx": made(long, "--all", "--as", "phu-luc-nhiem-vu", "--to", "docx"),
            "annex.pdf": made(long, "--all", "--as", "phu-luc-nhiem-vu", "--to", "pdf"),
        },
        rounds=7,
    )
    hundred = measure({"all": made(folder / "100", "--all", "--to", "docx,pdf")}, rounds=2)["all"]
    for form, base, limit in (("docx", "import docx", "0.4"), ("pdf", "import typst", "0.35")):
        report(f"one plan to .{form}, a whole process, CPU seconds", costs[form].cpu, f"at most {limit}")
        report(f"one plan to .{form} : `python -c '{base}'`", costs[form].cpu / costs[base].cpu, "")
    report("100 plans to .docx and .pdf in one process, CPU seconds", hundred.cpu, "at most 10")
    for form in ("docx", "pdf"):
        report(
            f"an annex of 500 rows to .{form}, a whole process, CPU seconds", costs[f"annex.{form}"].cpu, "at most 1"
        )


def scheduling(report: Callable[[str, float, str], None]) -> None:
    """Reading the deadlines of plans of 30 tasks and scheduling five years of them, against parsing their YAML."""
    import yaml

    from phoihop.bind.file import bind_bytes
    from phoihop.dates.calendar import Calendar
    from phoihop.dates.phrase.reader import _read
    from phoihop.resources import shipped_years
    from phoihop.schedule import schedule
    from phoihop.text.source import Source
    from phoihop.text.yaml_reader import read_yaml

    def least(work: Callable[[], object]) -> float:
        costs = []
        for _round in range(9):
            before = time.process_time()
            work()
            costs.append(time.process_time() - before)
        return min(costs)

    longer = [re.sub(r"den: (\d{4})", lambda year: f"den: {int(year[1]) + 4}", corpus.plan(n)) for n in range(40)]
    plans = [plan for text in longer if (plan := bind_bytes("plans/x.yaml", text.encode()).plan)]
    phrases = [duty.deadline.phrase for plan in plans for duty in plan.duties() if duty.deadline]
    calendar, window = Calendar(shipped_years()), (date(1990, 1, 1), date(2040, 12, 31))

    def read_all() -> None:
        _read.cache_clear()
        for phrase in phrases:
            _read(phrase, "vi")

    mine = least(read_all) + least(lambda: [schedule(plan, calendar, window) for plan in plans])
    loaded = least(lambda: [yaml.safe_load(text) for text in longer])
    tree = least(lambda: [read_yaml(Source("x.yaml", text)) for text in longer])
    report("reading and scheduling 30 tasks over 5 years : `yaml.safe_load`", mine / loaded, "below 1")
    report("reading and scheduling 30 tasks over 5 years : our own tree, by the C parser", mine / tree, "")


def main() -> None:
    """Measure, print, and write the table into the page."""
    lines = ["| ratio of CPU time (or memory) | measured | wanted |", "|---|---|---|"]

    def report(what: str, value: float, wanted: str) -> None:
        lines.append(f"| {what} | {value:.2f} | {wanted} |")
        print(lines[-1], flush=True)

    start_up(report)
    scheduling(report)
    with tempfile.TemporaryDirectory() as folder:
        printing(Path(folder), report)
        throughput(Path(folder), report)
    table = "\n".join(lines)
    page = PAGE.read_text(encoding="utf-8")
    page = re.sub(r"(?<=<!-- figures -->\n).*?(?=\n<!-- end -->)", lambda _old: table, page, flags=re.DOTALL)
    PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
