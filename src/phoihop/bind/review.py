"""The keys of a review: a meeting, a check, a report with its closing day and the reports that feed it."""

from __future__ import annotations

from typing import Any

from phoihop.bind.duty import CODE, DUTY_CHANGED, DUTY_DONE, DUTY_START, DUTY_WHEN
from phoihop.bind.kinds import MISSING, Choice, ListOf, Number, choice_of
from phoihop.bind.reading import Binding
from phoihop.bind.record import Field, Record, Short
from phoihop.dates.phrase import read as read_phrase
from phoihop.dates.units import MONTHS, Unit
from phoihop.model import DataClosing, Deadline, Review, ReviewKind
from phoihop.text.nodes import Node


class _Ahead:
    """How many working days before the report's own due day: a number, which becomes the deadline that it says."""

    number = Number(1, 60)

    def read(self, node: Node, key: str, binding: Binding) -> Any:
        count = self.number.read(node, key, binding)
        if count is MISSING:
            return MISSING
        phrase = f"chậm nhất {count:02} ngày làm việc trước hạn gửi báo cáo"
        return Deadline(phrase, read_phrase(phrase), signed=False)

    def schema(self) -> dict[str, Any]:
        return self.number.schema()

    def words(self) -> str:
        return self.number.words()


def _feeding(**values: Any) -> Review:
    return Review(kind=ReviewKind.REPORT, **values)


FEEDING = Record(
    "khâu báo cáo",
    _feeding,
    [
        *DUTY_START,
        Field("chu_tri", "lead", CODE, "Cơ quan gửi: đúng một mã."),
        Field("gui", "addressees", ListOf(CODE), "Cơ quan nhận; không ghi là cơ quan chủ trì báo cáo."),
        Field(
            "truoc",
            "deadline",
            _Ahead(),
            "Gửi trước hạn của báo cáo bao nhiêu ngày làm việc.",
            True,
            "5",
        ),
        *DUTY_DONE,
    ],
)

CLOSING = Record(
    "chốt số liệu",
    DataClosing,
    [
        Field(
            "ngay",
            "day",
            Number(1, 31),
            "Ngày chốt, trong tháng cuối kỳ; không ghi là 14 (Nghị định 09/2019/NĐ-CP, Điều 12).",
        ),
        Field(
            "ky",
            "periods",
            ListOf(
                Choice(
                    {
                        "thang": Unit.MONTH,
                        "quy": Unit.QUARTER,
                        "6-thang": Unit.HALF,
                        "9-thang": Unit.NINE_MONTHS,
                        "nam": Unit.YEAR,
                    },
                    {
                        "thang": "tháng",
                        "quy": "quý",
                        "6-thang": "6 tháng",
                        "9-thang": "9 tháng đầu năm",
                        "nam": "năm",
                    },
                )
            ),
            "Các kỳ báo cáo, nếu thời hạn chưa nói.",
        ),
        Field("gui_sau", "working_days", Number(1, 60), "Gửi sau ngày chốt bao nhiêu ngày làm việc, thay cho `han`."),
    ],
)


def _review(**values: Any) -> Review:
    """A review, with the deadline that its closing day gives, and the chain that counts from it."""
    closing: DataClosing | None = values.get("closing")
    if closing and closing.periods and closing.working_days and "deadline" not in values:
        lengths = ", ".join(unit.value for unit in sorted(set(closing.periods), key=lambda unit: MONTHS[unit]))
        after = f"{closing.working_days:02} ngày làm việc sau ngày chốt số liệu, chốt số liệu ngày {closing.day}"
        phrase = f"báo cáo {lengths}: chậm nhất {after}"
        values["deadline"] = Deadline(phrase, read_phrase(phrase), signed=False)
    lead = (values["lead"],) if values.get("lead") else ()
    values["chain"] = tuple(
        one._replace(anchor=values["id"], addressees=one.addressees or lead, suspensions=values.get("suspensions", ()))
        for one in values.get("chain", ())
    )
    return Review(**values)


REVIEW = Record(
    "rà soát",
    _review,
    [
        *DUTY_START,
        Field(
            "loai",
            "kind",
            choice_of(
                {
                    ReviewKind.MEETING: "họp giao ban",
                    ReviewKind.INTERIM: "sơ kết",
                    ReviewKind.CLOSING: "tổng kết",
                    ReviewKind.REPORT: "báo cáo",
                    ReviewKind.CHECK: "kiểm tra, giám sát",
                }
            ),
            "Loại; không ghi là kiem-tra.",
        ),
        *DUTY_WHEN,
        Field("gui", "addressees", ListOf(CODE), "Cơ quan nhận báo cáo."),
        Field(
            "chot_so_lieu",
            "closing",
            Short(CLOSING, "ngay"),
            "Ngày chốt số liệu của báo cáo định kỳ: số liệu tính đến hết ngày này của tháng cuối kỳ.",
        ),
        Field(
            "chuoi",
            "chain",
            ListOf(FEEDING),
            "Chuỗi báo cáo: ai gửi gì cho ai trước hạn của báo cáo này bao nhiêu ngày làm việc.",
        ),
        *DUTY_CHANGED,
        *DUTY_DONE,
    ],
)
