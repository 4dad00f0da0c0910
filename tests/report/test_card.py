"""The card below a check cell."""

from __future__ import annotations

import re

import numpy as np
import pytest

from autograder.diagnosis.diagnosis import Diagnosis
from autograder.report.card import card_html
from autograder.sandbox.outcome import Problem
from autograder.texts import Text
from tests.report.results import LANGUAGES, broken, check, exercise, wrong
from tests.report.test_html_and_terminal import HOSTILE, TAGS, Tags, hostile_result


def rows(card: str) -> list[list[str]]:
    """The cells of the table of entries, as text."""
    table = card.partition("<details")[0]
    found = re.findall(r"<tr>(.*?)</tr>", table)
    return [
        [re.sub("<.*?>", "", cell) for cell in re.findall(r"<t[dh].*?</t[dh]>", r)] for r in found
    ]


def test_what_differs_is_marked_entry_by_entry():
    """With its place; the diagnosis stands above, all checks behind a fold."""
    diagnosis = Diagnosis("values", "mistake", "squares_it", hint=Text(ko="왜?", en="Why squared?"))
    failed = wrong(np.array([1.0, 4.0, 9.0]), np.array([1.0, 2.0, 3.0]))
    card = card_html(exercise(check(), failed, diagnosis=diagnosis, status="partial"), "en", "note")
    assert rows(card) == [
        ["index", "returned", "expected", ""],
        ["0", "1", "1", ""],
        ["1", "4", "2", "≠"],
        ["2", "9", "3", "≠"],
    ]
    order = [
        "note",
        "Why squared?",
        "double(x=np.array([1.0, 2.0]))",
        "<table",
        "1 of 2 checks passed",
    ]
    assert sorted(order, key=card.index) == order


def test_the_failing_call_is_code_on_every_page():
    """A page may give `pre` the font of the text around it."""
    card = card_html(exercise(wrong(np.array([3.0, 1.0]), np.array([4.0, 2.0]))), "en")
    assert re.search(r'<pre style="[^"]*font-family:monospace[^"]*">double\(x=np.array', card)


def test_of_a_long_array_what_differs_is_shown():
    """With how many more there are."""
    expected = np.arange(100.0)
    output = expected.copy()
    output[[3, 50]] += 1e-3
    card = card_html(exercise(wrong(output, expected)), "en")
    assert rows(card)[1:] == [["3", "3.001", "3", "≠"], ["50", "50.001", "50", "≠"]]
    assert "... and 98 more." in card


def test_a_reason_outside_of_the_checks_is_told_once_above_the_fold():
    """As where nothing is written yet."""
    unwritten = broken(Problem("raised", "NotImplementedError"))
    assert card_html(exercise(unwritten, unwritten), "en").count("Not written yet.") == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", HOSTILE, ids=ascii)
def test_a_browser_obeys_nothing_of_a_students(word, language):
    """No tag and no attribute comes from a submission."""
    parsed = Tags()
    parsed.feed(card_html(hostile_result(word), language, note="a < b"))
    assert set(parsed.tags) <= {*TAGS, "th"}
    assert parsed.attributes <= {"lang", "style", "scope"}
