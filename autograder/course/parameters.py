"""Mistakes with parameters: one version for each value, `clips[eps=1e-07]`."""

from __future__ import annotations

import ast
import functools
import inspect
import itertools
import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

__all__ = [
    "Parameters",
    "argument_names",
    "base_name",
    "bind",
    "bind_text",
    "parameter_faults",
    "versions",
]

Parameters = Mapping[str, Sequence[Any]]
"""The values of each parameter of a mistake."""


def base_name(name: str) -> str:
    """The name of a mistake as `mistakes.py` defines it, without the values of its parameters.

    Examples:
        >>> base_name("clips[eps=1e-07]")
        'clips'
    """
    return name.partition("[")[0]


def versions(name: str, parameters: Parameters) -> dict[str, dict[str, Any]]:
    """The versions of a mistake: every value of every parameter with every other.

    Args:
        name: of the mistake.
        parameters: its parameters; without any, the mistake itself is the only version.

    Returns:
        The bound values by the name of the version.

    Examples:
        >>> list(versions("clips", {"eps": [1e-4, 1e-7]}))
        ['clips[eps=0.0001]', 'clips[eps=1e-07]']
    """
    if not parameters:
        return {name: {}}
    products = itertools.product(*parameters.values())
    bound = [dict(zip(parameters, values, strict=True)) for values in products]
    return {f"{name}[{_written(values)}]": values for values in bound}


def _written(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{parameter}={value!r}" for parameter, value in values.items())


def bind(implementation: Callable[..., Any], values: Mapping[str, Any]) -> Callable[..., Any]:
    """A function or class that is like this one, with values for some of its parameters."""
    if not values:
        return implementation
    if isinstance(implementation, type):
        begin = functools.partialmethod(vars(implementation)["__init__"], **values)
        members = {"__init__": begin, "__module__": implementation.__module__}
        return type(implementation.__name__, (implementation,), members)
    return functools.partial(implementation, **values)


def bind_text(node: ast.stmt, name: str) -> None:
    """Put the values of a version into the definition of its mistake, in place of the parameters.

    Args:
        node: the function or class, as it is parsed.
        name: of the version.
    """
    if name == base_name(name):
        return
    values = _values(name)
    function = _constructor(node) if isinstance(node, ast.ClassDef) else node
    assert isinstance(function, ast.FunctionDef)  # noqa: S101 - loading the course checked it
    _drop_arguments(function.args, values)
    begin = int(ast.get_docstring(function) is not None)
    function.body[begin:begin] = [
        ast.Assign([ast.Name(each, ast.Store())], value, lineno=node.lineno)
        for each, value in values.items()
    ]


def _values(name: str) -> dict[str, ast.expr]:
    call = ast.parse(f"f({name.partition('[')[2].removesuffix(']')})", mode="eval").body
    assert isinstance(call, ast.Call)  # noqa: S101 - the text is one
    return {each.arg or "": each.value for each in call.keywords}


def _constructor(node: ast.ClassDef) -> ast.stmt | None:
    return next((each for each in node.body if getattr(each, "name", "") == "__init__"), None)


def _drop_arguments(arguments: ast.arguments, names: Collection[str]) -> None:
    placed = [*arguments.posonlyargs, *arguments.args]
    padding: list[ast.expr | None] = [None] * (len(placed) - len(arguments.defaults))
    pairs = zip(placed, [*padding, *arguments.defaults], strict=True)
    kept = [(each, default) for each, default in pairs if each.arg not in names]
    arguments.args = [each for each, _ in kept if each not in arguments.posonlyargs]
    arguments.defaults = [default for _, default in kept if default is not None]
    named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    kept_named = [(each, default) for each, default in named if each.arg not in names]
    arguments.kwonlyargs = [each for each, _ in kept_named]
    arguments.kw_defaults = [default for _, default in kept_named]


def argument_names(reference: Callable[..., Any] | None) -> list[str]:
    """The names of an exercise's arguments, those of a class's methods included."""
    callables = [reference]
    if isinstance(reference, type):
        callables += [each for _, each in inspect.getmembers(reference, inspect.isfunction)]
    names = (name for each in filter(None, callables) for name in _parameters_of(each))
    return list(dict.fromkeys(names))


def _parameters_of(function: Callable[..., Any]) -> Mapping[str, inspect.Parameter]:
    try:
        return inspect.signature(function).parameters
    except (TypeError, ValueError):
        return {}


def parameter_faults(
    name: str,
    implementation: Callable[..., Any],
    parameters: Mapping[str, Any],
    arguments: Collection[str],
) -> Iterator[str]:
    """What is wrong with the parameters of a mistake.

    Args:
        name: of the mistake.
        implementation: the function or class.
        parameters: what its author gave.
        arguments: of the exercise.

    Yields:
        A sentence for each.
    """
    for parameter, values in parameters.items():
        what = f"the parameter {parameter!r} of {name!r}"
        if not isinstance(values, list | tuple):
            yield f"{what} has a list of values, not {values!r}"
        else:
            yield from _value_faults(what, values)
        if parameter in arguments:
            yield f"{parameter!r} is an argument of the exercise, and no parameter of {name!r}"
        elif not _takes(name, implementation, parameter, parameters):
            yield f"{name!r} takes {parameter!r} by name, after the arguments of the exercise"


def _value_faults(what: str, values: Sequence[Any]) -> Iterator[str]:
    if not values:
        yield f"{what} has no values"
    for value in values:
        if not _is_plain(value):
            yield f"a value of {what} is a number, a word, a truth value or None, not {value!r}"
    if len(set(map(repr, values))) < len(values):
        yield f"{what} has a value twice"


def _is_plain(value: Any) -> bool:
    if type(value) is str:
        return value.isascii() and value.isidentifier()
    return value is None or (type(value) in (bool, int, float) and math.isfinite(value))


def _takes(
    name: str, implementation: Callable[..., Any], parameter: str, parameters: Collection[str]
) -> bool:
    """Whether a definition of this name takes it, and nothing by position that comes after it."""
    is_class = isinstance(implementation, type)
    own = vars(implementation).get("__init__") if is_class else implementation
    if not inspect.isfunction(own) or implementation.__name__ != name:
        return False
    taken = inspect.signature(own).parameters
    if parameter not in taken:
        return False
    kind = taken[parameter].kind
    if kind is inspect.Parameter.KEYWORD_ONLY:
        return True
    behind = [taken[each] for each in list(taken)[list(taken).index(parameter) :]]
    return kind is inspect.Parameter.POSITIONAL_OR_KEYWORD and not any(
        each.kind in (each.POSITIONAL_OR_KEYWORD, each.VAR_POSITIONAL)
        and each.name not in parameters
        for each in behind
    )
