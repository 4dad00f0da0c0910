"""What likely edits of a reference earn: those that no check catches, and those that keep most.

They are the edits by which wrong answers are named, without those that people need least. Unlike a
mutant, one that earns all points is no fault: many are right, and say only where to look.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from autograder.course import Solution
from autograder.edits.making import Edit, is_likely, known_names, make_edits
from autograder.grading.judge import outcomes_here, score_of
from autograder.keys.key import Key
from autograder.validation.equivalents import read_equivalents
from autograder.validation.points_rules import MISTAKE_SHARE

__all__ = ["LikelyEdit", "LikelyEdits", "edit_lines", "grade_edits"]

_PATIENCE: Final = 1.0
"""Seconds for a check: an edit may be a loop without an end."""

_MOST_TOLD: Final = 12


@dataclass(frozen=True)
class LikelyEdit:
    """A likely edit of a reference.

    Attributes:
        operator: what is done: a name of `autograder.edits`.
        of: what it is about, or None.
        line: in `reference.py`.
        before: the lines that it changes.
        after: what they become.
        score: the points that it earns, without extra credit.
    """

    operator: str
    of: str | None
    line: int
    before: str
    after: str
    score: int


@dataclass(frozen=True)
class LikelyEdits:
    """The likely edits of a reference, in the order in which people need them.

    Attributes:
        points: of the exercise.
        edits: that are not listed as equivalent.
    """

    points: int
    edits: tuple[LikelyEdit, ...]

    @property
    def uncaught(self) -> list[LikelyEdit]:
        """Those that earn all points."""
        return [each for each in self.edits if each.score == self.points]

    @property
    def generous(self) -> list[LikelyEdit]:
        """Those that lose some points, and keep more than a mistake may; the most first."""
        most = MISTAKE_SHARE * self.points
        found = [each for each in self.edits if most < each.score < self.points]
        return sorted(found, key=lambda each: -each.score)


def grade_edits(solution: Solution, key: Key) -> LikelyEdits:
    """Grade the likely edits of a reference, in this process: they are the course's own code.

    Args:
        solution: the exercise.
        key: of the exercise, with its hidden checks.

    Raises:
        CourseError: if its list of equivalent mutants cannot be read.
    """
    listed = {(before, after) for before, _, after in read_equivalents(solution.folder).reasons}
    found = []
    for edit in make_edits(solution.source, known=known_names(solution.source)):
        before, after = _changed(solution.source, edit)
        if is_likely(edit.operator) and (before, after) not in listed:
            outcomes = outcomes_here(key, _made(edit, solution.name), seconds=_PATIENCE)
            score = score_of(key, outcomes)
            found.append(LikelyEdit(edit.operator, edit.of, edit.line, before, after, score))
    return LikelyEdits(key.points, tuple(found))


def _made(edit: Edit, name: str) -> Any:
    """The function or class after an edit; None where it defines none."""
    namespace: dict[str, Any] = {"__name__": "answer"}
    try:
        exec(compile(edit.source, "answer.py", "exec"), namespace)  # noqa: S102
    except Exception:  # noqa: BLE001 - what cannot be loaded earns nothing
        return None
    return namespace.get(name)


def _changed(source: str, edit: Edit) -> tuple[str, str]:
    """The lines that an edit changes, stripped, before and after it."""
    old, new = ([each.strip() for each in text.splitlines()] for text in (source, edit.source))
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    before = [line for _, start, end, _, _ in changes for line in old[start:end]]
    after = [line for _, _, _, start, end in changes for line in new[start:end]]
    return "\n".join(before), "\n".join(after)


def edit_lines(found: LikelyEdits) -> Iterator[str]:
    """What an author reads: how many lose points, and where to look."""
    uncaught, generous = found.uncaught, found.generous
    lost = len(found.edits) - len(uncaught)
    yield f"{lost} of {len(found.edits)} likely edits of the reference lose points"
    for what, edits in (("no check catches", uncaught), ("keeps most of its points", generous)):
        for each in edits[:_MOST_TOLD]:
            about = each.operator if each.of is None else f"{each.operator} of {each.of}"
            change = f"{each.before} → {each.after}".replace("\n", " ⏎ ")
            yield f"{what}: {each.score} of {found.points}, line {each.line}, {about}: {change}"
        if len(edits) > _MOST_TOLD:
            yield f"{what}: {len(edits) - _MOST_TOLD} more"
