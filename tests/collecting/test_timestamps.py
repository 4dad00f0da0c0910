"""When something was handed in."""

from __future__ import annotations

import pytest

from autograder.collecting.timestamps import TimestampError, handed_in_at


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-02 18:00:00 UTC", "2026-03-02T18:00:00"),
        ("2026-03-02 18:00:00.123456 UTC", "2026-03-02T18:00:00.123456"),
        ("2026-03-02 18:00", "2026-03-02T18:00:00"),
        ("2026-03-02T18:00:00Z", "2026-03-02T18:00:00"),
        ("2026-03-02 18:00:00 +0900", "2026-03-02T09:00:00"),
        ("2026-03-02 18:00:00 +09:00", "2026-03-02T09:00:00"),
        ("2026-03-02T18:00:00-03:30", "2026-03-02T21:30:00"),
        ("2026-03-02 18:00:00 +09\n", "2026-03-02T09:00:00"),
        ("2015-02-02 15:58:23.948203 America/Los_Angeles", "2015-02-02T23:58:23.948203"),
        ("2026-07-02 18:00:00 Europe/Berlin", "2026-07-02T16:00:00"),
        ("2026-12-02 18:00:00 Europe/Berlin", "2026-12-02T17:00:00"),
    ],
)
def test_an_offset_is_hours_and_minutes(text, moment):
    """However it is written, or that of a place on that day; without one the time is in UTC."""
    assert handed_in_at(text).isoformat() == moment


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-03-02 18:00:00 KST", "names the time zone KST"),
        ("2026-03-02 18:00:00 Europe", "names the time zone Europe"),
        ("2026-03-02 18:00:00 Europe/Nowhere", "Europe/Nowhere, which is not known here"),
        ("2026-03-02 18:00:00 etc/../../passwd", "is no time stamp"),
        ("2026-03-02 18:00:00 Europe/", "Europe/, which is not known here"),
        ("0001-01-01 00:00 Asia/Seoul", "no time that there is"),
        ("2026-03-02 18:00:00 +9999", "that no place has"),
        ("2026-13-02 18:00:00", "no time that there is"),
        ("0001-01-01 00:00 +0900", "no time that there is"),
        ("tomorrow", "is no time stamp"),
        ("(" * 900, "is no time stamp"),
    ],
)
def test_what_says_no_moment_is_refused(text, why):
    """A name of a time zone by its name: nobody is late, or in time, by a guess."""
    with pytest.raises(TimestampError, match=why):
        handed_in_at(text)
