"""dinh_dang.yaml: what it says is checked, and the decree's numbers are in it."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml

from document import samples as s
from phoihop.document.style import StyleFault, read_styles

DATA = yaml.safe_load((s.TEMPLATES / "dinh_dang.yaml").read_text(encoding="utf-8"))


def changed(path: str, value: Any) -> Any:
    data = copy.deepcopy(DATA)
    *parents, last = path.split(".")
    here = data
    for key in parents:
        here = here.setdefault(key, {})
    here[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ("chung.kieu.than.co", "to", "nha-nuoc.kieu.than.co"),
        ("chung.kieu.than.co", float("nan"), "nha-nuoc.kieu.than.co"),
        ("chung.kieu.than.co", True, "nha-nuoc.kieu.than.co"),
        ("chung.kieu.than.dam", "có", "nha-nuoc.kieu.than.dam"),
        ("chung.kieu.than.can", "center", "nha-nuoc.kieu.than.can"),
        ("chung.kieu.than.mau", "đỏ", "nha-nuoc.kieu.than.mau"),
        ("chung.kieu.than.mau", "#FF0000", "nha-nuoc.kieu.than.mau"),
        ("chung.kieu.than.khung", -1, "nha-nuoc.kieu.than.khung"),
        ("chung.kieu.than.khung", 13, "nha-nuoc.kieu.than.khung"),
        ("chung.kieu.than.rong", -30, "nha-nuoc.kieu.than.khung"),
        ("chung.kieu.than.mau_nen", "FF0000", "nha-nuoc.kieu.than.mau_nen"),
        ("chung.trang.hai_mat", 1, "nha-nuoc.trang.hai_mat"),
        ("chung.kieu.o.nen", "red", "nha-nuoc.kieu.o.nen"),
        ("chung.kieu.o.word", "Body Text", "nha-nuoc.kieu.o.word"),
        ("chung.kieu.o.word", "HEADING 1", "nha-nuoc.kieu.o.word"),
        ("chung.kieu.moi", {"co": 1}, "nha-nuoc.kieu.moi.word"),
        ("chung.kieu", [], "nha-nuoc.kieu"),
        ("chung.bang.chu-ky.cot", [], "nha-nuoc.bang.chu-ky.cot"),
        ("chung.bang.chu-ky.cot", [1, 0], "nha-nuoc.bang.chu-ky.cot"),
        ("chung.phong_chu", 'A"; }', "nha-nuoc.phong_chu"),
        ("chung.trang.trai", 150, "nha-nuoc.trang"),
        ("dang.kieu.than.co", [], "dang.kieu.than.co"),
        ("dang.kieu", "x", "dang.kieu"),
        ("bo", {}, "bo"),
    ],
)
def test_errors_name_the_key(path: str, value: Any, key: str) -> None:
    with pytest.raises(StyleFault) as caught:
        read_styles(changed(path, value))
    assert caught.value.key == key


def test_frames_colours_and_two_sides() -> None:
    mark = {"word": "VB Khẩn", "co": 13, "khung": 1, "rong": 30, "mau": "ff0000"}
    style = read_styles(changed("chung.kieu.khan", mark)).sheet("dang").kieu["khan"]
    assert (style.khung, style.rong, style.mau) == (1, 30, "ff0000")
    table = read_styles(changed("dang.trang", {"hai_mat": True}))
    assert [table.sheet(regime).trang.hai_mat for regime in ("nha-nuoc", "dang")] == [False, True]


@pytest.mark.parametrize("data", [None, [], "x", {}])
def test_a_table_that_is_none(data: object) -> None:
    with pytest.raises(StyleFault):
        read_styles(data)


def test_state_numbers() -> None:
    sheet = s.styles().sheet("nha-nuoc")
    page = sheet.trang
    assert (page.rong, page.cao) == (210, 297)
    assert 20 <= page.tren <= 25
    assert 20 <= page.duoi <= 25
    assert 30 <= page.trai <= 35
    assert 15 <= page.phai <= 20
    body = sheet.kieu["than"]
    assert 13 <= body.co <= 14
    assert body.can == "deu"
    assert body.thut_dau in (10, 12.7)
    assert body.truoc + body.sau >= 6
    assert sheet.kieu["can-cu"].nghieng
    assert sheet.kieu["chuc-vu"].dam
    assert (sheet.kieu["noi-nhan-tieu-de"].co, sheet.kieu["noi-nhan"].co) == (12, 11)


def test_party_numbers() -> None:
    sheet = s.styles().sheet("dang")
    page = sheet.trang
    assert (page.tren, page.duoi, page.trai, page.phai) == (20, 20, 30, 15)
    assert sheet.kieu["quoc-hieu"].co == 15
    assert 18 <= sheet.kieu["than"].dong_pt <= 22
    assert not sheet.kieu["can-cu"].nghieng
    assert not sheet.kieu["chuc-vu"].dam
    heading = sheet.kieu["noi-nhan-tieu-de"]
    assert (heading.co, heading.gach_chan, heading.dam, heading.nghieng) == (14, True, False, False)
    assert sheet.kieu["noi-nhan"].co == 12
