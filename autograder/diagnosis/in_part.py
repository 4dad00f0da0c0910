"""Explanations of a part of what is wrong: of some checks, or of each returned value by itself."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from autograder.compare import compare
from autograder.diagnosis.choice import choose
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import bits_explained, bits_needed, more_needed
from autograder.diagnosis.left import Left, bits_shown, expected_readings
from autograder.diagnosis.listed_mistakes import answers_like, listed
from autograder.diagnosis.lookup import fitting
from autograder.diagnosis.shown_apart import shown_apart
from autograder.keys.answer import Answer
from autograder.keys.key import Key
from autograder.keys.library import COARSEST, Library
from autograder.keys.sketch import parts
from autograder.sandbox.outcome import Outcome

__all__ = ["explain_parts", "explain_some_checks", "part_of_answer"]

_MOST_COST: Final = 3
"""Two that come together in one part, beside something else in another, are too many."""

_Flags = np.ndarray[Any, np.dtype[np.bool_]]


def explain_parts(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Explain each returned value by itself.

    Args:
        key: of the exercise.
        left: what nothing explains as a whole.

    Returns:
        An explanation for each wrong part; empty unless all of them have one.
    """
    counts = {len(parts(each.reports, each.expected)) for each in left.answers}
    count = min(counts)
    library = key.library
    if library is None or len(counts) > 1 or count < 2:
        return ()
    agreement = left.agreement(library)
    found: list[Diagnosis] = []
    for number in range(count):
        wrong = [
            each
            for each in (part_of_answer(each, number) for each in left.answers)
            if not each.right
        ]
        if not wrong:
            continue
        columns = [column[1] == number for column in left.read]
        hits = np.flatnonzero(agreement[:, columns].all(axis=1) & (library.costs <= _MOST_COST))
        told = choose(key, library, [int(each) for each in hits])
        bits = min(bits_explained(wrong, COARSEST), bits_shown(wrong))
        if not told or bits < bits_needed(len(library.costs)):
            return ()
        name = f"{number + 1}/{count}"
        found += [replace(each, of=each.of or name, partial=True) for each in told]
    return tuple(found)


def part_of_answer(answer: Answer, number: int) -> Answer:
    """An answer that has one of several returned values alone.

    Args:
        answer: the whole.
        number: of the value, from 0.
    """
    expected = parts(answer.reports, answer.expected)
    output = parts(answer.reports, answer.output)
    mine = output[number] if len(output) == len(expected) else answer.output
    return replace(answer, outcome=Outcome(mine), expected=expected[number], reports="result")


def explain_some_checks(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Explain all wrong answers of some checks, though not those of others.

    Args:
        key: of the exercise.
        left: what nothing explains as a whole.

    Returns:
        What explains the most checks, with their names; empty where too little is explained, or
        where several things explain as many.
    """
    wrong: dict[str, list[Answer]] = {}
    for answer in left.wrong:
        wrong.setdefault(answer.check, []).append(answer)
    if len({answer.check for answer in left.answers}) < 2:
        return ()
    agrees, tried = _agreement(key, left)
    if not tried:
        return ()
    in_wrong = np.array([agrees[check] for check in wrong])
    against = sum((~agrees[check] for check in agrees if check not in wrong), np.zeros(tried))
    explained = np.where(in_wrong.sum(axis=0) > against, in_wrong.sum(axis=0), 0)
    most = int(explained.max(initial=0))
    best = np.flatnonzero(explained == most)
    if not most or len({in_wrong[:, each].tobytes() for each in best}) > 1:
        return ()
    checks = [check for check, held in zip(wrong, in_wrong[:, best[0]], strict=True) if held]
    seen = [answer for check in checks for answer in wrong[check]]
    bits = bits_explained(seen, COARSEST if key.library is not None else 0.0)
    if key.library is not None:
        bits = min(bits, bits_shown(seen))
    needed = bits_needed(tried * math.comb(len(wrong), most))
    few = 2 * most < len(wrong)
    if bits < needed or ((most < 2 or few) and bits < 2 * needed):
        return ()
    if (few or bits < 2 * needed) and _are_pairs(key, best):
        return ()  # two things that come together are seen in more than a few checks, and clearly
    told = _chosen(key, [int(each) for each in best])
    if bits < needed + more_needed(told):
        return ()
    if key.library is not None:
        shown = shown_apart(key.library, best.tolist(), told, left, seen)
        alone = len(shown) < len(told) and all(each.kind == "edit" for each in shown)
        if alone and 2 * most <= len(wrong):
            return ()  # what comes together with nothing that is known is none of the likely ones
        told = shown
    if any(each.kind == "argument" and not _varies(each.name, seen) for each in told):
        return ()  # that it does not matter is seen with two values of it, not with one
    return tuple(replace(each, checks=tuple(checks), partial=True) for each in told)


def _varies(argument: str, explained: Sequence[Answer]) -> bool:
    """Whether these answers were asked for with different values of an argument."""
    given = [each.inputs[argument] for each in explained if argument in each.inputs]
    return any(compare(each, given[0]) is not None for each in given[1:])


def _agreement(key: Key, left: Left) -> tuple[Mapping[str, _Flags], int]:
    """Which explanations agree with all answers to a check, by check; and how many there are."""
    if key.library is not None:
        agreement = left.agreement(key.library)
        check_of = {answer.number: answer.check for answer in left.answers}
        of_column = [check_of.get(number) for number, _ in left.read]
        return {
            check: np.all(agreement[:, [each == check for each in of_column]], axis=1)
            & ~_is_right(key.library, [each for each in left.wrong if each.check == check])
            for check in dict.fromkeys(check_of.values())
        }, len(key.library.costs)
    by_check: dict[str, list[Answer]] = {}
    for answer in left.answers:
        by_check.setdefault(answer.check, []).append(answer)
    return {
        check: np.array(
            [all(answers_like(a.mistakes[name], a) for a in several) for name in key.hints],
            dtype=bool,
        )
        for check, several in by_check.items()
    }, len(key.hints)


def _is_right(library: Library, wrong: Sequence[Answer]) -> _Flags:
    """Which explanations are right where these answers are wrong, if only by a little."""
    right = np.zeros(len(library.costs), dtype=bool)
    right[fitting(library, expected_readings(wrong))] = True
    return right


def _are_pairs(key: Key, best: np.ndarray[Any, Any]) -> bool:
    library = key.library
    return library is not None and all(len(library.explains(int(each))) > 1 for each in best)


def _chosen(key: Key, best: Sequence[int]) -> tuple[Diagnosis, ...]:
    if key.library is not None:
        return choose(key, key.library, best)
    names = list(key.hints)
    return tuple(filter(None, [listed(key, [names[each] for each in best])]))
