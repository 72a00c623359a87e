# ruff: noqa: E501 (tables of text)
"""Fifty thousand damaged and hostile files: no traceback, no hang, bounded memory; every finding has its place."""

from __future__ import annotations

import random
import sys
import time
from datetime import date

import pytest

from phoihop.bind.book import assemble
from phoihop.bind.file import bind_bytes
from phoihop.dates.calendar import Calendar
from phoihop.lint import Facts, lint
from phoihop.rules import every_rule

SEEDS = 8
EACH = 50_000 // SEEDS

FILES = (
    (
        "kh.yaml",
        "phoihop: ke-hoach/1\nvan_ban: {loai: KH, so_ky_hieu: 12/KH-SYT, trich_yeu: Phối hợp, ngay_ban_hanh: 2026-01-20,"
        " hieu_luc: {tu: 2026-01-20, den: 2026-12-31}}\ncan_cu:\n  - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020\n"
        "co_quan: [{ma: SYT, vai_tro: ban-hanh}]\nnoi_dung:\n  - muc: Việc\n    nhiem_vu:\n"
        "      - {ma: A, ten: Khám, chu_tri: SYT, han: trước ngày 15/11/2026, moc: GB, ket_qua: [{ngay: 2026-06-10}]}\n"
        "ra_soat: [{ma: GB, ten: Họp, han: ngày 20 tháng cuối quý, chot_so_lieu: 14, chuoi: [{ma: B, ten: x, truoc: 2}]}]\n"
        'noi_nhan: ["Lưu: VT"]\nky_ten: [{co_quan: SYT, quyen_han: KT. GIÁM ĐỐC}]\n',
    ),
    (
        "kh.md",
        "---\nphoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp}\nnoi_dung:\n  - muc: Việc\n    nhiem_vu:\n"
        "      - {ma: A, ten: Khám, han: quý II/2026}\n---\n## Mục đích\n\nĐoạn *một*.\n\n## Việc\n\n1. Khoản\n- Mục\n",
    ),
    (
        "co-quan.yaml",
        "phoihop: co-quan/1\nco_quan:\n  - {ma: SYT, ten: Sở Y tế, den: 2025-02-28, ke_thua: [{ma: B}]}\n",
    ),
    ("lich.yaml", "phoihop: lich/1\nnam:\n  - {nam: 2026, nghi: [{tu: 2026-02-16, den: 2026-02-20, ten: Tết}]}\n"),
    ("phoihop.yaml", "phoihop: cau-hinh/1\nmuc:\n  - {quy_tac: [dates], muc: tat, ly_do: x}\n"),
    ("can-cu.yaml", "phoihop: can-cu/1\nvan_ban:\n  - {so: 30/2020/NĐ-CP, ngay: 2020-03-05}\n"),
)
PIECES = (
    *(
        ":",
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        ",",
        '"',
        "'",
        "|",
        ">",
        "#",
        " #",
        "\n",
        "\n\n",
        "\t",
        "  ",
        "---\n",
        "...\n",
    ),
    *(
        "&a ",
        "*a",
        "!!python/object/apply:os.system ",
        "!x ",
        "<<: ",
        "? ",
        "%YAML 1.1\n",
        "\r",
        "\r\n",
        "\ufeff",
        "\0",
    ),
    *("\x1b[31m", "\u202e", "\u0301", "\u00a0", "\ud7ff", "\U0001f600", "0", "-1", "1e309", ".inf", "~", "null", "yes"),
    *(
        "9999-12-31",
        "0001-01-01",
        "2026-02-30",
        "ngày 31/4/2026",
        "sau 99999999 ngày",
        "hằng tuần",
        "x" * 300,
        "[" * 60,
    ),
    *(
        "# phoihop: ignore[syntax] x",
        "# phoihop: ignore[",
        "<b>",
        "</",
        "```",
        "| a | b |\n|---|---|\n",
        "\\",
        "{{ 7*7 }}",
    ),
)


def damaged(dice: random.Random) -> tuple[str, bytes]:
    """A file with one to five changes: pieces put in, cut out, doubled; now and then bytes that are no text."""
    name, text = dice.choice(FILES)
    for _change in range(dice.randint(1, 5)):
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + dice.choice((0, 0, 1, 3, 20)))
        new = text[start:end] * 2 if dice.random() < 0.1 else dice.choice(PIECES)
        text = text[:start] + new + text[end:]
    data = text.encode("utf-8", "replace")
    if dice.random() < 0.05:
        at = dice.randrange(len(data) + 1)
        data = data[:at] + bytes(dice.randrange(256) for _byte in range(3)) + data[at:]
    return name, data


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_file_faults(seed: int) -> None:
    dice = random.Random(seed)
    rules, facts = every_rule(), Facts(Calendar, date(2026, 6, 30))
    before = peak()
    for _number in range(EACH):
        name, data = damaged(dice)
        started = time.monotonic()
        bound = bind_bytes(f"plans/{name}", data)
        report = lint(rules, assemble([bound]), [bound], facts)
        assert time.monotonic() - started < 5, data
        for found in report.diagnostics:
            assert found.place.path == f"plans/{name}"
            assert 1 <= found.place.line <= data.count(b"\n") + 1
            assert found.message
    assert peak() - before < 200, "memory does not grow with what was read"


def peak() -> float:
    """The peak of memory so far in MiB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
