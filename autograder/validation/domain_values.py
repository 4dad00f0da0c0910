"""Whether the arguments of a call lie in their domains, and what of a domain they touch."""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.course.domains import AXES, Domain, End, Form, Interval, Special

__all__ = ["ABSENT", "Part", "Scope", "outside", "parts", "size_parts", "value_at"]

ABSENT = object()
"""What is there instead of an entry of a dict that is absent."""


@dataclass
class Scope:
    """What the names in a domain stand for in one call.

    Attributes:
        arguments: by name, as the call was given them.
        sizes: by the name that shapes give them.
    """

    arguments: Mapping[str, Any]
    sizes: dict[str, int] = field(default_factory=dict)

    def number(self, end: End) -> float | None:
        """The number that an end stands for; None if it is none in this call."""
        if end.number is not None:
            return end.number
        found = value_at(self.arguments, end.name)
        if end.axes:
            found = np.ndim(found)
        elif end.name in self.sizes:
            found = self.sizes[end.name]
        if isinstance(found, bool) or not isinstance(found, int | float | np.number):
            return None
        return -float(found) if end.negative else float(found)


@dataclass(frozen=True)
class Part:
    """One part of a domain that a hidden case should touch.

    Attributes:
        text: what an author reads: `0`, `n = 1`, `float32`.
        touched: whether a value, in a call, touches it.
    """

    text: str
    touched: Callable[[Any, Scope], bool]


def value_at(arguments: Mapping[str, Any], path: str) -> Any:
    """An argument, or an entry of one: `settings.lr`; ABSENT if it is not there."""
    if path in arguments:
        return arguments[path]
    value: Any = arguments
    for key in path.split("."):
        if not isinstance(value, Mapping) or key not in value:
            return ABSENT
        value = value[key]
    return value


def outside(domains: Mapping[str, Domain], scope: Scope) -> Iterator[str]:
    """Find the arguments of a call that lie outside of their domains.

    Args:
        domains: by argument, those of the call.
        scope: the call; the sizes in it are noted.

    Yields:
        A sentence for each.
    """
    # What is like another is looked at when all sizes are known.
    later = sorted(domains, key=lambda name: any(f.kind == "like" for f in domains[name].forms))
    fitting = {}
    for name in later:
        value, domain = value_at(scope.arguments, name), domains[name]
        if value is ABSENT:
            continue
        wrong = _misfit(value, domain, scope)
        if wrong is None:
            fitting[name] = value
        else:
            yield f"{name} {wrong}"
    for name, value in fitting.items():
        wrong = _stray_number(value, domains[name], scope)
        if wrong is not None:
            yield f"{name} {wrong}"


def _misfit(value: Any, domain: Domain, scope: Scope) -> str | None:
    """What is wrong with the form of a value."""
    if not domain.forms:
        return _misfit_entries(value, domain)
    wrong = []
    for form in domain.forms:
        sizes = dict(scope.sizes)
        said = _misfit_form(value, form, domain, scope)
        if said is None:
            return None
        scope.sizes = sizes
        wrong.append(said)
    if len(wrong) == 1:
        return wrong[0]
    return f"is {_described(value)}, and not {' or '.join(form.text for form in domain.forms)}"


def _misfit_entries(value: Any, domain: Domain) -> str | None:
    if not isinstance(value, dict):
        return f"is {_described(value)}, and not a dict"
    known = {field.key for field in domain.fields}
    for key in value:
        if key not in known:
            return f"has an entry {key!r}, which its domain does not have"
    for each in domain.fields:
        if not each.optional and each.key not in value:
            return f"has no entry {each.key!r}"
    return None


def _misfit_form(value: Any, form: Form, domain: Domain, scope: Scope) -> str | None:
    no = f"is {_described(value)}, and not {form.text}"
    if form.kind == "like":
        return _misfit_like(value, form, domain, scope)
    if form.kind == "list":
        if not isinstance(value, list | tuple):
            return no
        if not value and not _may(domain, "empty"):
            return "is empty"
        assert form.items is not None  # noqa: S101 - the reader gives every list its items
        wrong = (_misfit_form(item, form.items, domain, scope) for item in value)
        return next((f"has an item that {said}" for said in wrong if said is not None), None)
    if form.kind == "array":
        if not isinstance(value, np.ndarray | np.generic) or value.dtype.name not in form.dtypes:
            return no
        return _misfit_shape(value.shape, form, domain, scope)
    return None if _is_scalar(value, form.kind) else no


def _misfit_like(value: Any, form: Form, domain: Domain, scope: Scope) -> str | None:
    other = value_at(scope.arguments, form.other)
    if form.shape is None:
        return (
            None
            if _alike(value, other)
            else (f"is {_described(value)}, and {form.other} is {_described(other)}")
        )
    if _dtype(value) != _dtype(other):
        return f"is {_described(value)}, and {form.other} is {_described(other)}"
    return _misfit_shape(np.shape(value), form, domain, scope)


def _alike(value: Any, other: Any) -> bool:
    """Whether two values have the same type, dtype and shape, and in lists each two of them."""
    if isinstance(other, list | tuple):
        same = isinstance(value, list | tuple) and len(value) == len(other)
        return same and all(map(_alike, value, other))
    return _dtype(value) == _dtype(other) and np.shape(value) == np.shape(other)


def _dtype(value: Any) -> str:
    if isinstance(value, np.ndarray | np.generic):
        return value.dtype.name
    return f"a Python {type(value).__name__}"


def _misfit_shape(shape: tuple[int, ...], form: Form, domain: Domain, scope: Scope) -> str | None:
    said = f"has the shape {shape}, and not {_shape_text(form)}"
    wanted = list(form.shape or ())
    if AXES in wanted:
        place, free = wanted.index(AXES), len(shape) - len(wanted) + 1
        if free < 0:
            return said
        # Each of these axes is a size of its own.
        wanted[place : place + 1] = [""] * free
    if len(wanted) != len(shape):
        return said
    for name, size in zip(wanted, shape, strict=True):
        if isinstance(name, int):
            if size != name:
                return said
        elif size == 0 and not _may(domain, "empty"):
            return f"is empty: it has the shape {shape}"
        elif name and scope.sizes.setdefault(name, size) != size:
            return f"{said}: {name} is {scope.sizes[name]}"
    return None


def _shape_text(form: Form) -> str:
    sizes = form.shape or ()
    return f"({', '.join(map(str, sizes))}{',' if len(sizes) == 1 else ''})"


def _is_scalar(value: Any, kind: str) -> bool:
    if isinstance(value, np.ndarray | np.generic):
        return False
    if kind == "None":
        return value is None
    if kind == "function":
        return callable(value)
    if kind == "text":
        return isinstance(value, str)
    if isinstance(value, bool) or kind == "bool":
        return isinstance(value, bool) and kind == "bool"
    allowed = {"int": int, "float": float, "number": int | float}
    return isinstance(value, allowed[kind])


def _described(value: Any) -> str:
    if isinstance(value, np.ndarray | np.generic):
        return f"{value.dtype.name} {value.shape}"
    if callable(value):
        return "a function"
    if isinstance(value, list | tuple | dict):
        return f"a {type(value).__name__}"
    return f"{value!r}"[:60]


def _may(domain: Domain, word: str) -> bool:
    return any(special.word == word for special in domain.specials)


def _stray_number(value: Any, domain: Domain, scope: Scope) -> str | None:
    """What is wrong with the numbers or the texts in a value that has the right form."""
    if isinstance(value, dict):
        return None
    for leaf in _leaves(value):
        if isinstance(leaf, str) or domain.choices:
            for each in [leaf] if isinstance(leaf, str) else np.ravel(leaf).tolist():
                if domain.choices and each not in domain.choices:
                    return f"has {each!r}, which is none of {', '.join(map(repr, domain.choices))}"
        elif leaf is not None and not callable(leaf):
            numbers = np.ravel(np.asarray(leaf))
            strays = numbers[~_inside(numbers, domain, scope)]
            if strays.size:
                return f"has {strays[0]}, which its domain does not have"
    return None


def _inside(numbers: np.ndarray[Any, Any], domain: Domain, scope: Scope) -> Any:
    found = np.isfinite(numbers) & _within(numbers, domain.interval, scope)
    for special in domain.specials:
        if special.word == "nan":
            found |= np.isnan(numbers)
        elif special.end is not None and special.end.number in (math.inf, -math.inf):
            found |= numbers == special.end.number
    if domain.interval is not None:
        # An infinite end that is closed is a value too.
        for end, closed in (
            (domain.interval.low, domain.interval.low_closed),
            (domain.interval.high, domain.interval.high_closed),
        ):
            if closed and end.number is not None and np.isinf(end.number):
                found |= numbers == end.number
    return found


def _within(numbers: Any, interval: Interval | None, scope: Scope) -> Any:
    found = np.ones(np.shape(numbers), bool)
    if interval is None:
        return found
    low, high = scope.number(interval.low), scope.number(interval.high)
    if low is not None:
        found &= numbers >= low if interval.low_closed else numbers > low
    if high is not None:
        found &= numbers <= high if interval.high_closed else numbers < high
    return found


def _leaves(value: Any) -> Iterator[Any]:
    """The arrays, numbers and texts in nested lists; an empty list has none."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from _leaves(item)
    else:
        yield value


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
    return lambda leaf: _is_scalar(leaf, kind)


def _any_leaf(text: str, holds: Callable[[Any], bool]) -> Part:
    return Part(text, lambda value, _: any(map(holds, _leaves(value))))


def _array_parts(form: Form) -> Iterator[Part]:
    # Any integers will do, but a float has the precision that it has.
    if form.kind == "array" and len(form.dtypes) > 1 and "float64" in form.dtypes:
        yield from (_array_part(dtype, _has_dtype(dtype)) for dtype in form.dtypes)
    if AXES in (form.shape or ()):
        assert form.shape is not None  # noqa: S101 - it has the dots
        fewest = len(form.shape) - 1
        for axes in (fewest, fewest + 1):
            yield _array_part(_COUNTS[axes], _has_axes(axes))
        yield _array_part("more axes", lambda array: array.ndim > fewest + 1)
        if fewest == 0:
            yield _array_part("one entry", lambda array: array.ndim > 0 and array.size == 1)


def _has_dtype(dtype: str) -> Callable[[Any], bool]:
    return lambda array: bool(array.dtype.name == dtype)


def _has_axes(axes: int) -> Callable[[Any], bool]:
    return lambda array: bool(array.ndim == axes)


_COUNTS = ("no axes", "one axis", "two axes", "three axes", "four axes", "five axes")


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
    for leaf in _leaves(value):
        if leaf is None or isinstance(leaf, str) or callable(leaf):
            continue
        found = np.ravel(holds(np.asarray(leaf)))
        if found.size and (found.all() if every else found.any()):
            return True
    return False


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
    numbers = [each for leaf in _leaves(value) for each in np.ravel(leaf).tolist()]
    numbers = [each for each in numbers if not math.isnan(each)]
    return len(set(numbers)) < len(numbers)
