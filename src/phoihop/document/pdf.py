"""Writes a document as a PDF: tagged, for archives (PDF/A-2a) and for everybody (PDF/UA-1), laid out by typst.

What is laid out stands in khung.typ, which belongs to the program; the document reaches it as data alone. The fonts
beside it are Liberation Serif, whose letters are as wide as those of Times New Roman: no font of the machine is used.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from phoihop.document import __path__ as places
from phoihop.document.blocks import Document
from phoihop.document.layout import document_date
from phoihop.document.pdf_blocks import data_of
from phoihop.document.pdf_text import Lost, unprintable
from phoihop.document.stamp import stamp_pdf
from phoihop.document.style import StyleTable

__all__ = ["Lost", "PdfFault", "unprintable", "write"]

# PDF/A wants a date; a document without one says what no document of ours can be mistaken for.
_UNDATED = date(1980, 1, 1)


class PdfFault(Exception):
    """typst could not lay the document out; the message is its own."""


def write(document: Document, styles: StyleTable) -> bytes:
    """The PDF with its stamp. Twice the same document is twice the same bytes.

    Raises PdfFault if typst refuses; characters that no font has are shown as U+FFFD (see `unprintable`).
    """
    import typst

    (folder,) = places
    day = document_date(document) or _UNDATED
    data = json.dumps(data_of(document, styles.sheet(document.meta.regime), day), ensure_ascii=False)
    made = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[f"{folder}/fonts"])
    try:
        compiler = typst.Compiler(f"{folder}/khung.typ", folder, fonts, sys_inputs={"document": data})
        pdf = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=made)
    except typst.TypstError as error:
        raise PdfFault(error.message) from None
    except BaseException as error:
        # A fault inside typst itself, which its Python side hands on as no ordinary exception.
        if type(error).__name__ != "PanicException":
            raise
        raise PdfFault(str(error)) from None
    assert isinstance(pdf, bytes)
    return stamp_pdf(pdf)
