"""The parts of a Word file around its text: styles, settings, page header, properties, and the zip itself.

Written directly rather than through a library: nothing of a default template (theme fonts, blue headings,
thumbnails) has to be undone, and the bytes depend on the document alone. Element order follows ECMA-376.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from html import escape

from phoihop.document.blocks import Meta, printable
from phoihop.document.layout import FRAME_PAD, MM_TO_PT
from phoihop.document.stamp import STAMP_PART
from phoihop.document.style import ParagraphStyle, Sheet
from phoihop.document.zipped import stamped_package

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATED}"'
RULE_ID = "VBKe"
_ALIGN = {"trai": "left", "giua": "center", "phai": "right", "deu": "both"}
_BUILT_IN = re.compile("title|subtitle|body text|heading [1-9]", re.IGNORECASE)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MIME = "application/vnd.openxmlformats-officedocument"


def text(value: str) -> str:
    """Text as XML holds it, in an element or an attribute."""
    return escape(printable(value))


def twips(points: float) -> int:
    """Twentieths of a point, Word's unit of length."""
    return round(points * 20)


def style_ids(sheet: Sheet) -> dict[str, str]:
    """The Word style id of each class: built-in ids for built-in names, VB and a number for the others."""
    ids = {}
    for number, (name, style) in enumerate(sheet.kieu.items(), 1):
        ids[name] = style.word.title().replace(" ", "") if _BUILT_IN.fullmatch(style.word) else f"VB{number:02}"
    return ids


def styles_part(sheet: Sheet, ids: dict[str, str]) -> str:
    """word/styles.xml: the defaults, then one named style for each class."""
    font = text(sheet.phong_chu)
    fonts = f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    size = round(sheet.trang.so_trang * 2)
    basic = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:rPr>{fonts}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr>{fonts}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        "</w:rPr></w:style>"
        # A line of its own to draw on: 3 pt high, so that it neither strikes descenders nor adds a gap.
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{RULE_ID}"><w:name w:val="VB Kẻ"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/>'
        '<w:spacing w:before="60" w:after="0" w:line="60" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="4"/><w:szCs w:val="4"/></w:rPr></w:style>'
    )
    named = "".join(_style(ids[name], style, fonts) for name, style in sheet.kieu.items())
    return f"{HEADER}<w:styles {NAMESPACES}>{defaults}{basic}{named}</w:styles>"


def _style(style_id: str, style: ParagraphStyle, fonts: str) -> str:
    custom = ' w:customStyle="1"' if style_id.startswith("VB") else ""
    emphasis = ("<w:b/><w:bCs/>" if style.dam else "") + ("<w:i/><w:iCs/>" if style.nghieng else "")
    underline = '<w:u w:val="single"/>' if style.gach_chan else ""
    colour = f'<w:color w:val="{style.mau}"/>' if style.mau else ""
    size = round(style.co * 2)
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id}"><w:name w:val="{text(style.word)}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{_paragraph_properties(style)}</w:pPr>'
        f'<w:rPr>{fonts}{emphasis}{colour}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{underline}</w:rPr></w:style>'
    )


def _paragraph_properties(style: ParagraphStyle) -> str:
    before = ("<w:keepNext/>" if style.giu_voi_sau else "") + ("<w:keepLines/>" if style.giu_lien else "")
    before += _frame(style)
    line, how = (twips(style.dong_pt), "exact") if style.dong_pt else (round(style.dong * 240), "auto")
    left, first = twips(style.thut_trai * MM_TO_PT), twips(style.thut_dau * MM_TO_PT)
    first_line = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
    outline = f'<w:outlineLvl w:val="{style.muc_luc - 1}"/>' if style.muc_luc else ""
    return (
        f'{before}<w:spacing w:before="{twips(style.truoc)}" w:after="{twips(style.sau)}" w:line="{line}" '
        f'w:lineRule="{how}"/><w:ind w:left="{left}" {first_line}/>'
        f'<w:jc w:val="{_ALIGN[style.can]}"/>{outline}'
    )


def _frame(style: ParagraphStyle) -> str:
    if not style.khung:
        return ""
    line = (
        f'w:val="single" w:sz="{max(round(style.khung * 8), 2)}" w:space="{FRAME_PAD}" w:color="{style.mau or "auto"}"'
    )
    return f"<w:pBdr>{''.join(f'<w:{edge} {line}/>' for edge in ('top', 'left', 'bottom', 'right'))}</w:pBdr>"


def margin_part(tag: str, paragraphs: str) -> str:
    """A header or footer ("hdr", "ftr") of a first page; without paragraphs it keeps the one before from showing."""
    body = paragraphs or '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'
    return f"{HEADER}<w:{tag} {NAMESPACES}>{body}</w:{tag}>"


def header_part() -> str:
    """word/header1.xml: the page number, centred (Phụ lục I, mục I.7)."""
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{field}</w:p>'
    return margin_part("hdr", paragraph)


def settings_part(two_sided: bool) -> str:
    """word/settings.xml: Word 2013 layout, without which Word opens the file in compatibility mode."""
    mirrored = "<w:mirrorMargins/>" if two_sided else ""
    return (
        f'{HEADER}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>{mirrored}<w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def core_part(meta: Meta, day: date | None) -> str:
    """docProps/core.xml: title, author, language, and the document's date if it has one."""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if day
    )
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(meta.title)}</dc:title><dc:creator>{text(meta.author)}</dc:creator>"
        f"{dates}<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def app_part() -> str:
    """docProps/app.xml: what made the file."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{HEADER}<Properties xmlns="{namespace}"><Application>phoihop</Application></Properties>'


def _relations(*targets: tuple[str, str], margins: Iterable[str] = ()) -> str:
    named = [(f"rId{number}", kind, target) for number, (kind, target) in enumerate(targets, 1)]
    named += [(name.removesuffix(".xml"), f"{RELATED}/{_margin(name)}", name) for name in margins]
    rows = "".join(f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/>' for one, kind, target in named)
    return f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _margin(name: str) -> str:
    return "header" if name.startswith("header") else "footer"


def _content_types(margins: Iterable[str]) -> str:
    kinds = {
        "word/document.xml": f"{_MIME}.wordprocessingml.document.main+xml",
        "word/styles.xml": f"{_MIME}.wordprocessingml.styles+xml",
        "word/settings.xml": f"{_MIME}.wordprocessingml.settings+xml",
        "word/header1.xml": f"{_MIME}.wordprocessingml.header+xml",
        **{f"word/{name}": f"{_MIME}.wordprocessingml.{_margin(name)}+xml" for name in margins},
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": f"{_MIME}.extended-properties+xml",
        STAMP_PART: f"{_MIME}.custom-properties+xml",
    }
    parts = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'{HEADER}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def package(
    body: str, sheet: Sheet, ids: dict[str, str], meta: Meta, day: date | None, margins: Mapping[str, str]
) -> bytes:
    """The file: the same bytes for the same document, whenever and wherever it is made.

    `margins` are the headers and footers of first pages, by their file names, which are their ids as well.
    """
    parts = {
        "[Content_Types].xml": _content_types(margins),
        "_rels/.rels": _relations(
            (f"{RELATED}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{RELATED}/extended-properties", "docProps/app.xml"),
            (f"{RELATED}/custom-properties", STAMP_PART),
        ),
        "docProps/app.xml": app_part(),
        "docProps/core.xml": core_part(meta, day),
        "word/_rels/document.xml.rels": _relations(
            (f"{RELATED}/header", "header1.xml"),
            (f"{RELATED}/styles", "styles.xml"),
            (f"{RELATED}/settings", "settings.xml"),
            margins=margins,
        ),
        **{f"word/{name}": content for name, content in margins.items()},
        "word/document.xml": body,
        "word/header1.xml": header_part(),
        "word/settings.xml": settings_part(sheet.trang.hai_mat),
        "word/styles.xml": styles_part(sheet, ids),
    }
    return stamped_package({name: content.encode() for name, content in parts.items()})
