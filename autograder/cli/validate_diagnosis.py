"""`autograder validate --diagnosis`: is what is wrong with wrong answers named, and rightly?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Any

import typer

from autograder.cli.libraries import work_out
from autograder.course.seeds import hidden_seed
from autograder.grading.course_keys import make_keys
from autograder.texts import FALLBACK
from autograder.validation.composed_judging import MOST_WRONG, ComposedFigures, judge_composed
from autograder.validation.corpus import read_corpus
from autograder.validation.corpus_grading import GradedEntry, grade_corpora
from autograder.validation.diagnosis_figures import (
    by_exercise,
    corpus_rows,
    falls,
    page_path,
    read_figures,
    table,
    write_figures,
    write_page,
)
from autograder.validation.random_answers import MOST_NAMED, RandomFigures, judge_random
from autograder.workers.libraries import with_libraries

if TYPE_CHECKING:
    from autograder.course import Course, Solution
    from autograder.keys.key import Key
    from autograder.sandbox.confined import Layers

__all__ = ["DiagnosisRun"]

Progress = Callable[[str, int], AbstractContextManager[Callable[[], None]]]
"""Shows how far something is: given what it is and how much there is, yields what advances it."""


class DiagnosisRun:
    """One run over the corpora of some exercises, over composed and over random answers.

    Args:
        course: whose exercises they are.
        chosen: the exercises.
        layers: of the sandbox.
        jobs: how many answers run at a time.
        progress: shows how far it is.
        quiet: whether to print JSON for a machine, and nothing else.
    """

    def __init__(
        self,
        course: Course,
        chosen: list[Solution],
        layers: Layers,
        jobs: int,
        progress: Progress,
        *,
        quiet: bool,
    ) -> None:
        self._course = course
        self._chosen = chosen
        self._layers: Layers = layers
        self._jobs = jobs
        self._progress = progress
        self._quiet = quiet
        self._seed = hidden_seed(course.root)
        self._faults: list[str] = []
        self._graded: list[GradedEntry] = []
        self._composed: ComposedFigures | None = None
        self._random: RandomFigures | None = None

    def run(self, *, corpus: bool, composed: int, random: int, seed: int, record: bool) -> bool:
        """Judge what is asked for, and print it.

        Args:
            corpus: whether to grade the corpora.
            composed: how many composed answers to judge.
            random: how many random answers to judge.
            seed: of the composed and the random answers.
            record: whether to write the figures into the file that later runs are held against.

        Returns:
            Whether nothing is worse.
        """
        if corpus:
            self._grade_corpora()
        if composed:
            self._judge_composed(composed, seed)
        if random:
            self._judge_random(random, seed)
        if record:
            self._record()
        if self._quiet:
            typer.echo(json.dumps(self._document(), ensure_ascii=False))
        for fault in self._faults:
            self._say(fault)
        return not self._faults

    def _say(self, line: str) -> None:
        if not self._quiet:
            typer.echo(line)

    def _grade_corpora(self) -> None:
        """Grade the corpora; print what is not named of what may be looked at, and figures."""
        languages = self._course.settings.languages
        total = sum(len(read_corpus(each.folder).entries) for each in self._chosen)
        with self._progress("corpus", total) as advance:
            for graded in grade_corpora(
                self._chosen,
                self._keys,
                language=FALLBACK if FALLBACK in languages else languages[0],
                limits=self._course.settings.limits,
                layers=self._layers,
                workers=self._jobs,
            ):
                if isinstance(graded, GradedEntry):
                    advance()
                    self._graded.append(graded)
                    self._faults += [str(graded.fault)] if graded.fault is not None else []
                else:
                    self._faults.append(str(graded))
        for graded in self._graded:
            if graded.entry.seen and graded.verdict not in (None, "rightly"):
                for line in _entry_lines(graded):
                    self._say(line)
        found = by_exercise(self._graded)
        self._faults += falls(read_figures(self._course.root)["corpus"], found)
        for line in table(corpus_rows(found)):
            self._say(line)
        right = [each for each in self._graded if each.entry.right]
        full = sum(each.fault is None for each in right)
        self._say(
            f"{full} of {len(right)} right answers get full marks, and nothing is said of them"
        )

    def _judge_composed(self, count: int, seed: int) -> None:
        """Judge composed answers; print those of which something wrong is said, and figures."""
        figures = self._composed = ComposedFigures(seed)
        other_keys = self._make_keys(_another(self._seed))
        with self._progress("composed answers", count) as advance:
            for judged in judge_composed(self._chosen, self._keys, other_keys, count, seed):
                advance()
                figures.add(judged)
                if judged.verdict == "wrong":
                    self._say(str(judged))
        wrong = figures.verdicts["wrong"]
        self._say(figures.sentence())
        if wrong > max(1, MOST_WRONG * figures.answers):
            self._faults.append(f"something wrong is said of {wrong} composed answers")

    def _judge_random(self, count: int, seed: int) -> None:
        """Judge random answers; print those that are given a name, and figures."""
        figures = self._random = RandomFigures(seed)
        keys = list(self._keys.values())
        with self._progress("random answers", count) as advance:
            for judged in judge_random(keys, count, seed):
                advance()
                figures.add(judged)
                if judged.named:
                    self._say(f"{judged.exercise}: {judged.kind}: {', '.join(judged.named)}")
        self._say(figures.sentence())
        named = figures.named.total()
        if named > max(1, MOST_NAMED * figures.answers.total()):
            self._faults.append(f"{named} random answers are given a name")

    def _record(self) -> None:
        """Write the figures into the file that later runs are held against, and print its page."""
        root = self._course.root
        write_figures(root, self._graded, self._composed, self._random)
        write_page(root)
        self._say(f"recorded in {page_path(root).relative_to(root)}")

    def _document(self) -> dict[str, Any]:
        """Everything as data."""
        return {
            "passed": not self._faults,
            "faults": self._faults,
            "corpus": [_entry_document(each) for each in self._graded],
            "composed": None if self._composed is None else self._composed.document(),
            "random": None if self._random is None else self._random.document(),
        }

    @cached_property
    def _keys(self) -> dict[str, Key]:
        """The keys of the exercises, with their libraries."""
        names = [solution.name for solution in self._chosen]
        work_out(self._course, names, layers=self._layers, workers=self._jobs)
        keys = self._make_keys(self._seed)
        return with_libraries(self._course, keys, layers=self._layers, workers=self._jobs)

    def _make_keys(self, seed: bytes) -> dict[str, Key]:
        limits = self._course.settings.limits
        return make_keys(self._chosen, seed, limits=limits, layers=self._layers)


def _another(seed: bytes) -> bytes:
    return hashlib.sha256(b"another seed" + seed).digest()


def _entry_lines(graded: GradedEntry) -> Iterator[str]:
    entry = graded.entry
    yield f"{entry.path}:{entry.line}: {graded.verdict}: {entry.title}"
    for each in graded.said:
        yield f"    {each.text}"


def _entry_document(graded: GradedEntry) -> dict[str, Any]:
    """An entry as data; of what is set aside not what it is, nor what is said of it."""
    entry = graded.entry
    document: dict[str, Any] = {
        "exercise": entry.exercise,
        "half": "seen" if entry.seen else "unseen",
        "right": entry.right,
        "kind": entry.kind,
        "cause": entry.cause,
        "verdict": graded.verdict,
        "own_check": graded.own,
    }
    if entry.seen:
        said = [each.text for each in graded.said]
        document |= {"title": entry.title, "line": entry.line, "said": said}
    return document
