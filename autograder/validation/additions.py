"""Operators that add what a student might add: a guard, an early return, a memory, an assumption.

The operators of `operators` change what is there. These add to it, so that only inputs of a special
kind are answered otherwise. Each is an operator on a function of the reference; it yields the nodes
to replace and what to put there.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from autograder.edits.mutant_operators import Change
from autograder.edits.surroundings import function_name
from autograder.validation.known_values import Values
from autograder.validation.solution_functions import Scope, SolutionFunction, loaded, stored

__all__ = ["ADDITIONS"]

Addition = Callable[[SolutionFunction], Iterator[Change]]


def guard_statement(function: SolutionFunction) -> Iterator[Change]:
    """Do something only `if x`, `if x > 0`, `if len(x) > 1`; otherwise what was there stays."""
    for statement, scope in function.statements():
        if isinstance(statement, ast.Assign) and not _goes_on_without(statement, scope):
            continue
        for name, values in _read(function, statement, scope):
            for guard in _guards(name, values, statement):
                if not (guard in (name, f"np.any({name})") and _adds(function, statement, name)):
                    yield _guarded(function, statement, guard)


def _goes_on_without(statement: ast.Assign, scope: Scope) -> bool:
    """Whether something was bound before to the names that a statement binds."""
    fresh = any(isinstance(each, ast.Attribute) for each in statement.targets)
    return not fresh and stored(statement) <= scope.bound


def _adds(function: SolutionFunction, statement: ast.stmt, name: str) -> bool:
    """Whether a statement adds a variable to another, or takes it off: it may be left out for 0."""
    if isinstance(statement, ast.AugAssign):
        operator, added = statement.op, statement.value
    elif isinstance(statement, ast.Assign) and isinstance(statement.value, ast.BinOp):
        operator, added = statement.value.op, statement.value.right
        if function.text(statement.value.left) != function.text(statement.targets[0]):
            return False
    else:
        return False
    return isinstance(operator, ast.Add | ast.Sub) and function.text(added) == name


def _read(
    function: SolutionFunction, statement: ast.stmt, scope: Scope
) -> Iterator[tuple[str, Values | None]]:
    """What a statement reads: arguments, settings, and variables inside that it calculates with.

    Of what a return statement reads only what is still as it came in.
    """
    for node in loaded(statement.iter if isinstance(statement, ast.For) else statement):
        name = function.text(node)
        setting = name.removeprefix("self.")
        if name in scope.inner and name in function.known.arguments:
            yield name, function.known.of(name)
        elif name in scope.inner and _calculated(statement, name):
            yield name, None
        elif name in function.arguments:
            if not (isinstance(statement, ast.Return) and name in function.stored):
                yield name, function.known.of(name)
        elif setting != name and setting in function.settings.arguments:
            yield name, function.settings.of(setting)


def _calculated(statement: ast.stmt, name: str) -> bool:
    """Whether a statement calculates with a variable, so that it is a number or an array."""
    return any(
        isinstance(each, ast.Name) and each.id == name
        for node in ast.walk(statement)
        if isinstance(node, ast.BinOp)
        for each in (node.left, node.right)
    )


_GUARDED = ast.Assign | ast.AugAssign | ast.Expr | ast.Return


def _guards(name: str, values: Values | None, statement: ast.stmt) -> Iterator[str]:
    """What is asked before a statement is done, if it may be false."""
    if isinstance(statement, ast.For):  # Over nothing, a loop does nothing anyway.
        if values is not None and (values.arrays or "list" in values.types):
            yield f"{_size(name, values)} > 1"
        elif values is not None and values.numbers and values.whole and _may_be(values, 1):
            yield f"{name} > 1"
    elif not isinstance(statement, _GUARDED):
        return
    elif values is None:
        if not isinstance(statement, ast.Return):
            yield f"np.any({name})"
    elif values.arrays:
        if _zeros_count(values):
            yield f"np.any({name})"
        yield f"{_size(name, values)} > 1"
    elif values.numbers:
        yield from _guards_of_number(name, values)


def _guards_of_number(name: str, values: Values) -> Iterator[str]:
    if _may_be(values, 0):
        yield name
    if values.least <= 0:
        yield f"{name} > 0"
    if values.whole and values.least <= 1:
        yield f"{name} > 1"


def _size(name: str, values: Values) -> str:
    return f"np.size({name})" if values.numbers else f"len({name})"


def _may_be(values: Values, number: float) -> bool:
    return values.least <= number <= values.most


def _zeros_count(values: Values) -> bool:
    """Whether somebody may ask for zeros: in a number, or in an array like the result."""
    return values.floats and (values.numbers or not values.unlike) and _may_be(values, 0)


def _guarded(function: SolutionFunction, statement: ast.stmt, guard: str) -> Change:
    if isinstance(statement, ast.For):
        return statement.iter, f"({function.text(statement.iter)}) if {guard} else ()"
    text = function.text(statement).replace("\n", "\n    ")
    return statement, function.joined([f"if {guard}:", f"    {text}"], statement)


def return_untouched(function: SolutionFunction) -> Iterator[Change]:
    """Return what came in, or 0, where an argument is zero, has one entry, or is empty."""
    for name in function.arguments:
        values = function.known.of(name)
        for condition in _special_cases(name, values):
            for answer in _untouched(function):
                yield function.begun(f"if {condition}:", f"    return {answer}")
        if values.empty and function.known.result.arrays:
            yield function.begun(f"if np.size({name}) == 0:", "    return 0.0")


def _untouched(function: SolutionFunction) -> Iterator[str]:
    """What somebody returns who sees nothing to do: the first arguments, or 0."""
    result, values = function.result, function.known.result
    if isinstance(result, ast.Tuple):
        if {function.text(each) for each in result.elts} <= set(function.arguments):
            yield function.text(result)
    elif result is not None and function.arguments:
        first = function.arguments[0]
        if values.arrays and function.known.of(first).arrays:
            yield first
        elif values.numbers:
            yield "0.0"


def _special_cases(name: str, values: Values) -> Iterator[str]:
    if values.arrays:
        if _zeros_count(values):
            yield f"not np.any({name})"
        yield f"{_size(name, values)} < 2"
    elif "list" in values.types:
        yield f"len({name}) < 2"
    elif values.numbers:
        if _may_be(values, 0):
            yield f"not {name}"
        if values.whole and values.least < 2:
            yield f"{name} < 2"


def return_early(function: SolutionFunction) -> Iterator[Change]:
    """Return after a statement that is not the last, or in the first turn of a loop; or break."""
    for statement, scope in function.statements():
        bound = scope.bound | stored(statement)
        if isinstance(statement, ast.For):
            last = statement.body[-1]
            for line in ("break", *_early(function, last, bound)):
                yield last, function.joined([function.text(last), line], last)
        elif isinstance(statement, ast.Assign) and statement in function.body:
            for line in _early(function, statement, bound):
                yield statement, function.joined([function.text(statement), line], statement)


def _early(function: SolutionFunction, after: ast.stmt, bound: frozenset[str]) -> Iterator[str]:
    """What can be returned after a statement: the result itself, and what was bound just now."""
    if function.result is None:
        return
    later = function.stored - bound
    needed = {each.id for each in ast.walk(function.result) if isinstance(each, ast.Name)}
    if not needed & later and after not in function.body[-2:]:  # There the result is next anyway.
        yield f"return {function.text(function.result)}"
    if isinstance(after, ast.Assign) and isinstance(after.targets[0], ast.Name):
        yield f"return {after.targets[0].id}"


def remember_result(function: SolutionFunction) -> Iterator[Change]:
    """Compute the result once, or once for arguments of the same shapes, and return it for ever."""
    if function.result is None:
        return
    last, name, text = function.body[-1], function.name, function.text(function.result)
    once = [f'if not hasattr({name}, "first"):', f"    {name}.first = {text}"]
    yield last, function.joined([*once, f"return {name}.first"], last)
    if function.arguments:
        shapes = ", ".join(f"np.shape({each})" for each in function.arguments)
        by_shape = [
            f'known = {name}.__dict__.setdefault("known", {{}})',
            f"shapes = str([{shapes}])",
            "if shapes not in known:",
            f"    known[shapes] = {text}",
            "return known[shapes]",
        ]
        yield last, function.joined(by_shape, last)


def assume_dtype(function: SolutionFunction) -> Iterator[Change]:
    """Make an argument or a result float64, float32, whole, or a single number."""
    result = function.known.result
    for name in function.arguments_read:
        values = function.known.of(name)
        if values.arrays:
            # Of a single number that is returned, any precision is right.
            for text in _casts(name, values, exact=result.arrays):
                yield function.begun(f"{name} = {text}")
        elif values.numbers and not values.whole:
            yield function.begun(f"{name} = int({name})")
    if result.arrays:
        for part in _calculated_parts(function):
            for text in _casts(function.text(part), result, exact=True):
                yield function.returned(part, text)


def _casts(text: str, values: Values, *, exact: bool) -> Iterator[str]:
    if exact and "float32" in values.dtypes:
        yield f"np.asarray({text}, dtype=float)"
    if values.floats:
        yield f"np.asarray({text}, dtype=np.float32)"
        yield f"np.asarray({text}, dtype=int)"
    if values.numbers:
        yield f"float({text})"


def _calculated_parts(function: SolutionFunction) -> list[ast.expr]:
    return [each for each in function.results if not isinstance(each, ast.Constant)]


def assume_shape(function: SolutionFunction) -> Iterator[Change]:
    """Lose the axes of an argument or a result, drop the odd entry, or go along one axis alone."""
    for name in function.arguments_read:
        values = function.known.of(name)
        if values.arrays and (values.numbers or values.axes != {1}):
            yield function.begun(f"{name} = np.ravel({name})")
        axes = values.arrays and not values.numbers and 0 not in values.axes
        if axes or "list" in values.types:
            yield function.begun(f"{name} = {name}[: len({name}) // 2 * 2]")
    result = function.known.result
    for part in _calculated_parts(function):
        if result.numbers or 0 in result.axes:
            yield function.returned(part, f"np.atleast_1d({function.text(part)})")
        elif result.axes - {1}:
            yield function.returned(part, f"np.ravel({function.text(part)})")
    for statement in function.body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and _goes_over_all_axes(node):
                arguments = [function.text(each) for each in (*node.args, *node.keywords)]
                yield node, f"{function.text(node.func)}({', '.join([*arguments, 'axis=0'])})"


_OVER_AXES = {"sum", "mean", "max", "min", "prod", "any", "all", "argmax", "argmin"}


def _goes_over_all_axes(call: ast.Call) -> bool:
    named = {each.arg for each in call.keywords}
    return function_name(call) in _OVER_AXES and "axis" not in named


ADDITIONS: tuple[Addition, ...] = (
    guard_statement, return_untouched, return_early, remember_result, assume_dtype, assume_shape,
)  # fmt: skip
"""All operators that add; each has the name of its function."""
