"""The Vietnamese lunar calendar, computed: new moons and the sun's longitude, at the meridian of UTC+7.

The astronomy follows Jean Meeus, "Astronomical Algorithms" (2nd edition): chapter 49 for the instant of a
new moon, chapter 25 for the apparent longitude of the sun (0.01 degree). The rules of the calendar are the
traditional ones: a month begins on the day of its new moon; month 11 is the one that holds the winter
solstice; of thirteen months between two months 11, the first without a principal term (trung khí) is leap.
Because days are counted at UTC+7, Tết differs from the Chinese new year in some years (1985, 2007, 2030,
2053). Good from 1968, when Viet Nam went over to UTC+7.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import floor, radians, sin

_ZONE_DAYS = 7 / 24  # UTC+7
_EPOCH = 1721424.5  # Julian day of ordinal 0 at 00:00

# Meeus, table 49.A, new moon: coefficient (days), power of E, multiples of M (sun), M' (moon), F, omega.
_NEW_MOON_TERMS = (
    (-0.40720, 0, 0, 1, 0, 0),
    (0.17241, 1, 1, 0, 0, 0),
    (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0),
    (0.00739, 1, -1, 1, 0, 0),
    (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0),
    (-0.00111, 0, 0, 1, -2, 0),
    (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0),
    (-0.00042, 0, 0, 3, 0, 0),
    (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0),
    (-0.00024, 1, -1, 2, 0, 0),
    (-0.00017, 0, 0, 0, 0, 1),
    (-0.00007, 0, 2, 1, 0, 0),
    (0.00004, 0, 0, 2, -2, 0),
    (0.00004, 0, 3, 0, 0, 0),
    (0.00003, 0, 1, 1, -2, 0),
    (0.00003, 0, 0, 2, 2, 0),
    (-0.00003, 0, 1, 1, 2, 0),
    (0.00003, 0, -1, 1, 2, 0),
    (-0.00002, 0, -1, 1, -2, 0),
    (-0.00002, 0, 1, 3, 0, 0),
    (0.00002, 0, 0, 4, 0, 0),
)


def tet(year: int) -> date:
    """Mùng 1 tháng Giêng, Tết Nguyên đán, in the solar year."""
    return from_lunar(1, 1, year)


@lru_cache(maxsize=512)
def from_lunar(day: int, month: int, year: int) -> date:
    """The solar date of a day of the lunar year that begins in solar `year` (leap months left aside).

    Day 30 of a month of 29 days is its last day. Raises ValueError when there is no such day or month.
    """
    if not (1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError(f"no lunar day {day}/{month}")
    months = _months(year - 1) if month < 11 else _months(year)
    start, following = next(
        (months[i], months[i + 1]) for i, (number, leap) in enumerate(_numbers(months)) if number == month and not leap
    )
    return date.fromordinal(min(start + day - 1, following - 1))


def _numbers(months: tuple[int, ...]) -> list[tuple[int, bool]]:
    """The number of each month of a span that begins with month 11, and whether it is the leap one."""
    leap_at = -1
    if len(months) == 14:  # thirteen months and the beginning of the next 11
        leap_at = next(i for i in range(1, 13) if _sector(months[i]) == _sector(months[i + 1]))
    numbers: list[tuple[int, bool]] = []
    number = 10
    for i in range(len(months) - 1):
        if i != leap_at:
            number = number % 12 + 1
        numbers.append((number, i == leap_at))
    return numbers


@lru_cache(maxsize=128)
def _months(year: int) -> tuple[int, ...]:
    """Ordinals at which months begin, from month 11 of solar `year` to month 11 of the next, with both."""
    first, last = _month_11(year), _month_11(year + 1)
    return tuple(_new_moon_day(k) for k in range(first, last + 1))


def _month_11(year: int) -> int:
    """The number of the new moon (from 2000-01-06) that begins the month with the year's winter solstice."""
    k = floor((date(year, 12, 31).toordinal() - date(2000, 1, 6).toordinal()) / 29.530588861)
    while _new_moon_day(k + 1) <= date(year, 12, 31).toordinal():
        k += 1
    while _new_moon_day(k) > date(year, 12, 31).toordinal():
        k -= 1
    # When the sun already stands past 270 degrees as the month begins, the solstice is in the month before.
    return k - 1 if _sector(_new_moon_day(k)) >= 9 else k


def _sector(ordinal: int) -> int:
    """In which twelfth of the ecliptic (0 to 11, from the spring equinox) the sun stands at 00:00 local
    time.
    """
    return floor(_sun_longitude(ordinal + _EPOCH - _ZONE_DAYS) / 30) % 12


@lru_cache(maxsize=2048)
def _new_moon_day(k: int) -> int:
    """The ordinal of the local day on which new moon number k falls."""
    return floor(_new_moon(k) + _ZONE_DAYS - _EPOCH)


def _new_moon(k: int) -> float:
    """The instant of a new moon as a Julian day in universal time (Meeus, chapter 49)."""
    t = k / 1236.85
    mean = 2451550.09766 + 29.530588861 * k + (0.00015437 - (0.000000150 - 0.00000000073 * t) * t) * t * t
    eccentricity = 1 - (0.002516 + 0.0000074 * t) * t
    sun = radians(2.5534 + 29.10535670 * k - (0.0000014 + 0.00000011 * t) * t * t)
    moon = radians(201.5643 + 385.81693528 * k + (0.0107582 + 0.00001238 * t) * t * t)
    latitude = radians(160.7108 + 390.67050284 * k - (0.0016118 + 0.00000227 * t) * t * t)
    node = radians(124.7746 - 1.56375588 * k + (0.0020672 + 0.00000215 * t) * t * t)
    correction = 0.000325 * sin(radians(299.77 + 0.107408 * k - 0.009173 * t * t))
    correction += 0.000165 * sin(radians(251.88 + 0.016321 * k))
    for size, power, m, m1, f, omega in _NEW_MOON_TERMS:
        correction += size * eccentricity**power * sin(m * sun + m1 * moon + f * latitude + omega * node)
    return mean + correction - _delta_t(t)


def _sun_longitude(julian_day: float) -> float:
    """The apparent longitude of the sun in degrees (Meeus, chapter 25, low accuracy)."""
    t = (julian_day + _delta_t((julian_day - 2451545.0) / 36525) - 2451545.0) / 36525
    mean = 280.46646 + (36000.76983 + 0.0003032 * t) * t
    m = radians(357.52911 + (35999.05029 - 0.0001537 * t) * t)
    centre = (1.914602 - (0.004817 + 0.000014 * t) * t) * sin(m)
    centre += (0.019993 - 0.000101 * t) * sin(2 * m) + 0.000289 * sin(3 * m)
    node = radians(125.04 - 1934.136 * t)
    return (mean + centre - 0.00569 - 0.00478 * sin(node)) % 360


def _delta_t(centuries: float) -> float:
    """Dynamical less universal time, in days; a parabola through 51 s (1980), 64 s (2000), 93 s (2050)."""
    return (63.9 + (60 - 2 * centuries) * centuries) / 86400
