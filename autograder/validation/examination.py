"""Examining one exercise: its own versions of the answer, graded like a student's.

All that runs here is the course's own code, so it runs in this process.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from autograder.course import Solution
from autograder.course.settings import line_with
from autograder.grading.judge import judge_here
from autograder.keys.key import Key
from autograder.keys.making import make_key
from autograder.sandbox.codec import decode, encode
from autograder.validation.author_faults import own_slips, why_it_cannot_run
from autograder.validation.finding_sentence import why

__all__ = ["Examination", "examine"]

_IDLE_SHARE = 0.2
"""Answers that take no thought earn less than this part of an exercise's points."""


@dataclass
class Examination:
    """What an exercise's grading does with the answers whose worth is known.

    Attributes:
        exercise: its name.
        problems: what is wrong with it, each with file and line; empty where all is well.
        mistake_scores: what each mistake earns, by name.
        max_score: what there is to earn.
    """

    exercise: str
    max_score: int
    problems: list[str] = field(default_factory=list)
    mistake_scores: dict[str, int] = field(default_factory=dict)


def examine(solution: Solution, seed: bytes) -> Examination:
    """Grade an exercise's reference, stub, alternatives and mistakes.

    Args:
        solution: the exercise.
        seed: the course's secret.

    Returns:
        What was found.

    Raises:
        CourseError: if the exercise cannot be graded at all.
    """
    key = make_key(solution, seed)
    found = Examination(solution.name, key.points)
    for problem in (
        *map(str, solution.unfinished),
        *own_slips(solution, key, seed),
        *_right_ones_pass(key, solution),
        *_stub_earns_nothing(key, solution),
        *_doing_nothing_earns_little(key, solution),
        *_mistakes_are_named(key, solution, found),
    ):
        found.problems.append(problem)
    return found


def _right_ones_pass(key: Key, solution: Solution) -> Iterator[str]:
    path = solution.folder / "alternatives.py"
    for name, version in solution.alternatives.items():
        result = judge_here(key, version)
        for check in result.checks:
            if check.finding is not None:
                yield _at(
                    path, name, f"alternative {name!r} fails {check.name!r}: {why(check.finding)}"
                )
        if result.diagnosis is not None:
            problem = f"alternative {name!r} is called {result.diagnosis.name!r}"
            yield _at(path, name, problem)


def _stub_earns_nothing(key: Key, solution: Solution) -> Iterator[str]:
    path = solution.folder / "reference.py"
    namespace: dict[str, Any] = {"__name__": "stub"}
    exec(compile(solution.stub, str(path), "exec"), namespace)  # noqa: S102 - the course's own
    stub = namespace.get(solution.name)
    result = judge_here(key, stub) if callable(stub) else None
    if result is not None and result.score:
        passed = [check.name for check in result.checks if check.finding is None]
        yield _at(path, "BEGIN", f"the stub already passes {', '.join(map(repr, passed))}")


def _doing_nothing_earns_little(key: Key, solution: Solution) -> Iterator[str]:
    # A few only: `idle` has more, which without the sandbox's limits may take all memory.
    first = next(check for check in key.checks if check.public).cases[0].expected
    idle: dict[str, Callable[..., Any]] = {
        "None": lambda *args, **kwargs: None,
        "its first input": lambda *args, **kwargs: next(iter((*args, *kwargs.values())), None),
        "zeros": lambda *args, **kwargs: _filled(first, 0.0),
        "NaN": lambda *args, **kwargs: _filled(first, math.nan),
        "the first public answer": lambda *args, **kwargs: decode(encode(first)),
    }
    for answer, version in idle.items():
        score = judge_here(key, version).score
        if score >= _IDLE_SHARE * key.points:
            problem = f"returning {answer} earns {score} of {key.points} points"
            yield _at(solution.folder / "grading.py", "exercise", problem)


def _filled(value: Any, number: float) -> Any:
    """The same structure with one number everywhere."""
    if isinstance(value, np.ndarray):
        return np.full_like(value, number if value.dtype.kind in "fc" else 0)
    if isinstance(value, list | tuple):
        return type(value)(_filled(item, number) for item in value)
    if isinstance(value, dict):
        return {name: _filled(item, number) for name, item in value.items()}
    return number


def _mistakes_are_named(key: Key, solution: Solution, found: Examination) -> Iterator[str]:
    path = solution.folder / "mistakes.py"
    for name, version in solution.mistakes.items():
        result = judge_here(key, version)
        found.mistake_scores[name] = result.score
        answers = [case.mistakes[name] for check in key.checks for case in check.cases]
        broken = why_it_cannot_run(name, answers)
        if broken is not None:
            yield _at(path, name, broken)
        elif result.status == "passed":
            yield _at(path, name, f"mistake {name!r} gets full marks: no check catches it")
        elif result.diagnosis is None or result.diagnosis.name != name:
            named = result.diagnosis.name if result.diagnosis else "nothing"
            yield _at(path, name, f"mistake {name!r} is named {named!r}")


def _at(path: Path, word: str, problem: str) -> str:
    line = line_with(path.read_text(encoding="utf-8"), word)
    return f"{path}:{line}: {problem}" if line else f"{path}: {problem}"
