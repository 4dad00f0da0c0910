"""Loading a course from disk, and saying what is wrong with it where it is."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.course.adopted import ADOPTED_FOLDER, Adopted, read_adopted
from autograder.course.authoring import Exercise, Hint, mistake_hint
from autograder.course.declaration import validate_exercise
from autograder.course.settings import AssignmentSettings, Settings, line_with, read_settings
from autograder.course.stub import make_stub
from autograder.errors import CourseError

__all__ = ["Assignment", "Course", "Solution", "find_course", "load_course"]

LANGUAGES = ("ko", "en")
_MIN_MISTAKES, _MIN_ALTERNATIVES = 3, 2
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

Implementation = Callable[..., Any]
"""A reference, a mistake or an alternative: a function, or a class."""


@dataclass(frozen=True)
class Solution:
    """Everything in one folder `solutions/<assignment>/<name>/`.

    Attributes:
        name: of the exercise, and of the function or class that it asks for.
        assignment: the name of the assignment.
        folder: where it lies.
        exercise: what is asked, from `grading.py`.
        source: the text of `reference.py`.
        stub: the same with its solution regions cleared.
        reference: the hidden solution.
        mistakes: known wrong versions, by name.
        hints: what to tell of each.
        alternatives: other right versions, by name.
        adopted: mistakes that were met in a class; their code only ever runs in the sandbox.
        unfinished: what is wrong with those that cannot be used yet; grading goes on without them.
        statements: what the student reads, by language.
        driver_source: the text of `driver.py`, or None.
    """

    name: str
    assignment: str
    folder: Path
    exercise: Exercise
    source: str
    stub: str
    reference: Implementation
    mistakes: dict[str, Implementation]
    hints: dict[str, Hint]
    alternatives: dict[str, Implementation]
    adopted: dict[str, Adopted]
    unfinished: tuple[CourseError, ...]
    statements: dict[str, str]
    driver_source: str | None

    def title(self, language: str) -> str:
        """The heading of its statement."""
        return self.statements[language].splitlines()[0].removeprefix("# ").strip()


@dataclass(frozen=True)
class Assignment:
    """An ordered group of exercises; one notebook.

    Attributes:
        settings: its part of `course.toml`.
        solutions: its exercises, in order.
        intro: what the notebook says first, by language, from `intro.<language>.md`.
        takeaway: what it says last, from `takeaway.<language>.md`.
        figure: a cell before that, from `figure.py`, which draws what the student's functions do;
            None where there is none.
    """

    settings: AssignmentSettings
    solutions: tuple[Solution, ...]
    intro: dict[str, str]
    takeaway: dict[str, str]
    figure: str | None

    @property
    def name(self) -> str:
        """Of its folder, its notebook, and in the gradebook."""
        return self.settings.name


@dataclass(frozen=True)
class Course:
    """A directory with `course.toml`, loaded."""

    root: Path
    settings: Settings
    assignments: tuple[Assignment, ...]

    def solutions(self) -> Iterator[Solution]:
        """All exercises in the order in which they are taught."""
        for assignment in self.assignments:
            yield from assignment.solutions

    def unfinished(self, assignment: str | None = None) -> Iterator[CourseError]:
        """What is wrong with adopted mistakes: those of one assignment, or all."""
        for solution in self.solutions():
            if assignment in (None, solution.assignment):
                yield from solution.unfinished


def find_course(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that has a `course.toml`.

    Raises:
        CourseError: if there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "course.toml").is_file():
            return folder
    problem = "there is no course here, nor in any folder above: course.toml is missing"
    raise CourseError(problem, start)


def load_course(root: str | os.PathLike[str]) -> Course:
    """Load a course: its settings, and every folder under `solutions/`.

    Args:
        root: the folder that holds `course.toml`.

    Raises:
        CourseError: at the first thing that is missing or wrong.

    Example:
        >>> course = autograder.load_course("course")
        >>> [solution.name for solution in course.solutions()]
        ['double', 'Counter']
    """
    root = Path(root).resolve()
    settings_path = root / "course.toml"
    settings = read_settings(settings_path)
    assignments = tuple(_load_assignment(root, each) for each in settings.assignment)
    named = {assignment.name for assignment in assignments}
    for folder in _folders(root / "solutions"):
        if folder.name not in named:
            raise CourseError(f"no [[assignment]] is named {folder.name!r}", settings_path)
    seen: dict[str, Path] = {}
    for assignment in assignments:
        for solution in assignment.solutions:
            if solution.name in seen:
                problem = f"there is another exercise of this name in {seen[solution.name]}"
                raise CourseError(problem, solution.folder)
            seen[solution.name] = solution.folder
    return Course(root, settings, assignments)


def _load_assignment(root: Path, settings: AssignmentSettings) -> Assignment:
    folder = root / "solutions" / settings.name
    toml = root / "course.toml"
    text = toml.read_text(encoding="utf-8")
    if not folder.is_dir():
        problem = f"assignment {settings.name!r} has no folder {folder}"
        raise CourseError(problem, toml, line_with(text, settings.name))
    found = {path.name: path for path in _folders(folder)}
    for name in settings.order:
        if name not in found:
            problem = f"exercise {name!r} has no folder {folder / name}"
            raise CourseError(problem, toml, line_with(text, name))
    order = [*settings.order, *sorted(set(found) - set(settings.order))]
    return Assignment(
        settings=settings,
        solutions=tuple(_load_solution(found[name]) for name in order),
        intro={lang: _text(folder / f"intro.{lang}.md") for lang in LANGUAGES},
        takeaway={lang: _text(folder / f"takeaway.{lang}.md") for lang in LANGUAGES},
        figure=_figure(folder / "figure.py"),
    )


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return [p for p in sorted(parent.iterdir()) if p.is_dir() and _NAME.fullmatch(p.name)]


def _load_solution(folder: Path) -> Solution:
    name = folder.name
    source = _read(folder / "reference.py")
    stub = make_stub(source, folder / "reference.py")
    reference = getattr(_load_module(folder / "reference.py"), name, None)
    if not callable(reference):
        raise CourseError(f"there is no function or class {name!r}", folder / "reference.py")
    mistakes, hints = _mistakes(folder / "mistakes.py")
    adopted, unfinished = read_adopted(folder)
    _check_names(folder, adopted, hints)
    return Solution(
        name=name,
        assignment=folder.parent.name,
        folder=folder,
        exercise=_exercise(folder / "grading.py"),
        source=source,
        stub=stub,
        reference=reference,
        mistakes=mistakes,
        hints=hints,
        alternatives=_alternatives(folder / "alternatives.py"),
        adopted=adopted,
        unfinished=unfinished,
        statements={lang: _statement(folder / f"statement.{lang}.md") for lang in LANGUAGES},
        driver_source=_driver(folder / "driver.py"),
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CourseError("this file is missing", path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"cannot be read: {error}", path) from None


def _load_module(path: Path) -> ModuleType:
    _read(path)
    parts = (*path.parent.parts[-2:], path.stem)
    name = "_".join(("course", *parts))
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise CourseError("cannot be loaded", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except SyntaxError as error:
        raise CourseError(f"not Python: {error.msg}", path, error.lineno) from None
    except (Exception, SystemExit) as error:  # what ends the program would end ours without a word
        problem = f"{type(error).__name__}: {error}".removesuffix(": ")
        raise CourseError(problem, path, _line_in(path, error)) from error
    return module


def _line_in(path: Path, error: BaseException) -> int | None:
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _exercise(path: Path) -> Exercise:
    exercise = getattr(_load_module(path), "exercise", None)
    if not isinstance(exercise, Exercise):
        raise CourseError("there is no `exercise = Exercise(...)`", path)
    validate_exercise(exercise, path)
    return exercise


def _mistakes(path: Path) -> tuple[dict[str, Implementation], dict[str, Hint]]:
    versions, hints = {}, {}
    for name, value in _own_callables(_load_module(path)):
        hint = mistake_hint(value)
        if hint is None:
            problem = f"{name!r} has no @mistake with its hints"
            raise CourseError(problem, path, line_with(_read(path), name))
        for language in ("ko", "en"):
            if not getattr(hint, language).strip():
                problem = f"the hint of {name!r} is empty in {language!r}"
                raise CourseError(problem, path, line_with(_read(path), name))
        versions[name], hints[name] = value, hint
    if len(versions) < _MIN_MISTAKES:
        raise CourseError(f"{len(versions)} mistakes; at least {_MIN_MISTAKES} are needed", path)
    return versions, hints


def _check_names(folder: Path, adopted: dict[str, Adopted], hints: dict[str, Hint]) -> None:
    for name in adopted:
        if name in hints or not _NAME.fullmatch(name):
            problem = f"{name!r} is the name of another mistake, or no name"
            raise CourseError(problem, folder / ADOPTED_FOLDER / f"{name}.toml")


def _alternatives(path: Path) -> dict[str, Implementation]:
    found = dict(_own_callables(_load_module(path)))
    if len(found) < _MIN_ALTERNATIVES:
        problem = f"{len(found)} alternatives; at least {_MIN_ALTERNATIVES} are needed"
        raise CourseError(problem, path)
    return found


def _driver(path: Path) -> str | None:
    """The text of the drivers, if there are any; they have to run, or no case can be asked."""
    if not path.exists():
        return None
    _load_module(path)
    return _read(path)


def _own_callables(module: ModuleType) -> list[tuple[str, Implementation]]:
    """What a module defines itself, in its order, without what begins with an underscore."""
    return [
        (name, value)
        for name, value in vars(module).items()
        if not name.startswith("_")
        and callable(value)
        and getattr(value, "__module__", None) == module.__name__
    ]


def _text(path: Path) -> str:
    text = _read(path).strip()
    if not text:
        raise CourseError("this text is empty", path, 1)
    return text + "\n"


def _figure(path: Path) -> str | None:
    """The text of an assignment's figure, if it has one; only a notebook can tell what it draws."""
    if not path.exists():
        return None
    try:
        compile(_read(path), str(path), "exec")
    except SyntaxError as error:
        raise CourseError(f"not Python: {error.msg}", path, error.lineno) from None
    return _text(path)


def _statement(path: Path) -> str:
    text = _text(path)
    lines = text.splitlines()
    if len(lines) < 2 or not lines[0].startswith("# "):
        raise CourseError("a statement begins with a heading `# ...` and says something", path, 1)
    return text
