"""Two listed mistakes in one program: both of their changes of a right one, put together."""

from __future__ import annotations

import ast
import contextlib
import functools
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from autograder.course import Solution
from autograder.course.known_source import known_source
from autograder.variants.inlining import Inlined, inline
from autograder.variants.merging_classes import merged_classes

__all__ = ["Merger", "merged"]


class Merger:
    """Puts listed mistakes of one exercise together.

    Args:
        solution: the exercise.
        is_right: says of a text whether it answers everything rightly.
    """

    def __init__(
        self, solution: Solution, is_right: Callable[[str], bool] = lambda _: True
    ) -> None:
        self._name = solution.name
        self._mistakes = {
            name: known_source(solution, "mistakes.py", name) for name in solution.mistakes
        }
        # Authors write many of their mistakes in other steps than the reference.
        in_steps = (known_source(solution, "mistakes.py", each) for each in _in_steps(solution))
        self._right = (
            solution.source,
            *filter(is_right, in_steps),
            *(known_source(solution, "alternatives.py", each) for each in solution.alternatives),
        )

    def written_out(self, mistake: str) -> str | None:
        """The text of a mistake as it is put together with others; None where it stays as it is."""
        found = inline(self._mistakes[mistake], self._name)
        return None if found is None else found.source(self._name)

    def merged(self, one: str, other: str) -> str | None:
        """The text of a program with both mistakes, if they can be put together.

        Args:
            one: the name of a mistake, with the values of its parameters.
            other: the name of another one.
        """
        texts = self._mistakes[one], self._mistakes[other]
        for number, right in enumerate(self._right):
            # In what looks otherwise, the same part may have another part to play.
            if number and not all(_are_near(right, each, self._name) for each in texts):
                continue
            text = merged(right, *texts, self._name)
            if text is not None:
                return text
        return merged_classes(*texts, self._name)


class _Tree(NamedTuple):
    """A node of a syntax tree that is compared by what it says, and quickly."""

    of: type[ast.AST] | type[list[Any]]
    fields: tuple[Any, ...]


def _in_steps(solution: Solution) -> Iterator[str]:
    """The right versions among an author's mistakes, written in the steps of these."""
    text = (solution.folder / "mistakes.py").read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and _RIGHT.fullmatch(node.name):
            yield node.name


_RIGHT: Final = re.compile(r"_right(_\w+)?")


def merged(right: str, one: str, other: str, name: str) -> str | None:
    """Put together what two programs change of a third one.

    Args:
        right: the text of a module: the reference, or another right version.
        one: the text after one change.
        other: the text after another one.
        name: of the function in all of them.

    Returns:
        The text after both; None where they change the same thing, or where one of them cannot be
        written as one expression.
    """
    base, first, second = (_read(text, name) for text in (right, one, other))
    if base is None or first is None or second is None:
        return None
    if not base.arguments == first.arguments == second.arguments:
        return None
    try:
        value = _merged(base.value, first.value, second.value)
    except _ConflictError:
        return None
    others = dict.fromkeys((*base.globals, *first.globals, *second.globals))
    return Inlined(_node(base.arguments), _node(value), tuple(others)).source(name)


class _Program(NamedTuple):
    arguments: _Tree
    value: _Tree
    globals: tuple[str, ...]


@functools.lru_cache(maxsize=256)
def _read(text: str, name: str) -> _Program | None:
    found = inline(text, name)
    if found is None:
        return None
    return _Program(_tree(found.arguments), _tree(found.value), found.globals)


_NEAR: Final = 0.6
"""The least share of a right version that is still there in a mistake which is made from it."""


@functools.lru_cache(maxsize=1024)
def _are_near(right: str, text: str, name: str) -> bool:
    """Whether most parts of a right version are in another program, too."""
    base, found = _read(right, name), _read(text, name)
    if base is None or found is None:
        return False
    kept, whole = _kept(base.value, found.value, set(_parts(found.value)))
    return kept >= _NEAR * whole


def _parts(tree: Any) -> Iterator[_Tree]:
    if isinstance(tree, _Tree):
        yield tree
        for each in tree.fields:
            yield from _parts(each)


def _kept(tree: Any, other: Any, parts: set[_Tree]) -> tuple[int, int]:
    """How many nodes of a tree another one has too, in the same place or as a whole part elsewhere.

    Returns:
        So many, and how many there are in all; names, numbers and signs are no nodes.
    """
    if not isinstance(tree, _Tree) or not tree.fields:
        return 0, 0
    alike = isinstance(other, _Tree) and other.of is tree.of
    alike = alike and len(other.fields) == len(tree.fields)
    beside = other.fields if alike else [None] * len(tree.fields)
    inside = [_kept(*each, parts) for each in zip(tree.fields, beside, strict=True)]
    counts = tree.of is not list and not issubclass(tree.of, ast.Name | ast.Constant)
    whole = counts + sum(size for _, size in inside)
    if counts and tree in parts:
        return whole, whole
    pairs = zip(tree.fields, beside, strict=True)
    same = alike and all(one == two for one, two in pairs if not _holds_parts(one))
    return (counts and same) + sum(kept for kept, _ in inside), whole


def _holds_parts(tree: Any) -> bool:
    return isinstance(tree, _Tree) and bool(tree.fields)


def _tree(node: Any) -> Any:
    if isinstance(node, list):
        return _Tree(list, tuple(map(_tree, node)))
    if not isinstance(node, ast.AST):
        return node
    fields = (getattr(node, field, None) for field in node._fields)
    return _Tree(type(node), tuple(map(_tree, fields)))


def _node(tree: Any) -> Any:
    if not isinstance(tree, _Tree):
        return tree
    fields = map(_node, tree.fields)
    return list(fields) if tree.of is list else tree.of(*fields)


class _ConflictError(Exception):
    """Two changes that do not fit together."""


def _merged(base: Any, one: Any, other: Any, *, aligned: bool = True) -> Any:
    """What is left of both changes of one node.

    Args:
        base: the node.
        one: what stands in its place after one change.
        other: after the other one.
        aligned: whether nothing around it was replaced by something of another kind.

    Raises:
        _ConflictError: if they do not fit together.
    """
    if one in (base, other):
        return other
    if base == other:
        return one
    if not isinstance(base, _Tree):
        raise _ConflictError
    with contextlib.suppress(_ConflictError):
        return _merged_inside(base, one, other, aligned=aligned)
    with contextlib.suppress(_ConflictError):
        return _rewritten(base, one, other)
    with contextlib.suppress(_ConflictError):
        return _rewritten(base, other, one)
    if not aligned:
        raise _ConflictError
    return _around(base, one, other)


def _around(base: _Tree, one: Any, other: Any) -> Any:
    """A change of a whole node, as to halve it or to leave a part of it out, beside another one."""
    if not _is_large(base) or not all(map(_is_expression, (base, one, other))):
        raise _ConflictError
    for outer, inner in ((one, other), (other, one)):
        if _operands(outer).count(base) == 1:
            return _replaced(outer, {base: inner}, set())
    for left, inner in ((one, other), (other, one)):
        places = [n for n, each in enumerate(_operands(base)) if each == left]
        kept = _operands(inner)
        if len(places) == 1 and inner.of is base.of and len(kept) == len(_operands(base)):
            (place,) = places
            # What is left out must not be what the other change is about.
            if _without(kept, place) == _without(_operands(base), place):
                return kept[place]
    raise _ConflictError


def _without(items: list[Any], place: int) -> list[Any]:
    return items[:place] + items[place + 1 :]


def _is_expression(tree: Any) -> bool:
    return isinstance(tree, _Tree) and issubclass(tree.of, ast.expr)


def _operands(tree: Any) -> list[Any]:
    """What an operation, a call or a choice is directly made of."""
    fields = tree.fields if isinstance(tree, _Tree) else ()
    inside = (each.fields for each in fields if isinstance(each, _Tree) and each.of is list)
    return [*fields, *itertools.chain.from_iterable(inside)]


def _merged_inside(base: _Tree, one: Any, other: Any, *, aligned: bool) -> _Tree:
    if not all(isinstance(each, _Tree) and each.of is base.of for each in (one, other)):
        raise _ConflictError
    if base.of is list and all(map(_is_named, (*base.fields, *one.fields, *other.fields))):
        return _merged_by_name(base, one, other)
    if not len(one.fields) == len(other.fields) == len(base.fields):
        raise _ConflictError
    triples = list(zip(base.fields, one.fields, other.fields, strict=True))
    # The right side of a product has another part to play than that of a quotient.
    signs = [each for each in triples if not any(map(_holds_parts, each))]
    if base.of is ast.BinOp and any(left == right != sign for sign, left, right in signs):
        raise _ConflictError  # each has done something else to it: a quotient of other parts
    aligned = aligned and all(left == right == sign for sign, left, right in signs)
    return _Tree(base.of, tuple(_merged(*each, aligned=aligned) for each in triples))


def _is_named(tree: Any) -> bool:
    """Whether this is one of several that are told apart by their names."""
    is_pair = isinstance(tree, _Tree) and tree.of in (ast.keyword, ast.arg)
    return is_pair and tree.fields[0] is not None


def _merged_by_name(base: _Tree, one: _Tree, other: _Tree) -> _Tree:
    """What loops carry: one program may carry more than another one."""
    several = [{each.fields[0]: each for each in tree.fields} for tree in (base, one, other)]
    names = dict.fromkeys(itertools.chain.from_iterable(several))
    triples = ([found.get(name) for found in several] for name in names)
    merged_fields = (_merged(*each) for each in triples)
    return _Tree(list, tuple(each for each in merged_fields if each is not None))


def _rewritten(base: _Tree, one: Any, other: Any) -> Any:
    """One change done to what the other one made, where all that it changes is still there."""
    changes = dict(_changes(base, one))
    done: set[_Tree] = set()
    written = _replaced(other, changes, done)
    if base in changes or done != changes.keys():
        raise _ConflictError
    return written


def _replaced(tree: Any, changes: dict[_Tree, Any], done: set[_Tree]) -> Any:
    if not isinstance(tree, _Tree):
        return tree
    if tree in changes:
        done.add(tree)
        return changes[tree]
    return _Tree(tree.of, tuple(_replaced(each, changes, done) for each in tree.fields))


def _changes(base: Any, changed: Any) -> Iterator[tuple[_Tree, Any]]:
    """The smallest parts of a tree in which another one differs, and what is there instead."""
    if base == changed:
        return
    if not isinstance(changed, _Tree) or base.of is not changed.of:
        yield base, changed
        return
    if len(base.fields) != len(changed.fields):
        yield base, changed
        return
    pairs = [pair for pair in zip(base.fields, changed.fields, strict=True) if pair[0] != pair[1]]
    # A name, a sign or a number may stand in many places, of which one is meant.
    if not all(_is_large(old) and isinstance(new, _Tree) for old, new in pairs):
        yield base, changed
        return
    for pair in pairs:
        yield from _changes(*pair)


def _is_large(tree: Any) -> bool:
    return isinstance(tree, _Tree) and (
        (tree.of is list and bool(tree.fields))
        or (issubclass(tree.of, ast.expr) and not issubclass(tree.of, ast.Name | ast.Constant))
    )
