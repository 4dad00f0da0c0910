"""The page and the text that a student gets."""

from __future__ import annotations

import re

import pytest

from autograder.collecting.pieces import Piece
from autograder.collecting.submission import Submission
from autograder.exports.class_scores import Points
from autograder.feedback.student_page import (
    LARGEST_STUDENT_PAGE,
    student_page,
)
from autograder.feedback.student_text import student_text
from autograder.grading.results import SubmissionResult
from autograder.sandbox.outcome import Outcome, Problem
from tests.report.results import broken, check, exercise, finding, wrong

STOPPED = Problem("raised", "ValueError", "no", piece=3, line=2)
SECRET = 123456.789


def handed_in(*exercises, source="def double(x):\n    raise ValueError('no')\n"):
    """A submission of one notebook cell, and its result."""
    submission = Submission("kim", "basics", (Piece(3, source),), {})
    return submission, SubmissionResult("kim", "basics", 0.1, exercises, "basics.ipynb")


def page_of(*exercises, language="en", **options):
    """The page of such a submission."""
    submission, result = handed_in(*exercises, **options)
    return student_page(submission, result, "Basics: Kim", language)


def test_the_line_at_which_it_stopped_is_marked_in_the_students_code():
    """Cut from the submitted text."""
    page = page_of(exercise(broken(STOPPED)))
    (marked,) = re.findall(r"<mark>(.*?)</mark> <em>← it stops here</em>", page)
    assert re.sub("<.*?>", "", marked) == "    raise ValueError('no')"


def test_no_column_but_that_of_the_sentences_is_broken_into_lines():
    """A status or points in one letter a line cannot be read."""
    page = page_of(exercise(wrong(4.0, 2.0)))
    (row,) = re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
    styles = re.findall(r'<td style="([^"]*)">', row)
    assert ["white-space:nowrap" in each for each in styles] == [True, False, True, True]


def test_nothing_of_a_hidden_case_is_told():
    """Neither inputs nor expected values, nor the line at which it stopped."""
    hidden = exercise(
        check(finding(Outcome(SECRET), SECRET + 1, x=SECRET), public=False),
        broken(STOPPED, public=False),
    )
    _, result = handed_in(hidden)
    for text in (page_of(hidden), student_text(result, "Basics", "en")):
        assert "12345" not in text
        assert "<mark>" not in text


@pytest.mark.parametrize(
    ("exercises", "said"),
    [
        ([exercise(wrong(1.0, 2.0))], "Wrong in a public check: Double. See for yourself: "
         "autograder check double --more"),
        ([exercise(check(), wrong(1.0, 2.0, public=False), status="partial")],
         "Right in the public checks, wrong in hidden ones: Double."),
        ([exercise(check(), status="missing")], "Not written yet: Double."),
        ([exercise(check(), status="passed")], "All of it is right."),
    ],
)  # fmt: skip
def test_it_says_what_to_do_next(exercises, said):
    """By what is wrong, and whether the student's own check shows it."""
    _, result = handed_in(*exercises)
    assert said in page_of(*exercises)
    assert said in student_text(result, "Basics", "en")


def test_the_page_is_in_the_language_that_is_asked_for():
    """Its own words are the framework's."""
    page = page_of(exercise(wrong(1.0, 2.0)), language="ko")
    assert '<html lang="ko">' in page
    assert "다음에 할 일" in page


def test_points_and_comments_by_hand_stand_with_what_was_graded():
    """In the page and in the text; a comment is Markdown that runs nothing."""
    submission, result = handed_in(exercise(wrong(1.0, 2.0)))
    comment = "**Nearly**: $2x$ <script>alert(1)</script>"
    points = Points(13, 16, 2, {"double": 1.5}, {"double": comment})
    page = student_page(submission, result, "Basics: Kim", "en", points)
    text = student_text(result, "Basics: Kim", "en", points)
    for said in (
        *("11 / 16 points", "Late submission: -2 points", "1.5 / 2 points"),
        "The points were corrected by hand: they were 0, and 1.5 count.",
    ):
        assert said in page
        assert said in text
    assert "<strong>Nearly</strong>" in page
    assert "<math" in page
    assert "<script" not in page
    assert f"    {comment}\n" in text


def test_what_a_student_wrote_runs_nothing():
    """It is shown as text."""
    source = "def double(x):\n    '</pre><script>alert(1)</script><img src=x onerror=y>'\n"
    page = page_of(exercise(broken(STOPPED, printed="<script>alert(2)</script>")), source=source)
    assert not re.search(r"<script|<img(?! src=\"data:)|onerror=(?!y&gt;)", page)
    assert "default-src 'none'" in page


def test_a_page_stays_small_and_keeps_its_reports():
    """Code and pictures come last."""
    source = "def double(x):\n" + "    y = '<&\"'\n" * 200_000
    page = page_of(*[exercise(broken(STOPPED))] * 3, source=source)
    assert len(page.encode()) <= LARGEST_STUDENT_PAGE
    assert page.count("ValueError") >= 3
    assert "This is not shown here" in page
