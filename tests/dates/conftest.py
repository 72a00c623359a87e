"""The shipped calendar, read here without the product's own reader, which has tests of its own."""

from __future__ import annotations

from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pytest
import yaml

from phoihop.dates.calendar import Calendar, CalendarNote, CalendarYear, DayOff, Swap


def shipped_years() -> list[CalendarYear]:
    """The years of vn.yaml."""
    text = files("phoihop.dates").joinpath("vn.yaml").read_text(encoding="utf-8")
    return [_year(entry) for entry in yaml.safe_load(text)["nam"]]


def _year(entry: dict[str, Any]) -> CalendarYear:
    off: list[DayOff] = []
    for item in entry["nghi"]:
        day = first = item.get("ngay") or item["tu"]
        last = item.get("den", first)
        while day <= last:
            off.append(DayOff(day, item["ten"], item.get("theo", "")))
            day += timedelta(1)
    return CalendarYear(
        entry["nam"],
        entry["trang_thai"] == "cong-bo",
        tuple(entry["thong_bao"]),
        tuple(off),
        tuple(Swap(s["nghi"], s["lam_bu"], s["theo"]) for s in entry.get("hoan_doi", ())),
        tuple(CalendarNote(n["tu"], n["den"], n["noi_dung"]) for n in entry.get("luu_y", ())),
    )


@pytest.fixture(scope="session")
def vn() -> Calendar:
    """The shipped calendar."""
    return Calendar(shipped_years())


@pytest.fixture(scope="session")
def plan_2026() -> tuple[date, date]:
    """The first and last day of a plan of one year."""
    return date(2026, 1, 20), date(2026, 12, 31)
