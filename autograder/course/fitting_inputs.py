"""Inputs that a function takes, found by trying plain ones."""

from __future__ import annotations

import ast
import itertools
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from autograder.course.module_loading import limited
from autograder.interrupting import interrupted_after

__all__ = ["FittingInputs", "fitting_inputs", "run_source"]

_MOST_TRIES: Final = 400

_PATIENCE: Final = 1.0
"""Seconds that a function may take for inputs that are tried."""

_MOST_UNFINISHED: Final = 5
"""So often a function may take longer; then no inputs are looked for any more."""


@dataclass(frozen=True)
class _Candidate:
    """One kind of input.

    Attributes:
        text: Python that makes one, for arrays with `SIZE` rows.
        domain: what it is, as the domain of an argument.
    """

    text: str
    domain: str


_VECTOR = _Candidate("rng.normal(size=SIZE)", "float (n,)")
_MATRIX = _Candidate("rng.normal(size=(SIZE, 2))", "float (n, d)")
_SQUARE = _Candidate("rng.normal(size=(SIZE, SIZE))", "float (n, n)")
_NUMBER = _Candidate("rng.uniform(0.1, 0.9)", "(0, 1)")
_COUNT = _Candidate("2", "int >= 1")
_ALL = (_VECTOR, _NUMBER, _MATRIX, _COUNT, _SQUARE)

_COUNTS = re.compile(r"(n|k|t|num|count|steps?|epochs?|times|size|axis|degree|order)(_.*)?|n_.*")
_NUMBERS = re.compile(
    r"(lr|alpha|beta|gamma|delta|eps|epsilon|lam|mu|rho|tol|scale|rate|decay|p|q|h|c)\d*(_.*)?"
)
_MATRICES = re.compile(r"[A-Z]\w*")


@dataclass(frozen=True)
class FittingInputs:
    """Inputs that a function takes.

    Attributes:
        cases: of three cases, as Python that makes them.
        domain: what each argument was, as its domain.
    """

    cases: list[dict[str, str]]
    domain: dict[str, str]


def run_source(text: str, name: str, path: Path) -> Any:
    """Run a module that an author wrote, and return what it defines under a name.

    Raises:
        TooLongError: if it does not end.
    """
    namespace: dict[str, Any] = {"__name__": "taken"}
    with limited(path):
        exec(compile(text, str(path), "exec"), namespace)  # noqa: S102 - the author's own code
    return namespace[name]


def fitting_inputs(
    function: Callable[..., Any], arguments: Mapping[str, str]
) -> FittingInputs | None:
    """Find inputs that a function takes, without an error and with an answer that is data.

    Args:
        function: an author's own.
        arguments: those that it needs, each with its annotation or "".

    Returns:
        The inputs; None where no plain ones fit.
    """
    unfinished: list[bool] = []
    for chosen in itertools.islice(_choices(arguments), _MOST_TRIES):
        cases = [
            {name: each.text.replace("SIZE", str(size)) for name, each in chosen.items()}
            for size in (3, 4, 6)
        ]
        if len(unfinished) >= _MOST_UNFINISHED:
            return None
        if all(_fits(function, case, unfinished) for case in cases):
            return FittingInputs(cases, {name: each.domain for name, each in chosen.items()})
    return None


def _choices(arguments: Mapping[str, str]) -> Iterator[dict[str, _Candidate]]:
    """The kinds of input for all arguments together, the likeliest first."""
    ranked = [_ranked(name, annotation) for name, annotation in arguments.items()]
    places = itertools.product(*(range(len(each)) for each in ranked))
    for chosen in sorted(places, key=sum):
        kinds = [each[place] for each, place in zip(ranked, chosen, strict=True)]
        yield dict(zip(arguments, kinds, strict=True))


def _ranked(name: str, annotation: str) -> list[_Candidate]:
    first: tuple[_Candidate, ...] = ()
    if "array" in annotation.lower() or _MATRICES.fullmatch(name):
        first = (_MATRIX, _VECTOR, _SQUARE) if _MATRICES.fullmatch(name) else (_VECTOR, _MATRIX)
    elif "int" in annotation or (not annotation and _COUNTS.fullmatch(name)):
        first = (_COUNT,)
    elif "float" in annotation or (not annotation and _NUMBERS.fullmatch(name)):
        first = (_NUMBER,)
    return [*first, *(each for each in _ALL if each not in first)]


def _fits(function: Callable[..., Any], case: Mapping[str, str], unfinished: list[bool]) -> bool:
    """Whether a function takes inputs; where it does not return, that is noted."""
    rng, answer = np.random.default_rng(1), None
    inputs = {name: _made(text, rng) for name, text in case.items()}
    before = {name: np.copy(value) for name, value in inputs.items()}
    try:
        with (
            warnings.catch_warnings(),
            np.errstate(all="raise"),
            interrupted_after(_PATIENCE) as places,
        ):
            warnings.simplefilter("error")
            answer = function(**inputs)
    except Exception:  # noqa: BLE001 - whatever it is, these inputs do not fit
        return False
    if places:
        unfinished.append(True)
        return False
    unchanged = all(np.array_equal(before[name], value) for name, value in inputs.items())
    return unchanged and _says_something(answer)


def _made(text: str, rng: np.random.Generator) -> Any:
    return eval(compile(ast.parse(text, mode="eval"), "case", "eval"), {"rng": rng})  # noqa: S307


def _says_something(answer: Any) -> bool:
    """Whether an answer is finite numbers, and not all of them zero."""
    if isinstance(answer, list | tuple):
        return bool(answer) and all(map(_says_something, answer))
    if isinstance(answer, dict):
        return bool(answer) and all(map(_says_something, answer.values()))
    numbers = np.asarray(answer)
    return bool(
        numbers.dtype.kind in "bifc"
        and numbers.size
        and np.isfinite(numbers).all()
        and numbers.any()
    )
