"""Reading results for the commands that report and export them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import UnknownNameError

if TYPE_CHECKING:
    from autograder.collecting.roster import Roster
    from autograder.exports.class_scores import ClassScores

__all__ = ["read_scores"]


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
