"""A slip of contract, and what is known of a submission by which it is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from autograder.collecting.pieces import Piece
from autograder.sandbox.outcome import Problem
from autograder.sandbox.session import ContractReply

__all__ = ["Evidence", "Place", "Slip"]


@dataclass(frozen=True)
class Evidence:
    """What is known of a submission, besides its answers, before any hidden input is sent.

    Attributes:
        difference: between its definition and what the exercise asks for.
        pieces: that ran.
        stopped: those that ended with a problem, by number.
        in_check_cell: whether the answer stands in the exercise's check cell.
        running: whether it is asked in the student's own kernel, where the cells are not known.
    """

    difference: ContractReply = field(default_factory=ContractReply)
    pieces: tuple[Piece, ...] = ()
    stopped: dict[int, Problem] = field(default_factory=dict)
    in_check_cell: bool = False
    running: bool = False

    @property
    def is_notebook(self) -> bool:
        """Whether it is made of cells."""
        return self.running or any(piece.exercise is None for piece in self.pieces)


@dataclass(frozen=True)
class Place:
    """A line of a submission.

    Attributes:
        line: from 1.
        of: `file`, also where no cell is known; `other`: another file; `answer`: the cell of the
            exercise; `cell`: another one.
        cell: its number, from 1, where it is another one.
        file: the name of another file.
    """

    line: int
    of: Literal["file", "other", "answer", "cell"]
    cell: int = 0
    file: str = ""


@dataclass(frozen=True)
class Slip:
    """A slip, and what a sentence about it needs.

    Attributes:
        name: of the slip; each has a sentence in every language.
        exercise: its name.
        words: names and code, by the gaps of the sentence.
        place: where it is, if that is known.
        unit: what a student writes in.
        explains: kinds of problems, and types of errors, that it is the reason of.
    """

    name: str
    exercise: str
    words: dict[str, str] = field(default_factory=dict)
    place: Place | None = None
    unit: Literal["file", "cell"] = "file"
    explains: tuple[str, ...] = ()

    def is_reason_of(self, problem: Problem) -> bool:
        """Whether it says what the problem of a check would say."""
        what = problem.type if problem.kind == "raised" else problem.kind
        return what in self.explains
