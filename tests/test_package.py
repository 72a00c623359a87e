"""The wheel holds all that it needs: built, installed into an empty environment, run in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PLAN = """\
phoihop: ke-hoach/1
van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
co_quan: [{ma: SYT, vai_tro: ban-hanh}]
noi_dung:
  - muc: Mục đích, nhiệm vụ, tổ chức thực hiện
    nhiem_vu: [{ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/11/2026, san_pham: Báo cáo}]
noi_nhan: ["Lưu: VT"]
"""
OFFICES = "phoihop: co-quan/1\nco_quan: [{ma: SYT, ten: Sở Y tế}]\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def phoihop(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The installed command. Its dependencies are this environment's; phoihop itself is the wheel's alone."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout.strip())
    with zipfile.ZipFile(wheel) as package:
        package.extractall(site)
    here = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()
    # After the wheel in the path, and without the .pth file of an editable install.
    (site / "dependencies.pth").write_text(here + "\n", encoding="utf-8")
    return [str(python), "-m", "phoihop"]


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PHOIHOP_LANG": "en", "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", env=environment)


def test_the_wheel_holds_templates_calendar_and_messages(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "phoihop/templates/ke-hoach.html.j2",
        "phoihop/templates/dinh_dang.yaml",
        "phoihop/dates/vn.yaml",
        "phoihop/locale/vi/LC_MESSAGES/phoihop.mo",
        "phoihop/py.typed",
        "phoihop/document/khung.typ",
        "phoihop/document/fonts/OFL.txt",
        *(f"phoihop/document/fonts/LiberationSerif-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic")),
    } <= names
    assert not [name for name in names if name.startswith(("tests", "plans", "docs"))]


def test_an_installed_phoihop_does_its_job_in_an_empty_folder(phoihop: list[str], tmp_path: Path) -> None:
    where = _run([phoihop[0], "-c", "import phoihop; print(phoihop.__file__)"], tmp_path).stdout
    assert "environment" in where, "the wheel is what is tested"
    assert _run([*phoihop, "validate"], tmp_path).returncode == 2
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "ke-hoach.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "plans" / "co-quan.yaml").write_text(OFFICES, encoding="utf-8")
    checked = _run([*phoihop, "validate", "--today", "2026-11-02"], tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "2 files, 0 errors, 0 warnings, 0 hints\n"), checked.stderr
    due = _run([*phoihop, "due", "--month", "--today", "2026-11-02"], tmp_path)
    assert "13/11/2026\tFriday\t11 days left" in due.stdout
    printed = _run([*phoihop, "render", "ke-hoach", "--to", "docx,pdf,html,md"], tmp_path)
    assert printed.stdout.split() == [f"build/ke-hoach.{form}" for form in ("docx", "pdf", "html", "md")], (
        printed.stderr
    )
    assert "KẾ HOẠCH" in (tmp_path / "build" / "ke-hoach.md").read_text(encoding="utf-8")
