"""Facets: what is wrong beside the values, each told by itself and taken out of the way."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from autograder.compare import Tolerance, agrees
from autograder.compare.comparison import leaf_pairs
from autograder.diagnosis.breakdown import find_breakdown
from autograder.diagnosis.chance import CHANCE, distinct, log_orders
from autograder.diagnosis.diagnosis import FACETS, Diagnosis, FacetName
from autograder.diagnosis.evidence import number_bits
from autograder.diagnosis.expected_form import in_expected_form
from autograder.diagnosis.seen_in import seen_in
from autograder.diagnosis.wrong_values import is_given, numbers_in
from autograder.keys.answer import Answer
from autograder.keys.facts import Fact, facts
from autograder.sandbox.outcome import Outcome

__all__ = ["Stripped", "saying", "strip"]

_LOST: Final = {
    "timeout",
    "ended",
    "scratch",
    "garbage",
    "outsized",
    "unjudged",
    "unreadable",
    "budget",
}
"""Problems that say nothing about a mistake."""


@dataclass(frozen=True)
class Stripped:
    """The answers of a submission without the facets that were told.

    Attributes:
        told: the facets.
        answers: that are left, as plain results in the expected types and dtypes.
        probes: the answers to ungraded calls, alike.
    """

    told: tuple[Diagnosis, ...]
    answers: list[Answer]
    probes: list[Answer]


def saying(answers: Sequence[Answer]) -> list[Answer]:
    """The answers that say something: neither late, nor lost, nor too large."""
    return [
        answer
        for answer in answers
        if answer.outcome.problem is None or answer.outcome.problem.kind not in _LOST
    ]


def strip(answers: Sequence[Answer], probes: Sequence[Answer] = ()) -> Stripped:
    """Find the facets of what is wrong, and take them out of the way.

    Args:
        answers: to every case that says something.
        probes: the answers to ungraded calls; of these alone nothing is told but that equal calls
            are answered otherwise.
    """
    between = _between_calls(answers) or _between_equal_calls([*answers, *probes])
    first_only = bool(between)
    seen: dict[str, list[Answer]] = {}
    left = list(_left(answers, seen, first_only=first_only))
    types = _of_types(seen, answers)
    breakdown = find_breakdown(answers)
    told = [*types, *between]
    if breakdown is not None and not (types and _only_in_drivers(answers)):
        told.insert(0, breakdown)
    asked = list(_left(probes, {}, first_only=first_only))
    single = "single_precision" in seen
    if not single and _has_float32_digits(left):
        told.append(Diagnosis("dtype", "relation", "single_precision"))
        single = True
    if single:
        # What a driver passes on was computed with too few digits, in whatever it comes back.
        left, asked = [_coarser(each) for each in left], [_coarser(each) for each in asked]
    return Stripped(tuple(told), left, asked)


def _only_in_drivers(answers: Sequence[Answer]) -> bool:
    """Whether no direct call breaks down: a driver may have failed on what was returned."""
    return not any(answer.direct and answer.outcome.problem is not None for answer in answers)


def _of_types(seen: Mapping[str, Sequence[Answer]], answers: Sequence[Answer]) -> list[Diagnosis]:
    facets: tuple[FacetName, ...] = ("type", "dtype")
    return [
        Diagnosis(facet, "relation", name, checks=seen_in(seen[name], answers))
        for facet in facets
        for name in FACETS[facet]
        if name in seen
    ]


def _left(
    answers: Sequence[Answer], seen: dict[str, list[Answer]], *, first_only: bool
) -> Iterator[Answer]:
    """The answers that say something of the values, reduced to them."""
    as_value = _is_none_a_value(answers)
    for answer in answers:
        if answer.outcome.problem is not None:
            continue
        names: set[str] = set()
        reduce = _reduction(answer, first_only=first_only)
        expected = reduce(answer.expected)
        output = in_expected_form(reduce(answer.output), expected, names, none_is_a_value=as_value)
        for name in names:
            seen.setdefault(name, []).append(answer)
        if "returns_nothing" in names:
            continue
        unchanged = output is answer.output
        yield replace(
            answer,
            outcome=answer.outcome if unchanged else Outcome(output),
            expected=expected,
            reports=answer.reports if reduce is _everything else "result",
            mistakes=_Mistakes(answer.mistakes, reduce, expected),
        )


def _is_none_a_value(answers: Sequence[Answer]) -> bool:
    """Whether None is right in some case, and something else than None comes back in some case."""
    pairs = [
        (output, expected)
        for answer in answers
        if answer.outcome.problem is None
        for fact, output, expected in answer.facts()
        if fact is not Fact.INPUTS_AFTER
    ]
    some = any(output is not None for output, _ in pairs)
    return some and any(_holds_none(expected) for _, expected in pairs)


def _holds_none(value: Any) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return any(map(_holds_none, value))
    return value is None


def _everything(value: Any) -> Any:
    return value


def _reduction(answer: Answer, *, first_only: bool) -> Callable[[Any], Any]:
    """What keeps of a report the result of the first call, where the rest is told by itself."""
    wanted = facts(answer.reports, answer.expected)
    if wanted is None or answer.reports == "result":
        return _everything
    if answer.reports == "inputs_after":
        # Where the reference changes its inputs, what they are afterwards is a result.
        untouched = is_given(wanted[Fact.INPUTS_AFTER], answer.inputs)
        return _fact(answer, Fact.RESULT) if untouched else _everything
    return _fact(answer, Fact.FIRST_CALL) if first_only else _everything


def _fact(answer: Answer, fact: Fact) -> Callable[[Any], Any]:
    def reduce(value: Any) -> Any:
        found = facts(answer.reports, value)
        return value if found is None else found[fact]

    return reduce


class _Mistakes(Mapping[str, Outcome]):
    """What the mistakes answer, reduced as the submission's answer is, where it is asked for."""

    def __init__(
        self, mistakes: Mapping[str, Outcome], reduce: Callable[[Any], Any], expected: Any
    ) -> None:
        self._mistakes = mistakes
        self._reduce = reduce
        self._expected = expected
        self._reduced: dict[str, Outcome] = {}

    def __getitem__(self, name: str) -> Outcome:
        if name not in self._reduced:
            outcome = self._mistakes[name]
            if outcome.problem is None:
                output = in_expected_form(self._reduce(outcome.output), self._expected)
                outcome = Outcome(output)
            self._reduced[name] = outcome
        return self._reduced[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._mistakes)

    def __len__(self) -> int:
        return len(self._mistakes)


def _between_calls(answers: Sequence[Answer]) -> list[Diagnosis]:
    """Inputs that are changed, and else a second call that answers otherwise than the first."""
    reported = [
        (answer, wanted, found)
        for answer in answers
        if answer.reports != "result" and answer.outcome.problem is None
        if (wanted := facts(answer.reports, answer.expected)) is not None
        if (found := facts(answer.reports, answer.output)) is not None
    ]
    changed = [answer for answer, *both in reported if _is_changed(answer, *both)]
    if changed:
        return [Diagnosis("inputs", "relation", "changes_inputs", checks=seen_in(changed, answers))]
    unlike = [each for each in reported if each[0].reports == "two_calls" and _differ(*each[1:])]
    if not unlike:
        return []
    first = Fact.FIRST_CALL
    firsts = [(found[first], wanted[first]) for _, wanted, found in unlike]
    checks = seen_in([answer for answer, *_ in unlike], answers)
    if _is_right_once(firsts):
        return [Diagnosis("state", "relation", "depends_on_earlier_call", checks=checks)]
    return [Diagnosis("randomness", "relation", "draws_by_itself", checks=checks)]


def _between_equal_calls(answers: Sequence[Answer]) -> list[Diagnosis]:
    """A call that is answered otherwise when it is asked again."""
    twice = (_both_in_expected_form(each) for each in _asked_twice(answers))
    unlike = [each for each in twice if each is not None and not agrees(*each[:2])]
    if not unlike:
        return []
    if _is_right_once([(each, expected) for *both, expected in unlike for each in both]):
        return [Diagnosis("state", "relation", "depends_on_earlier_call")]
    return [Diagnosis("randomness", "relation", "draws_by_itself")]


def _is_right_once(calls: Sequence[tuple[Any, Any]]) -> bool:
    """Whether some of these calls are right, and not only by chance.

    Of random orders of few things one is right now and then.

    Args:
        calls: what came back, and what is expected.
    """
    right = [expected for output, expected in calls if agrees(output, expected)]
    wrong = [call for call in calls if not agrees(*call)]
    orders = sum(log_orders(distinct(numbers_in(expected))) for expected in right)
    by_chance = bool(wrong) and orders <= CHANCE and all(_is_other_order(*call) for call in wrong)
    return bool(right) and not by_chance


def _is_other_order(output: Any, expected: Any) -> bool:
    mine, right = (np.sort(numbers_in(each)) for each in (output, expected))
    return bool(mine.size) and agrees(mine, right)


def _both_in_expected_form(each: tuple[Any, Any, Any]) -> tuple[Any, Any, Any] | None:
    """Two answers in the form that is expected; None where one of them is anything else.

    What else comes back may be large, and takes long to compare.
    """
    *both, expected = each
    one, other = (in_expected_form(output, expected) for output in both)
    pairs = [leaf_pairs(output, expected) for output in (one, other)]
    if any(found is None or any(map(_is_container, found)) for found in pairs):
        return None
    return one, other, expected


def _is_container(leaf: tuple[str, Any, Any]) -> bool:
    return isinstance(leaf[1], list | tuple | dict)


def _asked_twice(answers: Sequence[Answer]) -> Iterator[tuple[Any, Any, Any]]:
    """Both answers to two equal calls, and what is expected."""
    results = [each for each in answers if each.outcome.problem is None]
    for answer in results:
        wanted, found = (facts(answer.reports, each) for each in (answer.expected, answer.output))
        if answer.reports == "two_calls" and wanted is not None and found is not None:
            one, other = (wanted[each] for each in _CALLS)
            if agrees(one, other):
                yield found[Fact.FIRST_CALL], found[Fact.SECOND_CALL], one
    # Of all pairs hardly any is one call twice: most of the others differ in what they hold.
    held = [_held(answer) for answer in results]
    for (one, mine), (other, its) in itertools.combinations(zip(results, held, strict=True), 2):
        if not one.inputs or mine != its:
            continue
        if agrees(one.inputs, other.inputs) and agrees(one.expected, other.expected):
            yield one.output, other.output, one.expected


def _held(answer: Answer) -> tuple[Any, ...]:
    """What equal calls have in common for certain, whatever the tolerance: names and shapes."""
    shapes = {name: _shape(value) for name, value in answer.inputs.items()}
    return answer.reports, shapes, _shape(answer.expected)


def _shape(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.shape
    return len(value) if isinstance(value, list | tuple | dict | str) else ()


_CALLS: Final = (Fact.FIRST_CALL, Fact.SECOND_CALL)


def _is_changed(answer: Answer, wanted: dict[Fact, Any], found: dict[Fact, Any]) -> bool:
    after = Fact.INPUTS_AFTER
    if after not in wanted or agrees(found[after], wanted[after]):
        return False
    return is_given(wanted[after], answer.inputs)


def _differ(wanted: dict[Fact, Any], found: dict[Fact, Any]) -> bool:
    first, second = Fact.FIRST_CALL, Fact.SECOND_CALL
    return agrees(wanted[first], wanted[second]) and not agrees(found[first], found[second])


_MANY_DIGITS: Final = 20.0
"""Bits of a number that is no short one: a short one may be of any precision."""

_ENOUGH: Final = 3
"""So many numbers with all digits of float32 and no more are no accident: one of them has a chance
of 2**-29."""


def _has_float32_digits(answers: Sequence[Answer]) -> bool:
    """Whether what is wrong was computed in float32, and comes back in float64."""
    numbers, given = [np.zeros(0)], []
    for answer in answers:
        if answer.right:
            continue
        for _, output, expected in answer.leaves or []:
            if np.asarray(expected).dtype == np.float64:
                found = numbers_in(output)[:_MOST]
                with np.errstate(all="ignore"):
                    if not (found.astype(np.float32).astype(float) == found).all():
                        return False
                numbers.append(found)
                given += [answer.inputs, expected]
    mine = np.unique(np.concatenate(numbers))
    if not mine.size:
        return False
    # What comes back as it was given, or right, was not computed with too few digits.
    own = mine[~np.isin(_digits(mine), _digits(numbers_in(given)))]
    return int((number_bits(own) > _MANY_DIGITS).sum()) >= _ENOUGH


def _digits(numbers: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The digits of numbers, whatever their signs and powers of two."""
    digits: np.ndarray[Any, Any] = np.abs(np.frexp(numbers)[0])
    return digits


_MOST: Final = 64


def _at_float32(answer: Answer) -> Tolerance:
    return answer.tolerance.widened(np.dtype(np.float32))


def _coarser(answer: Answer) -> Answer:
    return replace(answer, tolerance=_at_float32(answer))
