"""Bring the Vietnamese catalogue up to date with the messages in the code, and compile it (`make messages`).

New messages come in without a translation; a test names them. Rule pages are messages too, paragraph by paragraph.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from phoihop.rules import every_rule
from phoihop.rules._page import read_page

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "phoihop"
PO = SOURCES / "locale" / "vi" / "LC_MESSAGES" / "phoihop.po"
MO = PO.with_suffix(".mo")


def template() -> Catalog:
    """Every message that there is, in the order of the files."""
    catalog = Catalog(locale="vi", project="phoihop", charset="utf-8")
    found = extract_from_dir(SOURCES, method_map=[("**.py", "python")], keywords={"_": None, "ngettext": (1, 2)})
    for name, _line, message, _comments, _context in sorted(found, key=lambda hit: (hit[0], hit[1])):
        catalog.add(message, locations=[(name, None)])
    for rule in every_rule():
        page = read_page(rule.page)
        for text in (page.summary, page.why, page.law):
            if text:
                catalog.add(text, locations=[(f"rules/{rule.id.replace('-', '_')}.py", None)])
    return catalog


def updated() -> Catalog:
    """The catalogue with every message of the code, translations kept, messages that are gone left out."""
    if not PO.exists():
        return template()
    with PO.open("rb") as file:
        catalog = read_po(file, locale="vi", charset="utf-8")
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def po_bytes(catalog: Catalog) -> bytes:
    """The catalogue as a .po file, without dates or addresses."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=110, omit_header=True, sort_output=False)
    header = (
        'msgid ""\nmsgstr ""\n"Language: vi\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
    )
    return header.encode() + buffer.getvalue()


def mo_bytes(po: bytes) -> bytes:
    """The .po file compiled."""
    catalog = read_po(io.BytesIO(po), locale="vi", charset="utf-8")
    catalog.creation_date = catalog.revision_date = datetime(2000, 1, 1, tzinfo=UTC)  # babel's header has dates
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def untranslated(string: str | tuple[str, ...]) -> bool:
    """Whether a translation lacks its text, or one of its plural forms."""
    return not (all(string) if isinstance(string, tuple) else string)


def main() -> None:
    """Write the catalogue and its compiled form; name what still lacks a translation."""
    catalog = updated()
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po_bytes(catalog))
    MO.write_bytes(mo_bytes(PO.read_bytes()))
    missing = [message.id for message in catalog if message.id and untranslated(message.string)]
    print(f"{len(catalog)} messages, {len(missing)} without a translation")


if __name__ == "__main__":
    main()
