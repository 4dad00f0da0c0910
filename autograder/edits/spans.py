"""A program's text, and the spans in it where nodes of its syntax tree stand."""

from __future__ import annotations

import ast
from collections.abc import Iterable

__all__ = ["SourceText", "Span"]


class Span(ast.AST):
    """A span that is no node: from the beginning of one node to the end of another."""

    def __init__(self, first: ast.AST, last: ast.AST) -> None:
        super().__init__()
        self.lineno, self.col_offset = _begin(first)
        self.end_lineno, self.end_col_offset = _end(last)

    @classmethod
    def before(cls, node: ast.AST) -> Span:
        """The empty span directly before a node."""
        made = cls(node, node)
        made.end_lineno, made.end_col_offset = _begin(node)
        return made

    @classmethod
    def after(cls, node: ast.AST) -> Span:
        """The empty span directly after a node."""
        made = cls(node, node)
        made.lineno, made.col_offset = _end(node)
        return made


def _begin(node: ast.AST) -> tuple[int, int]:
    return node.lineno, node.col_offset  # type: ignore[attr-defined]


def _end(node: ast.AST) -> tuple[int, int]:
    return node.end_lineno, node.end_col_offset  # type: ignore[attr-defined]


class SourceText:
    """A text, from which the spans of nodes are cut and replaced.

    Attributes:
        whole: the text.
    """

    def __init__(self, whole: str) -> None:
        self.whole = whole
        self._lines = whole.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def offset(self, line: int, column: int) -> int:
        """The place of a column, counted in characters, of a line, counted from 1."""
        return self._starts[line - 1] + column

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Where a node begins and ends."""
        return self._place(*_begin(node)), self._place(*_end(node))

    def _place(self, line: int, column: int) -> int:
        # Python's trees count columns in bytes.
        text = self._lines[line - 1] if line <= len(self._lines) else ""
        if not text.isascii():
            column = len(text.encode()[:column].decode())
        return self.offset(line, column)

    def text(self, node: ast.AST) -> str:
        """The text of a node."""
        if not hasattr(node, "lineno"):
            return ast.unparse(node)
        start, end = self.span(node)
        return self.whole[start:end]

    def replaced(self, changes: Iterable[tuple[ast.AST, str]]) -> str:
        """The whole text with other texts in the place of some nodes, which do not overlap."""
        spans = sorted((*self.span(node), text) for node, text in changes)
        parts, position = [], 0
        for start, end, text in spans:
            parts += [self.whole[position:start], text]
            position = end
        return "".join([*parts, self.whole[position:]])
