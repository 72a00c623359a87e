"""What a plan is called: nothing stands for a number or a day that it was not given."""

from __future__ import annotations

from datetime import date

import pytest

from phoihop.model import Head, Plan
from phoihop.views.plan_name import numbered


@pytest.mark.parametrize(
    ("number", "issued", "name"),
    [
        ("12/KH-SYT", date(2026, 1, 20), "Kế hoạch số 12/KH-SYT ngày 20/01/2026"),
        ("12/KH-SYT", None, "Kế hoạch số 12/KH-SYT"),
        ("chưa cấp", None, "Kế hoạch"),
        ("Chưa cấp", None, "Kế hoạch"),
        ("", date(2026, 11, 5), "Kế hoạch ngày 05/11/2026"),
    ],
)
def test_the_name(number: str, issued: date | None, name: str) -> None:
    assert numbered(Plan("kh", "kh.yaml", Head("KH", "Phối hợp", number=number, issued=issued))) == name
