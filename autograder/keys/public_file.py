"""The public part of a key as a JSON file: what a student's own check is judged by.

The file holds data alone: inputs, expected outputs, what known mistakes would answer, and hints.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from autograder.compare import Tolerance, compare
from autograder.course import CourseError, Hint, Plot
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.sandbox.codec import Value
from autograder.sandbox.outcome import Outcome, Problem

__all__ = ["FORMAT", "PUBLIC_FOLDER", "dump_key", "load_key", "read_key", "same_numbers"]

FORMAT = 1
PUBLIC_FOLDER = "public"
"""Where the files lie, beside the stubs and beside the notebook."""

_UNREADABLE = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
)
"""What a text that is no key makes the reading of it raise."""

_LAST_BITS = {2: (2e-3, 1e-6), 4: (1e-6, 1e-9), 8: (1e-12, 1e-15)}
"""How much of a real processors may differ in: rtol and atol by its bytes."""


def dump_key(key: Key) -> str:
    """The text of a public key.

    Args:
        key: with public checks alone.

    Raises:
        ValueError: if it has a hidden check.
    """
    if not all(check.public for check in key.checks):
        raise ValueError(f"the key of {key.exercise!r} has hidden checks")
    document = {
        "format": FORMAT,
        "exercise": key.exercise,
        "assignment": key.assignment,
        "titles": key.titles,
        "driver": key.driver_source,
        "signature": key.signature,
        "hints": {name: asdict(hint) for name, hint in key.hints.items()},
        "checks": [_dump_check(check) for check in key.checks],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _dump_check(check: KeyCheck) -> dict[str, Any]:
    return {
        "name": check.name,
        "ko": check.ko,
        "points": check.points,
        "driver": check.driver,
        "reports": check.reports,
        "direct": check.direct,
        "rtol": check.tolerance.rtol,
        "atol": check.tolerance.atol,
        "plot": None if check.plot is None else asdict(check.plot),
        "cases": [
            {
                "inputs": _dump(case.inputs),
                "expected": _dump(case.expected),
                "mistakes": _dump_mistakes(case, check.tolerance),
            }
            for case in check.cases
        ],
    }


def _dump_mistakes(case: KeyCase, tolerance: Tolerance) -> dict[str, Any]:
    """What the mistakes answer, without those that answer this case rightly."""
    return {
        name: _dump_outcome(outcome)
        for name, outcome in case.mistakes.items()
        if outcome.problem is not None or compare(outcome.output, case.expected, tolerance)
    }


def _dump_outcome(outcome: Outcome) -> dict[str, Any]:
    if outcome.problem is None:
        return {"output": _dump(outcome.output)}
    return {"problem": outcome.problem.kind, "type": outcome.problem.type}


def _dump(value: Value) -> Any:
    if isinstance(value, np.ndarray):
        # One line an array: readable in a diff, and NaN has a spelling.
        text = " ".join(repr(entry) for entry in value.ravel().tolist())
        return {"array": value.dtype.name, "shape": list(value.shape), "data": text}
    if isinstance(value, float) and not math.isfinite(value):
        return {"float": repr(value)}
    if isinstance(value, tuple):
        return {"tuple": [_dump(item) for item in value]}
    if isinstance(value, list):
        return [_dump(item) for item in value]
    if isinstance(value, dict):
        return {"dict": {name: _dump(item) for name, item in value.items()}}
    return value


def read_key(path: Path) -> Key:
    """Read a public key from its file.

    Raises:
        CourseError: if it is missing, or is no key.
    """
    try:
        return load_key(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CourseError("the public checks of this exercise are missing", path) from None
    except (OSError, *_UNREADABLE) as error:
        raise CourseError(f"these are no public checks: {error}", path) from None


def load_key(text: str) -> Key:
    """The key in this text; the inverse of `dump_key`."""
    document = json.loads(text)
    if document["format"] != FORMAT:
        raise ValueError(f"format {document['format']}, this version reads {FORMAT}")
    return Key(
        exercise=document["exercise"],
        assignment=document["assignment"],
        titles=document["titles"],
        driver_source=document["driver"],
        signature={
            name: [(parameter, required) for parameter, required in parameters]
            for name, parameters in document["signature"].items()
        },
        checks=tuple(_load_check(check, document["hints"]) for check in document["checks"]),
        hints={name: Hint(**hint) for name, hint in document["hints"].items()},
    )


def _load_check(check: dict[str, Any], mistakes: Iterable[str]) -> KeyCheck:
    cases = tuple(
        KeyCase(
            _load(case["inputs"]),
            _load(case["expected"]),
            {
                # What is not there answers rightly.
                name: _load_outcome(case["mistakes"].get(name, {"output": case["expected"]}))
                for name in mistakes
            },
        )
        for case in check["cases"]
    )
    return KeyCheck(
        name=check["name"],
        ko=check["ko"],
        points=check["points"],
        public=True,
        driver=check["driver"],
        reports=check["reports"],
        direct=check["direct"],
        tolerance=Tolerance(check["rtol"], check["atol"]),
        plot=_load_plot(check["plot"]),
        cases=cases,
    )


def _load_plot(document: dict[str, Any] | None) -> Plot | None:
    if document is None:
        return None
    bowl = document["bowl"]
    return Plot(
        kind=document["kind"],
        x=tuple(document["x"]),
        y=tuple(document["y"]),
        bowl=None if bowl is None else tuple(bowl),
    )


def _load_outcome(document: dict[str, Any]) -> Outcome:
    if "problem" in document:
        return Outcome(problem=Problem(document["problem"], document["type"]))
    return Outcome(output=_load(document["output"]))


def _load(document: Any) -> Value:
    if isinstance(document, list):
        return [_load(item) for item in document]
    if not isinstance(document, dict):
        return document
    if "array" in document:
        return _load_array(document)
    if "float" in document:
        return float(document["float"])
    if "tuple" in document:
        return tuple(_load(item) for item in document["tuple"])
    return {name: _load(item) for name, item in document["dict"].items()}


def _load_array(document: dict[str, Any]) -> Value:
    dtype = np.dtype(document["array"])
    entries = document["data"].split()
    if dtype.kind == "b":
        values: list[Any] = [entry == "True" for entry in entries]
    else:
        parse = {"f": float, "c": complex}.get(dtype.kind, int)
        values = [parse(entry) for entry in entries]
    return np.array(values, dtype=dtype).reshape(document["shape"])


def same_numbers(old: str, new: str) -> bool:
    """Whether two texts of a key say the same, up to the last bits of their numbers.

    Exponentials and cosines differ there between processors; a file that was made on another one
    is as good.
    """
    try:
        was, now = load_key(old), load_key(new)
    except _UNREADABLE:
        return False
    if _skeleton(was) != _skeleton(now):
        return False
    return _alike(_values(was), _values(now))


def _alike(old: Value, new: Value) -> bool:
    """Whether two values are the same but for the last bits of their reals.

    Types, dtypes and shapes count: a submission may tell them apart, so this is stricter than the
    comparison of an answer.
    """
    if type(old) is not type(new):
        return False
    if isinstance(old, np.ndarray):
        return old.dtype == new.dtype and old.shape == new.shape and _close(old, new)
    if isinstance(old, float):
        return _close(np.array(old), np.array(new))
    if isinstance(old, list | tuple):
        return len(old) == len(new) and all(map(_alike, old, new))
    if isinstance(old, dict):
        return old.keys() == new.keys() and all(_alike(old[name], new[name]) for name in old)
    return bool(old == new)


def _close(old: np.ndarray[Any, Any], new: np.ndarray[Any, Any]) -> bool:
    if old.dtype.kind not in "fc":
        return np.array_equal(old, new)
    rtol, atol = _LAST_BITS[np.finfo(old.dtype).dtype.itemsize]
    wide = np.complex128 if old.dtype.kind == "c" else np.float64
    return np.allclose(new.astype(wide), old.astype(wide), rtol, atol, equal_nan=True)


def _skeleton(key: Key) -> Any:
    """Everything of a key but the numbers."""
    document = json.loads(dump_key(key))
    for check in document["checks"]:
        check["cases"] = [
            {name: sorted(case["mistakes"]) if name == "mistakes" else None for name in case}
            for case in check["cases"]
        ]
    return document


def _values(key: Key) -> list[Value]:
    values: list[Value] = []
    for check in key.checks:
        for case in check.cases:
            values += [case.inputs, case.expected]
            for outcome in case.mistakes.values():
                problem = outcome.problem
                values += [problem and (problem.kind, problem.type), outcome.output]
    return values
