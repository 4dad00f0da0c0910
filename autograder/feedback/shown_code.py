"""The code of a submission that an exercise is about, and the line at which it stopped."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from html import escape
from typing import Final

from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

from autograder.collecting.pieces import Piece, defines
from autograder.collecting.submission import Submission
from autograder.grading.results import ExerciseResult

__all__ = ["code_html", "exercise_pieces", "failing_line"]

_LONGEST: Final = 20_000
"""Characters of a piece that are coloured; more is shown as text, up to `_LONGEST_TEXT`."""

_LONGEST_TEXT: Final = 60_000
_FORMATTER: Final = HtmlFormatter(nowrap=True)
_LEXER: Final = PythonLexer(stripnl=False, ensurenl=False)


def exercise_pieces(submission: Submission, result: ExerciseResult) -> list[Piece]:
    """The pieces that define an exercise, and the one at which it stopped."""
    stopped = failing_line(result)
    found = [
        piece
        for piece in submission.pieces
        if piece.exercise == result.exercise
        or (piece.exercise is None and defines(piece.source, result.exercise))
        or (stopped is not None and piece.number == stopped[0])
    ]
    return [piece for piece in found if piece.source.strip()]


def failing_line(result: ExerciseResult) -> tuple[int, int] | None:
    """The number of the piece and the line at which the first wrong public check stopped."""
    for check in result.checks:
        problem = check.finding.problem if check.public and check.finding is not None else None
        if problem is not None and problem.piece is not None and problem.line is not None:
            return problem.piece, problem.line
    return None


def code_html(source: str, line: int | None, note: str) -> str:
    """Code in colours, with one line marked.

    Args:
        source: as it was handed in.
        line: that is marked, from 1, or None.
        note: what stands at it.
    """
    if len(source) <= _LONGEST:
        lines = _coloured(source).split("\n")
    else:
        lines = escape(source[:_LONGEST_TEXT]).split("\n")
    if line is not None and 0 < line <= len(lines):
        lines[line - 1] = f"<mark>{lines[line - 1] or ' '}</mark> <em>← {escape(note)}</em>"
    return f'<div class="highlight"><pre>{_joined(lines)}</pre></div>'


@functools.lru_cache(maxsize=128)
def _coloured(source: str) -> str:
    """Code in colours; what many have handed in, as what was handed out, is coloured once."""
    coloured: str = highlight(source, _LEXER, _FORMATTER)
    return coloured


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines)
