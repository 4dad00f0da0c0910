"""Faults of an exercise that grading answers does not reveal."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from autograder.course import Solution
from autograder.course.known_source import known_source
from autograder.course.source_lines import line_of_definition
from autograder.diagnosis.listed_mistakes import cannot_run
from autograder.edits.making import OPERATOR_NAMES, Edit, known_names, make_edits
from autograder.keys.cases import pack_cases
from autograder.keys.key import Key
from autograder.sandbox.call import Call
from autograder.sandbox.codec import DoorError, Value, encode
from autograder.sandbox.in_process import call_here
from autograder.sandbox.outcome import Outcome
from autograder.unknown_names import unknown

__all__ = ["author_faults", "why_it_cannot_run"]

_LONGEST_PROBE = 1.0
"""Seconds that the reference may take for all cases of a probe call."""


def why_it_cannot_run(name: str, outcomes: Iterable[Outcome]) -> str | None:
    """What is wrong with a mistake that cannot run because of a typo.

    Args:
        name: of the mistake.
        outcomes: of the mistake on every case.

    Returns:
        A sentence; None if it can run.
    """
    answers = list(outcomes)
    first = answers[0].problem
    if first is None or not all(map(cannot_run, answers)):
        return None
    return f"mistake {name!r} raises {first.type} on every case: {first.message}".rstrip(": ")


def author_faults(solution: Solution, key: Key, seed: bytes) -> Iterator[str]:
    """Find what is wrong with an exercise's cases and its reference.

    Args:
        solution: the exercise.
        key: of the exercise, made with this seed.
        seed: the course's secret.

    Yields:
        A sentence for each, with file and line.
    """
    yield from _unsteady_cases(solution, key, seed)
    yield from _changed_inputs(solution, key)
    yield from _words_for_nothing(solution)
    yield from _slow_probes(solution, key)


def _unsteady_cases(solution: Solution, key: Key, seed: bytes) -> Iterator[str]:
    # Every process that grades makes the cases again; students' checks read them from a file.
    asked = (
        *zip(solution.exercise.checks, key.checks, strict=True),
        # The automatic ones come after its author's.
        *zip(solution.exercise.probes, key.probes, strict=False),
    )
    for check, made in asked:
        if pack_cases(solution, check, seed) != [encode(case.inputs) for case in made.cases]:
            problem = (
                f"the cases of check {check.name!r} differ from run to run; draw them from rng"
            )
            yield f"{solution.folder / 'grading.py'}:{check.line}: {problem}"


def _changed_inputs(solution: Solution, key: Key) -> Iterator[str]:
    changed: dict[str, str] = {}
    # Automatic probe calls have no driver, also where every check has one.
    own_probes = key.probes[: len(solution.exercise.probes)]
    for check in (*key.checks, *own_probes):
        # A driver of the exercise may change its inputs.
        if check.direct:
            for case in check.cases:
                for name in _changed_by_the_reference(solution, key.call(check, case)):
                    changed.setdefault(name, check.name)
    line = line_of_definition(solution.source, solution.name)
    for name, where in changed.items():
        yield (
            f"{solution.folder / 'reference.py'}:{line}: the reference changes its input {name!r}: "
            f"let it copy that, or, if students are asked to change it in place, give {where!r} "
            "a driver of driver.py"
        )


def _slow_probes(solution: Solution, key: Key) -> Iterator[str]:
    """Its author's probe calls that take long: they are asked of everybody who is wrong."""
    for probe, made in zip(solution.exercise.probes, key.probes, strict=False):
        begun = time.monotonic()
        for case in made.cases:
            call_here(solution.reference, key.call(made, case).fresh())
        if time.monotonic() - begun > _LONGEST_PROBE:
            problem = f"the probe call {probe.name!r} takes longer than {_LONGEST_PROBE:g} seconds"
            yield f"{solution.folder / 'grading.py'}:{probe.line}: {problem}"


def _changed_by_the_reference(solution: Solution, call: Call) -> Iterator[str]:
    """The names of the inputs that the call changed."""
    after = call.fresh()
    call_here(solution.reference, after)
    for name, value in call.inputs.items():
        if not _same_bits(value, after.inputs[name]):
            yield name


def _words_for_nothing(solution: Solution) -> Iterator[str]:
    """The author's words for edits that cannot be made of the reference or of an alternative."""
    if not solution.exercise.edits:
        return
    made = {(each.operator, each.of) for each in _edits(solution)}
    operators = {operator for operator, _ in made}
    for words in solution.exercise.edits:
        where = f"{solution.folder / 'grading.py'}:{words.line}"
        names = sorted(of for operator, of in made if operator == words.operator and of)
        if words.operator not in OPERATOR_NAMES:
            yield f"{where}: {unknown('edit', words.operator, OPERATOR_NAMES)}"
        elif words.operator not in operators:
            yield f"{where}: no edit {words.operator!r} can be made here"
        elif words.of is not None and words.of not in names:
            yield f"{where}: {unknown(f'edit {words.operator!r} of', words.of, names)}"


def _edits(solution: Solution) -> Iterator[Edit]:
    known = known_names(solution.source)
    yield from make_edits(solution.source)
    for name in solution.alternatives:
        yield from make_edits(known_source(solution, "alternatives.py", name), known=known)


def _same_bits(before: Value, after: Value) -> bool:
    """Whether two values are equal to the last bit, NaN included."""
    try:
        return encode(before) == encode(after)
    except DoorError:  # it now holds something that is not data
        return False
