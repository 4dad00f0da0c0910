"""What each known mistake earns: do the points say what was learnt?"""

from __future__ import annotations

from collections.abc import Mapping

from autograder.course import Course
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
            for name, score in scores[solution.name].items():
                version = next(each for each in solution.mistakes if base_name(each) == name)
                hint = solution.hints[version].of("en").replace("|", "\\|")
                lines.append(f"| {name.replace('_', ' ')} | {score} | {hint} |")
    return "\n".join(lines) + "\n"
