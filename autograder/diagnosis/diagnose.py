"""What is wrong with an exercise: its slip of contract, its facets, what explains its values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from autograder.diagnosis.breakdown import find_breakdown
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import bits_explained, bits_needed
from autograder.diagnosis.explanations import (
    Left,
    explain_by_mistake,
    explain_by_relation,
    explain_by_variant,
)
from autograder.diagnosis.facets import Stripped, saying, strip
from autograder.diagnosis.guarded import explain_guarded
from autograder.diagnosis.in_part import explain_parts, explain_some_checks
from autograder.diagnosis.listed_mistakes import (
    answers_like,
    explains,
    explains_by_rounding,
    listed,
)
from autograder.diagnosis.only_a_part import (
    find_missing_part,
    find_more,
    find_other_count,
    find_own_order,
    one_of_several,
)
from autograder.diagnosis.only_close import only_close
from autograder.diagnosis.partly_right import PARTIAL
from autograder.diagnosis.public_numbers import with_public_numbers
from autograder.diagnosis.rounded_answers import explain_rounded
from autograder.diagnosis.slip import Evidence
from autograder.diagnosis.slips import find_slip
from autograder.keys.answer import Answer
from autograder.keys.key import Key

__all__ = ["Examined", "diagnose", "examine_answers"]


_LENIENT: Final = 6.0
"""Fewer bits suffice for a listed mistake where all but a few answers are explained."""

_Search = Callable[[Key, Left], tuple[Diagnosis, ...]]


@dataclass(frozen=True)
class Examined:
    """What was found out about wrong answers.

    Attributes:
        diagnoses: what is wrong, the most helpful first.
        unexplained: whether anything else is wrong.
    """

    diagnoses: tuple[Diagnosis, ...] = ()
    unexplained: bool = True


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
    stripped = strip(saying(compared), saying(probes))
    return _examine_values(key, compared, stripped)


def _is_judged(answer: Answer) -> bool:
    """Whether the values of an answer are judged, so that they may differ and be right."""
    if answer.judge is None or answer.outcome.problem is not None:
        return False
    return answer.difference is None or answer.difference.kind == "judged"


def _listed(key: Key, answers: Sequence[Answer], *, whole: bool) -> tuple[Diagnosis, ...]:
    """The first listed mistake that explains all answers, or all but a few that broke down."""
    wrong = [each for each in answers if not each.right and each.outcome.problem is None]
    bits, needed = bits_explained(wrong), bits_needed(len(key.hints))
    if not whole and bits < needed:
        return ()
    for but_for_a_few in (False, True) if bits >= needed - _LENIENT else (False,):
        for name in key.hints:
            if explains(name, answers, but_for_a_few=but_for_a_few):
                return _with_breakdown(key, name, answers)
    for name in key.rounding:
        if explains_by_rounding(name, answers):
            return _with_breakdown(key, name, answers)
    return ()


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


def _between_calls(told: Sequence[Diagnosis]) -> bool:
    """Whether one call affects another one."""
    return any(each.facet in ("inputs", "state", "randomness") for each in told)


def _examine_values(key: Key, answers: Sequence[Answer], stripped: Stripped) -> Examined:
    told = stripped.told
    complete = len(stripped.answers) == len(answers)
    broken = [each for each in saying(answers) if each.outcome.problem is not None]
    broken = broken if len(broken) + len(stripped.answers) == len(answers) else []
    left = Left(stripped.answers, stripped.probes, broken, complete, whole=False)
    if not left.wrong:
        return Examined(told, unexplained=not told)
    lefts = [left, *_without_composed(left, told)]
    mistake = _first(explain_by_mistake, key, lefts)
    if not mistake and not lefts[-1].wrong:
        # What one call does to the next explains the rest.
        return Examined(told, unexplained=False)
    division: tuple[Diagnosis, ...] = ()
    if not mistake and _is_relation_possible(answers, told):
        relation = _first(explain_by_relation, key, [Left(answers)])
        if relation and not _is_division(relation):
            return Examined(relation, unexplained=False)
        division = relation
    # With nothing taken out of the way it would be the same once more.
    others = lefts if told or not complete else []
    relation = () if mistake or division else _first(explain_by_relation, key, others)
    values = (
        mistake
        or (() if _is_division(relation) else relation)
        or _first(explain_by_variant, key, lefts)
        or _first(explain_rounded, key, lefts)
        or _first(explain_guarded, key, lefts)
        or division
        or relation
    )
    if values:
        return Examined((*values, *map(_not_drawn, told)), unexplained=False)
    part, unexplained = _only_a_part(key, left)
    if part:
        # A driver that unpacks what was returned breaks down on a part of it.
        beside = (each for each in told if each.facet != "breakdown" or each.name != "some")
        return Examined((*part, *beside), unexplained)
    parts = _with_public_numbers(explain_parts, key, left)
    if parts:
        return Examined((*parts, *told), unexplained=False)
    some = _with_public_numbers(explain_some_checks, key, left)
    return Examined((*told, *(some or only_close(left.answers))))


def _is_division(found: Sequence[Diagnosis]) -> bool:
    """Whether a relation says only which entries are wrong, and not how."""
    return any(each.kind == "relation" and each.name in PARTIAL for each in found)


def _is_relation_possible(answers: Sequence[Answer], told: Sequence[Diagnosis]) -> bool:
    """Whether all answers as they are may have one relation to the right ones."""
    return not _between_calls(told) and not any(each.outcome.problem for each in answers)


def _first(search: _Search, key: Key, lefts: Sequence[Left]) -> tuple[Diagnosis, ...]:
    """The first explanation of what is left."""
    found = (_with_public_numbers(search, key, left) for left in lefts if left.wrong)
    return next(filter(None, found), ())


def _with_public_numbers(explain: _Search, key: Key, left: Left) -> tuple[Diagnosis, ...]:
    def on_public() -> tuple[Diagnosis, ...]:
        public = left.public()
        return explain(key, public) if public.wrong else ()

    return with_public_numbers(explain(key, left), on_public)


def _without_composed(left: Left, told: Sequence[Diagnosis]) -> list[Left]:
    """The answers to direct calls, where what one call did may have harmed the others."""
    if not _between_calls(told):
        return []
    kept = [answer for answer in left.answers if answer.direct or answer.right]
    return [replace(left, answers=kept, complete=False)] if len(kept) < len(left.answers) else []


def _not_drawn(told: Diagnosis) -> Diagnosis:
    """What differs between two calls is not drawn, where the first one is explained."""
    if told.name != "draws_by_itself":
        return told
    return replace(told, facet="state", name="depends_on_earlier_call")


def _only_a_part(key: Key, left: Left) -> tuple[tuple[Diagnosis, ...], bool]:
    """The part that was returned, and whether that leaves anything unexplained."""
    finders = (find_missing_part, find_own_order, find_more, find_other_count)
    missing = next(filter(None, (find(left.answers) for find in finders)), None)
    if missing is not None:
        return (missing,), False
    candidates = list(one_of_several(left))
    for facet, of_item in candidates:
        if not of_item.wrong:
            return (facet,), False
    searches = (explain_by_mistake, explain_by_relation, explain_by_variant)
    explained = [
        (facet, next(filter(None, (_first(search, key, [of_item]) for search in searches)), ()))
        for facet, of_item in candidates
    ]
    named = [(facet, values) for facet, values in explained if values]
    if len(named) == 1:
        facet, values = named[0]
        return (*values, facet), False
    return ((candidates[0][0],) if len(candidates) == 1 else ()), True
