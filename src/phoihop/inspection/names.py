"""Names and values of WordprocessingML, read leniently: what is malformed counts as not said."""

from __future__ import annotations

from phoihop.inspection.package import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"

_HUGE = 10_000_000
_UNITS = {"mm": 56.6929, "cm": 566.929, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}


def w(name: str) -> str:
    """A name in WordprocessingML's namespace."""
    return _W + name


def child(element: Element | None, *path: str) -> Element | None:
    """The first child by a path of names; None on the way is None."""
    for name in path:
        if element is None:
            return None
        element = element.find(_W + name)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute; None where element or attribute is absent."""
    return None if element is None else element.get(_W + name)


def number(text: str | None) -> float | None:
    """A number, or a measure with a unit in twips; None where it is none, or beyond all measure."""
    if not text or len(text) > 20:
        return None
    factor = _UNITS.get(text[-2:].lower(), 0.0)
    try:
        found = float(text[:-2]) * factor if factor else float(text)
    except ValueError:
        return None
    return found if -_HUGE < found < _HUGE else None


def measure(element: Element | None, name: str) -> float | None:
    """A length attribute in points (Word writes twentieths of a point)."""
    found = number(value(element, name))
    return None if found is None else found / 20


def switch(element: Element | None) -> bool | None:
    """An on/off property: None where it is not said."""
    if element is None:
        return None
    return (value(element) or "true").lower() not in ("0", "false", "off", "none")
