"""The formats as JSON Schema (draft 2020-12) and as docs/format.md, from the same declarations that read the files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from phoihop.bind import acts, calendar, offices, plan, settings
from phoihop.bind.file import ACTS, CALENDAR, OFFICES, PLAN, SETTINGS
from phoihop.bind.record import Record, definition_name

KINDS: dict[str, tuple[str, tuple[Record, ...], str]] = {
    "ke-hoach": (
        PLAN,
        plan.RECORDS,
        "Một kế hoạch, quy chế, chương trình hay đề án phối hợp: plans/TÊN.yaml.",
    ),
    "co-quan": (OFFICES, offices.RECORDS, "Các cơ quan, mỗi cơ quan một lần: plans/co-quan.yaml."),
    "lich": (
        CALENDAR,
        calendar.RECORDS,
        "Ngày nghỉ và ngày làm việc riêng, ngoài lịch có sẵn: plans/lich.yaml.",
    ),
    "can-cu": (ACTS, acts.RECORDS, "Sổ văn bản: hiệu lực của các văn bản làm căn cứ: plans/can-cu.yaml."),
    "cau-hinh": (SETTINGS, settings.RECORDS, "Cấu hình chung của thư mục làm việc: plans/phoihop.yaml."),
}
"""The kinds of file: what the first key says, the records from the outermost in, and what the file is for."""

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file."""
    version, records, purpose = KINDS[kind]
    root = records[0].definition()
    root["properties"]["phoihop"] = {"const": version, "description": records[0].fields[0].meaning}
    root["required"] = ["phoihop", *root.get("required", ())]
    return {
        "$schema": _DRAFT,
        "title": version,
        "description": purpose,
        **root,
        "$defs": {definition_name(record.title): record.definition() for record in _used(records)},
    }


def _used(records: tuple[Record, ...]) -> tuple[Record, ...]:
    return records[1:]


def format_page() -> Iterator[str]:
    """docs/format.md, line by line."""
    yield "# Định dạng tệp"
    yield ""
    yield "Trang này được tạo từ chính các khai báo mà phoihop dùng để đọc tệp; đừng sửa bằng tay (`make docs`)."
    yield "Mọi giá trị là chữ như văn bản in ra; khóa là thuật ngữ viết không dấu. Khóa có dấu * là bắt buộc."
    for name, (version, records, purpose) in KINDS.items():
        yield ""
        yield f"## {name}: `phoihop: {version}`"
        yield ""
        yield purpose
        for record in records:
            yield ""
            yield f'<a id="{definition_name(record.title)}"></a>'
            yield ""
            yield f"### {record.title[0].upper()}{record.title[1:]}"
            yield ""
            yield "| khóa | kiểu | ý nghĩa |"
            yield "|---|---|---|"
            for field in record.fields:
                star = "*" if field.required else ""
                yield f"| `{field.key}`{star} | {field.kind.words()} | {field.meaning} |"
