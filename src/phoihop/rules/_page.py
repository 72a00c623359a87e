"""A rule's manual page, taken apart: summary, why, law, and examples that can be run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from phoihop.bind.book import assemble
from phoihop.bind.file import bind_bytes
from phoihop.dates.calendar import Calendar
from phoihop.levels import setting_findings
from phoihop.lint import Facts, Report, Rule, lint
from phoihop.text.source import Source

TODAY = date(2026, 6, 30)
"""The day that every example calls today."""

MARK = "  #!"
"""Ends each line of a bad example on which a finding is expected."""

OFFICES = """\
phoihop: co-quan/1
co_quan:
  - {ma: SYT, ten: Sở Y tế, viet_tat: SYT}
  - {ma: SGDDT, ten: Sở Giáo dục và Đào tạo, viet_tat: SGDĐT}
  - {ma: BDVTU, ten: Ban Dân vận Tỉnh ủy, viet_tat: BDVTU, the_thuc: dang}
  - {ma: UBND, ten: Ủy ban nhân dân thành phố Cần Thơ, viet_tat: UBND, dia_danh: Cần Thơ}
  - {ma: SNV, ten: Sở Nội vụ, viet_tat: SNV, tu: 2025-03-01}
  - ma: SLDTBXH
    ten: Sở Lao động - Thương binh và Xã hội
    viet_tat: SLĐTBXH
    den: 2025-02-28
    ke_thua: [{linh_vuc: lao động, ma: SNV}, {linh_vuc: trẻ em, ma: SYT}]
  - {ma: LIENQUAN, ten: Các cơ quan liên quan}
"""
"""The offices that every example may name."""

ACTS = """\
phoihop: can-cu/1
van_ban:
  - {so: 36-HD/VPTW, ngay: 2018-04-03, den: 2026-05-26, thay_bang: 05-HD/VPTW}
  - {so: 30/2020/NĐ-CP, ngay: 2020-03-05}
"""
"""The register of acts that every example may cite."""

BESIDE = {
    "parent": """\
cha.yaml
phoihop: ke-hoach/1
van_ban: {loai: CTr, trich_yeu: Phối hợp, hieu_luc: {tu: 2021-01-01, den: 2025-12-31}}
noi_dung:
  - muc: Nhiệm vụ
    nhiem_vu:
      - {ma: A-1, ten: Khám sức khỏe, chu_tri: SYT}
      - {ma: A-2, ten: Họp, chu_tri: SYT}
      - {ma: A-3, ten: Tập huấn, chu_tri: SGDDT}
""",
    "other": """\
khac.yaml
phoihop: ke-hoach/1
van_ban: {loai: KH, trich_yeu: Kế hoạch khác, so_ky_hieu: 12/KH-SYT, ngay_ban_hanh: 2026-02-02}
""",
}
"""Plans that may stand beside an example: the file's name, then its text."""

_LABEL = re.compile(r"^(Bad|Good):$")
_DIRECTIVE = re.compile(r"^#: (\w+) (.+)\n", re.MULTILINE)
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Example:
    """One example: the file's name and bytes, the lines on which the rule must speak, and the name and text of a file
    that stands beside it."""

    shown: str
    name: str
    data: bytes
    lines: tuple[int, ...]
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page; `law` is empty when the rule stands on a decision of this project alone."""

    summary: str
    why: str
    law: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


def read_page(docstring: str) -> Page:
    """The page in a rule's docstring."""
    texts = {"why": "", "law": ""}
    examples: dict[str, list[Example]] = {"Bad": [], "Good": []}
    blocks = re.split(r"\n\n(?=\S)", docstring.strip())
    for block in blocks[1:]:
        first, _newline, rest = block.partition("\n")
        if label := _LABEL.match(first):
            examples[label[1]].append(_example(rest))
        else:
            name, _colon, text = " ".join(block.split()).partition(": ")
            texts[name.lower()] = text
    summary = " ".join(blocks[0].split())
    return Page(summary, texts["why"], texts["law"], tuple(examples["Bad"]), tuple(examples["Good"]))


def _example(block: str) -> Example:
    text = "\n".join(line.removeprefix("    ") for line in block.strip("\n").split("\n")) + "\n"
    directives = dict(_DIRECTIVE.findall(text))
    beside = BESIDE.get(directives.get("beside", ""), "")
    text = _DIRECTIVE.sub("", text)
    lines = tuple(n for n, line in enumerate(text.split("\n"), 1) if line.endswith(MARK))
    shown = text.replace(MARK, "")
    real = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), shown)
    data = real.encode(directives.get("encoding", "utf-8"))
    data = data.ljust(int(directives.get("size", "0")), b" ")
    return Example(shown, directives.get("file", "vi-du.yaml"), data, lines, beside)


def run(example: Example, rules: tuple[Rule, ...]) -> tuple[Report, dict[str, Source]]:
    """What the rules say of an example, by the days off that the law alone gives, and its source for the excerpts."""
    offices = bind_bytes("plans/co-quan.yaml", OFFICES.encode())
    file = bind_bytes(f"plans/{example.name}", example.data)
    name, _newline, text = example.beside.partition("\n")
    others = [bind_bytes(f"plans/{name}", text.encode())] if name else []
    acts = bind_bytes("plans/can-cu.yaml", ACTS.encode())
    report = lint(rules, assemble([offices, acts, *others, file]), [file], Facts(Calendar, TODAY))
    if file.settings is not None:
        report = report.with_more(setting_findings(file.settings.levels, rules))
    return report, {one.source.path: one.source for one in (file, *others)}
