"""Reading results for the commands that report and export them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from autograder.cli.app import stop
from autograder.errors import UnknownNameError

if TYPE_CHECKING:
    from autograder.collecting.roster import Roster
    from autograder.exports.class_scores import ClassScores, Points

__all__ = [
    "GradebookOption",
    "NoGradebookOption",
    "points_by_hand",
    "read_scores",
    "some_names",
    "with_gradebook",
]

GradebookOption = Annotated[
    str | None,
    typer.Option("--gradebook", metavar="URL", help="Whose points count; else the course's own."),
]
NoGradebookOption = Annotated[
    bool, typer.Option("--no-gradebook", help="The points as they were graded count.")
]
_MOST_NAMES: Final = 30


def read_scores(
    results: Path,
    roster: Roster | None,
    root: Path,
    assignment: str | None,
    *,
    anonymous: bool,
) -> ClassScores:
    """The results of a file.

    Args:
        results: what `grade --results` wrote.
        roster: who takes part, or None.
        root: of the course.
        assignment: the one that is wanted, or None for all.
        anonymous: whether students' ids are replaced; then nobody is on a roster.

    Raises:
        UnknownNameError: if nobody has a result for the assignment.
    """
    from autograder.course.seeds import hidden_seed  # noqa: PLC0415 - loads NumPy
    from autograder.exports.class_scores import ClassScores, anonymous_records  # noqa: PLC0415
    from autograder.report.results_file import read_results  # noqa: PLC0415

    every = list(read_results(results))
    if assignment is not None and all(each.assignment != assignment for each in every):
        names = dict.fromkeys(each.assignment for each in every)
        raise UnknownNameError("assignment", assignment, names)
    chosen = [each for each in every if assignment in (None, each.assignment)]
    if anonymous:
        return ClassScores.of(anonymous_records(chosen, hidden_seed(root)), None)
    return ClassScores.of(chosen, roster)


def with_gradebook(
    scores: ClassScores, root: Path, url: str | None, *, unless: bool, anonymous: bool
) -> ClassScores:
    """The scores with the points of the gradebook, where there is one; says whose differ.

    Args:
        scores: as they were graded.
        root: of the course.
        url: of the gradebook; None for the course's own.
        unless: whether the gradebook does not count.
        anonymous: whether the scores are by names in the place of ids.
    """
    import dataclasses  # noqa: PLC0415

    from autograder.course.seeds import hidden_seed  # noqa: PLC0415 - loads NumPy
    from autograder.exports.class_scores import anonymous_name  # noqa: PLC0415

    points = {} if unless else points_by_hand(root, url, scores.assignments)
    if anonymous:
        secret = hidden_seed(root)
        points = {(a, anonymous_name(who, secret)): each for (a, who), each in points.items()}
    found = dataclasses.replace(scores, in_gradebook=points)
    if found.corrected:
        who = some_names(found.corrected)
        typer.echo(f"corrected by hand or late, as the gradebook has it: {who}", err=True)
    return found


def points_by_hand(
    root: Path, url: str | None, assignments: Iterable[str]
) -> dict[tuple[str, str], Points]:
    """The points in a gradebook, by assignment and student; none where there is no gradebook.

    Args:
        root: of the course.
        url: of the gradebook; None for the course's own.
        assignments: those that are wanted.
    """
    try:
        from autograder.nbgrader.quick_import import import_nbgrader  # noqa: PLC0415

        if url is None and not _may_have_gradebook(root):
            return {}
        import_nbgrader()
        address = url or _own_gradebook(root)
        if address is None:
            return {}
        from autograder.build.release import find_tools  # noqa: PLC0415 - loads nbgrader
        from autograder.exports.gradebook_points import gradebook_points  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if url is None:
            return {}
        stop(f"a gradebook needs nbgrader; the package {error.name} is not installed")
    find_tools()
    return gradebook_points(address, assignments)


def _may_have_gradebook(root: Path) -> bool:
    return any((root / each).is_file() for each in ("gradebook.db", "nbgrader_config.py"))


def _own_gradebook(root: Path) -> str | None:
    """The address of the gradebook that a course has, or None."""
    address = f"sqlite:///{root / 'gradebook.db'}"
    if (root / "nbgrader_config.py").is_file():
        from autograder.nbgrader.configured import gradebook_of  # noqa: PLC0415 - slow to load

        address, _ = gradebook_of(root)
    file = address.removeprefix("sqlite:///")
    return address if file == address or Path(file).is_file() else None


def some_names(names: list[str]) -> str:
    """Names in one line, not more than somebody reads."""
    return "; ".join([*names[:_MOST_NAMES], *(["..."] if len(names) > _MOST_NAMES else [])])
