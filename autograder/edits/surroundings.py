"""The nodes of a text, each with its surroundings."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from autograder.edits.spans import SourceText
from autograder.edits.variables import Function, Variables

__all__ = ["Surroundings", "binding", "function_name", "places", "sign"]

Binding = int
SUM, PRODUCT, SIGN, POWER, ATOM = 1, 2, 3, 4, 9

_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: " + ", ast.Sub: " - ", ast.Mult: " * ", ast.Div: " / ", ast.FloorDiv: " // ",
    ast.Mod: " % ", ast.Pow: "**", ast.MatMult: " @ ", ast.BitOr: " | ", ast.BitAnd: " & ",
    ast.BitXor: " ^ ", ast.LShift: " << ", ast.RShift: " >> ",
}  # fmt: skip


@dataclass
class Surroundings:
    """The surroundings of a node.

    Attributes:
        source: the whole text.
        parents: the nodes around it, the nearest last.
        texts: all strings of the solution, docstrings aside.
        variables: of the functions around it.
        known: the names that stand outside of the solution, which whoever solves it knows.
        lines: the numbers of the solution's lines.
        numpy: whether the text calls NumPy `np`.
    """

    source: SourceText
    parents: list[ast.AST] = field(default_factory=list)
    texts: tuple[str, ...] = ()
    variables: Variables = field(default_factory=Variables)
    known: frozenset[str] = frozenset()
    lines: frozenset[int] = frozenset()
    numpy: bool = True

    @property
    def parent(self) -> ast.AST:
        """The node directly around it."""
        return self.parents[-1]

    @property
    def names(self) -> frozenset[str]:
        """The names of the variables of the functions around it."""
        return self.variables.names

    @property
    def statement(self) -> ast.stmt | None:
        """The innermost statement around it."""
        return next((each for each in reversed(self.parents) if isinstance(each, ast.stmt)), None)

    @property
    def function(self) -> ast.FunctionDef | None:
        """The innermost function around it."""
        around = reversed(self.parents)
        return next((each for each in around if isinstance(each, ast.FunctionDef)), None)

    def text(self, node: ast.AST) -> str:
        """The source of a node."""
        return self.source.text(node)

    def instead(self, node: ast.AST, part: ast.AST) -> str:
        """The text of a part, with brackets if it needs them in the place of the whole."""
        text = self.text(part)
        return text if binding(part) >= min(binding(node), ATOM) else f"({text})"

    def operand(self, part: ast.expr, operator: ast.operator) -> str:
        """The text of an expression as an operand, with brackets if it needs them."""
        needed = binding(ast.BinOp(part, operator, part)) + 1
        text = self.text(part)
        return text if binding(part) >= needed else f"({text})"

    def joined(self, left: ast.expr, operator: ast.operator, right: ast.expr) -> str:
        """The text of an operation, each operand in brackets if it needs them."""
        first, second = self.operand(left, operator), self.operand(right, operator)
        return f"{first}{sign(operator)}{second}"

    def atom(self, part: ast.AST) -> str:
        """The text of an expression, in brackets where it is not one name, number or call."""
        text = self.text(part)
        return text if binding(part) == ATOM else f"({text})"

    def block(self, node: ast.stmt) -> tuple[list[ast.stmt], int]:
        """The statements among which one stands, and its number."""
        for name in ("body", "orelse", "finalbody"):
            statements = getattr(self.parent, name, None)
            if isinstance(statements, list) and node in statements:
                return statements, statements.index(node)
        return [node], 0

    def indented(self, node: ast.stmt, column: int) -> str:
        """The text of a statement as it stands at another column, its first line unindented."""
        first, *rest = self.text(node).split("\n")
        shift = column - node.col_offset
        moved = [" " * shift + line if shift > 0 else line[-shift:] for line in rest]
        return "\n".join([first, *moved])


def sign(operator: ast.operator) -> str:
    """How an operator is written, with the spaces around it."""
    return _SIGNS[type(operator)]


def binding(node: ast.AST) -> Binding:
    """How tightly an expression binds; 0 for one that always needs brackets."""
    if isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.Add | ast.Sub):
            return SUM
        return POWER if isinstance(node.op, ast.Pow) else PRODUCT
    if isinstance(node, ast.UnaryOp):
        return 0 if isinstance(node.op, ast.Not) else SIGN
    loose = ast.Compare | ast.BoolOp | ast.IfExp | ast.Lambda | ast.Tuple | ast.NamedExpr
    return 0 if isinstance(node, loose) else ATOM


def function_name(call: ast.Call) -> str:
    """The last part of the name of a called function."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def places(
    source: str, lines: Collection[int], known: Collection[str] = ()
) -> Iterator[tuple[ast.AST, Surroundings]]:
    """Find every node on some lines of a text, with its surroundings.

    Args:
        source: the whole text.
        lines: the numbers of the lines, from 1.
        known: names that whoever solves the exercise knows.
    """
    tree, inside = ast.parse(source), frozenset(lines)
    texts = tuple(dict.fromkeys(_strings(tree, inside)))
    outermost = Surroundings(
        source=SourceText(source),
        texts=texts,
        known=frozenset(known),
        lines=inside,
        numpy=any(map(_imports_numpy, tree.body)),
    )

    def walk(node: ast.AST, place: Surroundings) -> Iterator[tuple[ast.AST, Surroundings]]:
        # A slice or a keyword has a position too; contexts and operators have none.
        if getattr(node, "lineno", None) in inside:
            yield node, place
        variables = place.variables
        if isinstance(node, Function):
            variables = variables.within(node)
        deeper = replace(place, parents=[*place.parents, node], variables=variables)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, deeper)

    yield from walk(tree, outermost)


def _imports_numpy(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import) and any(each.asname == "np" for each in node.names)


def _strings(tree: ast.Module, lines: frozenset[int]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.lineno in lines:
            yield node.value
