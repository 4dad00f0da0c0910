"""What one student handed in for one assignment, and reading one exercise's file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.collecting.files import Reason, UnreadableError, read_file, text_of
from autograder.collecting.note import Note
from autograder.collecting.pieces import Piece

__all__ = ["Submission", "read_piece"]


@dataclass(frozen=True)
class Submission:
    """What one student handed in for one assignment.

    Attributes:
        student: the folder's name in NFC, safe to show.
        assignment: its name.
        pieces: what runs, in order.
        unreadable: why there is nothing to run, by exercise, or under `` for all of them.
        beside: files that the pieces may import and that do not run by themselves.
        details: for the same keys, the names that the sentence about it needs.
        source: the files that were read, from the assignment's folder, fit to be shown.
        note: why these were taken and not the expected ones; None where they are the expected ones.
        in_check_cells: the exercises whose answers were typed into their check cells.
    """

    student: str
    assignment: str
    pieces: tuple[Piece, ...]
    unreadable: dict[str, Reason]
    beside: tuple[Piece, ...] = ()
    details: dict[str, str] = field(default_factory=dict)
    source: str = ""
    note: Note | None = None
    in_check_cells: tuple[str, ...] = ()

    def without(self, source: str) -> Submission:
        """The same submission without the pieces whose text is this one, apart from outer space."""
        text = source.strip()
        # A piece after which an exercise is asked keeps its place.
        pieces = (
            replace(piece, source="") if piece.source.strip() == text else piece
            for piece in self.pieces
            if piece.asked or piece.source.strip() != text
        )
        return replace(self, pieces=tuple(pieces))

    @property
    def is_notebook(self) -> bool:
        """Whether its pieces are the cells of one notebook."""
        return all(piece.exercise is None for piece in self.pieces)


def read_piece(
    path: str | Path, exercise: str, number: int = 0, folder: int | None = None
) -> tuple[tuple[Piece, ...], dict[str, Reason]]:
    """Read one exercise's `.py` file: its source, or the reason why it cannot be read."""
    try:
        return (Piece(number, text_of(read_file(path, folder)), exercise),), {}
    except UnreadableError as error:
        return (), {exercise: error.reason}
