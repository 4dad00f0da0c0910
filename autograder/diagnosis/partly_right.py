"""Answers that are partly right, and what their wrong parts have in common.

Each of these says which entries are wrong, not how: the negative ones, all after the first step. It
is named only where right and wrong entries are divided exactly so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from autograder.compare.comparison import agrees, leaf_pairs
from autograder.compare.tolerance import Tolerance
from autograder.diagnosis.chance import CHANCE, ENOUGH, distinct, log_choices
from autograder.diagnosis.wrong_values import is_complex, is_numeric, wrong_entries
from autograder.keys.answer import Answer
from autograder.keys.facts import Fact

__all__ = ["PARTIAL", "explain_part"]

_Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class _Given:
    """What was given in one case."""

    inputs: dict[str, Any]

    @cached_property
    def by_shape(self) -> dict[tuple[int, ...], list[Any]]:
        """All that is in the inputs; there may be as many of them as there are leaves."""
        found: dict[tuple[int, ...], list[Any]] = {}
        for each in _inside(self.inputs):
            found.setdefault(np.shape(each), []).append(each)
        return found

    @cached_property
    def axes(self) -> dict[str, int]:
        """The number of axes of each numeric argument."""
        return {name: np.ndim(each) for name, each in self.inputs.items() if is_numeric(each)}

    def has(self, value: Any) -> bool:
        """Whether a value is among the inputs."""
        return any(agrees(each, value) for each in self.by_shape.get(np.shape(value), ()))


def _inside(inputs: Any) -> Iterator[Any]:
    if isinstance(inputs, dict):
        inputs = list(inputs.values())
    if isinstance(inputs, list | tuple):
        for each in inputs:
            yield from _inside(each)
    else:
        yield inputs


@dataclass(frozen=True)
class _Leaf:
    """One number or array of one case, with what was given in the case."""

    fact: Fact
    output: _Array
    expected: _Array
    given: _Given
    wrong: _Array

    @property
    def inputs(self) -> dict[str, Any]:
        """Of the case, by argument name."""
        return self.given.inputs

    @property
    def both(self) -> tuple[_Array, _Array]:
        """What came back, and what belongs there."""
        return self.output, self.expected

    @cached_property
    def is_wrong(self) -> bool:
        """Whether any entry is wrong."""
        return bool(self.wrong.any())

    @cached_property
    def is_computed(self) -> bool:
        """Whether it is a computed number: no count or label, and no copy of an input."""
        return (
            self.expected.dtype.kind in "fc"
            and self.fact != Fact.INPUTS_AFTER
            and (self.is_wrong or not self.given.has(self.expected))
        )


def explain_part(answers: Sequence[Answer]) -> str | None:
    """Find what divides the right entries from the wrong ones.

    Args:
        answers: to every case.

    Returns:
        One of `PARTIAL`, or None.
    """
    leaves = _leaves(answers)
    if leaves is None:
        return None
    with np.errstate(all="ignore"):
        wrong = sum(int(leaf.wrong.sum()) for leaf in leaves)
        if wrong < ENOUGH:
            return None
        return next((name for name, holds in _DIVISIONS.items() if holds(leaves)), None)


def _leaves(answers: Sequence[Answer]) -> list[_Leaf] | None:
    """The numbers whose shapes agree; None where anything else is wrong."""
    places: list[tuple[Fact, _Given]] = []
    pairs: list[tuple[_Array, _Array]] = []
    for answer in answers:
        given = _Given(answer.inputs)
        for fact, output, expected in answer.facts():
            below = leaf_pairs(output, expected)
            if below is None:
                return None
            for _, *pair in below:
                if all(map(is_numeric, pair)) and np.shape(pair[0]) == np.shape(pair[1]):
                    places.append((fact, given))
                    pairs.append((np.asarray(pair[0]), np.asarray(pair[1])))
                elif not agrees(*pair):
                    return None
    wrong = wrong_entries(pairs, [_bounds(*pair) for pair in pairs])
    return [
        _Leaf(fact, *pair, given, entries)
        for (fact, given), pair, entries in zip(places, pairs, wrong, strict=True)
    ]


def _bounds(output: _Array, expected: _Array) -> tuple[float, float]:
    # A float32 array is wrong where float64 is expected; a single float32 number is not.
    dtypes = (expected.dtype, *([] if output.ndim else [output.dtype]))
    return Tolerance().at(*dtypes)


def _more_axes_than(most: int) -> Callable[[Sequence[_Leaf]], bool]:
    """A division: exactly the outputs, or the calls with an argument, of more axes are wrong."""

    def holds(leaves: Sequence[_Leaf]) -> bool:
        reals = [leaf for leaf in leaves if leaf.is_computed]
        wrong = [leaf.is_wrong for leaf in reals]
        if log_choices(len(wrong), sum(wrong)) < CHANCE:
            return False
        if _wrong_here_and_there(reals) or _anything_at_all(reals) or _inputs_wrong(leaves):
            return False
        return any(
            wrong == [axes > most for axes in counted]
            for counted in ([leaf.expected.ndim for leaf in reals], *_axes_of_arguments(reals))
        )

    return holds


def _axes_of_arguments(leaves: Sequence[_Leaf]) -> list[list[int]]:
    """The number of axes by leaf, for each argument that is numeric in every case."""
    arguments = [leaf.given.axes for leaf in leaves]
    names = sorted(set(arguments[0]).intersection(*arguments))
    return [[axes[name] for axes in arguments] for name in names]


def _wrong_here_and_there(leaves: Sequence[_Leaf]) -> bool:
    """Whether most entries of the wrong leaves are right."""
    wrong = [leaf.wrong for leaf in leaves if leaf.is_wrong]
    return sum(int(each.sum()) for each in wrong) < sum(each.size for each in wrong) / 2


def _anything_at_all(leaves: Sequence[_Leaf]) -> bool:
    """Whether the wrong leaves are constant, or hold the right numbers in another order."""
    wrong = [leaf for leaf in leaves if leaf.is_wrong and leaf.output.size > 1]
    return bool(wrong) and (
        all((leaf.output == leaf.output.flat[0]).all() for leaf in wrong)
        or all(
            np.allclose(np.sort(leaf.output, None), np.sort(leaf.expected, None)) for leaf in wrong
        )
    )


def _inputs_wrong(leaves: Sequence[_Leaf]) -> bool:
    return any(leaf.is_wrong for leaf in leaves if leaf.fact == Fact.INPUTS_AFTER)


def _after_the_first_step(leaves: Sequence[_Leaf]) -> bool:
    """Whether in every wrong sequence the first step is right and no later one is."""
    wrong = [leaf for leaf in leaves if leaf.is_wrong]
    # If enough paths are right to their end, taking further steps is not what is wrong.
    if not all(_only_first_step(leaf) for leaf in wrong) or _walks_on(leaves, len(wrong)):
        return False
    ways = sum(log_choices(len(each), int(each.sum())) for each in map(_wrong_rows, wrong))
    # A single row of numbers may begin rightly for many reasons.
    return ways > CHANCE and (len(wrong) > 1 or any(leaf.wrong.ndim > 1 for leaf in wrong))


def _walks_on(leaves: Sequence[_Leaf], wrong: int) -> bool:
    """Whether at least as many sequences are right beyond their first step as are wrong."""
    right = [leaf for leaf in leaves if leaf.is_computed and not leaf.is_wrong]
    return sum(leaf.wrong.ndim > 0 and len(leaf.wrong) > 2 for leaf in right) >= wrong


def _only_first_step(leaf: _Leaf) -> bool:
    rows = _wrong_rows(leaf)
    first = int(rows.argmax())
    if first not in (1, 2) or not rows[first:].all():
        return False
    # A starting point that was given is not a step.
    return leaf.given.has(leaf.expected[0]) == (first == 2)


def _wrong_rows(leaf: _Leaf) -> _Array:
    rows = leaf.wrong.reshape(len(leaf.wrong) if leaf.wrong.ndim else 1, -1)
    return np.asarray(rows.any(axis=1))


def _where_negative(leaves: Sequence[_Leaf]) -> bool:
    """Whether an input of the same shape is negative exactly where the output is wrong."""
    names = {name for leaf in leaves for name in leaf.inputs}
    return any(_divides(name, leaves) for name in sorted(names))


def _divides(name: str, leaves: Sequence[_Leaf]) -> bool:
    wrong, negative = [], []
    for leaf in leaves:
        if leaf.fact == Fact.INPUTS_AFTER and not leaf.is_wrong:
            continue
        value: Any = leaf.inputs.get(name)
        if not is_numeric(value) or is_complex(value) or np.shape(value) != leaf.expected.shape:
            return False
        wrong.append(np.ravel(leaf.wrong))
        negative.append(np.ravel(np.asarray(value) < 0))
    both = np.concatenate(wrong)
    enough = log_choices(both.size, int(both.sum())) > CHANCE
    return enough and bool((both == np.concatenate(negative)).all())


def _clipped(leaves: Sequence[_Leaf]) -> bool:
    """Whether every wrong entry is one of two bounds and all other entries lie between them."""
    leaves = [leaf for leaf in leaves if leaf.fact != Fact.INPUTS_AFTER or leaf.is_wrong]
    if any(is_complex(each) for leaf in leaves for each in leaf.both):
        return False
    output = np.concatenate([leaf.output.ravel().astype(float) for leaf in leaves])
    expected = np.concatenate([leaf.expected.ravel().astype(float) for leaf in leaves])
    wrong = np.concatenate([leaf.wrong.ravel() for leaf in leaves])
    bounds = np.unique(output[wrong])
    if not 1 <= len(bounds) <= 2 or not np.isfinite(bounds).all():
        return False
    low, high = output.min(), output.max()
    between = output[~wrong & (output > low) & (output < high)]
    # A constant always lies between its own bounds.
    if distinct(expected[wrong]) < ENOUGH or distinct(between) < ENOUGH:
        return False
    return bool(set(bounds) <= {low, high} and np.allclose(output, np.clip(expected, low, high)))


_DIVISIONS: dict[str, Callable[[Sequence[_Leaf]], bool]] = {
    "numbers_only": _more_axes_than(0),
    "one_axis_only": _more_axes_than(1),
    "first_step_only": _after_the_first_step,
    "positive_only": _where_negative,
    "clipped": _clipped,
}

PARTIAL = tuple(_DIVISIONS)
"""The names of the divisions between right and wrong, in the order in which they are tried."""
