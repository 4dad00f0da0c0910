"""What each known mistake earns: do the points say what was learnt?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from autograder.course import Course, Solution
from autograder.course.parameters import base_name

__all__ = ["points_page"]


def points_page(course: Course, scores: Mapping[str, Mapping[str, int]]) -> str:
    """The page as Markdown.

    Args:
        course: the course.
        scores: for each exercise's name, what each of its mistakes earns.

    Returns:
        The text of `docs/points.md`.
    """
    lines = [
        "# What each mistake earns",
        "",
        "Made by `autograder build` from the exercises; not to be edited. Checks go from the basic "
        "to the subtle, and a mistake keeps the points of what is still right; no mistake keeps "
        "more than 70% of them.",
    ]
    for assignment in course.assignments:
        lines += ["", f"## {assignment.settings.title.with_others('en')}"]
        for solution in assignment.solutions:
            points = solution.exercise.points
            lines += ["", f"### `{solution.name}`, {points} points", ""]
            lines += ["| mistake | earns | hint |", "|---|---|---|"]
            lines += _rows(solution, scores[solution.name])
    return "\n".join(lines) + "\n"


def _rows(solution: Solution, scores: Mapping[str, int]) -> Iterator[str]:
    """One row for each mistake; its versions differ in what they earn at most."""
    for mistake in dict.fromkeys(map(base_name, scores)):
        of_versions = {name: score for name, score in scores.items() if base_name(name) == mistake}
        hint = solution.hints[next(iter(of_versions))].of("en").replace("|", "\\|")
        fewest, most = min(of_versions.values()), max(of_versions.values())
        earns = str(fewest) if fewest == most else f"{fewest} to {most}"
        yield f"| {mistake.replace('_', ' ')} | {earns} | {hint} |"
