"""Which exercises are asked probe calls: those that they could help to explain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.keys.answer import Answer, answers
from autograder.keys.key import Key
from autograder.sandbox.outcome import Outcome, Problem

__all__ = ["are_probes_of_use"]

_SAY_MORE = ("raised", "refused", "signature")
"""Problems of a check beside which another call can still tell something."""


def are_probes_of_use(
    key: Key,
    outcomes: Mapping[str, Sequence[Outcome]],
    of_check: Mapping[str, Sequence[Answer]] | None = None,
) -> bool:
    """Whether probe calls could help to explain what an exercise answered to its checks.

    They could not where it is right, where it is not written or takes other arguments, or where a
    check ended in a way that says nothing about a mistake: another call would only cost time.

    Args:
        key: of the exercise.
        outcomes: of every check, by its name.
        of_check: the answers to them, where they are there already.
    """
    if not key.probes:
        return False
    problems = [each.problem for several in outcomes.values() for each in several]
    if any(each is not None and each.kind not in _SAY_MORE for each in problems):
        return False
    if all(each is not None and _is_not_written(each) for each in problems):
        return False
    try:
        several = answers(key, outcomes) if of_check is None else of_check
        return not all(answer.right for of_one in several.values() for answer in of_one)
    except Exception:  # noqa: BLE001 - judging meets the same error, and it becomes the result
        return False


def _is_not_written(problem: Problem) -> bool:
    return problem.kind == "signature" or problem.type == "NotImplementedError"
