"""The keys of the workspace's settings, plans/phoihop.yaml (cau-hinh/1)."""

from __future__ import annotations

from typing import Any, NamedTuple

from phoihop.bind.kinds import Choice, ListOf, Text
from phoihop.bind.record import Field, Record
from phoihop.model import NOWHERE, Places
from phoihop.text.diagnostic import Severity

TEXT = Text()


class Level(NamedTuple):
    """How bad the findings of some rules are here; no severity: they are not told. `files` is a pattern of file names
    ("cu-*.yaml") or of paths in the workspace ("plans/2025/*"), "" for all; `rules` are ids or families."""

    rules: tuple[str, ...]
    reason: str
    at: Places = NOWHERE
    severity: Severity | None = None
    files: str = ""


class Settings(NamedTuple):
    """What a workspace sets for everybody who works in it."""

    language: str = ""
    levels: tuple[Level, ...] = ()


def _settings(version: str = "", **values: Any) -> Settings:
    return Settings(**values)


LEVEL = Record(
    "mức của quy tắc",
    Level,
    [
        Field("quy_tac", "rules", ListOf(TEXT), "Tên quy tắc hoặc nhóm quy tắc.", True, "[vague-deadline]"),
        Field(
            "muc",
            "severity",
            Choice(
                {"loi": Severity.ERROR, "canh-bao": Severity.WARNING, "goi-y": Severity.HINT, "tat": None},
                {"loi": "lỗi", "canh-bao": "cảnh báo", "goi-y": "gợi ý", "tat": "không báo"},
            ),
            "Mức áp dụng ở đây; không ghi là tat.",
        ),
        Field(
            "tep", "files", TEXT, 'Chỉ với các tệp này: mẫu tên tệp ("cu-*.yaml") hoặc mẫu đường dẫn ("plans/2025/*").'
        ),
        Field("ly_do", "reason", TEXT, "Vì sao.", True, "..."),
    ],
)

SETTINGS = Record(
    "cấu hình",
    _settings,
    [
        Field("phoihop", "version", TEXT, "Loại tệp và phiên bản của định dạng.", False, "cau-hinh/1"),
        Field(
            "ngon_ngu",
            "language",
            Choice({"vi": "vi", "en": "en"}, {"vi": "tiếng Việt", "en": "tiếng Anh"}),
            "Ngôn ngữ của thông báo; biến môi trường PHOIHOP_LANG được ưu tiên hơn.",
        ),
        Field("muc", "levels", ListOf(LEVEL), "Mức của từng quy tắc, chung hoặc theo tệp; mục sau thay mục trước."),
    ],
    takes_places=False,
)

RECORDS = (SETTINGS, LEVEL)
"""Every record of the settings file."""
