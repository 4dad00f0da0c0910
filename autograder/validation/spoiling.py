"""What may be done to a right program from outside so that something beside its values is wrong."""

from __future__ import annotations

import copy
import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np

__all__ = ["SPOILERS", "Spoiler", "SpoilerKind"]

Program = Callable[..., Any]

SpoilerKind = Literal["type", "inputs", "guard"]


@dataclass(frozen=True)
class Spoiler:
    """One thing that is done to a program.

    Attributes:
        kind: what it is about.
        facets: the facets of a diagnosis in which it is named.
        spoil: makes a program of a program.
    """

    kind: SpoilerKind
    facets: tuple[str, ...]
    spoil: Callable[[Program], Program]


def _with(
    before: Callable[[Mapping[str, Any]], None] | None = None,
    after: Callable[[Any], Any] | None = None,
    finally_: Callable[[Mapping[str, Any]], None] | None = None,
) -> Callable[[Program], Program]:
    """What wraps each call: something before it, to its result, and to its arguments after it."""

    def spoil_function(function: Program) -> Program:
        signature = inspect.signature(function)

        @functools.wraps(function)
        def spoilt(*args: Any, **kwargs: Any) -> Any:
            arguments = signature.bind(*args, **kwargs).arguments
            if before is not None:
                before(arguments)
            result = function(*args, **kwargs)
            if after is not None:
                result = after(result)
            if finally_ is not None:
                result = copy.deepcopy(result)
                finally_(arguments)
            return result

        return spoilt

    def spoil(program: Program) -> Program:
        if not inspect.isclass(program):
            return spoil_function(program)
        methods = inspect.getmembers(program, inspect.isfunction)
        chosen = {name: spoil_function(each) for name, each in methods if name[0] != "_"}
        return type(program.__name__, (program,), chosen)

    return spoil


def _mapped(value: Any, change: Callable[[np.ndarray[Any, Any]], Any]) -> Any:
    """A result in which each array of reals is changed."""
    if isinstance(value, np.ndarray):
        return change(value) if value.dtype.kind == "f" else value
    if isinstance(value, dict):
        return {name: _mapped(each, change) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_mapped(each, change) for each in value)
    return value


def _to_single(result: Any) -> Any:
    return _mapped(result, lambda array: array.astype(np.float32))


def _to_lists(result: Any) -> Any:
    return _mapped(result, lambda array: array.tolist())


def _change_inputs(arguments: Mapping[str, Any]) -> None:
    for value in arguments.values():
        if isinstance(value, np.ndarray) and value.dtype.kind == "f" and value.flags.writeable:
            np.add(value, 1.0, out=value)
            return


def _refuse(wrong: Callable[[np.ndarray[Any, Any]], bool]) -> Callable[[Mapping[str, Any]], None]:
    def check(arguments: Mapping[str, Any]) -> None:
        for value in arguments.values():
            if isinstance(value, np.ndarray | float | int) and wrong(np.asarray(value)):
                raise ValueError("this is not supported")

    return check


def _guard(wrong: Callable[[np.ndarray[Any, Any]], bool]) -> Spoiler:
    return Spoiler("guard", ("breakdown",), _with(before=_refuse(wrong)))


SPOILERS: Final[dict[str, Spoiler]] = {
    "single precision": Spoiler("type", ("dtype", "type"), _with(after=_to_single)),
    "lists": Spoiler("type", ("type", "dtype"), _with(after=_to_lists)),
    "changed inputs": Spoiler("inputs", ("inputs", "state"), _with(finally_=_change_inputs)),
    "no empty arrays": _guard(lambda array: array.size == 0),
    "no matrices": _guard(lambda array: array.ndim > 1),
    "no zeros": _guard(lambda array: bool((array == 0).any())),
    "no negative numbers": _guard(lambda array: bool((array < 0).any())),
    "no single entries": _guard(lambda array: array.shape == (1,)),
}
"""By name."""
