"""Which of an exercise's own mistakes answers as the submission does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from autograder.compare.comparison import Difference, leaf_pairs
from autograder.course.parameters import base_name
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.wrong_values import numbers_in
from autograder.keys.answer import Answer
from autograder.keys.key import Key
from autograder.keys.sketched import alike
from autograder.sandbox.outcome import Outcome

__all__ = [
    "answers_like",
    "broke_down",
    "cannot_run",
    "explains",
    "explains_by_rounding",
    "listed",
    "parameter_of",
    "wrong_first",
]

_MISTYPED = {"NameError", "UnboundLocalError", "SyntaxError", "IndentationError", "ImportError"}

_DIGITS: Final = re.compile(r"\d+")

_PARAMETER: Final = re.compile(r"\w+\[(\w+)=([^,\]]+)\]")
"""A mistake with one parameter; see `course.parameters`."""


def explains(name: str, answers: Sequence[Answer], *, but_for_a_few: bool = False) -> bool:
    """Whether a mistake answers every case as the submission does.

    Args:
        name: of the mistake.
        answers: to every case, in any order; see `wrong_first`.
        but_for_a_few: leave out cases in which the submission broke down, where at least as many
            wrong answers are explained: the author's version of a mistake may cope with an edge
            case where a student's does not.
    """
    if all(cannot_run(answer.mistakes[name]) for answer in answers):
        return False
    explained = left_out = 0
    same_errors: list[bool] = []
    for answer in answers:
        mistake = answer.mistakes[name]
        if answers_like(mistake, answer):
            explained += not answer.right
            if not answer.right:
                same_errors.append(_is_same_error(mistake, answer))
        elif but_for_a_few and mistake.problem is None and broke_down(answer):
            left_out += 1
        else:
            return False
    # A type of error alone has many causes.
    return explained >= left_out and (any(same_errors) or not same_errors)


def wrong_first(answers: Sequence[Answer]) -> list[Answer]:
    """Answers in the order in which fewest have to be compared.

    Most mistakes answer otherwise where something is wrong, and many of them rightly elsewhere.
    """
    return sorted(answers, key=lambda answer: answer.right)


def _is_same_error(mistake: Outcome, answer: Answer) -> bool:
    """Whether an error that both raise has the same message, as far as it is known.

    Numbers in it may differ. Where both return something, there is no error to be told apart.
    """
    messages = [
        _DIGITS.sub("", each.message)
        for each in (mistake.problem, answer.outcome.problem)
        if each is not None and each.message
    ]
    return len(messages) < 2 or messages[0] == messages[1]


def explains_by_rounding(name: str, answers: Sequence[Answer]) -> bool:
    """Whether a mistake whose wrong answers are rounding errors answers as the submission does.

    It need not be wrong by the same numbers, nor in all of the same cases: with other last digits
    what is taken for zero is another. In most of the wrong cases both are wrong, in the same way; a
    number beside NaN says nothing of that. Where a judge gives the same reason for numbers that are
    far apart, both are right and wrong in the same cases: one reason has many causes.

    Args:
        name: of the mistake.
        answers: to every case.
    """
    both = one = both_right = far = 0
    for answer in answers:
        mistake = answer.mistakes[name]
        its = replace(answer, outcome=mistake)
        if answer.right and its.right:
            both_right += 1
            continue
        if answers_like(mistake, answer):
            both += 1
            continue
        if not (_differs_in_values(answer) and _differs_in_values(its)):
            return False
        if answer.right != its.right:
            one += 1
        elif not _wrong_alike(answer.difference, its.difference):
            return False
        else:
            both += _kind(answer) == _kind(its)
            far += _kind(answer) == "judged" and not _are_near(answer.output, its.output)
    if far and (one or not both_right):
        return False
    return both > one


_SAME_SIZE: Final = 1e4
"""Times which one rounding error may be as large as another one of the same case."""

_NEAR: Final = 1e-2
"""How far apart rounding errors bring two answers to one case, beside their largest number."""


def _wrong_alike(own: Difference | None, other: Difference | None) -> bool:
    """Whether two answers to one case, none of which is the other, are wrong in the same way.

    A judge gives the same reason for both, and numbers are off by errors of one size.
    """
    if own is None or other is None:
        return own is other
    if own.kind == "judged" or other.kind == "judged":
        return own.kind == other.kind and own.numbers["reason"] == other.numbers["reason"]
    if own.kind == other.kind == "value":
        sizes = sorted(each.numbers["absolute"] for each in (own, other))
        return bool(sizes[1] <= _SAME_SIZE * sizes[0])
    return True


def _are_near(one: Any, other: Any) -> bool:
    """Whether all numbers of two answers are close, but for signs, which a judge may leave free."""
    mine, its = np.abs(numbers_in(one)), np.abs(numbers_in(other))
    if mine.shape != its.shape or not mine.size:
        return mine.shape == its.shape
    return bool(np.all(np.abs(mine - its) <= _NEAR * np.max(its)))


def _kind(answer: Answer) -> str:
    """Of the difference."""
    return "" if answer.difference is None else answer.difference.kind


def _differs_in_values(answer: Answer) -> bool:
    """Whether there is an answer that has everything but, perhaps, the right values."""
    found = answer.difference
    of_values = found is None or found.kind in ("value", "text", "truth", "finite", "judged")
    return answer.outcome.problem is None and of_values


def cannot_run(mistake: Outcome) -> bool:
    """Whether a mistake cannot run because its author mistyped it."""
    problem = mistake.problem
    return problem is not None and (problem.kind == "signature" or problem.type in _MISTYPED)


def answers_like(mistake: Outcome, answer: Answer) -> bool:
    """Whether an outcome of a mistake is what the submission answered."""
    problem = answer.outcome.problem
    if mistake.problem is None and problem is None:
        if answer.judge is not None:
            return answer.judge.alike(
                answer.output, mistake.output, answer.expected, answer.inputs, answer.widened
            )
        return alike(answer.output, mistake.output, answer.widened)
    if mistake.problem is None or problem is None:
        return False
    return (mistake.problem.kind, mistake.problem.type) == (problem.kind, problem.type)


def listed(key: Key, names: Iterable[str]) -> Diagnosis | None:
    """The diagnosis that is common to several listed mistakes, if there is one.

    Args:
        key: of the exercise.
        names: of mistakes that all fit equally.
    """
    several = list(names)
    known = {parameter_of(name) for name in several}
    if len({name for name, *_ in known}) != 1:
        return None
    name, of, value = known.pop()
    hint = key.hints.get(several[0])
    return Diagnosis("values", "mistake", name, of, None if known else value, hint)


def parameter_of(name: str) -> tuple[str, str | None, float | None]:
    """The name of a listed mistake as its author defined it; its parameter and its value.

    Returns:
        Neither where there are several, or where it is no number: what a parameter that is true or
        false, or a word, makes of the mistake, its name does not say.
    """
    found = _PARAMETER.fullmatch(name)
    if found is None:
        return base_name(name), None, None
    try:
        return base_name(name), found[1], float(found[2])
    except ValueError:
        return base_name(name), None, None


def broke_down(answer: Answer) -> bool:
    """Whether a submission raised an error, returned empty arrays, or NaN for empty inputs."""
    problem = answer.outcome.problem
    if problem is not None:
        return problem.kind == "raised"
    numbers = numbers_in(answer.output)
    if numbers.size:
        nothing_given = any(np.size(each) == 0 for each in _arrays(answer.inputs))
        return nothing_given and bool(np.isnan(numbers).all())
    return all(isinstance(leaf, np.ndarray) for leaf in _leaves(answer.output))


def _arrays(value: Any) -> list[np.ndarray[Any, np.dtype[Any]]]:
    return [leaf for leaf in _leaves(value) if isinstance(leaf, np.ndarray)]


def _leaves(value: Any) -> list[Any]:
    return [leaf for _, leaf, _ in leaf_pairs(value, value) or []]
