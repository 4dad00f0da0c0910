"""What is off in a submission's definition: its name, its kind, its methods, its parameters.

Only this side can look at a student's objects. What it finds is a word and a few names.
"""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Iterator, Sequence
from types import FunctionType
from typing import Any

from autograder.sandbox.call import Parameter, Signature
from autograder.sandbox.codec import Value

__all__ = ["find_difference"]

_CLOSE = 0.75
_MANY = 2000
_MOST_NAMES, _LONGEST = 8, 80

_Difference = tuple[str, list[str]]


def find_difference(
    namespace: dict[str, Any], name: str, wanted: Signature, others: Sequence[str]
) -> dict[str, Value]:
    """Find the first thing in which a definition is not what the exercise asks for.

    Args:
        namespace: where the submission's names live.
        name: of the function or class that is asked for.
        wanted: the signature of the reference.
        others: the names of the other exercises there, which are not meant for this one.

    Returns:
        A dict with `kind` (empty where nothing is off), `names` (of what is off) and `method` (that
        it is about, empty for a function).
    """
    try:
        method, (kind, names) = next(_differences(namespace, name, wanted, others))
        told = [str(each)[:_LONGEST] for each in names[:_MOST_NAMES]]
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001 - nothing is off, or looking at it runs student code
        return {"kind": "", "names": [], "method": ""}
    return {"kind": kind, "names": told, "method": method}


def _differences(
    namespace: dict[str, Any], name: str, wanted: Signature, others: Sequence[str]
) -> Iterator[tuple[str, _Difference]]:
    found = namespace.get(name)
    if not callable(found):
        if name in namespace:
            yield "", ("value", [type(found).__name__])
        nearest = _nearest(_own_definitions(namespace, {name, *others}), name, wanted.get("", []))
        if nearest is not None:
            yield "", ("other_name", [nearest])
        return
    methods = [each for each in wanted if each]
    if methods and inspect.isfunction(found):
        yield "", ("function", [])
    if not methods and inspect.isclass(found):
        yield "", ("class", [])
    if methods and not inspect.isclass(found):
        return
    for method in methods:
        yield from _method_differences(found, method, wanted)
    yield from _constructor_differences(found, wanted)


def _own_definitions(namespace: dict[str, Any], taken: set[str]) -> dict[str, Any]:
    """The functions and classes of a namespace that the student wrote."""
    return {
        name: value
        for name, value in list(namespace.items())[:_MANY]
        if name not in taken and not name.startswith("_") and _is_own(value)
    }


def _is_own(value: Any) -> bool:
    is_definition = isinstance(value, FunctionType | type)
    return is_definition and value.__module__ in ("submission", "__main__")


def _nearest(own: dict[str, Any], name: str, wanted: Sequence[Parameter]) -> str | None:
    """The name that is most like another, or whose parameters are the wanted ones."""
    names = [each for each, _ in wanted]

    def likeness(other: str) -> float:
        alike = len(names) > 1 and _names_of(own[other]) == names
        return _likeness(other, name) + alike

    if not own:
        return None
    best = max(own, key=likeness)
    is_alone = len(own) == 1 and _names_of(own[best]) == names
    return best if likeness(best) >= _CLOSE or is_alone else None


def _likeness(a: str, b: str) -> float:
    return difflib.SequenceMatcher(None, _folded(a), _folded(b)).ratio()


def _folded(name: str) -> str:
    return name.lower().replace("_", "")[:_LONGEST]


def _names_of(implementation: Any) -> list[str]:
    try:
        return list(inspect.signature(implementation).parameters)
    except (TypeError, ValueError):
        return []


def _method_differences(
    found: Any, method: str, wanted: Signature
) -> Iterator[tuple[str, _Difference]]:
    own = inspect.getattr_static(found, method, None)
    if own is None:
        public = {
            name: each
            for name, each in inspect.getmembers_static(found, inspect.isfunction)
            if not name.startswith("_") and name not in wanted
        }
        nearest = _nearest(public, method, wanted[method])
        if nearest is not None:
            yield method, ("method_renamed", [nearest])
        yield method, ("method_missing", [])
        return
    is_bound = isinstance(own, staticmethod | classmethod)
    parameters = list(inspect.signature(own.__func__ if is_bound else own).parameters.values())
    yield from _without_self(method, parameters, wanted[method], has_self=not is_bound)


def _constructor_differences(found: Any, wanted: Signature) -> Iterator[tuple[str, _Difference]]:
    if not inspect.isclass(found):
        parameters = list(inspect.signature(found).parameters.values())
        difference = _parameter_difference(parameters, wanted[""]) if "" in wanted else None
        if difference is not None:
            yield "", difference
        return
    made = inspect.getattr_static(found, "__init__", None)
    if not isinstance(made, FunctionType) or "" not in wanted:
        return
    parameters = list(inspect.signature(made).parameters.values())
    yield from _without_self("__init__", parameters, [("self", True), *wanted[""]], has_self=True)


def _without_self(
    method: str, own: list[inspect.Parameter], wanted: Sequence[Parameter], *, has_self: bool
) -> Iterator[tuple[str, _Difference]]:
    """Compare a method's parameters behind `self`, whatever a student calls that."""
    names = [each.name for each in own]
    behind = list(wanted[1:])
    if has_self and names == [name for name, _ in behind]:
        yield method, ("self_missing", [])
        return
    if has_self and own and own[0].kind is not inspect.Parameter.VAR_POSITIONAL:
        own = own[1:]
    difference = _parameter_difference(own, behind)
    if difference is not None:
        yield method, difference


def _parameter_difference(
    own: Sequence[inspect.Parameter], wanted: Sequence[Parameter]
) -> _Difference | None:
    by_position = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    variable = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    named = [each for each in own if each.kind not in variable]
    names = [each.name for each in named]
    asked = [name for name, _ in wanted]
    optional = {name for name, required in wanted if not required}
    takes_all = any(each.kind is inspect.Parameter.VAR_KEYWORD for each in own)
    lacking = [] if takes_all else [name for name in asked if name not in names]
    foreign = [name for name in names if name not in asked]
    without_default = [each.name for each in named if each.default is each.empty]
    if lacking:
        pairs = _renamed(lacking, foreign, names, asked)
        return ("parameter_missing", lacking) if not pairs else ("parameter_renamed", pairs)
    added = [name for name in foreign if name in without_default]
    if added:
        return "parameter_added", added
    removed = [name for name in without_default if name in optional]
    if removed:
        return "default_removed", removed
    order = [each.name for each in named if each.kind in by_position and each.name in asked]
    if order != [name for name in asked if name in order]:
        return "parameters_reordered", []
    is_none = [each.name for each in named if each.name in optional and each.default is None]
    return ("default_none", is_none) if is_none else None


def _renamed(
    lacking: Sequence[str], foreign: Sequence[str], own: Sequence[str], asked: Sequence[str]
) -> list[str]:
    """The parameters that have another name, each before the name that it is to have."""
    left = list(foreign)
    pairs: list[str] = []
    for name in lacking:
        place = asked.index(name)
        there = own[place] if place < len(own) else ""
        if there not in left:
            close = difflib.get_close_matches(name, left, 1)
            there = close[0] if close else ""
        if there:
            left.remove(there)
            pairs += [there, name]
    return pairs
