"""One question to a session: which function, on which inputs, called how."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cached_property
from typing import Any

import msgspec

from autograder.sandbox.codec import Value, encode, plain_copy

__all__ = ["Call", "Parameter", "Signature", "signature_of"]

Parameter = tuple[str, bool]
"""The name of a parameter, and whether it must be given."""

Signature = dict[str, list[Parameter]]
"""The parameters, in order, of each callable: a function has one entry, named ``; a class has one
for its constructor and one for each public method."""


class Call(msgspec.Struct, frozen=True, dict=True):
    """One question to a session.

    Attributes:
        function: the name of the function or class that the exercise asks for.
        inputs: the case, by argument name.
        driver: the name of the driver.
        driver_source: the text of the exercise's own drivers, if it has any.
        signature: of the reference; with it a refused call is found to be a wrong signature.
        file: the `.py` file that defines the function, or None for the notebook's cells.
        at_end: whether the cells' names are what they are at the end of the notebook, and not what
            they were in the moment of the exercise.
        traced: whether the calls that the driver makes are reported too: in a student's own check
            alone, of one public case.
        forbid: what the submission may not use: dotted names of functions, `loops`, `recursion`.
        require: what it has to use, in the same words.
        most_steps: lines of its own code that it may run; 0 for no bound.
        most_seconds: of processor time that it may take; 0 for no bound.
    """

    function: str
    inputs: dict[str, Value]
    driver: str = "call"
    driver_source: str | None = None
    signature: Signature | None = None
    file: str | None = None
    at_end: bool = False
    traced: bool = False
    forbid: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    most_steps: int = 0
    most_seconds: float = 0.0

    @cached_property
    def encoded(self) -> bytes:
        """The request for it, encoded once for a whole class.

        Raises:
            DoorError: if the inputs are not in the grammar or are too large.
        """
        return encode({"do": "call", "call": msgspec.structs.asdict(self)})

    def fresh(self) -> Call:
        """The same call with a copy of the inputs, for a function that may change them."""
        return msgspec.structs.replace(self, inputs=plain_copy(self.inputs))


def signature_of(implementation: Callable[..., Any]) -> Signature:
    """The signature of a function, or of a class with its public methods.

    Args:
        implementation: the course's own code, or a submission on the untrusted side.

    Returns:
        The parameters of each callable, without those callables that take `*args` or `**kwargs` or
        that Python cannot inspect.
    """
    callables = {"": implementation}
    if inspect.isclass(implementation):
        methods = inspect.getmembers(implementation, inspect.isfunction)
        callables |= {name: method for name, method in methods if not name.startswith("_")}
    found = {name: _parameters(each) for name, each in callables.items()}
    return {name: parameters for name, parameters in found.items() if parameters is not None}


def _parameters(implementation: Callable[..., Any]) -> list[Parameter] | None:
    try:
        parameters = inspect.signature(implementation).parameters.values()
    except (TypeError, ValueError):
        return None
    if any(each.kind in (each.VAR_POSITIONAL, each.VAR_KEYWORD) for each in parameters):
        return None
    return [(each.name, each.default is each.empty) for each in parameters]
