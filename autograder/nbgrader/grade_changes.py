"""What grading again would change in the gradebook, exercise by exercise, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from nbformat import NotebookNode
from nbgrader.utils import determine_grade

__all__ = ["GradeChange", "Reason", "grade_changes"]


@dataclass(frozen=True)
class Reason:
    """Why a grade would be another one; each name has a sentence in every language.

    Attributes:
        name: of the sentence.
        words: what its gaps are filled with.
    """

    name: Literal[
        "regrade_first",
        "regrade_anew",
        "regrade_handed_in",
        "regrade_worth",
        "regrade_new_check",
        "regrade_no_check",
        "regrade_check",
        "regrade_extra",
    ]
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class GradeChange:
    """A grade that would be another one.

    Attributes:
        cell: the name of the grade cell, which is that of the exercise.
        before: the points that the gradebook has, with extra credit that checks earned, or None.
        after: the points that it would have.
        worth_before: the most that could be earned when it was graded, or None.
        worth: the most that can be earned.
        why: at least one reason.
    """

    cell: str
    before: float | None
    after: float | None
    worth_before: float | None
    worth: float
    why: tuple[Reason, ...]


def grade_changes(
    graded: NotebookNode,
    earlier: Path,
    scores: Mapping[str, float | None],
    extra: Mapping[str, float],
    new_extra: Mapping[str, float],
) -> Iterator[GradeChange]:
    """Compare a graded notebook with what was graded before.

    Args:
        graded: the notebook as it would be written.
        earlier: where the notebook lies that was written before, if there is one.
        scores: what the gradebook has, by grade cell.
        extra: the extra credit that it has, likewise.
        new_extra: the extra credit that it would have, of exercises that give any.

    Yields:
        What differs: the points earned, or those that can be.
    """
    former = _read(earlier)
    handed_in_anew = former is not None and _answers(former) != _answers(graded)
    old_cells = {} if former is None else _grade_cells(former)
    for name, cell in _grade_cells(graded).items():
        after, worth = determine_grade(cell)
        old = old_cells.get(name)
        worth_before = None if old is None else old["metadata"]["nbgrader"].get("points")
        before = scores.get(name)
        more = new_extra.get(name)
        had = None if more is None else extra.get(name, 0.0)
        if (before, had) == (after, more) and worth_before in (None, worth):
            continue
        why: tuple[Reason, ...] = (Reason("regrade_first"),)
        if before is not None:
            why = tuple(_reasons(old, cell, handed_in_anew=handed_in_anew))
            if had is not None and had != more:
                words = {"before": f"{had:g}", "after": f"{more:g}"}
                why = (*why, Reason("regrade_extra", words))
            why = why or (Reason("regrade_anew"),)
        yield GradeChange(name, _sum(before, had), _sum(after, more), worth_before, worth, why)


def _sum(score: float | None, extra: float | None) -> float | None:
    """The points with extra credit; None where nothing was graded."""
    return None if score is None else score + (extra or 0.0)


def _reasons(old: Any, new: Any, *, handed_in_anew: bool) -> Iterator[Reason]:
    if handed_in_anew:
        yield Reason("regrade_handed_in")
    if old is None:
        return
    points = [each["metadata"]["nbgrader"].get("points") for each in (old, new)]
    if points[0] != points[1]:
        words = {"before": f"{points[0]:g}", "after": f"{points[1]:g}"}
        yield Reason("regrade_worth", words)
    before, after = _checks(old), _checks(new)
    if not before or not after:
        return
    for name in after.keys() - before.keys():
        yield Reason("regrade_new_check", {"check": name})
    for name in before.keys() - after.keys():
        yield Reason("regrade_no_check", {"check": name})
    for name in after.keys() & before.keys():
        if before[name] != after[name]:
            words = {"check": name, "before": before[name], "after": after[name]}
            yield Reason("regrade_check", words)


def _checks(cell: Any) -> dict[str, str]:
    """How the checks of an exercise went, by name, as the record in its cell says."""
    checks = cell["metadata"].get("autograder", {}).get("checks", [])
    return {each["name"]: each["status"] for each in checks}


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None


def _grade_cells(notebook: Any) -> dict[str, Any]:
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: cell
        for cell in notebook["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade")
    }


def _answers(notebook: Any) -> list[str]:
    """The sources of all cells that are not the instructor's."""
    return [
        "".join(cell["source"])
        for cell in notebook["cells"]
        if not cell["metadata"].get("nbgrader", {}).get("locked")
    ]
