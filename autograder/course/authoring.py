"""What an author writes in `grading.py` and `mistakes.py`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, overload

import numpy as np

from autograder.course.check_parts import Plot, PlotKind, Reports, text_or_as_given
from autograder.texts import Text

__all__ = [
    "Case",
    "Check",
    "EditWords",
    "Exercise",
    "Plot",
    "PlotKind",
    "Reports",
    "given",
    "mistake",
]

Cases = Callable[["np.random.Generator"], Iterator["Case"]]

_Wrong = TypeVar("_Wrong", bound=Callable[..., Any])


class Case:
    """One set of inputs, by argument name.

    Inputs are what may cross into the sandbox: None, bool, int, float, str, NumPy arrays, and
    lists, tuples and dicts of these. A function cannot cross; a driver makes it there from data.

    Examples:
        >>> Case(x=[1.0, 2.0], lr=0.1).inputs
        {'x': [1.0, 2.0], 'lr': 0.1}

    Raises:
        ValueError: if an input is still to be written, or is a function.
    """

    def __init__(self, **inputs: Any) -> None:
        for name, value in inputs.items():
            if value is ...:
                raise ValueError(
                    f"{name!r} is still `...`: write data there, as in np.array([1.0, 2.0])"
                )
            if callable(value):
                raise ValueError(
                    f"{name!r} is a function, which cannot cross into the sandbox: a function of "
                    "`driver.py` makes it from data, as from its name"
                )
        self.inputs = inputs


@dataclass(frozen=True)
class Check:
    """A named group of cases, worth points, about one thing that a person can name.

    Attributes:
        name: identifies it; unique in its exercise.
        label: what it is about, in the languages of the course, once it is loaded.
        translations: the languages that its author gave as keywords.
        points: what it is worth.
        public: whether students can see its cases and expected values.
        driver: how the submission is called: `call`, `inputs_after`, `twice`, or a function of the
            exercise's `driver.py`.
        reports: what a driver of the exercise's own returns; None for the result itself, or what
            the driver named reports where it is none of its own.
        rtol: relative tolerance, or None for the default of the dtype.
        atol: absolute tolerance, or None for the default of the dtype.
        judge: the function of the exercise's `judge.py` that says what is right; None where an
            answer is right that is close to the reference's.
        plot: how its outputs are drawn, or None.
        cases: yields the cases, given a random generator.
        line: of its definition in `grading.py`.
        partial: whether each of its cases earns its share of the points, and not all of them or
            none.
        extra: whether its points are extra credit, beyond those of the exercise.
        steps: how many times the lines that the reference runs an answer may run; None for no
            bound.
        time: how many times the processor time of the reference it may take; None for no bound.
    """

    name: str
    label: Text
    translations: Mapping[str, str]
    points: int
    public: bool
    driver: str
    reports: Reports | None
    rtol: float | None
    atol: float | None
    judge: str | None
    plot: Plot | None
    cases: Cases
    line: int
    partial: bool = False
    extra: bool = False
    steps: float | None = None
    time: float | None = None


@dataclass(frozen=True)
class EditWords:
    """What an author says of one edit of the reference, in the place of the framework's words.

    Attributes:
        operator: what is done to the reference: a name of `autograder.edits`.
        of: what the edit is about; None for everything that this operator is done to.
        silent: whether the edit is not told, and not made.
        texts: the hints by language, and the deeper ones by language with a 2, as given.
        line: in `grading.py`.
        hint: the hint, once the exercise is loaded; None where it is silent.
        hint2: the deeper one; None where there is none.
    """

    operator: str
    of: str | None
    silent: bool
    texts: Mapping[str, str]
    line: int
    hint: Text | None = None
    hint2: Text | None = None


@dataclass
class Exercise:
    """What is asked, and for how many points. One per `grading.py`, named `exercise`.

    Attributes:
        points: the sum of the points of its checks without extra credit; said once more so that
            neither changes by accident.
        notes: the numbered points of the lecture that it belongs to; a release asks for them.
        oracle: who else computes the same thing, or the property that is tested instead; a release
            asks for it.
        domain: what each argument may be, as text: `{"beta": "[0, 1)", "X": "float (n, d)"}`.
        untouched: the parts of a domain that no hidden case touches, each with the reason.
        reasons: what its judges may say is wrong, by name: a text, or texts by language.
        forbid: what an answer may not use: functions as in `"numpy.linalg.lstsq"`, `"loops"`,
            `"recursion"`.
        require: what it has to use, in the same words.
        rounding: the mistakes whose wrong answers are rounding errors, or are decided by them: they
            come out otherwise on another machine.
        checks: what is graded, in order.
        edits: the author's words for edits of the reference.
        probes: its author's probe calls: checks that are not graded.

    Examples:
        >>> exercise = Exercise(
        ...     points=1, notes=["23"], oracle="x + x", domain={"x": "float (n,)"}
        ... )
        >>> @exercise.check("a few numbers", ko="몇 개의 수", points=1, public=True)
        ... def few(rng):
        ...     yield Case(x=rng.normal(size=3))
        >>> [each.points for each in exercise.checks]
        [1]
    """

    points: int
    notes: Sequence[str] = ()
    oracle: str = ""
    domain: Mapping[str, Any] = field(default_factory=dict)
    untouched: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, Any] = field(default_factory=dict)
    forbid: Sequence[str] = ()
    require: Sequence[str] = ()
    rounding: Sequence[str] = ()
    checks: list[Check] = field(default_factory=list, init=False)
    edits: list[EditWords] = field(default_factory=list, init=False)
    probes: list[Check] = field(default_factory=list, init=False)

    def check(
        self,
        name: str,
        *,
        points: int,
        public: bool = False,
        driver: str = "call",
        reports: Reports | None = None,
        rtol: float | None = None,
        atol: float | None = None,
        judge: str | None = None,
        partial: bool = False,
        extra: bool = False,
        steps: float | None = None,
        time: float | None = None,
        plot: Plot | None = None,
        **translations: str,
    ) -> Callable[[Cases], Cases]:
        """Declare a check; the decorated generator yields its cases. See `Check`.

        The name identifies the check, and is its text in the one language of the course that is no
        keyword here: `@exercise.check("one step", ko="한 걸음", points=1)` in a course in Korean
        and English.
        """

        def declare(cases: Cases) -> Cases:
            line = inspect.getsourcelines(cases)[1]
            self.checks.append(
                Check(
                    name=name,
                    label=text_or_as_given(name),
                    translations=translations,
                    points=points,
                    public=public,
                    driver=driver,
                    reports=reports,
                    rtol=rtol,
                    atol=atol,
                    judge=judge,
                    plot=plot,
                    cases=cases,
                    line=line,
                    partial=partial,
                    extra=extra,
                    steps=steps,
                    time=time,
                )
            )
            return cases

        return declare

    def edit(
        self, *, operator: str, of: str | None = None, silent: bool = False, **texts: str
    ) -> None:
        """Say something else of an edit of the reference than the framework does, or nothing.

        `exercise.edit(operator="drop_operand", of="eps", ko="...", en="...", ko2="...", en2="...")`
        gives the hint, and the deeper one, in the languages of the course. See `EditWords`.
        """
        frame = inspect.currentframe()
        caller = frame.f_back if frame is not None else None
        line = caller.f_lineno if caller is not None else 1
        self.edits.append(EditWords(operator, of, silent, texts, line))

    def words_for(self, operator: str, of: str | None) -> EditWords | None:
        """The author's words for an edit; those for exactly what it is about come first."""
        for about in (of, None):
            for each in self.edits:
                if each.operator == operator and each.of == about:
                    return each
        return None

    @overload
    def probe(self, cases: Cases, /) -> Cases: ...

    @overload
    def probe(
        self, /, *, driver: str = "call", reports: Reports | None = None
    ) -> Callable[[Cases], Cases]: ...

    def probe(
        self, cases: Cases | None = None, /, *, driver: str = "call", reports: Reports | None = None
    ) -> Cases | Callable[[Cases], Cases]:
        """Declare probe calls, which are not graded; the decorated generator yields the cases.

        They are asked after all checks, and only where the answers are wrong, to find out why.

        Examples:
            >>> exercise = Exercise(points=1, notes=["23"], oracle="x + x")
            >>> @exercise.probe
            ... def plain_numbers(rng):
            ...     yield Case(x=2.0)
            >>> @exercise.probe(driver="twice")
            ... def again(rng):
            ...     yield Case(x=rng.normal(size=2))
            >>> [each.driver for each in exercise.probes]
            ['call', 'twice']
        """

        def declare(cases: Cases) -> Cases:
            self.probes.append(
                Check(
                    name=cases.__name__,
                    label=Text(cases.__name__),
                    translations={},
                    points=0,
                    public=False,
                    driver=driver,
                    reports=reports,
                    rtol=None,
                    atol=None,
                    judge=None,
                    plot=None,
                    cases=cases,
                    line=inspect.getsourcelines(cases)[1],
                )
            )
            return cases

        return declare if cases is None else declare(cases)


def mistake(**given: str | Sequence[bool | float | str | None]) -> Callable[[_Wrong], _Wrong]:
    """Mark a function or class of `mistakes.py` as a known wrong version; its name names it.

    Args:
        **given: one sentence in each language of the course, as in `ko="...", en="..."`; it points
            at the cause without giving the line away. And for each parameter that the function
            takes besides the arguments of the exercise, the list of its values: each of them makes
            a version of the mistake.

    Examples:
        >>> @mistake(ko="제곱이 아니라 두 배입니다.", en="Is it squared, or doubled?", power=[2, 3])
        ... def takes_a_power(x, *, power):
        ...     return x**power
    """

    def mark(wrong: _Wrong) -> _Wrong:
        wrong.__mistake__ = given  # type: ignore[attr-defined]
        return wrong

    return mark


def given(implementation: Any) -> dict[str, Any] | None:
    """The hint and the parameters of a marked mistake, as its author gave them; None for others."""
    found = getattr(implementation, "__mistake__", None)
    return found if isinstance(found, dict) else None
