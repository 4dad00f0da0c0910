"""Which mistake, or which relation, explains what is wrong."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.compare import Tolerance
from autograder.diagnosis.diagnose import diagnose
from autograder.diagnosis.diagnosis import FACETS
from autograder.keys.answer import all_answers
from autograder.sandbox.outcome import Problem
from autograder.texts import Text
from tests.grading.versions import key_case, key_check, make, outcomes

X = np.array([1.0, 2.0, 5.0])
FACET_NAMES = {name for names in FACETS.values() for name in names}


def told(key, answer):
    """The kind and the name of each diagnosis for these answers."""
    found = diagnose(key, all_answers(key, outcomes(key, answer)))
    return [(each.kind, each.name) for each in found]


def named(key, answer):
    """The kind and the name of what explains the values of these answers."""
    values = [each for each in told(key, answer) if each[1] not in FACET_NAMES]
    return values[0] if values else None


def test_a_known_mistake_is_preferred_to_a_relation():
    """Its author knows more about it."""
    key = make(key_check("c", key_case(X, climbs=-X)))
    assert named(key, lambda *_: -X) == ("mistake", "climbs")
    (found,) = diagnose(key, all_answers(key, outcomes(key, lambda *_: -X)))
    assert found.hint == Text(ko="climbs?", en="Is it climbs?")
    assert named(make(key_check("c", key_case(X))), lambda *_: -X) == ("relation", "negated")


def test_the_first_of_two_that_explain_it_is_named():
    """In the author's order."""
    key = make(key_check("c", key_case(X, first=-X, second=-X)))
    assert named(key, lambda *_: -X) == ("mistake", "first")


def test_a_mistake_has_to_explain_every_case():
    """Also those of other checks, and those that it answers rightly."""
    key = make(
        key_check("a", key_case(X, m=-X), key_case(2 * X, m=2 * X)),
        key_check("b", key_case(3 * X, m=X * X)),
    )
    assert named(key, lambda check, case: case.mistakes["m"].output) == ("mistake", "m")
    for scale in (1, 2, 3):

        def otherwise(check, case, scale=scale):
            answer = case.mistakes["m"].output
            return answer + X**3 / 7 if case.expected[0] == scale else answer

        assert named(key, otherwise) != ("mistake", "m")

    def right_there(check, case):
        return case.expected if check.name == "b" else case.mistakes["m"].output

    assert named(key, right_there) != ("mistake", "m")


def test_an_error_has_to_be_the_same_one():
    """A listed mistake that does nothing but raise a TypeError is not every TypeError."""
    added = Problem("raised", "TypeError", "unsupported operand type(s) for +")
    key = make(key_check("c", key_case(X, added=added), key_case(2 * X, added=added)))
    assert named(key, lambda *_: added) == ("mistake", "added")
    indexed = Problem("raised", "TypeError", "'int' object is not subscriptable")
    assert named(key, lambda *_: indexed) is None


def test_a_breakdown_beside_few_right_guesses_is_not_a_mistake():
    """Two small numbers that a mistake has too are no evidence where the rest breaks down."""
    cases = [key_case(float(n), m=float(n + (n > 3))) for n in range(6)]
    key = make(key_check("c", *cases))
    error = Problem("raised", "KeyError", "4")

    def answer(_, case):
        return error if case.expected in (4.0, 5.0) else case.expected

    assert named(key, lambda _, case: case.mistakes["m"].output) == ("mistake", "m")
    assert named(key, answer) is None

    def some(_, case):
        return error if case.expected == 5.0 else case.mistakes["m"].output

    assert named(key, some) is None


def test_nothing_is_made_up():
    """What nothing explains is not explained."""
    key = make(key_check("c", key_case(X, m=-X)))
    assert named(key, lambda *_: X + X**3 / 7) is None
    assert named(key, lambda *_: "text") is None


def test_a_value_comes_with_a_factor():
    """The relation's own number."""
    key = make(key_check("c", key_case(X), key_case(X * X)))
    scaled = outcomes(key, lambda _, case: 2.5 * case.expected)
    (found,) = diagnose(key, all_answers(key, scaled))
    assert (found.name, found.value, found.hint) == ("factor", 2.5, None)


@pytest.mark.parametrize(
    "kind",
    ["timeout", "ended", "scratch", "garbage", "outsized", "unjudged", "unreadable", "budget"],
)
def test_nothing_is_concluded_where_it_was_lost(kind):
    """Neither from the case that was lost, nor from the others without it."""
    key = make(key_check("c", key_case(X, m=-X), key_case(2 * X, m=Problem(kind))))
    assert named(key, lambda *_: Problem(kind)) is None
    assert named(key, lambda _, case: Problem(kind) if case.expected[0] == 2 else -X) is None


def test_an_error_is_matched_by_its_type():
    """Not by its message, nor by its place."""
    key = make(
        key_check(
            "c", key_case(X, m=Problem("raised", "ValueError", "one", 0, 3)), key_case(X, m=-X)
        )
    )

    def answers(problem):
        return lambda _, case: problem if case.mistakes["m"].problem else -X

    assert named(key, answers(Problem("raised", "ValueError", "two", 5, 9))) == ("mistake", "m")
    assert named(key, answers(Problem("raised", "TypeError"))) is None
    assert named(key, answers(Problem("signature", "ValueError"))) is None
    assert named(key, lambda *_: -X) != ("mistake", "m")


def test_a_mistake_that_cannot_run_is_nobodys():
    """Its author has mistyped a name; so may a student, and it is not the same mistake."""
    error = Problem("raised", "NameError")
    key = make(key_check("c", key_case(X, m=error), key_case(2 * X, m=error)))
    assert named(key, lambda *_: error) is None


EDGES = {
    "an error": (Problem("raised", "IndexError"), {}),
    "an empty array": (np.zeros((0, 2)), {}),
    "a dict of empty arrays": ({"a": np.zeros(0), "b": np.zeros(0)}, {}),
    "an empty list": ([], {}),
    "NaN where nothing was given": (np.nan, {"x": np.zeros(0)}),
}


@pytest.mark.parametrize("edge", EDGES)
def test_a_case_in_which_it_broke_down_is_left_out(edge):
    """The author's version mends an edge, a student's does not: the mistake is the same."""
    answer, inputs = EDGES[edge]
    cases = [key_case(X, m=X**2 + 1), key_case(np.ones(3), m=np.zeros(3), inputs=inputs)]
    key = make(key_check("c", *cases))
    answers = lambda _, case: answer if case is cases[1] else X**2 + 1  # noqa: E731
    assert named(key, answers) == ("mistake", "m")
    # Not where it broke down more often than it was explained.
    more = make(key_check("c", *cases, cases[1]))
    assert named(more, answers) is None


def test_nan_is_an_answer_where_something_was_given():
    """As of an overflow, which is another mistake."""
    cases = [key_case(X, m=X**2 + 1), key_case(np.ones(3), m=np.zeros(3))]
    key = make(key_check("c", *cases))
    assert named(key, lambda _, case: np.nan if case is cases[1] else X**2 + 1) is None


def test_digits_computed_in_float32_are_compared_as_such():
    """Also where they come back as float64: the order of operations shows in the last ones."""
    single = (X / 3).astype(np.float32)
    key = make(key_check("c", key_case(single, becomes_float64=single.astype(float))))
    assert named(key, lambda *_: single.astype(float) * (1 + 1e-6)) == (
        "mistake",
        "becomes_float64",
    )
    assert named(key, lambda *_: single.astype(float) * (1 + 1e-3)) is None


def test_a_relation_beside_an_error_takes_more_than_a_few_short_numbers():
    """The error is told by itself, and the relation where enough is left to see it."""
    error = Problem("raised", "ValueError")
    for numbers, values in ((X, []), (np.arange(1, 30) / 7, [("relation", "negated")])):
        key = make(key_check("c", key_case(numbers), key_case(2 * numbers)))
        found = told(key, lambda _, case, n=numbers: -n if case.expected[0] == n[0] else error)
        assert found == [*values, ("error", "some")]


def test_a_mistake_is_matched_within_the_checks_tolerance():
    """As the right answer is."""
    loose = make(key_check("c", key_case(X, m=X * X), tolerance=Tolerance(rtol=0.1)))
    fine = make(key_check("c", key_case(X, m=X * X)))
    assert named(loose, lambda *_: X * X * 1.05) == ("mistake", "m")
    assert named(fine, lambda *_: X * X * 1.05) is None
