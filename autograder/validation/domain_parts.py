"""The parts of a domain that hidden cases should touch, and which of them a value touches."""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.course.domains import AXES, Domain, End, Form, Special
from autograder.validation.domain_values import Scope, is_scalar, leaves, numbers_in

__all__ = ["Part", "parts", "size_parts"]


@dataclass(frozen=True)
class Part:
    """One part of a domain that a hidden case should touch.

    Attributes:
        text: what an author reads: `0`, `n = 1`, `float32`.
        touched: whether a value, in a call, touches it.
    """

    text: str
    touched: Callable[[Any, Scope], bool]


def parts(domain: Domain) -> list[Part]:
    """The parts of an argument's domain that hidden cases should touch."""
    found: dict[str, Part] = {}
    for part in (*_form_parts(domain), *_number_parts(domain), *_special_parts(domain)):
        found.setdefault(part.text, part)
    return list(found.values())


def size_parts(name: str, domains: Mapping[str, Domain]) -> Iterator[Part]:
    """The parts of those sizes that an argument, among all, is the first to name."""
    sizes: dict[str, str] = {}
    for argument, domain in domains.items():
        for form in domain.forms:
            for size in form.innermost.shape or ():
                if isinstance(size, str) and size != AXES:
                    sizes.setdefault(size, argument)
    for size, first in sizes.items():
        if first == name:
            yield Part(f"{size} = 1", _size_is(size, lambda found: found == 1))
            yield Part(f"{size} > 1", _size_is(size, lambda found: found > 1))


def _size_is(name: str, holds: Callable[[int], bool]) -> Callable[[Any, Scope], bool]:
    return lambda _, scope: name in scope.sizes and holds(scope.sizes[name])


def _form_parts(domain: Domain) -> Iterator[Part]:
    for each in domain.fields:
        if each.optional:
            yield Part(f"an entry {each.key!r}", _has_entry(each.key))
    alone = len(domain.forms) == 1
    for form in domain.forms:
        if form.kind == "list":
            yield Part("one item", lambda value, _: _is_list(value) and len(value) == 1)
            yield Part("several items", lambda value, _: _is_list(value) and len(value) > 1)
        inner = form.innermost
        kinds = ("int", "float") if inner.kind == "number" else (inner.kind,)
        if inner.kind not in ("array", "like", "function") and not (alone and len(kinds) == 1):
            yield from (_any_leaf(_NAMES.get(kind, kind), _scalar_of(kind)) for kind in kinds)
        if inner.kind == "bool":
            yield from (_equals(repr(each), float(each)) for each in (False, True))
        yield from _array_parts(inner)


def _has_entry(key: str) -> Callable[[Any, Scope], bool]:
    return lambda value, _: key in value


_NAMES = {"int": "a Python int", "float": "a Python float"}


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _scalar_of(kind: str) -> Callable[[Any], bool]:
    return lambda leaf: is_scalar(leaf, kind)


def _any_leaf(text: str, holds: Callable[[Any], bool]) -> Part:
    return Part(text, lambda value, _: any(map(holds, leaves(value))))


def _array_parts(form: Form) -> Iterator[Part]:
    # Any integers will do, but a float has the precision that it has.
    if form.kind == "array" and len(form.dtypes) > 1 and "float64" in form.dtypes:
        yield from (_array_part(dtype, _has_dtype(dtype)) for dtype in form.dtypes)
    if AXES in (form.shape or ()):
        assert form.shape is not None  # noqa: S101 - it has the dots
        fewest = len(form.shape) - 1
        for axes in (fewest, fewest + 1):
            text = {0: "no axes", 1: "one axis"}.get(axes, f"{axes} axes")
            yield _array_part(text, _has_axes(axes))
        yield _array_part("more axes", lambda array: array.ndim > fewest + 1)
        if fewest == 0:
            yield _array_part("one entry", lambda array: array.ndim > 0 and array.size == 1)


def _has_dtype(dtype: str) -> Callable[[Any], bool]:
    return lambda array: bool(array.dtype.name == dtype)


def _has_axes(axes: int) -> Callable[[Any], bool]:
    return lambda array: bool(array.ndim == axes)


def _array_part(text: str, holds: Callable[[Any], bool]) -> Part:
    return _any_leaf(
        text, lambda leaf: isinstance(leaf, np.ndarray | np.generic) and bool(holds(leaf))
    )


def _number_parts(domain: Domain) -> Iterator[Part]:
    for choice in domain.choices:
        if isinstance(choice, str):
            yield _any_leaf(repr(choice), functools.partial(operator.eq, choice))
        else:
            yield _equals(f"{choice:g}", choice)
    interval = domain.interval
    if interval is None:
        return
    for end, closed, inwards in (
        (interval.low, interval.low_closed, 1),
        (interval.high, interval.high_closed, -1),
    ):
        infinite = end.number is not None and np.isinf(end.number)
        if closed:
            yield _at(end.text, end, 0)
        elif domain.whole and not infinite:
            # Of whole numbers the one beside an open end is the last.
            yield _at(f"{end.text} {'+' if inwards > 0 else '-'} 1", end, inwards)


def _equals(text: str, number: float) -> Part:
    return _at(text, End(text, number), 0)


def _at(text: str, end: End, beside: int) -> Part:
    return _compared(text, end, lambda numbers, bound: numbers == bound + beside)


def _compared(
    text: str, end: End, holds: Callable[[Any, float], Any], *, every: bool = False
) -> Part:
    def touched(value: Any, scope: Scope) -> bool:
        bound = scope.number(end)
        return bound is not None and _some_number(
            value, lambda numbers: holds(numbers, bound), every=every
        )

    return Part(text, touched)


def _some_number(value: Any, holds: Callable[[Any], Any], *, every: bool) -> bool:
    """Whether a number in a value is so, or all numbers of an array in it."""
    answers = (holds(numbers) for leaf in leaves(value) if (numbers := numbers_in(leaf)).size)
    return any(bool(found.all() if every else found.any()) for found in answers)


def _special_parts(domain: Domain) -> Iterator[Part]:
    yield from map(_special_part, domain.specials)


def _special_part(special: Special) -> Part:
    if special.word == "empty":
        return Part("empty", lambda value, _: _is_empty(value))
    if special.word == "ties":
        return Part("ties", lambda value, _: _has_ties(value))
    if special.word == "nan":
        return Part(
            special.text, lambda value, _: _some_number(value, np.isnan, every=special.every)
        )
    assert special.end is not None  # noqa: S101 - what is no word is a number
    return _compared(special.text, special.end, _RELATIONS[special.relation], every=special.every)


_RELATIONS: dict[str, Callable[[Any, float], Any]] = {
    "=": lambda numbers, bound: numbers == bound,
    "<": lambda numbers, bound: numbers < bound,
    ">": lambda numbers, bound: numbers > bound,
}


def _is_empty(value: Any) -> bool:
    if _is_list(value):
        return not value or any(map(_is_empty, value))
    return isinstance(value, np.ndarray) and value.size == 0


def _has_ties(value: Any) -> bool:
    numbers = [each for leaf in leaves(value) for each in numbers_in(leaf).tolist()]
    numbers = [each for each in numbers if not math.isnan(each)]
    return len(set(numbers)) < len(numbers)
