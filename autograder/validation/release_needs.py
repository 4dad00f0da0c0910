"""What a course still needs before it can be released: what drafts may be without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.course import Assignment, Course, CourseError, Solution
from autograder.course.notebook_texts import EXERCISES_HERE
from autograder.course.skeletons import TO_WRITE
from autograder.course.source_lines import line_of_word
from autograder.validation.examination import Examination
from autograder.validation.proofs_file import unproved

__all__ = ["release_needs"]

_MIN_ALTERNATIVES = 2
"""A single one may share its way with the reference."""


def release_needs(course: Course, examinations: Iterable[Examination]) -> list[str]:
    """List what a course without faults still needs for a release.

    Args:
        course: the course.
        examinations: of its exercises.

    Returns:
        Texts, notes, oracles, alternatives and mistakes that are missing, each with its file; the
        parts of domains that no hidden case touches; and the exercises that are not proved as they
        are now.
    """
    missing: list[str] = []
    for assignment in course.assignments:
        faults = [*_missing_texts(course, assignment), *_missing_in_exercises(assignment)]
        said = {(each.path, each.line) for each in faults}
        marked = _still_to_write(course.root / "solutions" / assignment.name)
        faults += (each for each in marked if (each.path, each.line) not in said)
        missing += map(str, faults)
    missing += [gap for each in examinations for gap in each.coverage.gaps]
    if names := [solution.name for solution in unproved(course)]:
        missing.append(f"not proved as they are now: {', '.join(names)}; {_HOW_TO_PROVE}")
    return missing


_HOW_TO_PROVE = "`autograder validate --changed` proves them"


def _missing_texts(course: Course, assignment: Assignment) -> Iterator[CourseError]:
    folder = course.root / "solutions" / assignment.name
    language = course.settings.language
    for name, text in (("intro", assignment.intro), ("takeaway", assignment.takeaway)):
        if text is None:
            sentence = (
                f"the notebook has no {name}: write {name}.{language}.md, or both texts in "
                f"notebook.{language}.md with a line {EXERCISES_HERE} between them"
            )
            yield CourseError(sentence, folder)


def _missing_in_exercises(assignment: Assignment) -> Iterator[CourseError]:
    for solution in assignment.solutions:
        yield from _missing_in_grading(solution)
        count = len(solution.alternatives)
        if count < _MIN_ALTERNATIVES:
            sentence = f"{count} of at least {_MIN_ALTERNATIVES} alternatives: right versions"
            yield CourseError(
                f"{sentence}, written differently", solution.folder / "alternatives.py"
            )
        if not solution.mistake_names:
            sentence = "no mistake yet; one that people really make is needed, three are better"
            yield CourseError(sentence, solution.folder / "mistakes.py")


def _still_to_write(folder: Path) -> Iterator[CourseError]:
    """What the skeletons of an assignment and of its exercises asked for, and is not written."""
    for path in sorted((*folder.glob("*.md"), *folder.glob("*/*.md"), *folder.glob("*/*.py"))):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            _, mark, asked = line.partition(TO_WRITE)
            if mark:
                said = asked.strip(' "')
                yield CourseError(f"still to write: {said}", path, number)


def _missing_in_grading(solution: Solution) -> Iterator[CourseError]:
    path: Path = solution.folder / "grading.py"
    text = path.read_text(encoding="utf-8")
    if not any(note.strip() for note in solution.exercise.notes):
        sentence = 'the exercise names no point of the lecture, as in notes=["1"]'
        yield CourseError(sentence, path, _line_of_argument(text, "notes"))
    if not solution.exercise.oracle.strip():
        sentence = (
            'the exercise names no oracle, who else computes it, as in oracle="numpy.linalg.lstsq"'
        )
        yield CourseError(sentence, path, _line_of_argument(text, "oracle"))


def _line_of_argument(text: str, name: str) -> int | None:
    return line_of_word(text, name) or line_of_word(text, "exercise")
