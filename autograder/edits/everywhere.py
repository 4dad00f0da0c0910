"""The same change at every place: people write an error once, and then again wherever it fits."""

from __future__ import annotations

import ast
import re
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from autograder.edits.rewriting import Rewrite
from autograder.edits.surroundings import Surroundings, function_name

__all__ = ["Site", "everywhere"]


class Site(NamedTuple):
    """A change where it can be made.

    Attributes:
        node: where an operator found it.
        place: the surroundings of the node.
        number: counts the operator's changes of this node, from 0.
        change: what the operator yields.
    """

    node: ast.AST
    place: Surroundings
    number: int
    change: Rewrite


def everywhere(sites: Iterable[Site]) -> Iterator[Rewrite]:
    """Make changes of one operator together that are alike: `beta1**t` and `beta2**t` to `beta`.

    Args:
        sites: all changes of the operator.

    Yields:
        A change of several places for each group of two or more.
    """
    groups: dict[Hashable, list[Site]] = {}
    for each in sites:
        for alike in _likenesses(each):
            groups.setdefault(alike, []).append(each)
    for group in groups.values():
        apart = list(_apart(group))
        if len(apart) > 1:
            changes = tuple(part for each in apart for part in each.change.changes)
            yield Rewrite(_common_name([each.change.of for each in apart]), changes)


def _likenesses(site: Site) -> Iterator[Hashable]:
    """What a change has in common with others that people make together with it."""
    statement = site.place.statement
    own = _likeness(site)
    yield from (own, (own, _context(site)), (own, statement))
    pattern = _pattern(site)
    if pattern is not None:
        yield from (pattern, (pattern, statement))


def _likeness(site: Site) -> Hashable:
    node, change = site.node, site.change
    if _is_name(site):
        return _unnumbered(site.place.text(node)), _unnumbered(change.changes[0][1])
    if isinstance(node, ast.stmt):
        return type(node), site.number
    return type(node), type(getattr(node, "op", None)), site.number, _unnumbered(change.of or "")


def _is_name(site: Site) -> bool:
    return isinstance(site.node, ast.Name | ast.Attribute) and len(site.change.changes) == 1


def _pattern(site: Site) -> Hashable:
    """The same for other names: m to m_hat and v to v_hat; an index less in X[i] and y[i]."""
    if _is_name(site):
        old, new = site.place.text(site.node), site.change.changes[0][1]
        return new.replace(old, "#") if old in new else None
    return (ast.Subscript, site.number) if isinstance(site.node, ast.Subscript) else None


def _context(site: Site) -> Hashable:
    """What is around a node: an operator and its side, or a called function."""
    parent = site.place.parent
    side = getattr(parent, "left", None) is site.node
    name = function_name(parent) if isinstance(parent, ast.Call) else ""
    return type(parent), type(getattr(parent, "op", None)), side, name


def _unnumbered(text: str) -> str:
    """A text with the same sign for every number of a name: beta# for beta1."""
    return re.sub(r"(?<=[A-Za-z])\d+", "#", text)


def _apart(group: list[Site]) -> Iterator[Site]:
    """Those that overlap none before them."""
    taken: list[tuple[int, int]] = []
    for each in group:
        spans = [each.place.source.span(node) for node, _ in each.change.changes]
        if not any(a < d and c < b for a, b in spans for c, d in taken):
            taken += spans
            yield each


def _common_name(names: list[str | None]) -> str | None:
    """The name of all, or what is left of it without its number: `beta` for beta1 and beta2."""
    if len(set(names)) == 1:
        return names[0]
    alike = {_unnumbered(each or "") for each in names}
    return alike.pop().rstrip("#") or None if len(alike) == 1 else None
