"""From a course to what is handed out: stubs, public checks, source notebooks and the release."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import autograder
from autograder.build.course_page import course_page
from autograder.build.points_page import points_page
from autograder.build.results_page import results_page
from autograder.course import Assignment, Course, CourseError, Solution
from autograder.course.course_limits import limits_of
from autograder.grading.course_keys import make_keys
from autograder.keys.key import Key
from autograder.keys.public_file import FORMAT, PUBLIC_FOLDER, dump_key, is_current, load_key
from autograder.keys.sources import sources_digest
from autograder.validation.in_process import examine_here

__all__ = ["GENERATED", "PAGES", "build", "generated_files", "out_of_date"]

GENERATED = ("exercises", "source", "release")
"""The folders that are written anew; nothing in them is edited by hand."""

PAGES = (Path("docs", "course.md"), Path("docs", "points.md"), Path("docs", "results.md"))
"""The pages of `docs/` that are made too: from the exercises, and from the schema of results."""

_PAGE_SEED = b"the pages of docs"
"""What a page says does not depend on the course's secret."""


def build(
    course: Course,
    target: Path,
    progress: Callable[[str], None] = lambda step: None,
    *,
    force: bool = False,
) -> None:
    """Write the stubs, the source notebooks and the release.

    Public checks that are there already and were made from the same sources stay: the last bits
    of their numbers depend on the processor.

    Args:
        course: what to build.
        target: where the folders go; usually the course's root.
        progress: is told of each step.
        force: write the public checks anew all the same.

    Raises:
        CourseError: if the public checks of an exercise cannot be a file.
    """
    wanted = dict(generated_files(course))
    for kind in ("exercises", "source"):
        for assignment in course.assignments:
            _remove_others(target, Path(kind, assignment.name), set(wanted))
    for path, text in wanted.items():
        _write(target / path, text, force=force)
    progress("exercises, source")
    from autograder.build.release import make_release  # noqa: PLC0415 - imports all of nbgrader

    for assignment in course.assignments:
        make_release(target, assignment.name)
        progress(f"release/{assignment.name}")


def out_of_date(course: Course, *, force: bool = False) -> list[str]:
    """The paths, from the course's root, that are not what `build` would leave there now.

    Args:
        course: what is built.
        force: compare every bit of the public checks, not what they are made from.
    """
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        for folder in GENERATED:
            if (course.root / folder).is_dir():
                shutil.copytree(course.root / folder, fresh / folder)
        build(course, fresh, force=force)
        paths = {
            path
            for folder in GENERATED
            for path in _contents(fresh / folder) | _contents(course.root / folder)
        }
        return sorted(
            path
            for path in paths | set(map(str, _pages(course)))
            if _bytes(fresh / path) != _bytes(course.root / path)
        )


def _pages(course: Course) -> tuple[Path, ...]:
    """The pages of this course; the one on results describes the framework, in its repository."""
    package = Path(autograder.__file__).resolve().parent
    return PAGES if package.parent == course.root else PAGES[:2]


def _contents(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder.parent)) for path in files if not _is_cache(path)}


def _is_cache(path: Path) -> bool:
    return any(part in ("__pycache__", ".ipynb_checkpoints") for part in path.parts)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def generated_files(course: Course) -> Iterator[tuple[Path, str]]:
    """The files of `exercises/` and `source/`, and the pages, by their path from the root."""
    limits = limits_of(course.settings, course.root)
    keys = make_keys(course.solutions(), None, limits=limits, layers="full")
    scores = {
        each.name: examine_here(each, _PAGE_SEED).mistake_scores for each in course.solutions()
    }
    yield PAGES[0], course_page(course)
    yield PAGES[1], points_page(course, scores)
    if PAGES[2] in _pages(course):
        yield PAGES[2], results_page()
    for assignment in course.assignments:
        source = Path("source", assignment.name)
        yield source / f"{assignment.name}.ipynb", _notebook_text(course, assignment)
        for solution in assignment.solutions:
            key = _key_text(solution, keys[solution.name])
            stubs = Path("exercises", assignment.name)
            yield stubs / f"{solution.name}.py", _stub_text(solution)
            yield stubs / PUBLIC_FOLDER / f"{solution.name}.json", key
            yield source / PUBLIC_FOLDER / f"{solution.name}.json", key


def _key_text(solution: Solution, key: Key) -> str:
    """The public checks of an exercise, as every student's check will be able to read them."""
    text = dump_key(key, sources_digest(solution, FORMAT))
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


def _stub_text(solution: Solution) -> str:
    korean, english = (solution.statements[language].strip() for language in ("ko", "en"))
    how = f"autograder check {solution.name}"
    return (
        f'r"""{korean}\n\n확인: {how}\n\n{"-" * 78}\n\n{english}\n\nCheck: {how}\n"""\n\n'
        f"{solution.stub}"
    )


def _notebook_text(course: Course, assignment: Assignment) -> str:
    notebook = {
        "cells": list(_cells(course, assignment)),
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _cells(course: Course, assignment: Assignment) -> Iterator[dict[str, Any]]:
    title = assignment.settings.title
    number = course.assignments.index(assignment) + 1
    heading = f"# {number}. {title.ko} ({title.en})"
    yield _markdown("lesson", _both(heading, assignment.intro))
    yield _code("setup", _SETUP.format(language=course.settings.language))
    for solution in assignment.solutions:
        statements = {
            language: text.replace("# ", "## ", 1) for language, text in solution.statements.items()
        }
        yield _markdown(f"{solution.name}-statement", _both("", statements))
        answer = _code(f"{solution.name}-answer", solution.source.strip())
        answer["metadata"]["nbgrader"] = _nbgrader(f"{solution.name}-answer", solution=True)
        yield answer
        check = _code(solution.name, f'check("{solution.name}", language)')
        points = solution.exercise.points
        check["metadata"]["nbgrader"] = _nbgrader(solution.name, points=points)
        # One that fails does not keep "Run All" from the exercises after it.
        check["metadata"]["tags"] = ["raises-exception"]
        yield check
    if assignment.figure is not None:
        yield _code("figure", assignment.figure.strip())
    yield _markdown("take-away", _both("", assignment.takeaway))


_SETUP = """\
# 먼저 이 셀을 실행하세요. 언어는 "ko" 또는 "en"입니다.
# Run this cell first. The language is "ko" or "en".
from autograder.notebook import check

language = "{language}\""""


def _both(heading: str, texts: dict[str, str]) -> str:
    """Korean first, and English behind a fold."""
    parts = [heading] if heading else []
    parts.append(texts["ko"].strip())
    parts.append(f"<details>\n<summary>English</summary>\n\n{texts['en'].strip()}\n\n</details>")
    return "\n\n".join(parts)


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
