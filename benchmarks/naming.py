"""How long it takes to name what is wrong with an answer, once the exercise's library is loaded."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.collecting.pieces import Piece
from autograder.course import load_course
from autograder.course.seeds import hidden_seed
from autograder.diagnosis.diagnose import examine_answers
from autograder.grading.course_keys import make_keys
from autograder.grading.run import SubmissionRun, run_submission
from autograder.keys.answer import all_answers, probe_answers
from autograder.keys.key import Key
from autograder.sandbox.confined import Sandbox
from autograder.validation.corpus import read_corpus
from autograder.workers.libraries import with_libraries

__all__ = ["Naming", "named_corpora"]


@dataclass(frozen=True)
class Naming:
    """What naming cost, in milliseconds of a processor.

    Attributes:
        each: of each wrong answer.
        slowest: the exercise of that which took longest.
    """

    each: list[float]
    slowest: str

    @property
    def text(self) -> str:
        """The middle, and what few answers exceed."""
        high = statistics.quantiles(self.each, n=20)[-1] if len(self.each) > 1 else self.each[0]
        return (
            f"median {statistics.median(self.each):.1f} ms, 95 % {high:.1f} ms, "
            f"worst {max(self.each):.0f} ms (`{self.slowest}`), of {len(self.each)}"
        )


def named_corpora(roots: list[Path], most: int | None = None) -> Naming:
    """Name the wrong answers of the seen half of some courses' corpora.

    Each is named twice, and the second time counts: the first one loads the library.

    Args:
        roots: of the courses.
        most: so many answers of each exercise, at most.
    """
    found = [pair for root in roots for pair in _of_course(root, most)]
    return Naming([each for each, _ in found], max(found)[1])


def _of_course(root: Path, most: int | None) -> Iterator[tuple[float, str]]:
    course = load_course(root)
    wrong = {
        solution.name: [
            entry.source
            for entry in read_corpus(solution.folder).entries
            if entry.seen and not entry.right
        ][:most]
        for solution in course.solutions()
    }
    asked = [each for each in course.solutions() if wrong[each.name]]
    limits = course.settings.limits
    keys = make_keys(asked, hidden_seed(root), limits=limits, layers="full")
    for name, key in with_libraries(course, keys).items():
        with Sandbox(limits, notebooks=False) as sandbox:
            runs = [run_submission(sandbox, [Piece(0, text, name)], [key]) for text in wrong[name]]
        for run in runs:
            _named(key, run)
            yield _named(key, run), name


def _named(key: Key, run: SubmissionRun) -> float:
    """The milliseconds that it takes to name an answer that nothing is known of yet."""
    name = key.exercise
    answers = all_answers(key, run.outcomes[name])
    # Whether each is right is known from its check.
    for each in answers:
        _ = each.right
    probes = probe_answers(key, run.probes[name]) if name in run.probes else []
    began = time.process_time()
    examine_answers(key, answers, run.evidence[name], probes)
    return 1e3 * (time.process_time() - began)
