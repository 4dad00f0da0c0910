"""Saving the arguments of a wrong call, so that its author can make the same call again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from autograder.grading.results import ExerciseResult
from autograder.report.call_code import call_code, own_call

__all__ = ["save_call"]


def save_call(result: ExerciseResult, path: Path) -> str | None:
    """Write the arrays of the first wrong call of a public check to a file that NumPy reads.

    Args:
        result: of an exercise.
        path: of the file, which ends with `.npz`.

    Returns:
        Code that makes the call again; None where there is no such call.

    Raises:
        OSError: if the file cannot be written.
    """
    for check in result.checks:
        finding = check.finding
        if finding is None or not check.public:
            continue
        found = own_call(finding)
        if found is None and finding.driver != "call":
            continue
        inputs = finding.inputs if found is None else found.call.inputs
        called = result.exercise if found is None else found.callee(result.exercise)
        arrays = {name: value for name, value in inputs.items() if isinstance(value, np.ndarray)}
        np.savez(path, allow_pickle=False, **arrays)
        return "\n".join(_code(result.exercise, called, inputs, path))
    return None


def _code(exercise: str, called: str, inputs: dict[str, Any], path: Path) -> list[str]:
    arguments = []
    for name, value in inputs.items():
        array = isinstance(value, np.ndarray)
        code = f'case["{name}"]' if array else call_code("", {name: value})[1:-1].split("=", 1)[1]
        arguments.append(f"{name}={code}")
    return [
        "import numpy as np",
        f"from {exercise} import {exercise}",
        f'case = np.load("{path.as_posix()}")',
        f"{called}({', '.join(arguments)})",
    ]
