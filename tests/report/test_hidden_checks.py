"""What a student reads of a hidden check gives nothing of it away."""

from __future__ import annotations

import builtins
import json
import math
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args, get_type_hints

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.collecting.files import Reason
from autograder.compare import compare
from autograder.diagnosis.diagnosis import FACETS, Diagnosis
from autograder.diagnosis.relations import RELATIONS
from autograder.grading.results import Finding
from autograder.report.details import details
from autograder.report.diagnoses import MOST_TOLD
from autograder.report.html import exercise_html
from autograder.report.messages import check_message, shared_message
from autograder.report.result_records import document, exercise_record
from autograder.report.terminal import exercise_plain
from autograder.sandbox.outcome import COMMON_ERRORS, Outcome, Problem, ProblemKind, problem_of
from autograder.sandbox.session import Described, LossReason
from autograder.texts import Text
from tests.report.results import LANGUAGES, broken, check, exercise, wrong

SECURITY = Path(__file__).resolve().parents[2] / "SECURITY.md"
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
IN_FACETS = [
    Diagnosis(facet, "error" if facet == "breakdown" else "relation", name, of=of, checks=checks)
    for facet, names in FACETS.items()
    for name in names
    for of in (None, "ValueError")
    for checks in ((), ("a check",))
]
OF_VALUES = [
    Diagnosis("values", "mistake", "squares", hint=Text(ko="왜?", en="Why?")),
    *(Diagnosis("values", "relation", name, value=2.0) for name in RELATIONS),
    Diagnosis("values", "argument", "beta"),
    Diagnosis("values", "rounding", "digits", partial=True, checks=("a check",)),
]
diagnoses = st.lists(st.sampled_from(IN_FACETS) | st.sampled_from(OF_VALUES), max_size=4)
signatures = st.none() | st.just("0123456789")


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


@given(st.lists(findings(), min_size=1, max_size=3), diagnoses, signatures, st.booleans())
def test_nothing_of_it_is_told(found, told, signature, with_public):
    """No input, expected value, output, message, line, place, type name or print."""
    hidden = [check(each, public=False, status="error") for each in found]
    others = [check()] if with_public else []
    result = exercise(*others, *hidden, diagnoses=tuple(told), signature=signature)
    for language in LANGUAGES:
        for text in everything_told(result, language):
            assert not any(mark in text for mark in MARKS), text


@given(findings())
def test_one_line_is_all(found):
    """A hidden check has no details."""
    hidden = check(found, public=False)
    for language in LANGUAGES:
        assert details(hidden, "double", language) == [check_message(hidden, "double", language)]


@pytest.mark.parametrize("name", COMMON_ERRORS)
def test_a_common_error_is_named(name):
    """There are ten of them, all of Python's own."""
    hidden = broken(Problem("raised", name, WORD, 1, NUMBER), public=False)
    assert check_message(hidden, "double", "en") == f"A hidden check met {name}."
    assert issubclass(getattr(builtins, name), Exception)
    assert len(COMMON_ERRORS) == 10


OTHER_ERRORS = [
    *(name for name, kind in vars(builtins).items() if isinstance(kind, type(Exception))),
    *("print", "Secret", "__name__", "", "ValueError2", "LinAlgError"),
]


def test_any_other_error_is_an_error():
    """In both languages: also one of Python's own, which a submission could choose among many."""
    named = {*COMMON_ERRORS, "NotImplementedError"}
    told = {
        check_message(broken(Problem("raised", name, WORD), public=False), "double", language)
        for name in OTHER_ERRORS
        if name not in named
        for language in ("en", "ko")
    }
    assert told == {"A hidden check met an error.", "비공개 검사에서 오류가 났습니다."}


def test_what_a_hidden_check_can_say():
    """As many sentences as SECURITY.md counts, whatever the fork reports."""
    told = {""}  # it passed
    for kind in get_args(get_type_hints(Described)["kind"]):
        for name in (*OTHER_ERRORS, "several", "other_assignment", "missing"):
            problem = problem_of(Described(kind, name, WORD, 1, NUMBER))
            told.add(check_message(broken(problem, public=False), "double", "en"))
    for kind in ("timeout", *get_args(LossReason), "budget", "outsized", "unjudged"):
        told.add(check_message(broken(Problem(kind), public=False), "double", "en"))
    for reason in ("judging_time", "judging_ended", "judging_error"):
        told.add(check_message(broken(Problem("unjudged", reason), public=False), "double", "en"))
    told.add(check_message(check(public=False), "double", "en"))
    partly = replace(wrong(2.0, 3.0, public=False), points=1, status="partial")
    told.add(check_message(partly, "double", "en"))
    assert not any(WORD in text for text in told)
    said = re.search(r"one of (\d+) sentences", SECURITY.read_text(encoding="utf-8"))
    assert len(told) == int(said[1]), sorted(told)


def test_an_unwritten_function_is_told_so():
    """That is no secret."""
    hidden = broken(Problem("raised", "NotImplementedError"), public=False)
    assert check_message(hidden, "double", "en") == "Not written yet."


def test_what_the_diagnoses_of_an_exercise_can_say():
    """SECURITY.md counts them: names of lists, as many as are told, and the bits of both."""
    page = SECURITY.read_text(encoding="utf-8")
    said = re.search(
        r"three of (\d+) things: (\d+) facets and up to (\d+) .* of at most (\d+) returned values, "
        r".* one of (\d+) names \| (\d+) \|$",
        page,
        re.M,
    )
    things, facets, values, parts, names, bits = map(int, said.groups())
    of_name = {
        "one_of_several": 8,
        "other_count": 7,
        **dict.fromkeys(FACETS["breakdown"], len(COMMON_ERRORS) + 1),
        **dict.fromkeys(("unusable", "ends_the_program", "prints_too_much"), 1),
    }
    listed = [name for several in FACETS.values() for name in several]
    assert facets == sum(of_name.get(name, 1) for name in listed)
    assert facets + values == things
    together = math.comb(things, MOST_TOLD) * 2 * 2
    apart = names**3 * math.comb(parts, 3) + names**2 * math.comb(parts, 2) * facets
    ways = math.log2(together + apart)
    assert math.ceil(ways) == bits
    sentences = int(re.search(r"one of (\d+) sentences", page)[1])
    total = re.search(r"five hidden checks tells at most (\d+) bits", page)
    assert math.ceil(5 * math.log2(sentences) + ways + 1) == int(total[1])
