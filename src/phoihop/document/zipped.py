"""A package of parts (.docx, .xlsx) as bytes: stamped, and the same whenever and wherever it is made."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from phoihop.document.stamp import STAMP_PART, stamp_part


def stamped_package(parts: Mapping[str, bytes]) -> bytes:
    """The zip of the parts, with the stamp in place of docProps/custom.xml."""
    stamped = {**parts, STAMP_PART: stamp_part(parts).encode()}
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in sorted(stamped.items()):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # the default tells Windows from the rest
            archive.writestr(entry, content)
    return file.getvalue()
