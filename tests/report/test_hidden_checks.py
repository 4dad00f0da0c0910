"""What a student reads of a hidden check gives nothing of it away."""

from __future__ import annotations

import builtins
import json
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.collecting.files import Reason
from autograder.compare import compare
from autograder.diagnosis.diagnose import Diagnosis
from autograder.diagnosis.relations import RELATIONS
from autograder.grading.results import Finding
from autograder.report.html import exercise_html
from autograder.report.messages import check_message, details, shared_message
from autograder.report.result_records import document, exercise_record
from autograder.report.terminal import exercise_plain
from autograder.sandbox.outcome import Outcome, Problem, ProblemKind
from autograder.texts import Text
from tests.report.results import LANGUAGES, broken, check, exercise

WORD, NUMBER = "s3cr3t", 918273
MARKS = (WORD, str(NUMBER))

secret_words = st.sampled_from([WORD, f"{WORD}\n{WORD}", f"Key{WORD}Error"])
secret_numbers = st.sampled_from([float(NUMBER), NUMBER, -NUMBER, NUMBER + 0.5])
leaves = secret_words | secret_numbers | secret_numbers.map(lambda n: np.full(3, float(n)))
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(secret_words, inner, min_size=1, max_size=2)
    ),
    max_leaves=4,
)
problems = st.builds(
    Problem,
    st.sampled_from(get_args(ProblemKind)),
    secret_words
    | st.sampled_from([*get_args(Reason), "ValueError", "NotImplementedError", "print", ""]),
    secret_words,
    st.none() | st.just(NUMBER),
    st.none() | st.just(NUMBER),
    st.booleans(),
)
outcomes = st.builds(Outcome, output=values, printed=secret_words) | st.builds(
    Outcome, problem=problems, printed=secret_words
)
diagnoses = (
    st.none()
    | st.just(Diagnosis("mistake", "squares", Text(ko="왜?", en="Why?")))
    | st.sampled_from(RELATIONS).map(lambda name: Diagnosis("relation", name, value=2.0))
)


@st.composite
def findings(draw):
    """Anything that a case of a hidden check may come to."""
    outcome, expected = draw(outcomes), draw(values)
    difference = None
    if outcome.problem is None:
        difference = compare(outcome.output, expected) or compare(None, 1.0)
    inputs = draw(st.dictionaries(secret_words, values, max_size=2))
    return Finding(draw(secret_words), inputs, outcome, expected, difference, 1, NUMBER)


def everything_told(result, language):
    """All that is shown or stored of an exercise."""
    yield json.dumps(document(exercise_record(result, language)), ensure_ascii=False)
    yield exercise_html(result, language)
    yield exercise_plain(result, language)
    yield shared_message(result.checks, result.exercise, language)
    for each in result.checks:
        yield check_message(each, result.exercise, language)
        yield from details(each, result.exercise, language)


@given(st.lists(findings(), min_size=1, max_size=3), diagnoses, st.booleans())
def test_nothing_of_it_is_told(found, diagnosis, with_public):
    """No input, expected value, output, message, line, place, type name or print."""
    hidden = [check(each, public=False, status="error") for each in found]
    others = [check()] if with_public else []
    result = exercise(*others, *hidden, diagnosis=diagnosis)
    for language in LANGUAGES:
        for text in everything_told(result, language):
            assert not any(mark in text for mark in MARKS), text


@given(findings())
def test_one_line_is_all(found):
    """A hidden check has no details."""
    hidden = check(found, public=False)
    for language in LANGUAGES:
        assert details(hidden, "double", language) == [check_message(hidden, "double", language)]


@pytest.mark.parametrize("name", ["ValueError", "KeyboardInterrupt", "RecursionError"])
def test_an_error_of_pythons_own_is_named(name):
    """Its name was not chosen by the student."""
    hidden = broken(Problem("raised", name, WORD, 1, NUMBER), public=False)
    assert check_message(hidden, "double", "en") == f"A hidden check met {name}."


@pytest.mark.parametrize("name", ["print", "Secret", "__name__", "", "ValueError2"])
def test_any_other_error_is_an_error(name):
    """Also one whose class has the name of something built in that is no error."""
    assert not isinstance(getattr(builtins, name, None), type)
    hidden = broken(Problem("raised", name, WORD), public=False)
    assert check_message(hidden, "double", "en") == "A hidden check met an error."


def test_an_unwritten_function_is_told_so():
    """That is no secret."""
    hidden = broken(Problem("raised", "NotImplementedError"), public=False)
    assert check_message(hidden, "double", "en") == "Not written yet."
