"""The public checks as tests of pytest: an assignment, an exercise, a check."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from autograder.grading.results import CheckResult, ExerciseResult

__all__ = ["pytest_collect_file", "pytest_pycollect_makemodule"]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the file of an exercise, which has public checks beside it."""
    return ExerciseFile.from_parent(parent, path=file_path) if _is_exercise(file_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    """Keep pytest from importing the file of an exercise that was named: it may be broken.

    An editor names the file of the test that it runs.
    """
    return NoModule.from_parent(parent, path=module_path) if _is_exercise(module_path) else None


def _is_exercise(path: Path) -> bool:
    return path.suffix == ".py" and (path.parent / "public" / f"{path.stem}.json").is_file()


class NoModule(pytest.Module):
    """A module without tests, which is not imported."""

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        """Nothing: its tests are those of `ExerciseFile`."""
        return []


class ExerciseFile(pytest.File):
    """The file of one exercise; it is run once, for all of its checks."""

    _checked: tuple[ExerciseResult, str] | None = None

    def collect(self) -> Iterator[pytest.Item]:
        """A test for each public check."""
        from autograder.keys.public_file import read_key  # noqa: PLC0415 - loads NumPy

        key = read_key(self.path.parent / "public" / f"{self.path.stem}.json")
        for check in key.checks:
            yield CheckItem.from_parent(self, name=check.name)

    def result(self) -> tuple[ExerciseResult, str]:
        """What the checks come to, in a process of their own; and the language of reports."""
        from autograder.grading.student_check import find_exercises  # noqa: PLC0415 - loads NumPy

        if self._checked is None:
            folder = find_exercises(self.path.parent.parent)
            asked = os.environ.get("AUTOGRADER_LANGUAGE", "")
            language = asked if asked in folder.languages else folder.languages[0]
            self._checked = folder.check(self.path.stem), language
        return self._checked


class CheckItem(pytest.Item):
    """One public check of one exercise."""

    def runtest(self) -> None:
        """Fail where the check does."""
        result, language = self.parent.result()  # type: ignore[union-attr]
        check = next(each for each in result.checks if each.name == self.name)
        if check.finding is not None:
            raise CheckFailedError(result, check, language)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any) -> str:
        """The report, and no traceback through the framework."""
        error = excinfo.value
        return str(error) if isinstance(error, CheckFailedError) else str(excinfo.getrepr())

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where a click leads: to the definition."""
        lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        starts = (f"def {self.path.stem}(", f"class {self.path.stem}")
        found = (number for number, line in enumerate(lines) if line.startswith(starts))
        return self.path, next(found, 0), f"{self.path.stem}: {self.name}"


class CheckFailedError(Exception):
    """A public check failed; its text is the report."""

    def __init__(self, result: ExerciseResult, check: CheckResult, language: str) -> None:
        from autograder.report.terminal import exercise_plain  # noqa: PLC0415 - where it is shown

        text = exercise_plain(replace(result, checks=(check,)), language)
        super().__init__("\n".join(line.rstrip() for line in text.splitlines()))
