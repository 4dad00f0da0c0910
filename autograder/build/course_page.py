"""The course at a glance: its exercises, and which point of the lecture each is about."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.course import Assignment, Course, Solution

__all__ = ["course_page", "points_without_exercise"]


def course_page(course: Course) -> str:
    """The page as Markdown, made from the exercises' own metadata.

    Args:
        course: the course.

    Returns:
        The text of `docs/course.md`.
    """
    title = course.settings.title
    solutions = list(course.solutions())
    lines = [
        f"# {title.with_others('en')}",
        "",
        "Made by `autograder build` from the exercises; not to be edited.",
        "",
        f"{len(solutions)} exercises in {len(course.assignments)} assignments, "
        f"{sum(len(s.mistake_names) for s in solutions)} known mistakes, "
        f"{sum(len(s.alternatives) for s in solutions)} other right ways.",
        "",
    ]
    for number, assignment in enumerate(course.assignments, 1):
        lines += _assignment_lines(number, assignment, course.settings.language)
    lines += ["## The points of the lecture", "", "| point | about | exercises |", "|---|---|---|"]
    first = course.settings.language
    for note in course.settings.note:
        names = [s.name for s in solutions if note.number in s.exercise.notes]
        cells = ", ".join(f"`{name}`" for name in names) or "none"
        lines.append(f"| {note.number} | {note.title.with_others(first)} | {cells} |")
    return "\n".join(lines) + "\n"


def points_without_exercise(course: Course) -> list[str]:
    """The numbers of the lecture's points that no exercise is about."""
    covered = {number for solution in course.solutions() for number in solution.exercise.notes}
    return [note.number for note in course.settings.note if note.number not in covered]


def _assignment_lines(number: int, assignment: Assignment, language: str) -> Iterator[str]:
    title = assignment.settings.title
    yield from (f"## {number}. {title.with_others('en')}", "")
    heads = "exercise", "about", "points", "checks", "mistakes", "alternatives", "held against"
    yield f"| {' | '.join(heads)} | lecture |"
    yield "|---|---|---|---|---|---|---|---|"
    yield from (_row(solution, language) for solution in assignment.solutions)
    yield ""
    if assignment.tasks:
        yield "Graded by a person:"
        yield ""
    for task in assignment.tasks:
        yield f"- `{task.name}`: {task.title.with_others(language)}, {task.points} points"
    if assignment.tasks:
        yield ""


def _row(solution: Solution, language: str) -> str:
    exercise = solution.exercise
    public = sum(check.public for check in exercise.checks)
    cells = (
        f"`{solution.name}`",
        solution.title.with_others(language),
        str(exercise.points),
        f"{len(exercise.checks)} ({public} public)",
        str(len(solution.mistake_names)),
        str(len(solution.alternatives)),
        exercise.oracle,
        ", ".join(exercise.notes),
    )
    return f"| {' | '.join(cells)} |"
