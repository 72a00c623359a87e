"""The style sheet of an HTML document, made from dinh_dang.yaml."""

from __future__ import annotations

import re

from phoihop.document.layout import FRAME_GAP, FRAME_PAD
from phoihop.document.style import ParagraphStyle, Sheet, TableStyle

_ALIGN = {"trai": "left", "giua": "center", "phai": "right", "deu": "justify"}
_NOT_PLAIN = re.compile(r"[^0-9A-Za-z_-]")

_PAGE = """\
* {{ box-sizing: border-box }}
html {{ background: #e9e9e9; color: #000; -webkit-text-size-adjust: 100% }}
body {{ margin: 0; font-family: "{font}", "Liberation Serif", Tinos, serif; overflow-wrap: anywhere }}
section {{ background: #fff; margin: 1rem auto; padding: {top}mm {right}mm {bottom}mm {left}mm }}
section.dung {{ max-width: {width}mm; page: dung }}
section.ngang {{ max-width: {height}mm; page: ngang }}
p, h1, h2, h3, h4, h5 {{ margin: 0; font-weight: normal; font-size: 14pt }}
hr {{ border: 0; border-top: 1px solid #000; margin: 3pt auto 0; max-width: 100% }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed }}
td, th {{ vertical-align: top; padding: 0; font-weight: normal }}
th {{ overflow-wrap: normal }}
.cuon {{ overflow-x: auto }}
header {{ margin-bottom: 6pt }}
footer {{ margin-top: 12pt }}
"""

_TWO_SIDED = """\
@page :left {{ margin-left: {right}mm; margin-right: {left}mm }}
@page :right {{ margin-left: {left}mm; margin-right: {right}mm }}
"""

_SMALL = """\
@media screen and (max-width: 45rem) {{
section {{ margin: 0 0 .5rem; padding: 1rem }}
.cuon > table {{ min-width: 50rem }}
}}
@page {{ size: {width}mm {height}mm; margin: {top}mm {right}mm {bottom}mm {left}mm }}
@page dung {{ size: {width}mm {height}mm }}
@page ngang {{ size: {height}mm {width}mm }}
@media print {{
html {{ background: none }}
section {{ margin: 0; padding: 0; max-width: none }}
section + section {{ break-before: page }}
thead {{ display: table-header-group }}
tr {{ break-inside: avoid }}
tr.giu {{ break-after: avoid }}
.cuon {{ overflow: visible; padding-right: 1px }}
}}
"""


def css(sheet: Sheet) -> str:
    """The rules for a sheet: the page, then one rule for each class."""
    page = sheet.trang
    values = {
        "font": sheet.phong_chu,
        "width": f"{page.rong:g}",
        "height": f"{page.cao:g}",
        "top": f"{page.tren:g}",
        "right": f"{page.phai:g}",
        "bottom": f"{page.duoi:g}",
        "left": f"{page.trai:g}",
    }
    rules = [_PAGE.format(**values)]
    frames = ", ".join(f".{selector(name)}" for name, style in sheet.kieu.items() if style.khung)
    for name, style in sheet.kieu.items():
        chosen = selector(name)
        if style.khung:
            rules.append(f":is({frames}) + .{chosen} {{ margin-top: {style.truoc + FRAME_GAP:g}pt }}\n")
        rules.append(f".{chosen} {{ {_paragraph(style)} }}\n")
        if style.truoc or style.sau:
            # A cell has no margin: its space is inside it.
            rules.append(f"td.{chosen}, th.{chosen} {{ padding: {style.truoc:g}pt 0 {style.sau:g}pt }}\n")
    rules.extend(
        f"hr.{selector(name)} {{ border-top-width: {s.day:g}pt; margin-bottom: {s.sau:g}pt }}\n"
        for name, s in sheet.ke.items()
    )
    rules.extend(_table(selector(name), style) for name, style in sheet.bang.items())
    rules.append(_SMALL.format(**values))
    if page.hai_mat:
        rules.append(_TWO_SIDED.format(**values))
    rules.extend(_stacked(selector(name)) for name, style in sheet.bang.items() if style.xep)
    return "".join(rules)


def selector(name: str) -> str:
    """A class as CSS writes it: whatever a style is called, it cannot end the rule."""
    escaped = _NOT_PLAIN.sub(lambda sign: f"\\{ord(sign[0]):x} ", name)
    return f"\\{ord(escaped[0]):x} {escaped[1:]}" if escaped[:1].isdigit() else escaped


def _paragraph(style: ParagraphStyle) -> str:
    looks = [f"font-size: {style.co:g}pt", f"text-align: {_ALIGN[style.can]}"]
    if style.khung:
        looks.append(f"margin: {style.truoc:g}pt auto {style.sau:g}pt")
        looks.append(f"width: {style.rong:g}mm; max-width: 100%" if style.rong else "width: auto")
        looks.append(f"border: {style.khung:g}pt solid; padding: {FRAME_PAD}pt")
    else:
        looks.append(f"margin: {style.truoc:g}pt 0 {style.sau:g}pt {style.thut_trai:g}mm")
    looks.append(f"line-height: {style.dong_pt:g}pt" if style.dong_pt else f"line-height: {style.dong * 1.2:g}")
    if style.thut_dau and not style.khung:
        looks.append(f"text-indent: {style.thut_dau:g}mm")
    if style.dam:
        looks.append("font-weight: bold")
    if style.nghieng:
        looks.append("font-style: italic")
    if style.gach_chan:
        looks.append("text-decoration: underline")
    if style.mau:
        looks.append(f"color: #{style.mau}")
    if style.nen:
        looks.append(f"background: #{style.nen}")
    if style.giu_voi_sau:
        looks.append("break-after: avoid")
    if style.giu_lien:
        looks.append("break-inside: avoid")
    return "; ".join(looks)


def _table(name: str, style: TableStyle) -> str:
    border = f"border: {style.vien:g}pt solid #000; " if style.vien else ""
    kept = f"table.{name} {{ break-inside: avoid; break-before: avoid }}\n" if style.giu else ""
    cell = f"table.{name} > * > tr > * {{ {border}padding-left: {style.dem:g}mm; padding-right: {style.dem:g}mm }}\n"
    return kept + cell


def _stacked(name: str) -> str:
    return (
        "@media screen and (max-width: 45rem) {\n"
        f"table.{name}, table.{name} > tbody, table.{name} > tbody > tr, table.{name} > tbody > tr > td "
        "{ display: block; width: 100%; min-width: 0 }\n"
        f"table.{name} > colgroup, table.{name} > thead, table.{name} > tbody > tr > td:empty {{ display: none }}\n"
        # A row of a table with lines: a block of "label: value", with a line only below it.
        f".cuon > table.{name} > tbody > tr {{ border-bottom: 1px solid #000; padding: .4rem 0 }}\n"
        f".cuon > table.{name} > tbody > tr > td {{ border: 0; text-align: left }}\n"
        f"table.{name} > tbody > tr > td[data-cot]::before "
        '{ content: attr(data-cot) ": "; font-weight: bold }\n}\n'
    )
