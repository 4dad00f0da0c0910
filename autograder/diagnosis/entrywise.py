"""Relations between wrong and right numbers, entry by entry: a sign, a root, a factor."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.compare.comparison import agrees
from autograder.compare.tolerance import Tolerance
from autograder.diagnosis.chance import CHANCE, ENOUGH, distinct
from autograder.diagnosis.wrong_values import are_far, is_complex, is_numeric, numbers_in
from autograder.keys.answer import Answer

__all__ = ["CHANGES", "WrongPart", "case_factor", "factor_or_offset", "find_change", "wrong_parts"]

_Array = np.ndarray[Any, np.dtype[Any]]


@dataclass
class WrongPart:
    """A part of an answer, over all cases."""

    output: list[Any]
    expected: list[Any]


def wrong_parts(answers: Sequence[Answer]) -> list[WrongPart] | None:
    """The parts of the answers that are wrong in any case.

    Args:
        answers: to every case.

    Returns:
        The parts, or None where something other than a number is wrong, or where so little is
        wrong that anything could explain it.
    """
    parts: dict[str, WrongPart] = {}
    for answer in answers:
        leaves = answer.leaves
        if leaves is None:
            return None
        for where, *pair in leaves:
            if all(map(is_numeric, pair)):
                part = parts.setdefault(where, WrongPart([], []))
                part.output.append(pair[0])
                part.expected.append(pair[1])
            elif not agrees(*pair):
                return None
    wrong = [part for part in parts.values() if not all(map(agrees, part.output, part.expected))]
    # A single expected value with a single output fits any relation.
    return wrong if wrong and distinct(_expected_of_wrong(wrong)) >= ENOUGH else None


def _pairs(part: WrongPart) -> Iterator[tuple[Any, Any]]:
    return zip(part.output, part.expected, strict=True)


def _expected_of_wrong(parts: Sequence[WrongPart]) -> _Array:
    """The expected values of all wrong entries."""
    pairs = [pair for part in parts for pair in _pairs(part)]
    alike = all(np.shape(a) == np.shape(b) and is_complex(a) == is_complex(b) for a, b in pairs)
    if not alike:
        return np.concatenate([_wrong_numbers(*pair)[1] for pair in pairs])
    outputs, expected = (numbers_in(several) for several in zip(*pairs, strict=True))
    return expected[are_far(outputs, expected, 1e-9, 1e-12)]


def _wrong_numbers(output: Any, expected: Any) -> tuple[_Array, _Array]:
    """The outputs and expected values of the wrong entries; all of them where the shapes differ."""
    a, b = numbers_in(output), numbers_in(expected)
    if np.shape(output) != np.shape(expected) or a.shape != b.shape:
        return a, b
    wrong = are_far(a, b, 1e-9, 1e-12)
    return a[wrong], b[wrong]


def find_change(parts: Sequence[WrongPart]) -> tuple[str, str | None] | None:
    """Find what was done to every entry.

    Args:
        parts: the wrong ones.

    Returns:
        The name of the change, one of `CHANGES`, and of what it is where there are several such.
    """
    pairs = [pair for part in parts for pair in _pairs(part)]
    for name, of, change in _changes():
        if all(_changed(*pair, change) for pair in pairs) and _alters(pairs, change):
            return (name, of) if _is_no_accident(name, parts) else None
    return None


def _changes() -> Iterator[tuple[str, str | None, Callable[[_Array], _Array]]]:
    for name, change in _ENTRYWISE.items():
        yield name, None, change
    for base, logarithm in _BASES.items():
        for other in _BASES.values():
            if logarithm != other:
                yield "log_base", base, _times(other / logarithm)


def _times(factor: float) -> Callable[[_Array], _Array]:
    return lambda x: x * factor


_ENTRYWISE: dict[str, Callable[[_Array], _Array]] = {
    "negated": lambda x: -x,
    "complement": lambda x: 1 - x,
    "squared": lambda x: x * x,
    "rooted": np.sqrt,
    "reciprocal": lambda x: 1 / x,
    "absolute": np.abs,
    "conjugated": np.conj,
    "real_part": np.real,
    "truncated": lambda x: _by_parts(np.trunc, x),
    "rounded": np.round,
}

_COARSE = {"truncated", "rounded"}
"""Changes that map many values to one: a constant would explain all small values."""

_FLATTENING = {"absolute", "real_part"}
"""Changes that map many complex values to one: all of them may have the same size."""


def _by_parts(change: Callable[[_Array], _Array], x: _Array) -> _Array:
    """A change of a complex number's two parts."""
    return change(x.real) + 1j * change(x.imag) if is_complex(x) else change(x)


def _is_no_accident(name: str, parts: Sequence[WrongPart]) -> bool:
    """Whether a constant could not be what a change makes of all these."""
    if name in _COARSE:
        return _whole_by_design(parts)
    if name in _FLATTENING and any(is_complex(b) for part in parts for _, b in _pairs(part)):
        outputs = [_wrong_numbers(*pair)[0] for part in parts for pair in _pairs(part)]
        return distinct(np.concatenate(outputs)) >= ENOUGH
    return True


_BASES = {"2": math.log(2), "10": math.log(10), "e": 1.0}

CHANGES = (*_ENTRYWISE, "log_base")
"""The names of the changes that are applied to every entry."""


def _changed(output: Any, expected: Any, change: Callable[[_Array], _Array]) -> bool:
    changed = np.asarray(change(_as_floats(expected)))
    mine = _as_floats(output)
    if is_complex(changed) and not is_complex(mine):
        return False
    return agrees(mine, changed.astype(mine.dtype))


def _alters(pairs: Sequence[tuple[Any, Any]], change: Callable[[_Array], _Array]) -> bool:
    """Whether a change alters any expected value; dropping the sign of positive ones does not."""
    return any(not _changed(expected, expected, change) for _, expected in pairs)


def _as_floats(value: Any) -> _Array:
    # A relation may turn integers into reals, and must not wrap around.
    array = np.asarray(value)
    return array if array.dtype.kind in "fc" else array.astype(np.float64)


def _whole_by_design(parts: Sequence[WrongPart]) -> bool:
    """Whether the whole numbers are too many and too different to be hit by chance."""
    output = [_wrong_numbers(*pair)[0] for part in parts for pair in _pairs(part)]
    _, counts = np.unique(np.concatenate(output), return_counts=True)
    surprise = -float(np.sum(counts * np.log(counts / counts.sum())))
    # H = -sum(n_i log(n_i / n)), the logarithm of how many rows of these whole numbers there are.
    # Rounded noise is the right whole number every other time, so each number counts half; twice
    # the evidence makes up for that.
    return surprise > 2 * CHANCE


def factor_or_offset(parts: Sequence[WrongPart]) -> tuple[str, float | None] | None:
    """Find the one factor or offset between all entries.

    Args:
        parts: the wrong ones.

    Returns:
        `factor` or `offset`, and the number; None for a factor that is no real one.
    """
    pairs = [pair for part in parts for pair in _pairs(part)]
    if not _same_shapes(pairs):
        return None
    both = _together(pairs)
    if not (np.isfinite(both.output).all() and np.isfinite(both.expected).all()):
        return None
    if both.agrees(both.expected):
        return None
    scale = both.scale()
    if scale and both.agrees(scale * both.expected):
        return "factor", _tidy(scale)
    shift = _plain(np.mean((both.output - both.expected)[both.finest]))
    if both.agrees(both.expected + shift) and _tidy(shift) is not None:
        return "offset", _tidy(shift)
    return None


def _same_shapes(pairs: Sequence[tuple[Any, Any]]) -> bool:
    return all(np.shape(output) == np.shape(expected) for output, expected in pairs)


@dataclass
class _Together:
    """The numbers of several arrays in one row, each with its tolerance."""

    output: _Array
    expected: _Array
    rtol: _Array
    atol: _Array

    @property
    def finest(self) -> _Array:
        """Which numbers have the smallest tolerance: a factor is computed from these."""
        return np.asarray(self.rtol == self.rtol.min(initial=1))

    def scale(self) -> float | complex:
        """The factor that fits best; zero where there is none."""
        output, expected = self.output[self.finest], self.expected[self.finest]
        if not expected.any():
            return 0.0
        return _plain(np.vdot(expected, output) / np.vdot(expected, expected))

    def agrees(self, explained: _Array) -> bool:
        """Whether these numbers equal the output, each within the tolerance of its dtype."""
        bound = self.atol + self.rtol * np.abs(explained)
        close = np.abs(self.output - explained) <= bound
        return bool((close & np.isfinite(bound)).all())


def _together(pairs: Sequence[tuple[Any, Any]]) -> _Together:
    outputs = [np.ravel(output) for output, _ in pairs]
    tolerances = [Tolerance().at(*(np.asarray(each).dtype for each in pair)) for pair in pairs]
    # Ten times the usual: a factor is only as exact as the entries that it is computed from.
    rtol, atol = (
        np.concatenate(
            [np.full(len(a), 10 * b[i]) for a, b in zip(outputs, tolerances, strict=True)]
        )
        for i in (0, 1)
    )
    mine = np.concatenate([np.zeros(0), *outputs])
    expected = np.concatenate([np.zeros(0), *(np.ravel(each) for _, each in pairs)])
    return _Together(mine, expected, rtol, atol)


def case_factor(answer: Answer) -> float | complex:
    """The factor that all wrong numbers of one answer have in common.

    Returns:
        The factor; NaN where nothing is wrong; infinity, which fits nothing, where there is none.
    """
    wrong = [
        (output, expected)
        for _, output, expected in answer.leaves or []
        if is_numeric(output) and is_numeric(expected) and not agrees(output, expected)
    ]
    if not wrong:
        return np.nan
    if not _same_shapes(wrong):
        return np.inf
    both = _together(wrong)
    if not both.expected.any():
        return np.inf
    factor = both.scale()
    # Where only the dtype is wrong there is no factor.
    same = cmath.isclose(factor, 1, rel_tol=1e-6)
    return factor if both.agrees(factor * both.expected) and not same else np.inf


def _plain(value: Any) -> float | complex:
    """A number of NumPy's as one of Python's: real where its imaginary part is rounding."""
    number = complex(value)
    real = math.isclose(abs(number), abs(number.real), rel_tol=1e-12)
    return number.real if real else number


def _tidy(value: float | complex) -> float | None:
    """A real number as it is told; None for a complex one."""
    return None if isinstance(value, complex) else float(f"{value:.10g}")
