"""Every paper of three plans, State's and Party's, as Markdown, whole: what changes in them is seen by a person.

`PHOIHOP_GOLDEN=1 pytest tests/cli/test_papers.py` writes them anew.
"""

from __future__ import annotations

import os
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from phoihop.views.papers.catalogue import KINDS

from .conftest import Run

DATA = Path(__file__).parents[1] / "data" / "papers"
TODAY = "2026-05-06"
PLANS = ("chuong-trinh", "dan-van", "quy-che")


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The three plans; the working folder is their workspace's root."""
    shutil.copytree(DATA / "plans", tmp_path / "plans")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_paper_is_as_it_was(papers: Path, run: Run) -> None:
    said = []
    for template in KINDS:
        for plan in PLANS:
            result = run("render", plan, "--as", template, "--to", "md", "--today", TODAY)
            if result.code:
                said.append(result.err)
    made = {path.name: path.read_text(encoding="utf-8") for path in (papers / "build").iterdir()}
    made["no-paper.txt"] = "".join(said)
    if os.environ.get("PHOIHOP_GOLDEN"):
        shutil.rmtree(DATA / "out", ignore_errors=True)
        (DATA / "out").mkdir()
        for name, text in made.items():
            (DATA / "out" / name).write_text(text, encoding="utf-8")
    kept = {path.name: path.read_text(encoding="utf-8") for path in (DATA / "out").iterdir()}
    assert sorted(made) == sorted(kept)
    for name, text in made.items():
        assert text == kept[name], name
