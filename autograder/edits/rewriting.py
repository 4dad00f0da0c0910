"""What an operator yields: the parts of a text to replace, and what that is about."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import NamedTuple

from autograder.edits.surroundings import Surroundings

__all__ = ["Operator", "Rewrite", "rewrite"]


class Rewrite(NamedTuple):
    """One change of a text.

    Attributes:
        of: what it is about, as a student would know it.
        changes: the nodes, and the text in the place of each; they do not overlap.
    """

    of: str | None
    changes: tuple[tuple[ast.AST, str], ...]


Operator = Callable[[ast.AST, Surroundings], Iterator[Rewrite]]
"""Yields the changes of one kind that can be made at a node; its name names the kind."""


def rewrite(of: str | None, node: ast.AST, text: str) -> Rewrite:
    """The change of one node."""
    return Rewrite(of, ((node, text),))
