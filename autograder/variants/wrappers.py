"""What may be done to a function or class from outside: an argument pinned, results changed."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

import numpy as np

__all__ = ["exchanged", "pinned", "rounded", "scaled"]

_Implementation = Callable[..., Any]


def pinned(implementation: _Implementation, argument: str, value: float) -> _Implementation:
    """The same with a constant in the place of an argument.

    An array or a list of the constant takes the place of an array or of a list of numbers; what is
    no number in the end stays.

    Args:
        implementation: a function or class.
        argument: of the function, or of any method of the class.
        value: the constant.
    """

    def pin(function: _Implementation) -> _Implementation:
        parameters = list(inspect.signature(function).parameters.values())
        places = [n for n, each in enumerate(parameters) if each.name == argument]
        if not places:
            return function
        place, default = places[0], parameters[places[0]].default

        # Binding by `inspect` would take longer than the call itself.
        @functools.wraps(function)
        def with_constant(*args: Any, **kwargs: Any) -> Any:
            if place < len(args):
                constant = _constant_like(args[place], value)
                return function(*args[:place], constant, *args[place + 1 :], **kwargs)
            kwargs[argument] = _constant_like(kwargs.get(argument, default), value)
            return function(*args, **kwargs)

        return with_constant

    return _everywhere(implementation, pin)


def _constant_like(given: Any, value: float) -> Any:
    if isinstance(given, np.ndarray) and given.dtype.kind == "f":
        return np.full_like(given, value)
    if isinstance(given, list | tuple):
        return type(given)(_constant_like(each, value) for each in given)
    if isinstance(given, bool):
        return given
    if isinstance(given, int):
        return int(value) if value == int(value) else value
    return value if isinstance(given, float) else given


def rounded(implementation: _Implementation, digits: int) -> _Implementation:
    """The same with all reals that it returns rounded to so many decimals."""
    return _with_results(implementation, lambda value: np.round(value, digits))


def scaled(implementation: _Implementation, factor: float) -> _Implementation:
    """The same with all reals that it returns multiplied by a number."""
    return _with_results(implementation, lambda value: value * factor)


def exchanged(implementation: _Implementation) -> _Implementation:
    """The same with the first two of several values that it returns in the other order."""

    def exchange(function: _Implementation) -> _Implementation:
        @functools.wraps(function)
        def changed(*args: Any, **kwargs: Any) -> Any:
            value = function(*args, **kwargs)
            if not isinstance(value, tuple) or len(value) < 2:
                return value
            return (value[1], value[0], *value[2:])

        return changed

    return _everywhere(implementation, exchange, results=True)


def _with_results(implementation: _Implementation, change: Callable[[Any], Any]) -> _Implementation:
    def follow(function: _Implementation) -> _Implementation:
        @functools.wraps(function)
        def changed(*args: Any, **kwargs: Any) -> Any:
            return _changed(function(*args, **kwargs), change)

        return changed

    return _everywhere(implementation, follow, results=True)


def _changed(value: Any, change: Callable[[Any], Any]) -> Any:
    if inspect.isfunction(value):
        return lambda *args, **kwargs: _changed(value(*args, **kwargs), change)
    if isinstance(value, float):
        return float(change(value))
    if isinstance(value, np.ndarray | np.generic):
        return change(value) if value.dtype.kind == "f" else value
    if isinstance(value, dict):
        return {name: _changed(each, change) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)([_changed(each, change) for each in value])
    return value


def _everywhere(
    implementation: _Implementation,
    wrap: Callable[[_Implementation], _Implementation],
    *,
    results: bool = False,
) -> _Implementation:
    """Wrap a function, or all methods of a class; those that begin a life return nothing."""
    if not inspect.isclass(implementation):
        return wrap(implementation)
    methods = inspect.getmembers(implementation, inspect.isfunction)
    chosen = {
        name: wrap(method)
        for name, method in methods
        if (name == "__init__" and not results) or not name.startswith("_")
    }
    return type(implementation.__name__, (implementation,), chosen)
