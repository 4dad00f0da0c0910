"""What is wrong with an exercise: its slip of contract, its facets, what explains its values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from autograder.diagnosis.breakdown import find_breakdown
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import bits_explained, bits_needed
from autograder.diagnosis.facets import saying, strip
from autograder.diagnosis.listed_mistakes import (
    answers_like,
    broke_down,
    explains,
    explains_by_rounding,
    listed,
    wrong_first,
)
from autograder.diagnosis.public_numbers import with_public_numbers
from autograder.diagnosis.searches import Examined, examine_values
from autograder.diagnosis.slip import Evidence
from autograder.diagnosis.slips import find_slip
from autograder.keys.answer import Answer
from autograder.keys.asked_again import is_asked_again
from autograder.keys.key import Key

__all__ = ["Examined", "diagnose", "examine_answers"]


_LENIENT: Final = 6.0
"""Fewer bits suffice for a listed mistake where all but a few answers are explained."""


def diagnose(
    key: Key,
    answers: Sequence[Answer],
    evidence: Evidence | None = None,
    probes: Sequence[Answer] = (),
) -> tuple[Diagnosis, ...]:
    """Find what is wrong with an exercise; see `examine_answers`.

    Returns:
        The diagnoses, the most helpful first; empty where nothing explains it.
    """
    return examine_answers(key, answers, evidence, probes).diagnoses


def examine_answers(
    key: Key,
    answers: Sequence[Answer],
    evidence: Evidence | None = None,
    probes: Sequence[Answer] = (),
) -> Examined:
    """Find what explains wrong answers.

    A listed mistake that answered every case as the submission did is all that is wrong. So is a
    slip of contract, or a relation of all values. Else the facets are told, and then what explains
    the values that they leave.

    Args:
        key: of the exercise; its mistakes are tried in their order.
        answers: to every case of the exercise; at least one of them is wrong.
        evidence: on the submission, where there is more than its answers.
        probes: the answers to ungraded calls, where any were asked.
    """
    said = saying(answers)
    whole = len(said) == len(answers)
    mistake = _listed(key, said, whole=whole)
    if mistake:
        return Examined(mistake, unexplained=False)
    slip = find_slip(key, answers, evidence or Evidence())
    if slip is not None:
        told = Diagnosis("contract", "slip", slip.name, slip=slip)
        return Examined((told,), unexplained=False)
    if 2 * len(said) < len(answers):
        return Examined()
    # A part of an answer, or an answer with something taken out of the way, cannot be judged.
    compared = [replace(each, judge=None) for each in answers if not _is_judged(each)]
    if all(each.right for each in compared):
        return Examined()
    judged = [each for each in answers if _is_judged(each)]
    stripped = strip(saying(compared), saying(probes))
    # What was asked a second time says no more of the values.
    fresh = [each for each in stripped.probes if not is_asked_again(each.check)]
    stripped = replace(stripped, probes=fresh)
    all_wrong = all(each.right for each in judged)
    return examine_values(_possible(key, judged), compared, stripped, all_wrong=all_wrong)


def _possible(key: Key, judged: Sequence[Answer]) -> Key:
    """The key with those mistakes alone that a judge accepts wherever it accepts the answer."""
    right = [each for each in judged if each.right]
    names = [
        name
        for name in key.hints
        if all(replace(each, outcome=each.mistakes[name]).right for each in right)
    ]
    if len(names) == len(key.hints):
        return key
    return replace(key, hints={name: key.hints[name] for name in names})


def _is_judged(answer: Answer) -> bool:
    """Whether the values of an answer are judged, so that they may differ and be right."""
    if answer.judge is None or answer.outcome.problem is not None:
        return False
    return answer.difference is None or answer.difference.kind == "judged"


def _listed(key: Key, answers: Sequence[Answer], *, whole: bool) -> tuple[Diagnosis, ...]:
    """The first listed mistake that explains all answers, or all but a few that broke down."""
    needed = bits_needed(len(key.hints))
    if not whole and _wrong_bits(answers) < needed:
        return ()
    ordered = wrong_first(answers)
    for name in key.hints:
        if explains(name, ordered):
            return _with_breakdown(key, name, answers)
    if any(map(broke_down, answers)) and _wrong_bits(answers) >= needed - _LENIENT:
        for name in key.hints:
            if explains(name, ordered, but_for_a_few=True):
                return _with_breakdown(key, name, answers)
    for name in key.rounding:
        if explains_by_rounding(name, answers):
            return _with_breakdown(key, name, answers)
    return ()


def _wrong_bits(answers: Sequence[Answer]) -> float:
    wrong = [each for each in answers if not each.right and each.outcome.problem is None]
    return bits_explained(wrong)


def _with_breakdown(key: Key, name: str, answers: Sequence[Answer]) -> tuple[Diagnosis, ...]:
    """A mistake, and the breakdown of what it does not explain."""

    def on_public() -> list[Diagnosis]:
        public = [answer for answer in answers if answer.public]
        names = [each for each in key.hints if explains(each, public)]
        found = listed(key, names) if names else None
        return [] if found is None else [found]

    mistake = listed(key, [name])
    found = [] if mistake is None else [mistake]
    others = [answer for answer in answers if not answers_like(answer.mistakes[name], answer)]
    breakdown = find_breakdown(answers, others)
    told = with_public_numbers(found, on_public)
    return told if breakdown is None else (*told, breakdown)
