"""The choice among variants that all answer as the submission does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from autograder.diagnosis.diagnosis import Diagnosis, Kind
from autograder.diagnosis.listed_mistakes import parameter_of
from autograder.edits.calls import split_instead
from autograder.keys.key import Key
from autograder.keys.library import Explanation, Library

__all__ = ["choose"]


def choose(key: Key, library: Library, variants: Sequence[int]) -> tuple[Diagnosis, ...]:
    """What the cheapest of these variants say alike.

    A listed mistake is preferred to anything of the same cost. What not all of the cheapest
    variants say is left out, and what they say is a part then; where they have nothing in common
    but what they are about, that alone is said, and else nothing.

    Args:
        key: of the exercise.
        library: of the key.
        variants: that fit equally.

    Returns:
        One diagnosis or two, the listed mistake first; or none.
    """
    if not variants:
        return ()
    lowest = min(library.costs[each] for each in variants)
    likeliest = [each for each in variants if library.costs[each] == lowest]
    cheapest = [_all_told(key, library.explains(one)) for one in likeliest]
    own = [each for each in cheapest if any(told.kind == "mistake" for told in each)]
    subject = None if own else _subject(cheapest)
    first, *others = own or cheapest
    common = [told for told in (_common(each, others) for each in first) if told is not None]
    if not common and subject is not None:
        return (Diagnosis("values", "edit", "used_otherwise", subject),)
    partial = len(common) < len(first) or not library.explains_all(likeliest[0])
    told = sorted(common, key=lambda told: told.kind != "mistake")
    return tuple(replace(each, partial=partial) for each in told)


def _subject(variants: Sequence[Sequence[Diagnosis]]) -> str | None:
    """What all of these are about, whatever each says of it."""
    subjects = {
        each.name if each.kind == "argument" else split_instead(each.of)[0] or ""
        for several in variants
        for each in several
    }
    return subjects.pop() or None if len(subjects) == 1 else None


def _common(told: Diagnosis, others: Sequence[Sequence[Diagnosis]]) -> Diagnosis | None:
    """A diagnosis as far as all others say it too; its number is left out where they differ."""
    for several in others:
        alike = [each for each in several if _says(each) == _says(told)]
        if not alike:
            return None
        if all(each.value != told.value for each in alike):
            told = replace(told, value=None)
        if all(each.hint != told.hint for each in alike):
            told = replace(told, hint=None, hint2=None)
    return told


def _says(told: Diagnosis) -> tuple[str, str, str | None]:
    return told.kind, told.name, told.of


def _all_told(key: Key, explanations: Sequence[Explanation]) -> list[Diagnosis]:
    return [_told(key, each, on_top=len(explanations) > 1) for each in explanations]


def _told(key: Key, explanation: Explanation, *, on_top: bool) -> Diagnosis:
    name, of, value = explanation.name, explanation.of, explanation.value
    if explanation.kind == "mistake":
        hint = key.hints.get(name)
        if of is None:
            name, of, value = parameter_of(name)
        return Diagnosis("values", "mistake", name, of, value, hint or explanation.hint)
    if explanation.kind == "factor" and on_top:
        # What is multiplied is wrong already, and no expected value.
        return Diagnosis("values", "relation", "also_scaled", None, value)
    # A factor is a general relation, wherever it is found.
    if explanation.kind == "factor" and value == -1:
        return Diagnosis("values", "relation", "negated")
    kind: Kind = "relation" if explanation.kind == "factor" else explanation.kind
    return Diagnosis("values", kind, name, of, value, explanation.hint, explanation.hint2)
