"""What explains the values: variants of a library, by cost, and only with enough evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.diagnosis.diagnose import examine_answers
from autograder.diagnosis.evidence import bits_explained, bits_needed, number_bits
from autograder.keys.answer import Answer, all_answers
from autograder.keys.key import Key, KeyCase
from autograder.keys.library import Explanation, Library
from autograder.keys.sketch import output_sketches, parts
from autograder.sandbox.outcome import Outcome, Problem
from autograder.texts import Text
from tests.diagnosis.answers_of import answers_of
from tests.grading.versions import key_case, key_check, make, outcomes

RNG = np.random.default_rng(8)
PIN = Explanation("argument", "beta", value=0.9)
PIN_TOO = Explanation("argument", "beta", value=0.99)
EDIT = Explanation("edit", "doubled", of="sum")
OTHER = Explanation("edit", "dropped", of="root")
ROUNDED = Explanation("rounding", "rounded", value=3.0)
MISTAKE = Explanation("mistake", "m")

Variant = tuple[tuple[Explanation, ...], int, Callable[[Any], Any]]


def with_library(key: Key, *variants: Variant) -> Key:
    """The key with a library of variants: what explains each, its cost, and what it answers."""
    told = list(dict.fromkeys(each for explained, *_ in variants for each in explained))
    cases = [(check, case) for check in key.checks for case in check.cases]
    counts = [len(parts(check.reports, case.expected)) for check, case in cases]
    sketches = [
        np.concatenate(
            [
                output_sketches(check.reports, f(case.expected), count)
                for (check, case), count in zip(cases, counts, strict=True)
            ]
        )
        for *_, f in variants
    ]
    pairs = [[told.index(each) for each in explained] for explained, *_ in variants]
    return replace(
        key,
        library=Library(
            told,
            np.array([[*pair, -1][:2] for pair in pairs], dtype=np.int32),
            np.array([cost for _, cost, _ in variants], dtype=np.uint8),
            np.array([(n, part) for n, count in enumerate(counts) for part in range(count)]),
            np.array(sketches),
        ),
    )


def numbers(*, checks: int = 3, public: int = 1) -> Key:
    """Some checks, each with a case of four numbers."""
    several = (key_case(RNG.normal(size=4)) for _ in range(checks))
    made = [key_check(f"check {i}", case, public=i < public) for i, case in enumerate(several)]
    key = make(*made)
    return replace(key, hints={"m": Text(ko="왜?", en="Why?")}, checks=tuple(map(no_m, key.checks)))


def no_m(check: Any) -> Any:
    """The check, where the listed mistake answers rightly."""
    return replace(
        check,
        cases=tuple(KeyCase(c.inputs, c.expected, {"m": Outcome(c.expected)}) for c in check.cases),
    )


def told(key: Key, answer: Callable[[Any], Any], *, by_check: bool = False) -> list[Any]:
    """Everything that is told of these answers."""
    made = outcomes(
        key, lambda check, case: answer((check.name, case.expected) if by_check else case.expected)
    )
    return list(examine_answers(key, all_answers(key, made)).diagnoses)


def names(found: list[Any]) -> list[tuple[Any, ...]]:
    """The names, and what they are of."""
    return [(each.kind, each.name, each.of) for each in found]


def cube(x: Any) -> Any:
    """A change that is no general relation."""
    return x**3 + 0.1 * x


def test_a_variant_explains_what_nothing_else_does():
    """With its constant where the public checks alone show it."""
    key = with_library(numbers(), ((PIN,), 2, cube), ((EDIT,), 2, lambda x: x**5 - x))
    (found,) = told(key, cube)
    assert (found.kind, found.name, found.value, found.partial) == ("argument", "beta", 0.9, False)
    (hidden,) = told(replace(key, checks=tuple(replace(c, public=False) for c in key.checks)), cube)
    assert (hidden.name, hidden.value) == ("beta", None)
    assert told(key, lambda x: x**3 + 0.11 * x) == []


def test_the_cheapest_explanation_is_told():
    """An edit, and not a mistake and rounding that would answer the same."""
    key = with_library(numbers(), ((MISTAKE, ROUNDED), 4, cube), ((EDIT,), 2, cube))
    assert names(told(key, cube)) == [("edit", "doubled", "sum")]


TIES = {
    "one thing twice": ([(EDIT,), (EDIT,)], [("edit", "doubled", "sum")]),
    "two different edits": ([(EDIT,), (OTHER,)], []),
    "two constants": ([(PIN,), (PIN_TOO,)], [("argument", "beta", None)]),
    "a mistake and one of two": ([(MISTAKE, EDIT), (MISTAKE, OTHER)], [("mistake", "m", None)]),
    "a mistake and something else": ([(PIN, EDIT), (MISTAKE, ROUNDED)], None),
    "nothing in common": ([(PIN, EDIT), (ROUNDED, OTHER)], []),
}
"""Explanations of equal cost, and what is told: what they have in common."""


@pytest.mark.parametrize("name", TIES)
def test_of_equal_explanations_the_common_part_is_told(name):
    """A listed mistake wins; with different second parts it is told alone."""
    explained, common = TIES[name]
    key = with_library(numbers(), *((each, 4, cube) for each in explained))
    found = told(key, cube)
    wanted = [("mistake", "m", None), ("rounding", "rounded", None)] if common is None else common
    assert names(found) == wanted
    if name == "two constants":
        assert found[0].value is None
    if wanted and wanted[0][0] == "mistake":
        assert found[0].hint == Text(ko="왜?", en="Why?")


def test_a_factor_on_top_of_a_mistake_is_no_factor_of_what_is_expected():
    """It has words of its own; alone it is the general relation."""
    factor = Explanation("factor", "factor", value=4.0)
    key = with_library(numbers(public=3), ((MISTAKE, factor), 4, lambda x: 4 * cube(x)))
    found = told(key, lambda x: 4 * cube(x))
    assert names(found) == [("mistake", "m", None), ("relation", "also_scaled", None)]
    assert found[1].value == 4
    (alone,) = told(key, lambda x: 4 * x)
    assert (alone.name, alone.value) == ("factor", 4)


def test_two_wrong_numbers_that_are_short_are_no_evidence():
    """Something answers 3 where 2 is right, and 1 where 0 is; so do many things."""
    key = make(key_check("c", key_case(np.array([2, 0])), key_case(np.array([5, 7]))))
    key = with_library(key, ((EDIT,), 2, lambda x: x + (x < 4)))
    assert told(key, lambda x: x + (x < 4)) == []


def test_how_many_bits_are_in_a_number():
    """By how it is written: digits, or a fraction."""
    short, few, full = number_bits(np.array([2.0, 0.75, np.pi]))
    assert short < few < full == 24
    assert number_bits(np.array([1 / 3])) < 6
    assert number_bits(np.array([np.nan, np.inf])).tolist() == [24, 24]


def bits_of(*pairs: tuple[Any, Any], **inputs: Any) -> float:
    """The bits in what is wrong in these answers."""
    return bits_explained(answers_of(list(pairs), [inputs] * len(pairs)))


def test_each_number_counts_once_and_a_known_one_little():
    """The same number everywhere, or one that was given, tells little."""
    x = RNG.normal(size=6)
    assert bits_of((x**3, x)) == 6 * 24
    assert bits_of((np.full(6, 0.1234567891), x), (np.full(6, 0.1234567891), x)) == 24
    assert bits_of((x[::-1], x)) < 6 * 4
    assert bits_of((2 * x, x), y=2 * x) < 6 * 5
    assert bits_of((x, x)) == 0


def test_what_is_no_number_counts_by_its_place():
    """NaN everywhere tells nothing, NaN in some of many places does; so do texts."""
    right = [(1.5, 1.5)] * 9
    assert bits_of((np.nan, 1.5), (np.nan, 2.5)) == 0
    assert 3 < bits_of(*right, (np.nan, 1.5)) < 4
    assert bits_of(("a", "b"), ("a", "c")) == 0
    assert bits_of(("a", "b"), ("b", "a"), ("c", "b")) > 3
    assert bits_needed(1) == 12 < bits_needed(5000)


def test_each_returned_value_has_its_own_explanation():
    """Told as parts; only where every part of every case is explained."""
    cases = [key_case((RNG.normal(size=3), RNG.normal(size=3))) for _ in range(3)]
    key = with_library(
        make(key_check("c", *cases)),
        ((PIN,), 2, lambda x: (cube(x[0]), x[1] ** 5)),
        ((EDIT,), 2, lambda x: (x[0] ** 7, cube(x[1]))),
    )
    found = told(key, lambda x: (cube(x[0]), cube(x[1])))
    assert names(found) == [("argument", "beta", "1/2"), ("edit", "doubled", "sum")]
    assert all(each.partial for each in found)
    assert told(key, lambda x: (cube(x[0]), x[1] ** 11)) == []


def test_some_checks_are_explained_where_others_are_not():
    """Told as a part; which checks, only of those that are public."""
    key = with_library(numbers(checks=4, public=2), ((EDIT,), 2, cube))

    def answer(asked):
        check, x = asked
        return x**5 - 1 if check == "check 3" else cube(x)

    (found,) = told(key, answer, by_check=True)
    assert (found.name, found.partial, found.checks) == ("doubled", True, ("check 0", "check 1"))

    def in_one(asked):
        check, x = asked
        return cube(x[:1]) if check == "check 2" else x**5 - 1

    assert told(key, in_one, by_check=True) == []


def test_an_argument_is_called_unused_only_where_it_was_given_two_values():
    """A hundredth of a rate is, in one check, the same as another rate that is always taken."""

    def of_rates(*rates):
        key = numbers(checks=4)
        asked = zip(key.checks, rates, strict=True)
        checks = tuple(
            replace(check, cases=tuple(replace(c, inputs={"beta": rate}) for c in check.cases))
            for check, rate in asked
        )
        return with_library(replace(key, checks=checks), ((PIN,), 2, cube))

    def answer(asked):
        check, x = asked
        return x**5 - 1 if check == "check 3" else cube(x)

    assert told(of_rates(0.1, 0.1, 0.1, 0.3), answer, by_check=True) == []
    (found,) = told(of_rates(0.1, 0.2, 0.1, 0.3), answer, by_check=True)
    assert (found.kind, found.name, found.partial) == ("argument", "beta", True)


def test_what_is_right_in_a_check_does_not_explain_what_is_nearly_right_there():
    """A sketch of many small differences is as near as if there were none."""
    cases = [key_case(RNG.normal(size=60).astype(np.float32)) for _ in range(3)]
    key = make(*(key_check(f"check {n}", case) for n, case in enumerate(cases)))
    first = cases[0].expected
    key = with_library(key, ((EDIT,), 2, lambda x: x if x is first else cube(x)))
    noise = 3e-4 * RNG.choice([-1, 1], size=60)
    (found,) = told(key, lambda x: (x * (1 + noise)).astype(np.float32))
    assert found.name == "only_close"


def test_a_guard_spares_what_the_explanation_breaks_down_on():
    """What is right there is no reason against it, unless there are more such cases than others."""
    key = numbers(checks=4)
    spared = {id(check.cases[0].expected) for check in key.checks[:1]}

    def breaks(x):
        return None if id(x) in spared else cube(x)

    key = with_library(key, ((EDIT,), 2, breaks))
    rows = key.library.sketches
    rows[:, 0] = np.nan
    answer = {True: lambda x: x, False: cube}
    (found,) = told(key, lambda x: answer[id(x) in spared](x))
    assert (found.name, found.partial) == ("doubled", False)
    rows[:, 1:3] = np.nan
    spared |= {id(check.cases[0].expected) for check in key.checks[1:3]}
    assert [each.partial for each in told(key, lambda x: answer[id(x) in spared](x))] != [False]


def test_what_comes_close_is_said_to_be_close():
    """Where nothing explains it: a derivative by differences. Not where anything is farther off."""
    key = numbers(checks=3)
    (found,) = told(key, lambda x: x * (1 + 1e-5))
    assert found.name == "factor"
    (found,) = told(key, lambda x: x + 1e-5 * x**2)
    assert (found.facet, found.name) == ("part", "only_close")
    assert told(key, lambda x: x + 0.1 * x**2) == []
    corner = key.checks[0].cases[0].expected[0]
    (found,) = told(key, lambda x: x + 1e-5 * x**2 + (x == corner))
    assert found.name == "only_close"
    assert told(numbers(checks=1), lambda x: x + 1e-5 * x**2) == []
    assert told(key, lambda x: x + 1e-5j * x**3 + 1e-6) == []


def test_how_something_is_wrong_is_told_rather_than_where():
    """Only the first step is right: an edit that has no other one right says more."""
    paths = [np.cumsum(RNG.normal(size=(n, 2)), axis=0) for n in range(4, 9)]

    def bent(path):
        return np.concatenate([path[:1], cube(path[1:])])

    key = make(*(key_check(f"check {n}", key_case(path)) for n, path in enumerate(paths)))
    (found,) = told(key, bent)
    assert found.name == "first_step_only"
    (found,) = told(with_library(key, ((EDIT,), 2, bent)), bent)
    assert found.name == "doubled"


def test_probes_tell_explanations_apart():
    """Two edits answer all cases alike, and a probe not; nothing is told of it alone."""
    key = numbers()
    probe = RNG.normal(size=4)
    asked = make(*key.checks, key_check("probes", key_case(probe)))
    asked = with_library(
        asked, ((EDIT,), 2, cube), ((OTHER,), 2, lambda x: x if x is probe else cube(x))
    )
    answers = all_answers(key, outcomes(key, lambda _, case: cube(case.expected)))
    key = replace(key, library=asked.library)

    def probes(outcome: Outcome) -> list[Answer]:
        return [Answer(outcome, probe, number=3)]

    for outcome, name in ((Outcome(cube(probe)), "doubled"), (Outcome(probe), "dropped")):
        (found,) = examine_answers(key, answers, probes=probes(outcome)).diagnoses
        assert found.name == name
    lost = examine_answers(key, answers, probes=probes(Outcome(problem=Problem("raised"))))
    assert lost.diagnoses == ()


def test_what_is_rounded_is_told_with_what_else_is_wrong():
    """Whatever it is that was rounded; with digits that say too little, nothing is told."""
    variants = ((MISTAKE,), 0, cube), ((PIN, EDIT), 4, lambda x: x**5 - x)
    key = with_library(numbers(public=3), *variants)
    found = told(key, lambda x: np.round(cube(x), 3))
    assert names(found) == [("mistake", "m", None), ("rounding", "rounding", None)]
    assert found[-1].value == 3
    found = told(key, lambda x: np.round(x**5 - x, 4))
    assert [each[:2] for each in names(found)] == [
        ("argument", "beta"), ("edit", "doubled"), ("rounding", "rounding")
    ]  # fmt: skip
    assert told(key, lambda x: np.round(cube(x), 0)) == []
    assert told(key, lambda x: np.round(cube(x) + 0.1 * x, 3)) == []


def test_what_is_right_or_zero_is_not_rounded():
    """A zero in the place of the only number with many digits does not make the others rounded."""
    rows = [np.array([0.5 * n, 1.25 + n, np.sqrt(n)]) for n in (2.0, 3.0, 5.0, 7.0, 11.0)]
    key = make(*(key_check(f"check {n}", key_case(row)) for n, row in enumerate(rows)))
    key = replace(key, hints={"m": Text(ko="왜?", en="Why?")}, checks=tuple(map(no_m, key.checks)))

    def without_last(row):
        return np.append(row[:-1], 0.0)

    found = told(with_library(key, ((EDIT,), 2, without_last)), without_last)
    assert all(each.kind != "rounding" for each in found)


def test_an_argument_is_held_against_what_is_no_dearer():
    """Pairs that would come after it are no other ways to explain the answers."""
    key = make(key_check("check", key_case(np.array([3.0, 5.0, 7.0]))))
    key = replace(key, hints={"m": Text(ko="왜?", en="Why?")}, checks=tuple(map(no_m, key.checks)))

    def pinned(row):
        return row + np.array([31.0, 58.0, 91.0])

    pairs = [
        ((Explanation("edit", f"edit {n}"), OTHER), 4, lambda row, n=n: row * (n + 2.5))
        for n in range(600)
    ]
    assert names(told(with_library(key, ((PIN,), 2, pinned), *pairs), pinned)) == [
        ("argument", "beta", None)
    ]
    cheaper = [(explained[:1], 2, answer) for explained, _, answer in pairs]
    assert told(with_library(key, ((PIN,), 2, pinned), *cheaper), pinned) == []


def test_noise_is_given_no_name():
    """Whatever is in the library."""
    key = with_library(
        numbers(),
        *(
            ((Explanation("edit", f"e{n}", of="sum"),), 2, lambda x, n=n: x**n - n)
            for n in range(90)
        ),
    )
    for _ in range(100):
        made = outcomes(key, lambda _, case: case.expected + RNG.normal(size=4))
        assert examine_answers(key, all_answers(key, made)).diagnoses == ()


def test_many_small_differences_are_no_evidence():
    """The sketch of a variant is as near to noise of the size of the tolerance as to nothing."""
    cases = [key_case(RNG.normal(size=200).astype(np.float32)) for _ in range(4)]
    key = make(*(key_check(f"check {n}", case) for n, case in enumerate(cases)))
    shift = 2e-5
    key = with_library(key, ((EDIT,), 2, lambda x: (x * (1 + shift)).astype(np.float32)))
    noise = 3e-4 * RNG.choice([-1, 1], size=200)
    found = told(key, lambda x: (x * (1 + noise)).astype(np.float32))
    assert [each.name for each in found] == ["only_close"]


def test_a_few_times_a_small_constant_are_not_rounded():
    """They have few decimals since 1e-8 stands where something else belongs."""
    key = make(
        *(
            key_check(f"check {n}", key_case(np.sqrt(np.arange(2.0, 80.0, 9.0) + n)))
            for n in range(3)
        )
    )
    key = with_library(key, ((EDIT,), 2, lambda x: 1e-8 * np.round(x) + 4e-9))
    assert told(key, lambda x: 1e-8 * np.round(x)) == []


def test_a_tiny_number_is_not_a_rounded_zero():
    """In the digits of float32 it would look like one."""
    key = make(
        *(
            key_check(f"check {n}", key_case(np.sqrt(np.arange(2.0, 80.0, 9.0) + n)))
            for n in range(3)
        )
    )
    key = with_library(key, ((EDIT,), 2, lambda x: 0 * x + 0.01))
    assert told(key, lambda x: 1e-9 * cube(x)) == []


def test_one_wrong_answer_beside_breakdowns_is_too_little():
    """However many numbers it has: it may come of one choice."""
    cases = [key_case(RNG.normal(size=20), m=RNG.normal(size=20)) for _ in range(5)]
    key = make(key_check("c", *cases))
    error = Problem("raised", "KeyError", "4")

    def answered(count):
        made = outcomes(
            key,
            lambda _, case: (
                case.mistakes["m"].output if any(case is each for each in cases[:count]) else error
            ),
        )
        found = examine_answers(key, all_answers(key, made)).diagnoses
        return [each.name for each in found if each.facet == "values"]

    assert answered(1) == []
    assert answered(2) == ["m"]


def test_the_second_of_two_has_to_be_shown_by_itself():
    """One small number that the first does not explain is no evidence of a second."""
    key = numbers(checks=4)
    last = key.checks[3].cases[0].expected
    cases = [(check, case) for check in key.checks for case in check.cases]
    key = replace(key, checks=tuple(replace(c, public=True) for c, _ in cases))

    def both(x):
        return np.array([2.0, 2.0, 2.0, 2.0]) if x is last else cube(x)

    alone = ((PIN,), 2, cube), ((EDIT,), 2, lambda x: x if x is not last else both(x))
    (found,) = told(with_library(key, *alone, ((PIN, EDIT), 4, both)), both)
    assert (found.kind, found.name, found.partial) == ("argument", "beta", True)

    def clearly(x):
        return x**5 - x if x is last else cube(x)

    alone = ((PIN,), 2, cube), ((EDIT,), 2, lambda x: x if x is not last else clearly(x))
    found = told(with_library(key, *alone, ((PIN, EDIT), 4, clearly)), clearly)
    assert names(found) == [("argument", "beta", None), ("edit", "doubled", "sum")]


def test_an_edit_takes_more_evidence_than_a_mistake_of_the_author():
    """Of a few short numbers there are other ways to come to them."""
    rows = [np.array([7.0, 19.0]), np.array([11.0])]
    key = make(*(key_check(f"check {n}", key_case(row)) for n, row in enumerate(rows)))
    key = replace(key, hints={"m": Text(ko="왜?", en="Why?")}, checks=tuple(map(no_m, key.checks)))

    def answer(x):
        return x**2 // 4

    right = ((OTHER,), 3, lambda x: x)
    found = told(with_library(key, ((MISTAKE,), 0, answer), right), answer)
    assert names(found) == [("mistake", "m", None)]
    assert told(with_library(key, ((EDIT,), 2, answer), right), answer) == []


def test_two_together_take_more_evidence_than_one():
    """Of few texts too: there are many pairs, and one of them fits soon."""
    texts = {"a": "b", "b": "c", "c": "a"}
    key = make(*(key_check(f"check {n}", *map(key_case, "abc")) for n in range(3)))
    both = with_library(key, ((PIN, MISTAKE), 4, texts.get), ((OTHER,), 2, lambda x: x))
    assert told(both, texts.get) == []
    one = with_library(key, ((PIN,), 2, texts.get), ((OTHER,), 2, lambda x: x))
    assert names(told(one, texts.get)) == [("argument", "beta", None)]


def test_what_explains_few_of_the_wrong_checks_takes_twice_the_evidence():
    """A few numbers in two of five checks may be those of anything."""
    rows = [RNG.normal(size=1) for _ in range(6)]
    key = make(
        *(key_check(f"check {n}", key_case(row), public=n < 3) for n, row in enumerate(rows))
    )

    def answered(count):
        key_of = with_library(key, ((EDIT,), 2, cube))

        def answer(asked):
            check, x = asked
            return cube(x) if check in [f"check {n}" for n in range(count)] else x**5 - 1

        return names(told(key_of, answer, by_check=True))

    assert answered(3) == [("edit", "doubled", "sum")]
    assert answered(1) == []


def test_a_relation_of_one_returned_value_is_told_of_it_alone():
    """The others are right; what explains where it comes from says more."""
    cases = [key_case((RNG.normal(size=3), RNG.normal(size=3))) for _ in range(3)]
    key = make(key_check("c", *cases))

    def half(pair):
        return pair[0], -pair[1]

    (found,) = told(key, half)
    assert (found.name, found.of, found.partial) == ("negated", "2/2", True)
    (found,) = told(key, lambda pair: (pair[0], 3 * pair[1]))
    assert (found.name, found.value, found.of) == ("factor", 3, "2/2")
    (found,) = told(key, lambda pair: (-pair[0], -pair[1]))
    assert (found.name, found.of, found.partial) == ("negated", None, False)
    assert names(told(with_library(key, ((EDIT,), 2, half)), half)) == [("edit", "doubled", "sum")]


def test_an_edit_that_needs_another_one_explains_no_half_of_the_checks():
    """Two edits, of which one is not shown, in two of four checks: it is something else."""
    key = numbers(checks=4, public=4)
    odd = key.checks[0].cases[0].expected

    def both(x):
        return np.full(4, 2.0) if x is odd else cube(x)

    alone = ((EDIT,), 2, cube), ((OTHER,), 2, lambda x: both(x) if x is odd else x)
    key = with_library(key, *alone, ((EDIT, OTHER), 4, both))

    def told_of(count):
        def answer(asked):
            check, x = asked
            return both(x) if check in [f"check {n}" for n in range(count)] else x**5 - 1

        return names(told(key, answer, by_check=True))

    assert told_of(2) == []
    assert told_of(3) == [("edit", "doubled", "sum")]


def test_below_rounding_too_the_second_of_two_has_to_be_shown():
    """Rounding takes digits away, and leaves more room for a coincidence."""
    key = numbers(checks=4, public=4)
    odd = key.checks[0].cases[0].expected

    def both(x):
        return np.full(4, 2.0) if x is odd else cube(x)

    alone = ((PIN,), 2, cube), ((EDIT,), 2, lambda x: both(x) if x is odd else x)
    key = with_library(key, *alone, ((PIN, EDIT), 4, both))
    found = told(key, lambda x: np.round(both(x), 3))
    assert names(found) == [("argument", "beta", None), ("rounding", "rounding", None)]
    assert [each.partial for each in found] == [True, False]
