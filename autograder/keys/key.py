"""The key of an exercise: its cases, what is expected, and what each mistake answers.

A key is data. The instructor's is made from a `Solution`, with public and hidden checks; a
student's is read from a file that holds the public ones. Everything that judges takes a key,
without knowing which of the two it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from autograder.compare import Tolerance
from autograder.course.check_parts import Plot, Reports
from autograder.keys.library import Library
from autograder.keys.own_judge import OwnJudge
from autograder.keys.room import Weight, room_beside
from autograder.keys.sketch import Reading, read_parts
from autograder.sandbox.call import Call, Signature
from autograder.sandbox.codec import Value
from autograder.sandbox.outcome import Outcome
from autograder.texts import Text

__all__ = ["Key", "KeyCase", "KeyCheck"]


@dataclass(frozen=True)
class KeyCase:
    """One set of inputs with the expected value and the outcomes of the mistakes.

    Attributes:
        inputs: by argument name, plain values.
        expected: what the reference returned.
        mistakes: the outcome of each known mistake, by its name.
        most_steps: lines of its own code that an answer may run; 0 for no bound.
        most_seconds: of processor time that an answer may take; 0 for no bound.
    """

    inputs: dict[str, Value]
    expected: Value
    mistakes: dict[str, Outcome]
    most_steps: int = 0
    most_seconds: float = 0.0

    @cached_property
    def room(self) -> Weight:
        """How large an output may be so that it is judged."""
        return room_beside([self.expected, *(each.output for each in self.mistakes.values())])


@dataclass(frozen=True)
class KeyCheck:
    """A check with its cases and expected values; see `course.Check`.

    Attributes:
        reports: what its outputs are; see `keys.facts.Fact`.
        direct: whether the submission is called with the inputs of a case and nothing else, and not
            by a driver of the exercise's own.
        judge: says what is right, in the place of the comparison; None where nothing does.
        partial: whether each case earns its share of the points.
        extra: whether its points are extra credit.
    """

    name: str
    label: Text
    points: int
    public: bool
    driver: str
    reports: Reports
    direct: bool
    tolerance: Tolerance
    plot: Plot | None
    cases: tuple[KeyCase, ...]
    judge: OwnJudge | None = None
    partial: bool = False
    extra: bool = False

    @property
    def only_seen(self) -> bool:
        """Whether its answers depend on facts that only the untrusted side sees, and may forge."""
        costs = any(case.most_steps or case.most_seconds for case in self.cases)
        return self.reports == "inputs_after" or costs

    def expected_readings(self, case: KeyCase) -> list[Reading]:
        """What the reference returned for a case, part by part, with the tolerance of the check."""
        return read_parts(
            self.reports,
            case.expected,
            expected=case.expected,
            inputs=case.inputs,
            tolerance=self.tolerance,
        )


@dataclass(frozen=True)
class Key:
    """Everything that an exercise is graded by.

    Attributes:
        exercise: its name, and that of the function or class that it asks for.
        assignment: the assignment that it belongs to.
        title: what students call it, in the languages of the course.
        driver_source: the text of its own drivers, or None.
        signature: of the reference.
        checks: in the author's order.
        hints: of the known mistakes, by their names.
        probes: ungraded calls, asked only of an exercise that is wrong.
        library: what other ways of being wrong answer; None where that was not worked out.
        reasons: what its judges may say is wrong, by their names.
        forbid: what an answer may not use.
        require: what it has to use.
        rounding: the mistakes whose wrong answers are rounding errors, or are decided by them.
    """

    exercise: str
    assignment: str
    title: Text
    driver_source: str | None
    signature: Signature
    checks: tuple[KeyCheck, ...]
    hints: dict[str, Text]
    probes: tuple[KeyCheck, ...] = ()
    library: Library | None = None
    reasons: dict[str, Text] = field(default_factory=dict)
    forbid: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    rounding: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """The most that can be earned without extra credit."""
        return sum(check.points for check in self.checks if not check.extra)

    @property
    def asked(self) -> tuple[KeyCheck, ...]:
        """Everything that may be asked, in the order in which a library numbers the cases."""
        return (*self.checks, *self.probes)

    def call(
        self, check: KeyCheck, case: KeyCase, file: str | None = None, *, at_end: bool = False
    ) -> Call:
        """The question to a session for a case of a check.

        Args:
            check: one of this key's.
            case: one of the check's.
            file: see `Call`.
            at_end: see `Call`.
        """
        return Call(
            function=self.exercise,
            inputs=case.inputs,
            driver=check.driver,
            driver_source=self.driver_source,
            signature=self.signature,
            file=file,
            at_end=at_end,
            forbid=self.forbid,
            require=self.require,
            most_steps=case.most_steps,
            most_seconds=case.most_seconds,
        )

    @cached_property
    def _kept_calls(self) -> dict[tuple[int, str, str | None, bool], tuple[KeyCase, Call]]:
        return {}

    def kept_call(self, check: KeyCheck, case: KeyCase, file: str | None, *, at_end: bool) -> Call:
        """The same as `call`, and the very same each time: what is sent is encoded once."""
        place = (id(case), check.driver, file, at_end)  # of a case that is kept beside it
        if place not in self._kept_calls:
            call = self.call(check, case, file, at_end=at_end)
            self._kept_calls[place] = (case, call)
        return self._kept_calls[place][1]
