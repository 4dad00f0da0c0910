"""What is known of an exercise's arguments and results: numbers, arrays, their dtypes and axes.

It is what their domains declare and what the cases give. It decides which additions have a form to
be written in: nobody asks for `len(x)` of a number, or whether it is zero where it is above zero.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from autograder.course import CourseError, Solution
from autograder.course.domains import AXES, Domain, End, Form, read_domains
from autograder.keys.cases import pack_cases
from autograder.sandbox.call import Call, signature_of
from autograder.sandbox.codec import decode
from autograder.sandbox.in_process import call_here
from autograder.validation.watched_reference import watched

__all__ = ["KnownValues", "Values", "known_values"]

_SECONDS = 10.0


@dataclass
class Values:
    """What is known of an argument, or of what is returned.

    Attributes:
        types: `int`, `float`, `array` of numbers, `list`, or `other`.
        dtypes: of the arrays.
        axes: how many the arrays have.
        unlike: whether an array had another shape than the results of the same call.
        empty: whether it may be.
        least: the smallest number that it may be, -inf without a declaration.
        most: the largest.
        declared: whether there is a declaration.
    """

    types: set[str] = field(default_factory=set)
    dtypes: set[str] = field(default_factory=set)
    axes: set[int] = field(default_factory=set)
    unlike: bool = False
    empty: bool = False
    least: float = -math.inf
    most: float = math.inf
    declared: bool = False

    @property
    def numbers(self) -> bool:
        """Whether it may be a single number."""
        return bool(self.types & {"int", "float"})

    @property
    def whole(self) -> bool:
        """Whether all single numbers are whole."""
        return "float" not in self.types

    @property
    def arrays(self) -> bool:
        """Whether it may be an array of numbers."""
        return "array" in self.types

    @property
    def floats(self) -> bool:
        """Whether it may be an array of floats."""
        return any(each.startswith("float") for each in self.dtypes)

    def note(self, value: Any) -> None:
        """Take in a value that it had."""
        if isinstance(value, np.ndarray) and value.dtype.kind in "iuf":
            self.types.add("array")
            self.dtypes.add(value.dtype.name)
            self.axes.add(value.ndim)
        elif isinstance(value, bool) or not isinstance(value, int | float | np.number):
            self.types.add("list" if isinstance(value, list) else "other")
        else:
            self.types.add("int" if isinstance(value, int | np.integer) else "float")


@dataclass
class KnownValues:
    """What is known of the arguments and the results of one function or method."""

    arguments: dict[str, Values] = field(default_factory=dict)
    result: Values = field(default_factory=Values)

    def of(self, name: str) -> Values:
        """What is known of an argument."""
        known = self.arguments.setdefault(name, Values())
        return known

    def note(self, arguments: Mapping[str, Any], result: Any) -> None:
        """Take in one call."""
        parts = result if isinstance(result, tuple) else (result,)
        for part in parts:
            self.result.note(part)
        shapes = {np.shape(p) for p in parts if isinstance(p, np.ndarray | np.number | float)}
        for name, value in arguments.items():
            values = self.of(name)
            values.note(value)
            values.unlike |= isinstance(value, np.ndarray) and value.shape not in shapes


def known_values(solution: Solution) -> dict[str, KnownValues]:
    """Read the domains of an exercise, and run its reference on its cases.

    Args:
        solution: the exercise.

    Returns:
        What is known of each method, and under "" of a function or a constructor. Entries of dicts
        are among the arguments, by their own names.
    """
    known: dict[str, KnownValues] = {}
    _take_cases(solution, known)
    domains = read_domains(solution.exercise.domain)
    for path, domain in domains.items():
        method, _, name = path.rpartition(".")
        of_method = known.setdefault(method if method in known else "", KnownValues())
        _declare(of_method.of(name), domain, domains)
    return known


def _declare(values: Values, domain: Domain, domains: Mapping[str, Domain]) -> None:
    """Take in a declaration."""
    for form in domain.forms:
        _take_form(values, form, domains)
    values.empty |= any(special.word == "empty" for special in domain.specials)
    least, most = _ends(domain, domains)
    # Entries of several dicts may have the same name.
    values.least = min(values.least, least) if values.declared else least
    values.most = max(values.most, most) if values.declared else most
    values.declared = True


def _take_form(values: Values, form: Form, domains: Mapping[str, Domain]) -> None:
    if form.kind == "like":
        for each in _forms_of(form.other, domains):
            if form.shape is None:
                _take_form(values, each, domains)
            elif each.kind in ("array", "like"):
                _take_form(values, replace(each, shape=form.shape), domains)
        return
    if form.kind == "array":
        values.dtypes |= set(form.dtypes)
        fewest = len([size for size in form.shape or () if size != AXES])
        values.axes |= {fewest, fewest + 1} if AXES in (form.shape or ()) else {fewest}
    kinds = {"number": {"int", "float"}, "int": {"int"}, "float": {"float"}, "array": {"array"}}
    values.types |= kinds.get(form.kind, {"list" if form.kind == "list" else "other"})


def _forms_of(name: str, domains: Mapping[str, Domain]) -> tuple[Form, ...]:
    """The forms of an argument, which a method names without its own name."""
    paths = [path for path in domains if path.rpartition(".")[2] == name]
    return domains[name if name in domains else paths[0]].forms


def _ends(domain: Domain, domains: Mapping[str, Domain]) -> tuple[float, float]:
    """The smallest and the largest number of a domain; a float next to an open end is there."""
    numbers = [each for each in domain.choices if not isinstance(each, str)]
    if numbers:
        return min(numbers), max(numbers)
    if domain.interval is None:
        return -math.inf, math.inf
    least = _bound(domain.interval.low, domains, lowest=True)
    most = _bound(domain.interval.high, domains, lowest=False)
    step = 1 if domain.whole else 0
    if not domain.interval.low_closed:
        least = least + step if step else math.nextafter(least, math.inf)
    if not domain.interval.high_closed:
        most = most - step if step else math.nextafter(most, -math.inf)
    return least, most


def _bound(end: End, domains: Mapping[str, Domain], *, lowest: bool) -> float:
    """The number of an end; the lowest or highest that it may be where an argument gives it."""
    if end.number is not None:
        return end.number
    if end.name in domains and not end.axes and not end.negative:
        return _ends(domains[end.name], domains)[0 if lowest else 1]
    return -math.inf if lowest else math.inf


def _take_cases(solution: Solution, known: dict[str, KnownValues]) -> None:
    """Run the reference on the cases; nothing is known of those that cannot be made."""

    def note(method: str, arguments: dict[str, Any]) -> Callable[[Any], None]:
        return functools.partial(known.setdefault(method, KnownValues()).note, arguments)

    reference, signature = watched(solution.reference, note), signature_of(solution.reference)
    for check in solution.exercise.checks:
        try:
            packed = pack_cases(solution, check, b"")
        except CourseError:
            continue
        for data in packed:
            inputs, source = decode(data), solution.driver_source
            call = Call(solution.name, inputs, check.driver, source, signature)
            call_here(reference, call, seconds=_SECONDS)
