"""Documents cannot lie: every page that shows what the program does is made again and compared."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

import generate  # noqa: E402
import messages  # noqa: E402

from phoihop import i18n  # noqa: E402
from phoihop.resources import load_catalogue  # noqa: E402

_PLACEHOLDER = re.compile(r"\{\w*\}")


def test_the_pages_are_what_the_program_says() -> None:
    stale = [
        path.relative_to(ROOT).as_posix()
        for path, text in generate.pages()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run `make docs`"


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"````.*?````|```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_command_is_documented() -> None:
    from phoihop.cli.main import COMMANDS

    assert list(COMMANDS) == list(generate.COMMANDS)


class TestCatalogue:
    """The Vietnamese catalogue is complete, and is what is compiled."""

    catalogue = messages.updated()

    def test_every_message_is_translated(self) -> None:
        missing = [m.id for m in self.catalogue if m.id and messages.untranslated(m.string)]
        assert missing == [], "run `make messages`, then translate"

    def test_no_placeholder_is_lost(self) -> None:
        for message in self.catalogue:
            originals = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            for string in strings:
                assert set(_PLACEHOLDER.findall(string)) == set(_PLACEHOLDER.findall(originals[-1])), string

    def test_the_file_is_up_to_date(self) -> None:
        assert messages.PO.read_bytes() == messages.po_bytes(self.catalogue), "run `make messages`"

    def test_the_compiled_catalogue_is_this_one(self) -> None:
        assert messages.MO.read_bytes() == messages.mo_bytes(messages.PO.read_bytes())

    def test_messages_come_in_vietnamese(self) -> None:
        i18n.use("vi", load_catalogue("vi"))
        assert i18n._("error") == "lỗi"


@pytest.mark.parametrize(
    ("environment", "setting", "language"),
    [
        ({}, "", "vi"),
        ({"LANG": "C.UTF-8"}, "", "vi"),
        ({"LANG": "en_US.UTF-8"}, "", "en"),
        ({"LANG": "vi_VN.UTF-8"}, "en", "en"),
        ({"LC_ALL": "vi_VN", "LANG": "en_US"}, "", "vi"),
        ({"LANG": "fr_FR.UTF-8"}, "", "vi"),
        ({"PHOIHOP_LANG": "en", "LANG": "vi_VN"}, "vi", "en"),
        ({"PHOIHOP_LANG": "xx", "LANG": "en_GB"}, "", "en"),
    ],
)
def test_the_language_is_chosen_in_order(environment: dict[str, str], setting: str, language: str) -> None:
    assert i18n.choose(environment, setting) == language
