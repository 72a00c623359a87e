"""The hooks that we offer, run by pre-commit itself in a repository of plans."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"


def pre_commit(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PRE_COMMIT_HOME": str(cwd / ".cache"), "PHOIHOP_LANG": "en", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments], cwd=cwd, capture_output=True, encoding="utf-8", env=env
    )


def test_the_manifest_is_one(tmp_path: Path) -> None:
    done = pre_commit("validate-manifest", str(MANIFEST), cwd=tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("office", "passes"), [("SYT", True), ("SYTT", False)])
def test_a_commit_is_stopped_by_an_error(office: str, passes: bool, tmp_path: Path) -> None:
    """The hook as the manifest declares it; only where the program comes from differs, for the network's sake."""
    hooks = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    hook = next(hook for hook in hooks if hook["id"] == "phoihop-validate")
    assert hook["entry"].split()[0] == "phoihop"
    entry = f"{sys.executable} -m {hook['entry']}"
    config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system", "entry": entry}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "co-quan.yaml").write_text(
        "phoihop: co-quan/1\nco_quan: [{ma: SYT, ten: Sở Y tế}]\n", encoding="utf-8"
    )
    (tmp_path / "plans" / "kh.yaml").write_text(
        "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: X}\n"
        f"ra_soat: [{{ma: A, ten: Họp, chu_tri: {office}}}]\n",
        encoding="utf-8",
    )
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    done = pre_commit("run", "--all-files", cwd=tmp_path)
    assert (done.returncode == 0) is passes, done.stdout
    assert passes or "unknown-office" in done.stdout
