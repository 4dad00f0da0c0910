"""Listed mistakes: those that are rounding errors, and those beside answers that are judged."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.diagnosis.diagnose import examine_answers
from autograder.diagnosis.listed_mistakes import explains_by_rounding
from autograder.keys.answer import Answer
from autograder.keys.own_judge import OwnJudge
from autograder.sandbox.outcome import Outcome
from tests.grading.versions import key_case, key_check, make

ANY_SIGN = OwnJudge(
    "any_sign",
    "import numpy as np\n"
    "def any_sign(output, expected, inputs):\n"
    "    return np.allclose(abs(output), abs(expected)) or 'far_off'\n",
    ("far_off",),
)
RIGHT = np.array([1.0, -2.0, 5.0])
NOISY = np.array([1.0, -1.9999, 5.0])
LOST = np.array([1.0, np.nan, 5.0])


def is_noisy(*pairs: tuple[Any, Any], judge: OwnJudge | None = ANY_SIGN) -> bool:
    """Whether answers are those of a mistake of rounding, by which each case is answered too."""
    return explains_by_rounding(
        "noisy",
        [
            Answer(Outcome(output), RIGHT, mistakes={"noisy": Outcome(its)}, judge=judge)
            for output, its in pairs
        ],
    )


def test_a_judge_s_reason_alone_is_not_the_same_mistake():
    """It has many causes: the numbers are close, but for signs, or the right cases are the same."""
    close = np.array([-1.0, 1.9997, -5.0])
    assert is_noisy((close, NOISY))
    assert is_noisy((close, NOISY), (close, NOISY), (RIGHT, NOISY))
    far = RIGHT**2 + 1
    assert not is_noisy((far, NOISY))
    assert not is_noisy((far, NOISY), (far, NOISY), (RIGHT, NOISY))
    assert is_noisy((far, NOISY), (-RIGHT, RIGHT))


def test_numbers_beside_nan_are_no_evidence():
    """Both are wrong there, and it is not known whether in the same way."""
    far = RIGHT + 1
    assert not is_noisy((far, LOST), (RIGHT, RIGHT), judge=None)
    assert is_noisy((far, LOST), (NOISY + 1e-5, NOISY), judge=None)
    assert is_noisy((LOST, LOST), (far, LOST), judge=None)


def test_what_a_judge_finds_wrong_is_wrong_beside_what_else_a_mistake_explains():
    """A mistake that explains two truth values alone does not explain the numbers too."""
    both, one = [True, True], [False, True]

    def named(judged: Any, its: Any, output: list[bool]) -> list[str]:
        key = make(
            key_check("judged", key_case(RIGHT, m=its)),
            key_check("compared", key_case(both, m=one)),
        )
        asked = (judged, RIGHT, its, ANY_SIGN), (output, both, one, None)
        answers = [
            Answer(Outcome(mine), right, mistakes={"m": Outcome(other)}, judge=judge, number=number)
            for number, (mine, right, other, judge) in enumerate(asked)
        ]
        return [each.name for each in examine_answers(key, answers).diagnoses]

    assert named(-RIGHT, RIGHT, one) == ["m"]
    assert named(RIGHT + 1, RIGHT, one) == []
    assert named(RIGHT, NOISY, one) == []
