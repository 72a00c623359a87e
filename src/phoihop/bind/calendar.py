"""The keys of a calendar file (lich/1): the shipped vn.yaml, and a workspace's own lich.yaml."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from phoihop.bind.kinds import Choice, Day, ListOf, Number, Text
from phoihop.bind.reading import Binding
from phoihop.bind.record import Field, Record
from phoihop.dates.days import CalendarNote, CalendarYear, DayOff, Swap, WorkedDay
from phoihop.dates.statutory import FIRST_YEAR, LAST_YEAR
from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.text.nodes import Mapping, Node

TEXT, DAY = Text(), Day()


def _days_off(day: date | None = None, since: date | None = None, until: date | None = None, **rest: str) -> Any:
    first = day or since
    if first is None:
        return ()
    last = max(until or first, first)
    count = min((last - first).days, 366) + 1
    return tuple(DayOff(first + timedelta(days=n), **rest) for n in range(count))


def _year(year: int, announced: bool = False, off: tuple[tuple[DayOff, ...], ...] = (), **rest: Any) -> CalendarYear:
    return CalendarYear(year=year, announced=announced, off=tuple(day for days in off for day in days), **rest)


def _report(node: Node, binding: Binding, message: str) -> None:
    binding.report("calendar-entry", node, message, _("check it against the notice: every due date rests on it"))


def _check_days(values: dict[str, Any], node: Node, binding: Binding) -> None:
    since, until = values.get("day") or values.get("since"), values.get("until")
    if since is None:
        if isinstance(node, Mapping) and {"ngay", "tu"} & node.entries.keys():
            return  # given, and not read: that has its own finding
        _report(node, binding, _('a day off without its day: give "ngay", or "tu" and "den"'))
    elif until is not None and until < since:
        _report(node, binding, _("these days off end before they begin"))


def _check_swap(values: dict[str, Any], node: Node, binding: Binding) -> None:
    if values["off"] == values["worked"]:
        _report(node, binding, _("the day off and the day worked instead are the same"))
    elif values["off"].weekday() >= 5:
        _report(node, binding, _("the day that is given off is a weekend already"))


def _check_year(values: dict[str, Any], node: Node, binding: Binding) -> None:
    year = values["year"]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        _report(node, binding, _("{year} is not a year of the calendar").format(year=year))
    # A swap may reach into the next year; a day off may not.
    days = [off.day for some in values.get("off", ()) for off in some] + [swap.off for swap in values.get("swaps", ())]
    if wrong := next((day for day in days if day.year != year), None):
        _report(node, binding, _("{day} does not lie in {year}").format(day=written(wrong), year=year))


DAYS_OFF = Record(
    "ngày nghỉ",
    _days_off,
    [
        Field("ngay", "day", DAY, "Một ngày nghỉ."),
        Field("tu", "since", DAY, "Ngày nghỉ đầu tiên của một đợt."),
        Field("den", "until", DAY, "Ngày nghỉ cuối cùng của đợt."),
        Field("ten", "name", TEXT, "Tên ngày nghỉ.", True, "Tết Nguyên đán"),
        Field("theo", "source", TEXT, "Văn bản quy định, nếu khác thông báo của năm."),
    ],
    takes_places=False,
    check=_check_days,
)

SWAP = Record(
    "hoán đổi",
    Swap,
    [
        Field("nghi", "off", DAY, "Ngày làm việc được nghỉ.", True, "2026-01-02"),
        Field("lam_bu", "worked", DAY, "Ngày nghỉ hằng tuần làm bù.", True, "2026-01-10"),
        Field("theo", "source", TEXT, "Văn bản quy định.", True, "Công văn 12729/VPCP-KGVX"),
    ],
    takes_places=False,
    check=_check_swap,
)

WORKED = Record(
    "ngày làm thêm",
    WorkedDay,
    [
        Field("ngay", "day", DAY, "Ngày vẫn làm việc dù lịch chung cho nghỉ.", True, "2026-08-22"),
        Field("ten", "name", TEXT, "Lý do.", True, "Trực cấp cứu"),
        Field("theo", "source", TEXT, "Văn bản quy định."),
    ],
    takes_places=False,
)

NOTE = Record(
    "lưu ý",
    CalendarNote,
    [
        Field("tu", "since", DAY, "Ngày đầu mà lưu ý chạm tới.", True, "2026-11-21"),
        Field("den", "until", DAY, "Ngày cuối mà lưu ý chạm tới.", True, "2026-11-28"),
        Field("noi_dung", "text", TEXT, "Điều chưa ngã ngũ.", True),
    ],
    takes_places=False,
)

YEAR = Record(
    "năm",
    _year,
    [
        Field("nam", "year", Number(1900, 2100), "Năm.", True, "2026"),
        Field(
            "trang_thai",
            "announced",
            Choice(
                {"cong-bo": True, "du-kien": False},
                {"cong-bo": "đã có thông báo", "du-kien": "chưa có thông báo chính thức"},
            ),
            "Lịch nghỉ của năm đã được công bố hay mới dự kiến.",
        ),
        Field("thong_bao", "notices", ListOf(TEXT), "Các văn bản công bố lịch nghỉ."),
        Field("nghi", "off", ListOf(DAYS_OFF), "Ngày nghỉ lễ, nghỉ bù, kể cả ngày rơi vào cuối tuần."),
        Field("hoan_doi", "swaps", ListOf(SWAP), "Ngày nghỉ hoán đổi và ngày làm bù, từng cặp."),
        Field("lam_viec", "worked", ListOf(WORKED), "Ngày làm việc riêng của nơi dùng tệp này."),
        Field("luu_y", "notes", ListOf(NOTE), "Những điều chưa ngã ngũ."),
    ],
    takes_places=False,
    check=_check_year,
)

CALENDAR = Record(
    "lịch",
    dict,
    [
        Field("phoihop", "version", TEXT, "Loại tệp và phiên bản của định dạng.", False, "lich/1"),
        Field("nam", "years", ListOf(YEAR), "Các năm.", True, "[]"),
    ],
    takes_places=False,
)

RECORDS = (CALENDAR, YEAR, DAYS_OFF, SWAP, WORKED, NOTE)
"""Every record of a calendar file, the outermost first."""
