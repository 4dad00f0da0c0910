"""What explains the values that are left: a mistake, a relation, a variant of the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from autograder.diagnosis.choice import choose
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import bits_needed, more_needed
from autograder.diagnosis.left import Left, expected_readings
from autograder.diagnosis.listed_mistakes import answers_like, explains, listed, wrong_first
from autograder.diagnosis.only_a_part import only_wrong_part
from autograder.diagnosis.relations import RELATIONS, Relation, explain
from autograder.diagnosis.shown_apart import shown_apart
from autograder.keys.answer import Answer
from autograder.keys.key import Key
from autograder.keys.library import Column
from autograder.keys.sketch import Reading

__all__ = ["explain_by_mistake", "explain_by_relation", "explain_by_variant", "general_relation"]


def explain_by_mistake(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Find the listed mistake that explains all values that are left."""
    names = _listed_names(key, left)
    if names and not left.complete and _says_too_little(key, left):
        names = [name for name in names if _breaks_down_alike(name, left)]
    found = listed(key, names) if names else None
    return () if found is None else (found,)


def _says_too_little(key: Key, left: Left) -> bool:
    return left.is_too_little or left.bits < bits_needed(len(key.hints))


def explain_by_relation(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Find the general relation that explains all values that are left."""
    del key
    if not left.whole and left.bits < bits_needed(len(RELATIONS)):
        return ()
    found = general_relation(left.answers)
    if found is None:
        return ()
    told = Diagnosis("values", "relation", found.name, found.of, found.value)
    # Where a name says more than a number, it is kept.
    named = found.of is not None and found.value is None
    part = None if named else only_wrong_part(left.answers)
    return (told if part is None else replace(told, of=part, partial=True),)


def explain_by_variant(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Find the cheapest variant of the library that explains all values that are left.

    Returns:
        One explanation, or two that come together; empty where nothing explains them all, or where
        several explanations that say different things do.
    """
    library = key.library
    if library is None or left.coarse_bits < bits_needed(1) or left.is_too_little:
        return ()
    if _is_right(left.read, left):
        return ()
    hits = left.fitting(library)
    if not hits:
        return ()
    told = choose(key, library, hits)
    # An argument, a mistake: what is dearer would not have been told, had it fitted too.
    edits = any(each.kind == "edit" for each in told)
    tried = len(library.costs) if edits else int(np.sum(library.costs <= library.costs[hits].min()))
    if left.coarse_bits < bits_needed(tried) + more_needed(told):
        return ()
    return shown_apart(library, hits, told, left)


def _is_right(found: Mapping[Column, Reading], left: Left) -> bool:
    """Whether all numbers are right, and something else is wrong, which no variant has."""
    wrong = {answer.number for answer in left.wrong}
    expected = expected_readings(left.wrong)
    return all(
        reading.form == expected[column].form
        and (np.abs(reading.projections - expected[column].projections) <= reading.bounds).all()
        for column, reading in found.items()
        if column[0] in wrong
    )


def _breaks_down_alike(name: str, left: Left) -> bool:
    return bool(left.broken) and all(
        answers_like(answer.mistakes[name], answer) for answer in left.broken
    )


def _listed_names(key: Key, left: Left) -> list[str]:
    answers = wrong_first(left.answers)
    names = [name for name in key.hints if explains(name, answers)]
    if len(names) < 2:
        return names
    return [
        name
        for name in names
        if all(
            answers_like(each.mistakes[name], each) for each in left.probes if name in each.mistakes
        )
    ]


def general_relation(answers: Sequence[Answer]) -> Relation | None:
    """Find the relation that turns all expected values into the outputs.

    Where a driver of the exercise passes what one call returned to the next, its output shows no
    simple relation. Then only the direct calls are explained, if all other answers are wrong too.

    Args:
        answers: to every case, each with an output.
    """
    found = explain(answers)
    if found is not None:
        return found
    composed = [answer for answer in answers if not answer.direct]
    if not composed or any(answer.usual for answer in composed):
        return None
    return explain([answer for answer in answers if answer.direct])
