"""Keys and outcomes for the tests of grading, made without a sandbox."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder import Plot
from autograder.compare import Tolerance
from autograder.course.authoring import Reports
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.sandbox.outcome import Outcome, Problem
from autograder.texts import Text


def key_case(expected: Any, *, inputs: dict[str, Any] | None = None, **mistakes: Any) -> KeyCase:
    """A case with what each mistake answers: a value, or a problem."""
    answers = {
        name: Outcome(problem=answer) if isinstance(answer, Problem) else Outcome(answer)
        for name, answer in mistakes.items()
    }
    return KeyCase(inputs or {"x": 1.0}, expected, answers)


def key_check(
    name: str,
    *cases: KeyCase,
    points: int = 2,
    public: bool = True,
    driver: str = "call",
    reports: Reports = "result",
    direct: bool = True,
    plot: Plot | None = None,
    tolerance: Tolerance = Tolerance(),  # noqa: B008 - it does not change
    partial: bool = False,
    extra: bool = False,
) -> KeyCheck:
    """A check with these cases."""
    return KeyCheck(
        name,
        Text(ko=f"{name} (ko)", en=name),
        points,
        public,
        driver,
        reports,
        direct,
        tolerance,
        plot,
        cases,
        partial=partial,
        extra=extra,
    )


def make(*checks: KeyCheck, driver_source: str | None = None) -> Key:
    """A key with these checks, and a hint for each mistake that its cases know."""
    names = {name: None for check in checks for case in check.cases for name in case.mistakes}
    hints = {name: Text(ko=f"{name}?", en=f"Is it {name}?") for name in names}
    title = Text(ko="제목", en="Title")
    return Key("double", "basics", title, driver_source, {}, checks, hints)


def outcomes(key: Key, answer: Callable[[KeyCheck, KeyCase], Any]) -> dict[str, list[Outcome]]:
    """What a submission with these answers, values or problems, comes to."""
    found: dict[str, list[Outcome]] = {}
    for check in key.checks:
        answers = [answer(check, case) for case in check.cases]
        found[check.name] = [
            Outcome(problem=each) if isinstance(each, Problem) else Outcome(each)
            for each in answers
        ]
    return found
