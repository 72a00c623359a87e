"""The JSON Schema of `phoihop schema`: valid, accepts what the reader accepts, refuses what the reader refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from phoihop.bind.file import bind_bytes
from phoihop.bind.record import Record
from phoihop.bind.schema import KINDS, json_schema

from .samples import FULL, bind

PLANS = sorted((Path(__file__).parents[2] / "plans").glob("*.yaml"))


def loaded(text: str) -> Any:
    """YAML as an editor reads it: YAML 1.2, dates as text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _c, node: node.value)
    return yaml.load(text)


def errors(kind: str, text: str) -> list[str]:
    schema = json_schema(kind)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(loaded(text))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_and_can_be_written(kind: str) -> None:
    """Draft 2020-12, every reference resolves, plain JSON."""
    schema = json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    text = json.dumps(schema, ensure_ascii=False)
    names = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert names <= schema["$defs"].keys()


@pytest.mark.parametrize("kind", KINDS)
def test_reader_and_schema_have_the_same_keys(kind: str) -> None:
    """Record by record: all keys, and the required ones; nothing else is allowed."""
    _version, records, _purpose = KINDS[kind]
    schema = json_schema(kind)
    definitions = [schema, *schema["$defs"].values()]
    assert len(definitions) == len(records)
    for record, definition in zip(records, definitions, strict=True):
        assert isinstance(record, Record)
        assert set(definition["properties"]) == set(record.by_key)
        assert definition["additionalProperties"] is False
        required = {field.key for field in record.fields if field.required}
        assert set(definition.get("required", ())) - {"phoihop"} == required


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_shipped_files_are_accepted(path: Path) -> None:
    """By both."""
    text = path.read_text(encoding="utf-8")
    kind = text.split("phoihop: ")[1].split("/")[0]
    assert errors(kind, text) == []
    assert bind_bytes(f"plans/{path.name}", text.encode()).findings == []


def _replacements() -> Iterator[tuple[str, str]]:
    yield from (
        ("  loai: KH\n", "  loai: XX\n"),
        ("  loai: KH\n", "  loai: kh\n"),
        ("  loai: KH\n", ""),
        ("  trich_yeu: Phối hợp năm 2026\n", ""),
        ("  trich_yeu: Phối hợp năm 2026\n", "  trich_yeu:\n"),
        ("  trich_yeu: Phối hợp năm 2026\n", '  trich_yeu: ""\n'),
        ("  trich_yeu: Phối hợp năm 2026\n", "  trich_yeu: [a]\n"),
        ("  ngay_ban_hanh: 2026-01-20\n", "  ngay_ban_hanh: 20/01/2026\n"),
        ("  ngay_ban_hanh: 2026-01-20\n", "  ngay_ban_hanh: 2026-02-30\n"),
        ("  the_thuc: nha-nuoc\n", "  the_thuc: Đảng\n"),
        ("  hieu_luc:\n    tu: 2026-01-20\n    den: 2026-12-31\n", "  hieu_luc: năm 2026\n"),
        ("  dia_danh: Cần Thơ\n", "  địa_danh: Cần Thơ\n"),
        ("  - ma: SYT\n", "  - ma: Sở Y tế\n"),
        ("  - ma: SYT\n    vai_tro", "  - vai_tro"),
        ("vai_tro: ban-hanh", "vai_tro: ky"),
        ("gom: [SYT, SGDDT]", "gom: SYT"),
        ("gom: [SYT, SGDDT]", "gom: [SYT, sở]"),
        ("      - ma: NV-01\n", "      - ma: nv_01\n"),
        ("        ten: Khám sức khỏe\n", ""),
        ("chu_tri: SYT\n        phoi", "chu_tri: [SYT]\n        phoi"),
        ("han: trước ngày 15/11/2026", "han: [2026]"),
        ("          - ngay: 2026-11-10\n            van_ban", "          - van_ban"),
        ("    loai: giao-ban\n", "    loai: họp\n"),
        ('  - "Lưu: VT"', "  - Lưu: VT"),
        ("  - co_quan: SYT\n    quyen_han", "  - quyen_han"),
        ("mo_dau:\n  - Hai Sở thống nhất\n", "mo_dau: Hai Sở thống nhất\n"),
        ("phoihop: ke-hoach/1\n", "phoihop: ke-hoach/2\n"),
        ("phoihop: ke-hoach/1\n", ""),
        ("ghi_chu: Ghi chú của kế hoạch", "ghi_chú: x"),
    )


@pytest.mark.parametrize(("old", "new"), list(_replacements()))
def test_what_the_reader_refuses_the_schema_refuses(old: str, new: str) -> None:
    """So that an editor shows the mistake while it is made."""
    assert FULL.count(old) == 1
    text = FULL.replace(old, new)
    assert bind(text).findings != []
    assert errors("ke-hoach", text) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("ky: quý IV/2026", 'ky: "4"'),
        ("ky: quý IV/2026", "ky: 4"),
        ("ma: NV-01", "ma: '01'"),
        ("ma: NV-01", "ma: 1"),
        ("ten: Khám sức khỏe", "ten: 2026"),
        ("san_pham: Báo cáo", "san_pham: 12.5"),
        ("ngay_ban_hanh: 2026-01-20", "ngay_ban_hanh: '2026-01-20'"),
        ("        san_pham: Báo cáo\n", ""),
        ("        phoi_hop: [SGDDT]\n", "        phoi_hop: []\n"),
    ],
)
def test_what_the_reader_accepts_the_schema_accepts(old: str, new: str) -> None:
    """The reader takes every scalar as text; an editor may not call it wrong (`ky: 4`)."""
    text = FULL.replace(old, new) if old else FULL
    assert bind(text).findings == []
    assert errors("ke-hoach", text) == []
