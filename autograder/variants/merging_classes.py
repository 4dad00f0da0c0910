"""Two listed mistakes in one class: the methods of both of them."""

from __future__ import annotations

import ast
import itertools
from typing import Final, NamedTuple

__all__ = ["merged_classes"]


def merged_classes(one: str, other: str, name: str) -> str | None:
    """Put together two classes that replace different methods of one.

    Args:
        one: the text of a module with a class that is made from the right one, or with a function
            that defines such a class and uses it.
        other: the text of another one.
        name: of the class or function in both of them.

    Returns:
        The text with the methods of both; None where they replace the same method, or are not made
        from one class.
    """
    first, second = (_Derived.of(text, name) for text in (one, other))
    if first is None or second is None or first.rest != second.rest:
        return None
    if first.members() & second.members():
        return None
    statements = [*dict.fromkeys((*first.others, *second.others))]
    body = [*first.own.body, *second.own.body]
    both = ast.ClassDef(first.own.name, first.own.bases, [], body, [])
    return "\n".join([*statements, first.rest.replace(_HERE, _indented(both, first.rest))])


_HERE: Final = "_the_class_stands_here"


def _indented(node: ast.ClassDef, text: str) -> str:
    line = next(each for each in text.split("\n") if _HERE in each)
    inset = " " * (len(line) - len(line.lstrip()))
    return ast.unparse(ast.fix_missing_locations(node)).replace("\n", f"\n{inset}")


class _Derived(NamedTuple):
    """A class that replaces some of another one's methods.

    Attributes:
        own: the class.
        rest: the text around it that makes the answer of it, the same for all that may be merged.
        others: the texts of what else the module has.
    """

    own: ast.ClassDef
    rest: str
    others: tuple[str, ...]

    @classmethod
    def of(cls, text: str, name: str) -> _Derived | None:
        body = ast.parse(text).body
        called = name
        if isinstance(body[-1], ast.Assign):
            called = getattr(body.pop().value, "id", name)  # type: ignore[attr-defined]
        chosen = next((each for each in body if getattr(each, "name", "") == called), None)
        others = tuple(ast.unparse(each) for each in body if each is not chosen)
        here = ast.Expr(ast.Name(_HERE, ast.Load()))
        if isinstance(chosen, ast.ClassDef) and chosen.bases:
            bases = ", ".join(map(ast.unparse, chosen.bases))
            chosen.name = name
            return cls(chosen, f"{_HERE}\n# made from {bases}", others)
        if not isinstance(chosen, ast.FunctionDef):
            return None
        inside = [each for each in chosen.body if isinstance(each, ast.ClassDef) and each.bases]
        if len(inside) != 1:
            return None
        chosen.name = name
        chosen.body[chosen.body.index(inside[0])] = here
        bases = ", ".join(map(ast.unparse, inside[0].bases))
        rest = f"{ast.unparse(ast.fix_missing_locations(chosen))}\n# made from {bases}"
        return cls(inside[0], rest, others)

    def members(self) -> set[str]:
        """The names that it gives a meaning of its own."""
        targets = (each.targets for each in self.own.body if isinstance(each, ast.Assign))
        names = {getattr(each, "id", "") for each in itertools.chain.from_iterable(targets)}
        return names | {each.name for each in self.own.body if isinstance(each, ast.FunctionDef)}
