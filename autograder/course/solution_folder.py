"""Loading one exercise from its folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.course.adopted import ADOPTED_FOLDER, Adopted, read_adopted
from autograder.course.authoring import Check, Exercise, given
from autograder.course.declaration import faults_of_exercise, label_checks, word_edits
from autograder.course.faults import Faults
from autograder.course.folder_names import misnamed_files
from autograder.course.model import Implementation, Solution
from autograder.course.module_loading import load_module, within_time
from autograder.course.parameters import (
    argument_names,
    base_name,
    bind,
    parameter_faults,
    versions,
)
from autograder.course.settings import NAME
from autograder.course.side_files import StubFile, split_files
from autograder.course.source_lines import line_of_definition
from autograder.course.stub import make_stub
from autograder.course.text_files import read_source, read_statement, read_texts
from autograder.errors import CourseError
from autograder.texts import Text
from autograder.unknown_names import unknown

__all__ = ["load_solution"]


def load_solution(folder: Path, languages: Sequence[str], faults: Faults) -> Solution | None:
    """Load an exercise.

    Args:
        folder: `solutions/<assignment>/<exercise>/`.
        languages: of the course.
        faults: where its faults are noted.

    Returns:
        The exercise, without those of its mistakes, alternatives and texts that have a fault; None
        where it cannot be asked: its reference, its checks or its drivers have one.
    """
    own, name = Faults(), folder.name
    source, stub, files, reference = own.attempt(_reference, folder / "reference.py", name) or (
        *("", ""),
        *((), None),
    )
    mistakes, hints = faults.attempt(
        _mistakes, folder / "mistakes.py", languages, argument_names(reference)
    ) or ({}, {})
    adopted, unfinished = read_adopted(folder, languages)
    faults.add(_clashes(folder, adopted, hints))
    exercise = own.attempt(_exercise, folder / "grading.py", languages)
    alternatives = faults.attempt(_alternatives, folder / "alternatives.py")
    statement = faults.attempt(read_texts, folder, "statement", languages, read_statement)
    driver = own.attempt(_driver, folder / "driver.py")
    judge = own.attempt(_driver, folder / "judge.py")
    faults.add(misnamed_files(folder, languages))
    faults.add(_of_rounding(exercise, mistakes, folder / "grading.py"))
    faults.add(own.found)
    if own.found or reference is None:
        return None
    return Solution(
        name=name,
        assignment=folder.parent.name,
        folder=folder,
        exercise=exercise,
        source=source,
        stub=stub,
        files=files,
        reference=reference,
        mistakes=mistakes,
        hints=hints,
        alternatives=alternatives or {},
        adopted=adopted,
        unfinished=unfinished,
        statement=statement or Text(f"# {name}\n"),
        driver_source=driver,
        judge_source=judge,
    )


def _of_rounding(
    exercise: Exercise | None, mistakes: Mapping[str, Implementation], path: Path
) -> Iterator[CourseError]:
    """What is named as a mistake of rounding, and is none of the exercise."""
    known = list(dict.fromkeys(map(base_name, mistakes)))
    for name in exercise.rounding if exercise is not None and known else ():
        if name not in known:
            yield CourseError(f"`rounding`: {unknown('mistake', str(name), known)}", path)


def _reference(path: Path, name: str) -> tuple[str, str, tuple[StubFile, ...], Implementation]:
    """The text of a reference, its stub, its files, and the function or class itself."""
    source = read_source(path)
    stub = make_stub(source, path)
    reference = getattr(load_module(path), name, None)
    if not callable(reference):
        sentence, line = _unlike_its_folder(path, name)
        raise CourseError(sentence, path, line)
    return source, stub, split_files(source, name, path), reference


def _unlike_its_folder(path: Path, name: str) -> tuple[str, int | None]:
    own = [each for each, _ in _own_callables(load_module(path))]
    defined = f"; it defines {', '.join(own)}: rename that, or the folder" if own else ""
    line = line_of_definition(read_source(path), own[0]) if own else None
    return f"there is no function or class {name!r}, which the folder is named after{defined}", line


def _exercise(path: Path, languages: Sequence[str]) -> Exercise:
    exercise = getattr(load_module(path), "exercise", None)
    if not isinstance(exercise, Exercise):
        raise CourseError("there is no `exercise = Exercise(...)`", path)
    faults = Faults()
    faults.add(faults_of_exercise(exercise, path, languages))
    faults.raise_any()
    exercise.checks = [_limited(each, path) for each in exercise.checks]
    exercise.probes = [_limited(each, path) for each in exercise.probes]
    label_checks(exercise, languages)
    word_edits(exercise, languages)
    return exercise


def _limited(check: Check, path: Path) -> Check:
    """A check whose cases come to an end."""
    return replace(check, cases=within_time(check.cases, path))


def _mistakes(
    path: Path, languages: Sequence[str], arguments: Collection[str]
) -> tuple[dict[str, Implementation], dict[str, Text]]:
    """The mistakes by name, a version for each value of a parameter; and the hint of each."""
    if not path.exists():
        return {}, {}
    found = dict(_own_callables(load_module(path)))
    source, faults = read_source(path), Faults()
    for name, implementation in found.items():
        faults.add(
            CourseError(sentence, path, line_of_definition(source, name))
            for sentence in _mistake_faults(name, implementation, languages, arguments)
        )
    faults.raise_any()
    mistakes, hints = {}, {}
    for name, implementation in found.items():
        hint, parameters = _hint_and_parameters(implementation, languages)
        for version, values in versions(name, parameters).items():
            mistakes[version] = bind(implementation, values)
            hints[version] = Text(**hint)
    return mistakes, hints


def _hint_and_parameters(
    implementation: Implementation, languages: Sequence[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a mistake's author gave; a text is a hint, in whatever language."""
    hint = {
        name: value
        for name, value in (given(implementation) or {}).items()
        if name in languages or isinstance(value, str)
    }
    parameters = {
        name: value for name, value in (given(implementation) or {}).items() if name not in hint
    }
    return hint, parameters


def _mistake_faults(
    name: str,
    implementation: Implementation,
    languages: Sequence[str],
    arguments: Collection[str],
) -> Iterator[str]:
    if given(implementation) is None:
        yield f"{name!r} has no @mistake with its hints"
        return
    hint, parameters = _hint_and_parameters(implementation, languages)
    yield from _hint_faults(name, hint, languages)
    yield from parameter_faults(name, implementation, parameters, arguments)


def _hint_faults(name: str, hint: dict[str, Any], languages: Sequence[str]) -> Iterator[str]:
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
    folder: Path, adopted: Mapping[str, Adopted], mistakes: Iterable[str]
) -> Iterator[CourseError]:
    taken = set(map(base_name, mistakes))
    for name in adopted:
        if name in taken or not NAME.fullmatch(name):
            sentence = f"{name!r} is the name of another mistake, or no name"
            yield CourseError(sentence, folder / ADOPTED_FOLDER / f"{name}.toml")


def _alternatives(path: Path) -> dict[str, Implementation]:
    return dict(_own_callables(load_module(path))) if path.exists() else {}


def _driver(path: Path) -> str | None:
    """The text of the drivers or judges, if there are any; they have to run, or none is asked."""
    if not path.exists():
        return None
    load_module(path)
    return read_source(path)


def _own_callables(module: ModuleType) -> list[tuple[str, Implementation]]:
    """What a module defines itself, in its order, without what begins with an underscore."""
    return [
        (name, value)
        for name, value in vars(module).items()
        if not name.startswith("_")
        and callable(value)
        and getattr(value, "__module__", None) == module.__name__
    ]
