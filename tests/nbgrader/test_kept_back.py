"""Feedback is kept back until the date that the course names."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest
from nbgrader.converters import GenerateFeedback, NbGraderException
from traitlets.config import Config

from autograder.nbgrader.kept_back import keep_feedback_back

HEAD = 'title = "A"\nlanguages = ["en"]\n'
MADE = "made"


@pytest.fixture
def generate(tmp_path, monkeypatch):
    """A function that makes the feedback of a course with these lines, and says what was made."""
    made = []
    monkeypatch.setattr(GenerateFeedback, "start", lambda self: made.append(MADE))
    keep_feedback_back.__wrapped__()
    about = SimpleNamespace(root=str(tmp_path))

    def run(lines):
        (tmp_path / "course.toml").write_text(HEAD + lines, encoding="utf-8")
        log = logging.getLogger("nbgrader")
        GenerateFeedback.start(SimpleNamespace(log=log, coursedir=about, config=Config()))
        return made

    return run


@pytest.mark.parametrize("lines", ["", "release_hidden = 2020-01-01T00:00:00Z\n"])
def test_feedback_is_made_at_once_or_after_the_date(generate, lines):
    """Where the course names none, or it is over."""
    assert generate(lines) == [MADE]


def test_no_feedback_is_made_before_the_date(generate, caplog):
    """It is said why, in one sentence, and nothing is made."""
    with pytest.raises(NbGraderException):
        generate("release_hidden = 2999-12-01T09:00:00+09:00\n")
    assert caplog.messages == [
        "no feedback is made before 2999-12-01 09:00 UTC+09:00, which is the `release_hidden` of "
        "course.toml"
    ]
    assert generate("") == [MADE]
