"""What is wrong beside the values: told by itself, and taken out of the way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from autograder.diagnosis.breakdown import find_breakdown
from autograder.diagnosis.diagnose import examine_answers
from autograder.diagnosis.facets import strip
from autograder.keys.answer import all_answers
from autograder.sandbox.outcome import Problem
from tests.diagnosis.answers_of import answers_of
from tests.grading.versions import key_case, key_check, make, outcomes

RNG = np.random.default_rng(5)
Y = RNG.normal(size=8)
X = RNG.normal(size=(2, 4))
SINGLE = Y.astype(np.float32)
COUNTS = np.array([2, 3, 5, 7, 11, 13, 17])
RIGHT = (2.5, 2.5)

ALONE = {
    "nothing": ("returns_nothing", [(None, Y), (None, 2.0)]),
    "nothing in a part": ("returns_nothing", [((None, Y), (Y, Y))]),
    "a list": ("list_for_array", [(Y.tolist(), Y), (X.tolist(), X)]),
    "a tuple of rows": ("list_for_array", [(tuple(X), X)]),
    "a list in float32": ("list_for_array", [(SINGLE.tolist(), SINGLE)]),
    "whole numbers": ("list_for_array", [([1, 2], np.array([1.0, 2.0])), ([], np.zeros(0, int))]),
    "an array of one": ("array_for_number", [(np.array([1.5]), 1.5), ([[2.5]], 2.5)]),
    "a number": ("number_for_array", [(1.5, np.array([1.5]))]),
    "a text": ("text", [("1.5", 1.5)]),
    "a row too many": ("leading_axis", [(X[None], X)]),
    "float64": ("double_precision", [(SINGLE.astype(float), SINGLE), (Y, Y)]),
    "float64 in a part": ("double_precision", [((2.0, SINGLE.astype(float)), (2.0, SINGLE))]),
    "float32": ("single_precision", [(SINGLE, Y), (np.float32(Y[0]), Y[0])]),
    "digits of float32": ("single_precision", [(SINGLE.astype(float), Y)]),
    "float32, and what a driver makes of it": (
        "single_precision",
        [(SINGLE, Y), (SINGLE.astype(float) * 3, Y * 3)],
    ),
    "whole": ("integers", [(COUNTS, COUNTS.astype(float))]),
    "not whole": ("reals", [([COUNTS.astype(float)], [COUNTS])]),
    "a dictionary": ("dictionary", [({"a": Y, "b": 2.0}, (Y, 2.0))]),
}


@pytest.mark.parametrize("name", ALONE)
def test_a_facet_alone_leaves_nothing_to_explain(name):
    """Right but for what it is: told, and nothing else is wrong."""
    facet, pairs = ALONE[name]
    stripped = strip(answers_of([*pairs, RIGHT]))
    assert [each.name for each in stripped.told] == [facet]
    assert all(answer.right for answer in stripped.answers)


def test_none_is_a_value_where_it_is_right_in_some_case():
    """A search that finds nothing where something is; a function without `return` never finds."""
    searched = answers_of([(None, 3), (5, 5), (None, None)])
    stripped = strip(searched)
    assert stripped.told == ()
    assert [answer.output for answer in stripped.answers] == [None, 5, None]
    never = strip(answers_of([(None, 3), (None, 5), (None, None)]))
    assert [each.name for each in never.told] == ["returns_nothing"]


def test_equal_calls_that_are_answered_otherwise_are_told():
    """Drawn where neither is right, dependent on what was called before where one is."""
    twice = [{"x": X}, {"x": X}]
    for other, name in ((Y * 3, "draws_by_itself"), (Y, "depends_on_earlier_call")):
        asked = answers_of([(Y * 2, Y), (other, Y)], twice)
        assert [each.name for each in strip(asked).told] == [name]
        assert [each.name for each in strip(asked[:1], asked[1:]).told] == [name]
    assert strip(answers_of([(Y * 2, Y), (Y * 2, Y)], twice)).told == ()


def test_a_random_order_of_few_things_that_is_right_by_chance_is_drawn():
    """Of two things every other order is right; of many none is."""
    few, many = np.array([1, 2]), np.arange(9)
    short = [(few, few), (few[::-1], few)]
    asked = answers_of([*short, (few[::-1], few)], [{"x": few}] * 3)
    assert [each.name for each in strip(asked).told] == ["draws_by_itself"]
    asked = answers_of([(many, many), (many[::-1], many)], [{"x": many}] * 2)
    assert [each.name for each in strip(asked).told] == ["depends_on_earlier_call"]


@pytest.mark.parametrize(
    "pair",
    [
        (None, None),
        (list(Y[:2]), tuple(Y[:2])),
        ([[1.0], [2.0, 3.0]], np.ones((2, 2))),
        (["a"], Y[:1]),
        ("abc", 1.0),
        (np.float32(2.5), 2.5),
        (X[:1], X),
        (np.array([0.5, 1.25, 3.0]), Y[:3]),
    ],
    ids=str,
)
def test_what_has_no_facet_of_its_own_keeps_its_form(pair):
    """What may replace each other, what makes no array, and values that are simply wrong."""
    assert strip(answers_of([pair])).told == ()


def test_numbers_that_were_given_in_float32_are_not_lost_digits():
    """They come back as they are, or with another sign: nothing was computed in float32."""
    given = SINGLE.astype(float)
    answers = answers_of([(-2 * given, Y)])
    answers = [replace(each, inputs={"x": given}) for each in answers]
    assert strip(answers).told == ()


def told_of(key, answer):
    """(facet, name) of everything that is told of these answers."""
    found = examine_answers(key, all_answers(key, outcomes(key, answer))).diagnoses
    return [(each.facet, each.name) for each in found]


@pytest.fixture
def listed():
    """A key in float32 with a listed mistake in float64."""
    numbers = [RNG.normal(size=4) for _ in range(3)]
    cases = [key_case(x.astype("f4"), m=x**2 + x, n=x**3 - x) for x in numbers]
    return make(*(key_check(f"check {i}", case) for i, case in enumerate(cases)))


FORMS = {
    "list_for_array": np.ndarray.tolist,
    "leading_axis": lambda x: x[None],
    "double_precision": lambda x: x * (1 + 1e-6),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_listed_mistake_is_seen_through_a_facet(listed, name):
    """Whatever dtype the author's own version has."""
    form = FORMS[name]
    single = (lambda x: x) if name == "double_precision" else (lambda x: x.astype("f4"))
    found = told_of(listed, lambda _, case: form(single(case.mistakes["m"].output)))
    assert found[0] == ("values", "m")
    # The double precision is the author's own.
    assert [each for _, each in found[1:]] == ([] if name == "double_precision" else [name])


def test_two_facets_and_a_listed_mistake(listed):
    """It breaks down in one check, answers in lists elsewhere, and is wrong as the author knows."""
    error = Problem("raised", "ValueError")

    def answer(check, case):
        values = case.mistakes["m"].output.astype("f4")
        return error if check.name == "check 1" else values.tolist()

    assert told_of(listed, answer) == [
        ("values", "m"),
        ("breakdown", "some"),
        ("type", "list_for_array"),
    ]


def after(result, inputs):
    """What `inputs_after` reports."""
    return {"result": result, "inputs after the call": inputs}


def test_changed_inputs_are_told_beside_what_else_is_wrong():
    """A mistake is seen in the results, with or without changed inputs."""
    right = after(Y, {"x": X})
    case = key_case(right, inputs={"x": X}, m=after(Y**2, {"x": X}))
    key = make(key_check("c", case, reports="inputs_after"))
    assert told_of(key, lambda *_: after(Y, {"x": X + 1})) == [("inputs", "changes_inputs")]
    both = [("values", "m"), ("inputs", "changes_inputs")]
    assert told_of(key, lambda *_: after(Y**2, {"x": X + 1})) == both
    assert told_of(key, lambda *_: after(Y**2, {"x": X})) == [("values", "m")]


def test_a_second_call_that_answers_otherwise():
    """After a right first call it depends on it; else it may be drawn, unless a mistake says so."""
    right = {"first call": Y, "second call": Y}
    case = key_case(right, m={"first call": Y**2, "second call": Y**2})
    key = make(key_check("c", case, reports="two_calls"))

    def told(first, second):
        return told_of(key, lambda *_: {"first call": first, "second call": second})

    assert told(Y, 2 * Y) == [("state", "depends_on_earlier_call")]
    assert told(Y**2, Y**3) == [("values", "m"), ("state", "depends_on_earlier_call")]
    assert told(Y**5 + 1, Y**3) == [("randomness", "draws_by_itself")]


PLACES = {
    "arrays": (lambda x: np.ndim(x) > 0, [1.0, 2.0, Y, X]),
    "numbers": (lambda x: np.ndim(x) == 0, [1.0, 2.0, Y, X]),
    "matrices": (lambda x: np.ndim(x) > 1, [1.0, Y, X, X]),
    "empty": (lambda x: np.size(x) == 0, [1.0, Y, np.zeros(0)]),
    "some": (lambda x: np.size(x) == 8, [1.0, Y, X[0], X.ravel(), Y[:3]]),
    "always": (lambda _: True, [1.0, Y]),
}


@pytest.mark.parametrize("where", PLACES)
def test_where_it_breaks_down(where):
    """By the inputs of the calls that fail, and of those that do not."""
    breaks, inputs = PLACES[where]
    error = Problem("raised", "ValueError", "too bad", 0, 3)
    key = make(key_check("c", *(key_case(1.0, inputs={"x": x}) for x in inputs)))
    answers = outcomes(key, lambda _, case: error if breaks(case.inputs["x"]) else 1.0)
    found = find_breakdown(all_answers(key, answers))
    assert (found.name, found.of) == (where, "ValueError")


@pytest.mark.parametrize(
    ("raised", "name"),
    [("SystemExit", "ends_the_program"), ("OutputLimitExceeded", "prints_too_much")],
)
def test_what_ends_every_call_is_no_error_of_the_computation(raised, name):
    """It has a name of its own, unless other calls end otherwise."""
    key = make(key_check("c", *(key_case(1.0, inputs={"x": x}) for x in (1.0, Y))))
    ended = outcomes(key, lambda *_: Problem("raised", raised, "", 0, 3))
    found = find_breakdown(all_answers(key, ended))
    assert (found.facet, found.name, found.of) == ("breakdown", name, None)
    mixed = outcomes(
        key, lambda _, case: Problem("raised", raised if case.inputs["x"] is Y else "KeyError")
    )
    found = find_breakdown(all_answers(key, mixed))
    assert (found.name, found.of) == ("always", None)


def test_what_was_not_called_breaks_down_nowhere():
    """Neither a stub nor a cell that failed."""
    for problem in (
        Problem("missing"),
        Problem("raised", "NotImplementedError"),
        Problem("raised", "NameError", loading=True),
    ):
        key = make(key_check("c", key_case(1.0)))
        assert find_breakdown(all_answers(key, outcomes(key, lambda *_, p=problem: p))) is None


PARTS = {
    "one_short": lambda path: path[:-1],
    "without_the_first": lambda path: path[1:],
    "one_too_many": lambda path: np.concatenate([path, path[-1:] + 1]),
    "ends_early": lambda path: path[: len(path) // 2],
}


@pytest.mark.parametrize("name", PARTS)
def test_a_path_of_another_length(name):
    """All of its steps are right."""
    paths = [np.cumsum(RNG.normal(size=(n, 2)), axis=0) for n in (4, 6)]
    key = make(key_check("c", *map(key_case, paths)))
    assert told_of(key, lambda _, case: PARTS[name](case.expected)) == [("part", name)]


def test_one_of_several_values():
    """Right, or wrong as a listed mistake is; it is said which one."""
    case = key_case((Y, Y + 1), m=(Y**2, Y**3))
    key = make(key_check("c", case, key_case((2 * Y, Y), m=(Y, Y**4 + 1))))
    answers = all_answers(key, outcomes(key, lambda _, case: case.expected[1]))
    (found,) = examine_answers(key, answers).diagnoses
    assert (found.name, found.of) == ("one_of_several", "2/2")
    wrong = told_of(key, lambda _, case: case.mistakes["m"].output[1])
    assert wrong == [("values", "m"), ("part", "one_of_several")]


def test_another_number_of_values():
    """Two for three, in every call."""
    key = make(key_check("c", *(key_case((Y, Y + n, Y**2)) for n in range(3))))
    answers = all_answers(key, outcomes(key, lambda _, case: case.expected[:2]))
    (found,) = examine_answers(key, answers).diagnoses
    assert (found.facet, found.name, found.of) == ("part", "other_count", "2/3")
    some = outcomes(key, lambda _, case: case.expected[: 2 + (case is key.checks[0].cases[0])])
    assert examine_answers(key, all_answers(key, some)).diagnoses == ()


@pytest.mark.parametrize("direct", [True, False])
def test_a_single_value_for_several(direct):
    """Of which nobody can say which of them it is; what a driver raises over it is not told."""
    several = key_check("c", key_case((5, 2)), key_case((7, 3)))
    checks = [replace(several, direct=direct)]
    checks.append(replace(key_check("d", key_case({"a": Y})), direct=False))
    error = Problem("raised", "TypeError", "cannot unpack", by_driver=True)
    key = make(*checks)
    answers = all_answers(key, outcomes(key, lambda check, _: 0 if check.name == "c" else error))
    examined = examine_answers(key, answers)
    (found,) = examined.diagnoses
    assert (found.facet, found.name, found.of) == ("part", "single_for_several", "1/2")
    assert not examined.unexplained


def test_what_a_driver_could_not_use():
    """The submission raised nothing: no input of it is to blame."""
    error = Problem("raised", "TypeError", "not subscriptable", by_driver=True)
    direct, driven = key_check("c", key_case(Y)), key_check("d", key_case(Y))
    key = make(direct, replace(driven, direct=False))
    answer = {"c": {"x": Y}, "d": error}
    answers = all_answers(key, outcomes(key, lambda check, _: answer[check.name]))
    (found, *_) = examine_answers(key, answers).diagnoses
    assert (found.facet, found.name, found.of) == ("breakdown", "unusable", None)


def test_the_right_numbers_in_an_order_of_its_own():
    """Told where enough numbers have another order, and in no simple one."""
    orders = [RNG.permutation(8), RNG.permutation(8)]
    cases = [key_case(order) for order in orders]
    key = make(key_check("c", *cases))
    mixed = {id(case): RNG.permutation(case.expected) for case in cases}
    found = told_of(key, lambda _, case: mixed[id(case)])
    assert found == [("randomness", "right_in_another_order")]
    two = make(key_check("c", key_case(np.array([1, 2]))))
    assert told_of(two, lambda *_: np.array([2, 1])) == []
