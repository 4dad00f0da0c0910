"""When something was handed in: the text of a `timestamp.txt` as a moment."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["TimestampError", "handed_in_at"]

_TIME: Final = re.compile(
    r"(?P<time>\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)"
    r"\s*(?:(?P<utc>Z|UTC|GMT)|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?"
    r"|(?P<name>[A-Za-z][\w/+-]{0,40}))?"
)


class TimestampError(ValueError):
    """A text says no moment; why, as the end of a sentence."""


def handed_in_at(text: str) -> datetime:
    """The moment that a text says, in UTC and without a zone, as nbgrader keeps it.

    nbgrader takes `+0900` for 900 seconds, and a name that it does not know for UTC.

    Args:
        text: date and time, and perhaps the offset from UTC, or a place; without it is in UTC.

    Raises:
        TimestampError: if it says none, or a time zone by letters that may mean several offsets.
    """
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise TimestampError("is no time stamp, such as 2026-03-02 18:00:00 +0900")
    if found["name"] and "/" not in found["name"]:
        raise TimestampError(
            f"names the time zone {found['name']}, which may mean several; write its offset from "
            "UTC, such as +0900"
        )
    try:
        time = datetime.fromisoformat(found["time"])
        if found["name"]:
            return time.replace(tzinfo=_zone_of(found["name"])).astimezone(UTC).replace(tzinfo=None)
        if not found["sign"]:
            return time
        hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
        if hours > 14 or minutes > 59:
            raise TimestampError("has an offset from UTC that no place has")
        away = timedelta(hours=hours, minutes=minutes)
        return time + away if found["sign"] == "-" else time - away
    except (ValueError, OverflowError) as error:
        if isinstance(error, TimestampError):
            raise
        raise TimestampError("is no time that there is") from None


def _zone_of(place: str) -> ZoneInfo:
    """The time zone of a place, such as `Asia/Seoul`; its offset depends on the day alone."""
    try:
        return ZoneInfo(place)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise TimestampError(
            f"names the time zone {place}, which is not known here; write its offset from UTC, "
            "such as +0900"
        ) from None
