"""The moments of exercises: what the names of a notebook were bound to when each was to be asked.

A notebook's functions look their globals up in one dict, whatever they find there when they are
called. So a later cell that uses a name again changes earlier answers. Here the whole namespace is
kept as it was in the moment of each exercise, and put into that very dict before it is called.

It is kept shallowly: all bindings, and no copy of what they are bound to.
"""

from __future__ import annotations

import dis
import sys
from collections.abc import Callable, Iterator, Sequence
from types import CellType, CodeType, FunctionType
from typing import Any

__all__ = ["Moments"]

_END = ""
"""In the place of an exercise's name: when all cells have run."""

_NOTHING = object()
_MANY_NAMES = 500
_MOST_TOLD = 20


class Moments:
    """The bindings of one namespace, in the moment of each exercise.

    Args:
        namespace: the globals of all cells; only its contents are ever changed.
    """

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._namespace = namespace
        self._bound: dict[str, Any] = {}
        self._kept: dict[str, dict[str, Any]] = {}
        self._current = _END

    def keep(self, names: Sequence[str], asked: Sequence[str]) -> list[str]:
        """Keep the bindings after a cell, for each exercise whose moment this may be.

        That is where its name has come to be bound to something callable, or where its check cell
        stands and there is something to check. A later moment takes the place of an earlier one;
        what a library calls so takes no answer's place.

        Args:
            names: of all exercises.
            asked: the exercises whose check cells come next.

        Returns:
            The exercises for which they were kept.
        """
        kept = []
        for name in names:
            value = self._namespace.get(name)
            rebound = value is not self._bound.get(name)
            self._bound[name] = value
            if name in self._kept and _is_a_library_s(name, value):
                rebound = False
            if callable(value) and (rebound or name in asked):
                kept.append(name)
        bindings = dict(self._namespace) if kept else {}
        self._kept.update(dict.fromkeys(kept, bindings))
        return kept

    def enter(self, name: str | None) -> None:
        """Bind everything as it was in the moment of an exercise; without one, as at the end.

        What calls bind anew is there again when the same moment is entered the next time.
        """
        wanted = name if name is not None and name in self._kept else _END
        if wanted == self._current:
            return
        self._kept[self._current] = dict(self._namespace)
        self._current = wanted
        self._namespace.clear()
        self._namespace.update(self._kept[wanted])

    def changed(self) -> dict[str, list[str]]:
        """The names that an exercise uses, its own among them, and that later cells have changed.

        Returns:
            By exercise, where there are any.
        """
        self.enter(None)
        end = self._namespace
        found = {}
        for name, bindings in self._kept.items():
            others = set() if name == _END else _unlike(bindings, end)
            # What is written in the code tells soon that most use none of them.
            written = _names_used(name, bindings, end, _names_in)
            if len(written) < _MANY_NAMES and others.isdisjoint(written):
                continue
            differ = sorted(others & _names_used(name, bindings, end, _globals_of))
            if differ:
                found[name] = differ[:_MOST_TOLD]
        return found


def _unlike(bindings: dict[str, Any], end: dict[str, Any]) -> set[str]:
    """The names that are bound to something else, or are bound in one of the two alone."""
    return {
        name
        for name in bindings.keys() | end.keys()
        if not _alike(bindings.get(name, _NOTHING), end.get(name, _NOTHING))
    }


def _is_a_library_s(name: str, value: Any) -> bool:
    """Whether a library has this under the same name: `from numpy import *` binds many."""
    home = getattr(value, "__module__", None)
    module = sys.modules.get(home) if isinstance(home, str) and home != "__main__" else None
    return getattr(module, "__dict__", {}).get(name) is value


def _names_used(
    name: str,
    bindings: dict[str, Any],
    namespace: dict[str, Any],
    names_in: Callable[[CodeType], Iterator[str]],
) -> set[str]:
    """A function's or class's own name, and the globals that it looks up, also through others.

    Args:
        name: of the function or class.
        bindings: of the namespace, in the moment.
        namespace: the dict in which the notebook's own functions look their globals up.
        names_in: tells the globals of a code, or all names in it.
    """
    names, waiting = {name}, [name]
    while waiting and len(names) < _MANY_NAMES:
        for function in _functions(bindings.get(waiting.pop())):
            if function.__globals__ is namespace:
                new = set(names_in(function.__code__)) - names
                names |= new
                waiting += sorted(new)
    return names


_PLAIN = (bool, int, float, complex, str)
"""Types whose values are what they are, however often they are written down."""


def _alike(value: Any, other: Any) -> bool:
    if value is other:
        return True
    if type(value) is not type(other):
        return False
    if isinstance(value, FunctionType):
        return bool(value.__code__ == other.__code__)  # the same cell, run or copied once more
    return type(value) in _PLAIN and bool(value == other)


def _functions(value: Any) -> Iterator[FunctionType]:
    """A function and those that it decorates, or the methods of a class."""
    if isinstance(value, FunctionType):
        inside = [value, *map(_contents, value.__closure__ or ())]
    else:
        inside = list(vars(value).values()) if isinstance(value, type) else []
    yield from (each for each in inside if isinstance(each, FunctionType))


def _contents(cell: CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # a name that was not bound, or is not any more
        return None


def _names_in(code: CodeType) -> Iterator[str]:
    """Its globals, and names of attributes: found at once, where telling them apart takes long."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names_in(constant)


def _globals_of(code: CodeType) -> Iterator[str]:
    for instruction in dis.get_instructions(code):
        if instruction.opname == "LOAD_GLOBAL":
            yield str(instruction.argval)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _globals_of(constant)
