"""What a submission may not use, and what it has to: seen in its code, and while it runs.

The code is that which the exercise's function reaches: its own, and that of the helpers of the
submission that it names. While it runs, a forbidden function is seen where it is called under
whatever name, also by another function. Somebody who sets out to hide it can; SECURITY.md says so.
"""

from __future__ import annotations

import builtins
import contextlib
import dis
import importlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import CodeType, FrameType, FunctionType, MethodType, ModuleType
from typing import Any

__all__ = [
    "LOOPS",
    "RECURSION",
    "Broken",
    "Watch",
    "broken_in_code",
    "is_own_file",
    "own_place",
    "watching",
]

LOOPS, RECURSION = "loops", "recursion"

_OWN_FILE = re.compile(r"<submission \d+>|.*ipykernel_.*|answer\.py")


@dataclass(frozen=True)
class Broken:
    """A rule that is broken.

    Attributes:
        kind: `forbidden` or `required`.
        rule: what was forbidden or required.
        file: in which a forbidden thing is used, or empty.
        line: of it, or None.
    """

    kind: str
    rule: str
    file: str = ""
    line: int | None = None


@dataclass
class Watch:
    """What was seen while a submission ran: by rule, the file and the line of the first use."""

    seen: dict[str, tuple[str, int | None]] = field(default_factory=dict)


def broken_in_code(
    submission: Any, forbid: tuple[str, ...], require: tuple[str, ...]
) -> tuple[Broken | None, set[str]]:
    """Look at the code of a submission before it runs.

    Args:
        submission: the function or class.
        forbid: what it may not use.
        require: what it has to use.

    Returns:
        The first forbidden thing in it, or None; and which required things are not in it: they may
        still be used while it runs.
    """
    named = {rule: found for rule in (*forbid, *require) if (found := _thing(rule)) is not None}
    used = dict(_used(submission, named))
    for rule in forbid:
        if rule in used:
            return Broken("forbidden", rule, *used[rule]), set()
    return None, {rule for rule in require if rule not in used}


@contextlib.contextmanager
def watching(forbid: tuple[str, ...], require: set[str]) -> Iterator[Watch]:
    """See which of some functions are called in a block, whatever they are called by."""
    watch = Watch()
    rules = [rule for rule in (*forbid, *require) if rule not in (LOOPS, RECURSION)]
    codes = {code: rule for rule in rules for code in _codes(_thing(rule))}
    with contextlib.ExitStack() as stack:
        for rule in rules:
            stack.enter_context(_replaced(rule, watch))
        if codes:
            stack.enter_context(_profiled(codes, watch))
        yield watch


def _thing(rule: str) -> Any:
    """The function of a dotted name; None for one that is not there."""
    module, _, name = rule.rpartition(".")
    if not module:
        return None
    with contextlib.suppress(ImportError):
        return vars(importlib.import_module(module)).get(name)
    return None


def _codes(thing: Any) -> Iterator[CodeType]:
    """The code of a function of Python, also where NumPy has wrapped it."""
    for _ in range(5):
        code = getattr(thing, "__code__", None)
        if isinstance(code, CodeType):
            yield code
        thing = getattr(thing, "_implementation", None) or getattr(thing, "__wrapped__", None)
        if thing is None:
            return


@contextlib.contextmanager
def _replaced(rule: str, watch: Watch) -> Iterator[None]:
    """Put something in the place of a function that notes who calls it."""
    module_name, _, name = rule.rpartition(".")
    thing = _thing(rule)
    if not callable(thing) or isinstance(thing, type):
        yield
        return
    module = importlib.import_module(module_name)

    def noted(*args: Any, **kwargs: Any) -> Any:
        watch.seen.setdefault(rule, own_place(sys._getframe(1)))
        return thing(*args, **kwargs)

    noted.__name__ = name
    setattr(module, name, noted)
    try:
        yield
    finally:
        setattr(module, name, thing)


@contextlib.contextmanager
def _profiled(codes: dict[CodeType, str], watch: Watch) -> Iterator[None]:
    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code in codes:
            watch.seen.setdefault(codes[frame.f_code], own_place(frame))

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(before)


def is_own_file(name: str) -> bool:
    """Whether a submission's code was compiled under this name."""
    return _OWN_FILE.fullmatch(name) is not None


def own_place(frame: FrameType | None) -> tuple[str, int | None]:
    """The submission's own line nearest to a frame."""
    while frame is not None:
        if is_own_file(frame.f_code.co_filename):
            return frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back
    return "", None


def _used(submission: Any, named: dict[str, Any]) -> Iterator[tuple[str, tuple[str, int | None]]]:
    """What the code of a submission uses, each with its file and its first line."""
    found: dict[str, tuple[str, int | None]] = {}
    functions = list(_reached(submission))
    codes = {function.__code__: function for function in functions}
    for function in functions:
        if _recurs_inside(function.__code__):
            found.setdefault(RECURSION, (function.__code__.co_filename, None))
        for code, what, line in _facts(function):
            place = (code.co_filename, line)
            if what is _LOOP:
                found.setdefault(LOOPS, place)
            elif isinstance(what, FunctionType) and what.__code__ in codes:
                if function in _reached(what):
                    found.setdefault(RECURSION, place)
            else:
                for rule, thing in named.items():
                    if what is thing:
                        found.setdefault(rule, place)
    yield from found.items()


def _reached(submission: Any) -> Iterator[FunctionType]:
    """The functions of the submission that it reaches by their names, itself first."""
    todo, seen = list(_functions_of(submission)), []
    while todo:
        function = todo.pop(0)
        if function in seen:
            continue
        seen.append(function)
        yield function
        for _, what, _ in _facts(function):
            todo += [each for each in _functions_of(what) if _is_own(each)]


def _is_own(function: FunctionType) -> bool:
    return is_own_file(function.__code__.co_filename)


def _functions_of(thing: Any) -> Iterator[FunctionType]:
    if isinstance(thing, MethodType):
        thing = thing.__func__
    if isinstance(thing, FunctionType):
        yield thing
    elif isinstance(thing, type):
        for member in vars(thing).values():
            inner = getattr(member, "__func__", member)
            if isinstance(inner, FunctionType):
                yield inner


def _recurs_inside(code: CodeType) -> bool:
    """Whether a function that is defined in this code calls itself, also through another one.

    They are told apart by their names: without running it there are no functions yet.
    """
    inside = {each.co_name: each for each in _codes_in(code) if each.co_name.isidentifier()}
    uses = {name: _names_of_outer(each) & inside.keys() for name, each in inside.items()}
    for name in inside:
        todo, seen = set(uses[name]), set[str]()
        while todo - seen:
            seen |= todo
            todo = {used for each in todo for used in uses[each]}
        if name in seen:
            return True
    return False


def _codes_in(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes_in(each)


def _names_of_outer(code: CodeType) -> set[str]:
    """What a function and what is in it take from the functions around it."""
    return {
        str(each.argval)
        for part in (code, *_codes_in(code))
        for each in dis.get_instructions(part)
        if each.opname == "LOAD_DEREF"
    }


_LOOP = object()
_NAMES = ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_DEREF", "LOAD_CLASSDEREF", "LOAD_FROM_DICT_OR_GLOBALS")
_ATTRIBUTES = ("LOAD_ATTR", "LOAD_METHOD")


def _facts(function: FunctionType) -> Iterator[tuple[CodeType, Any, int | None]]:
    """What a function's code loops over and names: the things themselves, with their lines."""
    todo = [function.__code__]
    while todo:
        code = todo.pop()
        todo += [each for each in code.co_consts if isinstance(each, CodeType)]
        yield from ((code, what, line) for what, line in _facts_of(code, function))


def _facts_of(code: CodeType, function: FunctionType) -> Iterator[tuple[Any, int | None]]:
    closure = dict(zip(function.__code__.co_freevars, function.__closure__ or (), strict=False))
    local: dict[str, Any] = {}
    current: Any = None
    for each in dis.get_instructions(code):
        line = each.positions.lineno if each.positions is not None else None
        name = each.opname
        if name == "FOR_ITER" or ("JUMP_BACKWARD" in name and "INTERRUPT" not in name):
            yield _LOOP, line
            continue
        if name in _NAMES:
            current = _named(str(each.argval), function, closure, local)
        elif name.startswith("LOAD_FAST"):
            current = local.get(each.argval) if isinstance(each.argval, str) else None
        elif name == "IMPORT_NAME":
            current = sys.modules.get(str(each.argval))
        elif name in (*_ATTRIBUTES, "IMPORT_FROM"):
            current = (
                vars(current).get(str(each.argval)) if isinstance(current, ModuleType) else None
            )
        elif name.startswith("STORE_") and isinstance(each.argval, str):
            local[each.argval] = current
            continue
        elif name in ("PUSH_NULL", "PRECALL", "RESUME", "CACHE", "COPY", "SWAP", "NOP"):
            continue
        else:
            current = None
        if callable(current):
            yield current, line


def _named(
    name: str, function: FunctionType, closure: dict[str, Any], local: dict[str, Any]
) -> Any:
    if name in local:
        return local[name]
    if name in closure:
        with contextlib.suppress(ValueError):
            return closure[name].cell_contents
        return None
    return function.__globals__.get(name, vars(builtins).get(name))
