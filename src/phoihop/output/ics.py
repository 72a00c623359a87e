"""A calendar feed as iCalendar (RFC 5545): all-day events that a re-export updates in place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar
from icalendar import Event as IcsEvent

from phoihop import __version__
from phoihop.views.feed import Event

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE counts seconds from here (31 bits last until 2088): a re-export without a change gives the same number."""


def write(events: Iterable[Event], name: str, days_ahead: Iterable[int]) -> bytes:
    """The feed's bytes. `days_ahead`: a reminder at eight in the morning so many days before each open event.

    There is no METHOD: the file is a calendar to be read, not an invitation to be answered, and DTSTAMP is then the
    time of the last revision (section 3.8.7.2).
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//phoihop//phoihop {__version__}//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    ahead = sorted(set(days_ahead), reverse=True)
    for event in events:
        calendar.add_component(_event(event, ahead))
    data: bytes = calendar.to_ical()
    return data


def _event(event: Event, days_ahead: list[int]) -> IcsEvent:
    changed = max(datetime.fromtimestamp(event.changed, UTC), _EPOCH)
    item = IcsEvent()
    item.add("uid", event.uid)
    item.add("dtstamp", changed)
    item.add("last-modified", changed)
    item.add("sequence", int((changed - _EPOCH).total_seconds()))
    item.add("dtstart", event.day)
    item.add("dtend", event.day + timedelta(days=1))
    item.add("summary", event.summary)
    item.add("description", event.description)
    if event.contact:
        item.add("contact", event.contact)
    if event.categories:
        item.add("categories", list(event.categories))
    item.add("status", "CANCELLED" if event.cancelled else "CONFIRMED" if event.certain else "TENTATIVE")
    item.add("transp", "TRANSPARENT")  # a due day keeps nobody busy all day
    if not event.done and not event.cancelled:
        for days in days_ahead:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", event.summary)
            alarm.add("trigger", timedelta(hours=8) - timedelta(days=days))
            item.add_component(alarm)
    return item
