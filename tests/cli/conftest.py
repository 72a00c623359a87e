"""A workspace to play in, and the program run inside this process or as one of its own."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

OFFICES = """\
phoihop: co-quan/1
co_quan:
  - {ma: SYT, ten: Sở Y tế, viet_tat: SYT}
  - {ma: SGDDT, ten: Sở Giáo dục và Đào tạo, viet_tat: SGDĐT}
  - {ma: SNV-A, ten: Sở Nội vụ A, viet_tat: SNV}
  - {ma: SNV-B, ten: Sở Nội vụ B, viet_tat: SNV}
"""

HEAD = """\
phoihop: ke-hoach/1
van_ban: {loai: KH, trich_yeu: Phối hợp, ngay_ban_hanh: 2026-01-05, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
co_quan:
  - {ma: SYT, vai_tro: ban-hanh}
  - {ma: HAI-SO, ten: Hai Sở, gom: [SYT, SGDDT]}
noi_dung:
  - muc: Mục đích, nhiệm vụ và tổ chức thực hiện
    nhiem_vu:
"""


def plan_text(*tasks: str, head: str = HEAD, reviews: tuple[str, ...] = ()) -> str:
    """A plan of some tasks, each a flow mapping without its braces; nothing else in it deserves a finding."""
    rows = "".join(f"      - {{{task}{'' if 'san_pham' in task else ', san_pham: Báo cáo'}}}\n" for task in tasks)
    return (
        head
        + (rows or "      []\n")
        + ("ra_soat:\n" + "".join(f"  - {{{one}}}\n" for one in reviews) if reviews else "")
        + 'noi_nhan: [Các cơ quan thực hiện, "Lưu: VT"]\n'
    )


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Result]


@pytest.fixture
def space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with two offices and no plan; the working folder is its root."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "co-quan.yaml").write_text(OFFICES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Run a command inside this process: `run("due", "--week")`."""
    from phoihop.cli import main

    def call(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["phoihop", *arguments])
        capsys.readouterr()
        code: Any = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Result(int(code or 0), out, err)

    yield call
    gc.enable()


def program(*arguments: str, cwd: Path, env: dict[str, str] | None = None, **options: Any) -> Any:
    """Run the program as a process of its own."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run(
        [sys.executable, "-m", "phoihop", *arguments],
        cwd=cwd,
        env={**clean, "PHOIHOP_LANG": "en", **(env or {})},
        check=False,
        timeout=20,
        **({"capture_output": True} | options),
    )
