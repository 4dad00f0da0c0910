"""Cells of plain Python: parsed once and run whole, where a shell would look for its own syntax.

What they show, raise and leave behind is the same. Where it could be another thing, the shell runs
them as it does all others.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Callable, Sequence
from types import CodeType
from typing import Any

__all__ = ["PlainCells"]

_MAYBE_A_SHELL_S = re.compile(r"^\s*(?:[%!]|>>>|\.{3,}:)|In \[\d+\]:", re.MULTILINE)
"""Of what a shell has for its own, that which Python may take for its own too: prompts, and lines
that stand between brackets."""


class PlainCells:
    """What a shell is told about the cell that runs, so that it does not look for it again.

    Args:
        shell: IPython's own; students may change how it reads cells, and then it does.
        file: tells under which name the cell that runs is compiled.
    """

    def __init__(self, shell: Any, file: Callable[[], str]) -> None:
        self._shell = shell
        self._file = file
        self._text: str | None = None
        self._tree: Any = None
        self._codes: list[CodeType] = []
        self._parse = shell.compile.ast_parse
        self._run_nodes = shell.run_ast_nodes
        self._reading = self._how_cells_are_read()
        shell.compile.ast_parse = self._parsed
        shell.run_ast_nodes = self._run
        hook = shell.displayhook
        ends_quietly = hook.semicolon_at_end_of_expression
        hook.semicolon_at_end_of_expression = lambda text: ";" in text and ends_quietly(text)

    def read(self, source: str) -> str | None:
        """Take a cell for plain Python, as far as it is.

        Args:
            source: the cell's text.

        Returns:
            The text that the shell would make of it, or None where only the shell knows.
        """
        self._text = self._tree = None
        # One line may be a magic without a sign, and an indented cell may be anything.
        is_short = source.count("\n", 0, len(source.rstrip())) == 0
        if is_short or source[0].isspace() or _MAYBE_A_SHELL_S.search(source):
            return None
        if self._how_cells_are_read() != self._reading:
            return None
        text = textwrap.dedent(source if source.endswith("\n") else f"{source}\n")
        try:
            tree = self._parse(text, self._file())
            self._codes = _compiled(tree.body, self._file(), self._shell.compile)
        except Exception:  # noqa: BLE001 - the shell meets it too, where it stands, and tells it
            return None
        self._text, self._tree = text, tree
        return text

    def _how_cells_are_read(self) -> tuple[Any, ...]:
        """What may change the text of a cell; students may add to it."""
        manager = self._shell.input_transformer_manager
        return (
            [*manager.cleanup_transforms],
            [*manager.line_transforms],
            [*manager.token_transformers],
            [*self._shell.input_transformers_post],
            [*self._shell.ast_transformers],
        )

    def _parsed(self, source: str, *args: Any, **named: Any) -> Any:
        """In the place of the shell's own function: what was parsed is not parsed again."""
        if source is self._text:
            return self._tree
        return self._parse(source, *args, **named)

    async def _run(
        self,
        nodes: Sequence[ast.stmt],
        name: str,
        interactivity: str = "last_expr",
        compiler: Any = compile,
        result: Any = None,
    ) -> bool | None:
        """In the place of the shell's own function, which compiles and runs each statement."""
        ours = self._tree is not None and nodes is self._tree.body
        self._text = self._tree = None
        if not ours or interactivity != "last_expr":
            told = {"interactivity": interactivity, "compiler": compiler, "result": result}
            return await self._run_nodes(nodes, name, **told)  # type: ignore[no-any-return]
        for code in self._codes:
            if await self._shell.run_code(code, result):
                return True
        return False


def _compiled(nodes: Sequence[ast.stmt], name: str, compiler: Any) -> list[CodeType]:
    """The code of a cell, and that which shows its last expression.

    Raises:
        SyntaxError: where only a part of it can be compiled, or a statement awaits something.
    """
    shown = nodes[-1:] if isinstance(nodes[-1], ast.Expr) else []
    rest = nodes[: len(nodes) - len(shown)]
    codes = []
    if rest:
        codes.append(compiler(ast.Module([*rest], []), name, "exec"))
    if shown:
        codes.append(compiler(ast.Interactive([*shown]), name, "single"))
    return codes
