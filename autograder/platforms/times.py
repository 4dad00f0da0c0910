"""The times that platforms write, as one moment."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

__all__ = ["attempt_folder", "moment", "timestamp"]

_TIME: Final = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[ T-](\d\d)[:.-](\d\d)[:.-](\d\d)(?:\.\d+)?"
    r" ?(?P<zone>Z|UTC|GMT|UCT|[+-]\d\d:?\d\d)?"
)


def moment(written: str, here: tzinfo | None) -> datetime | None:
    """The moment that a platform writes, in UTC; None where it is no time.

    Args:
        written: a date and a time, and perhaps the offset from UTC.
        here: the time zone of one without; None for this machine's.
    """
    found = _TIME.fullmatch(written.strip())
    if found is None:
        return None
    try:
        time = datetime(*(int(each) for each in found.groups()[:6]))  # type: ignore[arg-type]
        zone = found["zone"]
        if zone is None:
            return (time.replace(tzinfo=here) if here else time.astimezone()).astimezone(UTC)
        return time.replace(tzinfo=_zone(zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(written: str) -> timezone:
    if written[0] not in "+-":
        return UTC
    away = timedelta(hours=int(written[1:3]), minutes=int(written[-2:]))
    return timezone(-away if written[0] == "-" else away)


def timestamp(time: datetime) -> str:
    """The text of a `timestamp.txt`, as nbgrader reads it."""
    return f"{time:%Y-%m-%d %H:%M:%S} UTC\n"


def attempt_folder(time: datetime) -> str:
    """The name of the folder of one attempt among several."""
    return f"{time:%Y-%m-%dT%H-%M-%SZ}"
