"""An author's own comparison: a function of `judge.py`, which says whether an answer is right.

It is the course's code and runs where answers are judged, on data that the decoder built. It only
sees outputs that are like the expected value in everything but the values themselves.
"""

from __future__ import annotations

import functools
import traceback
from dataclasses import dataclass
from types import CodeType
from typing import Any, Final

import numpy as np

from autograder.compare import Difference, Tolerance, agrees, compare
from autograder.errors import AutograderError
from autograder.interrupting import interrupted_after
from autograder.sandbox.codec import Value, plain_copy

__all__ = ["JUDGE_FILE", "OwnJudge", "OwnJudgeError"]

JUDGE_FILE = "judge.py"
"""The file of an exercise that its judges are in."""

_PATIENCE: Final = 10.0
"""Seconds that a judge may take for one answer, where this process can be interrupted."""


class OwnJudgeError(AutograderError):
    """An author's judge does not judge: it is missing, raises an error or says something else.

    Attributes:
        line: in `judge.py`, or None.
    """

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line


@dataclass(frozen=True)
class OwnJudge:
    """A judge of an exercise.

    Attributes:
        name: of the function.
        source: the text of `judge.py`.
        reasons: the names of what it may say is wrong.
    """

    name: str
    source: str
    reasons: tuple[str, ...] = ()

    def difference(
        self, output: Value, expected: Value, inputs: dict[str, Value], tolerance: Tolerance
    ) -> Difference | None:
        """What is wrong with an output; None where it is right.

        Args:
            output: what the submission returned.
            expected: what the reference returned.
            inputs: of the case.
            tolerance: how close the structure of texts and dtypes is compared; values are not.

        Raises:
            OwnJudgeError: if the judge does not judge.
        """
        unlike = self._unlike(output, expected, tolerance)
        if unlike is not None:
            return unlike
        share, reason = self._said(output, expected, inputs)
        if share == 1:
            return None
        numbers = {"reason": reason} | ({"share": share} if share else {})
        return Difference("judged", "", "", "", numbers)

    def _unlike(self, output: Value, expected: Value, tolerance: Tolerance) -> Difference | None:
        """The first difference in anything but values."""
        return compare(_with_values_of(output, expected), expected, tolerance)

    def accepts(self, output: Value, expected: Value, inputs: dict[str, Value]) -> bool:
        """Whether an output is right."""
        return self.difference(output, expected, inputs, Tolerance()) is None

    def alike(
        self,
        output: Value,
        other: Value,
        expected: Value,
        inputs: dict[str, Value],
        tolerance: Tolerance,
    ) -> bool:
        """Whether two outputs are the same answer: close, or alike in what the judge looks at.

        A judge that looks at no expected value finds every wrong one unlike all others.
        """
        if agrees(output, other, tolerance):
            return True
        if any(self._unlike(each, expected, tolerance) for each in (output, other)):
            return False
        both = self.accepts(output, expected, inputs) == self.accepts(other, expected, inputs)
        return both and self.accepts(output, other, inputs)

    def _said(self, output: Value, expected: Value, inputs: dict[str, Value]) -> tuple[float, str]:
        """The share of the points that it gives, and the name of a reason or nothing."""
        judge = self.function()
        said: Any = None
        try:
            with np.errstate(all="ignore"), interrupted_after(_PATIENCE) as places:
                said = judge(plain_copy(output), plain_copy(expected), plain_copy(inputs))
        except Exception as error:
            line = next(
                (
                    frame.lineno
                    for frame in reversed(traceback.extract_tb(error.__traceback__))
                    if frame.filename == JUDGE_FILE
                ),
                None,
            )
            sentence = f"judge {self.name!r} raises {type(error).__name__}: {error}"
            raise OwnJudgeError(sentence.removesuffix(": "), line) from error
        if places:
            sentence = f"judge {self.name!r} does not return within {_PATIENCE:g} seconds"
            raise OwnJudgeError(sentence, dict(reversed(places)).get(JUDGE_FILE))
        share, reason = said if isinstance(said, tuple) and len(said) == 2 else (said, "")
        if isinstance(share, str) and share in self.reasons and not reason:
            return 0.0, share
        if _is_share(share) and (not reason or reason in self.reasons):
            return float(share), reason
        known = ", ".join(map(repr, self.reasons)) or "none"
        sentence = (
            f"judge {self.name!r} returns {said!r}; right are True, False, a share from 0 to 1, "
            f"the name of a reason of the exercise, and a pair of these two: {known}"
        )
        raise OwnJudgeError(sentence)

    def function(self) -> Any:
        """The function itself.

        Raises:
            OwnJudgeError: if `judge.py` defines none of this name.
        """
        namespace: dict[str, Any] = {"__name__": "judge"}
        exec(_compiled(self.source), namespace)  # noqa: S102 - the course's own code
        if not callable(namespace.get(self.name)):
            raise OwnJudgeError(f"there is no judge named {self.name!r} in {JUDGE_FILE}")
        return namespace[self.name]


def _is_share(said: Any) -> bool:
    return isinstance(said, bool | np.bool_ | int | float | np.floating) and bool(0 <= said <= 1)


@functools.lru_cache
def _compiled(source: str) -> CodeType:
    return compile(source, JUDGE_FILE, "exec")


def _with_values_of(output: Any, expected: Any) -> Any:
    """The output with the expected values wherever only the values may differ."""
    if isinstance(expected, dict) and isinstance(output, dict) and output.keys() == expected.keys():
        return {name: _with_values_of(output[name], value) for name, value in expected.items()}
    sequences = isinstance(expected, list | tuple) and isinstance(output, list | tuple)
    if sequences and len(output) == len(expected):
        return [_with_values_of(*pair) for pair in zip(output, expected, strict=True)]
    if isinstance(expected, str) and isinstance(output, str):
        return expected
    if isinstance(expected, dict | list | tuple | str | None):
        return output
    return _with_numbers_of(output, expected)


def _with_numbers_of(output: Any, expected: Any) -> Any:
    if not isinstance(output, bool | int | float | complex | np.ndarray | np.generic):
        return output
    found, wanted = np.asarray(output), np.asarray(expected)
    if found.dtype.kind not in "biufc" or found.shape != wanted.shape:
        return output
    if isinstance(output, np.ndarray) != isinstance(expected, np.ndarray) and wanted.ndim:
        return output
    same = found.dtype == wanted.dtype or {found.dtype.kind, wanted.dtype.kind} <= set("iuf")
    exact = wanted.ndim == 0 or found.dtype == wanted.dtype or wanted.dtype.kind in "iu"
    if not same or not exact or not np.isfinite(found).all():
        return output
    return expected
