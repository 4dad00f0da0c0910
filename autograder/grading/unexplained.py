"""Wrong answers in which something is left that nothing explains, grouped over a class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from autograder.collecting.submission import Submission
from autograder.course import Course, Solution
from autograder.course.seeds import hidden_seed
from autograder.grading.course_keys import adopted_outcomes, make_keys
from autograder.grading.judge import judge
from autograder.grading.results import ExerciseResult, SubmissionResult
from autograder.sandbox.confined import Layers, Sandbox

__all__ = ["Group", "Unexplained", "signatures", "source_to_adopt"]


@dataclass
class Group:
    """All submissions that are wrong in the same way in one exercise.

    Attributes:
        exercise: its name.
        signature: of what is left of the answers.
        facets: the names of what is wrong beside that, and explained.
        submissions: that gave these answers.
    """

    exercise: str
    signature: str
    facets: tuple[str, ...] = ()
    submissions: list[Submission] = field(default_factory=list)

    @property
    def students(self) -> list[str]:
        """The students who gave them."""
        return [each.student for each in self.submissions]

    @property
    def sample(self) -> str:
        """The code of one of them, cut from the submitted text."""
        return next(self.sources(), "")

    def sources(self) -> Iterator[str]:
        """The code of each of them: first the bare definition, then more and more around it."""
        several = [list(_sources(each, self.exercise)) for each in self.submissions]
        # The shortest code shows best what they have in common.
        for sources in sorted(filter(None, several), key=lambda sources: len(sources[0])):
            yield from sources


class Unexplained:
    """Collects unexplained answers while a class is graded."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str, tuple[str, ...]], Group] = {}

    def add(self, submission: Submission, result: SubmissionResult) -> None:
        """Sort a graded submission's unexplained answers into their groups."""
        for key in signatures(result):
            self._groups.setdefault(key, Group(*key)).submissions.append(submission)

    def groups(self, at_least: int = 1) -> list[Group]:
        """The groups of at least so many students, the largest first."""
        large = [group for group in self._groups.values() if len(group.submissions) >= at_least]
        return sorted(large, key=lambda g: (-len(g.submissions), g.exercise, g.signature, g.facets))


def signatures(result: SubmissionResult) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Of each unexplained exercise its name, its signature, and the names of its facets."""
    for exercise in result.exercises:
        if exercise.signature is not None:
            yield exercise.exercise, exercise.signature, _facets(exercise)


def _facets(result: ExerciseResult) -> tuple[str, ...]:
    """The names of the facets, in an order that does not depend on which is the most helpful."""
    told = {each.name for each in result.diagnoses if each.facet not in ("contract", "values")}
    return tuple(sorted(told))


def source_to_adopt(
    course: Course, solution: Solution, group: Group, *, layers: Layers
) -> str | None:
    """The first source of a group that answers, by itself, as the group does.

    Args:
        course: that the group was graded by.
        solution: of the group's exercise.
        group: what its members answer alike.
        layers: of the sandbox.

    Returns:
        The source, or None where each of them needs code that is not part of it.
    """
    limits = course.settings.limits
    seed = hidden_seed(course.root)
    key = make_keys([solution], seed, limits=limits, layers=layers)[solution.name]
    with Sandbox(limits, layers=layers, notebooks=False) as sandbox:
        for source in dict.fromkeys(group.sources()):
            alone = judge(key, adopted_outcomes(sandbox, source, key))
            if (alone.signature, _facets(alone)) == (group.signature, group.facets):
                return source
    return None


def _sources(submission: Submission, exercise: str) -> Iterator[str]:
    """A submission's code of an exercise: the definition, its cell or file, all cells up to it.

    The definition leaves out what comes before the first statement, such as a stub's docstring.
    """
    begins = re.compile(
        rf"^(?:def|class)\s+{re.escape(exercise)}\b|^{re.escape(exercise)}\s*=", re.M
    )
    pieces = submission.pieces
    defining = [
        number
        for number, piece in enumerate(pieces)
        if piece.exercise == exercise or (piece.exercise is None and begins.search(piece.source))
    ]
    if defining:
        pieces, source = pieces[: defining[-1] + 1], pieces[defining[-1]].source
        code = re.search(r"^(?:import|from|def|class|@)\b.*\Z", source, re.MULTILINE | re.DOTALL)
        yield (code[0] if code else source).strip() + "\n"
        yield source.strip() + "\n"
    if submission.is_notebook and pieces:
        yield "\n\n".join(piece.source.strip() for piece in pieces) + "\n"
