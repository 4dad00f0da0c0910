"""Whether the arguments of a call lie in their domains."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.course.domains import AXES, Domain, End, Form, Interval

__all__ = ["ABSENT", "Scope", "is_scalar", "leaves", "numbers_in", "outside", "value_at"]

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
            return "is empty, and its domain has no special value 'empty'"
        assert form.items is not None  # noqa: S101 - the reader gives every list its items
        wrong = (_misfit_form(item, form.items, domain, scope) for item in value)
        return next((f"has an item that {said}" for said in wrong if said is not None), None)
    if form.kind == "array":
        if not isinstance(value, np.ndarray | np.generic) or value.dtype.name not in form.dtypes:
            return no
        return _misfit_shape(value.shape, form, domain, scope)
    if form.kind == "function":
        return None if _made_as(value) == form.text else no
    return None if is_scalar(value, form.kind) else no


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
            return f"has the shape {shape}, and its domain has no special value 'empty'"
        elif name and scope.sizes.setdefault(name, size) != size:
            return f"{said}: {name} is {scope.sizes[name]}"
    return None


def _shape_text(form: Form) -> str:
    sizes = form.shape or ()
    return f"({', '.join(map(str, sizes))}{',' if len(sizes) == 1 else ''})"


def is_scalar(value: Any, kind: str) -> bool:
    """Whether a value is a plain one of a kind, as `float`, and no array."""
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
    allowed = {"int": int, "float": float, "complex": complex, "number": int | float}
    return isinstance(value, allowed[kind])


def _made_as(value: Any) -> str:
    """The word for what a driver makes: function, table, or sparse; empty for anything else."""
    # Who made one has loaded the library.
    pandas, sparse = sys.modules.get("pandas"), sys.modules.get("scipy.sparse")
    if pandas is not None and isinstance(value, pandas.DataFrame | pandas.Series):
        return "table"
    if sparse is not None and sparse.issparse(value):
        return "sparse"
    return "function" if callable(value) else ""


def _described(value: Any) -> str:
    if _made_as(value) in ("table", "sparse"):
        word = "a table" if _made_as(value) == "table" else "a sparse matrix"
        return f"{word} of shape {value.shape}"
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
    for leaf in leaves(value):
        if domain.choices:
            listed = [leaf] if isinstance(leaf, str) else numbers_in(leaf).tolist()
            strays = [each for each in listed if each not in domain.choices]
        else:
            numbers = numbers_in(leaf)
            strays = numbers[~_inside(numbers, domain, scope)].tolist()
        if strays:
            return f"has {strays[0]!r}, outside of {domain.text!r}"
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


def numbers_in(leaf: Any) -> np.ndarray[Any, Any]:
    """The numbers of an array or of a number, in one row; none of anything else."""
    if leaf is None or isinstance(leaf, str) or _made_as(leaf):
        return np.zeros(0)
    row = np.ravel(np.asarray(leaf))
    # A large integer of Python is no number of NumPy's.
    return row.astype(float) if row.dtype == object else row


def leaves(value: Any) -> Iterator[Any]:
    """The arrays, numbers and texts in nested lists; an empty list has none."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from leaves(item)
    else:
        yield value
