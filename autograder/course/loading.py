"""Loading a course from disk, and saying where each of its faults is."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.course.adopted import ADOPTED_FOLDER, Adopted, read_adopted
from autograder.course.authoring import Exercise, given_hint
from autograder.course.declaration import faults_of_exercise, label_checks
from autograder.course.faults import Faults
from autograder.course.settings import NAME, AssignmentSettings, Settings, read_settings
from autograder.course.source_lines import line_of_definition
from autograder.course.stub import make_stub
from autograder.course.toml_file import TomlFile, read_toml
from autograder.errors import CourseError
from autograder.texts import Text
from autograder.unknown_names import unknown

__all__ = ["Assignment", "Course", "Solution", "find_course", "load_course"]

_MIN_MISTAKES, _MIN_ALTERNATIVES = 3, 2

Implementation = Callable[..., Any]
"""A reference, a mistake or an alternative: a function, or a class."""


@dataclass(frozen=True)
class Solution:
    """One exercise as its author wrote it: the folder `solutions/<assignment>/<name>/`.

    Attributes:
        name: of the exercise, and of the function or class that it asks for.
        assignment: the name of the assignment.
        folder: the folder's path.
        exercise: what is asked, from `grading.py`.
        source: the text of `reference.py`.
        stub: the same with its solution regions cleared.
        reference: the hidden solution.
        mistakes: known wrong versions, by name.
        hints: what the report says of each.
        alternatives: other right versions, by name.
        adopted: mistakes that were met in a class; their code only ever runs in the sandbox.
        unfinished: the faults of those that cannot be used yet; grading goes on without them.
        statement: what the student reads.
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
    hints: dict[str, Text]
    alternatives: dict[str, Implementation]
    adopted: dict[str, Adopted]
    unfinished: tuple[CourseError, ...]
    statement: Text
    driver_source: str | None

    @property
    def title(self) -> Text:
        """The heading of its statement."""
        return self.statement.mapped(_heading)


def _heading(statement: str) -> str:
    return statement.splitlines()[0].removeprefix("# ").strip()


@dataclass(frozen=True)
class Assignment:
    """An ordered group of exercises, which students get as one notebook.

    Attributes:
        settings: its part of `course.toml`.
        solutions: its exercises, in order.
        intro: what the notebook says first, from `intro.<language>.md`.
        takeaway: what it says last, from `takeaway.<language>.md`.
        figure: the code of a cell before that, from `figure.py`, which draws what the student's
            functions do; None where the file is not there.
    """

    settings: AssignmentSettings
    solutions: tuple[Solution, ...]
    intro: Text
    takeaway: Text
    figure: str | None

    @property
    def name(self) -> str:
        """Of its folder, its notebook, and in the gradebook."""
        return self.settings.name


@dataclass(frozen=True)
class Course:
    """A loaded course.

    Attributes:
        root: the folder that has its `course.toml`.
        settings: what `course.toml` says.
        assignments: in the order in which they are taught.
    """

    root: Path
    settings: Settings
    assignments: tuple[Assignment, ...]

    def solutions(self) -> Iterator[Solution]:
        """All exercises in the order in which they are taught."""
        for assignment in self.assignments:
            yield from assignment.solutions

    def unfinished(self, assignment: str | None = None) -> Iterator[CourseError]:
        """The faults of adopted mistakes: those of one assignment, or all."""
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
    sentence = "there is no course here, nor in any folder above: course.toml is missing"
    raise CourseError(sentence, start)


def load_course(root: str | os.PathLike[str]) -> Course:
    """Load a course: its settings, and every folder under `solutions/`.

    Args:
        root: the folder that holds `course.toml`.

    Raises:
        CourseError: the fault of the course, or a `CourseErrors` that has all of its faults.

    Example:
        >>> course = autograder.load_course("course")
        >>> [solution.name for solution in course.solutions()]
        ['double', 'Counter']
    """
    root = Path(root).resolve()
    settings = read_settings(root / "course.toml")
    toml, faults = read_toml(root / "course.toml"), Faults()
    assignments = tuple(
        faults.attempt(_load_assignment, root, settings, number, toml)
        for number in range(len(settings.assignment))
    )
    faults.add(_stray_folders(root, settings))
    faults.add(_repeated_exercises(root, settings))
    faults.raise_any()
    return Course(root, settings, assignments)


def _stray_folders(root: Path, settings: Settings) -> Iterator[CourseError]:
    named = {each.name for each in settings.assignment}
    for folder in _folders(root / "solutions"):
        if folder.name not in named:
            sentence = f"no [[assignment]] is named {folder.name!r}"
            yield CourseError(sentence, root / "course.toml")


def _repeated_exercises(root: Path, settings: Settings) -> Iterator[CourseError]:
    seen: dict[str, Path] = {}
    for assignment in settings.assignment:
        for folder in _folders(root / "solutions" / assignment.name):
            if folder.name in seen:
                sentence = f"there is another exercise of this name in {seen[folder.name]}"
                yield CourseError(sentence, folder)
            seen.setdefault(folder.name, folder)


def _load_assignment(root: Path, settings: Settings, number: int, toml: TomlFile) -> Assignment:
    """Load one assignment; `number` is its place in `course.toml`."""
    own, languages = settings.assignment[number], settings.languages
    folder = root / "solutions" / own.name
    if not folder.is_dir():
        sentence = f"assignment {own.name!r} has no folder {folder}"
        raise toml.fault(sentence, ("assignment", number, "name"))
    faults = Faults()
    found = {path.name: path for path in _folders(folder)}
    for place, name in enumerate(own.order):
        if name not in found:
            sentence = f"exercise {name!r} has no folder {folder / name}"
            faults.add([toml.fault(sentence, ("assignment", number, "order", place))])
    order = [name for name in own.order if name in found]
    order += sorted(set(found) - set(order))
    solutions = [faults.attempt(_load_solution, found[name], languages) for name in order]
    intro = faults.attempt(_texts, folder, "intro", languages, _text)
    takeaway = faults.attempt(_texts, folder, "takeaway", languages, _text)
    figure = faults.attempt(_figure, folder / "figure.py")
    faults.raise_any()
    return Assignment(own, tuple(solutions), intro, takeaway, figure)


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return [p for p in sorted(parent.iterdir()) if p.is_dir() and NAME.fullmatch(p.name)]


def _load_solution(folder: Path, languages: Sequence[str]) -> Solution:
    faults, name = Faults(), folder.name
    source, stub, reference = (
        faults.attempt(_reference, folder / "reference.py", name) or (None,) * 3
    )
    mistakes, hints = faults.attempt(_mistakes, folder / "mistakes.py", languages) or ({}, {})
    adopted, unfinished = read_adopted(folder, languages)
    faults.add(_clashes(folder, adopted, hints))
    exercise = faults.attempt(_exercise, folder / "grading.py", languages)
    alternatives = faults.attempt(_alternatives, folder / "alternatives.py")
    statement = faults.attempt(_texts, folder, "statement", languages, _statement)
    driver = faults.attempt(_driver, folder / "driver.py")
    faults.raise_any()
    return Solution(
        name=name,
        assignment=folder.parent.name,
        folder=folder,
        exercise=exercise,
        source=source,
        stub=stub,
        reference=reference,
        mistakes=mistakes,
        hints=hints,
        alternatives=alternatives,
        adopted=adopted,
        unfinished=unfinished,
        statement=statement,
        driver_source=driver,
    )


def _reference(path: Path, name: str) -> tuple[str, str, Implementation]:
    """The text of a reference, its stub, and the function or class itself."""
    source = _read(path)
    stub = make_stub(source, path)
    reference = getattr(_load_module(path), name, None)
    if not callable(reference):
        raise CourseError(f"there is no function or class {name!r}", path)
    return source, stub, reference


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
        sentence = f"{type(error).__name__}: {error}".removesuffix(": ")
        raise CourseError(sentence, path, _line_in(path, error)) from error
    return module


def _line_in(path: Path, error: BaseException) -> int | None:
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _exercise(path: Path, languages: Sequence[str]) -> Exercise:
    exercise = getattr(_load_module(path), "exercise", None)
    if not isinstance(exercise, Exercise):
        raise CourseError("there is no `exercise = Exercise(...)`", path)
    faults = Faults()
    faults.add(faults_of_exercise(exercise, path, languages))
    faults.raise_any()
    label_checks(exercise, languages)
    return exercise


def _mistakes(
    path: Path, languages: Sequence[str]
) -> tuple[dict[str, Implementation], dict[str, Text]]:
    found = dict(_own_callables(_load_module(path)))
    source, faults = _read(path), Faults()
    for name, implementation in found.items():
        line = line_of_definition(source, name)
        faults.add(
            CourseError(sentence, path, line)
            for sentence in _hint_faults(name, given_hint(implementation), languages)
        )
    if len(found) < _MIN_MISTAKES:
        sentence = f"{len(found)} mistakes; at least {_MIN_MISTAKES} are needed"
        faults.add([CourseError(sentence, path)])
    faults.raise_any()
    hints = {name: given_hint(implementation) or {} for name, implementation in found.items()}
    return found, {
        name: Text(**{each: hint[each] for each in languages}) for name, hint in hints.items()
    }


def _hint_faults(name: str, hint: dict[str, Any] | None, languages: Sequence[str]) -> Iterator[str]:
    if hint is None:
        yield f"{name!r} has no @mistake with its hints"
        return
    for language, text in hint.items():
        if language not in languages:
            yield f"the hint of {name!r}: {unknown('language', language, languages)}"
        elif not isinstance(text, str):
            yield f"the hint of {name!r} is a text, not {text!r}"
        elif not text.strip():
            yield f"the hint of {name!r} is empty in {language!r}"
    for language in languages:
        if language not in hint:
            yield f"{name!r} has no hint in {language!r}"


def _clashes(
    folder: Path, adopted: Mapping[str, Adopted], hints: Mapping[str, Text]
) -> Iterator[CourseError]:
    for name in adopted:
        if name in hints or not NAME.fullmatch(name):
            sentence = f"{name!r} is the name of another mistake, or no name"
            yield CourseError(sentence, folder / ADOPTED_FOLDER / f"{name}.toml")


def _alternatives(path: Path) -> dict[str, Implementation]:
    found = dict(_own_callables(_load_module(path)))
    if len(found) < _MIN_ALTERNATIVES:
        sentence = f"{len(found)} alternatives; at least {_MIN_ALTERNATIVES} are needed"
        raise CourseError(sentence, path)
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


def _texts(folder: Path, name: str, languages: Sequence[str], read: Callable[[Path], str]) -> Text:
    """The text that is in `<name>.<language>.md`, one file for each language."""
    faults = Faults()
    texts = {each: faults.attempt(read, folder / f"{name}.{each}.md") for each in languages}
    faults.raise_any()
    return Text(**texts)


def _text(path: Path) -> str:
    text = _read(path).strip()
    if not text:
        raise CourseError("this text is empty", path, 1)
    return text + "\n"


def _figure(path: Path) -> str | None:
    """The text of an assignment's figure, if it has one; only a notebook shows what it draws."""
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
