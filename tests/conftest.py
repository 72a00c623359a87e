"""Tests do not depend on the locale: they speak English unless they say otherwise."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from phoihop import i18n

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHOIHOP_LANG", "en")
    i18n.use("en", gettext.NullTranslations())


@pytest.fixture
def root() -> Path:
    """The repository."""
    return ROOT
