"""From a course to what is handed out: stubs, public checks, source notebooks and the release."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import autograder
from autograder.build.course_page import course_page
from autograder.build.plain_statement import plain_statement
from autograder.build.points_page import points_page
from autograder.build.results_page import results_page
from autograder.build.wheel import wheel_name
from autograder.collecting.pieces import GIVEN
from autograder.course import Assignment, Course, CourseError, Solution, Task
from autograder.course.side_files import StubFile
from autograder.course.stub import with_numpy
from autograder.grading.course_keys import make_keys
from autograder.keys.key import Key
from autograder.keys.outline import OUTLINE, Outline, OutlinedExercise, dump_outline
from autograder.keys.public_file import PUBLIC_FOLDER, dump_key, is_current, is_made_from, load_key
from autograder.report.language import (
    Language,
    language_name,
    read_languages,
    sentences_file,
)
from autograder.report.messages import say
from autograder.texts import Text
from autograder.workers.libraries import public_digest, public_libraries

__all__ = [
    "GENERATED",
    "PAGES",
    "Scores",
    "build",
    "copy_generated",
    "generated_files",
    "out_of_date",
    "task_text",
]

GENERATED = ("exercises", "source", "release")
"""The folders that are written anew; nothing in them is edited by hand."""

PAGES = (Path("docs", "course.md"), Path("docs", "points.md"), Path("docs", "results.md"))
"""The pages of `docs/` that are made too: from the exercises, and from the schema of results."""

Scores = Mapping[str, Mapping[str, int]]
"""What each mistake of each exercise earns."""


def build(
    course: Course,
    target: Path,
    progress: Callable[[str], None] = lambda step: None,
    *,
    scores: Scores | None = None,
    force: bool = False,
) -> None:
    """Write the stubs, the source notebooks and the release.

    Public checks that are there already and were made from the same sources stay: the last bits
    of their numbers depend on the processor.

    Args:
        course: what to build.
        target: where the folders go; usually the course's root.
        progress: is told of each step.
        scores: what each mistake earns, for `docs/points.md`; without them that page stays.
        force: write the public checks anew all the same.

    Raises:
        CourseError: if the public checks of an exercise cannot be a file.
    """
    wanted = dict(generated_files(course, scores, None if force else target))
    for kind in ("exercises", "source"):
        for assignment in course.assignments:
            _remove_others(target, Path(kind, assignment.name), set(wanted))
    for path, text in wanted.items():
        _write(target / path, text, force=force)
    progress("exercises, source")
    from autograder.build.release import make_release  # noqa: PLC0415 - imports all of nbgrader

    dates = {each.name: each.due for each in course.settings.assignment}
    for assignment in course.assignments:
        make_release(target, assignment.name, due=dates.get(assignment.name))
        progress(f"release/{assignment.name}")


def copy_generated(course: Course, target: Path) -> None:
    """Copy what was built in the course's own folder: what is current of it is not made again.

    Args:
        course: whose folders they are.
        target: where they go; has none of them yet.
    """
    for folder in GENERATED:
        if (course.root / folder).is_dir():
            shutil.copytree(course.root / folder, target / folder)


def out_of_date(course: Course, scores: Scores | None = None, *, force: bool = False) -> list[str]:
    """The paths, from the course's root, that are not what `build` would leave there now.

    Args:
        course: what is built.
        scores: see `build`.
        force: compare every bit of the public checks, not what they are made from.
    """
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        copy_generated(course, fresh)
        build(course, fresh, scores=scores, force=force)
        paths = {
            path
            for folder in GENERATED
            for path in _contents(fresh / folder) | _contents(course.root / folder)
        }
        return sorted(
            path
            for path in paths | set(map(str, _pages(course, scores)))
            if _bytes(fresh / path) != _bytes(course.root / path)
        )


def _pages(course: Course, scores: Scores | None) -> list[Path]:
    """The pages of this course; the one on results describes the framework, in its repository."""
    package = Path(autograder.__file__).resolve().parent
    there = (True, scores is not None, package.parent == course.root)
    return [page for page, made in zip(PAGES, there, strict=True) if made]


def _contents(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder.parent)) for path in files if not _is_cache(path)}


def _is_cache(path: Path) -> bool:
    return any(part in ("__pycache__", ".ipynb_checkpoints") for part in path.parts)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def generated_files(
    course: Course, scores: Scores | None = None, target: Path | None = None
) -> Iterator[tuple[Path, str]]:
    """The files of `exercises/` and `source/`, and the pages, by their path from the root.

    Args:
        course: what is built.
        scores: see `build`.
        target: where earlier ones lie; what is still current there is taken from there.
    """
    key_texts = _key_texts(course, target)
    languages = read_languages(course.settings.languages, course.root)
    yield PAGES[0], course_page(course)
    if scores is not None:
        yield PAGES[1], points_page(course, scores)
    if PAGES[2] in _pages(course, scores):
        yield PAGES[2], results_page()
    for assignment in course.assignments:
        source, stubs = (Path(kind, assignment.name) for kind in ("source", "exercises"))
        yield source / f"{assignment.name}.ipynb", _notebook_text(course, assignment, languages)
        outline = dump_outline(_outline(course, assignment, languages))
        for folder in (stubs, source):
            yield folder / PUBLIC_FOLDER / OUTLINE, outline
        for solution in assignment.solutions:
            key = key_texts[solution.name]
            for name, text in _stub_texts(solution, languages).items():
                yield stubs / f"{name}.py", text
            yield stubs / PUBLIC_FOLDER / f"{solution.name}.json", key
            yield source / PUBLIC_FOLDER / f"{solution.name}.json", key
        for task in assignment.tasks:
            yield stubs / f"{task.name}.md", task_text(task, languages)
        for path in map(course.root.joinpath, map(sentences_file, languages)):
            # A student's own check says what grading says.
            if path.is_file():
                text = path.read_text(encoding="utf-8")
                yield stubs / PUBLIC_FOLDER / path.name, text
                yield source / PUBLIC_FOLDER / path.name, text


def _outline(course: Course, assignment: Assignment, languages: Sequence[Language]) -> Outline:
    exercises = [_outlined(solution, languages) for solution in assignment.solutions]
    return Outline(
        course=course.settings.title,
        languages=[str(each) for each in languages],
        limits=course.settings.limits,
        number=course.assignments.index(assignment) + 1,
        assignment=assignment.name,
        title=assignment.settings.title,
        exercises=exercises,
    )


def _outlined(solution: Solution, languages: Sequence[Language]) -> OutlinedExercise:
    checks = solution.exercise.checks
    *_, own = texts = _stub_texts(solution, languages)
    stub = texts.pop(own)
    return OutlinedExercise(
        name=solution.name,
        title=solution.title,
        points=solution.exercise.points,
        public=sum(each.points for each in checks if each.public and not each.extra),
        stub=stub,
        beside=texts,
    )


def _key_texts(course: Course, target: Path | None) -> dict[str, str]:
    """The public checks of all exercises; only what is not current is made."""
    digests = {each.name: public_digest(course, each) for each in course.solutions()}
    old = {} if target is None else dict(_current_texts(course, target, digests))
    made = [each for each in course.solutions() if each.name not in old]
    keys = make_keys(made, None, limits=course.settings.limits, layers="full")
    libraries = public_libraries(course, made)
    for each in made:
        key = replace(keys[each.name], library=libraries[each.name])
        old[each.name] = _key_text(each, key, digests[each.name])
    return old


def _current_texts(
    course: Course, target: Path, digests: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for solution in course.solutions():
        name = solution.name
        path = target / "exercises" / solution.assignment / PUBLIC_FOLDER / f"{name}.json"
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            if is_made_from(text, digests[name]):
                yield name, text


def _key_text(solution: Solution, key: Key, digest: str) -> str:
    """The public checks of an exercise, as every student's check will be able to read them."""
    text = dump_key(key, digest)
    try:
        load_key(text)
    except ValueError as error:
        problem = f"the public checks cannot be handed out: {error}"
        raise CourseError(problem, solution.folder / "grading.py") from None
    return text


def _write(path: Path, text: str, *, force: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file():
        old = path.read_text(encoding="utf-8", errors="replace")
        if old == text or (path.suffix == ".json" and not force and is_current(old, text)):
            return
    path.write_text(text, encoding="utf-8")


def _remove_others(root: Path, folder: Path, wanted: set[Path]) -> None:
    """Remove from an assignment's folder what is no longer made; other folders are not ours."""
    for path in sorted((root / folder).rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif path.is_file() and path.relative_to(root) not in wanted:
            path.unlink()


def _stub_texts(solution: Solution, languages: Sequence[Language]) -> dict[str, str]:
    """The texts of an exercise's files, by their names; its own is the last one."""
    *beside, own = solution.files
    texts = {}
    for file in beside:
        sentence = "file_is_given" if file.given else "file_of_exercise"
        exercise = f"{own.name}.py"
        words = "\n\n".join(say(each, sentence, exercise=exercise) for each in languages)
        texts[file.name] = f'r"""{words}\n"""\n\n{file.stub}'
    return {**texts, own.name: _own_text(solution, languages)}


def _own_text(solution: Solution, languages: Sequence[Language]) -> str:
    command = f"autograder check {solution.name}"
    parts = [
        f"{plain_statement(solution.statement.of(each)).strip()}\n\n"
        f"{say(each, 'check_with', command=command)}"
        for each in languages
    ]
    line = f"\n\n{'-' * 78}\n\n"
    return f'r"""{line.join(parts)}\n"""\n\n{solution.files[-1].stub}'


def _notebook_text(course: Course, assignment: Assignment, languages: Sequence[Language]) -> str:
    notebook = {
        "cells": list(_cells(course, assignment, languages)),
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _cells(
    course: Course, assignment: Assignment, languages: Sequence[Language]
) -> Iterator[dict[str, Any]]:
    number = course.assignments.index(assignment) + 1
    heading = f"# {number}. {assignment.settings.title.with_others(languages[0])}"
    intro = "" if assignment.intro is None else f"\n\n{_folded(assignment.intro, languages)}"
    yield _markdown("lesson", f"{heading}{intro}")
    yield _code("setup", _setup(languages, course.settings.install or wheel_name()))
    choice = ", language" if len(languages) > 1 else ""
    for solution in assignment.parts:
        statement = solution.statement.mapped(lambda text: text.replace("# ", "## ", 1))
        yield _markdown(f"{solution.name}-statement", _folded(statement, languages))
        if isinstance(solution, Task):
            yield _for_a_person(solution, languages)
            continue
        yield from map(_answer, solution.files)
        check = _code(solution.name, f'check("{solution.name}"{choice})')
        points = solution.exercise.points
        check["metadata"]["nbgrader"] = _nbgrader(solution.name, points=points)
        # One that fails does not keep "Run All" from the exercises after it.
        check["metadata"]["tags"] = ["raises-exception"]
        yield check
    if assignment.figure is not None:
        yield _code("figure", assignment.figure.strip())
    if assignment.takeaway is not None:
        yield _markdown("take-away", _folded(assignment.takeaway, languages))
    yield _code("summary", f"summary({'language' if len(languages) > 1 else ''})")


def _answer(file: StubFile) -> dict[str, Any]:
    """The cell in which a file's text is written, or stands and is not to be changed."""
    name = f"{file.name}{GIVEN}" if file.given else f"{file.name}-answer"
    cell = _code(name, with_numpy(file.text).strip())
    cell["metadata"]["nbgrader"] = _nbgrader(name, solution=not file.given)
    return cell


def _for_a_person(task: Task, languages: Sequence[Language]) -> dict[str, Any]:
    """The cell in which the answer to a task is written: nbgrader asks a person to grade it."""
    prompt = "  \n".join(f"*{say(each, 'write_here', points=task.points)}*" for each in languages)
    # Without the marks nbgrader would put its own words in the place of these.
    cell = _markdown(task.name, f"{prompt}\n\n### BEGIN SOLUTION\n### END SOLUTION")
    cell["metadata"]["nbgrader"] = _nbgrader(task.name, solution=True, points=task.points)
    return cell


def task_text(task: Task, languages: Sequence[Language]) -> str:
    """The file that is handed in where no notebook is: what is asked, and room below it."""
    asked = _folded(task.statement, languages)
    prompt = "  \n".join(f"*{say(each, 'write_below', points=task.points)}*" for each in languages)
    return f"{asked}\n\n---\n\n{prompt}\n"


def _setup(languages: Sequence[Language], install: str) -> str:
    """The first code cell: the check, and the choice of a language where there are several."""
    comments = [f"# {each}" for each in _first_sentences(languages)]
    imported = "from autograder.notebook import check, summary"
    lines = [*comments, f"# %pip install {install}", imported]
    if len(languages) > 1:
        lines += ["", f'language = "{languages[0]}"']
    return "\n".join(lines)


def _first_sentences(languages: Sequence[Language]) -> Iterator[str]:
    """What stands above the import, in lines that a narrow window shows whole."""
    for each in languages:
        run, choice = say(each, "run_first"), ""
        if len(languages) > 1:
            choice = say(each, "choose_language", languages=_one_of(each, languages))
        yield f"{run} {choice}".strip()
    for each in languages:
        yield say(each, "install_here")


def _one_of(language: Language, languages: Sequence[Language]) -> str:
    *others, last = [f'"{each}"' for each in languages]
    return f"{', '.join(others)} {say(language, 'or')} {last}"


def _folded(text: Text, languages: Sequence[Language]) -> str:
    """A text in the first language, and each other one behind a fold."""
    folds = [
        f"<details>\n<summary>{language_name(each)}</summary>\n\n{text.of(each).strip()}\n\n"
        "</details>"
        for each in languages[1:]
    ]
    return "\n\n".join([text.of(languages[0]).strip(), *folds])


def _markdown(name: str, source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": _lines(source)}


def _code(name: str, source: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": [],
        "source": _lines(source),
    }


def _lines(source: str) -> list[str]:
    return source.splitlines(keepends=True)


def _nbgrader(name: str, *, solution: bool = False, points: int | None = None) -> dict[str, Any]:
    return {
        "grade": points is not None,
        "grade_id": name,
        "locked": not solution,
        "schema_version": 3,
        "solution": solution,
        "task": False,
        **({} if points is None else {"points": points}),
    }
