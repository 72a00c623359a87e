"""The keys of the workspace's settings, plans/phoihop.yaml (cau-hinh/1)."""

from __future__ import annotations

from typing import NamedTuple

from phoihop.bind.kinds import Choice, Text
from phoihop.bind.record import Field, Record


class Settings(NamedTuple):
    """What a workspace sets for everybody who works in it."""

    language: str = ""


def _settings(version: str = "", **values: str) -> Settings:
    return Settings(**values)


SETTINGS = Record(
    "cấu hình",
    _settings,
    [
        Field("phoihop", "version", Text(), "Loại tệp và phiên bản của định dạng.", False, "cau-hinh/1"),
        Field(
            "ngon_ngu",
            "language",
            Choice({"vi": "vi", "en": "en"}, {"vi": "tiếng Việt", "en": "tiếng Anh"}),
            "Ngôn ngữ của thông báo; biến môi trường PHOIHOP_LANG được ưu tiên hơn.",
        ),
    ],
    takes_places=False,
)

RECORDS = (SETTINGS,)
"""Every record of the settings file."""
