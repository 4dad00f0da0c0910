"""Two listed mistakes in one program: both of their changes of the reference, put together."""

from __future__ import annotations

import ast
import contextlib
import functools
from collections.abc import Iterator
from typing import Any, NamedTuple

from autograder.variants.inlining import Inlined, inline

__all__ = ["merged"]


class _Tree(NamedTuple):
    """A node of a syntax tree that is compared by what it says, and quickly."""

    of: type[ast.AST] | type[list[Any]]
    fields: tuple[Any, ...]


def merged(reference: str, one: str, other: str, name: str) -> str | None:
    """Put together what two programs change of a third one.

    Args:
        reference: the text of a module.
        one: the text after one change.
        other: the text after another one.
        name: of the function in all of them.

    Returns:
        The text after both; None where they change the same thing, or where one of them cannot be
        written as one expression.
    """
    base, first, second = (_read(text, name) for text in (reference, one, other))
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


@functools.lru_cache(maxsize=128)
def _read(text: str, name: str) -> _Program | None:
    found = inline(text, name)
    if found is None:
        return None
    return _Program(_tree(found.arguments), _tree(found.value), found.globals)


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


def _merged(base: Any, one: Any, other: Any) -> Any:
    """What is left of both changes of one node.

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
        return _merged_inside(base, one, other)
    with contextlib.suppress(_ConflictError):
        return _rewritten(base, one, other)
    return _rewritten(base, other, one)


def _merged_inside(base: _Tree, one: Any, other: Any) -> _Tree:
    if not all(isinstance(each, _Tree) and each.of is base.of for each in (one, other)):
        raise _ConflictError
    if not len(one.fields) == len(other.fields) == len(base.fields):
        raise _ConflictError
    triples = zip(base.fields, one.fields, other.fields, strict=True)
    return _Tree(base.of, tuple(_merged(*each) for each in triples))


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
        tree.of is list
        or (issubclass(tree.of, ast.expr) and not issubclass(tree.of, ast.Name | ast.Constant))
    )
