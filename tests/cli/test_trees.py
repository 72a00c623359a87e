"""Two workspaces as offices write them: correct ones, of which little is said, and faulty ones, with what is said.

`tests/data/ok` and `tests/data/bad` hold the plans and, beside them, the whole expected output. After a change that is
meant, `PHOIHOP_GOLDEN=1 pytest tests/cli/test_trees.py` writes it anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from .conftest import Run

DATA = Path(__file__).parent.parent / "data"


@pytest.mark.parametrize(("tree", "code"), [("ok", 0), ("bad", 1)])
def test_what_is_said_of_a_tree_is_as_expected(tree: str, code: int, space: Path, run: Run) -> None:
    shutil.rmtree(space / "plans")
    shutil.copytree(DATA / tree / "plans", space / "plans")
    result = run("validate", "--today", "2026-06-30", "--format", "plain")
    expected = DATA / tree / "expected.txt"
    if os.environ.get("PHOIHOP_GOLDEN"):
        expected.write_text(result.out, encoding="utf-8")
    assert (result.out, result.code) == (expected.read_text("utf-8"), code)


def test_a_correct_tree_has_neither_error_nor_warning(space: Path, run: Run) -> None:
    shutil.rmtree(space / "plans")
    shutil.copytree(DATA / "ok" / "plans", space / "plans")
    summary = run("validate", "--today", "2026-06-30", "--format", "json").json["summary"]
    assert (summary["files"], summary["errors"], summary["warnings"]) == (12, 0, 0)
