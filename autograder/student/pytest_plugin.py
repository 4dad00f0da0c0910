"""The public checks as tests of pytest: an assignment, an exercise, a check.

A test is called what its check is called in the language of the reports: an editor shows that name,
and finds the test again by it. In whatever language of the course a check is named, it is found.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from autograder.grading.results import CheckResult, ExerciseResult
    from autograder.grading.student_check import ExerciseFolder
    from autograder.keys.key import Key
    from autograder.report.language import Language

__all__ = ["pytest_collect_file", "pytest_configure", "pytest_pycollect_makemodule"]


def pytest_configure(config: pytest.Config) -> None:
    """Let a check that is asked for by its name in another language be found."""
    here = config.invocation_params.dir
    config.args[:] = [_as_collected(each, here) for each in config.args]


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
    return path.suffix == ".py" and _key_file(path).is_file()


def _key_file(path: Path) -> Path:
    return path.parent / "public" / f"{path.stem}.json"


@functools.lru_cache(maxsize=8)
def _folder(root: Path) -> tuple[ExerciseFolder, Language]:
    """A folder of exercises, and the language of its reports."""
    from autograder.grading.student_check import find_exercises  # noqa: PLC0415 - loads NumPy
    from autograder.report.language import read_language  # noqa: PLC0415

    folder = find_exercises(root)
    asked = os.environ.get("AUTOGRADER_LANGUAGE", "")
    language = asked if asked in folder.languages else folder.languages[0]
    return folder, read_language(language, folder.sentences)


def _read(path: Path) -> Key:
    from autograder.keys.public_file import read_key  # noqa: PLC0415 - loads NumPy

    return read_key(_key_file(path))


def _as_collected(asked: str, here: Path) -> str:
    """What somebody asks for, with the name that its test has."""
    file, mark, name = asked.partition("::")
    path = here / file
    if not mark or not _is_exercise(path):
        return asked
    from autograder.errors import AutograderError  # noqa: PLC0415 - where a check is named

    try:
        _, language = _folder(path.parent.parent)
        checks = _read(path).checks
    except AutograderError:
        return asked  # collecting the file says what is wrong
    for check in checks:
        if name in (check.name, *(label for _, label in check.label.items())):
            return f"{file}::{check.label.of(language)}"
    return asked


class NoModule(pytest.Module):
    """A module without tests, which is not imported."""

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        """Nothing: its tests are those of `ExerciseFile`."""
        return []


class ExerciseFile(pytest.File):
    """The file of one exercise; it is run once, for all of its checks."""

    _result: ExerciseResult | None = None

    def collect(self) -> Iterator[pytest.Item]:
        """A test for each public check."""
        _, language = _folder(self.path.parent.parent)
        for check in _read(self.path).checks:
            yield CheckItem.from_parent(self, name=check.label.of(language), check=check.name)

    def result(self) -> tuple[ExerciseResult, Language]:
        """What the checks come to, in a process of their own; and the language of reports."""
        folder, language = _folder(self.path.parent.parent)
        if self._result is None:
            self._result = folder.check(self.path.stem)
        return self._result, language


class CheckItem(pytest.Item):
    """One public check of one exercise.

    Args:
        check: its name, which is the same in every language.
        given: what pytest gives to every test.
    """

    def __init__(self, *, check: str, **given: Any) -> None:
        super().__init__(**given)
        self.check = check
        self._report = ""
        self.user_properties.append(("check", check))

    def runtest(self) -> None:
        """Fail where the check does."""
        result, language = self.parent.result()  # type: ignore[union-attr]
        check = next(each for each in result.checks if each.name == self.check)
        if check.finding is not None:
            self._report = _report(result, check, language)
            # Editors tell a test that failed from one that ended in another error.
            raise AssertionError(self._report)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any) -> str:
        """The report, and no traceback through the framework."""
        return self._report or str(excinfo.getrepr())

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where a click leads: to the definition."""
        lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        starts = (f"def {self.path.stem}(", f"class {self.path.stem}")
        found = (number for number, line in enumerate(lines) if line.startswith(starts))
        return self.path, next(found, 0), f"{self.path.stem}: {self.name}"


def _report(result: ExerciseResult, check: CheckResult, language: Language) -> str:
    """What the check says of an exercise, with one of its checks."""
    from autograder.report.terminal import exercise_plain  # noqa: PLC0415 - where it is shown

    text = exercise_plain(replace(result, checks=(check,)), language)
    return "\n".join(line.rstrip() for line in text.splitlines())
