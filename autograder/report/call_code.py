"""Calls and values as code that can be typed, and the call of a student's own function."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from autograder.compare import Difference
from autograder.grading.results import Finding
from autograder.report.messages import value_text, visible
from autograder.sandbox.session import OwnCall

__all__ = ["MadeCall", "call_code", "own_call", "shortened"]

_LONGEST_ARRAY: Final = 12
"""Entries of an array that is shown in full; longer ones are saved by `--save`."""
_PLAIN: Final = ("float64", "int64", "bool", "complex128")


@dataclass(frozen=True)
class MadeCall:
    """A call that a driver made.

    Attributes:
        call: with its arguments and what came back.
        which: of the calls of this function or method, from 1.
        count: how many of them there were.
        made: with what the object was made whose method it is, or None.
    """

    call: OwnCall
    which: int
    count: int
    made: OwnCall | None

    def code(self, function: str) -> str:
        """The call as Python code."""
        return call_code(self.callee(function), self.call.inputs)

    def callee(self, function: str) -> str:
        """What is called; of a method with the object that it belongs to."""
        if not self.call.of:
            return function
        owner = f"{function}(...)" if self.made is None else call_code(function, self.made.inputs)
        return f"{owner}.{self.call.of}"


def call_code(function: str, inputs: Mapping[str, Any]) -> str:
    """A call as Python code; arrays that are too long are shortened and are not code then.

    Args:
        function: the name of the exercise.
        inputs: by argument name.
    """
    arguments = ", ".join(f"{name}={_code(value)}" for name, value in inputs.items())
    return f"{function}({arguments})"


def shortened(inputs: Mapping[str, Any]) -> bool:
    """Whether `call_code` leaves something out."""
    return any(_is_long(value) for value in inputs.values())


def _is_long(value: Any) -> bool:
    if isinstance(value, np.ndarray):
        return value.size > _LONGEST_ARRAY
    if isinstance(value, dict):
        return len(value) > _LONGEST_ARRAY or any(map(_is_long, value.values()))
    if isinstance(value, list | tuple):
        return len(value) > _LONGEST_ARRAY or any(map(_is_long, value))
    return isinstance(value, str) and len(value) > 200


def _code(value: Any) -> str:
    if _is_long(value):
        return value_text(value)
    if isinstance(value, np.ndarray):
        dtype = "" if value.dtype.name in _PLAIN and value.size else f", dtype=np.{value.dtype}"
        text = str(value.tolist()).replace("nan", "np.nan").replace("inf", "np.inf")
        return f"np.array({text}{dtype})"
    if isinstance(value, float) and not np.isfinite(value):
        return f"float({str(value)!r})"
    if isinstance(value, dict):
        inner = ", ".join(f"{name!r}: {_code(each)}" for name, each in value.items())
        return visible(f"{{{inner}}}")
    if isinstance(value, list):
        return f"[{', '.join(map(_code, value))}]"
    if isinstance(value, tuple):
        return f"({', '.join(map(_code, value))}{',' if len(value) == 1 else ''})"
    return visible(repr(value))


def own_call(finding: Finding) -> MadeCall | None:
    """The call of the student's own function that a failed case is about.

    That which raised the error; or the one whose result stands where the first difference is; or
    the last one, where what came back broke the driver; or else the first, of a method if there is
    one.
    """
    calls = finding.outcome.calls
    if not calls:
        return None
    number = len(calls) - 1 if finding.problem is not None else _place(finding, calls)
    call = calls[number]
    same = [at for at, each in enumerate(calls) if each.of == call.of]
    makers = [each for each in calls[:number] if not each.of]
    made = makers[-1] if makers and call.of else None
    return MadeCall(call, same.index(number) + 1, len(same), made)


def _place(finding: Finding, calls: tuple[OwnCall, ...]) -> int:
    difference = finding.difference
    if difference is None:
        return 0
    if finding.driver == "twice":
        return min(len(calls) - 1, int("second" in difference.where))
    # A driver that collects one result of each call has as many rows as calls.
    same = [number for number, each in enumerate(calls) if each.of == calls[-1].of]
    for row, rows in _rows(finding.outcome.output, difference):
        if rows == len(same) and row < rows:
            return same[row]
    # Of an object, the call of a method says more than how it was made.
    return next((number for number, each in enumerate(calls) if each.of), 0)


def _rows(output: Any, difference: Difference) -> Iterator[tuple[int, int]]:
    """On the way down to the first difference, each index with how many there are."""
    for name, index in _STEPS.findall(difference.where):
        if index and isinstance(output, list | tuple):
            yield int(index), len(output)
            output = output[int(index)]
        elif isinstance(output, dict):
            output = output.get(name)
    first = difference.numbers.get("first") or difference.numbers.get("index")
    if first and isinstance(output, np.ndarray) and output.ndim:
        yield int(first[0]), len(output)


_STEPS: Final = re.compile(r"\[(?:'([^']*)'|(\d+))\]")
