"""A range that ends before it begins has no date; one that ends later, or on the same day, has."""

from __future__ import annotations

import pytest

from phoihop.dates.phrase import read


@pytest.mark.parametrize(
    "phrase",
    [
        "từ ngày 15/11/2026 đến ngày 01/11/2026",
        "từ ngày 15/11/2027 đến ngày 01/12/2026",
        "từ 15/11/2026 đến 10/11/2026",
        "từ ngày 15/11 đến ngày 01/11",
        "ngày 15/11 - 10/11/2026",
        "ngày 15 - 10/11/2026",
        "ngày 15/11/2027 - 10/12/2026",
        "từ tháng 12/2027 đến ngày 15/12/2026",
        "từ tháng 6/2027 đến tháng 12/2026",
        "từ năm 2027 đến năm 2026",
        "từ tháng 9/2026 đến tháng 3/2026",
    ],
)
def test_a_range_that_ends_before_it_begins_is_refused(phrase: str) -> None:
    assert not read(phrase).readable


@pytest.mark.parametrize(
    "phrase",
    [
        "từ ngày 01/11/2026 đến ngày 15/11/2026",
        "từ ngày 15/11/2026 đến ngày 15/11/2026",
        "từ ngày 15/11/2026 đến ngày 01/11/2027",
        "từ ngày 15/11 đến ngày 01/3/2027",
        "ngày 28/12 - 05/01/2027",
        "ngày 15 - 20/11/2026",
        "từ ngày 25 đến ngày 5 hằng tháng",
        "từ tháng 11/2026 đến ngày 15/11/2026",
        "từ ngày 15/11/2026 đến tháng 11/2026",
        "từ tháng 11 đến tháng 02/2027",
        "từ quý IV/2026 đến quý II năm sau",
    ],
)
def test_a_range_in_order_is_read(phrase: str) -> None:
    assert read(phrase).readable
