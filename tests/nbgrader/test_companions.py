"""What stands beside a notebook and is no help: it costs nobody their grade."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory

from autograder.nbgrader.companions import leave_companions

SECRET = "5f" * 64


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
    assert (str(found), said) == ("2026-03-02 09:00:00", "")


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
    """Whatever text it is; the log says so, and why."""
    found, said = timestamp_of(content)
    assert found is None
    assert re.search(r"timestamp.txt (is no time|names the time zone|has an offset)", said)
    assert "and is passed over: nobody is late by it" in said


def test_a_byte_order_mark_is_none_of_a_time(timestamp_of):
    """Windows' editors write one at the beginning."""
    found, said = timestamp_of(b"\xef\xbb\xbf2015-02-02 15:58:23 UTC\r\n")
    assert (found.isoformat(), said) == ("2015-02-02T15:58:23", "")


@pytest.fixture
def graded(tmp_path: Path) -> Path:
    """The folder of a submission that was graded."""
    (tmp_path / "graded").mkdir()
    return tmp_path / "graded"


def noted(tmp_path: Path) -> dict[str, str]:
    """What is noted beside the feedback of a submission that was graded."""
    leave_companions()
    converter = SimpleNamespace(
        coursedir=CourseDirectory(),
        _format_source=lambda *names: str(tmp_path / "graded"),
        _format_dest=lambda *names: str(tmp_path / "feedback"),
    )
    GenerateFeedback.init_assignment(converter, "basics", "kim")
    return {path.name: path.read_text() for path in (tmp_path / "feedback").glob("*")}


def test_the_time_and_the_secret_are_noted_beside_the_result(graded, tmp_path):
    """From one nbgrader knows which of two submissions is later; by the other its student finds it."""
    (graded / "timestamp.txt").write_text(" 2026-03-02 18:00:00 +0900\n")
    (graded / "submission_secret.txt").write_text(SECRET)
    (graded / "other.html").write_text("x")
    assert noted(tmp_path) == {
        "timestamp.txt": "2026-03-02 18:00:00 +0900",
        "submission_secret.txt": SECRET,
    }


@pytest.mark.parametrize(
    "text", ["", "<script>alert(1)</script>", "5f" * 1000, "a b", "\xe9", "5f\n"]
)
def test_what_is_no_secret_is_not_noted(graded, tmp_path, text):
    """Whatever a student wrote there: it would lie where a web server shows it."""
    (graded / "submission_secret.txt").write_text(text)
    assert noted(tmp_path) == {}


def test_a_secret_behind_a_link_is_not_noted(graded, tmp_path):
    """It would be another file's text."""
    (tmp_path / "other.txt").write_text(SECRET)
    (graded / "submission_secret.txt").symlink_to(tmp_path / "other.txt")
    assert noted(tmp_path) == {}
