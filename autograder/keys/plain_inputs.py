"""Small plain inputs, drawn from the domains of an exercise's arguments."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.course.domains import AXES, Domain, End, Form
from autograder.sandbox.call import Parameter

__all__ = ["NoPlainInputError", "Style", "draw_inputs"]

_SCALARS = ("bool", "int", "float", "number", "text")
_NEVER_DATA = ("None", "function")
_FEW = 4
"""How many whole numbers beyond the end of an interval are drawn from."""


class NoPlainInputError(ValueError):
    """An argument is no plain data: a function, or something without a domain."""


@dataclass(frozen=True)
class Style:
    """What plain inputs look like.

    Attributes:
        sizes: the lengths of the axes, in the order in which they are met.
        axes: how many of them an array has, where it may have any number; with none, numbers are
            drawn in the place of arrays wherever they are allowed.
        settings: whether arguments that have a default are given.
    """

    sizes: tuple[int, ...]
    axes: int
    settings: bool


def draw_inputs(
    parameters: Sequence[Parameter],
    domains: Mapping[str, Domain],
    style: Style,
    rng: np.random.Generator,
) -> dict[str, Any]:
    """Draw the inputs of one call.

    Args:
        parameters: of the function.
        domains: by argument; see `course.domains`.
        style: what they look like.
        rng: where they come from.

    Raises:
        NoPlainInputError: if one of the arguments is no plain data.
    """
    drawing = _Drawing(domains, style, rng)
    for name, required in parameters:
        if required or style.settings:
            drawing.value(name)
    return {name: drawing.values[name] for name, _ in parameters if name in drawing.values}


class _Drawing:
    """The inputs of one call as they are drawn, each after those that it depends on."""

    def __init__(
        self, domains: Mapping[str, Domain], style: Style, rng: np.random.Generator
    ) -> None:
        self.values: dict[str, Any] = {}
        self._domains = domains
        self._style = style
        self._rng = rng
        self._sizes: dict[str, int] = {}
        self._begun: set[str] = set()

    def value(self, path: str) -> Any:
        """The value of an argument, or of an entry of one."""
        if path not in self.values:
            if path in self._begun or path not in self._domains:
                raise NoPlainInputError(path)
            self._begun.add(path)
            self.values[path] = self._drawn(path, self._domains[path])
        return self.values[path]

    def _drawn(self, path: str, domain: Domain) -> Any:
        if not domain.forms:
            return {each.key: self.value(f"{path}.{each.key}") for each in domain.fields}
        possible = [form for form in domain.forms if form.kind not in _NEVER_DATA]
        if not possible:
            raise NoPlainInputError(path)
        numbers_first = self._style.axes == 0
        possible.sort(key=lambda form: (form.kind in _SCALARS) != numbers_first)
        return self._of_form(possible[0], domain)

    def _of_form(self, form: Form, domain: Domain) -> Any:
        if form.kind == "list":
            assert form.items is not None  # noqa: S101 - the reader gives every list its items
            return [self._of_form(form.items, domain) for _ in range(self._style.sizes[0])]
        if form.kind == "like":
            return self._like(self.value(form.other), form, domain)
        if form.kind == "array":
            dtype = "float64" if "float64" in form.dtypes else form.dtypes[0]
            dtype = "int64" if "int64" in form.dtypes else dtype
            return self._array(np.dtype(dtype), self._shape(form), form, domain)
        return self._scalar(form, domain)

    def _like(self, other: Any, form: Form, domain: Domain) -> Any:
        if isinstance(other, list):
            return [self._like(each, form, domain) for each in other]
        if not isinstance(other, np.ndarray):
            kind: Any = type(other)
            whole = kind is int
            return kind(self._numbers(domain, (), whole=whole))
        shape = other.shape if form.shape is None else self._shape(form)
        return self._array(other.dtype, shape, form, domain)

    def _shape(self, form: Form) -> tuple[int, ...]:
        shape: list[int] = []
        for each in form.shape or ():
            if isinstance(each, int):
                shape.append(each)
            elif each != AXES:
                shape.append(self._size(each))
            else:
                more = self._style.axes - len(form.shape or ()) + 1
                # Arguments of any shape go together: their free axes have the same lengths.
                shape += [self._size(f"{AXES}{number}") for number in range(more)]
        return tuple(shape)

    def _size(self, name: str) -> int:
        sizes = self._style.sizes
        return self._sizes.setdefault(name, sizes[len(self._sizes) % len(sizes)])

    def _array(
        self, dtype: np.dtype[Any], shape: tuple[int, ...], form: Form, domain: Domain
    ) -> np.ndarray[Any, Any]:
        if dtype.kind == "b":
            return self._rng.integers(2, size=shape).astype(bool)
        if dtype.kind in "iu" and shape and _has_a_name(form):
            low, high = self._whole_ends(domain)
            if low == 0 and high in (math.inf, shape[-1] - 1):
                # Whole numbers as many as there are places: an order.
                rows = np.broadcast_to(np.arange(shape[-1]), shape)
                return self._rng.permuted(rows, axis=-1).astype(dtype)
        numbers = self._numbers(domain, shape, whole=dtype.kind in "iu")
        return np.asarray(numbers).astype(dtype)

    def _scalar(self, form: Form, domain: Domain) -> Any:
        if form.kind == "bool":
            return bool(self._rng.integers(2))
        if form.kind == "text":
            texts = [each for each in domain.choices if isinstance(each, str)]
            if not texts:
                raise NoPlainInputError(form.text)
            return texts[int(self._rng.integers(len(texts)))]
        whole = form.kind == "int" or (form.kind == "number" and _counts(domain))
        number = self._numbers(domain, (), whole=whole)
        return int(number) if whole else float(number)

    def _numbers(self, domain: Domain, shape: tuple[int, ...], *, whole: bool) -> Any:
        choices = [each for each in domain.choices if not isinstance(each, str)]
        if choices:
            return self._rng.choice(choices, size=shape)
        if whole:
            low, high = self._whole_ends(domain)
            # Of numbers without a last one, the first is no plain one: a batch of one, epoch zero.
            low, high = (low + 1, low + _FEW) if high == math.inf else (low, high)
            if low > high:
                raise NoPlainInputError(domain.text)
            return self._rng.integers(int(low), int(high) + 1, size=shape)
        return self._reals(*self._ends(domain), shape)

    def _whole_ends(self, domain: Domain) -> tuple[float, float]:
        """The first and the last whole number of an interval."""
        low, high = self._ends(domain)
        interval = domain.interval
        first = -1.0 if low == -math.inf else math.ceil(low)
        last = high if high == math.inf else math.floor(high)
        if interval is not None:
            first += first == low and not interval.low_closed
            last -= last == high != math.inf and not interval.high_closed
        return first, last

    def _ends(self, domain: Domain) -> tuple[float, float]:
        if domain.interval is None:
            return -math.inf, math.inf
        return self._number(domain.interval.low), self._number(domain.interval.high)

    def _number(self, end: End) -> float:
        if end.number is not None:
            return end.number
        if end.name not in self._domains:
            number = self._size(end.name)
        else:
            value = self.value(end.name)
            number = np.ndim(value) if end.axes else value
        if not isinstance(number, int | float):
            raise NoPlainInputError(end.text)
        return -float(number) if end.negative else float(number)

    def _reals(self, low: float, high: float, shape: tuple[int, ...]) -> Any:
        """Numbers well inside of an interval, of a size that people would try."""
        drawn = self._rng.uniform(0.2, 0.8, size=shape)
        if low < -2 and high > 2:
            return 2 * drawn * self._rng.choice([-1, 1], size=shape)
        if high == math.inf:
            return low + 2 * drawn
        if low == -math.inf:
            return high - 2 * drawn
        return low + drawn * (high - low)


def _has_a_name(form: Form) -> bool:
    return form.shape is not None and form.shape[-1:] not in ((), (AXES,))


def _counts(domain: Domain) -> bool:
    """Whether its numbers count something, as epochs do: it also has arrays of whole numbers."""
    return domain.whole or any("int64" in form.dtypes for form in domain.forms)
