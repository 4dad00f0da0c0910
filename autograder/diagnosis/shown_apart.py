"""Which of two explanations that come together the answers show.

Two together fit by coincidence far more often than one does: there are many more of them. What the
first one explains is no evidence for the second. So each of them has to explain enough by itself,
where the other one alone does not answer as the submission does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import bits_explained, bits_needed
from autograder.diagnosis.left import Left, bits_shown
from autograder.keys.answer import Answer
from autograder.keys.library import COARSEST, Explanation, Library

__all__ = ["SECONDS", "kept_of_two", "shown_apart"]

_Flags = np.ndarray[Any, np.dtype[np.bool_]]

_NONE: Final = -1


def shown_apart(
    library: Library,
    variants: Sequence[int],
    told: Sequence[Diagnosis],
    left: Left,
    explained: Sequence[Answer] | None = None,
) -> tuple[Diagnosis, ...]:
    """Leave out of what is told together what the answers do not show.

    Args:
        library: of the exercise.
        variants: that explain the answers.
        told: of the cheapest of them.
        left: all answers that are left.
        explained: those that the variant explains; None where it explains all.

    Returns:
        What is shown; it is a part, where something else is not.
    """
    needed = _OF_ALL if explained is None else bits_needed(SECONDS)
    answers = [*left.answers, *left.probes] if explained is None else explained
    columns = left.columns(answers)
    return kept_of_two(
        library,
        variants,
        told,
        lambda alone: left.agreement_of(library, alone) | ~columns,
        lambda unlike: _bits(left, answers, unlike) >= needed,
    )


def kept_of_two(
    library: Library,
    variants: Sequence[int],
    told: Sequence[Diagnosis],
    agreement: Callable[[Sequence[int]], _Flags],
    is_enough: Callable[[_Flags], bool],
) -> tuple[Diagnosis, ...]:
    """What is told together, as far as each of two explanations is shown by itself.

    Args:
        library: of the exercise.
        variants: that explain the answers.
        told: of the cheapest of them.
        agreement: which of some variants agree with which part of the answers.
        is_enough: whether these parts of the answers say enough.
    """
    if not told or any(each.name == "used_otherwise" for each in told):
        return tuple(told)
    variant = _told_variant(library, variants, told)
    if len(library.explains(variant)) < 2:
        return tuple(told)
    shown = []
    for explanation, alone in _each_without(library, variant):
        # The same explanation may have several places, of which the one that explains most counts.
        unlikes = ~agreement(alone)
        all_parts = np.ones(unlikes.shape[1], dtype=bool)
        unlike = min(unlikes, key=np.sum, default=all_parts)
        if is_enough(unlike):
            shown.append(explanation)
    kept = [each for each in told if any(_is_of(each, explanation) for explanation in shown)]
    if len(kept) == len(told):
        return tuple(told)
    return tuple(replace(each, partial=True) for each in kept)


def _told_variant(library: Library, variants: Sequence[int], told: Sequence[Diagnosis]) -> int:
    """The cheapest variant of which most is told."""

    def order(variant: int) -> tuple[int, int]:
        explanations = library.explains(variant)
        said = sum(any(_is_of(each, explanation) for each in told) for explanation in explanations)
        return int(library.costs[variant]), -said

    return min(variants, key=order)


def _each_without(library: Library, variant: int) -> Iterator[tuple[Explanation, list[int]]]:
    """Each of two explanations, and the variants that have the other one alone."""
    first, second = (int(each) for each in library.variants[variant])
    for one, other in ((first, second), (second, first)):
        alone = (library.variants[:, 0] == other) & (library.variants[:, 1] == _NONE)
        yield library.explanations[one], np.flatnonzero(alone).tolist()


def _bits(left: Left, explained: Sequence[Answer], unlike: _Flags) -> float:
    """How much there is in the answers that the other explanation alone has otherwise."""
    numbers = {number for (number, _), flag in zip(left.read, unlike, strict=True) if flag}
    answers = [each for each in explained if each.number in numbers and not each.right]
    return min(bits_explained(answers, COARSEST), bits_shown(answers))


SECONDS: Final = 1000
"""About so many explanations of a library could come beside one."""

_OF_ALL: Final = 5.0
"""So many bits suffice where both together explain all that is wrong, and nothing else does."""


def _is_of(told: Diagnosis, explanation: Explanation) -> bool:
    if told.kind == "relation":
        return explanation.kind == "factor"
    if told.kind == "mistake":
        return explanation.kind == "mistake"
    return (told.kind, told.name, told.of) == (explanation.kind, explanation.name, explanation.of)
