"""Loading a course from disk, and saying where each of its faults is."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.faults import Faults
from autograder.course.folder_names import misnamed_folders, misnamed_texts, why_no_name
from autograder.course.model import Assignment, Course, Task
from autograder.course.notebook_texts import read_notebook_texts
from autograder.course.settings import AssignmentSettings, Settings, TaskSettings, read_settings
from autograder.course.settings_in_spite import settings_in_spite
from autograder.course.solution_folder import load_solution
from autograder.course.source_lines import line_of_word
from autograder.course.text_files import read_source, read_statement, read_text, read_texts
from autograder.course.toml_file import TomlFile, read_toml
from autograder.errors import CourseError
from autograder.texts import Text

__all__ = ["find_course", "load_course", "load_partly"]


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

    Examples:
        >>> course = autograder.load_course("course")
        >>> [solution.name for solution in course.solutions()]
        ['double', 'Counter']
    """
    course, faults = load_partly(root)
    faults.raise_any()
    return course


def load_partly(root: str | os.PathLike[str]) -> tuple[Course, Faults]:
    """Load of a course what can be examined, however much is wrong with the rest.

    Args:
        root: the folder that holds `course.toml`.

    Returns:
        The course, without the exercises that cannot be asked; and all faults.

    Raises:
        CourseError: if there is no `course.toml`.
    """
    root, faults = Path(root).resolve(), Faults()
    try:
        settings, lost = read_settings(root / "course.toml"), 0.0
    except CourseError as error:
        if not (root / "course.toml").is_file():
            raise
        faults.add(error.faults)
        settings, lost = settings_in_spite(root)
    toml, unnamed = _course_toml(root), _unnamed(root, settings)
    settings = _with_assignments(settings, unnamed)
    assignments = [
        _load_assignment(root, settings, number, toml, faults)
        for number in range(len(settings.assignment))
    ]
    # Of more folders than were lost, nobody can say which of them the file never named.
    faults.add(_stray_folders(root, unnamed if len(unnamed) > lost else []))
    faults.add(misnamed_folders(root / "solutions"))
    faults.add(_repeated_exercises(root, settings))
    there = tuple(each for each in assignments if each is not None)
    faults.add(_repeated_files(there))
    return Course(root, settings, there), faults


def _course_toml(root: Path) -> TomlFile:
    """What `course.toml` says, and where; nothing where it is not TOML."""
    path = root / "course.toml"
    with contextlib.suppress(CourseError):
        return read_toml(path)
    return TomlFile(path, {}, "")


def _unnamed(root: Path, settings: Settings) -> list[Path]:
    """The folders of assignments that `course.toml` does not name; they are looked at, too."""
    named = {each.name for each in settings.assignment}
    return [folder for folder in _folders(root / "solutions") if folder.name not in named]


def _with_assignments(settings: Settings, folders: Sequence[Path]) -> Settings:
    others = [AssignmentSettings(each.name, Text(each.name)) for each in folders]
    return msgspec.structs.replace(settings, assignment=[*settings.assignment, *others])


def _stray_folders(root: Path, folders: Sequence[Path]) -> Iterator[CourseError]:
    for folder in folders:
        sentence = (
            f"no [[assignment]] is named {folder.name!r}, as the folder {folder} is; add one "
            "with `name` and `title`"
        )
        yield CourseError(sentence, root / "course.toml")


def _named(toml: TomlFile) -> list[Any]:
    """The names of the assignments in `course.toml`, or what stands there instead."""
    tables = toml.document.get("assignment", [])
    listed = tables if isinstance(tables, list) else []
    return [each.get("name") if isinstance(each, dict) else None for each in listed]


def _repeated_exercises(root: Path, settings: Settings) -> Iterator[CourseError]:
    seen: dict[str, Path] = {}
    for assignment in settings.assignment:
        for folder in _folders(root / "solutions" / assignment.name):
            if folder.name in seen:
                sentence = f"there is another exercise of this name in {seen[folder.name]}"
                yield CourseError(sentence, folder)
            seen.setdefault(folder.name, folder)


def _repeated_files(assignments: Sequence[Assignment]) -> Iterator[CourseError]:
    """Files beside those of exercises that have the name of something else in the course."""
    taken = {part.name for each in assignments for part in each.parts}
    for assignment in assignments:
        for solution in assignment.solutions:
            for file in solution.files[:-1]:
                if file.name in taken:
                    sentence = (
                        f"the file {file.name!r} has the name of an exercise, a task or another "
                        "file; call it otherwise"
                    )
                    path = solution.folder / "reference.py"
                    yield CourseError(sentence, path, line_of_word(solution.source, file.name))
                taken.add(file.name)


def _load_assignment(
    root: Path, settings: Settings, number: int, toml: TomlFile, faults: Faults
) -> Assignment | None:
    """Load one assignment; `number` is its place among those whose names can be read."""
    own, languages = settings.assignment[number], settings.languages
    # Its place in `course.toml` is another one where something is wrong with those before it.
    names_there = _named(toml)
    number = names_there.index(own.name) if own.name in names_there else number
    folder = root / "solutions" / own.name
    if not folder.is_dir():
        sentence = f"assignment {own.name!r} has no folder {folder}"
        faults.add([toml.fault(sentence, ("assignment", number, "name"))])
        return None
    faults.add(misnamed_folders(folder))
    faults.add(misnamed_texts(folder, languages, [each.name for each in own.task]))
    found = {path.name: path for path in _folders(folder)}
    names = {each.name for each in own.task}
    for place, each in enumerate(own.task):
        if each.name in found:
            sentence = f"the task {each.name!r} has the name of an exercise; call it otherwise"
            faults.add([toml.fault(sentence, ("assignment", number, "task", place, "name"))])
    for place, name in enumerate(own.order):
        if name not in found and name not in names:
            sentence = f"exercise {name!r} has no folder {folder / name}"
            faults.add([toml.fault(sentence, ("assignment", number, "order", place))])
    order = [name for name in own.order if name in found]
    order += sorted(set(found) - set(order))
    loaded = [load_solution(found[name], languages, faults) for name in order]
    solutions = tuple(each for each in loaded if each is not None)
    intro, takeaway = read_notebook_texts(folder, languages, faults)
    figure = faults.attempt(_figure, folder / "figure.py")
    tasks = [_task(folder, each, languages, faults) for each in own.task]
    there = tuple(each for each in tasks if each is not None)
    return Assignment(own, solutions, intro, takeaway, figure, there)


def _task(folder: Path, own: TaskSettings, languages: Sequence[str], faults: Faults) -> Task | None:
    """What a person grades, with its texts in all languages of the course."""
    statement = faults.attempt(read_texts, folder, own.name, languages, read_statement)
    return None if statement is None else Task(own.name, own.points, statement)


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return [p for p in sorted(parent.iterdir()) if p.is_dir() and why_no_name(p.name) is None]


def _figure(path: Path) -> str | None:
    """The text of an assignment's figure, if it has one; only a notebook shows what it draws."""
    if not path.exists():
        return None
    try:
        compile(read_source(path), str(path), "exec")
    except SyntaxError as error:
        raise CourseError(f"not Python: {error.msg}", path, error.lineno) from None
    return read_text(path)
