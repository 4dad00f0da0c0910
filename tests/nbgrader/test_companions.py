"""What stands beside a notebook and is no help: it costs nobody their grade."""

from __future__ import annotations

import logging

import pytest
from nbgrader.coursedir import CourseDirectory

from autograder.nbgrader.companions import leave_companions


@pytest.fixture
def timestamp_of(tmp_path, caplog):
    """What nbgrader reads of a `timestamp.txt`, and what it says of it."""
    leave_companions()
    caplog.set_level(logging.WARNING)
    log = logging.getLogger("time stamps")

    def read(content: bytes):
        (tmp_path / "timestamp.txt").write_bytes(content)
        found = CourseDirectory(log=log).get_existing_timestamp(str(tmp_path))
        return found, caplog.text

    return read


def test_a_time_stamp(timestamp_of):
    """One that is: read in UTC, and nothing is said."""
    found, said = timestamp_of(b"2026-03-02 18:00:00 +0900")
    assert (str(found)[:10], said) == ("2026-03-02", "")


@pytest.mark.parametrize(
    "content",
    [
        b"tomorrow",
        b"99999999999999999999",
        b"0001-01-01T00:00+09:00",
        b"2026-03-02 18:00:00 99999999999999999999",
        b"2026-03-02 18:00:00 /etc/passwd",
        b"2026-03-02 \x00 ..",
        b"(" * 900,
        b"\xff",
    ],
)
def test_what_is_no_time_stamp_is_passed_over(timestamp_of, content):
    """Whatever text it is; the log says so."""
    found, said = timestamp_of(content)
    assert found is None
    assert "timestamp.txt is no time stamp and is passed over" in said


def test_a_byte_order_mark_is_none_of_a_time(timestamp_of):
    """Windows' editors write one at the beginning."""
    found, said = timestamp_of(b"\xef\xbb\xbf2015-02-02 15:58:23 UTC\r\n")
    assert (found.isoformat(), said) == ("2015-02-02T15:58:23", "")
