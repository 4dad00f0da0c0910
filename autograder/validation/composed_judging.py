"""Judging composed wrong answers: whether what is said of each is what was done to it.

What is right is known by construction. A diagnosis is right where it names a part, and where the
program that it describes answers as some of the parts do, or all of them, with two hidden seeds.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np

from autograder.course import Solution
from autograder.course.known_source import known_source
from autograder.course.parameters import base_name
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.grading.judge import judge
from autograder.grading.probing import are_probes_of_use
from autograder.keys.answer import all_answers
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.keys.sketch import bounds, parts, read, sketch
from autograder.sandbox.in_process import call_here
from autograder.sandbox.outcome import Outcome
from autograder.validation.composed import (
    CONSTANTS,
    Composed,
    Composer,
    Part,
    Program,
    edits_of,
    load_text,
)
from autograder.validation.corpus_grading import VERDICTS, Verdict
from autograder.validation.spoiling import SPOILERS
from autograder.variants.merging import Merger
from autograder.variants.wrappers import pinned, rounded, scaled

__all__ = ["MOST_WRONG", "ComposedFigures", "JudgedComposed", "judge_composed"]

MOST_WRONG: Final = 1 / 200
"""The largest share of which something wrong may be said."""

_SECONDS: Final = 0.5
"""For one case; what takes longer is not judged."""

_TRIES: Final = 20
_DIGITS: Final = (*map(float, range(10)),)

_SKETCHED: Final = 2.0**-21
"""How fine the sketches are in which explanations are looked up: a relative difference."""

Outcomes = dict[str, list[Outcome]]


@dataclass(frozen=True)
class _Explained:
    """What a diagnosis explains.

    Attributes:
        checks: their names; none for all.
        part: the number of a returned value; None for all.
        unsaid: whether it is some checks that may not be told.
    """

    checks: tuple[str, ...] = ()
    part: int | None = None
    unsaid: bool = False


@dataclass(frozen=True)
class JudgedComposed:
    """A composed answer, and what is said of it.

    Attributes:
        exercise: that it answers.
        parts: that are wrong with it; those that change nothing beside the others are left out.
        diagnoses: what is said.
        verdict: on that.
    """

    exercise: str
    parts: tuple[Part, ...]
    diagnoses: tuple[Diagnosis, ...]
    verdict: Verdict

    def __str__(self) -> str:
        said = "; ".join(
            " ".join(str(word) for word in _fields(each) if word is not None)
            for each in self.diagnoses
        )
        done = " + ".join(map(str, self.parts))
        return f"{self.exercise}: {self.verdict}: {done}: {said or 'nothing'}"


@dataclass
class ComposedFigures:
    """How many composed answers there were, and what was said of them."""

    seed: int
    verdicts: Counter[str] = field(default_factory=Counter)

    def add(self, judged: JudgedComposed) -> None:
        """Count one more."""
        self.verdicts[judged.verdict] += 1

    @property
    def answers(self) -> int:
        """All of them."""
        return self.verdicts.total()

    def share(self, *verdicts: Verdict) -> float:
        """The share with one of these verdicts."""
        return sum(self.verdicts[each] for each in verdicts) / max(1, self.answers)

    def sentence(self) -> str:
        """The figures in one sentence."""
        shares = ", ".join(f"{name} {self.share(name):.1%}" for name in VERDICTS)
        named = self.share("rightly", "partly")
        return f"{self.answers} composed answers, seed {self.seed}: named {named:.1%}; {shares}"

    def document(self) -> dict[str, Any]:
        """The figures as data."""
        return {"seed": self.seed, "verdicts": {name: self.verdicts[name] for name in VERDICTS}}

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> ComposedFigures:
        """The figures that a document is of."""
        return cls(document["seed"], Counter(document["verdicts"]))


def judge_composed(
    solutions: Sequence[Solution],
    keys: Mapping[str, Key],
    other_keys: Mapping[str, Key],
    count: int,
    seed: int,
) -> Iterator[JudgedComposed]:
    """Compose wrong answers to exercises in turn, run them in this process, and judge them.

    Args:
        solutions: the exercises.
        keys: of them, with their libraries.
        other_keys: with another hidden seed.
        count: how many answers.
        seed: of all random numbers.

    Yields:
        Each answer that loses points, when it was judged.
    """
    composers = {solution.name: Composer(solution) for solution in solutions}
    for number in range(count):
        solution = solutions[number % len(solutions)]
        key, other = keys[solution.name], other_keys[solution.name]
        rng = np.random.default_rng([seed, number])
        for _ in range(_TRIES):
            composed = composers[solution.name].compose(rng)
            found = None if composed is None else _Trial(composed, key, other).judged()
            if found is not None:
                yield found
                break


class _Trial:
    """One composed answer, and the answers of everything that it is compared with."""

    def __init__(self, composed: Composed, key: Key, other: Key) -> None:
        self._composed = composed
        self._keys = (key, other)
        self._answers: dict[frozenset[Part], tuple[Outcomes, Outcomes] | None] = {}

    def judged(self) -> JudgedComposed | None:
        """What is said of it; None where it takes too long, or earns full marks."""
        found = self._answers_of(self._composed.parts)
        if found is None:
            return None
        key = self._keys[0]
        if all(answer.right for answer in all_answers(key, found[0])):
            return None
        result = judge(key, found[0], probes=self._probes(found[0]))
        diagnoses = result.diagnoses
        verdict = self._verdict(diagnoses)
        return JudgedComposed(self._composed.solution.name, self._effective, diagnoses, verdict)

    def _probes(self, outcomes: Outcomes) -> Outcomes | None:
        """What it answers to probe calls, if it is asked any."""
        key = self._keys[0]
        program = self._composed.program(self._composed.parts)
        if program is None or not are_probes_of_use(key, outcomes):
            return None
        return _outcomes(key, key.probes, program)

    def _verdict(self, diagnoses: Sequence[Diagnosis]) -> Verdict:
        covered: set[Part] = set()
        wrong = False
        values = [each for each in diagnoses if each.facet == "values"]
        together = self._like_together(values) if len(values) > 1 else None
        for each in diagnoses:
            named = [part for part in self._composed.parts if _names(each, part)]
            if not named and each.facet == "values":
                behaves = together or self._behaves(each)
                wrong = wrong or behaves is None
                named = list(behaves or ())
            elif not named:
                named = [part for part in self._composed.parts if self._shows(part, each)]
            covered.update(named)
        covered.update(together or ())
        if wrong:
            return "wrong"
        if covered >= set(self._effective):
            return "rightly"
        return "partly" if covered else "beside" if diagnoses else "silent"

    @cached_property
    def _effective(self) -> tuple[Part, ...]:
        """The parts without which it would answer otherwise."""
        parts = self._composed.parts
        whole = self._answers_of(parts)
        assert whole is not None  # noqa: S101 - it was judged
        kept = []
        for part in parts:
            others = self._answers_of([each for each in parts if each is not part])
            if others is None or not _all_alike(self._keys[0], others[0], whole[0]):
                kept.append(part)
        return tuple(kept) or parts

    def _answers_of(self, chosen: Iterable[Part]) -> tuple[Outcomes, Outcomes] | None:
        """What it answers with some of its parts alone, to both keys."""
        several = frozenset(chosen)
        if several not in self._answers:
            ordered = [part for part in self._composed.parts if part in several]
            self._answers[several] = self._run(self._composed.program(ordered))
        return self._answers[several]

    def _run(self, program: Program | None) -> tuple[Outcomes, Outcomes] | None:
        if program is None:
            return None
        found = [_outcomes(key, key.checks, program) for key in self._keys]
        if found[0] is None or found[1] is None:
            return None
        return found[0], found[1]

    def _behaves(self, diagnosis: Diagnosis) -> frozenset[Part] | None:
        """The parts as which the program answers that a diagnosis describes; None where none do."""
        if diagnosis.kind == "relation":
            found = self._answers_of(self._composed.parts)
            again = judge(self._keys[1], found[1]).diagnoses if found is not None else ()
            same = any((each.kind, each.name) == ("relation", diagnosis.name) for each in again)
            return frozenset(self._effective) if same else None
        for answers in self._described(diagnosis):
            for explained in _explained(self._keys[0], diagnosis):
                like = self._like(answers, explained)
                if like is not None:
                    return like
        return None

    def _like(
        self, answers: tuple[Outcomes, Outcomes] | None, explained: _Explained = _Explained()
    ) -> frozenset[Part] | None:
        """The parts, as many as there are, which answer as these, as far as it is explained."""
        if answers is None:
            return None
        parts = self._composed.parts
        for size in range(len(parts), 0, -1):
            for several in itertools.combinations(parts, size):
                theirs = self._answers_of(several)
                if theirs is not None and self._alike(answers, theirs, explained):
                    return frozenset(several)
        return None

    def _alike(
        self,
        answers: tuple[Outcomes, Outcomes],
        theirs: tuple[Outcomes, Outcomes],
        explained: _Explained,
    ) -> bool:
        """Whether two programs return the same, with both seeds, as far as it is explained."""
        if explained.unsaid:
            agreeing = tuple(
                check.name
                for check in self._keys[0].checks
                if not _all_right(self._keys[0], check, answers[0])
                and _alike_where_both_answer(
                    self._keys[0], answers[0], theirs[0], _Explained((check.name,))
                )
            )
            if not agreeing:
                return False
            explained = _Explained(agreeing)
        return all(
            _alike_where_both_answer(key, one, another, explained)
            for key, one, another in zip(self._keys, answers, theirs, strict=True)
        )

    def _described(self, diagnosis: Diagnosis) -> Iterator[tuple[Outcomes, Outcomes] | None]:
        """The answers of the programs that a diagnosis may mean."""
        solution = self._composed.solution
        if diagnosis.kind == "mistake":
            for name in self._versions(diagnosis.name):
                yield _listed(self._keys[0], name), _listed(self._keys[1], name)
        elif diagnosis.kind == "edit":
            texts = [solution.source]
            texts += [
                known_source(solution, "alternatives.py", name) for name in solution.alternatives
            ]
            for text in texts:
                yield from map(self._run, _edited(solution, text, diagnosis))
        else:
            for value in _values(diagnosis):
                yield self._run(_wrapped(solution.reference, diagnosis, value))

    def _like_together(self, values: Sequence[Diagnosis]) -> frozenset[Part] | None:
        """The parts as which the program answers that several diagnoses describe together."""
        for answers in self._joint(values):
            for explained in _explained(self._keys[0], values[0]):
                like = self._like(answers, explained)
                if like is not None:
                    return like
        return None

    def _joint(self, values: Sequence[Diagnosis]) -> Iterator[tuple[Outcomes, Outcomes] | None]:
        """The answers of the programs that several diagnoses may mean together."""
        solution = self._composed.solution
        listed = [each for each in values if each.kind == "mistake"]
        edits = [each for each in values if each.kind == "edit"]
        others = [each for each in values if each.kind in ("argument", "rounding", "relation")]
        if len(listed) > 2 or len(edits) > 1:
            return
        for text in self._texts(listed):
            programs = (
                _edited(solution, text, edits[0])
                if edits
                else filter(None, [load_text(text, solution.name)])
            )
            for program in programs:
                for numbers in itertools.product(*map(_values, others)):
                    whole = program
                    for each, value in zip(others, numbers, strict=True):
                        whole = _wrapped(whole, each, value)
                    yield self._run(whole)

    def _texts(self, listed: Sequence[Diagnosis]) -> Iterator[str]:
        """The texts of the reference, of a listed mistake, or of two in one program."""
        solution = self._composed.solution
        for names in itertools.product(*(self._versions(each.name) for each in listed)):
            match names:
                case [one, other]:
                    text = self._merger.merged(one, other)
                case [one]:
                    text = known_source(solution, "mistakes.py", one)
                case _:
                    text = solution.source
            if text is not None:
                yield text

    @cached_property
    def _merger(self) -> Merger:
        return Merger(self._composed.solution)

    def _versions(self, name: str) -> Iterator[str]:
        """The listed mistakes of this name, with all values of their parameters."""
        for each in self._composed.solution.mistakes:
            if base_name(each) == base_name(name):
                yield each

    def _shows(self, part: Part, diagnosis: Diagnosis) -> bool:
        """Whether a part alone is told in this facet as well."""
        found = self._answers_of([part])
        if found is None:
            return False
        result = judge(self._keys[0], found[0])
        return any(
            (each.facet, each.name) == (diagnosis.facet, diagnosis.name)
            for each in result.diagnoses
        )


def _fields(diagnosis: Diagnosis) -> tuple[str | float | None, ...]:
    return (*(diagnosis.facet, diagnosis.kind, diagnosis.name), diagnosis.of, diagnosis.value)


def _names(diagnosis: Diagnosis, part: Part) -> bool:
    """Whether a diagnosis is a part's own name."""
    if part.kind == "mistake":
        return diagnosis.kind == "mistake" and base_name(diagnosis.name) == base_name(part.name)
    if diagnosis.name == "used_otherwise":
        return diagnosis.of in (part.name, (part.of or "").rpartition("_for_")[2])
    if (diagnosis.kind, part.name) == ("argument", "replace_name"):
        return diagnosis.name == part.of
    if part.kind == "edit":
        return (diagnosis.kind, diagnosis.name, diagnosis.of) == ("edit", part.name, part.of)
    if part.kind in ("argument", "rounding"):
        return (diagnosis.kind, diagnosis.name) == (part.kind, part.name)
    return diagnosis.facet in SPOILERS[part.name].facets


def _edited(solution: Solution, text: str, diagnosis: Diagnosis) -> Iterator[Program]:
    for edit in edits_of(solution, text):
        if (edit.operator, edit.of) == (diagnosis.name, diagnosis.of):
            program = load_text(edit.source, solution.name)
            if program is not None:
                yield program


def _values(diagnosis: Diagnosis) -> Sequence[float]:
    """The numbers that a diagnosis may mean: one, or all where it says none."""
    if diagnosis.value is not None:
        return (diagnosis.value,)
    known: dict[str, Sequence[float]] = {"argument": CONSTANTS, "rounding": _DIGITS}
    return known.get(diagnosis.kind, (-1.0,))


def _wrapped(program: Program, diagnosis: Diagnosis, value: float) -> Program:
    """A program with what a diagnosis says done to it from outside."""
    if diagnosis.kind == "argument":
        return pinned(program, diagnosis.name, value)
    if diagnosis.kind == "rounding":
        return rounded(program, int(value))
    return scaled(program, value)


def _explained(key: Key, diagnosis: Diagnosis) -> Iterator[_Explained]:
    """What a diagnosis may explain: everything, or some checks, or one of the returned values."""
    if not diagnosis.partial:
        yield _Explained()
    elif diagnosis.checks:
        yield _Explained(diagnosis.checks)
    else:
        count = max(
            len(parts(check.reports, case.expected)) for check in key.checks for case in check.cases
        )
        yield from (_Explained(part=part) for part in range(count) if count > 1)
        yield _Explained(unsaid=True)


def _outcomes(key: Key, checks: Sequence[KeyCheck], program: Program) -> Outcomes | None:
    """The outcomes by check; None where a case takes too long."""
    found: Outcomes = {}
    for check in checks:
        found[check.name] = []
        for case in check.cases:
            outcome = call_here(program, key.call(check, case).fresh(), seconds=_SECONDS)
            if outcome.problem is not None and outcome.problem.kind == "timeout":
                return None
            found[check.name].append(outcome)
    return found


def _listed(key: Key, name: str) -> Outcomes:
    return {check.name: [case.mistakes[name] for case in check.cases] for check in key.checks}


def _all_alike(key: Key, one: Outcomes, other: Outcomes) -> bool:
    """Whether two programs answer alike everywhere, in values and types."""
    return all(
        (first.problem is None) == (second.problem is None)
        and (first.problem is not None or repr(_types(first.output)) == repr(_types(second.output)))
        for check in key.checks
        for first, second in zip(one[check.name], other[check.name], strict=True)
    ) and _alike_where_both_answer(key, one, other, least=0)


def _types(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _types(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return (type(value), {repr(_types(each)) for each in value})
    return (type(value), getattr(value, "dtype", None))


def _alike_where_both_answer(
    key: Key,
    one: Outcomes,
    other: Outcomes,
    explained: _Explained = _Explained(),
    *,
    least: int = 1,
) -> bool:
    """Whether two programs return the same numbers wherever both return any.

    Args:
        key: what they answer.
        one: the outcomes of the first.
        other: the outcomes of the second.
        explained: what is compared.
        least: in how many cases both have to answer.
    """
    compared = 0
    for check in key.checks:
        if explained.checks and check.name not in explained.checks:
            continue
        for case, first, second in zip(
            check.cases, one[check.name], other[check.name], strict=True
        ):
            if first.problem is None and second.problem is None:
                compared += 1
                if not _alike(check, case, (first.output, second.output), explained.part):
                    return False
    return compared >= least


def _all_right(key: Key, check: KeyCheck, outcomes: Outcomes) -> bool:
    return all(each.right for each in all_answers(key, outcomes) if each.check == check.name)


def _alike(check: KeyCheck, case: KeyCase, outputs: tuple[Any, Any], only: int | None) -> bool:
    rtol, atol = bounds(check.tolerance, case.expected, case.inputs)
    mine, theirs = (parts(check.reports, each) for each in outputs)
    if len(mine) != len(theirs):
        return False
    for number, (here, there) in enumerate(zip(mine, theirs, strict=True)):
        reading = read(here, rtol, atol)
        form, projections = sketch(there)
        near = reading.bounds + _SKETCHED * np.abs(projections)
        far = (np.abs(projections - reading.projections) > near).any()
        if only in (None, number) and (form != reading.form or far):
            return False
    return True
